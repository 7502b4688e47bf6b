// Delimiters, quotes, titles above the header and the header itself, found by looking.

import Testing

@testable import Sheets

@Suite struct DialectTests {
  @Test(arguments: [",", ";", "\t", "|"]) func everyDelimiterIsFound(delimiter: String) throws {
    let table = try ReadTable(
      [["name", "city", "sum"], ["Rossi", "Milano", "12"], ["Bianchi", "Roma", "7"]]
        .map { $0.joined(separator: delimiter) }.joined(separator: "\n"), ending: "txt")
    #expect(table.header == ["name", "city", "sum"])
    #expect(table.rows == [["Rossi", "Milano", "12"], ["Bianchi", "Roma", "7"]])
    #expect(table.dialect?.delimiter == delimiter.utf8.first)
  }

  @Test func decimalCommasAreNoDelimiters() throws {
    let table = try ReadTable("nome;importo\nRossi;1,5\nBianchi;2,25\nVerdi;3,0\n")
    #expect(table.header == ["nome", "importo"])
    #expect(table.rows.first == ["Rossi", "1,5"])
  }

  @Test func commasInNamesAreNoDelimiters() throws {
    let table = try ReadTable("id;name\n1;Rossi, Mario\n2;Bianchi, Anna\n3;Verdi, Ugo\n")
    #expect(table.header == ["id", "name"])
  }

  @Test func semicolonsInCellsAreNoDelimiters() throws {
    let table = try ReadTable("id,topics,year\n1,a;b;c,2020\n2,d;e;f,2021\n3,g;h;i,2022\n")
    #expect(table.header == ["id", "topics", "year"])
  }

  @Test func theContentDecidesAgainstTheEnding() throws {
    #expect(try ReadTable("a;b\n1;2\n", ending: "tsv").header == ["a", "b"])
    #expect(try ReadTable("a\tb\n1,5\t2\n", ending: "csv").header == ["a", "b"])
  }

  @Test func aToldDelimiterIsTaken() throws {
    let table = try ReadTable("a;b:c\n1;2:3\n", ReadingOptions(delimiter: UInt8(ascii: ":")))
    #expect(table.header == ["a;b", "c"])
    #expect(table.description.summary == "separated by :, utf-8, LF")
  }

  @Test func excelsOwnLineSaysTheDelimiter() throws {
    let table = try ReadTable("sep=|\r\na,x|b\r\n1,2|3\r\n")
    #expect(table.header == ["a,x", "b"])
    #expect(table.lines == [3])
    #expect(table.description.headerLine == 2)
  }

  @Test func quotedCellsHoldDelimitersQuotesAndLines() throws {
    let table = try ReadTable("a,b\n\"x, \"\"y\"\"\nz\",2\n\"\",3\n")
    #expect(table.rows == [["x, \"y\"\nz", "2"], ["", "3"]])
    #expect(table.lines == [2, 4])
  }

  @Test func singleQuotesAreFound() throws {
    let table = try ReadTable("'a','b'\n'x, y','l''ora'\n'z','2'\n")
    #expect(table.header == ["a", "b"])
    #expect(table.rows == [["x, y", "l'ora"], ["z", "2"]])
    #expect(table.description.summary == "comma-separated, single quotes, utf-8, LF")
  }

  @Test func apostrophesAreNoQuotes() throws {
    let table = try ReadTable("city,name\n's-Hertogenbosch,Jan\n's-Gravenhage,Piet\nl'Aquila,Anna\n")
    #expect(table.rows.map(\.first) == ["'s-Hertogenbosch", "'s-Gravenhage", "l'Aquila"])
  }

  @Test func inchMarksAreNoQuotes() throws {
    let rows = (1...40).map { "\($0)\t\"half open\t5\" pipe\n" }
    let table = try ReadTable("id\ttext\tsize\n" + rows.joined(), ending: "tsv")
    #expect(table.rows.count == 40)
    #expect(table.dialect?.quote == nil)
    #expect(table.rows.first == ["1", "\"half open", "5\" pipe"])
  }

  @Test func aQuoteThatIsNeverClosedDoesNotSwallowTheTable() throws {
    let rows = (1...300).map { "\($0);x\($0 == 2 ? ";'open" : ";y");\($0 % 5 == 0 ? "a;b" : "a")\n" }
    let table = try ReadTable("id;b;c;d\n" + rows.joined())
    #expect(table.rows.count == 300)
    #expect(table.rows[1] == ["2", "x", "'open", "a"])
  }

  @Test(arguments: [0x0A, 0x0D, 0x22, 0xC3] as [UInt8]) func impossibleDelimitersAreRefused(byte: UInt8) {
    let options = ReadingOptions(delimiter: byte, quote: .double)
    #expect(
      sheetError { _ = try ReadTable("a,b\n1,2\n", options) }?.reason == "cannot be cut at byte \(byte)")
  }

  @Test func oneColumnStaysOne() throws {
    let table = try ReadTable("name\nRossi, Mario\nBianchi\nVerdi, Ugo, Anna\nNeri\n")
    #expect(table.header == ["name"])
    #expect(table.rows.count == 4)
    #expect(table.rows.allSatisfy { $0.count == 1 })
    #expect(table.description.summary == "one column, utf-8, LF")
  }

  @Test func everyLineBreakIsFound() throws {
    #expect(try ReadTable("a,b\r1,2\r3,4\r").rows == [["1", "2"], ["3", "4"]])
    #expect(try ReadTable("a,b\r\n1,2\n3,4\r\n").description.lineBreaks == [.lf, .crlf])
    #expect(try ReadTable("a,b\n\n\n1,2").lines == [4])
  }

  @Test func thousandsOfColumnsAreFine() throws {
    let header = (1...2000).map { "c\($0)" }
    let row = (1...2000).map(String.init)
    let table = try ReadTable([header, row, row].map { $0.joined(separator: ";") }.joined(separator: "\n"))
    #expect(table.header == header)
    #expect(table.rows == [row, row])
  }

  @Test func aRowLargerThanTheFirstLookIsFine() throws {
    let long = String(repeating: "long text; with, both\n", count: 15_000)
    let table = try ReadTable("a;b\n1;\"\(long)\"\n2;x\n")
    #expect(table.header == ["a", "b"])
    #expect(table.rows.count == 2)
    #expect(table.rows.first?.last == long)
    #expect(table.lines == [2, 15_003])
  }

  @Test func raggedRowsDoNotHideTheDelimiter() throws {
    let table = try ReadTable("a;b;c\n1;2;3\n4;5\n6;7;8\n9\n1;2;3\n1;2;3;4\n5;6;7\n")
    #expect(table.header == ["a", "b", "c"])
    #expect(table.rows.count == 7)
  }

  @Test(arguments: ["\n", "\r", "\"", "\u{C3}"]) func bytesThatDivideNothingAreNotTakenFromTheFirstLine(
    sign: String
  ) throws {
    let table = try ReadTable(
      Array("sep=".utf8) + sign.unicodeScalars.map { UInt8($0.value) } + Array("\na;b\nx;2\nx;4\n".utf8))
    #expect(table.dialect?.delimiter == UInt8(ascii: ";"))
    #expect(table.rows.suffix(2) == [["x", "2"], ["x", "4"]])
  }

  @Test func theQuoteDividesNothingUnlessAnotherIsTold() throws {
    let double = UInt8(ascii: "\"")
    let error = sheetError { _ = try ReadTable("a\"b\n1\"2\n", ReadingOptions(delimiter: double)) }
    #expect(error?.reason == "cannot be cut at byte 34")
    let table = try ReadTable("a\"b\n1\"2\n", ReadingOptions(delimiter: double, quote: Quote.none))
    #expect(table.rows == [["1", "2"]])
  }
}

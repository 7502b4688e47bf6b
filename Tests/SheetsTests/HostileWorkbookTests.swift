// Workbooks that are made to harm, or by programs that do not keep to the rules.

import Testing

@testable import Sheets

@Suite struct HostileWorkbookTests {
  private func read(_ maker: WorkbookMaker, _ options: ReadingOptions = ReadingOptions()) throws -> ReadTable
  {
    try ReadTable(maker.bytes(), ending: "xlsx", options)
  }

  private let plain = ReadingOptions(headerRow: 0)

  @Test func bytesThatAreNoUTF8BecomeLetters() throws {
    var zip = ZipMaker()
    for (name, text) in WorkbookMaker(rows: "<row><c t=\"str\"><v>caff#</v></c></row>").parts {
      zip.add(name, text.utf8.map { $0 == UInt8(ascii: "#") ? 0xE8 : $0 })
    }
    let table = try ReadTable(zip.bytes(), ending: "xlsx", plain)
    #expect(table.rows == [["caffè"]])
    #expect(table.invalidBytes == 1)
  }

  @Test func theBytesThatStandForNoCellAreACell() throws {
    var zip = ZipMaker()
    for (name, text) in WorkbookMaker(rows: "<row r=\"1\"><c><v>1</v></c><c t=\"str\"><v>##</v></c></row>")
      .parts
    {
      zip.add(name, text.utf8.enumerated().map { $1 == UInt8(ascii: "#") ? 0xFE : $1 })
    }
    #expect(try ReadTable(zip.bytes(), ending: "xlsx", plain).rows == [["1", "þþ"]])
  }

  @Test func numbersOfRowsThatGoBackAreNotBelieved() throws {
    let table = try read(
      WorkbookMaker(
        rows: """
          <row r="5"><c><v>1</v></c></row><row r="3"><c><v>2</v></c></row>
          <row r="99999999999"><c><v>3</v></c></row><row r="9"><c><v>4</v></c></row>
          """), plain)
    #expect(table.rows == [["1"], ["2"], ["3"], ["4"]])
    #expect(table.lines == [5, 6, 7, 9])
  }

  @Test func cellsBehindTheLastColumnAreLeftOutInEveryForm() throws {
    let last = "<c r=\"XFD1\"><v>1</v></c>"
    for beyond in [
      "<c><v>2</v></c>", "<c s=\"0\"><v>2</v></c >", "<c><v>2</v></c>                              ",
    ] {
      let table = try read(WorkbookMaker(rows: "<row r=\"1\">\(last)\(beyond)</row><row/>"), plain)
      #expect(table.rows.map(\.count) == [16_384])
    }
  }

  @Test func signsAreNoDigitsOfEscapes() throws {
    let table = try read(
      WorkbookMaker(rows: "<row><c t=\"str\"><v>_x+041_&#+65;_x-000_&#x-0;_x0041_&#65;</v></c></row>"), plain)
    #expect(table.rows == [["_x+041_&#+65;_x-000_&#x-0;AA"]])
  }

  @Test func fewBytesThatRepeatALongTextAreRefused() throws {
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 50)
    let rows = String(repeating: "<row>\(cells)</row>", count: 40)
    let strings = "<sst><si><t>\(String(repeating: "long ", count: 200))</t></si></sst>"
    var reader = PageReader(
      XMLScanner(MemoryBytes(Array("<sheetData>\(rows)</sheetData>".utf8)), path: ""),
      SharedStrings(MemoryBytes(Array(strings.utf8)), path: ""), CellStyles(), isFrom1904: false,
      bound: InflationBound(largest: 1 << 30, ratio: 10, harmless: 1 << 18))
    var row = RowCells()
    var count = 0
    let error = sheetError { while try reader.next(into: &row) { count += 1 } }
    #expect(error?.reason.contains("which no honest file does") == true)
    #expect(count < 40)
  }

  @Test func aPartThatManySheetsShareIsLookedAtOnce() throws {
    var zip = ZipMaker()
    var maker = WorkbookMaker(rows: "")
    maker.pages = (0..<3).map { WorkbookMaker.Page(name: "s\($0)", rows: "") }
    for (name, text) in maker.parts {
      zip.add(name, Array(text.replacing("sheet1.xml", with: "sheet0.xml").utf8))
    }
    #expect(
      sheetError { _ = try ReadTable(zip.bytes(), ending: "xlsx") }?.reason
        == "is empty: none of its sheets has rows")
  }
}

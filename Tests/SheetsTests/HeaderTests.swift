// Titles above a header, the header, and what becomes of its cells.

import Testing

@testable import Sheets

@Suite struct HeaderTests {
  @Test func titlesAboveTheHeaderArePassedOver() throws {
    let table = try ReadTable(
      """
      Elenco dei beneficiari;;;
      Aggiornato al 31/12/2023;;;
      ;;;
      CUP;Titolo;Importo;Data
      B1;x;12,5;1/2/2023
      B2;y;3,5;1/3/2023
      """
    )
    #expect(table.header == ["CUP", "Titolo", "Importo", "Data"])
    #expect(table.description.titleRows == ["Elenco dei beneficiari", "Aggiornato al 31/12/2023", ""])
    #expect(table.description.headerLine == 4)
    #expect(table.rows.count == 2)
    #expect(table.description.summary == "semicolon-separated, utf-8, LF, 3 title rows")
  }

  @Test func titlesWithoutDelimitersArePassedOver() throws {
    let table = try ReadTable("Report 2024\n\nname,sum\na,1\nb,2\nc,3\n")
    #expect(table.header == ["name", "sum"])
    #expect(table.description.titleRows == ["Report 2024"])
    #expect(table.description.headerLine == 3)
    #expect(table.lines == [4, 5, 6])
  }

  @Test func dataWithoutHeaderIsAllData() throws {
    let table = try ReadTable("1;12.5;2020-01-02\n2;13.5;2020-01-03\n3;14;2020-02-03\n")
    #expect(table.header == ["column 1", "column 2", "column 3"])
    #expect(table.rows.count == 3)
    #expect(table.description.headerLine == nil)
    #expect(table.description.summary == "semicolon-separated, utf-8, LF, no header")
  }

  @Test func valuesThatComeAgainAreNoTitles() throws {
    let table = try ReadTable("IT,Lombardia\nIT,Veneto\nIT,Lombardia\nFR,Bretagne\nIT,Lazio\nFR,Corse\n")
    #expect(table.description.headerLine == nil)
    #expect(table.rows.count == 6)
  }

  @Test func wordsAboveWordsAreAHeader() throws {
    #expect(try ReadTable("name,city\nRossi,Milano\nBianchi,Roma\n").description.headerLine == 1)
  }

  @Test func yearsMayBeTitles() throws {
    let table = try ReadTable("region,2019,2020,2021\nLazio,1.5,2,3\nVeneto,4,5.5,6\n")
    #expect(table.header == ["region", "2019", "2020", "2021"])
  }

  @Test func aHeaderAloneIsAHeader() throws {
    for text in ["a;b;c", "a;b;c\n", "a;b;c\r\n\r\n"] {
      let table = try ReadTable(text)
      #expect(table.header == ["a", "b", "c"])
      #expect(table.rows.isEmpty)
    }
    #expect(try ReadTable("name\n").header == ["name"])
  }

  @Test func aToldHeaderIsTaken() throws {
    let text = "x;y\n1;2\nname;sum\n3;4\n"
    let third = try ReadTable(text, ReadingOptions(headerRow: 3))
    #expect(third.header == ["name", "sum"])
    #expect(third.rows == [["3", "4"]])
    #expect(third.description.titleRows == ["x y", "1 2"])
    let none = try ReadTable(text, ReadingOptions(headerRow: 0))
    #expect(none.header == ["column 1", "column 2"])
    #expect(none.rows.count == 4)
    #expect(
      sheetError { _ = try ReadTable(text, ReadingOptions(headerRow: 9)) }?.reason
        == "has no row on line 9 for a header")
  }

  @Test func aToldHeaderMayLieFarDown() throws {
    let rows = (1...3000).map { "\($0);x\n" }.joined()
    let table = try ReadTable(rows + "a;b\n1;2\n", ReadingOptions(headerRow: 3001))
    #expect(table.header == ["a", "b"])
    #expect(table.rows == [["1", "2"]])
    #expect(table.lines == [3002])
  }

  @Test func titlesAreCleanNeverEmptyAndNeverAlike() {
    let cells = ["  a \n\r\n b\t", "", "x", "x", "x (2)", "x", "\u{A0}\u{A0}", "column 2"].map {
      Array($0.utf8)
    }
    #expect(
      HeaderTitles.make(cells, width: 9)
        == ["a b", "column 2", "x", "x (2)", "x (2) (2)", "x (3)", "column 7", "column 2 (2)", "column 9"])
  }

  @Test func manyLikeTitlesTakeNoQuadraticTime() {
    let titles = HeaderTitles.make([[UInt8]](repeating: Array("x".utf8), count: 20_000))
    #expect(titles.last == "x (20000)")
    #expect(Set(titles).count == 20_000)
  }

  @Test func columnsBeyondTheHeaderGetNames() throws {
    let table = try ReadTable("a,b\n1,2,3\n4,5,6\n7,8,9\n")
    #expect(table.header == ["a", "b", "column 3"])
  }
}

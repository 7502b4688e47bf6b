// XLSX: cells of every kind, sheets, the ZIP around them, and what is wrong with some files.

import Testing

@testable import Sheets

@Suite struct WorkbookTests {
  private func read(_ maker: WorkbookMaker, _ options: ReadingOptions = ReadingOptions()) throws -> ReadTable
  {
    try ReadTable(maker.bytes(), ending: "xlsx", options)
  }

  private let header = """
    <row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c>\
    <c r="B1" t="inlineStr"><is><t>sum</t></is></c></row>
    """

  @Test func cellsOfEveryKindAreRead() throws {
    var maker = WorkbookMaker(
      rows: header + """
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>12.50</v></c></row>
        <row r="3"><c r="A3" t="str"><f>A1&amp;"x"</f><v>a&lt;b&#8364;&#x41;</v></c>\
        <c r="B3" t="b"><v>1</v></c></row>
        <row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4" t="b"><v>0</v></c></row>
        <row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5" t="n"><v>7</v></c></row>
        <row r="6"><c r="A6" t="inlineStr"><is><r><t>in</t></r>\
        <r><t xml:space="preserve"> line</t></r></is></c></row>
        """)
    maker.strings = """
      <si><t>plain</t></si><si><r><rPr><b/></rPr><t>rich</t></r><r><t xml:space="preserve"> text</t></r>\
      <rPh sb="0" eb="1"><t>phonetic</t></rPh></si>
      """
    let table = try read(maker)
    #expect(table.header == ["name", "sum"])
    #expect(
      table.rows == [
        ["plain", "12.5"], ["a<b€A", "TRUE"], ["#N/A", "FALSE"], ["rich text", "7"], ["in line"],
      ])
    #expect(table.lines == [2, 3, 4, 5, 6])
    #expect(table.description.summary == "XLSX, sheet Sheet1")
  }

  @Test func rowsAndCellsThatAreNotThereKeepTheirPlaces() throws {
    let table = try read(
      WorkbookMaker(
        rows: header + """
          <row r="4"><c r="B4"><v>1</v></c><c r="D4"><v>2</v></c></row>
          <row r="6"><c r="A6" s="3"/></row>
          <row><c><v>3</v></c><c><v>4</v></c></row>
          <row r="9"><c r="B9"><v>6</v></c><c r="A9"><v>5</v></c></row>
          """))
    #expect(table.rows == [[nil, "1", nil, "2"], ["3", "4"], ["5", "6"]])
    #expect(table.lines == [4, 7, 9])
    #expect(table.header == ["name", "sum", "column 3", "column 4"])
  }

  @Test func charactersThatXMLCannotHoldAreResolved() throws {
    var maker = WorkbookMaker(
      rows: header + "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>9</v></c></row>")
    maker.strings = "<si><t>a_x000D_b_x005F_x0041_</t></si><si><t><![CDATA[<&>]]>!<!-- no -->?</t></si>"
    #expect(try read(maker).rows == [["a\rb_x0041_", "<&>!?", ""]])
  }

  @Test func datesFollowTheirStyles() throws {
    var maker = WorkbookMaker(
      rows: header + "<row>" + (0..<8).map { "<c s=\"\($0)\"><v>45413.75</v></c>" }.joined() + "</row>")
    maker.formats = """
      <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>
      <numFmt numFmtId="165" formatCode="[$-410]d mmmm yyyy;@"/>
      <numFmt numFmtId="166" formatCode="#,##0.00 &quot;days&quot;"/>
      <numFmt numFmtId="167" formatCode="[h]:mm:ss"/>
      <numFmt numFmtId="168" formatCode="[Red]0.00"/>
      """
    maker.styles = [0, 14, 22, 164, 165, 166, 167, 168].map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    let day = "2024-05-01T18:00:00"
    let rows = try read(maker).rows
    #expect(rows == [["45413.75", day, day, day, day, "45413.75", "1089930:00:00", "45413.75"]])
  }

  @Test func workbooksOf1904CountFromThere() throws {
    var maker = WorkbookMaker(rows: header + "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>43951</v></c></row>")
    maker.styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
    maker.properties = "date1904=\"1\""
    #expect(try read(maker).rows == [["1904-01-01", "2024-05-01"]])
  }

  @Test func namesMayHaveAPrefix() throws {
    var maker = WorkbookMaker(
      rows: "<x:row><x:c t=\"str\"><x:v>a</x:v></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c></x:row>")
    maker.prefix = "x"
    #expect(try read(maker).rows == [["1"]])
  }

  @Test func theFirstVisibleSheetWithRowsIsTaken() throws {
    let row = "<row><c t=\"str\"><v>a</v></c></row><row><c><v>1</v></c></row>"
    let maker = WorkbookMaker(pages: [
      .init(name: "Secret", rows: row, state: "hidden"), .init(name: "Empty", rows: "<row r=\"3\"/>"),
      .init(name: "Data &amp; more", rows: row), .init(name: "2", rows: row),
    ])
    let table = try read(maker)
    #expect(table.description.sheet == "Data & more")
    #expect(table.description.sheets == ["Secret", "Empty", "Data & more", "2"])
    #expect(table.description.summary == "XLSX, sheet Data & more, one of 4")
    #expect(try read(maker, ReadingOptions(sheet: "secret")).description.sheet == "Secret")
    #expect(try read(maker, ReadingOptions(sheet: "3")).description.sheet == "Data & more")
    #expect(try read(maker, ReadingOptions(sheet: "2")).description.sheet == "2")
    #expect(sheetError { _ = try read(maker, ReadingOptions(sheet: "Nope")) }?.reason == "has no sheet Nope")
    #expect(
      sheetError { _ = try read(maker, ReadingOptions(sheet: "Empty")) }?.reason == "its sheet Empty is empty"
    )
  }

  @Test func titlesAboveTheHeaderArePassedOver() throws {
    let title = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>All of it</v></c></row>"
    let rows = (4...9).map { "<row r=\"\($0)\"><c t=\"str\"><v>x\($0)</v></c><c><v>\($0)</v></c></row>" }
      .joined()
    let table = try read(WorkbookMaker(rows: title + header.replacing("r=\"1\"", with: "r=\"3\"") + rows))
    #expect(table.description.titleRows == ["All of it"])
    #expect(table.description.headerLine == 3)
    #expect(table.header == ["name", "sum"])
    #expect(table.rows.count == 6)
    #expect(try read(WorkbookMaker(rows: header + rows), ReadingOptions(headerRow: 0)).rows.count == 7)
    #expect(try read(WorkbookMaker(rows: header + rows), ReadingOptions(headerRow: 4)).header == ["x4", "4"])
  }

  @Test func everyKindOfZipIsRead() throws {
    let maker = WorkbookMaker(rows: header + "<row><c><v>1</v></c></row>")
    for zip in [ZipMaker(isStored: true), ZipMaker(isZip64: true), ZipMaker(isStored: true, isZip64: true)] {
      #expect(try ReadTable(maker.bytes(zip), ending: "xlsx").rows == [["1"]])
    }
    let shifted = [UInt8](repeating: 0x2A, count: 100)
    #expect(try ZipArchive(.memory(shifted + maker.bytes(), path: "x")).entries.count == 4)
    #expect(try ReadTable(maker.bytes() + [0, 0, 0], ending: "xlsx").rows == [["1"]])
  }

  @Test func aCompressedWorkbookIsRead() throws {
    let maker = WorkbookMaker(rows: header + "<row><c><v>1</v></c></row>")
    let table = try ReadTable(Deflating.gzip(maker.bytes()), ending: "xlsx.gz")
    #expect(table.rows == [["1"]])
    #expect(table.description.isCompressed)
  }

  @Test func damageIsTold() throws {
    let maker = WorkbookMaker(rows: header + "<row><c><v>1</v></c></row>")
    let bytes = maker.bytes()
    let wrongSum = sheetError {
      _ = try ReadTable(maker.bytes(ZipMaker(breaksCheckSums: true)), ending: "xlsx")
    }
    #expect(wrongSum?.reason.contains("has a wrong check sum") == true)
    #expect(
      sheetError { _ = try ReadTable(Array(bytes[..<(bytes.count / 2)]), ending: "xlsx") }?.reason.contains(
        "its directory cannot be read") == true)
    let open = WorkbookMaker(rows: header + "<row r=\"2\"><c><v>1</v>")
    #expect(
      sheetError { _ = try read(open) }?.reason.hasPrefix("the sheet has a cell that does not end") == true)
  }

  @Test func emptyWorkbooksAreEmpty() {
    #expect(
      sheetError { _ = try read(WorkbookMaker(rows: "")) }?.reason == "is empty: none of its sheets has rows")
    #expect(
      sheetError { _ = try read(WorkbookMaker(pages: [])) }?.reason == "is empty: none of its sheets has rows"
    )
  }

  @Test func aBombIsRefused() throws {
    var zip = ZipMaker()
    zip.add("a.xml", [UInt8](repeating: 0x20, count: 4_000_000))
    let archive = try ZipArchive(.memory(zip.bytes(), path: "x"))
    var bound = InflationBound()
    bound.harmless = 1 << 20
    var stream: any ByteStream = try ZipEntryBytes(archive.entries[0], of: archive, bound: bound)
    let error = sheetError { _ = try drained(&stream) }
    #expect(error?.reason.contains("inflates to more than") == true)
    #expect(sheetError { _ = try drained(&stream) } == error)
  }
}

// Makes small XLSX files for tests, with only the parts that a test needs.

/// A workbook in the making.
struct WorkbookMaker {
  struct Page {
    var name: String
    /// What stands in `sheetData`.
    var rows: String
    var state = "visible"
  }

  var pages: [Page] = []
  var strings: String?
  /// What stands in `cellXfs`, and the formats that it names.
  var styles = ""
  var formats = ""
  var properties = ""
  /// A prefix for all names of the sheet, as some writers use one.
  var prefix = ""

  init(rows: String) { pages = [Page(name: "Sheet1", rows: rows)] }

  init(pages: [Page]) { self.pages = pages }

  func bytes(_ zip: ZipMaker = ZipMaker()) -> [UInt8] {
    var zip = zip
    for (name, text) in parts { zip.add(name, Array(text.utf8)) }
    return zip.bytes()
  }

  var parts: [(String, String)] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let root = "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"/xl/workbook.xml\"/>"
    var parts = [("_rels/.rels", "<Relationships>\(root)</Relationships>"), ("xl/workbook.xml", workbook)]
    var relations = ""
    for (index, page) in pages.enumerated() {
      let target = "worksheets/sheet\(index).xml"
      relations += "<Relationship Id=\"r\(index)\" Type=\"\(office)/worksheet\" Target=\"\(target)\"/>"
      parts.append(("xl/worksheets/sheet\(index).xml", sheet(page)))
    }
    if let strings {
      relations += "<Relationship Id=\"s\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
      parts.append(("xl/sharedStrings.xml", "<sst>\(strings)</sst>"))
    }
    if !styles.isEmpty {
      relations += "<Relationship Id=\"t\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
      let cells = "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(styles)</cellXfs>"
      parts.append(("xl/styles.xml", "<styleSheet><numFmts>\(formats)</numFmts>\(cells)</styleSheet>"))
    }
    parts.append(("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"))
    return parts
  }

  private var workbook: String {
    let sheets = pages.enumerated().map { index, page in
      "<sheet name=\"\(page.name)\" sheetId=\"\(index + 1)\" state=\"\(page.state)\" r:id=\"r\(index)\"/>"
    }
    let content = "<workbookPr \(properties)/><sheets>\(sheets.joined())</sheets>"
    return "<?xml version=\"1.0\"?><workbook>\(content)</workbook>"
  }

  private func sheet(_ page: Page) -> String {
    let mark = prefix.isEmpty ? "" : prefix + ":"
    let content = "<\(mark)dimension ref=\"A1\"/><\(mark)sheetData>\(page.rows)</\(mark)sheetData>"
    return "<?xml version=\"1.0\"?><\(mark)worksheet>\(content)</\(mark)worksheet>"
  }
}

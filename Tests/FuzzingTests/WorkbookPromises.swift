// Workbooks: whole files, and files made of parts whose check sums are right.

import CZlib

@testable import Sheets

enum WorkbookPromises {
  static func checkFile(_ bytes: [UInt8]) throws {
    let file = MemoryFile(bytes)
    _ = try SheetPromises.read(file.path, ReadingOptions(format: .xlsx))
  }

  /// The parts, divided by zero bytes: rows, strings, styles, sheets, relations.
  static func checkParts(_ bytes: [UInt8]) throws {
    let parts = bytes.split(separator: 0, maxSplits: 4, omittingEmptySubsequences: false).map { Array($0) }
    func part(_ index: Int) -> [UInt8] { index < parts.count ? parts[index] : [] }
    let sheet = Array("<worksheet><sheetData>".utf8) + part(0) + Array("</sheetData></worksheet>".utf8)
    try checkPieces(sheet, strings: part(1), styles: part(2))
    var zip = StoredZip()
    zip.add("xl/worksheets/sheet1.xml", sheet)
    zip.add("xl/sharedStrings.xml", part(1))
    zip.add("xl/styles.xml", part(2))
    zip.add("xl/workbook.xml", part(3).isEmpty ? usualSheets : part(3))
    zip.add("xl/_rels/workbook.xml.rels", part(4).isEmpty ? usualRelations : part(4))
    let file = MemoryFile(zip.bytes)
    _ = try SheetPromises.read(file.path, ReadingOptions())
  }

  private static let usualSheets = Array("<sheets><sheet name=\"A\" r:id=\"1\"/></sheets>".utf8)
  private static let usualRelations = Array(
    """
    <Relationship Id="1" Type="/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="2" Type="/sharedStrings" Target="sharedStrings.xml"/>
    <Relationship Id="3" Type="/styles" Target="styles.xml"/>
    """.utf8)

  /// The same rows in whatever pieces the parts come.
  private static func checkPieces(_ sheet: [UInt8], strings: [UInt8], styles: [UInt8]) throws {
    func rows(_ stream: ([UInt8]) -> any ByteStream) -> ([[[UInt8]?]], [Int], SheetError?) {
      do throws(SheetError) {
        var rows = PageRows(
          PageReader(
            XMLScanner(stream(sheet), path: ""), SharedStrings(stream(strings), path: ""),
            try CellStyles(stream(styles), path: ""), isFrom1904: false))
        return SheetPromises.rows(&rows)
      } catch {
        return ([], [], error)
      }
    }
    let whole = rows { MemoryBytes($0) }
    let pieces = rows { DrippingBytes($0, step: 3) }
    try promise(whole.0 == pieces.0, "other cells in small pieces")
    try promise(whole.1 == pieces.1, "other lines in small pieces")
    try promise(whole.2 == pieces.2, "another error in small pieces")
  }
}

/// A ZIP file whose parts are not compressed.
private struct StoredZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ content: [UInt8]) {
    let sizes =
      little(Int(crc32(0, content, UInt32(content.count))), 4) + little(content.count, 4)
      + little(content.count, 4) + little(name.utf8.count, 2) + little(0, 2)
    let start = little(20, 2) + little(0, 8) + sizes
    directory += little(0x0201_4B50, 4) + little(20, 2) + start + little(0, 10) + little(body.count, 4)
    directory += Array(name.utf8)
    body += little(0x0403_4B50, 4) + start + Array(name.utf8) + content
    count += 1
  }

  var bytes: [UInt8] {
    body + directory + little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
      + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
  }

  private func little(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
  }
}

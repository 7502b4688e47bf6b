// JSON and NDJSON: the same rows in whatever pieces the text comes, and as many as a reader of whole texts finds.

@testable import ClusterDomain
@testable import Sheets

enum JSONPromises {
  static func check(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    let text = Array(bytes[1...])
    let isLines = first & 1 == 1
    var options = ReadingOptions(format: isLines ? .ndjson : .json)
    if first & 2 == 2 { options.headerRow = Int(first >> 2 & 3) }
    let file = MemoryFile(text)
    let reading = try SheetPromises.read(file.path, options)
    guard SheetPromises.isUTF8(text), !text.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    try checkPieces(text, isLines: isLines)
    if first == 0x30, !text.contains(0) { try checkCount(text, reading) }
  }

  private static func checkPieces(_ text: [UInt8], isLines: Bool) throws {
    let survey = JSONSurvey(text)
    let layout = survey.layouts.first ?? JSONLayout(rows: .values(ofArrays: false))
    func rows(_ stream: any ByteStream, _ capacity: Int) -> ([[[UInt8]?]], [Int], SheetError?, [String]) {
      let window = ByteWindow(stream, path: "", capacity: capacity)
      var rows = JSONRows(JSONRowReader(JSONTokens(window, isOneLine: isLines), layout))
      let found = SheetPromises.rows(&rows)
      return (found.rows, found.lines, found.error, rows.header)
    }
    let whole = rows(MemoryBytes(text), text.count + 64)
    let pieces = rows(DrippingBytes(text, step: 3), 64)
    try promise(whole.0 == pieces.0, "other cells in small pieces")
    try promise(whole.1 == pieces.1, "other lines in small pieces")
    try promise(whole.2 == pieces.2, "another error in small pieces")
    try promise(whole.3 == pieces.3, "other titles in small pieces")
  }

  /// A list of objects has a row for each of them.
  private static func checkCount(_ text: [UInt8], _ reading: SheetReading?) throws {
    guard case .array(let elements)? = try? JSONReader.value(of: text), !elements.isEmpty,
      elements.allSatisfy({ if case .object = $0 { true } else { false } })
    else { return }
    guard let reading, reading.source.encoding == .utf8 else { return }
    try promise(reading.progress.end == .complete, "a reader of whole texts finds no mistake")
    try promise(
      reading.sheet.rowCount == elements.count, "\(reading.sheet.rowCount) rows of \(elements.count)")
    for (row, element) in elements.enumerated() {
      guard case .object(let members) = element else { continue }
      for (name, value) in members {
        guard let column = column(name, reading) else { continue }
        let found = reading.sheet.text(row: row, column: column)
        switch value {
        case .string(let text): try promise(found == text, "\(name) is \(found ?? "lost"), not \(text)")
        case .object(let inner) where inner.isEmpty: try promise(found == "{}", "an empty object is lost")
        case .null: try promise(found == nil, "null is \(found ?? "")")
        case .bool(let flag): try promise(found == "\(flag)", "\(name) is not \(flag)")
        case .object, .array, .number: break
        }
      }
    }
  }

  /// The column of a plain name that no row has twice.
  private static func column(_ name: String, _ reading: SheetReading) -> Int? {
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x60 && $0 < 0x7B }) else { return nil }
    guard !reading.sheet.columns.contains(where: { $0.title.hasPrefix(name + " (") }) else { return nil }
    return reading.sheet.columns.firstIndex { $0.title == name }
  }
}

// What holds for every sheet, whatever file it came from.

@testable import Sheets

enum SheetPromises {
  /// Reads a file; nil where an error says why that cannot be done.
  static func read(_ path: String, _ options: ReadingOptions) throws -> SheetReading? {
    var request = SheetRequest(path: path)
    request.options = options
    let reading: SheetReading
    do throws(SheetError) {
      reading = try SheetReader.read(request)
    } catch {
      try check(error)
      return nil
    }
    try check(reading)
    return reading
  }

  static func check(_ error: SheetError) throws {
    try promise(!error.reason.isEmpty && !error.advice.isEmpty, "an error without words: \(error)")
    try promise(error.line ?? 1 > 0, "an error on line \(error.line ?? 0)")
  }

  static func check(_ reading: SheetReading) throws {
    let sheet = reading.sheet
    try promise(reading.columns.count == sheet.columns.count, "not every column has its reading")
    try promise(!reading.source.summary.isEmpty, "a source without words")
    if case .failed(let error) = reading.progress.end { try check(error) }
    for column in reading.columns {
      try promise(!column.explanation.isEmpty, "a column without explanation")
      try promise(
        column.unfit >= 0 && column.unfit <= column.stated, "unfit \(column.unfit) of \(column.stated)")
    }
    try promise(
      Set(sheet.columns.map { Array($0.title.utf8) }).count == sheet.columns.count, "two columns of one title"
    )
    try checkRows(reading)
    for fault in sheet.faults {
      try promise(fault.row < sheet.rowCount, "a fault beyond the rows")
      try promise(sheet.faults(row: fault.row).contains(fault.fault), "a fault that its row does not have")
    }
  }

  private static func checkRows(_ reading: SheetReading) throws {
    let sheet = reading.sheet
    var line = 0
    for row in 0..<sheet.rowCount {
      let here = sheet.line(row: row)
      // Rows of JSON may stand on one line.
      try promise(here >= line && here > 0, "row \(row) is on line \(here), behind line \(line)")
      line = here
      for column in sheet.columns.indices {
        try sheet.withBytes(row: row, column: column) { cell in
          guard let cell else { return }
          try promise(isUTF8(cell), "cell \(row), \(column) is no UTF-8")
          _ = reading.columns[column].value(cell)
        }
      }
    }
  }

  static func isUTF8(_ bytes: some Collection<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes)
  }

  /// All cells as bytes.
  static func cells(_ sheet: Sheet) -> [[[UInt8]?]] {
    (0..<sheet.rowCount).map { row in
      sheet.columns.indices.map { column in
        sheet.withBytes(row: row, column: column) { $0.map { Array($0) } }
      }
    }
  }

  /// The rows of a stream, and what ended them early.
  static func rows(_ stream: inout some RowStream) -> (rows: [[[UInt8]?]], lines: [Int], error: SheetError?) {
    var rows: [[[UInt8]?]] = []
    var lines: [Int] = []
    var row = RowCells()
    do throws(SheetError) {
      while try stream.next(into: &row) {
        rows.append(zip(row.texts, row.missing).map { $1 ? nil : $0 })
        lines.append(row.line)
      }
      return (rows, lines, nil)
    } catch {
      return (rows, lines, error)
    }
  }
}

/// A stream that gives few bytes at a time.
struct DrippingBytes: ByteStream {
  private var bytes: ArraySlice<UInt8>
  private let step: Int
  private(set) var consumed = 0

  init(_ bytes: [UInt8], step: Int) {
    self.bytes = bytes[...]
    self.step = max(1, step)
  }

  var size: Int? { nil }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SheetError) -> Int {
    let piece = bytes.prefix(min(step, buffer.count))
    buffer.copyBytes(from: piece)
    bytes = bytes.dropFirst(piece.count)
    consumed += piece.count
    return piece.count
  }
}

/// All bytes of a stream, and what ended them early.
func drained(_ stream: inout any ByteStream, piece: Int = 65536) -> (bytes: [UInt8], error: SheetError?) {
  var all: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: piece)
  do throws(SheetError) {
    while true {
      let got = try buffer.read(from: &stream, atMost: piece)
      if got == 0 { return (all, nil) }
      all += buffer[..<got]
    }
  } catch {
    return (all, error)
  }
}

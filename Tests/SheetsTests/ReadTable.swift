// Reads a whole source into text, as tests compare it.

@testable import Sheets

/// All of a source.
struct ReadTable {
  var description: SourceDescription
  var header: [String] = []
  var rows: [[String?]] = []
  var lines: [Int] = []
  var faults: [RowFault?] = []
  var dialect: Dialect?
  var invalidBytes = 0

  init(path: String, _ options: ReadingOptions = ReadingOptions()) throws {
    let opened = try SourceOpener.open(path, options)
    description = opened.description
    switch opened.body {
    case .delimited(let stream, let dialect, let header, let firstLine):
      self.header = header
      self.dialect = dialect
      try readDelimited(stream, dialect, firstLine)
    case .rows(let rows): try readRows(rows)
    }
  }

  init(_ bytes: [UInt8], ending: String = "csv", _ options: ReadingOptions = ReadingOptions()) throws {
    let file = try ScratchFile(bytes, ending: ending)
    try self.init(path: file.path, options)
  }

  init(_ text: String, ending: String = "csv", _ options: ReadingOptions = ReadingOptions()) throws {
    try self.init(Array(text.utf8), ending: ending, options)
  }

  private mutating func readDelimited(_ stream: any ByteStream, _ dialect: Dialect, _ firstLine: Int) throws {
    var stream = stream
    let bytes = try drained(&stream)
    let cut = HeadRecords(bytes, dialect, isWhole: true, from: 0, line: firstLine, limit: .max)
    for record in cut.records {
      rows.append(cut.texts(record).map { String(decoding: $0, as: UTF8.self) })
      lines.append(record.line)
    }
    invalidBytes = stream.invalidBytes
  }

  private mutating func readRows(_ source: any RowStream) throws {
    var source = source
    var row = RowCells()
    while try source.next(into: &row) {
      rows.append(zip(row.texts, row.missing).map { $1 ? nil : String(decoding: $0, as: UTF8.self) })
      lines.append(row.line)
      faults.append(row.fault)
    }
    header = source.header
    invalidBytes = source.invalidBytes
  }
}

/// All bytes of a stream, read in pieces of `piece` bytes.
func drained(_ stream: inout any ByteStream, piece: Int = 65536) throws -> [UInt8] {
  var all: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: piece)
  while true {
    let got = try buffer.read(from: &stream, atMost: piece)
    if got == 0 { return all }
    all += buffer[..<got]
  }
}

/// The error that a body throws, if it throws one of ours.
func sheetError(_ body: () throws -> Void) -> SheetError? {
  do {
    try body()
    return nil
  } catch {
    return error as? SheetError
  }
}

/// A stream that gives at most `step` bytes at a time.
struct SlowBytes: ByteStream {
  private var bytes: ArraySlice<UInt8>
  private let step: Int
  private(set) var consumed = 0

  init(_ bytes: [UInt8], step: Int) {
    self.bytes = bytes[...]
    self.step = step
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

// A run of rows as columns: what is loaded, cached, searched and dropped as one.

import Glibc

/// How the cells of one column lie in a chunk.
struct Segment: Sendable, Hashable {
  enum Kind: Int, Sendable {
    /// The rows have no such cell.
    case absent
    /// One byte a row: the position of its text among `texts`.
    case codes8
    /// Two bytes a row.
    case codes16
    /// Whole numbers as they would be written; `Int32.min` is an empty cell, the next no cell.
    case integers32
    /// The same with eight bytes a row.
    case integers64
    /// A text for each row.
    case texts
  }

  var kind = Kind.absent
  /// Codes or numbers.
  var cells = Span()
  /// The texts: each row's, or each code's.
  var texts = TextSpans()
  /// Of texts: the rows that have no such cell.
  var missing = Span()
  /// Of codes: the one for no cell; -1 where every row has one.
  var missingCode = -1
}

/// Texts one behind the other, and the folded form of those that are not plain.
struct TextSpans: Sendable, Hashable {
  /// Where each text ends.
  var ends = Span()
  /// All bytes.
  var bytes = Span()
  /// Which texts have a folded form of their own: those with anything but ASCII.
  var foldedRows = Span()
  var foldedEnds = Span()
  var foldedBytes = Span()
}

/// What was odd about a row of the file.
public enum RowFault: UInt8, Sendable, CaseIterable {
  /// Fewer cells than the header.
  case fewerCells
  /// More cells than the header.
  case moreCells
  /// A quote that is never closed.
  case unclosedQuote
  /// Text after a closing quote.
  case textAfterQuote
  /// Bytes that are no text in the file's encoding.
  case badBytes
  /// A line that is no JSON.
  case notJSON
}

/// Where the columns of a chunk lie in its memory.
struct ChunkLayout: Sendable, Hashable {
  var rowCount = 0
  /// The line of the file on which the first row begins.
  var firstLine = 1
  /// How many lines of the file it covers.
  var lineCount = 0
  /// The line of each row after the first's; empty where every row is one line.
  var lines = Span()
  var segments: [Segment] = []
  /// Rows that were odd, ascending.
  var faultRows = Span()
  /// What was odd about each of them.
  var faults = Span()
}

/// Rows of a sheet; immutable.
final class Chunk: Sendable {
  let memory: ChunkMemory
  let layout: ChunkLayout

  init(memory: ChunkMemory, layout: ChunkLayout) {
    self.memory = memory
    self.layout = layout
  }

  var rowCount: Int { layout.rowCount }

  /// Its columns; to be used while the chunk is alive.
  var view: ChunkView { ChunkView(bytes: memory.bytes, layout: layout) }

  /// Gives the pages back that reading these columns took, where they are many.
  ///
  /// Codes and small numbers stay: they are asked for again, and giving back takes longer than counting them.
  func letGo(after columns: some Sequence<Int>) {
    let areMany = columns.contains { column in
      switch view.segment(column).kind {
      case .texts, .integers64: true
      case .absent, .codes8, .codes16, .integers32: false
      }
    }
    if areMany { memory.letGo() }
  }

  /// Gives the bytes of a cell to `body`; nil where the row has no such cell.
  func withCell<Result>(
    row: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(self) { try view.withCell(row: row, column: column, body) }
  }
}

/// The columns of a chunk as they lie in memory.
struct ChunkView {
  let bytes: UnsafeRawBufferPointer
  let layout: ChunkLayout

  var rowCount: Int { layout.rowCount }

  /// The numbers or bytes of a span; none where it lies outside, as in a file that is broken.
  func elements<Element: BitwiseCopyable>(_ span: Span, as type: Element.Type) -> UnsafeBufferPointer<Element>
  {
    let (length, overflow) = span.count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard span.count > 0, !overflow, span.offset >= 0, length <= bytes.count,
      span.offset <= bytes.count - length, span.offset % MemoryLayout<Element>.alignment == 0
    else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: bytes[span.offset..<span.offset + length])
      .bindMemory(to: type)
  }

  func segment(_ column: Int) -> Segment {
    layout.segments.indices.contains(column) ? layout.segments[column] : Segment()
  }

  func texts(_ spans: TextSpans) -> TextBlock {
    TextBlock(
      ends: elements(spans.ends, as: UInt32.self), bytes: elements(spans.bytes, as: UInt8.self))
  }

  func foldedTexts(_ spans: TextSpans) -> TextBlock {
    TextBlock(
      ends: elements(spans.foldedEnds, as: UInt32.self),
      bytes: elements(spans.foldedBytes, as: UInt8.self))
  }

  func line(row: Int) -> Int {
    let lines = elements(layout.lines, as: UInt32.self)
    return layout.firstLine + (lines.indices.contains(row) ? Int(lines[row]) : row)
  }

  /// The codes of a column by row; nil where it is not coded.
  func code(_ segment: Segment, row: Int) -> Int? {
    switch segment.kind {
    case .codes8:
      let codes = elements(segment.cells, as: UInt8.self)
      return codes.indices.contains(row) ? Int(codes[row]) : nil
    case .codes16:
      let codes = elements(segment.cells, as: UInt16.self)
      return codes.indices.contains(row) ? Int(codes[row]) : nil
    default: return nil
    }
  }

  /// The number of a cell of whole numbers; nil where it is empty or there is none.
  func integer(_ segment: Segment, row: Int) -> CellNumber {
    switch segment.kind {
    case .integers32:
      let cells = elements(segment.cells, as: Int32.self)
      return cells.indices.contains(row) ? CellNumber(cells[row]) : .missing
    case .integers64:
      let cells = elements(segment.cells, as: Int64.self)
      return cells.indices.contains(row) ? CellNumber(cells[row]) : .missing
    default: return .missing
    }
  }

  /// Gives the bytes of a cell to `body`; nil where the row has no such cell.
  func withCell<Result>(
    row: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result
  ) rethrows -> Result {
    let segment = segment(column)
    switch segment.kind {
    case .absent: return try body(nil)
    case .codes8, .codes16:
      guard let code = code(segment, row: row), code != segment.missingCode else { return try body(nil) }
      return try body(texts(segment.texts)[code])
    case .texts:
      if segment.missing.count > 0, isMissing(segment, row: row) { return try body(nil) }
      return try body(texts(segment.texts)[row])
    case .integers32, .integers64:
      switch integer(segment, row: row) {
      case .missing: return try body(nil)
      case .empty: return try body(UnsafeBufferPointer(start: nil, count: 0))
      case .number(let number):
        return try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
          try body(UnsafeBufferPointer(rebasing: buffer[..<number.write(to: buffer)]))
        }
      }
    }
  }

  func isMissing(_ segment: Segment, row: Int) -> Bool {
    let rows = elements(segment.missing, as: UInt32.self)
    return rows.position(of: UInt32(row)).isFound
  }
}

/// A cell of whole numbers.
enum CellNumber {
  case missing
  case empty
  case number(Int)

  /// Numbers from here on have more digits than are kept.
  static let largest = 1_000_000_000_000_000

  /// The number as columns of numbers read it; nil for none, and for more digits than a number keeps.
  var value: Double? {
    guard case .number(let number) = self, number.magnitude < Self.largest else { return nil }
    return Double(number)
  }

  init<Stored: FixedWidthInteger & SignedInteger>(_ stored: Stored) {
    switch stored {
    case .min: self = .empty
    case .min + 1: self = .missing
    default: self = .number(Int(stored))
    }
  }
}

// Rows that come one after the other, and the memory that one of them is held in.

/// Rows that are read once, from the first to the last.
protocol RowStream {
  /// Column titles known so far; may grow while rows are read, never shrinks or reorders.
  var header: [String] { get }
  /// Bytes of the file on disk taken so far, for progress.
  var consumed: Int { get }
  /// Size of the file on disk in bytes; `nil` for pipes.
  var size: Int? { get }
  /// Bytes so far that do not belong to the encoding of the text and were read as windows-1252 instead.
  var invalidBytes: Int { get }
  /// Whether a row or the end will come without a noticeable wait.
  var isReady: Bool { get }
  /// Puts the next row in the place of `row`; false at the end.
  mutating func next(into row: inout RowCells) throws(SheetError) -> Bool
}

extension RowStream {
  var isReady: Bool { true }
}

/// One row, used again for the next.
struct RowCells {
  /// The cells' UTF-8 bytes in the order in which they came; readers append to them between `open` and `close`.
  var bytes: [UInt8] = []
  /// Where each cell lies in `bytes`.
  private(set) var ranges: [Range<Int>] = []
  /// For each cell whether it is absent: a key that is not there, a null, a cell that a sheet does not have.
  private(set) var missing: [Bool] = []
  /// The line on which it begins; in a sheet the number of the row.
  var line = 0
  /// What is odd about it.
  var fault: RowFault?
  /// The cell being written; its bytes are the last ones.
  private var column = 0
  private var start = 0

  /// A row may have so many bytes; more come only from files made to fill the memory.
  static let largest = 256 << 20

  /// How many cells there are.
  var count: Int { ranges.count }

  /// Drops all cells.
  mutating func clear(line: Int) {
    bytes.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    missing.removeAll(keepingCapacity: true)
    self.line = line
    fault = nil
  }

  /// Adds absent cells until there are `count`.
  mutating func pad(to count: Int) {
    let gap = count - ranges.count
    guard gap > 0 else { return }
    ranges.append(contentsOf: repeatElement(0..<0, count: gap))
    missing.append(contentsOf: repeatElement(true, count: gap))
  }

  /// Begins to write the cell of `column`.
  mutating func open(_ column: Int) {
    pad(to: column)
    self.column = column
    start = bytes.count
  }

  /// Ends the cell begun with `open`; `isMissing` makes it an absent one.
  mutating func close(isMissing: Bool = false) {
    if column == ranges.count {
      ranges.append(start..<bytes.count)
      missing.append(isMissing)
    } else {
      ranges[column] = start..<bytes.count
      missing[column] = isMissing
    }
  }
}

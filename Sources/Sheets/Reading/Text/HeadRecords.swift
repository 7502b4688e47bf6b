// Cuts the beginning of a delimited text into rows and cells in one of the ways it might be meant.

/// The rows at the beginning of a text, cut in one way.
struct HeadRecords {
  /// One row that is not blank.
  struct Record {
    var line: Int
    /// The bytes from its first to its line break, and the first byte after that.
    var start: Int
    var end: Int
    var next: Int
    /// Its cells as places in `cells`.
    var cells: Range<Int>
  }

  struct Cell {
    var start: Int
    var end: Int
    var isQuoted = false
  }

  let bytes: [UInt8]
  let dialect: Dialect
  private(set) var records: [Record] = []
  private(set) var cells: [Cell] = []
  /// Text after a closing quote, or a quote that is never closed.
  private(set) var faults = 0
  private(set) var quotedCells = 0
  /// The share of the bytes that are part of whole rows.
  private(set) var coverage = 1.0
  private(set) var lineBreaks: Set<LineBreak> = []
  /// Whether the bytes end within a cell in quotes that takes a good part of them.
  var isSwallowed: Bool { endsInQuotes && coverage < 0.7 }
  /// Whether the first row has more cells than any table.
  private(set) var isTooWide = false
  private var endsInQuotes = false
  private var position = 0
  private var line = 1

  /// Cuts at most `limit` rows; one that is cut off is left out unless the bytes are the whole text.
  ///
  /// Together they have at most `most` cells, which tell enough; more would fill the memory.
  init(
    _ bytes: [UInt8], _ dialect: Dialect, isWhole: Bool, from start: Int, line: Int, limit: Int,
    most: Int = 1 << 22
  ) {
    self.bytes = bytes
    self.dialect = dialect
    position = start
    self.line = line
    while records.count < limit, readRecord(isWhole: isWhole, most: most) {}
    let end = records.last?.next ?? start
    let all = records.count == limit ? end : bytes.count
    coverage = all > start ? Double(end - start) / Double(all - start) : 1
  }

  /// The cell's bytes without its quotes, doubled ones made single.
  func text(_ cell: Cell) -> [UInt8] {
    let inner = bytes[cell.start..<cell.end]
    guard cell.isQuoted, let quote = dialect.quote, inner.contains(quote) else { return Array(inner) }
    var text: [UInt8] = []
    var index = inner.startIndex
    while index < inner.endIndex {
      text.append(inner[index])
      let isDoubled = inner[index] == quote && index + 1 < inner.endIndex && inner[index + 1] == quote
      index += isDoubled ? 2 : 1
    }
    return text
  }

  /// The cells of a record as text.
  func texts(_ record: Record) -> [[UInt8]] { cells[record.cells].map(text) }

  private mutating func readRecord(isWhole: Bool, most: Int) -> Bool {
    skipBlankLines()
    guard position < bytes.count else { return false }
    let before = self.position
    let firstCell = cells.count
    var record = Record(line: line, start: before, end: before, next: before, cells: 0..<0)
    while true {
      let isQuoted = dialect.quote != nil && position < bytes.count && bytes[position] == dialect.quote
      let isClosed = isQuoted ? readQuoted() : readPlain()
      if position >= bytes.count {
        endsInQuotes = !isClosed
        guard isWhole else {
          cells.removeSubrange(firstCell...)
          return false
        }
        if !isClosed { faults += 1 }
        break
      }
      guard bytes[position] == dialect.delimiter else { break }
      guard cells.count < most else {
        isTooWide = records.isEmpty
        cells.removeSubrange(firstCell...)
        return false
      }
      position += 1
    }
    record.end = position
    skipLineBreak()
    record.next = position
    record.cells = firstCell..<cells.count
    records.append(record)
    return true
  }

  private mutating func readPlain() -> Bool {
    let start = position
    skipToCellEnd()
    cells.append(Cell(start: start, end: position))
    return true
  }

  /// Reads a cell in quotes; false when its quote is never closed.
  private mutating func readQuoted() -> Bool {
    position += 1
    var cell = Cell(start: position, end: position, isQuoted: true)
    quotedCells += 1
    while position < bytes.count {
      if bytes[position] == dialect.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == dialect.quote else { break }
        position += 1
      } else if isLineEnd(position) {
        line += 1
      }
      position += 1
    }
    cell.end = min(position, bytes.count)
    guard position < bytes.count else {
      cells.append(cell)
      return false
    }
    position += 1
    let closing = position
    skipToCellEnd()
    if position > closing {
      faults += 1
      cell = Cell(start: cell.start - 1, end: position)
    }
    cells.append(cell)
    return true
  }

  private mutating func skipToCellEnd() {
    let delimiter = dialect.delimiter
    position = bytes.withUnsafeBufferPointer { bytes in
      var index = position
      while index < bytes.count, bytes[index] != delimiter, bytes[index] != 0x0A, bytes[index] != 0x0D {
        index &+= 1
      }
      return index
    }
  }

  /// Whether a line ends with the byte at `index`; the first of CR and LF does not count.
  private func isLineEnd(_ index: Int) -> Bool {
    bytes[index] == 0x0A || bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
  }

  private mutating func skipBlankLines() {
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { skipLineBreak() }
  }

  private mutating func skipLineBreak() {
    guard position < bytes.count else { return }
    let isPair = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    lineBreaks.insert(isPair ? .crlf : bytes[position] == 0x0D ? .cr : .lf)
    position += isPair ? 2 : 1
    line += 1
  }
}

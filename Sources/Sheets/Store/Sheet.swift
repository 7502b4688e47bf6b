// A table as a file has it: named columns and rows of texts, up to millions, read-only.

/// A column of a sheet.
public struct SheetColumn: Sendable, Hashable {
  /// What it is called in the file, cleaned of line breaks.
  public let title: String
  /// Whether it was made from others and does not stand in the file.
  public let isDerived: Bool

  /// A column.
  public init(title: String, isDerived: Bool = false) {
    self.title = title
    self.isDerived = isDerived
  }
}

/// Rows and columns as they stood at one moment of reading; cheap to copy, and never changed by further reading.
public struct Sheet: Sendable {
  /// The columns: derived ones first, then those of the file in its order.
  public private(set) var columns: [SheetColumn]
  private(set) var chunks: [Chunk] = []
  /// The number of the first row of each chunk, and the number of all rows.
  private(set) var starts = [0]

  init(columns: [SheetColumn]) { self.columns = columns }

  /// How many rows there are.
  public var rowCount: Int { starts.last ?? 0 }

  /// How many columns were derived.
  public var derivedCount: Int { columns.prefix { $0.isDerived }.count }

  mutating func append(_ chunk: Chunk) {
    for column in columns.count..<max(columns.count, chunk.layout.segments.count) {
      columns.append(SheetColumn(title: "column \(column - derivedCount + 1)"))
    }
    chunks.append(chunk)
    starts.append(rowCount + chunk.rowCount)
  }

  /// Gives mapped pages back to the system: those that are looked at come again by themselves.
  func letGo() { for chunk in chunks { chunk.memory.letGo() } }

  /// Whether a cache file that rows lie in has lost some of them.
  var isLost: Bool { chunks.contains { $0.memory.isLost } }

  mutating func name(columns titles: [String]) {
    let derived = derivedCount
    for (index, title) in titles.enumerated() {
      let column = SheetColumn(title: title)
      if derived + index < columns.count { columns[derived + index] = column } else { columns.append(column) }
    }
  }

  /// The chunk of a row, and the row's place in it; nil beyond the rows.
  func locate(_ row: Int) -> (chunk: Int, row: Int)? {
    guard row >= 0, row < rowCount else { return nil }
    var low = 0
    var high = chunks.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= row { low = middle } else { high = middle - 1 }
    }
    return (low, row - starts[low])
  }

  /// The text of a cell as the file has it; nil where the row has no such cell.
  public func text(row: Int, column: Int) -> String? {
    withBytes(row: row, column: column) { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// Gives the bytes of a cell, UTF-8, to `body`; nil where the row has no such cell.
  public func withBytes<Result>(
    row: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result
  ) rethrows -> Result {
    guard let place = locate(row) else { return try body(nil) }
    return try chunks[place.chunk].withCell(row: place.row, column: column, body)
  }

  /// The line of the file on which a row begins, counted from 1.
  public func line(row: Int) -> Int {
    guard let place = locate(row) else { return 0 }
    return chunks[place.chunk].view.line(row: place.row)
  }

  /// The row that begins on a line of the file; nil where none does, and where several do, as they may in JSON.
  public func row(line: Int) -> Int? {
    var low = 0
    var high = rowCount
    while low < high {
      let middle = (low + high) / 2
      if self.line(row: middle) < line { low = middle + 1 } else { high = middle }
    }
    guard low < rowCount, self.line(row: low) == line else { return nil }
    return low + 1 < rowCount && self.line(row: low + 1) == line ? nil : low
  }
}

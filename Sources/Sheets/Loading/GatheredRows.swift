// Rows that a reader makes one by one, gathered so that each column takes its cells of many rows in one go.

/// Some rows with their text.
struct GatheredRows: ~Copyable {
  private var text = RawList<UInt8>(capacity: 1 << 16)
  private var places = RawList<CellPlace>(capacity: usualCells)
  private var rowCount = 0

  private static let usualCells = 8 << 10
  private static let wide = 64
  private static let usualBytes = 1 << 20

  deinit {
    text.deallocate()
    places.deallocate()
  }

  /// Takes a row; the builder gets columns for all its cells.
  mutating func add(_ row: borrowing RowCells, to builder: ChunkBuilder) {
    if let fault = row.fault { builder.note(fault) }
    if row.count > builder.width {
      flush(to: builder)
      builder.widen(to: row.count)
    }
    // A table may be a thousand times as wide as its rows.
    if builder.width > Self.wide, row.count * 4 < builder.width {
      flush(to: builder)
      return builder.append(row)
    }
    let start = text.count
    text.append(contentsOf: row.bytes)
    places.reserve(builder.width)
    for index in 0..<row.count {
      let cell = row.ranges[index]
      places.append(
        row.missing[index] ? .missing : CellPlace(start + cell.lowerBound, start + cell.upperBound))
    }
    for _ in row.count..<builder.width { places.append(.missing) }
    builder.addRow(line: row.line, cellCount: row.count)
    rowCount += 1
    if places.count >= Self.usualCells || text.count >= Self.usualBytes { flush(to: builder) }
  }

  /// Hands the rows to the columns.
  mutating func flush(to builder: ChunkBuilder) {
    if rowCount > 0 { builder.append(places.start, rowCount: rowCount, in: text.start) }
    text.removeAll()
    places.removeAll()
    rowCount = 0
  }
}

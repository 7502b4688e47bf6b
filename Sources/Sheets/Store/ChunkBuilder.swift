// Puts rows together into a chunk, whatever file they come from.

import Glibc

/// Takes cells row by row; used again for the next chunk.
final class ChunkBuilder {
  /// How many cells a row should have; rows with more or fewer are noted.
  private let expected: Int?
  private var columns: UnsafeMutableBufferPointer<ColumnBuilder>
  private var buffer = ChunkBuffer()
  private var rowCount = 0
  private var surplus: [Surplus] = []
  private var firstLine = 1
  private var lines: [UInt32] = []
  private var hasLongRows = false
  private var faultRows: [UInt32] = []
  private var faults: [UInt8] = []
  private(set) var evidence: [ColumnEvidence] = []

  /// A cell beyond the columns that were expected.
  private struct Surplus {
    let row: Int
    let column: Int
    let bytes: [UInt8]
  }

  /// Rows with more cells are no rows of a table.
  static let mostColumns = 65_536
  /// Whether a row had more cells than any table has.
  private(set) var isTooWide = false

  /// A builder of rows with so many columns; where the number can grow, as in JSON, odd rows are not noted.
  init(columnCount: Int, isFixed: Bool) {
    expected = isFixed ? columnCount : nil
    columns = .allocate(capacity: columnCount)
    for index in 0..<columnCount { columns.initializeElement(at: index, to: ColumnBuilder()) }
  }

  deinit {
    for column in columns { column.deallocate() }
    columns.deallocate()
  }

  /// How many cells of a row have a column; further ones are taken one by one.
  var width: Int { columns.count }

  var isEmpty: Bool { rowCount == 0 }

  /// Rows taken since the last chunk.
  var count: Int { rowCount }

  /// Counts a row that begins on a line, from the first of the chunk; its cells come later, column by column.
  @inline(__always)
  func addRow(line: Int, cellCount: Int) {
    if rowCount == 0 { firstLine = line }
    if line - firstLine != rowCount, !hasLongRows {
      hasLongRows = true
      lines = (0..<rowCount).map { UInt32($0) }
    }
    if hasLongRows { lines.append(UInt32(truncatingIfNeeded: line - firstLine)) }
    if let expected, cellCount != expected { note(cellCount < expected ? .fewerCells : .moreCells) }
    rowCount += 1
  }

  /// Adds the cells of rows that were counted: `width` places in a block of text for each.
  func append(_ places: UnsafePointer<CellPlace>, rowCount: Int, in text: UnsafePointer<UInt8>) {
    let width = width
    for index in columns.indices {
      columns[index].pad(to: self.rowCount - rowCount)
      columns[index].append(CellColumn(places + index, stride: width, count: rowCount, in: text))
    }
  }

  /// Counts a row and adds its cells one by one, so that it costs no more than the cells that it has.
  func append(_ row: borrowing RowCells) {
    row.bytes.withUnsafeBufferPointer { bytes in
      withUnsafePointer(to: UInt8(0)) { nothing in
        for index in 0..<row.count where !row.missing[index] {
          let range = row.ranges[index]
          let start = bytes.baseAddress.map { $0 + range.lowerBound } ?? nothing
          guard index < columns.count else {
            appendSurplus(start, range.count, column: index)
            continue
          }
          columns[index].pad(to: rowCount)
          columns[index].append(start, range.count)
        }
      }
    }
    addRow(line: row.line, cellCount: row.count)
  }

  /// Notes what is odd about the row that is counted next.
  func note(_ fault: RowFault) {
    guard faultRows.last != UInt32(rowCount) || faults.last != fault.rawValue else { return }
    faultRows.append(UInt32(rowCount))
    faults.append(fault.rawValue)
  }

  /// The layout of a chunk of all rows since the last one; `lineCount` lines were read for it.
  ///
  /// Derived columns stand before those of the file, so that a late column of the file moves none.
  func finish(lineCount: Int, derivations: [Derivation] = []) -> ChunkLayout {
    spreadSurplus()
    var layout = ChunkLayout(rowCount: rowCount, firstLine: firstLine, lineCount: lineCount)
    evidence = []
    for index in columns.indices {
      layout.segments.append(finish(&columns[index]))
      columns[index].removeAll()
    }
    for (position, derivation) in derivations.enumerated() {
      var derived = derivation.cells(of: ChunkView(bytes: buffer.bytes, layout: layout), skipping: position)
      layout.segments.insert(finish(&derived, at: position), at: position)
      derived.deallocate()
    }
    layout.lines = buffer.append(lines)
    layout.faultRows = buffer.append(faultRows)
    layout.faults = buffer.append(faults)
    reset()
    return layout
  }

  private func finish(_ column: inout ColumnBuilder, at position: Int? = nil) -> Segment {
    var noted = ColumnEvidence()
    guard column.rowCount > 0 || rowCount == 0 else {
      evidence.insert(noted, at: position ?? evidence.count)
      return Segment()
    }
    column.pad(to: rowCount)
    let segment = column.finish(into: &buffer, noting: &noted)
    evidence.insert(noted, at: position ?? evidence.count)
    return segment
  }

  /// The bytes of the chunk that was finished last.
  var bytes: UnsafeRawBufferPointer { buffer.bytes }

  /// Keeps the bytes of the finished chunk in memory.
  func takeMemory() -> ChunkMemory {
    defer { buffer.removeAll() }
    return ChunkMemory(copying: buffer.bytes)
  }

  /// Forgets the bytes of the finished chunk, which were written elsewhere.
  func dropBytes() { buffer.removeAll() }

  private func reset() {
    rowCount = 0
    surplus.removeAll()
    lines.removeAll(keepingCapacity: true)
    hasLongRows = false
    faultRows.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
  }

  /// Adds a cell beyond all columns of the row that is counted next.
  func appendSurplus(_ start: UnsafePointer<UInt8>, _ count: Int, column: Int) {
    guard column < Self.mostColumns else { return isTooWide = true }
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    surplus.append(Surplus(row: rowCount, column: column, bytes: bytes))
  }

  /// Adds columns, which the rows so far do not have, until there are `count`.
  func widen(to count: Int) {
    if count > columns.count { grow(to: count) }
  }

  /// Gives surplus cells columns of their own, so that nothing of the file is lost.
  private func spreadSurplus() {
    guard let last = surplus.map(\.column).max() else { return }
    let first = columns.count
    grow(to: last + 1)
    var byColumn: [Int: [Surplus]] = [:]
    for cell in surplus { byColumn[cell.column, default: []].append(cell) }
    for column in first...last {
      for cell in byColumn[column] ?? [] {
        while columns[column].rowCount < cell.row { columns[column].appendMissing() }
        cell.bytes.withUnsafeBufferPointer { bytes in
          withUnsafePointer(to: UInt8(0)) { columns[column].append(bytes.baseAddress ?? $0, bytes.count) }
        }
      }
      while columns[column].rowCount < rowCount { columns[column].appendMissing() }
    }
  }

  private func grow(to count: Int) {
    let larger = UnsafeMutableBufferPointer<ColumnBuilder>.allocate(capacity: count)
    _ = larger.moveInitialize(fromContentsOf: columns)
    for index in columns.count..<count { larger.initializeElement(at: index, to: ColumnBuilder()) }
    columns.deallocate()
    columns = larger
  }
}

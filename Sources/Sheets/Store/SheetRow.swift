// One row of a sheet, found once for all of its cells.

/// A row's cells.
public struct SheetRow {
  private let chunk: Chunk
  private let row: Int

  fileprivate init(_ chunk: Chunk, _ row: Int) {
    self.chunk = chunk
    self.row = row
  }

  /// The text of a cell; empty where the row has no such cell.
  public func text(_ column: Int) -> String {
    chunk.withCell(row: row, column: column) { $0.map { String(decoding: $0, as: UTF8.self) } ?? "" }
  }
}

extension Sheet {
  /// A row; nil beyond the rows.
  public func row(_ number: Int) -> SheetRow? {
    locate(number).map { SheetRow(chunks[$0.chunk], $0.row) }
  }
}

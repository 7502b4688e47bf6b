// The bytes of cells for those who take them all, without a closure for each.

extension Sheet {
  /// Appends the bytes of a cell, UTF-8; false where the row has no such cell.
  public func append(row: Int, column: Int, to bytes: inout [UInt8]) -> Bool {
    withBytes(row: row, column: column) { cell in
      guard let cell else { return false }
      bytes.append(contentsOf: cell)
      return true
    }
  }
}

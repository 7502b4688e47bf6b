// The value of one cell, once the column is understood.

extension ColumnKind {
  /// What one cell says.
  public func value(_ cell: UnsafeBufferPointer<UInt8>) -> CellReading {
    switch self {
    case .text, .code:
      let (start, end) = CellScanner.trimmed(cell)
      return start < end ? .text : .empty
    case .whole: return AmountReading().value(cell)
    case .amount(let reading): return reading.value(cell)
    case .date(let reading): return reading.value(CellScanner.scan(cell))
    case .flag:
      let scanned = CellScanner.scan(cell)
      return Self.common(scanned)
        ?? (scanned.shape == .flag ? .flag(scanned.word % 2 == 0) : .doubtful(.notAFlag))
    }
  }

  /// What a cell says in columns of any kind, if it does.
  @inline(__always)
  static func common(_ scanned: ScannedCell) -> CellReading? {
    switch scanned.shape {
    case .empty: .empty
    case .missing, .notAvailable: .text
    default: nil
    }
  }
}

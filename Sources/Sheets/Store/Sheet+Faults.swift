// The rows of a sheet that were odd in the file.

/// A row that was odd, and in what way.
public struct SheetFault: Sendable, Hashable {
  /// The row.
  public let row: Int
  /// What was odd.
  public let fault: RowFault
}

extension Sheet {
  /// All odd rows, in the order of the file.
  public var faults: [SheetFault] {
    zip(chunks, starts).flatMap { chunk, start in
      withExtendedLifetime(chunk) {
        let rows = chunk.view.elements(chunk.layout.faultRows, as: UInt32.self)
        let kinds = chunk.view.elements(chunk.layout.faults, as: UInt8.self)
        return zip(rows, kinds).compactMap { row, kind in
          RowFault(rawValue: kind).map { SheetFault(row: start + Int(row), fault: $0) }
        }
      }
    }
  }

  /// How many rows were odd, without looking at each.
  public var faultCount: Int { chunks.reduce(0) { $0 + $1.layout.faultRows.count } }
}

extension Sheet {
  /// What was odd about one row.
  public func faults(row: Int) -> [RowFault] {
    guard let place = locate(row) else { return [] }
    let chunk = chunks[place.chunk]
    return withExtendedLifetime(chunk) {
      let rows = chunk.view.elements(chunk.layout.faultRows, as: UInt32.self)
      let kinds = chunk.view.elements(chunk.layout.faults, as: UInt8.self)
      return zip(rows, kinds).filter { $0.0 == UInt32(place.row) }.compactMap { RowFault(rawValue: $0.1) }
    }
  }
}

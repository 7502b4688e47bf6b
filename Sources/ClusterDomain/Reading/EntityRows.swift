// Rows of a table as entities: what every table but the largest becomes.

/// Makes an entity of each row.
struct EntityRows<Row>: RowSink {
  private let table: Table<Row>
  private let names: [String]
  /// The rows, in the order of the file.
  private(set) var rows: [Row] = []
  /// The keys of the rows, with their lines.
  private(set) var keys: [String: Int] = [:]

  init(_ table: Table<Row>) {
    self.table = table
    names = table.columns.map(\.name)
  }

  func line(ofKey key: String) -> Int? { keys[key] }

  mutating func takePlain(
    _ record: CSVRecord, _ places: [Int?], in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool { false }

  mutating func take(
    _ values: [CellValue], line: Int, isFlawless: Bool
  ) -> (column: String, finding: Finding)? {
    guard let row = table.make(ValidRow(names: names, values: values)) else { return nil }
    rows.append(row)
    if let place = table.keyPlace, case .text(let key) = values[place] { keys[key] = line }
    return table.fault?(row)
  }
}

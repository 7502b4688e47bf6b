// The checked rows of the two large tables on their way into columns.

/// Takes organisations.
struct OrganisationSink: RowSink {
  private var plain = PlainCells(Table.organisations.columns)
  /// The rows so far.
  let rows: OrganisationRows
  private var lines: [UInt32] = []

  init(_ rows: OrganisationRows) { self.rows = rows }

  func line(ofKey key: String) -> Int? {
    var key = key
    return key.withUTF8 { rows.row(of: $0) }.map { Int(lines[$0]) }
  }

  mutating func takePlain(
    _ record: CSVRecord, _ places: [Int?], in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard plain.allArePlain(record, places, in: bytes) else { return false }
    let isNew = rows.append(line: record.line) { column, take in
      record.cell(places[column], in: bytes, take)
    }
    if isNew { lines.append(UInt32(clamping: record.line)) }
    return isNew
  }

  mutating func take(
    _ values: [CellValue], line: Int, isFlawless: Bool
  ) -> (column: String, finding: Finding)? {
    if isFlawless { plain.learn(values) }
    var texts = values.map(\.plainText)
    let isNew = rows.append(line: line) { column, take in texts[column].withUTF8 { take($0) } }
    if isNew { lines.append(UInt32(clamping: line)) }
    return nil
  }
}

/// Takes memberships.
struct MembershipSink: RowSink {
  private var plain = PlainCells(Table.memberships.columns)
  private let organisations: OrganisationTable
  /// For each column of the finished table its number among the declared ones.
  private let declared: [Int]
  /// The rows so far.
  let rows: MembershipRows

  init(_ rows: MembershipRows, of organisations: OrganisationTable) {
    self.rows = rows
    self.organisations = organisations
    let names = Table.memberships.columns.map(\.name)
    declared = MembershipColumn.allCases.map { names.firstIndex(of: "\($0)") ?? 0 }
  }

  func line(ofKey key: String) -> Int? { nil }

  mutating func takePlain(
    _ record: CSVRecord, _ places: [Int?], in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard plain.allArePlain(record, places, in: bytes) else { return false }
    var row: Int?
    record.cell(place(.organisation, places), in: bytes) { row = organisations.row(of: $0) }
    guard let row else { return false }
    add(line: record.line, organisation: row) { column, take in
      record.cell(places[declared[column]], in: bytes, take)
    }
    return true
  }

  private func place(_ column: MembershipColumn, _ places: [Int?]) -> Int? {
    places[declared[column.rawValue]]
  }

  mutating func take(
    _ values: [CellValue], line: Int, isFlawless: Bool
  ) -> (column: String, finding: Finding)? {
    if isFlawless { plain.learn(values) }
    var texts = values.map(\.plainText)
    let row = organisations.row(of: ID(rawValue: texts[declared[MembershipColumn.organisation.rawValue]]))
    add(line: line, organisation: row) { column, take in
      texts[declared[column]].withUTF8 { take($0) }
    }
    return nil
  }

  private func add(
    line: Int, organisation: Int?, _ body: (Int, (UnsafeBufferPointer<UInt8>) -> Void) -> Void
  ) {
    var cluster: Int?
    body(MembershipColumn.cluster.rawValue) { cluster = rows.clusterRow($0) }
    var isImplied = false
    body(MembershipColumn.basis.rawValue) {
      isImplied = $0.elementsEqual(Membership.Basis.implied.rawValue.utf8)
    }
    rows.append(line: line, cluster: cluster, organisation: organisation, isImplied: isImplied, body)
  }
}

extension PlainCells {
  /// Whether no cell of a row needs a closer look.
  fileprivate func allArePlain(
    _ record: CSVRecord, _ places: [Int?], in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for (column, place) in places.enumerated() {
      guard let place else { continue }
      let cell = record.cells[place]
      if cell.hasDoubledQuotes { return false }
      guard isPlain(UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end]), column) else { return false }
    }
    return true
  }
}

extension CSVRecord {
  /// Gives the bytes of a cell to `body`; none where the file has no such column.
  fileprivate func cell(
    _ place: Int?, in bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard let place else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    body(UnsafeBufferPointer(rebasing: bytes[cells[place].start..<cells[place].end]))
  }
}

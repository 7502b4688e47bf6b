// All organisations of a dataset as columns: there may be millions, and a row is made only when it is asked for.

public import Sheets

/// What the columns of an organisation table hold; the number of a column is its position in the sheet.
public enum OrganisationColumn: Int, CaseIterable, Sendable {
  /// Key.
  case id
  /// Name.
  case name
  /// Kind of body.
  case kind
  /// City as stated.
  case city
  /// NUTS 2 region.
  case region
  /// What it does.
  case activity
  /// VAT number.
  case vatNumber
  /// Tax code.
  case taxCode
  /// Employees.
  case employees
  /// Turnover in euros.
  case turnover
  /// Website.
  case website
  /// City, or else the name of the region: made here for searching and sorting.
  case place
  /// Name of the region, or else its code: made here likewise.
  case regionName

  /// How its cells are sorted and added up.
  var reading: ForcedReading {
    switch self {
    case .employees, .turnover: .number(decimal: .point)
    default: .text
    }
  }
}

extension OrganisationColumn: CustomStringConvertible {
  /// What the column is called in the sheet; written down, since a program finds the names of its cases by reflection.
  public var description: String {
    switch self {
    case .id: "id"
    case .name: "name"
    case .kind: "kind"
    case .city: "city"
    case .region: "region"
    case .activity: "activity"
    case .vatNumber: "vatNumber"
    case .taxCode: "taxCode"
    case .employees: "employees"
    case .turnover: "turnover"
    case .website: "website"
    case .place: "place"
    case .regionName: "regionName"
    }
  }
}

/// The organisations of a dataset, in the order of their table.
public struct OrganisationTable: RandomAccessCollection, Sendable {
  /// The columns, by the numbers of `OrganisationColumn`.
  public let reading: SheetReading
  private let keys: KeyIndex

  static let readings = ForcedReadings(OrganisationColumn.allCases.map { ("\($0)", $0.reading) })

  init(_ reading: SheetReading, slots: PackedNumbers) {
    self.reading = reading
    keys = KeyIndex(reading.sheet, column: OrganisationColumn.id.rawValue, slots: slots)
  }

  /// Organisations that were made one by one; `regions` give names to where they are.
  public init(_ organisations: some Sequence<Organisation> = [], regions: [Region] = []) {
    var rows = OrganisationRows(regions: regions)
    for organisation in organisations { rows.append(organisation) }
    self = rows.finish()
  }

  /// The first row.
  public var startIndex: Int { 0 }

  /// Behind the last row.
  public var endIndex: Int { reading.sheet.rowCount }

  /// The organisation in a row; one without a name beyond the rows.
  public subscript(row: Int) -> Organisation {
    let cells = reading.sheet.row(row)
    func text(_ column: OrganisationColumn) -> String? {
      let text = cells?.text(column.rawValue)
      return text?.isEmpty == false ? text : nil
    }
    return Organisation(
      id: ID(rawValue: text(.id) ?? ""), name: text(.name) ?? "",
      kind: text(.kind).flatMap(Organisation.Kind.init) ?? .other, city: text(.city),
      region: text(.region).map { ID(rawValue: $0) }, activity: text(.activity), vatNumber: text(.vatNumber),
      taxCode: text(.taxCode), employees: text(.employees).flatMap { Int($0) },
      turnover: text(.turnover).flatMap { Double($0) }, website: text(.website))
  }

  /// The text of one cell; nil where nobody states it.
  public func text(_ column: OrganisationColumn, row: Int) -> String? {
    reading.sheet.text(row: row, column: column.rawValue).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The row of an organisation; nil where the table does not have it.
  public func row(of id: ID<Organisation>) -> Int? { keys.row(of: id.rawValue) }

  /// The row of the organisation with this key; nil where the table does not have it.
  func row(of key: UnsafeBufferPointer<UInt8>) -> Int? { keys.row(of: key) }
}

/// Puts organisations into columns, one by one.
struct OrganisationRows {
  private let builder: SheetBuilder
  private let keys = RowKeys()
  private let regionNames: [String: String]

  init(regions: [Region], archive: SheetArchive? = nil) {
    builder = SheetBuilder(
      columns: OrganisationColumn.allCases.map { "\($0)" }, forced: OrganisationTable.readings,
      archive: archive)
    regionNames = Dictionary(
      regions.map { ($0.id.rawValue, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// How many there are so far.
  var count: Int { builder.rowCount }

  /// The row of a key; nil where no organisation so far has it.
  func row(of key: UnsafeBufferPointer<UInt8>) -> Int? { keys.row(of: key) }

  /// Adds an organisation; one whose key is there already is left out.
  mutating func append(_ organisation: Organisation) {
    var cells = OrganisationColumn.allCases.map { cell($0, organisation) }
    append(line: count + 2) { column, take in cells[column].withUTF8 { take($0) } }
  }

  /// Adds a row whose cells `body` gives by their columns, all but the last; false, and nothing, where its key is there.
  @discardableResult
  func append(
    line: Int, _ body: (_ column: Int, _ take: (UnsafeBufferPointer<UInt8>) -> Void) -> Void
  ) -> Bool {
    var isNew = false
    body(OrganisationColumn.id.rawValue) { isNew = keys.insert($0) }
    guard isNew else { return false }
    builder.beginRow(line: line)
    for column in 0..<OrganisationColumn.place.rawValue { body(column) { builder.append($0) } }
    appendPlace(body)
    body(OrganisationColumn.region.rawValue) { appendName(ofRegion: $0) }
    builder.endRow()
    return true
  }

  private func appendPlace(_ body: (_ column: Int, _ take: (UnsafeBufferPointer<UInt8>) -> Void) -> Void) {
    var hasCity = false
    body(OrganisationColumn.city.rawValue) { city in
      hasCity = !city.isEmpty
      if hasCity { builder.append(city) }
    }
    guard !hasCity else { return }
    body(OrganisationColumn.region.rawValue) { appendName(ofRegion: $0) }
  }

  private func appendName(ofRegion region: UnsafeBufferPointer<UInt8>) {
    guard !region.isEmpty, let name = regionNames[String(decoding: region, as: UTF8.self)] else {
      return builder.append(region)
    }
    builder.append(name)
  }

  private func cell(_ column: OrganisationColumn, _ organisation: Organisation) -> String {
    switch column {
    case .id: organisation.id.rawValue
    case .name: organisation.name
    case .kind: organisation.kind.rawValue
    case .city: organisation.city ?? ""
    case .region: organisation.region?.rawValue ?? ""
    case .activity: organisation.activity ?? ""
    case .vatNumber: organisation.vatNumber ?? ""
    case .taxCode: organisation.taxCode ?? ""
    case .employees: organisation.employees.map { String($0) } ?? ""
    case .turnover: organisation.turnover.map { String($0) } ?? ""
    case .website: organisation.website ?? ""
    case .place, .regionName: ""
    }
  }

  /// The table of all rows; `notes` are kept beside it in the cache.
  func finish(notes: [String] = []) -> OrganisationTable {
    let reading = builder.finish()
    let slots = builder.keep(keys.slots())
    builder.close(notes: notes)
    return OrganisationTable(reading, slots: slots)
  }
}

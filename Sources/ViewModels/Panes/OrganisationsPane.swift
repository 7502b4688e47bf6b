// All organisations that are members of the shown clusters, and in how many; there may be millions.

import ClusterDomain
import Sheets
import Synchronization

/// An organisation with the shown clusters that it is in.
struct SharedMember: Sendable {
  let organisation: Organisation
  /// What the clusters are called.
  let clusters: [String]
}

/// The members of all shown clusters, those in most clusters first.
struct OrganisationsPane: Pane {
  let id = PaneID.organisations
  let hasHeader = true
  let narrowedBy = Set(Facet.allCases)
  let headers = organisationColumns.map(\.header)

  func listing(_ scene: Scene, subject: PaneSubject, query: ListQuery) -> any Listing {
    let ask = Self.ask(scene, query)
    if scene.answersAtOnce {
      let answer = scene.memberRoll()?.answer(ask, stop: StopFlag(), publish: { _ in })
      return OrganisationListing(scene, ask, answer, isPending: false)
    }
    let known = scene.sheets.members(ask)
    return OrganisationListing(scene, ask, known?.answer, isPending: known?.isPending ?? true)
  }

  private static func ask(_ scene: Scene, _ query: ListQuery) -> RowsAsk {
    RowsAsk(.members(scene.memberScope), query: query, kind: .rows)
  }

  func title(_ scene: Scene, subject: PaneSubject, listing: any Listing) -> PaneTitle {
    var count = "\(scene.format.count(listing.count)) of \(scene.format.count(listing.unfilteredCount))"
    if let listing = listing as? OrganisationListing {
      if listing.isPending {
        count += " · looking…"
      } else if !listing.rows.isOrdered {
        count += " · sorting…"
      }
    }
    return PaneTitle(
      name: scene.total == 0 ? "Organisations" : "Members of all shown clusters", owner: nil, count: count)
  }

  func emptyState(_ scene: Scene, subject: PaneSubject, query: ListQuery) -> EmptyState {
    if !scene.answersAtOnce, scene.sheets.members(Self.ask(scene, query))?.isPending ?? true {
      return EmptyState("Looking through the members…", "Esc goes back.")
    }
    if !query.typed.isEmpty {
      return EmptyState("Nothing here matches \"\(query.typed)\".", "Backspace shortens it, Esc clears it.")
    }
    if let filter = query.narrowed.last {
      return EmptyState("No row here has \(filter.words(headers)).", "x drops the last filter.")
    }
    return scene.clauses.isEmpty
      ? EmptyState("No cluster of the dataset has named members.", "Esc goes back.")
      : EmptyState("The shown clusters have no named members.", "X drops all filters.")
  }
}

/// Members in an order; a row is made when it is looked at.
struct OrganisationListing: Listing {
  let rows: RowList
  /// Whether these are the rows of an earlier question, and the present one is being answered.
  let isPending: Bool
  let headers: [ColumnHeader]
  private let scene: Scene
  private let roll: MemberRoll?
  private let ask: RowsAsk
  private let made = MadeMembers()

  init(_ scene: Scene, _ ask: RowsAsk, _ answer: RowsAnswer?, isPending: Bool) {
    self.scene = scene
    self.ask = ask
    self.isPending = isPending
    let roll = answer?.roll
    self.roll = roll
    if roll != nil, case .rows(let found)? = answer?.content {
      rows = found
    } else {
      rows = .all(0, isExact: false)
    }
    headers = organisationColumns.map { column in
      roll?.isStated(column.header.id) == false ? column.header.inExportsOnly : column.header
    }
  }

  var isFoundLater: Bool { true }

  var isWhole: Bool { !isPending && rows.isOrdered && rows.isExact }

  var count: Int { rows.count }

  var unfilteredCount: Int { roll?.members.count ?? 0 }

  func key(row: Int) -> String { member(row)?.organisation.id.rawValue ?? "at \(row)" }

  func row(key: String) -> Int? {
    roll?.table.row(of: ID(rawValue: key)).flatMap { rows.position(of: $0) }
  }

  func cell(row: Int, column: Int) -> TableCell {
    guard let member = member(row) else { return TableCell([Run("…", .dim)], value: .missing) }
    return organisationColumns[column].cell(member, scene)
  }

  /// A frame asks for every cell of a row, so the members that were made last are kept.
  private func member(_ row: Int) -> SharedMember? {
    guard let roll, let place = rows.row(at: row) else { return nil }
    return made.members.withLock { members in
      if let member = members[place] { return member }
      if members.count >= 512 { members.removeAll() }
      let member = roll.member(row: place)
      members[place] = member
      return member
    }
  }

  func widest(column: Int, measured measure: (TableCell) -> Int) -> Int {
    made.widths.width(of: column) {
      rows.sample.reduce(0) { max($0, measure(cell(row: $1, column: column))) }
    }
  }

  func page(row: Int) -> PageKind? { member(row).map { .organisation($0.organisation.id) } }

  func landing(row: Int) -> Landing? { nil }

  func subject(row: Int) -> PaneSubject { member(row).map { .organisation($0.organisation.id) } ?? .none }

  func provenance(row: Int, column: Int) -> Provenance? { nil }

  func clause(row: Int, column: Int) -> Clause? { nil }

  func frequency(column: Int, sum: Int?) -> [ValueGroup] {
    let kind = RowsAsk.Kind.counts(column: headers[column].id, sum: sum.map { headers[$0].id })
    let ask = RowsAsk(ask.source, query: ask.query, kind: kind)
    guard case .counts(let groups)? = roll?.answer(ask, stop: StopFlag(), publish: { _ in })?.content else {
      return []
    }
    return groups
  }
}

/// Members and widths that a listing has made.
private final class MadeMembers: Sendable {
  let members = Mutex<[Int: SharedMember]>([:])
  let widths = MeasuredWidths()
}

/// How wide the columns of a listing are, each measured once.
final class MeasuredWidths: Sendable {
  private let known = Mutex<[Int: Int]>([:])

  /// The width of a column, measured now if it was not before.
  func width(of column: Int, measured measure: () -> Int) -> Int {
    if let known = known.withLock({ $0[column] }) { return known }
    let width = measure()
    known.withLock { $0[column] = width }
    return width
  }
}

extension RowList {
  /// Rows to measure: runs from a few places, since each place brings its surroundings into memory.
  var sample: [Int] {
    let places = min(6, max(1, count / 40))
    return (0..<places).flatMap { place in
      let start = place * (count / places)
      return start..<min(count, start + 40)
    }
  }
}

private let organisationColumns: [Column<SharedMember>] = [
  Column("id", "ID", place: .export, cell: { row, _ in TableCell(row.organisation.id.rawValue) }),
  Column(
    "name", "ORGANISATION", width: .rest(atLeast: 14), cell: { row, _ in TableCell(row.organisation.name) }),
  Column(
    "kind", "KIND", width: .fitting(4...11), cell: { row, _ in TableCell(row.organisation.kind.rawValue) }),
  Column(
    "place", "PLACE", width: .fitting(5...18, rank: 2),
    cell: { row, scene in TableCell(scene.place(of: row.organisation)) }),
  Column(
    "region", "REGION", width: .fitting(6...16, rank: 4),
    cell: { row, scene in
      TableCell(row.organisation.region.map { scene.catalogue.region($0)?.name ?? $0.rawValue })
    }),
  Column(
    "activity", "ACTIVITY", width: .fitting(8...24, rank: 3),
    cell: { row, _ in TableCell(row.organisation.activity) }),
  Column(
    "employees", "EMPLOYEES", width: .fitting(9...11, rank: 2), isNumber: true,
    cell: { row, scene in TableCell(number: row.organisation.employees.map(Double.init), scene.format) }),
  Column(
    "turnover", "TURNOVER €", width: .fitting(10...16, rank: 4), isNumber: true,
    cell: { row, scene in TableCell(number: row.organisation.turnover, scene.format) }),
  Column(
    "clusters", "CLUSTERS", width: .fitting(8...8), isNumber: true,
    cell: { row, scene in
      TableCell([Run(scene.format.count(row.clusters.count))], value: .number(Double(row.clusters.count)))
    }),
  Column(
    "in", "IN", width: .fitting(6...30, rank: 1),
    cell: { row, _ in TableCell(row.clusters.joined(separator: ", ")) }),
  Column(
    "vat_number", "VAT NUMBER", place: .export, cell: { row, _ in TableCell(row.organisation.vatNumber) }),
  Column("tax_code", "TAX CODE", place: .export, cell: { row, _ in TableCell(row.organisation.taxCode) }),
  Column("website", "WEBSITE", place: .export, cell: { row, _ in TableCell(row.organisation.website) }),
]

// All memberships of a dataset as columns, with the ways from clusters and from organisations to them.

public import Sheets

/// What the columns of a membership table hold; the number of a column is its position in the sheet.
public enum MembershipColumn: Int, CaseIterable, Sendable {
  /// Key of the cluster.
  case cluster
  /// Key of the member.
  case organisation
  /// How firmly the source says so.
  case basis
  /// Kind of body, where the source says otherwise.
  case kind
  /// City, where the source says otherwise.
  case city
  /// NUTS 2 region, where the source says otherwise.
  case region
  /// Activity, where the source says otherwise.
  case activity
  /// Key of the source.
  case source
  /// In what role it was named, and when.
  case note
}

extension MembershipColumn: CustomStringConvertible {
  /// What the column is called in the sheet; written down, since a program finds the names of its cases by reflection.
  public var description: String {
    switch self {
    case .cluster: "cluster"
    case .organisation: "organisation"
    case .basis: "basis"
    case .kind: "kind"
    case .city: "city"
    case .region: "region"
    case .activity: "activity"
    case .source: "source"
    case .note: "note"
    }
  }
}

/// The memberships of a dataset, in the order of their table.
public struct MembershipTable: RandomAccessCollection, Sendable {
  private let sheet: Sheet
  /// Of every membership the row of its organisation.
  public let organisations: PackedNumbers
  /// Of every membership the row of its cluster.
  public let clusters: PackedNumbers
  /// By the row of an organisation the rows of its memberships.
  public let byOrganisation: GroupedNumbers
  /// By the row of a cluster the rows of its memberships.
  public let byCluster: GroupedNumbers
  /// The memberships that are only implied, by their rows.
  public let implied: PackedNumbers

  static let readings = ForcedReadings(MembershipColumn.allCases.map { ("\($0)", .text) })

  /// Memberships that were made one by one; those of what is not there are listed and lead nowhere.
  public init(
    _ memberships: some Sequence<Membership> = [], of organisations: OrganisationTable = OrganisationTable(),
    in clusters: [Cluster] = []
  ) {
    let rows = MembershipRows(clusters: clusters)
    for membership in memberships {
      rows.append(membership, organisation: organisations.row(of: membership.organisation))
    }
    self = rows.finish(organisationCount: organisations.count)
  }

  init(
    _ sheet: Sheet, organisations: PackedNumbers, clusters: PackedNumbers, byOrganisation: GroupedNumbers,
    byCluster: GroupedNumbers, implied: PackedNumbers
  ) {
    self.sheet = sheet
    self.organisations = organisations
    self.clusters = clusters
    self.byOrganisation = byOrganisation
    self.byCluster = byCluster
    self.implied = implied
  }

  /// The first row.
  public var startIndex: Int { 0 }

  /// Behind the last row.
  public var endIndex: Int { sheet.rowCount }

  /// The membership in a row; one of nothing in nothing beyond the rows.
  public subscript(row: Int) -> Membership {
    let cells = sheet.row(row)
    func text(_ column: MembershipColumn) -> String? {
      let text = cells?.text(column.rawValue)
      return text?.isEmpty == false ? text : nil
    }
    return Membership(
      cluster: ID(rawValue: text(.cluster) ?? ""), organisation: ID(rawValue: text(.organisation) ?? ""),
      basis: text(.basis).flatMap(Membership.Basis.init) ?? .stated,
      kind: text(.kind).flatMap(Organisation.Kind.init), city: text(.city),
      region: text(.region).map { ID(rawValue: $0) }, activity: text(.activity), note: text(.note),
      source: ID(rawValue: text(.source) ?? ""))
  }

  /// The text of one cell; nil where nobody states it.
  public func text(_ column: MembershipColumn, row: Int) -> String? {
    sheet.text(row: row, column: column.rawValue).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The row of the organisation that a membership speaks of; nil where the dataset does not have it.
  public func organisation(row: Int) -> Int? {
    organisations[row].flatMap { $0 < byOrganisation.count ? Int($0) : nil }
  }

  /// The row of the cluster that a membership speaks of; nil where the dataset does not have it.
  public func cluster(row: Int) -> Int? {
    clusters[row].flatMap { $0 < byCluster.count ? Int($0) : nil }
  }

  /// Whether a membership is only implied.
  public func isImplied(row: Int) -> Bool {
    implied.withNumbers { rows in
      var (low, high) = (0, rows.count)
      while low < high {
        let middle = (low + high) / 2
        if rows[middle] < row { low = middle + 1 } else { high = middle }
      }
      return low < rows.count && rows[low] == row
    }
  }
}

/// Puts memberships into columns, one by one.
final class MembershipRows {
  private let builder: SheetBuilder
  private var clusterRows = KeyTable()
  private let clusterNames: [String: Int]
  private let clusterCount: Int
  private var organisations: [UInt32] = []
  private var clusters: [UInt32] = []
  private var implied: [UInt32] = []
  private static let nowhere = UInt32.max

  init(clusters: [Cluster], archive: SheetArchive? = nil) {
    builder = SheetBuilder(
      columns: MembershipColumn.allCases.map { "\($0)" }, forced: MembershipTable.readings, archive: archive)
    clusterCount = clusters.count
    clusterNames = Dictionary(
      zip(clusters.lazy.map(\.id.rawValue), clusters.indices), uniquingKeysWith: { first, _ in first })
    for (row, cluster) in clusters.enumerated() {
      _ = clusterRows.insert(Hash128(cluster.id.rawValue.utf8), UInt64(row))
    }
  }

  /// Adds a membership; nil stands for an organisation that is not there.
  func append(_ membership: Membership, organisation: Int?) {
    var cells = MembershipColumn.allCases.map { Self.cell($0, membership) }
    let cluster = cells[MembershipColumn.cluster.rawValue].withUTF8 { clusterRow($0) }
    append(
      line: builder.rowCount + 2, cluster: cluster, organisation: organisation,
      isImplied: membership.basis == .implied
    ) { column, take in cells[column].withUTF8 { take($0) } }
  }

  /// The row of the cluster with this key.
  func clusterRow(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
    if let row = clusterRows.value(of: Hash128(key)) { return Int(row) }
    // Keys that differ only in how accents are put together are the same, as everywhere else.
    return clusterNames[String(decoding: key, as: UTF8.self)]
  }

  /// Adds a row whose cells `body` gives by their columns.
  func append(
    line: Int, cluster: Int?, organisation: Int?, isImplied: Bool,
    _ body: (_ column: Int, _ take: (UnsafeBufferPointer<UInt8>) -> Void) -> Void
  ) {
    if isImplied { implied.append(UInt32(truncatingIfNeeded: organisations.count)) }
    organisations.append(organisation.map { UInt32(truncatingIfNeeded: $0) } ?? Self.nowhere)
    clusters.append(cluster.map { UInt32(truncatingIfNeeded: $0) } ?? Self.nowhere)
    builder.beginRow(line: line)
    for column in MembershipColumn.allCases.indices { body(column) { builder.append($0) } }
    builder.endRow()
  }

  private static func cell(_ column: MembershipColumn, _ membership: Membership) -> String {
    switch column {
    case .cluster: membership.cluster.rawValue
    case .organisation: membership.organisation.rawValue
    case .basis: membership.basis.rawValue
    case .kind: membership.kind?.rawValue ?? ""
    case .city: membership.city ?? ""
    case .region: membership.region?.rawValue ?? ""
    case .activity: membership.activity ?? ""
    case .source: membership.source.rawValue
    case .note: membership.note ?? ""
    }
  }

  /// The table of all rows; `notes` are kept beside it in the cache.
  func finish(organisationCount: Int, notes: [String] = []) -> MembershipTable {
    let sheet = builder.finish().sheet
    let organisations = builder.keep(self.organisations)
    let implied = builder.keep(self.implied)
    let byOrganisation = kept(GroupedNumbers(groups: organisations, count: organisationCount))
    let clusters = builder.keep(self.clusters)
    let byCluster = kept(GroupedNumbers(groups: clusters, count: clusterCount))
    builder.close(notes: notes)
    return MembershipTable(
      sheet, organisations: organisations, clusters: clusters, byOrganisation: byOrganisation,
      byCluster: byCluster, implied: implied)
  }

  private func kept(_ groups: GroupedNumbers) -> GroupedNumbers {
    GroupedNumbers(starts: builder.keep(groups.starts), members: builder.keep(groups.members))
  }
}

extension MembershipTable {
  /// A table as it was kept in the cache; nil where something is missing.
  init?(_ kept: SheetArchive.Kept) {
    guard kept.numbers.count == 7 else { return nil }
    let numbers = kept.numbers
    self.init(
      kept.reading.sheet, organisations: numbers[0], clusters: numbers[4],
      byOrganisation: GroupedNumbers(starts: numbers[2], members: numbers[3]),
      byCluster: GroupedNumbers(starts: numbers[5], members: numbers[6]), implied: numbers[1])
  }
}

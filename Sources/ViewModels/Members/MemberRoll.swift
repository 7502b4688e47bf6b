// The members of the shown clusters among all organisations: which they are, and in which clusters each is.

import ClusterDomain
import Sheets
import Synchronization

/// Whose members are meant: what the clusters were filtered by, or one cluster, and which memberships count.
public struct MemberScope: Hashable, Sendable {
  /// The one cluster; nil for all that the filters leave.
  var cluster: ID<Cluster>?
  let clauses: [Clause]
  let showsImplied: Bool
  let asOf: CalendarDate?
  /// Tells one dataset from the next.
  let revision: Int

  /// Whether which clusters there are depends on what the user watches.
  var dependsOnWatchList: Bool { clauses.contains { $0.facet == .watch } }
}

/// The members of the shown clusters; made once for a scope, since it looks at every membership.
final class MemberRoll: Sendable {
  let table: OrganisationTable
  /// The rows of those that are in at least one of the clusters.
  let members: RowSet
  private let memberships: MembershipTable
  /// By the row of a cluster what it is called; empty where it is not shown.
  private let names: [String]
  private let isHidden: Set<UInt32>
  /// By the row of an organisation in how many of the clusters it is.
  let counts: RowNumbers
  private let countColumn: RollColumn
  private let nameColumn = Mutex<RollColumn?>(nil)

  /// Looks at every membership; nil where it was stopped.
  init?(_ scene: Scene, _ stop: StopFlag) {
    let tables = scene.catalogue.tables
    table = tables.organisations
    memberships = tables.memberships
    let shown = Set(scene.clusters.map(\.id))
    names = tables.clusters.map { shown.contains($0.id) ? $0.briefName : "" }
    isHidden = scene.showsImplied ? [] : Set(tables.memberships.implied.withNumbers { Array($0) })
    guard let counts = Self.counts(tables, isShown: names.map { !$0.isEmpty }, isHidden, stop) else {
      return nil
    }
    // Where a dataset has no clusters its organisations are all there is to show.
    let isAlone = tables.clusters.isEmpty
    members = RowSet(tables.organisations.reading.sheet) { isAlone || counts[$0] > 0 }
    self.counts = RowNumbers(counts)
    let numbers = 0...Int(counts.max() ?? 0)
    countColumn = RollColumn(
      codes: counts, values: numbers.map { .number(Double($0)) },
      texts: numbers.map { scene.format.count($0) },
      ranks: self.counts)
  }

  private static func counts(
    _ tables: Catalogue.Tables, isShown: [Bool], _ isHidden: Set<UInt32>, _ stop: StopFlag
  ) -> [UInt32]? {
    var counts = [UInt32](repeating: 0, count: tables.organisations.count)
    tables.memberships.clusters.withNumbers { clusters in
      tables.memberships.organisations.withNumbers { organisations in
        for (row, cluster) in clusters.enumerated() where cluster < isShown.count && isShown[Int(cluster)] {
          if row & 0xFFFF == 0, stop.isSet { return }
          let organisation = Int(organisations[row])
          guard organisation < counts.count, isHidden.isEmpty || !isHidden.contains(UInt32(row)) else {
            continue
          }
          counts[organisation] += 1
        }
      }
    }
    return stop.isSet ? nil : counts
  }

  /// Whether any organisation states what a column of the list has; nil for columns that are not in the table.
  func isStated(_ id: String) -> Bool? {
    Self.columns[id].map { table.reading.columns[$0.rawValue].stated > 0 }
  }

  /// The organisation in a row with the shown clusters that it is in.
  func member(row: Int) -> SharedMember {
    SharedMember(organisation: table[row], clusters: clusterNames(row: row))
  }

  /// The names of the shown clusters that an organisation is in, in the order of its memberships.
  private func clusterNames(row: Int) -> [String] {
    memberships.byOrganisation[row].compactMap { membership in
      guard let cluster = memberships.clusters[membership], cluster < names.count,
        !names[Int(cluster)].isEmpty, isHidden.isEmpty || !isHidden.contains(UInt32(membership))
      else { return nil }
      return names[Int(cluster)]
    }
  }

  // MARK: Columns that are not in the table

  /// The columns of the table by the ids of the pane's columns.
  static let columns: [String: OrganisationColumn] = [
    "id": .id, "name": .name, "kind": .kind, "place": .place, "region": .regionName, "activity": .activity,
    "employees": .employees,
    "turnover": .turnover, "vat_number": .vatNumber, "tax_code": .taxCode, "website": .website,
  ]

  /// The column of a list that depends on the shown clusters; nil for one of the table.
  func column(_ id: String) -> RollColumn? {
    switch id {
    case "clusters": countColumn
    case "in": clusterColumn()
    default: nil
    }
  }

  /// The clusters of each organisation as codes: few different lists stand for all of them.
  private func clusterColumn() -> RollColumn {
    if let made = nameColumn.withLock({ $0 }) { return made }
    var codes = [UInt32](repeating: 0, count: table.count)
    var known: [[String]: UInt32] = [[]: 0]
    var texts = [""]
    members.forEach { row in
      let names = clusterNames(row: row)
      if let code = known[names] {
        codes[row] = code
      } else {
        codes[row] = UInt32(texts.count)
        known[names] = codes[row]
        texts.append(names.joined(separator: ", "))
      }
    }
    let keys = texts.map { Folding.folded($0) }
    var ranks = [UInt32](repeating: 0, count: texts.count)
    for (rank, code) in texts.indices.sorted(by: { keys[$0] < keys[$1] }).enumerated() {
      ranks[code] = UInt32(rank)
    }
    let made = RollColumn(
      codes: codes, values: texts.map { .optional($0) }, texts: texts,
      ranks: RowNumbers(codes.map { ranks[Int($0)] }))
    nameColumn.withLock { $0 = made }
    return made
  }
}

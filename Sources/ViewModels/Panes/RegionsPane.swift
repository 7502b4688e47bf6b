// The regions of the home country: how many clusters, members and labels each has.

import ClusterDomain

/// A region with the clusters seated in it.
struct RegionRow: Sendable {
  let region: Region
  let clusters: [Cluster]
  /// How many different organisations are named as their members.
  let memberCount: Int
}

extension TablePane where Row == RegionRow {
  /// All regions; the region filter itself does not narrow them, the other filters do.
  static let regions = TablePane(
    id: .regions, columns: regionColumns,
    rows: { scene, _ in
      let others = scene.clauses.filter { $0.facet != .region }
      let clusters = scene.catalogue.tables.clusters.filter { cluster in
        others.allSatisfy { $0.facet.passes(cluster, $0.values, scene.judgement) }
      }
      let byRegion = Dictionary(grouping: clusters, by: \.region)
      var members = DifferentMembers(scene)
      return scene.catalogue.tables.regions.map { region in
        let clusters = byRegion[region.id] ?? []
        return RegionRow(region: region, clusters: clusters, memberCount: members.count(of: clusters))
      }
    },
    key: { $0.region.id.rawValue },
    words: { row, _ in
      [row.region.name, row.region.englishName, row.region.id.rawValue] + row.region.legacyCodes
    },
    named: { scene, _, rows, _ in
      PaneTitle(name: "Regions", owner: nil, count: scene.counted(rows.count, "region"))
    },
    empty: { _, _ in EmptyState("The dataset holds no regions.", "p shows what could not be read.") },
    narrowedBy: Set(Facet.allCases).subtracting([.region]))
}

/// Counts the different members of some clusters; one object for all counts, since there may be millions of members.
private struct DifferentMembers {
  private let scene: Scene
  private let memberships: MembershipTable
  /// By the row of an organisation the number of the count in which it was met last.
  private var met: [UInt32]
  private var number: UInt32 = 0

  init(_ scene: Scene) {
    self.scene = scene
    memberships = scene.catalogue.tables.memberships
    met = Array(repeating: 0, count: scene.catalogue.tables.organisations.count)
  }

  mutating func count(of clusters: [Cluster]) -> Int {
    number += 1
    var count = 0
    for cluster in clusters {
      for membership in scene.membershipRows(of: cluster.id) {
        guard let organisation = memberships.organisation(row: membership), met[organisation] != number else {
          continue
        }
        met[organisation] = number
        count += 1
      }
    }
    return count
  }
}

private let regionColumns: [Column<RegionRow>] = [
  Column(
    "id", "NUTS 2", width: .fitting(6...6, rank: 3),
    cell: { row, _ in TableCell(row.region.id.rawValue, .dim) }),
  Column(
    "name", "REGION", width: .rest(atLeast: 14), cell: { row, _ in TableCell(row.region.name) },
    provenance: { row, scene in
      scene.provenance(
        row: row.region.name, source: row.region.source, note: nil, table: "regions",
        key: row.region.id.rawValue)
    },
    clause: { row, _ in Clause(.region, [row.region.id.rawValue]) }),
  Column(
    "name_en", "IN ENGLISH", width: .fitting(8...22, rank: 4),
    cell: { row, _ in TableCell(row.region.englishName, .dim) }),
  Column.count("clusters", "CLUSTERS", rank: 0) { row, _ in row.clusters.count },
  Column.count("members", "NAMED MEMBERS", rank: 2) { row, _ in row.memberCount },
  Column.count("labelled", "LABELLED", rank: 1) { row, scene in
    row.standing(scene) { $0 == .valid || $0 == .expiring }
  },
  Column.count("in_grace", "IN GRACE", rank: 5) { row, scene in row.standing(scene) { $0 == .grace } },
  Column.count("lapsed", "LAPSED", rank: 6) { row, scene in row.standing(scene) { $0 == .lapsed } },
  Column.count("unknown", "UNKNOWN", rank: 7) { row, scene in row.standing(scene) { $0 == .unknown } },
  Column.count("never", "NEVER", rank: 8) { row, scene in row.standing(scene) { $0 == .none } },
]

extension RegionRow {
  fileprivate func standing(_ scene: Scene, _ passes: (LabelStanding.Status) -> Bool) -> Int {
    clusters.filter { passes(scene.judgement.standing(of: $0.id).status) }.count
  }
}

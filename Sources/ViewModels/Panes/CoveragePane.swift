// Which regions have clusters with a valid label, by level, now and a year later if nobody renews.

import ClusterDomain

/// The shown clusters of one region or country.
struct Coverage: Sendable {
  /// The region's name, or that of the country abroad.
  let place: String
  let clusters: [Cluster]
  let clause: Clause?
}

extension TablePane where Row == Coverage {
  /// A row for each region or country that has a shown cluster, those with most labels first.
  static let coverage = TablePane(
    id: .coverage, columns: coverageColumns,
    rows: { scene, _ in scene.coverage },
    key: { $0.place },
    words: { row, _ in [row.place] },
    named: { scene, _, rows, _ in
      let covered = rows.count { $0.covered(scene) > 0 }
      return PaneTitle(
        name: "Coverage", owner: nil, count: "\(covered) of \(scene.counted(rows.count, "area")) covered")
    },
    empty: { _, _ in EmptyState("No cluster is shown.", "X drops all filters.") },
    narrowedBy: Set(Facet.allCases))
}

extension Scene {
  fileprivate var coverage: [Coverage] {
    Dictionary(grouping: clusters) { place(of: $0) }
      .map { Coverage(place: $0, clusters: $1, clause: $1.first.map { regionClause(of: $0) }) }
      .sorted { .text($0.place) }
      .sorted { .number(-Double($0.covered(self))) }
  }
}

extension Coverage {
  /// How many of its clusters hold a valid label.
  fileprivate func covered(_ scene: Scene) -> Int {
    clusters.count { scene.judgement.standing(of: $0.id).isAlive }
  }

  fileprivate func covered(_ scene: Scene, by level: LabelLevel) -> Int {
    clusters.count { cluster in
      let standing = scene.judgement.standing(of: cluster.id)
      return standing.isAlive && standing.level == level
    }
  }

  fileprivate func coveredLater(_ scene: Scene) -> Int {
    let later = scene.judgement.asOf.adding(months: 12)
    return clusters.count { scene.judgement.covers($0, on: later) }
  }
}

private let coverageColumns: [Column<Coverage>] = [
  Column(
    "area", "AREA", width: .rest(atLeast: 12), cell: { row, _ in TableCell(row.place) },
    clause: { row, _ in row.clause }),
  Column.count("gold", "G", rank: 1, role: .gold) { $0.covered($1, by: .gold) },
  Column.count("silver", "S", rank: 1, role: .silver) { $0.covered($1, by: .silver) },
  Column.count("bronze", "B", rank: 1, role: .bronze) { $0.covered($1, by: .bronze) },
  Column.count("covered", "COVERED", rank: 0) { $0.covered($1) },
  Column.count("clusters", "OF", rank: 0) { row, _ in row.clusters.count },
  Column(
    "share", "SHARE", width: .fitting(5...7, rank: 3), isNumber: true,
    cell: { row, scene in
      let share = Double(row.covered(scene)) / Double(row.clusters.count) * 100
      return TableCell([Run(scene.format.percent(share), share == 0 ? .dim : .text)], value: .number(share))
    }),
  Column.count("covered_in_a_year", "IN A YEAR", rank: 2) { $0.coveredLater($1) },
]

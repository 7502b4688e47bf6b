// The months ahead: which labels end, and how many clusters are left with one, if nobody renews.

import ClusterDomain

extension TablePane where Row == MonthOutlook {
  /// A row for each of the next months.
  static let outlook = TablePane(
    id: .outlook, columns: outlookColumns,
    rows: { scene, _ in scene.clusters.isEmpty ? [] : scene.outlook },
    key: { $0.month.description },
    words: { row, scene in [scene.format.date(row.month), scene.holders(row)] },
    opens: { row in
      let clusters = Set((row.lapsing + row.lost).map(\.cluster))
      return clusters.count == 1 ? clusters.first.map { .cluster($0) } : nil
    },
    named: { scene, _, _, _ in
      let asOf = scene.judgement.asOf
      let months = Scene.outlookMonths
      let (now, later) = (scene.covered(on: asOf), scene.covered(on: asOf.adding(months: months)))
      return PaneTitle(
        name: "If nobody renews", owner: nil, count: "\(now) covered, \(later) in \(months) mo")
    },
    empty: { _, _ in EmptyState("No cluster is shown.", "X drops all filters.") },
    narrowedBy: Set(Facet.allCases))
}

private let outlookColumns: [Column<MonthOutlook>] = [
  Column(
    "month", "MONTH", width: .fitting(8...8, rank: 0),
    cell: { row, scene in
      TableCell([Run(scene.format.date(row.month))], value: .text(row.month.description))
    },
    order: { row, _ in .date(row.month) }),
  Column.count("lapsing", "LAPSE", rank: 0) { row, _ in row.lapsing.count },
  Column(
    "bar", "BAR", width: .fitting(4...8, rank: 2), place: .screen,
    cell: { row, _ in TableCell(share: row.share) }),
  Column.count("covered", "COVERED", rank: 1) { row, _ in row.covered },
  Column.count("lost", "LAST TO RENEW", rank: 4) { row, _ in row.lost.count },
  Column(
    "who", "WHO", width: .rest(atLeast: 10),
    cell: { row, scene in TableCell(scene.holders(row)) }),
]

extension Scene {
  /// Whose labels end in a month, and whose can be renewed no longer after it.
  fileprivate func holders(_ row: MonthOutlook) -> String {
    let lost = row.lost.map { holder($0) }.joined(separator: ", ")
    return (row.lapsing.map { holder($0) } + (lost.isEmpty ? [] : ["last to renew: \(lost)"]))
      .joined(separator: ", ")
  }

  /// The level and the name of who holds an award: `B AFIL`.
  fileprivate func holder(_ award: LabelAward) -> String {
    "\(award.level.letter) \(catalogue.cluster(award.cluster)?.listName ?? award.cluster.rawValue)"
  }
}

// The months ahead: which labels end, and how many clusters are left with one, if nobody renews.

import ClusterDomain

extension TablePane where Row == MonthOutlook {
  /// A row for each of the next months.
  static let outlook = TablePane(
    id: .outlook, columns: outlookColumns,
    rows: { scene, _ in scene.clusters.isEmpty ? [] : scene.outlook },
    key: { $0.month.description },
    words: { row, scene in [scene.format.date(row.month)] + row.lapsing.map { scene.holder($0) } },
    named: { scene, _, _, _ in
      let months = Scene.outlookMonths
      return PaneTitle(
        name: "If nobody renews", owner: nil,
        count:
          "\(scene.covered(monthsLater: 0)) covered, \(scene.covered(monthsLater: months)) in \(months) mo")
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
  countColumn("lapsing", "LAPSE", rank: 0) { $0.lapsing.count },
  Column(
    "bar", "BAR", width: .fitting(4...8, rank: 2), place: .screen,
    cell: { row, _ in TableCell(share: row.share) }),
  countColumn("covered", "COVERED", rank: 1) { $0.covered },
  countColumn("lost", "LAST TO RENEW", rank: 4) { $0.lost.count },
  Column(
    "who", "WHO", width: .rest(atLeast: 10),
    cell: { row, scene in TableCell(row.lapsing.map { scene.holder($0) }.joined(separator: ", ")) }),
]

private func countColumn(
  _ id: String, _ title: String, rank: Int, _ count: @escaping @Sendable (MonthOutlook) -> Int
) -> Column<MonthOutlook> {
  Column(
    id, title, width: .fitting(title.count...max(title.count, 6), rank: rank), isNumber: true,
    cell: { row, scene in
      let found = count(row)
      return TableCell(
        [Run(scene.format.count(found), found == 0 ? .dim : .text)], value: .number(Double(found)))
    })
}

extension Scene {
  /// The level and the name of who holds an award: `B AFIL`.
  fileprivate func holder(_ award: LabelAward) -> String {
    "\(award.level.letter) \(catalogue.cluster(award.cluster)?.listName ?? award.cluster.rawValue)"
  }
}

// What is not as it was: since the older release that was named, and since the program began.

import ClusterDomain

/// A change with its place among all of them.
struct ChangeRow: Sendable {
  let number: Int
  let change: Change
}

extension TablePane where Row == ChangeRow {
  /// The changes of the shown clusters, and all of programmes and calls.
  static let changes = TablePane(
    id: .changes, columns: changeColumns,
    rows: { scene, _ in
      let shown = Set(scene.clusters.map(\.id.rawValue))
      return scene.changeLog.changes.enumerated().map { ChangeRow(number: $0.offset, change: $0.element) }
        .filter { row in
          let change = row.change
          // What is gone passes no filter any more, and is never hidden by one.
          return !change.kind.concernsCluster || change.kind == .clusterRemoved
            || shown.contains(change.subject)
        }
    },
    key: { "\($0.number)" },
    words: { row, _ in [row.change.kind.rawValue, row.change.name, row.change.before, row.change.after] },
    opens: { $0.subject.page },
    leads: { $0.subject },
    named: { scene, _, rows, _ in
      PaneTitle(name: "What has changed", owner: nil, count: scene.counted(rows.count, "change"))
    },
    empty: { scene, _ in
      scene.changeLog.isEmpty
        ? EmptyState(
          "Nothing has changed since \(scene.changeLog.since ?? "the program began").",
          "distretto --since OLD tells what is not as in an older release.")
        : EmptyState("Nothing of the shown clusters has changed.", "X drops all filters.")
    },
    narrowedBy: Set(Facet.allCases))
}

extension ChangeRow {
  fileprivate var subject: PaneSubject {
    switch change.kind {
    case .clusterRemoved, .programmeRemoved, .callRemoved: .none
    case .programmeAdded: .programme(ID(rawValue: change.subject))
    case .callAdded, .deadlinesMoved: .call(ID(rawValue: change.subject))
    case .clusterAdded, .renamed, .moved, .labelled, .upgraded, .downgraded, .renewed, .lapsed, .shortened,
      .standing, .details, .figure, .memberGained, .memberLost:
      .cluster(ID(rawValue: change.subject))
    }
  }
}

private let changeColumns: [Column<ChangeRow>] = [
  Column(
    "change", "CHANGE", width: .fitting(7...18, rank: 0),
    cell: { row, _ in TableCell(row.change.kind.rawValue, .mark) }),
  Column("id", "ID", place: .export, cell: { row, _ in TableCell(row.change.subject) }),
  Column(
    "name", "WHOSE", width: .fitting(14...36, rank: 0), cell: { row, _ in TableCell(row.change.name) }),
  Column(
    "before", "BEFORE", width: .fitting(6...40, rank: 1),
    cell: { row, _ in TableCell(row.change.before, .dim) }),
  Column("after", "AFTER", width: .rest(atLeast: 8), cell: { row, _ in TableCell(row.change.after) }),
]

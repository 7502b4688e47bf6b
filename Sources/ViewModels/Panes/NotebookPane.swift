// Everything that the user has added, the newest first.

import ClusterDomain

extension TablePane where Row == Entry {
  /// Watched clusters, notes, label events and deadlines.
  static let notebook = TablePane(
    id: .notebook, columns: entryColumns,
    rows: { scene, _ in scene.judgement.additions.entries.reversed() },
    key: { "\($0.number)" },
    words: { entry, scene in [entry.content.word, scene.name(of: entry.subject), scene.words(for: entry)] },
    opens: { $0.subject.page },
    leads: { $0.subject },
    named: { scene, _, rows, _ in
      PaneTitle(
        name: "Yours", owner: nil, count: scene.counted(rows.count, "entry", plural: "entries"))
    },
    empty: { _, _ in
      EmptyState(
        "You have added nothing yet.", "w watches a cluster, n notes, i enters label events and deadlines.")
    })
}

private let entryColumns: [Column<Entry>] = [
  Column(
    "number", "NUMBER", isNumber: true, place: .export,
    cell: { entry, _ in TableCell([Run("\(entry.number)")], value: .number(Double(entry.number))) }),
  .date("day", "ADDED", rank: 0) { entry, _ in PartialDate(entry.day) },
  Column(
    "what", "WHAT", width: .fitting(5...11, rank: 1),
    cell: { entry, _ in TableCell(entry.content.word, .mark) }),
  Column(
    "id", "ID", place: .export, cell: { entry, _ in TableCell(entry.content.key) }),
  Column(
    "name", "WHOSE", width: .fitting(10...36, rank: 0),
    cell: { entry, scene in TableCell(scene.name(of: entry.subject)) }),
  Column(
    "text", "SAYS", width: .rest(atLeast: 14), cell: { entry, scene in TableCell(scene.words(for: entry)) }),
]

extension Entry {
  fileprivate var subject: PaneSubject {
    switch content {
    case .watch(let cluster), .note(let cluster, _): .cluster(cluster)
    case .labelEvent(let entry): entry.award.map { .award($0) } ?? .cluster(entry.cluster)
    case .deadline(let entry): .call(entry.call)
    }
  }
}

extension Entry.Content {
  fileprivate var word: String {
    switch self {
    case .watch: "watched"
    case .note: "note"
    case .labelEvent: "label event"
    case .deadline: "deadline"
    }
  }

  /// The key of the cluster or the call.
  fileprivate var key: String {
    switch self {
    case .watch(let cluster), .note(let cluster, _): cluster.rawValue
    case .labelEvent(let entry): entry.cluster.rawValue
    case .deadline(let entry): entry.call.rawValue
    }
  }
}

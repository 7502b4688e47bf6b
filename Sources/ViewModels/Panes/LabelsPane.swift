// Every label of the shown clusters at the as-of date, what lapses first on top.

import ClusterDomain

extension TablePane where Row == LabelAward {
  /// The awards that had begun by the as-of date.
  static let labels = TablePane(
    id: .labels, columns: labelColumns,
    rows: { scene, _ in scene.awards },
    key: { $0.id.rawValue },
    words: { award, scene in
      let cluster = scene.catalogue.cluster(award.cluster)
      return [
        cluster?.name, cluster?.shortName, cluster.map { scene.place(of: $0) }, award.level.rawValue,
        award.portfolio, scene.judgement.standing(of: award).status.title,
      ]
    },
    opens: { .cluster($0.cluster) },
    leads: { .cluster($0.cluster) },
    named: { scene, _, rows, all in
      let count = rows.count == all ? scene.counted(rows.count, "award") : "\(rows.count) of \(all) awards"
      return PaneTitle(name: "Labels", owner: nil, count: "\(count) · lapsing first")
    },
    empty: { scene, _ in
      EmptyState(
        "No shown cluster had a label on \(scene.format.day(scene.judgement.asOf)).",
        "] moves the date on, r chooses regions or countries, X drops all filters.")
    })
}

private let labelColumns: [Column<LabelAward>] = [
  Column("award", "AWARD", place: .export, cell: { award, _ in TableCell(award.id.rawValue) }),
  Column("cluster", "CLUSTER ID", place: .export, cell: { award, _ in TableCell(award.cluster.rawValue) }),
  Column(
    "name", "CLUSTER", width: .rest(atLeast: 14),
    cell: { award, scene in TableCell(scene.catalogue.cluster(award.cluster)?.listName) },
    provenance: { award, scene in scene.provenance(of: award) }),
  Column(
    "region", "REGION", width: .fitting(9...21, rank: 1),
    cell: { award, scene in TableCell(scene.catalogue.cluster(award.cluster).map { scene.place(of: $0) }) },
    clause: { award, scene in
      scene.catalogue.cluster(award.cluster).map { scene.regionClause(of: $0) }
    }),
  Column(
    "standing", "LABEL", width: .fitting(20...20, rank: 0), place: .screen,
    cell: { award, scene in
      let standing = scene.judgement.standing(of: award)
      let isPast = scene.judgement.isSuperseded(award)
      let runs =
        isPast
        ? [Run(award.level.letter, award.level.role), Run(" ✕ superseded", .lapsed)]
        : standing.runs(scene.format)
      return TableCell(runs, value: .text(standing.status.rawValue))
    },
    order: { award, scene in scene.urgency(of: award) },
    provenance: { award, scene in scene.provenance(of: award) },
    clause: { award, scene in
      Clause(.label, [award.level.rawValue, scene.judgement.standing(of: award).status.rawValue])
    }),
  Column("level", "LEVEL", place: .export, cell: { award, _ in TableCell(award.level.rawValue) }),
  Column(
    "status", "STATUS", place: .export,
    cell: { award, scene in TableCell(scene.judgement.standing(of: award).status.rawValue) }),
  Column(
    "superseded", "SUPERSEDED", place: .export,
    cell: { award, scene in TableCell(scene.judgement.isSuperseded(award) ? "yes" : "no") }),
  dateColumn("awarded", "AWARDED", rank: 4) { award, _ in award.date },
  dateColumn("valid_until", "VALID UNTIL", rank: 2) { award, _ in award.end?.date },
  Column(
    "basis", "END IS", width: .fitting(6...8, rank: 6),
    cell: { award, _ in
      TableCell(
        award.end.map { $0.isDerived ? "derived" : "stated" }, award.end?.isDerived == true ? .dim : .text)
    }),
  dateColumn("renewable_until", "GRACE TO", rank: 3) { award, scene in
    scene.judgement.standing(of: award).graceEnd
  },
  Column(
    "days_left", "LEFT", width: .fitting(4...9, rank: 5), isNumber: true,
    cell: { award, scene in
      guard let days = scene.judgement.standing(of: award).daysLeft else { return TableCell(nil) }
      let distance = scene.format.distance(days: days)
      let run = days < 0 ? Run("\(distance) ago", .dim) : Run(distance)
      return TableCell([run], value: .number(Double(days)))
    }),
  Column(
    "portfolio", "PORTFOLIO", width: .fitting(9...26, rank: 7),
    cell: { award, _ in TableCell(award.portfolio, .dim) }),
  Column(
    "sources", "SOURCES", width: .fitting(7...7, rank: 8), isNumber: true,
    cell: { award, _ in TableCell([Run("\(award.events.count)")], value: .number(Double(award.events.count)))
    },
    provenance: { award, scene in scene.provenance(of: award) }),
]

private func dateColumn(
  _ id: String, _ title: String, rank: Int,
  _ date: @escaping @Sendable (LabelAward, Scene) -> PartialDate?
) -> Column<LabelAward> {
  Column(
    id, title, width: .fitting(title.count...11, rank: rank),
    cell: { award, scene in
      let found = date(award, scene)
      return TableCell(
        found.map { [Run(scene.format.date($0))] } ?? [Run(Formatting.unknown, .dim)],
        value: .optional(found?.description))
    },
    order: { award, scene in .date(date(award, scene)) },
    provenance: { award, scene in scene.provenance(of: award) })
}

extension Scene {
  /// What needs action first; labels whose place a later one has taken come last.
  fileprivate func urgency(of award: LabelAward) -> SortKey {
    guard judgement.isSuperseded(award) else { return judgement.standing(of: award).urgencyKey }
    return .number(9_000_000 - Double(award.start?.dayNumber ?? 0))
  }

  /// The awards of the shown clusters that had begun by the as-of date, by what needs action first.
  ///
  /// A label filter chooses among awards here, not only among clusters: who asks for what is expiring is not
  /// shown the same cluster's lapsed labels.
  var awards: [LabelAward] {
    let asked = clauses.first { $0.facet == .label }?.values
    return clusters.flatMap { judgement.labels.awards(of: $0.id) }
      .map { ($0, judgement.standing(of: $0)) }
      .filter { award, standing in
        standing.status != .none && (asked.map { Facet.label.passes(award.level, standing, $0) } ?? true)
      }
      .map { ($0.0, urgency(of: $0.0)) }
      .enumerated()
      .sorted { left, right in
        let order = left.element.1.compared(to: right.element.1, ascending: true)
        return order == 0 ? left.offset < right.offset : order < 0
      }
      .map(\.element.0)
  }
}

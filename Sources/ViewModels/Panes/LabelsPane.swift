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
    opens: { .award($0.id) },
    leads: { .award($0.id) },
    named: { scene, _, rows, all in
      let count = rows.count == all ? scene.counted(rows.count, "award") : "\(rows.count) of \(all) awards"
      return PaneTitle(name: "Labels", owner: nil, count: "\(count) · lapsing first")
    },
    empty: { scene, _ in noLabels(scene) },
    narrowedBy: Set(Facet.allCases),
    occasions: { award, scene in scene.occasions(of: award) })
}

private func noLabels(_ scene: Scene) -> EmptyState {
  let day = scene.format.day(scene.judgement.asOf)
  guard let asked = scene.clauses.firstIndex(where: { $0.facet == .label }) else {
    return EmptyState(
      "No shown cluster had a label on \(day).",
      "] moves the date on, r chooses regions or countries, X drops all filters.")
  }
  return EmptyState(
    "No label of the shown clusters was \"\(scene.clauseNames[asked])\" on \(day).",
    "x drops the last filter, ] moves the date on.")
}

private let labelColumns: [Column<LabelAward>] = [
  Column("award", "AWARD", place: .export, cell: { award, _ in TableCell(award.id.rawValue) }),
  Column("cluster", "CLUSTER ID", place: .export, cell: { award, _ in TableCell(award.cluster.rawValue) }),
  Column(
    "name", "CLUSTER", width: .rest(atLeast: 14),
    cell: { award, scene in
      guard let cluster = scene.catalogue.cluster(award.cluster) else { return TableCell(nil) }
      return TableCell(scene.conflictRuns(award) + scene.listRuns(cluster), value: .text(cluster.listName))
    },
    provenance: { award, scene in scene.provenance(of: award) }),
  Column(
    "region", "REGION", width: .fitting(9...21, rank: 2),
    cell: { award, scene in TableCell(scene.catalogue.cluster(award.cluster).map { scene.place(of: $0) }) },
    clause: { award, scene in
      scene.catalogue.cluster(award.cluster).map { scene.regionClause(of: $0) }
    }),
  Column(
    "standing", "LABEL", width: .fitting(21...23, rank: 0), place: .screen,
    cell: { award, scene in
      TableCell(scene.runs(of: award), value: .text(scene.status(of: award)))
    },
    order: { award, scene in scene.urgency(of: award) },
    provenance: { award, scene in scene.provenance(of: award) },
    clause: { award, scene in
      Clause(.label, [award.level.rawValue, scene.judgement.standing(of: award).status.rawValue])
    }),
  Column(
    "time", "TIME", width: .axis(atLeast: 20, rank: 1), place: .screen,
    cell: { award, scene in
      TableCell(scene.timeline(of: award), words: scene.timelineWords(of: award))
    },
    order: { award, scene in .date(award.date ?? award.start.map { PartialDate($0) }) },
    provenance: { award, scene in scene.provenance(of: award) }),
  Column("level", "LEVEL", place: .export, cell: { award, _ in TableCell(award.level.rawValue) }),
  Column(
    "status", "STATUS", place: .export,
    cell: { award, scene in TableCell(scene.status(of: award)) }),
  Column(
    "as_of", "AS OF", place: .export, cell: { _, scene in TableCell(scene.judgement.asOf.description) }),
  dateColumn("awarded", "AWARDED", rank: 5) { award, _ in award.isGranted ? award.date : nil },
  dateColumn("valid_until", "VALID UNTIL", rank: 3) { award, scene in
    scene.lastValidDay(of: award)
  },
  Column(
    "basis", "END IS", width: .fitting(6...9, rank: 7),
    cell: { award, scene in
      if scene.isCutShort(award) { return TableCell("withdrawn") }
      return TableCell(
        award.end.map { $0.isDerived ? "derived" : "stated" }, award.end?.isDerived == true ? .dim : .text)
    }),
  dateColumn("renewable_until", "GRACE TO", rank: 4) { award, scene in
    scene.judgement.standing(of: award).graceEnd
  },
  Column(
    "days_left", "LEFT", width: .fitting(4...14, rank: 6), isNumber: true,
    cell: { award, scene in
      guard let days = scene.judgement.standing(of: award).daysLeft else { return TableCell(nil) }
      return TableCell([scene.timeLeft(award, days: days)], value: .number(Double(days)))
    }),
  Column(
    "renew_days_left", "DAYS TO RENEW", place: .export,
    cell: { award, scene in
      scene.daysToRenew(award).map { TableCell([Run("\($0)")], value: .number(Double($0))) } ?? TableCell(nil)
    }),
  Column(
    "portfolio", "PORTFOLIO", width: .fitting(9...26, rank: 8),
    cell: { award, _ in TableCell(award.portfolio, .dim) }),
  Column(
    "warnings", "WARNINGS", place: .export,
    cell: { award, scene in
      let warnings = scene.judgement.labels.warnings(of: award)
      return TableCell(warnings.map { scene.words(for: $0) }.joined(separator: "; "))
    }),
  Column(
    "sources", "SOURCES", width: .fitting(7...7, rank: 9), isNumber: true,
    cell: { award, _ in TableCell([Run("\(award.events.count)")], value: .number(Double(award.events.count)))
    },
    provenance: { award, scene in scene.provenance(of: award) }),
]

private func dateColumn(
  _ id: String, _ title: String, rank: Int,
  _ date: @escaping @Sendable (LabelAward, Scene) -> PartialDate?
) -> Column<LabelAward> {
  .date(id, title, rank: rank, date) { award, scene in scene.provenance(of: award) }
}

extension Scene {
  /// Letter, shape and words of an award; one whose place a later one has taken says so.
  func runs(of award: LabelAward) -> [Run] {
    guard judgement.isSuperseded(award) else { return judgement.standing(of: award).runs(format) }
    return [Run(award.level.letter, award.level.role), Run(" ✕ superseded", .lapsed)]
  }

  fileprivate func status(of award: LabelAward) -> String {
    judgement.isSuperseded(award) ? "superseded" : judgement.standing(of: award).status.rawValue
  }

  /// The days in which an ended label can still be renewed; `nil` for any other.
  fileprivate func daysToRenew(_ award: LabelAward) -> Int? {
    let standing = judgement.standing(of: award)
    guard standing.status == .grace, !judgement.isSuperseded(award) else { return nil }
    return standing.graceEnd.map { judgement.asOf.days(until: $0.last) }
  }

  /// What is left, to the end or to renew, or how long ago it ended.
  fileprivate func timeLeft(_ award: LabelAward, days: Int) -> Run {
    if let renew = daysToRenew(award) {
      return Run(
        "renew in \(format.distance(days: renew))", renew <= judgement.warningDays ? .expiring : .grace)
    }
    return days < 0 ? Run("\(format.distance(days: days)) ago", .dim) : Run(format.distance(days: days))
  }

  /// What needs action first; labels whose place a later one has taken come last.
  fileprivate func urgency(of award: LabelAward) -> SortKey {
    guard judgement.isSuperseded(award) else { return judgement.standing(of: award).urgencyKey }
    return .ranked(9, -Double(award.start?.dayNumber ?? 0))
  }

  private func isWithinHorizon(_ award: LabelAward, _ standing: LabelStanding) -> Bool {
    switch judgement.horizon {
    case .lapse(let days):
      standing.isAlive && !judgement.isSuperseded(award) && (standing.daysLeft ?? .max) <= days
    case .renew(let days): (daysToRenew(award) ?? .max) <= days
    case nil: true
    }
  }

  /// The awards that had begun by the as-of date, by what needs action first.
  ///
  /// Here a label filter chooses among awards, not among clusters: who asks for what is expiring is neither shown
  /// a cluster's lapsed labels nor spared an expiring one because the cluster holds another.
  var awards: [LabelAward] {
    let asked = clauses.first { $0.facet == .label }?.values
    return clustersOfAnyLabel.flatMap { judgement.labels.awards(of: $0.id) }
      .filter { award in
        let standing = judgement.standing(of: award)
        guard standing.status != .none else { return false }
        guard isWithinHorizon(award, standing) else { return false }
        guard let asked else { return true }
        return !judgement.isSuperseded(award) && Facet.label.passes(award.level, standing, asked)
      }
      .sorted(by: urgency(of:))
  }
}

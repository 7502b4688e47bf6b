// Calls held against clusters: which clusters fit a call, and for one of them rule by rule.

import ClusterDomain

/// A rule of a call held against a cluster, with its place among them.
struct FitLine: Sendable {
  let number: Int
  let call: Call
  let rule: FitRule
}

extension TablePane where Row == Fit {
  /// The shown clusters, those first that nothing is against.
  static let fitting = TablePane(
    id: .fitting, columns: fittingColumns,
    rows: { scene, subject in
      guard case .call(let id) = subject, let call = scene.catalogue.call(id) else { return [] }
      return scene.clusters.map { scene.judgement.fit(call, $0) }.sorted { $0.promise }
    },
    key: { $0.cluster.rawValue },
    words: { fit, scene in
      let cluster = scene.catalogue.cluster(fit.cluster)
      return [cluster?.name, cluster?.shortName, cluster.map { scene.place(of: $0) }, fit.words]
    },
    opens: { .fit($0.call, $0.cluster) },
    leads: { .cluster($0.cluster) },
    named: { scene, _, rows, all in
      let possible = rows.count(where: \.isPossible)
      return PaneTitle(
        name: "Which clusters fit", owner: nil,
        count: "\(scene.format.count(possible)) of \(scene.counted(rows.count, "cluster"))")
    },
    empty: { _, _ in EmptyState("No cluster is left to hold the call against.", "X drops all filters.") },
    narrowedBy: Set(Facet.allCases))
}

extension Fit {
  /// Those that nothing is against come first, then by what is known.
  fileprivate var promise: SortKey {
    .ranked(isPossible ? 0 : count(.failed), Double(count(.missing) * 100 - count(.passed)))
  }
}

private let fittingColumns: [Column<Fit>] = [
  Column("id", "ID", place: .export, cell: { fit, _ in TableCell(fit.cluster.rawValue) }),
  Column(
    "name", "CLUSTER", width: .rest(atLeast: 14),
    cell: { fit, scene in
      guard let cluster = scene.catalogue.cluster(fit.cluster) else { return TableCell(nil) }
      return TableCell(scene.listRuns(cluster), value: .text(cluster.listName))
    }),
  Column(
    "region", "REGION", width: .fitting(9...21, rank: 2),
    cell: { fit, scene in TableCell(scene.catalogue.cluster(fit.cluster).map { scene.place(of: $0) }) },
    clause: { fit, scene in scene.catalogue.cluster(fit.cluster).map { scene.regionClause(of: $0) } }),
  Column(
    "fit", "FIT", width: .fitting(3...16, rank: 0),
    cell: { fit, _ in TableCell(fit.runs, value: .text(fit.words)) }, order: { fit, _ in fit.promise }),
  count("passed", .passed),
  count("failed", .failed),
  count("missing", .missing),
  count("to_read", .unchecked),
  Column(
    "against", "AGAINST IT", width: .fitting(10...40, rank: 1),
    cell: { fit, scene in
      let failed = fit.rules.filter { $0.verdict == .failed }
      return TableCell(
        failed.map { rule in
          [scene.name(of: rule), scene.seen(in: rule)].compactMap(\.self).joined(separator: ": ")
        }.joined(separator: "; "), .dim)
    }),
]

private func count(_ id: String, _ verdict: FitRule.Verdict) -> Column<Fit> {
  Column(
    id, verdict.rawValue.uppercased(), isNumber: true, place: .export,
    cell: { fit, _ in TableCell([Run("\(fit.count(verdict))")], value: .number(Double(fit.count(verdict)))) })
}

extension TablePane where Row == FitLine {
  /// The rules of the page's call held against the page's cluster.
  static let fitRules = TablePane(
    id: .fitRules, columns: ruleColumns,
    rows: { scene, subject in
      guard case .fit(let callID, let clusterID) = subject, let call = scene.catalogue.call(callID),
        let cluster = scene.catalogue.cluster(clusterID)
      else { return [] }
      return scene.judgement.fit(call, cluster).rules.enumerated()
        .map { FitLine(number: $0.offset, call: call, rule: $0.element) }
    },
    key: { "\($0.number)" },
    words: { line, scene in
      [scene.name(of: line.rule), scene.asked(by: line.rule, of: line.call), line.rule.verdict.rawValue]
    },
    named: { scene, subject, rows, _ in
      let failed = rows.count { $0.rule.verdict == .failed }
      return PaneTitle(
        name: "Fit", owner: scene.cluster(of: subject).flatMap { scene.name(of: .cluster($0)) },
        count: rows.isEmpty
          ? "" : failed == 0 ? "nothing against it" : "\(scene.counted(failed, "rule")) against it")
    },
    empty: { _, _ in
      EmptyState("The dataset does not hold both any more, the call and the cluster.", "Esc goes back.")
    })
}

private let ruleColumns: [Column<FitLine>] = [
  Column(
    "rule", "RULE", width: .fitting(6...30, rank: 0),
    cell: { line, scene in TableCell(scene.name(of: line.rule)) },
    provenance: { line, scene in scene.provenance(of: line) }),
  Column(
    "verdict", "VERDICT", width: .fitting(8...9, rank: 0),
    cell: { line, _ in
      let verdict = line.rule.verdict
      return TableCell(
        [Run("\(verdict.shape) \(verdict.word)", verdict.role)], value: .text(verdict.rawValue))
    }),
  Column(
    "seen", "SEEN", width: .fitting(4...30, rank: 0),
    cell: { line, scene in TableCell(scene.seen(in: line.rule)) },
    provenance: { line, scene in scene.provenance(of: line) }),
  Column(
    "asked", "ASKED", width: .rest(atLeast: 10),
    cell: { line, scene in TableCell(scene.asked(by: line.rule, of: line.call)) },
    provenance: { line, scene in scene.provenance(of: line) }),
]

extension Scene {
  fileprivate func provenance(of line: FitLine) -> Provenance? {
    switch line.rule.subject {
    case .condition(let condition): provenance(of: condition, named: line.call.name)
    case .date: provenance(of: line.call)
    case .area: catalogue.programme(line.call.programme).map { provenance(of: $0) }
    }
  }
}

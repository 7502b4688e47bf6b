// The funding around one cluster: calls that it could answer, and what it took part in.

import ClusterDomain

/// A call ahead, or a participation.
enum Funding: Sendable {
  case call(Call, Programme, Fit)
  case participation(Participation, row: Int)
}

extension TablePane where Row == Funding {
  /// The programmes around the cluster under the master's cursor or of the page.
  static let programmes = TablePane(
    id: .programmes, columns: fundingColumns,
    rows: { scene, subject in
      guard case .cluster(let id) = subject else { return [] }
      return scene.callsAhead(for: id) + scene.participationRows(of: id)
    },
    key: { funding in
      switch funding {
      case .call(let call, _, _): "call:\(call.id)"
      case .participation(let participation, let row): "participation:\(participation.cluster):\(row)"
      }
    },
    words: { funding, scene in [funding.programmeName(scene), funding.detail(scene)] },
    opens: { funding in
      switch funding {
      case .call(let call, _, let fit): .fit(call.id, fit.cluster)
      case .participation(let participation, _):
        participation.project.map { .project($0) } ?? participation.programme.map { .programme($0) }
      }
    },
    leads: { $0.programme.map { .programme($0) } ?? .none },
    named: { scene, subject, rows, _ in
      guard subject != .none else { return PaneTitle(name: "Programmes", owner: nil, count: "") }
      return PaneTitle(name: "Programmes", owner: scene.name(of: subject), count: fundingCount(rows, scene))
    },
    empty: { scene, subject in
      guard case .cluster = subject else {
        return EmptyState("No cluster is left to follow.", "Programmes follow the cursor in Clusters (1).")
      }
      return EmptyState(
        "No call is open on \(scene.format.day(scene.judgement.asOf)), and no participation is known.",
        "7 lists all programmes, [ and ] move the date.")
    })
}

/// `2 taken part · 3 open · 20 later`.
private func fundingCount(_ rows: [Funding], _ scene: Scene) -> String {
  var open = 0
  var later = 0
  for case .call(let call, _, _) in rows {
    if scene.judgement.standing(of: call).status.isOpen { open += 1 } else { later += 1 }
  }
  let counts =
    ["\(rows.count - open - later) taken part", "\(open) open"] + (later > 0 ? ["\(later) later"] : [])
  return counts.joined(separator: " · ")
}

private let fundingColumns: [Column<Funding>] = [
  Column(
    "programme", "PROGRAMME", width: .rest(atLeast: 12),
    cell: { funding, scene in TableCell(funding.programmeName(scene)) },
    provenance: { funding, scene in funding.provenance(scene) }),
  Column(
    "call", "CALL OR PROJECT", width: .fitting(12...40, rank: 1),
    cell: { funding, scene in TableCell(funding.detail(scene), .dim) },
    provenance: { funding, scene in funding.provenance(scene) }),
  Column(
    "fit", "FIT", width: .fitting(3...16, rank: 2),
    cell: { funding, scene in
      guard case .call(_, _, let fit) = funding else { return TableCell([], value: .missing) }
      return TableCell(fit.runs, value: .text(fit.words))
    }),
  Column(
    "when", "WHEN", width: .fitting(20...24, rank: 0),
    cell: { funding, scene in
      switch funding {
      case .call(let call, _, _):
        let standing = scene.judgement.standing(of: call)
        return TableCell(
          standing.runs(scene.format),
          value: .optional(standing.nextDate?.description ?? standing.status.rawValue))
      case .participation(let participation, _):
        let year = participation.year.map { ", \($0.first.year)" } ?? ""
        return TableCell([Run("took part\(year)", .dim)], value: .optional(participation.year?.description))
      }
    },
    order: { funding, scene in
      switch funding {
      case .call(let call, _, _): scene.judgement.standing(of: call).urgencyKey
      case .participation(let participation, _):
        .ranked(9, -Double(participation.year?.first.dayNumber ?? 0))
      }
    },
    provenance: { funding, scene in funding.provenance(scene) }),
]

extension Funding {
  var programme: ID<Programme>? {
    switch self {
    case .call(let call, _, _): call.programme
    case .participation(let participation, _): participation.programme
    }
  }

  /// The programme's name; the project's where the source names no programme.
  func programmeName(_ scene: Scene) -> String? {
    switch self {
    case .call(_, let programme, _): programme.name
    case .participation(let participation, _):
      participation.programme.flatMap { scene.catalogue.programme($0)?.name } ?? project(participation, scene)
    }
  }

  private func project(_ participation: Participation, _ scene: Scene) -> String? {
    participation.project.flatMap { scene.catalogue.project($0)?.name }
  }

  func detail(_ scene: Scene) -> String? {
    switch self {
    case .call(let call, _, _): call.name
    case .participation(let participation, _):
      participation.programme == nil ? nil : project(participation, scene)
    }
  }

  func provenance(_ scene: Scene) -> Provenance {
    let title = [programmeName(scene), detail(scene)].compactMap { $0 }.joined(separator: " · ")
    switch self {
    case .call(let call, _, _):
      return scene.provenance(
        row: title, source: call.source, note: call.note, table: "calls", key: call.id.rawValue)
    case .participation(let participation, _):
      return scene.provenance(
        row: title, source: participation.source, note: participation.note, table: "participations",
        key: participation.statementKey)
    }
  }
}

extension Scene {
  /// The calls that can be answered now or later and of which no rule is against the cluster, next deadline first.
  func callsAhead(for id: ID<Cluster>) -> [Funding] {
    guard let cluster = catalogue.cluster(id) else { return [] }
    let ahead = catalogue.tables.calls.filter { judgement.standing(of: $0).status.isAhead }
    return byUrgency(ahead).compactMap { call in
      let fit = judgement.fit(call, cluster)
      guard fit.isPossible, let programme = catalogue.programme(call.programme) else { return nil }
      return .call(call, programme, fit)
    }
  }

  /// What the cluster had taken part in by the as-of date, newest first; undated ones last.
  fileprivate func participationRows(of id: ID<Cluster>) -> [Funding] {
    catalogue.participations(of: id).enumerated()
      .filter { $0.element.year.map { $0.first <= judgement.asOf } ?? true }
      .map { Funding.participation($0.element, row: $0.offset) }
      .sorted { funding in
        guard case .participation(let participation, _) = funding else { return .missing }
        return participation.year.map { .number(-Double($0.first.dayNumber)) } ?? .missing
      }
  }
}

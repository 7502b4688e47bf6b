// Calls for proposals: all of them by deadline, or those of one programme.

import ClusterDomain

extension TablePane where Row == Call {
  /// Every call of the dataset, what closes next first.
  static let calls = TablePane(
    id: .calls, columns: callColumns(withProgramme: true),
    rows: { scene, subject in
      guard case .cluster(let id) = subject else { return scene.byUrgency(scene.catalogue.tables.calls) }
      return scene.callsAhead(for: id).compactMap { if case .call(let call, _, _) = $0 { call } else { nil } }
    },
    key: { $0.id.rawValue },
    words: { call, scene in callWords(call, scene) },
    opens: { .call($0.id) },
    leads: { .call($0.id) },
    named: { scene, _, rows, all in
      let open = rows.filter { scene.judgement.standing(of: $0).status.isOpen }.count
      return PaneTitle(
        name: "Calls", owner: nil,
        count: "\(open) open · \(scene.format.count(rows.count)) of \(scene.format.count(all))")
    },
    empty: { _, _ in EmptyState("The dataset holds no calls.", "p shows what could not be read.") },
    occasions: { call, scene in scene.occasions(of: call) })

  /// The calls of the programme under the master's cursor or of the page.
  static let programmeCalls = TablePane(
    id: .programmeCalls, columns: callColumns(withProgramme: false),
    rows: { scene, subject in
      guard case .programme(let id) = subject else { return [] }
      return scene.byUrgency(scene.catalogue.calls(of: id))
    },
    key: { $0.id.rawValue },
    words: { call, scene in callWords(call, scene) },
    opens: { .call($0.id) },
    leads: { .call($0.id) },
    named: { scene, subject, rows, _ in
      PaneTitle(name: "Calls", owner: scene.name(of: subject), count: scene.counted(rows.count, "call"))
    },
    empty: { _, _ in EmptyState("No call of this programme is in the dataset.") },
    occasions: { call, scene in scene.occasions(of: call) })
}

private func callWords(_ call: Call, _ scene: Scene) -> [String?] {
  let standing = scene.judgement.standing(of: call)
  return [
    call.name, call.id.rawValue, scene.catalogue.programme(call.programme)?.name, standing.status.rawValue,
    standing.words(scene.format),
  ]
}

private func callColumns(withProgramme: Bool) -> [Column<Call>] {
  [
    Column("id", "ID", place: .export, cell: { call, _ in TableCell(call.id.rawValue) }),
    Column(
      "call", "CALL", width: .rest(atLeast: 14), cell: { call, _ in TableCell(call.name) },
      provenance: { call, scene in
        scene.provenance(of: call)
      }),
    Column(
      "programme", "PROGRAMME", width: .fitting(8...34, rank: 2),
      place: withProgramme ? .everywhere : .export,
      cell: { call, scene in TableCell(scene.catalogue.programme(call.programme)?.name, .dim) }),
    Column(
      "standing", "WHEN", width: .fitting(20...28, rank: 0), place: .screen,
      cell: { call, scene in
        let standing = scene.judgement.standing(of: call)
        return TableCell(standing.runs(scene.format), value: .text(standing.status.rawValue))
      },
      order: { call, scene in scene.judgement.standing(of: call).urgencyKey },
      provenance: { call, scene in
        scene.provenance(of: call)
      }),
    Column(
      "status", "STATUS", place: .export,
      cell: { call, scene in TableCell(scene.judgement.standing(of: call).status.rawValue) }),
    Column(
      "next_deadline", "NEXT DEADLINE", place: .export,
      cell: { call, scene in TableCell(scene.judgement.standing(of: call).nextDate?.description) }),
    Column(
      "opens", "OPENS", width: .fitting(5...11, rank: 4),
      cell: { call, scene in
        TableCell(
          call.opens.map { [Run(scene.format.date($0), .dim)] } ?? [Run(Formatting.unknown, .dim)],
          value: .optional(call.opens?.description))
      },
      order: { call, _ in .date(call.opens) }),
    Column("closes", "CLOSES", place: .export, cell: { call, _ in TableCell(call.closesNow?.description) }),
    Column(
      "budget", "BUDGET", width: .fitting(6...12, rank: 3), isNumber: true,
      cell: { call, scene in scene.figureCell("budget", of: .call(call.id)) },
      provenance: { call, scene in scene.provenance("budget", of: .call(call.id), named: call.name) }),
    Column(
      "source", "SOURCE", place: .export,
      cell: { call, scene in TableCell(scene.catalogue.source(call.source)?.url ?? call.source.rawValue) }),
  ]
}

extension Scene {
  /// Calls by what closes next; closed ones newest first after them.
  func byUrgency(_ calls: [Call]) -> [Call] {
    calls.sorted { judgement.standing(of: $0).urgencyKey }
  }
}

extension Call {
  /// When it closes for good; where a user has put that off, by the last deadline that holds.
  fileprivate var closesNow: PartialDate? {
    closes.map(replaced.contains) == true ? closingDates.last?.date : closes
  }
}

// The page of a call: every deadline with its time zone, and the conditions of the call and of its programme.

import ClusterDomain

extension FactPane {
  /// Everything that the dataset says of the page's call.
  static let call = FactPane(id: .callFacts) { scene, subject in
    let id: ID<Call>? =
      switch subject {
      case .call(let id), .fit(let id, _): id
      default: nil
      }
    guard let call = id.flatMap({ scene.catalogue.call($0) }) else { return [] }
    return scene.identity(of: call) + scene.deadlineFacts(of: call) + scene.conditionFacts(of: call)
      + scene.noteFacts(call.note)
  }
}

extension Scene {
  fileprivate func identity(of call: Call) -> [Fact] {
    let origin = provenance(of: call)
    let programme = catalogue.programme(call.programme)
    return [
      .value("Call", [Run(call.name)], provenance: origin),
      .value(
        "Programme", [Run(programme?.name ?? call.programme.rawValue, .link)],
        page: .programme(call.programme)),
      .value(
        "On \(format.day(judgement.asOf))", judgement.standing(of: call).runs(format), provenance: origin),
      .value("Opens", [Run(format.text(call.opens.map(format.date)))], provenance: origin),
      .value(
        "Closes",
        [Run(format.text(call.closes.map(format.date)))]
          + (call.closes.map(call.replaced.contains) == true ? [Run("  no more, by your entry", .mark)] : []),
        provenance: origin),
      figureFact("budget", of: .call(call.id), named: call.name),
      .value("Who can apply", [Run(format.text(programme?.applicants))]),
    ]
  }

  fileprivate func deadlineFacts(of call: Call) -> [Fact] {
    guard !call.deadlines.isEmpty else { return [] }
    return [.heading("Deadlines")] + call.deadlines.map { fact(for: $0, of: call) }
  }

  /// One deadline: its day, its time with the zone as stated, the same in universal time, what a source says of it.
  func fact(for deadline: Deadline, of call: Call) -> Fact {
    let isReplaced = call.replaced.contains(deadline.date)
    let time = [deadline.time, deadline.zone].compactMap { $0 }.joined(separator: " ")
    let words = [
      deadline.kind, time, deadline.moment.map { "\("\($0)".dropFirst(11).prefix(5)) UTC" } ?? "",
      deadline.statedStatus.map { "stated: \($0)" } ?? "",
      deadline.own?.replaces.map { "in place of \(format.date($0))" } ?? "", deadline.own?.note ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return .value(
      deadline.own == nil ? "" : "Yours",
      [
        Run("  \(format.date(deadline.date))", isReplaced ? .dim : .text), Run("  \(words)", .dim),
        Run(isReplaced ? "  no more, by your entry" : "", .mark),
      ],
      provenance: provenance(
        row: "Deadline of \(call.name)", source: deadline.source, note: deadline.own?.note,
        table: "deadlines",
        key: deadline.statementKey(in: call.id)))
  }

  fileprivate func conditionFacts(of call: Call) -> [Fact] {
    let all = catalogue.conditions(of: call)
    func section(_ title: String, _ conditions: [Condition]) -> [Fact] {
      conditions.isEmpty ? [] : [.heading(title)] + conditions.map { fact(for: $0, named: call.name) }
    }
    return section("Conditions of the call", all.filter { $0.call != nil })
      + section("Conditions of the programme", all.filter { $0.call == nil })
  }

  /// One condition with who states it.
  func fact(for condition: Condition, named name: String) -> Fact {
    .value(
      condition.condition.capitalizedFirst, [Run(condition.value)],
      provenance: provenance(of: condition, named: name))
  }
}

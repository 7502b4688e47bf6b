// The page of a programme: what it funds, for whom, with what money, under which conditions.

import ClusterDomain

extension FactPane {
  /// Everything that the dataset says of the page's programme.
  static let programme = FactPane(id: .programmeFacts) { scene, subject in
    guard case .programme(let id) = subject, let programme = scene.catalogue.programme(id) else { return [] }
    return scene.identity(of: programme) + scene.deadlineFacts(of: programme)
      + scene.conditionFacts(of: programme) + scene.noteFacts(programme.note)
  }
}

extension Scene {
  fileprivate func identity(of programme: Programme) -> [Fact] {
    let origin = provenance(of: programme)
    let rows: [(String, String?)] = [
      ("Name", programme.name), ("Scope", programme.scope), ("Managed by", programme.managingBody),
      ("Period", programme.period), ("Theme", programme.theme), ("Who can apply", programme.applicants),
    ]
    return rows.map { .value($0, [Run(format.text($1))], provenance: origin) }
      + [figureFact("budget", of: .programme(programme.id), named: programme.name)]
      + moneyFacts(of: programme)
  }

  fileprivate func deadlineFacts(of programme: Programme) -> [Fact] {
    let calls = byUrgency(catalogue.calls(of: programme.id)).filter { !$0.deadlines.isEmpty }
    guard !calls.isEmpty else { return [] }
    return [.heading("Deadlines")]
      + calls.flatMap { call in
        [
          .value(
            "", [Run(call.name, .link), Run("  ")] + judgement.standing(of: call).runs(format),
            page: .call(call.id))
        ] + call.deadlines.map { fact(for: $0, of: call) }
      }
  }

  private func moneyFacts(of programme: Programme) -> [Fact] {
    let amount = catalogue.projectAmount(of: programme.id)
    guard amount.projects > 0 else { return [] }
    return [
      .value(
        "In projects",
        [
          Run(words(for: amount), .strong),
          Run("  stated of \(counted(amount.projects, "project")), each once", .dim),
        ])
    ]
  }

  fileprivate func conditionFacts(of programme: Programme) -> [Fact] {
    let conditions = catalogue.conditions(of: programme.id)
    guard !conditions.isEmpty else { return [] }
    var seen: Set<String> = []
    let groups = conditions.map { $0.callName ?? "" }.filter { seen.insert($0).inserted }
    return [.heading("Conditions")]
      + groups.flatMap { group -> [Fact] in
        let head: [Fact] = group.isEmpty ? [] : [.value("", [Run(group, .strong)])]
        return head
          + conditions.filter { ($0.callName ?? "") == group }
          .map { fact(for: $0, named: group.isEmpty ? programme.name : group) }
      }
  }
}

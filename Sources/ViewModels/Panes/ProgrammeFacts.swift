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
    let origin = provenance(
      row: programme.name, source: programme.source, note: programme.note, table: "programmes",
      key: programme.id.rawValue)
    let rows: [(String, String?)] = [
      ("Name", programme.name), ("Scope", programme.scope), ("Managed by", programme.managingBody),
      ("Period", programme.period), ("Theme", programme.theme), ("Who can apply", programme.applicants),
    ]
    return rows.map { .value($0, [Run(format.text($1))], provenance: origin) }
      + [figureFact("budget", of: .programme(programme.id), named: programme.name)]
  }

  fileprivate func deadlineFacts(of programme: Programme) -> [Fact] {
    let calls = byUrgency(catalogue.calls(of: programme.id)).filter { !$0.deadlines.isEmpty }
    guard !calls.isEmpty else { return [] }
    return [.heading("Deadlines")]
      + calls.flatMap { call in
        [Fact.value("", [Run(call.name, .strong)] + [Run("  ")] + judgement.standing(of: call).runs(format))]
          + call.deadlines.map { deadline in
            let time = [deadline.time, deadline.zone].compactMap { $0 }.joined(separator: " ")
            let words = [deadline.kind, time, deadline.statedStatus.map { "stated: \($0)" } ?? ""]
              .filter { !$0.isEmpty }.joined(separator: ", ")
            return .value(
              "", [Run("  \(format.date(deadline.date))"), Run("  \(words)", .dim)],
              provenance: provenance(
                row: "Deadline of \(call.name)", source: deadline.source, note: nil, table: "deadlines",
                key: deadline.statementKey(in: call.id)))
          }
      }
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
          + conditions.filter { ($0.callName ?? "") == group }.map { condition in
            .value(
              condition.condition.capitalizedFirst, [Run(condition.value)],
              provenance: provenance(
                row: "\(condition.condition) of \(group.isEmpty ? programme.name : group)",
                source: condition.source, note: condition.note, table: "conditions",
                key: condition.statementKey))
          }
      }
  }
}

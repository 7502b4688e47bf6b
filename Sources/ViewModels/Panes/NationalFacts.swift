// National, regional and federation-wide figures: what clusters are seen against.

import ClusterDomain

extension FactPane {
  /// Every total of the dataset with its figures.
  static let totals = FactPane(id: .totals) { scene, _ in
    scene.catalogue.tables.totals.flatMap { scene.facts(of: $0) }
  }
}

extension Scene {
  fileprivate func facts(of total: Total) -> [Fact] {
    let subject = Subject.total(total.id)
    let figures = measures(of: subject).map { figureFact($0, of: subject, named: total.name) }
    let sectors =
      total.sectors.isEmpty ? [] : [Fact.value("Sectors", [Run(total.sectors.joined(separator: ", "))])]
    let note = total.note.map { [Fact.value("", [Run($0, .dim)])] } ?? []
    let others = catalogue.statements(about: "totals", key: total.statementKey)
      .map { Fact.value("", [Run("\($0.column): \($0.value)", .dim)]) }
    return [.heading(total.name)] + figures + sectors + note + others
  }
}

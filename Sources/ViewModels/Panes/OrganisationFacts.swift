// The page of a member: what it is, in how many clusters, and with whom it shares them.

import ClusterDomain

extension FactPane {
  /// Everything that the dataset says of the page's organisation.
  static let organisation = FactPane(id: .organisationFacts) { scene, subject in
    guard case .organisation(let id) = subject, let organisation = scene.catalogue.organisation(id) else {
      return []
    }
    return scene.identity(of: organisation) + scene.membershipFacts(of: organisation)
      + scene.sisterFacts(of: organisation)
  }
}

extension Scene {
  fileprivate func identity(of organisation: Organisation) -> [Fact] {
    [
      .value("Name", [Run(organisation.name)]),
      .value("Kind", [Run(organisation.kind.rawValue)]),
      .value("City", [Run(format.text(organisation.city))]),
      .value("Region", [Run(format.text(organisation.region.flatMap { catalogue.region($0)?.name }))]),
      .value("Activity", [Run(format.text(organisation.activity))]),
    ] + stated(of: organisation)
  }

  /// What only some datasets state of organisations, and what else is said of this one.
  private func stated(of organisation: Organisation) -> [Fact] {
    let stated: [(String, String?)] = [
      ("Employees", organisation.employees.map { format.count($0) }),
      ("Turnover", organisation.turnover.map { format.euro($0) }),
      ("VAT number", organisation.vatNumber), ("Tax code", organisation.taxCode),
      ("Website", organisation.website),
    ]
    let others = catalogue.statements(about: "organisations", key: organisation.statementKey)
    return stated.compactMap { label, text in text.map { .value(label, [Run($0)]) } }
      + (others.isEmpty ? [] : [.heading("Also stated")])
      + others.map { statement in
        .value(
          statement.column.replacingUnderscores.capitalizedFirst, [Run(statement.value)],
          provenance: provenance(
            row: "\(statement.column.replacingUnderscores) of \(organisation.name)", source: statement.source,
            note: statement.note, table: "", key: ""))
      }
  }

  fileprivate func membershipFacts(of organisation: Organisation) -> [Fact] {
    [.heading("Named as member of")]
      + memberships(of: organisation.id).map { membership in
        let name = catalogue.cluster(membership.cluster)?.briefName ?? membership.cluster.rawValue
        let basis = membership.basis == .implied ? "  implied" : ""
        return .value(
          name, [Run(membership.note ?? "member"), Run(basis, .warning)],
          provenance: provenance(
            row: "\(organisation.name), member of \(name)", source: membership.source, note: membership.note,
            table: "memberships", key: membership.statementKey),
          page: .cluster(membership.cluster))
      }
  }

  /// Organisations that share two or more clusters with this one.
  fileprivate func sisterFacts(of organisation: Organisation) -> [Fact] {
    let tables = catalogue.tables
    guard let own = tables.organisations.row(of: organisation.id) else { return [] }
    let clusters = Set(membershipRows(ofOrganisation: own).compactMap { tables.memberships.cluster(row: $0) })
    guard clusters.count > 1 else { return [] }
    var shared: [Int: Int] = [:]
    for cluster in clusters {
      for membership in membershipRows(of: tables.clusters[cluster].id) {
        guard let other = tables.memberships.organisation(row: membership), other != own else { continue }
        shared[other, default: 0] += 1
      }
    }
    let sisters = shared.filter { $0.value > 1 }.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
      .prefix(12).map { (count: $0.value, organisation: tables.organisations[$0.key]) }
    guard !sisters.isEmpty else { return [] }
    return [.heading("Shares several clusters with")]
      + sisters.map { count, other in
        .value("\(count) clusters", [Run(other.name, .link)], page: .organisation(other.id))
      }
  }
}

extension String {
  /// A column's name in words: `employees class`.
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}

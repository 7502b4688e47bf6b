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
    ]
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
    let own = Set(memberships(of: organisation.id).map(\.cluster))
    var shared: [ID<Organisation>: Int] = [:]
    for cluster in own {
      for membership in memberships(of: cluster) where membership.organisation != organisation.id {
        shared[membership.organisation, default: 0] += 1
      }
    }
    let sisters = shared.filter { $0.value > 1 }.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(
      12)
    guard !sisters.isEmpty else { return [] }
    return [.heading("Shares several clusters with")]
      + sisters.map { id, count in
        .value(
          "\(count) clusters", [Run(catalogue.organisation(id)?.name ?? id.rawValue, .link)],
          page: .organisation(id))
      }
  }
}

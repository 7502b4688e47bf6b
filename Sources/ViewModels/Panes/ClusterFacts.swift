// The page of a cluster: what it is, its figures with sources, its labels, networks and kinds of members.

import ClusterDomain

extension FactPane {
  /// Everything that the dataset says of the page's cluster.
  static let cluster = FactPane(id: .clusterFacts) { scene, subject in
    guard case .cluster(let id) = subject, let cluster = scene.catalogue.cluster(id) else { return [] }
    return scene.identity(of: cluster) + scene.changeFacts(of: cluster) + scene.additionFacts(of: cluster)
      + scene.labelFacts(of: cluster)
      + scene.figureFacts(of: cluster)
      + scene.memberKinds(of: cluster) + scene.networkFacts(of: cluster) + scene.noteFacts(cluster.note)
  }
}

extension Scene {
  fileprivate func identity(of cluster: Cluster) -> [Fact] {
    let origin = provenance(
      row: cluster.name, source: cluster.source, note: cluster.note, table: "clusters",
      key: cluster.id.rawValue)
    let rows: [(String, String?)] = [
      ("Name", cluster.name),
      ("Known as", cluster.shortName),
      ("Kind", cluster.kind.isEmpty ? nil : cluster.kind),
      ("Region", place(of: cluster)),
      ("Seat", cluster.place),
      ("Sectors", cluster.sectors.isEmpty ? nil : cluster.sectors.joined(separator: ", ")),
      ("Founded", cluster.founded.map(format.date)),
      ("Website", cluster.website),
    ]
    return rows.filter { $0.1 != nil || ["Kind", "Sectors", "Founded"].contains($0.0) }
      .map { label, text in
        .value(label, [Run(format.text(text), text == nil ? .dim : .text)], provenance: origin)
      }
  }

  fileprivate func labelFacts(of cluster: Cluster) -> [Fact] {
    let awards = judgement.labels.awards(of: cluster.id)
    let standing = judgement.standing(of: cluster.id)
    let now = Fact.value(
      "On \(format.day(judgement.asOf))", standing.runs(format), provenance: labelProvenance(of: cluster))
    guard !awards.isEmpty else { return [.heading("Label"), now] }
    return [.heading("Label"), now] + awards.reversed().map { labelLine($0) }
  }

  private func labelLine(_ award: LabelAward) -> Fact {
    let sources = award.events.count > 1 ? " · \(award.events.count) sources" : ""
    return .value(
      award.level.rawValue.capitalizedFirst, [Run(words(for: award)), Run(sources, .dim)],
      provenance: provenance(of: award), page: .award(award.id))
  }

  fileprivate func figureFacts(of cluster: Cluster) -> [Fact] {
    let subject = Subject.cluster(cluster.id)
    let measures = measures(of: subject)
    guard !measures.isEmpty else { return [.heading("Figures"), .value("", [Run("none stated", .dim)])] }
    return [.heading("Figures")] + measures.map { figureFact($0, of: subject, named: cluster.briefName) }
  }

  /// What is measured of a subject, in the order of the table.
  func measures(of subject: Subject) -> [String] {
    var seen: Set<String> = []
    return catalogue.figures(about: subject).map(\.measure).filter { seen.insert($0).inserted }
  }

  /// A measure's value at the as-of date with its year and how many other statements there are.
  func figureFact(_ measure: String, of subject: Subject, named name: String) -> Fact {
    let all = catalogue.all(measure, of: subject)
    let origin = provenance(measure, of: subject, named: name)
    let label = format.measure(measure)
    guard let shown = figure(measure, of: subject) else {
      let later = all.last?.asOf.map { "first stated \(format.date($0))" } ?? "not stated"
      return .value(label, [Run(later, .dim)], provenance: origin)
    }
    let year = shown.asOf.map { "  \(format.date($0))" } ?? "  undated"
    let more = all.count > 1 ? " · \(all.count - 1) more" : ""
    return .value(label, [Run(format.figure(shown), .strong), Run(year + more, .dim)], provenance: origin)
  }

  fileprivate func memberKinds(of cluster: Cluster) -> [Fact] {
    let largest = kindCounts(of: cluster)
    guard !largest.isEmpty else { return [] }
    let kinds = Organisation.Kind.allCases.filter { largest[$0] != nil }
      .sorted { (largest[$0] ?? 0) > (largest[$1] ?? 0) }
    let scale = max(1, largest.values.max() ?? 1)
    return [.heading("Named members by kind")]
      + kinds.map { kind in
        let count = largest[kind] ?? 0
        let bar = String(repeating: "▪", count: max(1, count * 12 / scale))
        return .value(kind.rawValue, [Run(bar, .bar), Run(" \(format.count(count))")])
      }
  }

  /// How many members of each kind are named.
  func kindCounts(of cluster: Cluster) -> [Organisation.Kind: Int] {
    if !answersAtOnce(cluster.id), let roll = clusterRoll(of: cluster.id) {
      let groups = roll.kinds(catalogue)
      return groups.reduce(into: [:]) { counts, group in
        if let kind = Organisation.Kind(rawValue: group.value) { counts[kind] = group.count }
      }
    }
    let tables = catalogue.tables
    return membershipRows(of: cluster.id).reduce(into: [:]) { counts, row in
      let kind = tables.memberships.organisation(row: row).flatMap {
        tables.organisations.text(.kind, row: $0)
      }
      if let kind = kind.flatMap(Organisation.Kind.init) { counts[kind, default: 0] += 1 }
    }
  }

  fileprivate func networkFacts(of cluster: Cluster) -> [Fact] {
    let memberships = catalogue.networks(of: cluster.id)
    guard !memberships.isEmpty else { return [] }
    let byNetwork = Dictionary(grouping: memberships, by: \.network)
    var seen: Set<ID<Network>> = []
    let order = memberships.map(\.network).filter { seen.insert($0).inserted }
    return [.heading("Networks")]
      + order.flatMap { id -> [Fact] in
        let rows = byNetwork[id] ?? []
        let name = catalogue.network(id)?.name ?? id.rawValue
        let origin = rows.first.map {
          provenance(
            row: "\(cluster.briefName) in \(name)", source: $0.source,
            note: rows.compactMap(\.note).joined(separator: "; "), table: "network_memberships",
            key: $0.statementKey)
        }
        return [.value("", [Run(name)], provenance: origin)] + partners(in: id, besides: cluster)
      }
  }

  /// The other members of a network that the dataset names.
  private func partners(in network: ID<Network>, besides cluster: Cluster) -> [Fact] {
    var seen: Set<String> = []
    return catalogue.tables.networkMemberships
      .filter { $0.network == network && $0.cluster != cluster.id && seen.insert($0.memberName).inserted }
      .map { member in
        .value(
          "",
          [
            Run("with "), Run(member.memberName, member.cluster == nil ? .text : .link),
            Run(member.area.map { "  \($0)" } ?? "", .dim),
          ],
          provenance: provenance(
            row: member.memberName, source: member.source, note: member.note, table: "network_memberships",
            key: member.statementKey),
          page: member.cluster.map { .cluster($0) })
      }
  }

  /// Remarks on a row, as a section of their own.
  func noteFacts(_ note: String?) -> [Fact] {
    guard let note, !note.isEmpty else { return [] }
    return [.heading("Remarks"), .paragraph(note)]
  }
}

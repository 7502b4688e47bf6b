// A brief about some clusters: key figures with their dates, members by kind, labels, programmes; a page to take along.

public import ClusterDomain

/// A brief, ready to be written.
public struct Brief: Sendable {
  /// What it says of one cluster.
  public struct Part: Sendable {
    /// The cluster's name.
    public let name: String
    /// What it is and where, in one line.
    public let summary: String
    /// What is known of it, each with who states it.
    public let facts: [Fact]
  }

  /// What it is about.
  public let title: String
  /// The dataset that it is taken from.
  public let dataset: String
  /// The day at which all is judged.
  public let asOf: String
  /// The clusters, in their order.
  public let parts: [Part]
}

/// A brief to write into a file; the same object is the same task.
public final class BriefTask: Sendable, Hashable {
  /// The formats of a brief.
  public enum Format: String, Sendable, CaseIterable {
    case markdown
    case html

    /// The format that a file's name asks for; nil where its end is none of those known.
    public init?(path: String) {
      if path.lowercased().hasSuffix(".md") {
        self = .markdown
      } else if path.lowercased().hasSuffix(".html") || path.lowercased().hasSuffix(".htm") {
        self = .html
      } else {
        return nil
      }
    }
  }

  /// The file as it was typed.
  public let path: String
  /// What its name asks for.
  public let format: Format
  /// How many clusters it is about.
  public let count: Int
  private let scene: Scene
  private let clusters: [ID<Cluster>]

  init(path: String, format: Format, scene: Scene, clusters: [ID<Cluster>]) {
    self.path = path
    self.format = format
    self.scene = scene
    self.clusters = clusters
    count = clusters.count
  }

  /// What is written; looks at all that belongs to the clusters, which may take a while.
  public func brief() -> Brief { scene.brief(of: clusters) }

  /// Compares the identities.
  public static func == (lhs: BriefTask, rhs: BriefTask) -> Bool { lhs === rhs }

  /// Hashes the identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Scene {
  /// Figures that a brief has room for, in this order.
  private static let keyMeasures = [
    "members", "companies", "sme members", "research members", "public members", "employees", "turnover",
  ]
  private static let mostNames = 5
  private static let mostProgrammes = 3
  private static let mostCalls = 2
  private static let mostNetworks = 3

  /// A brief about clusters, in the order given; those that the dataset does not have are left out.
  public func brief(of ids: [ID<Cluster>]) -> Brief {
    let parts = ids.compactMap { catalogue.cluster($0) }.map { part(of: $0) }
    let title = parts.count == 1 ? parts[0].name : "\(format.count(parts.count)) clusters in brief"
    let known = judgement.knownBy.map { ", labels as known by \(format.day($0))" } ?? ""
    return Brief(
      title: title, dataset: catalogue.title, asOf: format.day(judgement.asOf) + known, parts: parts)
  }

  private func part(of cluster: Cluster) -> Brief.Part {
    let origin = provenance(
      row: cluster.name, source: cluster.source, note: nil, table: "clusters", key: cluster.id.rawValue)
    let whereabouts = [cluster.place, place(of: cluster)].compactMap(\.self).filter { !$0.isEmpty }
    var seen: Set<String> = []
    let summary = [cluster.kind, whereabouts.filter { seen.insert($0).inserted }.joined(separator: ", ")]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let identity: [(String, String?)] = [
      ("Founded", cluster.founded.map(format.date)),
      ("Sectors", cluster.sectors.isEmpty ? nil : cluster.sectors.joined(separator: ", ")),
      ("Website", cluster.website),
    ]
    return Brief.Part(
      name: cluster.shortName.map { "\(cluster.plainName) (\($0))" } ?? cluster.name, summary: summary,
      facts: identity.compactMap { label, text in text.map { .value(label, [Run($0)], provenance: origin) } }
        + keyFigures(of: cluster) + memberFacts(of: cluster) + labels(of: cluster) + programmes(of: cluster)
        + networks(of: cluster))
  }

  private func keyFigures(of cluster: Cluster) -> [Fact] {
    let subject = Subject.cluster(cluster.id)
    return Self.keyMeasures.compactMap { measure in
      guard let figure = figure(measure, of: subject) else { return nil }
      let date = figure.asOf.map { " (\(format.date($0)))" } ?? " (undated)"
      return .value(
        format.measure(measure), [Run(format.figure(figure) + date)],
        provenance: provenance(measure, of: subject, named: cluster.briefName))
    }
  }

  /// How many members of each kind are named, and some of them.
  private func memberFacts(of cluster: Cluster) -> [Fact] {
    let counts = kindCounts(of: cluster).filter { $0.value > 0 }
      .sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    guard !counts.isEmpty else { return [] }
    let kinds = counts.map { counted($0.value, $0.key.single, plural: $0.key.plural) }.joined(separator: ", ")
    let rows = membershipRows(of: cluster.id).prefix(Self.mostNames)
    let names = rows.map { row in
      let membership = catalogue.tables.memberships[row]
      return catalogue.organisation(membership.organisation)?.name ?? membership.organisation.rawValue
    }
    let rest = membershipRows(of: cluster.id).count - names.count
    let more = rest > 0 ? " and \(format.count(rest)) more" : ""
    return [
      .value("Named members", [Run(kinds)]),
      .value("Among them", [Run(names.joined(separator: ", ") + more)]),
    ]
  }

  private func labels(of cluster: Cluster) -> [Fact] {
    let standing = judgement.standing(of: cluster.id)
    let awards = judgement.labels.awards(of: cluster.id)
      .filter { ($0.start ?? judgement.asOf) <= judgement.asOf }
      .sorted { .date($0.date ?? $0.end?.date) }
    return [.value("Label", [Run(standing.sentence(format))], provenance: labelProvenance(of: cluster))]
      + awards.suffix(3).reversed().map { award in
        .value(
          "Label history", [Run("\(award.level.rawValue) \(words(for: award))")],
          provenance: provenance(of: award))
      }
  }

  private func programmes(of cluster: Cluster) -> [Fact] {
    let taken = TablePane.programmes.rows(self, .cluster(cluster.id))
    var (past, ahead): ([Fact], [Fact]) = ([], [])
    for funding in taken {
      let words = [funding.programmeName(self), funding.detail(self)].compactMap(\.self).joined(
        separator: ": ")
      switch funding {
      case .participation(let participation, _):
        let year = participation.year.map { " (\(format.date($0)))" } ?? ""
        past.append(.value("Took part in", [Run(words + year)], provenance: funding.provenance(self)))
      case .call(let call, _, _):
        let standing = judgement.standing(of: call)
        guard standing.status.isOpen else { continue }
        ahead.append(
          .value(
            "Open call", [Run(words + (standing.nextDate.map { ", closes \(format.date($0))" } ?? ""))],
            provenance: funding.provenance(self)))
      }
    }
    return Array(past.prefix(Self.mostProgrammes)) + ahead.prefix(Self.mostCalls)
  }

  private func networks(of cluster: Cluster) -> [Fact] {
    var seen: Set<ID<Network>> = []
    return catalogue.networks(of: cluster.id).filter { seen.insert($0.network).inserted }
      .prefix(Self.mostNetworks).map { membership in
        let name = catalogue.network(membership.network)?.name ?? membership.network.rawValue
        return .value(
          "Network", [Run(name)],
          provenance: provenance(
            row: "\(cluster.briefName) in \(name)", source: membership.source, note: nil,
            table: "network_memberships", key: membership.statementKey))
      }
  }
}

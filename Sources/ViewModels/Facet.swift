// By what clusters can be filtered: each facet is one row of a table, each clause one chip on the screen.

import ClusterDomain
import Sheets

/// A property of clusters that filters offer values of.
public enum Facet: String, Hashable, Sendable, CaseIterable {
  case region
  case label
  case sector
  case kind
  case programme
  case watch
}

/// One filter: a facet and the values that pass it.
public struct Clause: Hashable, Sendable {
  /// The property.
  public let facet: Facet
  /// The values, any of which passes.
  public var values: [String]

  /// A filter by one or more values.
  public init(_ facet: Facet, _ values: [String]) {
    self.facet = facet
    self.values = values
  }
}

/// A value that a picker offers.
public struct FacetValue: Hashable, Sendable {
  /// The value as clauses and options write it.
  public let id: String
  /// The value as people read it.
  public let name: String
  /// Other words by which it is found when typed.
  public let alias: String
  /// How many clusters pass when only this value is chosen.
  public var count: Int

  init(_ id: String, _ name: String, alias: String = "", count: Int = 0) {
    self.id = id
    self.name = name
    self.alias = alias
    self.count = count
  }
}

/// Values of the region facet that are no region.
public enum Area {
  /// Every country.
  public static let everywhere = "everywhere"
  /// Every country but the home country.
  public static let abroad = "abroad"
  /// Clusters of the home country that belong to no region.
  public static let national = "national"
}

extension Facet {
  /// The facet's rule in the table of facets.
  struct Rule: Sendable {
    /// What a picker of it is called.
    let title: String
    /// The values that a cluster has.
    let values: @Sendable (Cluster, Judgement) -> [String]
    /// The values to offer, in their order.
    let offers: @Sendable (Judgement) -> [FacetValue]
    /// Whether values of several groups must each be met; otherwise any one value passes.
    let group: @Sendable (String) -> Int
  }

  var rule: Rule {
    switch self {
    case .region: Self.regionRule
    case .label: Self.labelRule
    case .sector: Self.sectorRule
    case .kind: Self.kindRule
    case .programme: Self.programmeRule
    case .watch: Self.watchRule
    }
  }

  /// What the facet is called in titles.
  public var title: String { rule.title }

  /// Whether a cluster passes the values: at least one of each group that is asked for.
  func passes(_ cluster: Cluster, _ values: [String], _ judgement: Judgement) -> Bool {
    passes(Set(rule.values(cluster, judgement)), values)
  }

  /// Whether an award passes the values of the label facet.
  func passes(_ level: LabelLevel, _ standing: LabelStanding, _ values: [String]) -> Bool {
    passes(Set(Self.labelValues(level, standing)), values)
  }

  private static func labelValues(_ level: LabelLevel?, _ standing: LabelStanding) -> [String] {
    [standing.status.rawValue] + (level.map { [$0.rawValue] } ?? []) + (standing.isAlive ? ["any valid"] : [])
  }

  private func passes(_ own: Set<String>, _ values: [String]) -> Bool {
    let groups = Dictionary(grouping: values, by: rule.group)
    return groups.values.allSatisfy { asked in asked.contains { own.contains($0) } }
  }

  /// The names of values as people read them: any of a group, one of each group.
  func name(of values: [String], in judgement: Judgement) -> String {
    let names = Dictionary(
      rule.offers(judgement).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let groups = Dictionary(grouping: values, by: rule.group).sorted { $0.key < $1.key }
    return groups.map { $0.value.map { names[$0] ?? $0 }.joined(separator: " or ") }.joined(
      separator: " and ")
  }

  private static let regionRule = Rule(
    title: "Region",
    values: { cluster, judgement in
      let home = judgement.catalogue.homeCountry
      let isHome = cluster.country == home
      let region = cluster.region.map { [$0.rawValue] } ?? (isHome ? [Area.national] : [])
      return region + [cluster.country, Area.everywhere] + (isHome ? [] : [Area.abroad])
    },
    offers: { judgement in
      let catalogue = judgement.catalogue
      let home = catalogue.homeCountry
      let regions = catalogue.tables.regions
        .map { region in
          let codes = ([region.id.rawValue] + region.legacyCodes).joined(separator: " ")
          return FacetValue(region.id.rawValue, region.name, alias: "\(region.englishName) \(codes)")
        }
        .sorted { Folding.folded($0.name) < Folding.folded($1.name) }
      let countries = catalogue.tables.countries.filter { $0.id.rawValue != home }
        .map { FacetValue($0.id.rawValue, $0.name, alias: $0.id.rawValue) }
        .sorted { Folding.folded($0.name) < Folding.folded($1.name) }
      let homeName = catalogue.country(ID(rawValue: home))?.name ?? home
      return [FacetValue(home, "All of \(homeName)", alias: home)] + regions
        + [FacetValue(Area.national, "National, no region")]
        + [FacetValue(Area.abroad, "All abroad"), FacetValue(Area.everywhere, "Everywhere")] + countries
    },
    group: { _ in 0 })

  private static let labelRule = Rule(
    title: "Label",
    values: { cluster, judgement in
      let standing = judgement.standing(of: cluster.id)
      return labelValues(standing.level, standing)
    },
    offers: { _ in
      LabelLevel.allCases.reversed().map {
        FacetValue($0.rawValue, $0.rawValue.capitalizedFirst, alias: "level")
      }
        + [FacetValue("any valid", "Any valid label", alias: "labelled holds")]
        + LabelStanding.Status.allCases.map { FacetValue($0.rawValue, $0.title) }
    },
    group: { value in LabelLevel(rawValue: value) == nil ? 1 : 0 })

  private static let sectorRule = Rule(
    title: "Sector",
    values: { cluster, _ in cluster.sectors.map { Folding.folded($0) } },
    offers: { judgement in
      var names: [String: String] = [:]
      for sector in judgement.catalogue.tables.clusters.flatMap(\.sectors) {
        names[Folding.folded(sector), default: sector] = names[Folding.folded(sector)] ?? sector
      }
      return names.map { FacetValue($0.key, $0.value) }.sorted { $0.id < $1.id }
    },
    group: { _ in 0 })

  /// The value of clusters on the watch list.
  public static let watched = "watched"
  private static let notWatched = "not watched"

  private static let watchRule = Rule(
    title: "Watch list",
    values: { cluster, judgement in
      [judgement.additions.watched.contains(cluster.id) ? watched : notWatched]
    },
    offers: { _ in [FacetValue(watched, "Watched"), FacetValue(notWatched, "Not watched")] },
    group: { _ in 0 })

  private static let kindRule = Rule(
    title: "Kind",
    values: { cluster, _ in [cluster.kind] },
    offers: { judgement in
      Set(judgement.catalogue.tables.clusters.map(\.kind)).sorted()
        .map { FacetValue($0, $0.isEmpty ? "not stated" : $0) }
    },
    group: { _ in 0 })

  private static let programmeRule = Rule(
    title: "Programme taken part in",
    values: { cluster, judgement in
      judgement.catalogue.participations(of: cluster.id).compactMap(\.programme?.rawValue)
    },
    offers: { judgement in
      judgement.catalogue.tables.programmes
        .filter { !judgement.catalogue.participations(in: $0.id).isEmpty }
        .map { FacetValue($0.id.rawValue, $0.name) }
        .sorted { Folding.folded($0.name) < Folding.folded($1.name) }
    },
    group: { _ in 0 })
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

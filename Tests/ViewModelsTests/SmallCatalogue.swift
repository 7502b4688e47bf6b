// A small catalogue with awkward names: accents, CJK, very long, empty everywhere, control characters.

import ClusterDomain
import ViewModels

/// Every kind of label standing on 23 November 2026, and the names that break careless programs.
enum Small {
  static let longName = "Consorzio " + String(repeating: "per lo sviluppo della manifattura ", count: 12)
  static let evilName = "Evil\u{1B}[31m\u{0}red\u{202E}eman"
  static let cjkName = "絹織物クラスター"

  static let catalogue = Catalogue(title: "Small", tables: tables())
  static let data = LoadedData(Reading(catalogue: catalogue, problems: problems, path: "/data/small"))

  static let problems = [
    Problem(
      file: "clusters.csv", line: 9, column: "founded", reason: "is no date", text: "x", severity: .value),
    Problem(file: "calls.csv", reason: "cannot be read", severity: .file),
  ]

  private static func tables() -> Catalogue.Tables {
    var tables = Catalogue.Tables()
    tables.clusters = clusters
    tables.figures = figures
    tables.labels = labels
    tables.labelRules = rules
    tables.labelCounts = [
      LabelCount(asOf: PartialDate("2013-11"), level: "gold", area: "", count: 40, source: "s1")
    ]
    tables.networks = [Network(id: "net", name: "Rete Ünica")]
    tables.networkMemberships = [
      NetworkMembership(network: "net", cluster: "alfa", memberName: "Alfa", source: "s1"),
      NetworkMembership(network: "net", cluster: "node", memberName: "Node", area: "Germany", source: "s1"),
      NetworkMembership(network: "net", memberName: "Stranger", source: "s2"),
    ]
    tables.programmes = programmes
    tables.calls = calls
    tables.conditions = [
      Condition(programme: "horizon", condition: "consortium", value: "3 of 3 countries", source: "s1")
    ]
    tables.projects = [Project(id: "proj", name: "Project Ωmega")]
    tables.participations = [
      Participation(
        cluster: "alfa", project: "proj", programme: "horizon", year: PartialDate("2020"), source: "s1"),
      Participation(cluster: "alfa", project: "proj", source: "s1"),
      Participation(cluster: "node", programme: "horizon", source: "s1"),
    ]
    tables.regions = regions
    tables.countries = [Country(id: "IT", name: "Italy"), Country(id: "DE", name: "Germany")]
    tables.sources = [
      Source(id: "s1", url: "https://example.org/1", title: "First page", publisher: "One"),
      Source(id: "s2", url: "https://example.org/2", publisher: "Two"),
    ]
    tables.statements = [
      Statement(table: "clusters", key: "alfa", column: "founded", value: "2011", source: "s2")
    ]
    tables.take(organisations, memberships)
    return tables
  }

  static let clusters: [Cluster] = [
    Cluster(
      id: "alfa", name: "Àlfa Meccanica — Distretto della Mobilità", shortName: "ALFA",
      kind: "technology district", region: "ITH3", place: "Padova", sectors: ["Mechatronics", "Mobilità"],
      founded: PartialDate("2009-03"), website: "https://alfa.example", source: "s1", note: "seat moved"),
    Cluster(
      id: "beta", name: "Beta Energy (formerly Gamma)", region: "ITC4", sectors: ["Energy"], source: "s1"),
    Cluster(id: "seta", name: cjkName, kind: "industrial district", region: "ITC4", source: "s1"),
    Cluster(id: "lungo", name: longName, kind: "technology district", region: "ITH3", source: "s2"),
    Cluster(id: "vuoto", name: "Vuoto", source: "s1"),
    Cluster(id: "evil", name: evilName, region: "ITH3", sectors: ["energy"], source: "s1"),
    Cluster(id: "senza", name: "Senza Decisione", region: "ITF2", source: "s1"),
    Cluster(id: "node", name: "Node Österreich-Süd", shortName: "NODE", country: "DE", source: "s1"),
  ]

  private static let regions = [
    Region(id: "ITC4", name: "Lombardia", englishName: "Lombardy", source: "s1"),
    Region(id: "ITF2", name: "Molise", englishName: "Molise", source: "s1"),
    Region(id: "ITH3", name: "Veneto", englishName: "Venetia", legacyCodes: ["ITD3"], source: "s1"),
    Region(id: "ITC2", name: "Valle d'Aosta", englishName: "Aosta Valley", source: "s1"),
  ]

  private static let figures = [
    figure("members", 100, .moreThan, "2015", "s1"),
    figure("members", 140, .exact, "2020-06", "s2"),
    figure("members", 500, .exact, "2030", "s2"),
    Figure(subject: .cluster("alfa"), measure: "turnover", value: 9e9, unit: "EUR", source: "s1"),
    Figure(
      subject: .cluster("beta"), measure: "members", value: 20, unit: "organisations",
      asOf: PartialDate("2014"), source: "s1"),
    Figure(
      subject: .programme("horizon"), measure: "budget", bound: .about, value: 1e9, unit: "EUR", source: "s1"),
  ]

  private static func figure(
    _ measure: String, _ value: Double, _ bound: Figure.Bound, _ date: String, _ source: ID<Source>
  ) -> Figure {
    Figure(
      subject: .cluster("alfa"), measure: measure, bound: bound, value: value, unit: "organisations",
      asOf: PartialDate(date), source: source)
  }

  private static let rules = [
    rule("points", nil, "120"), rule("first", .firstValidity, "2"), rule("grace", .grace, "1"),
  ]

  private static func rule(_ id: ID<LabelRule>, _ use: LabelRule.Use?, _ years: String) -> LabelRule {
    LabelRule(id: id, levels: [], rule: "validity", value: years, unit: "years", use: use, source: "s1")
  }

  private static let labels = [
    event("alfa", .awarded, .gold, "2025-06-01", source: "s1"),
    event("alfa", .held, .gold, source: "s2"),
    event("beta", .awarded, .bronze, "2024-12"),
    event("seta", .awarded, .silver, "2024-03-15", until: "2026-03-15"),
    event("lungo", .awarded, .bronze, "2013-03"),
    event("evil", .held, .gold),
    event("senza", .applied, .bronze, "2026-09"),
    event("node", .awarded, .gold, "2026-01"),
  ]

  private static func event(
    _ cluster: ID<Cluster>, _ kind: LabelEvent.Kind, _ level: LabelLevel, _ when: String = "",
    until: String = "", source: ID<Source> = "s1"
  ) -> LabelEvent {
    LabelEvent(
      id: ID(rawValue: "\(cluster)-\(kind)-\(source)"), award: ID(rawValue: "\(cluster)-\(level)"),
      cluster: cluster, kind: kind, level: level, date: PartialDate(when), validUntil: PartialDate(until),
      source: source)
  }

  private static let organisations = [
    Organisation(
      id: "poli", name: "Politecnico di Città", kind: .university, city: "Padova", region: "ITH3",
      activity: "research"),
    Organisation(id: "zeta", name: "Zeta S.p.A.", kind: .company),
    Organisation(id: "ovest", name: "Ovest", kind: .sme, region: "ITC4"),
  ]

  private static let memberships = [
    Membership(cluster: "alfa", organisation: "poli", note: "founder", source: "s1"),
    Membership(cluster: "alfa", organisation: "zeta", basis: .implied, source: "s2"),
    Membership(cluster: "alfa", organisation: "ovest", source: "s1"),
    Membership(cluster: "beta", organisation: "poli", source: "s1"),
    Membership(cluster: "beta", organisation: "ovest", source: "s1"),
    Membership(cluster: "seta", organisation: "zeta", basis: .implied, source: "s1"),
  ]

  private static let programmes = [
    Programme(id: "horizon", name: "Horizon", scope: "EU", start: 2021, end: 2027, source: "s1"),
    Programme(
      id: "regio", name: "Regio Veneto", scope: "regional", region: "ITH3", start: 2025, source: "s1"),
    Programme(id: "naz", name: "Nazionale", scope: "national", source: "s1", note: "yearly"),
  ]

  private static let calls = [
    call("h-late", "horizon", "Late call", closes: "2027-06-01"),
    call("h-soon", "horizon", "Soon call", closes: "2026-12-01"),
    call("h-gone", "horizon", "Gone call", closes: "2020-01-01"),
    call("r-next", "regio", "Next call", opens: "2027-01-01", closes: "2027-03"),
    call("n-what", "naz", "What call"),
  ]

  private static func call(
    _ id: ID<Call>, _ programme: ID<Programme>, _ name: String, opens: String = "", closes: String = ""
  ) -> Call {
    Call(
      id: id, programme: programme, name: name, opens: PartialDate(opens), closes: PartialDate(closes),
      source: "s1")
  }
}

// Everything that a dataset holds, with the ways through it that panes and commands need.

import Sheets

/// An immutable dataset in memory: its tables in their own order, and indexes over them.
public final class Catalogue: Sendable {
  /// The rows of every table, in the order of the files.
  public struct Tables: Sendable {
    /// Clusters.
    public var clusters: [Cluster] = []
    /// Figures.
    public var figures: [Figure] = []
    /// Label events.
    public var labels: [LabelEvent] = []
    /// Rules of the label scheme.
    public var labelRules: [LabelRule] = []
    /// Counts of label holders.
    public var labelCounts: [LabelCount] = []
    /// Organisations.
    public var organisations = OrganisationTable()
    /// Memberships.
    public var memberships = MembershipTable()
    /// Networks.
    public var networks: [Network] = []
    /// Network memberships.
    public var networkMemberships: [NetworkMembership] = []
    /// Programmes.
    public var programmes: [Programme] = []
    /// Calls, with their deadlines.
    public var calls: [Call] = []
    /// Conditions.
    public var conditions: [Condition] = []
    /// Projects.
    public var projects: [Project] = []
    /// Participations.
    public var participations: [Participation] = []
    /// Regions.
    public var regions: [Region] = []
    /// Countries.
    public var countries: [Country] = []
    /// Sources.
    public var sources: [Source] = []
    /// Totals.
    public var totals: [Total] = []
    /// Second statements.
    public var statements: [Statement] = []

    /// No rows.
    public init() {}

    /// Takes members that were made one by one; their regions and clusters must be there already.
    public mutating func take(_ organisations: [Organisation], _ memberships: [Membership]) {
      self.organisations = OrganisationTable(organisations, regions: regions)
      self.memberships = MembershipTable(memberships, of: self.organisations, in: clusters)
    }
  }

  /// What the dataset calls itself.
  public let title: String
  /// Its name among data packages, the same in every release; empty where it has none.
  public let name: String
  /// The country that it is about, two letters of ISO 3166-1; empty where it is about no single one.
  public let homeCountry: String
  /// The rows of every table.
  public let tables: Tables

  private let clusterIndex: [ID<Cluster>: Int]
  private let programmeIndex: [ID<Programme>: Int]
  private let callIndex: [ID<Call>: Int]
  private let projectIndex: [ID<Project>: Int]
  private let regionIndex: [ID<Region>: Int]
  private let countryIndex: [ID<Country>: Int]
  private let networkIndex: [ID<Network>: Int]
  private let sourceIndex: [ID<Source>: Int]
  private let totalIndex: [ID<Total>: Int]
  private let labelsByCluster: [ID<Cluster>: [LabelEvent]]
  private let figuresBySubject: [Subject: [Figure]]
  private let callsByProgramme: [ID<Programme>: [Call]]
  private let conditionsByProgramme: [ID<Programme>: [Condition]]
  private let participationsByCluster: [ID<Cluster>: [Participation]]
  private let participationsByProgramme: [ID<Programme>: [Participation]]
  let participationsByProject: [ID<Project>: [Participation]]
  private let networksByCluster: [ID<Cluster>: [NetworkMembership]]
  private let statementsByRow: [String: [String: [Statement]]]

  /// Indexes the tables; of rows with the same key the first is found by that key.
  public init(title: String, name: String = "", homeCountry: String = "IT", tables: Tables) {
    self.title = title
    self.name = name
    self.homeCountry = homeCountry
    self.tables = tables
    clusterIndex = Self.positions(tables.clusters)
    programmeIndex = Self.positions(tables.programmes)
    callIndex = Self.positions(tables.calls)
    projectIndex = Self.positions(tables.projects)
    regionIndex = Self.positions(tables.regions)
    countryIndex = Self.positions(tables.countries)
    networkIndex = Self.positions(tables.networks)
    sourceIndex = Self.positions(tables.sources)
    totalIndex = Self.positions(tables.totals)
    labelsByCluster = Dictionary(grouping: tables.labels, by: \.cluster)
    figuresBySubject = Dictionary(grouping: tables.figures, by: \.subject)
    callsByProgramme = Dictionary(grouping: tables.calls, by: \.programme)
    conditionsByProgramme = Dictionary(grouping: tables.conditions, by: \.programme)
    participationsByCluster = Dictionary(grouping: tables.participations, by: \.cluster)
    participationsByProgramme = Dictionary(
      grouping: tables.participations.compactMap { row in row.programme.map { ($0, row) } }, by: \.0
    ).mapValues { $0.map(\.1) }
    participationsByProject = Dictionary(
      grouping: tables.participations.compactMap { row in row.project.map { ($0, row) } }, by: \.0
    ).mapValues { $0.map(\.1) }
    networksByCluster = Dictionary(
      grouping: tables.networkMemberships.compactMap { row in row.cluster.map { ($0, row) } }, by: \.0
    ).mapValues { $0.map(\.1) }
    statementsByRow = Dictionary(grouping: tables.statements, by: \.table)
      .mapValues { Dictionary(grouping: $0, by: \.key) }
  }

  private static func positions<Row: Entity>(_ rows: [Row]) -> [ID<Row>: Int] {
    Dictionary(zip(rows.lazy.map(\.id), rows.indices), uniquingKeysWith: { first, _ in first })
  }
}

// MARK: - Rows by key

extension Catalogue {
  /// The cluster with this key.
  public func cluster(_ id: ID<Cluster>) -> Cluster? { clusterIndex[id].map { tables.clusters[$0] } }
  /// The row of the cluster with this key.
  public func row(of id: ID<Cluster>) -> Int? { clusterIndex[id] }
  /// The organisation with this key.
  public func organisation(_ id: ID<Organisation>) -> Organisation? {
    tables.organisations.row(of: id).map { tables.organisations[$0] }
  }
  /// The programme with this key.
  public func programme(_ id: ID<Programme>) -> Programme? {
    programmeIndex[id].map { tables.programmes[$0] }
  }
  /// The call with this key.
  public func call(_ id: ID<Call>) -> Call? { callIndex[id].map { tables.calls[$0] } }
  /// The project with this key.
  public func project(_ id: ID<Project>) -> Project? { projectIndex[id].map { tables.projects[$0] } }
  /// The region with this NUTS 2 code.
  public func region(_ id: ID<Region>) -> Region? { regionIndex[id].map { tables.regions[$0] } }
  /// The country with this code.
  public func country(_ id: ID<Country>) -> Country? { countryIndex[id].map { tables.countries[$0] } }
  /// The network with this key.
  public func network(_ id: ID<Network>) -> Network? { networkIndex[id].map { tables.networks[$0] } }
  /// The source with this key.
  public func source(_ id: ID<Source>) -> Source? { sourceIndex[id].map { tables.sources[$0] } }
  /// The total with this key.
  public func total(_ id: ID<Total>) -> Total? { totalIndex[id].map { tables.totals[$0] } }
}

// MARK: - Rows by what they belong to

extension Catalogue {
  /// The memberships of a cluster, in the order of the table.
  public func memberships(of id: ID<Cluster>) -> [Membership] {
    membershipRows(of: id).map { tables.memberships[$0] }
  }
  /// The memberships of an organisation, in the order of the table.
  public func memberships(of id: ID<Organisation>) -> [Membership] {
    tables.organisations.row(of: id).map { membershipRows(ofOrganisation: $0) }?
      .map { tables.memberships[$0] } ?? []
  }
  /// The rows of the memberships of a cluster, ascending; there may be very many.
  public func membershipRows(of id: ID<Cluster>) -> [Int] {
    clusterIndex[id].map { rows(tables.memberships.byCluster[$0]) } ?? []
  }
  /// How many memberships a cluster has.
  public func membershipCount(of id: ID<Cluster>) -> Int {
    clusterIndex[id].map { tables.memberships.byCluster.count(of: $0) } ?? 0
  }
  /// The rows of the memberships of the organisation in a row, ascending.
  public func membershipRows(ofOrganisation row: Int) -> [Int] {
    rows(tables.memberships.byOrganisation[row])
  }
  /// Rows that a broken cache makes up are passed over.
  private func rows(_ rows: [Int]) -> [Int] {
    let count = tables.memberships.count
    return rows.allSatisfy { $0 < count } ? rows : rows.filter { $0 < count }
  }
  /// The label events of a cluster.
  public func labels(of id: ID<Cluster>) -> [LabelEvent] { labelsByCluster[id] ?? [] }
  /// The figures about a subject.
  public func figures(about subject: Subject) -> [Figure] { figuresBySubject[subject] ?? [] }
  /// The calls of a programme.
  public func calls(of id: ID<Programme>) -> [Call] { callsByProgramme[id] ?? [] }
  /// The conditions of a programme and its calls.
  public func conditions(of id: ID<Programme>) -> [Condition] { conditionsByProgramme[id] ?? [] }
  /// The conditions of a call: its own, and those that its programme has for all.
  public func conditions(of call: Call) -> [Condition] {
    conditions(of: call.programme).filter { condition in
      condition.call.map { $0 == call.id } ?? (condition.callName == nil)
    }
  }
  /// What a cluster took part in.
  public func participations(of id: ID<Cluster>) -> [Participation] { participationsByCluster[id] ?? [] }
  /// Who took part in a programme.
  public func participations(in id: ID<Programme>) -> [Participation] { participationsByProgramme[id] ?? [] }
  /// The networks of a cluster.
  public func networks(of id: ID<Cluster>) -> [NetworkMembership] { networksByCluster[id] ?? [] }
  /// What further sources say of a row; `table` is named as its file, and `key` is the row's `statementKey`.
  public func statements(about table: String, key: String) -> [Statement] {
    statementsByRow[table]?[key] ?? []
  }
}

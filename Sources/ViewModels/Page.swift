// Pages and the trail of crumbs that leads to them.

public import ClusterDomain

/// The places of lists and texts on a page.
public enum PaneID: String, Hashable, Sendable, CaseIterable {
  case clusters
  case members
  case programmes
  case labels
  case outlook
  case coverage
  case regions
  case calls
  case calendar
  case weeks
  case allProgrammes = "programmes-all"
  case organisations
  case problems
  case clusterFacts = "cluster"
  case organisationFacts = "member"
  case programmeFacts = "programme"
  case organisationClusters = "member-clusters"
  case programmeCalls = "programme-calls"
  case notebook
  case changes
  case callFacts = "call"
  case fitting
  case fitRules = "fit-rules"
  case projects
  case projectClusters = "project-clusters"
  case awardFacts = "label"
  case awardEvents = "label-events"
  case participants
  case totals
  case labelRules = "label-rules"
  case labelCounts = "label-counts"
  case sheets = "files"
  case sheet = "rows"
  case record
  case frequency
}

/// What a page is about.
public enum PageKind: Hashable, Sendable {
  case dashboard
  case labels
  case regions
  case calls
  case programmes
  case organisations
  case context
  case notebook
  case changes
  case problems
  case cluster(ID<Cluster>)
  case organisation(ID<Organisation>)
  case programme(ID<Programme>)
  case award(ID<LabelAward>)
  case call(ID<Call>)
  /// A call held against a cluster, rule by rule.
  case fit(ID<Call>, ID<Cluster>)
  case project(ID<Project>)
  /// The values of a column of another list.
  case frequency(GroupedColumn)
  /// The open files.
  case sheets
  /// The rows of an open file.
  case sheet(Int)
  /// One row of an open file.
  case record(sheet: Int, row: Int)

  /// The panes of such a page: the first is the master, the others follow it or its subject.
  public var panes: [PaneID] {
    switch self {
    case .dashboard: [.clusters, .members, .programmes]
    case .labels: [.labels, .outlook, .coverage]
    case .regions: [.regions]
    case .calls: [.calls, .calendar, .weeks]
    case .programmes: [.allProgrammes, .programmeCalls, .participants]
    case .organisations: [.organisations, .organisationClusters]
    case .context: [.totals, .labelRules, .labelCounts]
    case .notebook: [.notebook]
    case .changes: [.changes]
    case .problems: [.problems]
    case .cluster: [.clusterFacts, .members, .programmes]
    case .organisation: [.organisationFacts, .organisationClusters]
    case .programme: [.programmeFacts, .programmeCalls, .projects, .participants]
    case .award: [.awardFacts, .awardEvents, .labelRules]
    case .call: [.callFacts, .fitting]
    case .fit: [.fitRules, .callFacts]
    case .project: [.projectClusters]
    case .frequency: [.frequency]
    case .sheets: [.sheets]
    case .sheet: [.sheet]
    case .record: [.record]
    }
  }
}

extension PageKind {
  /// Whether the master needs the whole width, so that the others stand below it.
  public var isMasterWide: Bool {
    switch self {
    case .labels, .fit: true
    default: false
    }
  }

  /// Whom the page is about, when it is about one entity.
  public var subject: PaneSubject? {
    switch self {
    case .cluster(let id): .cluster(id)
    case .organisation(let id): .organisation(id)
    case .programme(let id): .programme(id)
    case .award(let id): .award(id)
    case .call(let id): .call(id)
    case .fit(let call, let cluster): .fit(call, cluster)
    case .project(let id): .project(id)
    case .frequency(let grouped): .values(grouped)
    case .sheet(let number): .sheet(number)
    case .record(let sheet, let row): .record(sheet: sheet, row: row)
    default: nil
    }
  }
}

extension PaneSubject {
  /// The page about it, where there is one.
  public var page: PageKind? {
    switch self {
    case .cluster(let id): .cluster(id)
    case .organisation(let id): .organisation(id)
    case .programme(let id): .programme(id)
    case .award(let id): .award(id)
    case .call(let id): .call(id)
    case .fit(let call, let cluster): .fit(call, cluster)
    case .project(let id): .project(id)
    case .none, .values, .sheet, .record: nil
    }
  }
}

/// One crumb: a page with its focus and lists as they were left.
public struct Page: Hashable, Sendable {
  /// What it is about.
  public internal(set) var kind: PageKind
  /// What it is called on the path, where it is not called after what it is about.
  public internal(set) var name: String?
  /// The pane that takes the keys.
  public var focus: PaneID
  /// Whether the focused pane has the whole page.
  public var isZoomed = false
  /// Its lists.
  public var lists: [PaneID: ListState] = [:]

  /// A page as it is first seen.
  public init(_ kind: PageKind) {
    self.kind = kind
    focus = kind.panes[0]
  }
}

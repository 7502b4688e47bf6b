// A pane: a title, rows of one kind, columns over them. Panes are values in a registry; drawing,
// moving, sorting, filtering, exporting are the same for all of them.

public import ClusterDomain

/// What a pane has at its borders.
public struct PaneTitle: Hashable, Sendable {
  /// What it shows.
  public let name: String
  /// Whom it belongs to, when it follows another pane.
  public let owner: String?
  /// How many, in words, at the right.
  public let count: String
}

/// Why a pane is empty, and the keys that help.
public struct EmptyState: Hashable, Sendable {
  /// The reason, one sentence.
  public let reason: String
  /// What to press.
  public let advice: String

  /// A reason and an advice.
  public init(_ reason: String, _ advice: String = "") {
    self.reason = reason
    self.advice = advice
  }
}

/// Whom the rows of a pane belong to: the subject of the page or the row under its master's cursor.
public indirect enum PaneSubject: Hashable, Sendable {
  case none
  case cluster(ID<Cluster>)
  case organisation(ID<Organisation>)
  case programme(ID<Programme>)
  case award(ID<LabelAward>)
  case call(ID<Call>)
  /// A call held against a cluster.
  case fit(ID<Call>, ID<Cluster>)
  case project(ID<Project>)
  /// The values of a column of another list.
  case values(GroupedColumn)
  /// An open file.
  case sheet(Int)
  /// A row of an open file.
  case record(sheet: Int, row: Int)

  /// The subject in the words that identify it.
  var key: String {
    switch self {
    case .none: ""
    case .cluster(let id): "cluster:\(id)"
    case .organisation(let id): "organisation:\(id)"
    case .programme(let id): "programme:\(id)"
    case .award(let id): "award:\(id)"
    case .call(let id): "call:\(id)"
    case .fit(let call, let cluster): "fit:\(call):\(cluster)"
    case .project(let id): "project:\(id)"
    case .sheet(let number): "sheet:\(number)"
    case .record(let sheet, let row): "record:\(sheet):\(row)"
    case .values(let grouped): "values:\(grouped.pane):\(grouped.owner.key):\(grouped.column)"
    }
  }
}

/// What a pane is: the interface of the registry.
public protocol Pane: Sendable {
  /// Its place.
  var id: PaneID { get }
  /// The columns, in their order.
  var headers: [ColumnHeader] { get }
  /// Whether the titles of its columns stand above its rows.
  var hasHeader: Bool { get }
  /// Whether its rows have dates that a calendar can take.
  var isDated: Bool { get }
  /// The filters that act on it.
  var narrowedBy: Set<Facet> { get }
  /// Its rows for a subject, filtered and sorted.
  func listing(_ scene: Scene, subject: PaneSubject, query: ListQuery) -> any Listing
  /// What stands at its borders.
  func title(_ scene: Scene, subject: PaneSubject, listing: any Listing) -> PaneTitle
  /// What to say when it has no rows.
  func emptyState(_ scene: Scene, subject: PaneSubject, query: ListQuery) -> EmptyState
}

extension Pane {
  /// Rows have no dates unless a pane says otherwise.
  public var isDated: Bool { false }
}

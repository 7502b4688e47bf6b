// What is stated of a project's money, each project once, however many clusters take part.

/// What is known of the money of one or several projects, in euros.
public struct ProjectAmount: Sendable, Hashable {
  /// The sum of what is stated.
  public private(set) var euros: Double
  /// Whether it may be more: several participants state amounts, and nothing tells whether they are shares.
  public private(set) var isAtLeast: Bool
  /// How many projects state an amount.
  public private(set) var projects: Int

  /// Nothing stated.
  public static let none = ProjectAmount(euros: 0, isAtLeast: false, projects: 0)

  /// The money of one project, by what is stated of those who take part in it; nil where nothing is.
  ///
  /// A grant stated beside each participant is one grant: amounts that are not stated to be shares count once, the
  /// greatest of them; shares are added up.
  public init?(of participations: [Participation]) {
    let stated = participations.filter { $0.amount != nil }
    guard !stated.isEmpty else { return nil }
    let wholes = stated.filter { !$0.isShare }.compactMap(\.amount)
    let shares = stated.filter(\.isShare).compactMap(\.amount).reduce(0, +)
    euros = max(wholes.max() ?? 0, shares)
    isAtLeast = wholes.count > 1 || (wholes.isEmpty && shares > 0 && stated.count < participations.count)
    projects = 1
  }

  private init(euros: Double, isAtLeast: Bool, projects: Int) {
    self.euros = euros
    self.isAtLeast = isAtLeast
    self.projects = projects
  }

  /// The money of two groups of different projects.
  public static func + (lhs: Self, rhs: Self) -> Self {
    ProjectAmount(
      euros: lhs.euros + rhs.euros, isAtLeast: lhs.isAtLeast || rhs.isAtLeast,
      projects: lhs.projects + rhs.projects)
  }
}

extension Catalogue {
  /// Who takes part in a project.
  public func participations(in id: ID<Project>) -> [Participation] { participationsByProject[id] ?? [] }

  /// The projects of a programme: those that the table gives it, and those by which clusters took part in it.
  public func projects(of id: ID<Programme>) -> [Project] {
    var seen: Set<ID<Project>> = []
    let own = tables.projects.filter { $0.programme == id }
    let named = participations(in: id).compactMap(\.project).compactMap { project($0) }
    return (own + named).filter { seen.insert($0.id).inserted }
  }

  /// The money stated of a programme's projects, each once; participations without a project count on their own.
  public func projectAmount(of id: ID<Programme>) -> ProjectAmount {
    let projects = projects(of: id).compactMap { ProjectAmount(of: participations(in: $0.id)) }
    let others = participations(in: id).filter { $0.project == nil }.compactMap { ProjectAmount(of: [$0]) }
    return (projects + others).reduce(.none, +)
  }
}

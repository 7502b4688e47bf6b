// Everything that a frame depends on. Equal states draw equal frames.

public import ClusterDomain

/// The state of the program.
public struct AppState: Sendable {
  /// How far the dataset is.
  public enum Loading: Sendable, Hashable {
    /// Being read from this path.
    case reading(String)
    /// There.
    case ready
    /// Not to be had: the reason.
    case failed(String)
  }

  /// A line for the reader, gone with the next key.
  public struct Message: Sendable, Hashable {
    /// What it says.
    public let text: String
    /// Whether it says why something cannot be done.
    public let isRefusal: Bool
  }

  /// How far the dataset is.
  public internal(set) var loading: Loading
  /// The dataset.
  public internal(set) var data: LoadedData?
  /// The dataset judged and filtered; made anew when date, filters or data change.
  public internal(set) var scene: Scene?
  /// The day on which the program runs.
  public internal(set) var today: CalendarDate
  /// The day at which all is judged; `nil` follows `today`.
  public internal(set) var chosenDate: CalendarDate?
  /// From where the as-of date was moved by months, and by how many: 31 March, a month back and on, is itself.
  var monthSteps: (from: CalendarDate, months: Int)?
  /// Days before its end from which a label counts as expiring.
  public let warningDays: Int
  /// The usual number of such days.
  public static let usualWarning = 90
  /// The filters, in the order in which they were set.
  public internal(set) var clauses: [Clause] = []
  /// Whether memberships that are only implied are shown.
  public internal(set) var showsImplied = true
  /// The pages on the way here, the present one last; never empty.
  public internal(set) var trail = [Page(.dashboard)]
  /// What lies over the panes.
  public internal(set) var overlay: Overlay?
  /// A line for the reader.
  public internal(set) var message: Message?
  /// The theme in use, by name.
  public internal(set) var theme: String
  /// The themes to choose from.
  public let themes: [String]
  /// Whether the mouse is listened to.
  public internal(set) var usesMouse = true
  /// Lines for rows in each visible pane, as laid out.
  public internal(set) var heights: [PaneID: Int] = [:]
  /// The columns that each visible pane has room for, as laid out; positions among its headers.
  public internal(set) var drawnColumns: [PaneID: [Int]] = [:]
  /// How values are written.
  public let format: Formatting
  var generation = 0
  var memory = ListingMemory()

  /// The state in which the program starts: nothing read yet.
  public init(
    path: String, today: CalendarDate, asOf: CalendarDate? = nil, theme: String, themes: [String],
    warningDays: Int = AppState.usualWarning, clauses: [Clause] = [], usesMouse: Bool = true,
    notice: String? = nil,
    format: Formatting = Formatting()
  ) {
    loading = .reading(path)
    self.today = today
    chosenDate = asOf
    self.warningDays = warningDays
    self.clauses = clauses
    self.usesMouse = usesMouse
    message = notice.map { Message(text: $0, isRefusal: true) }
    self.theme = theme
    self.themes = themes
    self.format = format
  }

  /// The day at which all is judged.
  public var asOf: CalendarDate { chosenDate ?? today }

  /// The present page.
  public var page: Page {
    get { trail[trail.count - 1] }
    set { trail[trail.count - 1] = newValue }
  }

  /// The list of the focused pane, afresh where the stored one belonged to another owner.
  var focusedList: ListState { list(of: page.focus, subject: subject(of: page.focus)) }

  /// What takes the keys.
  public var mode: Mode {
    switch overlay {
    case nil: .normal
    case .filter: .filter
    case .picker: .picker
    case .asOf: .prompt
    case .menu: .menu
    case .source, .help: .popup
    }
  }
}

// MARK: - What the panes show

/// A pane as it stands: its rows, where the cursor is, what is at its borders.
public struct PaneView: Sendable {
  /// Its place.
  public let id: PaneID
  /// What stands at its borders.
  public let title: PaneTitle
  /// Its rows.
  public let listing: any Listing
  /// The columns on the screen, by their position among the listing's headers.
  public let columns: [Int]
  /// The row under the cursor.
  public let row: Int?
  /// The first visible row.
  public let offset: Int
  /// The state of its list.
  public let list: ListState
  /// Whether it takes the keys.
  public let isFocused: Bool
  /// What to say when there are no rows.
  public let empty: EmptyState?

  /// The columns that there is room for; all of them before the page was laid out.
  public let drawn: [Int]

  /// The listing's column under the cursor: the nearest before it where there is no room for that one.
  public var cursorColumn: Int? {
    guard !columns.isEmpty else { return nil }
    let chosen = columns[min(max(0, list.column), columns.count - 1)]
    return drawn.last { $0 <= chosen } ?? drawn.first ?? chosen
  }
}

extension AppState {
  /// Whose rows a pane of the present page shows.
  public func subject(of pane: PaneID) -> PaneSubject {
    if let subject = page.kind.subject { return subject }
    let master = page.kind.panes[0]
    guard pane != master, let scene else { return .none }
    let list = list(of: master, subject: .none)
    let listing = listing(of: master, subject: .none, list, scene)
    return list.row(in: listing).map { listing.subject(row: $0) } ?? .none
  }

  /// A pane of the present page; `nil` while there are no data.
  public func view(of id: PaneID) -> PaneView? {
    guard let scene else { return nil }
    let pane = Panes[id]
    let subject = subject(of: id)
    let list = list(of: id, subject: subject)
    let listing = listing(of: id, subject: subject, list, scene)
    let row = list.row(in: listing)
    let columns = listing.headers.indices.filter { listing.headers[$0].place != .export }
    let drawn = (drawnColumns[id] ?? columns).filter(columns.contains)
    return PaneView(
      id: id, title: pane.title(scene, subject: subject, listing: listing), listing: listing,
      columns: columns, row: row,
      offset: list.visibleOffset(row: row, count: listing.count, height: heights[id] ?? 1),
      list: list, isFocused: id == page.focus,
      empty: listing.count == 0 ? pane.emptyState(scene, subject: subject, typed: list.typed) : nil,
      drawn: drawn)
  }

  private func listing(
    of pane: PaneID, subject: PaneSubject, _ list: ListState, _ scene: Scene
  ) -> any Listing {
    let key = ListingMemory.Key(pane: pane, subject: subject, typed: list.typed, sort: list.sort)
    return memory.listing(key, in: scene)
  }

  /// The names of the crumbs: the area first, then the pages on the way.
  public var crumbs: [String] {
    guard let scene else { return [] }
    let home =
      scene.catalogue.country(ID(rawValue: scene.catalogue.homeCountry))?.name ?? scene.catalogue.title
    let isNarrowed = Panes[page.kind.panes[0]].narrowedBy.contains(.region) || page.kind.subject != nil
    let area = isNarrowed ? clauses.firstIndex { $0.facet == .region }.map { scene.clauseNames[$0] } : nil
    return [home] + (area.map { [$0] } ?? []) + trail.dropFirst().map { name(of: $0.kind, in: scene) }
  }

  private func name(of kind: PageKind, in scene: Scene) -> String {
    switch kind {
    case .dashboard: "clusters"
    case .labels: "labels"
    case .regions: "regions"
    case .calls: "calls"
    case .programmes: "programmes"
    case .organisations: "members"
    case .context: "figures and rules"
    case .problems: "problems"
    case .cluster(let id): scene.name(of: .cluster(id)) ?? ""
    case .organisation(let id): scene.name(of: .organisation(id)) ?? ""
    case .programme(let id): scene.name(of: .programme(id)) ?? ""
    }
  }

  /// A list's state; one that belonged to another owner begins afresh, keeping its order.
  func list(of pane: PaneID, subject: PaneSubject) -> ListState {
    var list = page.lists[pane] ?? ListState()
    guard list.owner != subject.key else { return list }
    list = ListState.following(list)
    list.owner = subject.key
    return list
  }
}

extension ListState {
  /// A list at its beginning that keeps the order and the column of another.
  fileprivate static func following(_ other: ListState) -> ListState {
    var list = ListState()
    list.sort = other.sort
    list.column = other.column
    return list
  }
}

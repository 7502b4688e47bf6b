// A pane as it stands in a state: its rows and columns, where the cursor is, what is at its borders.

import ClusterDomain

/// A pane as it stands: its rows, where the cursor is, what is at its borders.
public struct PaneView: Sendable {
  /// Its place.
  public let id: PaneID
  /// What stands at its borders.
  public let title: PaneTitle
  /// Its rows.
  public let listing: any Listing
  /// Its columns as they are arranged.
  public let order: ColumnOrder
  /// The first column that was seen when the page was laid out, among those that are shown.
  let firstSeen: Int
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

  /// The columns that are shown, by their position among the listing's headers; not all of them need be seen.
  public var columns: [Int] { order.shown }

  /// The listing's column under the cursor.
  public var cursorColumn: Int? { columns.isEmpty ? nil : columns[cursorPosition] }

  /// The column under the cursor, among those that are shown.
  public var cursorPosition: Int { min(max(0, list.column ?? firstSeen), max(0, columns.count - 1)) }
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
    let order = memory.order(of: listing.headers, pane: id, subject: subject, list.arrangement)
    return PaneView(
      id: id, title: pane.title(scene, subject: subject, listing: listing), listing: listing,
      order: order, firstSeen: firstSeen(of: order, in: id), row: row,
      offset: list.visibleOffset(row: row, count: listing.count, height: heights[id] ?? 1),
      list: list, isFocused: id == page.focus,
      empty: listing.count == 0 ? pane.emptyState(scene, subject: subject, query: list.query) : nil)
  }

  private func firstSeen(of order: ColumnOrder, in pane: PaneID) -> Int {
    guard let seen = drawnColumns[pane]?.widths else { return 0 }
    return order.shown.prefix(seen.count * 2 + 64).firstIndex { seen[$0] != nil } ?? 0
  }

  private func listing(
    of pane: PaneID, subject: PaneSubject, _ list: ListState, _ scene: Scene
  ) -> any Listing {
    let key = ListingMemory.Key(pane: pane, subject: subject, query: list.query)
    return memory.listing(key, in: scene)
  }

  /// The names of the crumbs: the area first, then the pages on the way.
  public var crumbs: [String] {
    guard let scene else { return [] }
    let home =
      scene.catalogue.country(ID(rawValue: scene.catalogue.homeCountry))?.name ?? scene.catalogue.title
    let isNarrowed = Panes[page.kind.panes[0]].narrowedBy.contains(.region) || page.kind.subject != nil
    let area = isNarrowed ? clauses.firstIndex { $0.facet == .region }.map { scene.clauseNames[$0] } : nil
    return [home] + (area.map { [$0] } ?? [])
      + trail.dropFirst().map { $0.name ?? name(of: $0.kind, in: scene) }
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
    case .notebook: "yours"
    case .changes: "changes"
    case .problems: "problems"
    case .sheets: "files"
    case .cluster, .organisation, .programme, .award, .call, .fit, .project, .frequency, .sheet, .record:
      kind.subject.flatMap { scene.name(of: $0) } ?? ""
    }
  }

  /// A list's state; one that belonged to another owner begins afresh, keeping its order.
  func list(of pane: PaneID, subject: PaneSubject) -> ListState {
    var list = page.lists[pane] ?? ListState(arrangements[pane] ?? ColumnArrangement())
    guard list.owner != subject.key else { return list }
    list = ListState.following(list)
    list.owner = subject.key
    return list
  }
}

extension ListState {
  /// A list at its beginning that keeps the order and the columns of another.
  fileprivate static func following(_ other: ListState) -> ListState {
    var list = ListState(other.arrangement)
    list.sort = other.sort
    list.column = other.column
    list.columnOffset = other.columnOffset
    return list
  }
}

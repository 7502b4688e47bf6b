// Which part of the page goes where, at any size.

import TUI
import ViewModels

/// The rectangles of one page at one size.
struct Layout: Equatable, Sendable {
  /// The smallest size that is drawn.
  static let least = Size(columns: 40, rows: 10)
  /// From this width on, panes stand beside each other.
  static let wide = 100
  /// From this width on, panes are stacked; below, only the focused one is shown.
  static let stacked = 60

  /// Breadcrumb and as-of date.
  let top: Rect
  /// The panes that are seen.
  let panes: [(id: PaneID, rect: Rect)]
  /// The label strip.
  let strip: Rect
  /// Message, or the whole text of a cut cell.
  let detail: Rect
  /// The keys that matter now.
  let hints: Rect

  /// Lays a page out.
  init(size: Size, page: Page) {
    let screen = Rect(size)
    let hasStrip = size.rows >= 16 && page.kind.showsLabelStrip
    let hasDetail = size.rows >= 14
    let (first, rest) = screen.splitRows(at: 1)
    let (body, last) = rest.splitRows(at: -1)
    let (upper, detail) = body.splitRows(at: hasDetail ? -1 : body.size.rows)
    let (middle, strip) = upper.splitRows(at: hasStrip ? -1 : upper.size.rows)
    top = first
    hints = last
    self.detail = detail
    self.strip = strip
    panes = Self.place(page, in: middle)
  }

  static func == (lhs: Layout, rhs: Layout) -> Bool {
    lhs.top == rhs.top && lhs.strip == rhs.strip && lhs.detail == rhs.detail && lhs.hints == rhs.hints
      && lhs.panes.map(\.id) == rhs.panes.map(\.id) && lhs.panes.map(\.rect) == rhs.panes.map(\.rect)
  }

  /// Rows for data in each pane: without borders and header.
  var heights: [PaneID: Int] {
    Dictionary(
      panes.map { pane in (pane.id, max(1, pane.rect.size.rows - (Panes[pane.id].hasHeader ? 3 : 2))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Tells a state how many rows and which columns its panes have room for; nil when it knows already.
  static func news(for state: AppState, size: Size) -> Intent? {
    let layout = Layout(size: size, page: state.page)
    var columns: [PaneID: DrawnColumns] = [:]
    var isScrolled = false
    for pane in layout.panes where Panes[pane.id].hasHeader {
      guard let view = state.view(of: pane.id) else { continue }
      let drawn = Columns(view, width: Self.rows(of: view, in: pane.rect).size.columns).drawn
      columns[pane.id] = drawn
      if drawn.offset != view.list.columnOffset { isScrolled = true }
    }
    let heights = layout.heights
    guard isScrolled || heights != state.heights || columns != state.drawnColumns else { return nil }
    return .laidOut(rows: heights, columns: columns)
  }

  /// Where the rows of a table stand in the rectangle of its pane: inside the border, the header and a blank column
  /// at each side; what marks rows stands before them.
  static func rows(of view: PaneView, in pane: Rect) -> Rect {
    let inner = pane.inset(columns: 2, rows: 1)
    let marks = view.list.marked.isEmpty ? 0 : 1
    return Rect(
      column: inner.left + marks, row: inner.top + 1, columns: max(0, inner.size.columns - marks),
      rows: max(0, inner.size.rows - 1))
  }

  private static func place(_ page: Page, in area: Rect) -> [(id: PaneID, rect: Rect)] {
    let panes = page.kind.panes
    if panes.count == 1 || page.isZoomed || area.size.columns < stacked { return [(page.focus, area)] }
    if area.size.columns >= wide {
      return page.kind.isMasterWide ? below(panes, in: area) : sideBySide(panes, in: area)
    }
    return stack(panes, focus: page.focus, in: area)
  }

  /// The master at the left, the others below each other at the right.
  private static func sideBySide(_ panes: [PaneID], in area: Rect) -> [(id: PaneID, rect: Rect)] {
    let (left, right) = area.splitColumns(at: area.size.columns * 52 / 100)
    return [(panes[0], left)]
      + share(right, among: panes.dropFirst()) { $0.splitRows(at: $0.size.rows / $1) }
  }

  /// The master over the whole width, the others beside each other below it.
  private static func below(_ panes: [PaneID], in area: Rect) -> [(id: PaneID, rect: Rect)] {
    let (upper, lower) = area.splitRows(at: area.size.rows * 58 / 100)
    return [(panes[0], upper)]
      + share(lower, among: panes.dropFirst()) { $0.splitColumns(at: $0.size.columns / $1) }
  }

  /// Gives each pane its part of what is left, `split` by how many still want one; the last takes what remains.
  private static func share(
    _ area: Rect, among panes: ArraySlice<PaneID>, split: (Rect, Int) -> (Rect, Rect)
  ) -> [(id: PaneID, rect: Rect)] {
    var rest = area
    return panes.enumerated().map { index, pane in
      let left = panes.count - index
      guard left > 1 else { return (pane, rest) }
      let (mine, others) = split(rest, left)
      rest = others
      return (pane, mine)
    }
  }

  /// Others keep five lines each while the focused one has at least ten; then they go, last first.
  private static func stack(_ panes: [PaneID], focus: PaneID, in area: Rect) -> [(id: PaneID, rect: Rect)] {
    var shown = panes
    while shown.count > 1, area.size.rows - 5 * (shown.count - 1) < 9 {
      let position = shown.lastIndex { $0 != focus } ?? 0
      shown.remove(at: position)
    }
    var rest = area
    return shown.enumerated().map { index, pane in
      let below = shown[(index + 1)...]
      let reserved = below.reduce(0) { $0 + ($1 == focus ? rest.size.rows - 5 * (below.count) : 5) }
      let rows = pane == focus ? area.size.rows - 5 * (shown.count - 1) : 5
      let (mine, others) = rest.splitRows(at: reserved > 0 || !below.isEmpty ? rows : rest.size.rows)
      rest = others
      return (pane, mine)
    }
  }
}

extension PageKind {
  /// Whether the label strip sums up what the page shows.
  var showsLabelStrip: Bool {
    switch self {
    case .dashboard, .labels, .regions, .sheet: true
    default: false
    }
  }
}

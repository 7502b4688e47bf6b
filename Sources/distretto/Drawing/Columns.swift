// Which columns of a table are seen and how wide each is: by content, within bounds, one taking what is left.

import TUI
import ViewModels

/// The columns of a table as they fit into a pane.
///
/// At rest the columns of lower rank give way. Once the cursor goes to a column that gave way, the columns after the
/// frozen ones stand in their order and scroll, so that each can be reached.
struct Columns {
  /// One column that is seen.
  struct Slot: Equatable {
    /// Its position among the listing's headers.
    let index: Int
    /// Its position among the columns that are shown.
    let position: Int
    /// Its first cell, counted from the left edge of the rows.
    let start: Int
    /// Its width.
    let width: Int
  }

  /// Blank cells between two columns.
  static let gap = 2
  /// Columns that want no more than this are shown whole or not at all.
  static let uncut = 12

  let slots: [Slot]
  /// The first column after the frozen ones, by its position; 0 where nothing is scrolled.
  let offset: Int
  /// Whether columns before the first one that scrolls are out of sight.
  let hasMoreBefore: Bool
  /// Whether further columns are out of sight.
  let hasMoreAfter: Bool

  /// Fits the columns of a pane into `width` cells; the one under the cursor is always among them.
  init(_ view: PaneView, width: Int) {
    let cursor = view.cursorPosition
    let isUnmoved = view.list.column == nil
    let offset = isUnmoved || cursor < view.order.frozen ? 0 : min(view.list.columnOffset, cursor)
    let resting = ColumnRest.fitting(view, width: width)
    if let resting, resting.isWhole || offset <= view.order.frozen && (isUnmoved || resting.holds(cursor)) {
      self.init(resting.widths, view, hasMoreAfter: !resting.isWhole)
      return
    }
    let window = ColumnWindow(view, width: width, offset: offset, cursor: cursor) {
      resting?.holds($0) ?? true
    }
    // Scrolled back to where the scrolling began.
    if let resting, window.first == window.frozen, resting.holds(cursor) {
      self.init(resting.widths, view, hasMoreAfter: true)
      return
    }
    self.init(
      window.widths, view, offset: window.first, hasMoreBefore: window.first > window.frozen,
      hasMoreAfter: window.hasMoreAfter)
  }

  private init(
    _ widths: [(position: Int, width: Int)], _ view: PaneView, offset: Int = 0, hasMoreBefore: Bool = false,
    hasMoreAfter: Bool
  ) {
    var start = 0
    slots = widths.map { position, width in
      let slot = Slot(index: view.columns[position], position: position, start: start, width: width)
      start += width + Self.gap
      return slot
    }
    self.offset = offset
    self.hasMoreBefore = hasMoreBefore
    self.hasMoreAfter = hasMoreAfter
  }

  /// The first slot that scrolls, where the columns before it are out of sight.
  var firstScrolled: Slot? { hasMoreBefore ? slots.first { $0.position >= offset } : nil }

  /// What the state is told of it.
  var drawn: DrawnColumns {
    DrawnColumns(
      offset: offset,
      widths: Dictionary(slots.map { ($0.index, $0.width) }, uniquingKeysWith: { first, _ in first }))
  }
}

/// How much room a column wants.
struct ColumnMeasure {
  let position: Int
  /// Columns of lower rank give way first; 0 never does.
  let rank: Int
  /// What its cells and its title take.
  let content: Int
  /// What it wants at most.
  let wish: Int
  private let bounds: ColumnWidth
  private let byHand: Int?

  init(_ view: PaneView, position: Int) {
    let column = view.columns[position]
    let header = view.listing.headers[column]
    self.position = position
    bounds = header.width
    byHand = view.list.arrangement.widths[header.id]
    rank = header.width.rank
    if let byHand {
      content = byHand
      wish = byHand
      return
    }
    let mark = view.sortMark(of: header, .unicode)
    // A time axis takes what there is, whatever it draws.
    let cells =
      bounds.isAxis
      ? 0 : view.listing.widest(column: column) { cell in cell.runs.reduce(0) { $0 + Width.of($1.text) } }
    // Files have titles of whole sentences over cells of two letters.
    let words = Width.of(header.title)
    let title =
      (bounds.isUncut ? min(words, max(cells, Self.longTitle)) : words)
      + (mark.isEmpty ? 0 : Width.of(mark) + 1)
    content = bounds.isAxis ? Self.wholeAxis : max(cells, title)
    wish =
      header.width.takesRest || bounds.isAxis
      ? content : max(min(bounds.most, max(bounds.least, cells)), title)
  }

  /// A time axis takes all that is left: more than any terminal has.
  private static let wholeAxis = 4096
  /// Titles of files are shown to this length though their cells are shorter.
  private static let longTitle = 18

  /// Whether it is rather not seen than cut.
  var isUncut: Bool { bounds.isUncut }

  /// What it cannot do without while the others stay.
  func need(in total: Int) -> Int {
    if let byHand { return byHand }
    if bounds.isUncut { return wish }
    if bounds.isAxis { return max(bounds.least, total / 3) }
    return bounds.takesRest
      ? min(content, max(bounds.least, total / 3)) : min(wish, max(bounds.least, Columns.uncut))
  }

  /// What it takes while the columns scroll.
  func natural(in total: Int) -> Int { bounds.takesRest || bounds.isAxis ? need(in: total) : wish }
}

extension PaneView {
  /// The arrow of a column that the rows are sorted by, with its place among several such columns; else nothing.
  func sortMark(of header: ColumnHeader, _ glyphs: Glyphs) -> String {
    guard let order = list.sort.firstIndex(where: { $0.column == header.id }) else { return "" }
    return "\(list.sort[order].isAscending ? glyphs.ascending : glyphs.descending)\(order + 1)"
  }
}

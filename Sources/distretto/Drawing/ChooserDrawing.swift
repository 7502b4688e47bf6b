// Draws the list of a pane's columns: which are shown, in what order, how wide, which stay in sight.

import ClusterDomain
import Sheets
import TUI
import ViewModels

extension Drawing {
  /// Draws the list of columns over the panes.
  mutating func drawChooser(_ chooser: ColumnChooser, _ state: AppState, size: Size) {
    guard let view = state.view(of: state.page.focus) else { return }
    dropHits()
    let offered = chooser.offered(view)
    let isSearching = chooser.isTyping || !chooser.typed.isEmpty
    let columns = size.columns < Layout.stacked ? size.columns : min(size.columns - 4, 58)
    let rows = min(size.rows - 3, max(6, min(view.order.all.count + (isSearching ? 3 : 2), 26)))
    let rect = Rect(
      column: (size.columns - columns) / 2, row: max(1, (size.rows - rows) / 4), columns: columns, rows: rows)
    clear(rect)
    hit(rect, .overlayClicked(line: .max))
    box(
      rect, border: .pickerBorder, title: [("Columns of \(view.title.name)", .pickerTitle)],
      right: [("\(view.columns.count) of \(view.order.all.count) shown", .count)])
    var inner = rect.inset(columns: 2, rows: 1)
    if isSearching {
      drawSearch(chooser, note: missed(chooser, view, offered.count), in: inner)
      inner = Rect(
        column: inner.left, row: inner.top + 1, columns: inner.size.columns, rows: inner.size.rows - 1)
    }
    let cursor = min(max(0, chooser.cursor), max(0, offered.count - 1))
    let first = max(0, min(cursor - inner.size.rows / 2, offered.count - inner.size.rows))
    for index in first..<min(offered.count, first + inner.size.rows) {
      let bar = Rect(
        column: rect.left + 1, row: inner.top + index - first, columns: rect.size.columns - 2, rows: 1)
      drawColumn(offered[index], view, isCursor: index == cursor, in: bar)
      hit(bar, .overlayClicked(line: index))
    }
  }

  /// What is said where no column matches what was typed.
  private func missed(_ chooser: ColumnChooser, _ view: PaneView, _ near: Int) -> String {
    guard chooser.isMissed(view) else { return "" }
    return near == 0 ? "nothing matches" : "nothing matches; did you mean"
  }

  private mutating func drawSearch(_ chooser: ColumnChooser, note: String, in inner: Rect) {
    let used = write(
      [
        ("/ ", .prompt), (Self.tail(of: chooser.typed, width: inner.size.columns - 4), .promptText),
      ], at: inner.origin, width: inner.size.columns)
    let left = inner.size.columns - used - 3
    if left > 8 {
      let place = Point(column: inner.left + used + 3, row: inner.top)
      writeClipped(note, at: place, width: left, role: .textDim)
    }
    if chooser.isTyping { frame.cursor = Point(column: inner.left + used, row: inner.top) }
  }

  private mutating func drawColumn(_ column: Int, _ view: PaneView, isCursor: Bool, in bar: Rect) {
    let header = view.listing.headers[column]
    let over: Role? = isCursor ? .cursor : nil
    if let over { frame.fill(bar, role: over) }
    let position = view.columns.firstIndex(of: column)
    if position != nil {
      frame.write(
        String(glyphs.check), at: Point(column: bar.left + 1, row: bar.top), width: 1, role: .mark, over: over
      )
    }
    let width = view.list.arrangement.widths[header.id].map { "\($0) wide" }
    let isFrozen = position.map { $0 < view.order.frozen } ?? false
    let detail = [width, isFrozen ? "frozen" : nil].compactMap { $0 }.joined(separator: ", ")
    let room = bar.size.columns - 5 - Width.of(detail)
    let used = writeClipped(
      header.title, at: Point(column: bar.left + 3, row: bar.top), width: room,
      role: position == nil ? .textDim : .text, over: over)
    let names = 20
    if Folding.folded(header.title) != Folding.folded(header.id), used < names, room > names + 4 {
      writeClipped(
        header.id, at: Point(column: bar.left + 3 + names, row: bar.top), width: room - names - 2,
        role: .textDim, over: over)
    }
    frame.write(
      detail, at: Point(column: bar.right - 1 - Width.of(detail), row: bar.top), width: Width.of(detail),
      role: .textDim, over: over)
  }
}

// Moving: the cursor, the column, the focus, the pages and the way back.

import ClusterDomain

extension AppState {
  /// Lines for rows in the focused pane or the overlay.
  var pageHeight: Int { heights[page.focus] ?? 10 }

  mutating func move(by step: Int) {
    switch overlay {
    case nil, .filter: moveCursor(of: page.focus, by: step)
    case .picker: changePicker { $0.move(by: step) }
    case .columns: moveChooser(by: step)
    case .source(let provenance, let offset):
      overlay = .source(provenance, offset: max(0, min(offset, 1000) + min(max(step, -1000), 1000)))
    case .help(let offset): overlay = .help(offset: max(0, min(offset, 1000) + min(max(step, -1000), 1000)))
    case .prompt, .menu: break
    }
  }

  mutating func moveCursor(of pane: PaneID, by step: Int) {
    guard let view = view(of: pane), let row = view.row else { return }
    let count = view.listing.count
    change(pane) {
      $0.place(
        at: step > 0 ? min(count - 1, row + min(step, count)) : max(0, row + max(step, -count)),
        in: view.listing)
    }
  }

  mutating func moveColumn(by step: Int) {
    guard let view = view(of: page.focus), !view.columns.isEmpty else { return }
    let next = min(max(0, view.cursorPosition + step), view.columns.count - 1)
    change(page.focus) { $0.column = next }
  }

  mutating func moveFocus(by step: Int) {
    let panes = page.kind.panes
    guard let position = panes.firstIndex(of: page.focus) else { return }
    page.focus = panes[(position + step + panes.count) % panes.count]
  }

  mutating func focus(on pane: PaneID) {
    if page.kind.panes.contains(pane) { page.focus = pane }
  }

  /// Goes back to a crumb of the trail.
  mutating func goBack(to crumb: Int) {
    guard overlay == nil, trail.indices.contains(crumb) else { return }
    trail.removeSubrange((crumb + 1)...)
  }

  /// Focuses a pane of this page, or goes back to the dashboard that has it.
  mutating func ask(for pane: PaneID) {
    if !page.kind.panes.contains(pane) { trail.removeSubrange(1...) }
    if page.kind.panes.contains(pane) { page.focus = pane }
  }

  mutating func go(to kind: PageKind) {
    overlay = nil
    guard page.kind != kind else { return }
    trail.removeSubrange(1...)
    if kind != page.kind { trail.append(Page(kind)) }
  }

  mutating func open() -> [Effect] {
    guard let view = view(of: page.focus), let row = view.row else {
      refuse("Nothing to open here.")
      return []
    }
    if case .frequency(let grouped) = page.kind {
      openGroup(of: grouped, value: view.listing.key(row: row))
    } else if let kind = view.listing.page(row: row) {
      push(kind)
      land(view.listing.landing(row: row))
    } else if let clause = view.listing.headers.indices.lazy.compactMap({
      view.listing.clause(row: row, column: $0)
    }).first {
      push(.dashboard)
      set(clause)
    } else {
      refuse("Nothing lies behind this line.")
    }
    return []
  }

  mutating func goBack() -> [Effect] {
    if !focusedList.typed.isEmpty {
      change(page.focus) { $0.typed = "" }
    } else if let stop = stopReading() {
      return stop
    } else if page.isZoomed {
      page.isZoomed = false
    } else if trail.count > 1 {
      trail.removeLast()
    } else {
      let isFiltered = !clauses.isEmpty || focusedList.isFiltered
      refuse(isFiltered ? "x drops the last filter, q quits." : "This is where you began. q quits.")
    }
    return []
  }

  mutating func click(_ pane: PaneID, row: Int) -> [Effect] {
    guard endTyping(before: pane) else { return [] }
    guard let view = view(of: pane), row < view.listing.count else {
      focus(on: pane)
      return []
    }
    let isSecond = view.isFocused && view.row == row
    focus(on: pane)
    change(pane) { $0.place(at: row, in: view.listing) }
    return isSecond ? open() : []
  }

  mutating func clickPane(_ pane: PaneID) {
    guard endTyping(before: pane) else { return }
    focus(on: pane)
  }

  /// Ends a filter that is being typed into another pane; false while something else lies over the panes.
  private mutating func endTyping(before pane: PaneID) -> Bool {
    if overlay == .filter, pane != page.focus { overlay = nil }
    return overlay == nil || overlay == .filter
  }

  mutating func clickHeader(_ pane: PaneID, column: Int) {
    guard endTyping(before: pane) else { return }
    focus(on: pane)
    change(pane) { $0.column = column }
    sort { $0.cycleSort(by: $1) }
  }

  mutating func scroll(_ pane: PaneID, by step: Int) {
    if overlay == nil || overlay == .filter { moveCursor(of: pane, by: step) } else { move(by: step) }
  }

  mutating func clickOverlay(line: Int) -> [Effect] {
    if case .columns(let chooser) = overlay, line < .max { return clickColumn(line, chooser) }
    guard case .picker(var picker) = overlay, line < picker.matches.count else { return [] }
    picker.cursor = line
    overlay = .picker(picker)
    return confirm()
  }

  private mutating func clickColumn(_ line: Int, _ chooser: ColumnChooser) -> [Effect] {
    let isSecond = line == chooser.cursor
    changeChooser { $0.cursor = line }
    if isSecond { toggleColumn() }
    return []
  }

  /// Takes in how many rows each pane has room for, and keeps the cursors in sight.
  mutating func layOut(_ heights: [PaneID: Int], _ columns: [PaneID: DrawnColumns]) {
    self.heights = heights
    drawnColumns = columns
    for pane in heights.keys {
      pin(pane)
      settle(pane)
    }
    for (pane, drawn) in columns where view(of: pane)?.list.columnOffset != drawn.offset {
      change(pane) { $0.columnOffset = drawn.offset }
    }
  }

  /// Changes the state of a list and keeps its cursor in sight.
  mutating func change(_ pane: PaneID, _ body: (inout ListState) -> Void) {
    pin(pane)
    var list = list(of: pane, subject: subject(of: pane))
    body(&list)
    page.lists[pane] = list
    settle(pane)
  }

  /// Ties the cursor of a list to the entity that it stands on, also where no key has moved it yet.
  mutating func pin(_ pane: PaneID) {
    guard let view = view(of: pane), let row = view.row, view.list.key == nil, !view.listing.isPending else {
      return
    }
    var list = view.list
    list.place(at: row, in: view.listing)
    page.lists[pane] = list
  }

  private mutating func settle(_ pane: PaneID) {
    guard let offset = view(of: pane)?.offset, page.lists[pane] != nil else { return }
    page.lists[pane]?.offset = offset
  }

  mutating func push(_ kind: PageKind) {
    guard kind != page.kind else { return refuse("This is its page already.") }
    push(Page(kind))
  }

  mutating func push(_ page: Page) {
    if trail.count >= 64 { trail.remove(at: 1) }
    overlay = nil
    trail.append(page)
  }

  /// Puts the cursor of the new page where the opened row is found again.
  private mutating func land(_ place: Landing?) {
    guard let place, page.kind.panes.contains(place.pane) else { return }
    page.focus = place.pane
    change(place.pane) { $0.key = place.key }
  }
}

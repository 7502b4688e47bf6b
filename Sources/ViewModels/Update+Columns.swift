// Arranging columns: the list that shows, hides, moves, widens and freezes those of the focused pane.

import ClusterDomain
import Sheets

/// The list of a pane's columns, while it lies over the panes.
public struct ColumnChooser: Sendable, Hashable {
  /// The column under the cursor, among the offered ones.
  public var cursor = 0
  /// What was typed to find a column.
  public var typed = ""
  /// Whether keys are typed into the search.
  public var isTyping = false

  /// A list of columns at its beginning.
  public init() {}

  /// The columns that are offered, by their position among the headers: those that match what was typed, else those
  /// whose names are near to it.
  public func offered(_ view: PaneView) -> [Int] {
    let headers = view.listing.headers
    let found = matching(view)
    guard found.isEmpty else { return found }
    return Nearest.items(to: typed, in: view.order.all) { [headers[$0].title, headers[$0].id] }
  }

  /// Whether no column matches what was typed, so that only near names are offered.
  public func isMissed(_ view: PaneView) -> Bool { matching(view).isEmpty }

  private func matching(_ view: PaneView) -> [Int] {
    guard !typed.isEmpty else { return view.order.all }
    let search = NameSearch(typed)
    return view.order.all.filter { position in
      let header = view.listing.headers[position]
      return search.matches(Folding.folded("\(header.title) \(header.id)"))
    }
  }

  /// The column under the cursor.
  public func current(_ view: PaneView) -> Int? {
    let found = offered(view)
    return found.isEmpty ? nil : found[min(max(0, cursor), found.count - 1)]
  }
}

extension AppState {
  /// Bounds of a width set by hand.
  private static let handWidths = 3...200

  mutating func askColumns() {
    guard let view = view(of: page.focus), Panes[page.focus].hasHeader else {
      return refuse("There are no columns here.")
    }
    var chooser = ColumnChooser()
    chooser.cursor = view.cursorColumn.flatMap { view.order.all.firstIndex(of: $0) } ?? 0
    overlay = .columns(chooser)
  }

  mutating func changeChooser(_ body: (inout ColumnChooser) -> Void) {
    guard case .columns(var chooser) = overlay else { return }
    body(&chooser)
    overlay = .columns(chooser)
  }

  mutating func moveChooser(by step: Int) {
    guard let view = view(of: page.focus) else { return }
    changeChooser { chooser in
      let count = chooser.offered(view).count
      let step = min(max(step, -count), count)
      chooser.cursor = min(max(0, chooser.cursor + step), max(0, count - 1))
    }
  }

  mutating func toggleColumn() {
    arrange { arrangement, view, column in
      let header = view.listing.headers[column]
      guard view.columns != [column] else { return "One column must stay." }
      arrangement.toggle(header)
      return nil
    }
    moveChooser(by: 1)
  }

  mutating func shiftColumn(by step: Int) {
    var moved = false
    arrange { arrangement, view, column in
      let headers = view.listing.headers
      guard let from = view.order.all.firstIndex(of: column) else { return nil }
      let to = from + step
      guard view.order.all.indices.contains(to) else { return nil }
      arrangement.order = view.order.all.map { headers[$0].id }
      arrangement.order.swapAt(from, to)
      moved = true
      return nil
    }
    changeChooser { if moved, $0.typed.isEmpty { $0.cursor += step } }
  }

  mutating func widenColumn(by step: Int) {
    let drawn = drawnColumns[page.focus]?.widths ?? [:]
    arrange { arrangement, view, column in
      let header = view.listing.headers[column]
      let former =
        arrangement.widths[header.id] ?? drawn[column] ?? max(header.width.least, header.title.count)
      arrangement.widths[header.id] = min(
        max(Self.handWidths.lowerBound, former + step), Self.handWidths.upperBound)
      return nil
    }
  }

  mutating func freezeColumns() {
    arrange { arrangement, view, column in
      let id = view.listing.headers[column].id
      arrangement.freeze = arrangement.freeze == .upTo(id) ? .none : .upTo(id)
      return nil
    }
  }

  mutating func resetColumns() {
    arrange { arrangement, _, _ in
      arrangement = ColumnArrangement()
      return nil
    }
    say("The columns are as they were.")
  }

  /// Puts the column cursor on the chosen column.
  mutating func goToColumn(of chooser: ColumnChooser) {
    overlay = nil
    guard let view = view(of: page.focus), let column = chooser.current(view) else { return }
    guard let position = view.columns.firstIndex(of: column) else {
      return refuse("\(view.listing.headers[column].title) is hidden; c and Space show it.")
    }
    change(page.focus) { $0.column = position }
  }

  /// Changes the arrangement of the focused pane's columns; the column cursor stays on its column.
  private mutating func arrange(_ body: (inout ColumnArrangement, PaneView, Int) -> String?) {
    guard case .columns(let chooser) = overlay, let view = view(of: page.focus),
      let column = chooser.current(view)
    else { return }
    var arrangement = view.list.arrangement
    if let refusal = body(&arrangement, view, column) { return refuse(refusal) }
    let order = ColumnOrder(view.listing.headers, arrangement)
    let position = view.cursorColumn.flatMap { order.shown.firstIndex(of: $0) }
    arrangements[page.focus] = arrangement
    change(page.focus) { list in
      list.arrangement = arrangement
      list.column = position ?? list.column.map { min($0, max(0, order.shown.count - 1)) }
    }
  }
}

// Arranging columns: shown and hidden, order, width, frozen ones; the column cursor stays on its column.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Arranging columns")
struct ColumnTests {
  /// The ids of the columns that are shown.
  private func shown(_ state: AppState) -> [String] {
    state.view(of: state.page.focus).map { view in view.columns.map { view.listing.headers[$0].id } } ?? []
  }

  private func cursorColumn(_ state: AppState) -> String? {
    state.view(of: state.page.focus).flatMap { view in view.cursorColumn.map { view.listing.headers[$0].id } }
  }

  /// A state in whose list of columns the cursor is on one of them.
  private func choosing(_ column: String, _ state: AppState = smallState()) -> AppState {
    var state = state
    state.apply([.columnsAsked, .moved(by: -1000)])
    let headers = state.view(of: state.page.focus)?.listing.headers ?? []
    let all = state.view(of: state.page.focus)?.order.all ?? []
    state.apply([.moved(by: all.firstIndex { headers[$0].id == column } ?? 0)])
    return state
  }

  private let usual = ["name", "region", "label", "members", "employees", "turnover", "kind", "sectors"]

  @Test("the list holds every column, those of exports too, and begins at the column cursor")
  func list() throws {
    var state = smallState()
    #expect(shown(state) == usual)
    state.apply([.columnMoved(by: 1), .columnsAsked])
    guard case .columns(let chooser) = state.overlay else {
      Issue.record("no list of columns")
      return
    }
    let view = try #require(state.view(of: .clusters))
    #expect(chooser.offered(view).count == view.listing.headers.count)
    #expect(chooser.current(view) == view.cursorColumn)
    #expect(state.mode == .columns)
  }

  @Test("a column is hidden and shown again, one that only exports have can be shown")
  func toggling() {
    var state = choosing("region")
    state.apply([.columnToggled])
    #expect(shown(state) == usual.filter { $0 != "region" })
    state = choosing("region", state)
    state.apply([.columnToggled])
    #expect(shown(state) == usual)
    #expect(state.page.lists[.clusters]?.arrangement == ColumnArrangement())
    state = choosing("website", state)
    state.apply([.columnToggled])
    #expect(shown(state) == usual + ["website"])
  }

  @Test("one column stays")
  func lastColumn() {
    var state = smallState()
    for column in usual.dropLast() {
      state = choosing(column, state)
      state.apply([.columnToggled])
    }
    #expect(shown(state) == ["sectors"])
    state = choosing("sectors", state)
    state.apply([.columnToggled])
    #expect(shown(state) == ["sectors"])
    #expect(state.message?.isRefusal == true)
  }

  @Test("a column moves among all of them, and not beyond the ends")
  func moving() {
    var state = choosing("region")
    state.apply([.columnShifted(by: -1), .columnShifted(by: -1), .columnShifted(by: -1)])
    #expect(shown(state).prefix(2) == ["region", "name"])
    for _ in 0..<40 { state.apply([.columnShifted(by: 1)]) }
    #expect(shown(state).last == "region")
    #expect(Set(shown(state)) == Set(usual))
  }

  @Test("the column cursor stays on its column while columns move and others are hidden")
  func cursor() {
    var state = smallState()
    state.point(at: "label")
    state = choosing("region", state)
    state.apply([.columnToggled])
    #expect(cursorColumn(state) == "label")
    state = choosing("label", state)
    for _ in 0..<30 { state.apply([.columnShifted(by: 1)]) }
    #expect(cursorColumn(state) == "label")
    state = choosing("label", state)
    state.apply([.columnToggled])
    #expect(cursorColumn(state) != nil)
  }

  @Test("a width starts from what was drawn, else from the title, and stays within bounds")
  func widths() {
    var state = choosing("region")
    let region = state.view(of: .clusters)?.listing.headers.firstIndex { $0.id == "region" } ?? 0
    state.apply([
      .laidOut(rows: [.clusters: 5], columns: [.clusters: DrawnColumns(offset: 0, widths: [region: 13])]),
      .columnWidened(by: 1), .columnWidened(by: 1),
    ])
    #expect(state.page.lists[.clusters]?.arrangement.widths == ["region": 15])
    for _ in 0..<30 { state.apply([.columnWidened(by: -1)]) }
    #expect(state.page.lists[.clusters]?.arrangement.widths == ["region": 3])
    state = choosing("website", state)
    state.apply([.columnWidened(by: 1)])
    #expect(state.page.lists[.clusters]?.arrangement.widths["website"] == "WEBSITE".count + 1)
  }

  @Test("the name stays in sight unless told otherwise; f keeps more columns, and again none")
  func freezing() throws {
    var state = choosing("label")
    func frozen() -> Int? { state.view(of: .clusters)?.order.frozen }
    #expect(frozen() == 1)
    state.apply([.columnsFrozen])
    #expect(frozen() == 3)
    state.apply([.columnsFrozen])
    #expect(frozen() == 0)
    state.apply([.columnsFrozen])
    state = choosing("region", state)
    state.apply([.columnToggled])
    #expect(frozen() == 2, "a hidden column is not counted")
    state.apply([.columnsReset])
    #expect(frozen() == 1)
    #expect(shown(state) == usual)
  }

  @Test("an arrangement is kept for the next cluster and for other pages with the same pane")
  func kept() {
    var state = smallState()
    state.apply([.paneAsked(.members)])
    state = choosing("kind", state)
    state.apply([.columnToggled, .cancelled])
    let arranged = shown(state)
    #expect(!arranged.contains("kind"))
    state.apply([.paneAsked(.clusters), .moved(by: 1), .paneAsked(.members)])
    #expect(shown(state) == arranged)
    state.apply([.paneAsked(.clusters), .opened, .paneAsked(.members)])
    #expect(shown(state) == arranged)
  }

  @Test("a column is found by name, and Enter goes there")
  func finding() {
    var state = smallState()
    state.apply([.columnsAsked, .columnSearched, .typed("turn")])
    #expect(state.mode == .filter)
    state.apply([.confirmed])
    #expect(state.mode == .columns)
    state.apply([.confirmed])
    #expect(state.overlay == nil)
    #expect(cursorColumn(state) == "turnover")
    state.apply([.columnsAsked, .columnSearched, .typed("website"), .confirmed, .confirmed])
    #expect(state.message?.text == "WEBSITE is hidden; c and Space show it.")
    state.apply([.columnsAsked, .columnSearched, .typed("turnvoer"), .confirmed, .confirmed])
    #expect(cursorColumn(state) == "turnover", "a near name is offered")
    state.apply([.columnsAsked, .columnSearched, .typed("no such"), .erased, .cancelled])
    #expect(state.mode == .columns, "Esc ends the search first")
    state.apply([.cancelled])
    #expect(state.overlay == nil)
  }

  @Test("a copied row has the columns that are shown, in their order")
  func copying() {
    var state = smallState()
    state.apply([.paneAsked(.members)])
    for column in ["kind", "place", "basis", "also_in"] {
      state = choosing(column, state)
      state.apply([.columnToggled])
    }
    #expect(state.apply([.copied(.row)]) == [.copy("Politecnico di Città")])
  }

  @Test("a page of facts has no columns")
  func facts() {
    var state = smallState()
    state.apply([.opened, .columnsAsked])
    #expect(state.message?.text == "There are no columns here.")
    #expect(state.overlay == nil)
  }

  @Test("headers that an arrangement does not know come last, ids that no header has are passed over")
  func otherHeaders() {
    var arrangement = ColumnArrangement()
    arrangement.order = ["gone", "c2", "c0"]
    arrangement.freeze = .upTo("gone")
    let headers = VastRows(rows: 1, columns: 4).headers
    let order = ColumnOrder(headers, arrangement)
    #expect(order.shown == [2, 0, 1, 3])
    #expect(order.frozen == 0)
  }
}

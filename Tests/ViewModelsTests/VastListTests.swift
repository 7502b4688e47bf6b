// Lists of millions of rows: a key and a frame ask for as many rows as are seen, never for all.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Vast lists")
struct VastListTests {
  private let rows = VastRows(rows: 5_000_000)
  private var state = smallState()

  init() {
    state.show(rows)
    _ = state.view(of: .clusters)
    _ = rows.asked()
  }

  @Test(
    "moving asks for a few rows",
    arguments: [
      Intent.moved(by: 1), .moved(by: -1), .pageMoved(by: 1), .movedToEnd, .movedToStart, .columnMoved(by: 1),
      .clicked(.clusters, row: 4_000_000), .laidOut(rows: [.clusters: 40], columns: [:]),
    ])
  func moving(_ intent: Intent) {
    var state = state
    state.apply([intent, .movedToEnd, intent])
    _ = state.view(of: .clusters)
    #expect(rows.asked() < 100)
  }

  @Test("of thousands of columns only those that are asked for are looked at")
  func columns() throws {
    let rows = VastRows(rows: 5_000_000, columns: 2_000)
    var state = smallState()
    state.show(rows)
    _ = rows.asked()
    for _ in 0..<5 { state.apply([.columnMoved(by: 1)]) }
    state.apply([.columnMoved(by: 5_000)])
    #expect(try #require(state.view(of: .clusters)).cursorColumn == 1_999)
    state.apply([.columnsAsked, .columnSearched, .typed("c77"), .confirmed, .columnToggled, .cancelled])
    #expect(rows.asked() < 100)
    #expect(try #require(state.view(of: .clusters)).columns.count == 1_999)
  }

  @Test("the ends of the list are reached, and the window follows")
  func ends() throws {
    var state = state
    state.apply([.movedToEnd])
    #expect(state.cursor(.clusters) == "row 4999999")
    #expect(try #require(state.view(of: .clusters)).offset == 4_999_995)
    state.apply([.moved(by: .max / 2), .movedToStart])
    #expect(state.cursor(.clusters) == "row 0")
  }
}

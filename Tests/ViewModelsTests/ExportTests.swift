// Writing rows into a file: which rows and columns, and when it is refused.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Export")
struct ExportTests {
  private func exported(_ effects: [Effect]) -> ExportTask? {
    if case .export(let task)? = effects.first { task } else { nil }
  }

  @Test("e offers a name, Enter writes all rows with the columns that commands print")
  func all() throws {
    var state = smallState()
    state.apply([.exportAsked])
    #expect(state.overlay == .prompt(Prompt(.export, "clusters.csv", isOffered: true)))
    #expect(state.mode == .prompt)
    let effects = state.apply(.confirmed)
    let task = try #require(exported(effects))
    let listing = try #require(state.view(of: .clusters)?.listing)
    #expect(task.path == "clusters.csv")
    #expect(task.rowCount == listing.count && task.rows() == nil)
    #expect(task.columns == listing.headers.indices.filter { listing.headers[$0].place != .screen })
    #expect(state.overlay == nil)
    #expect(state.message?.text == "Writing \(listing.count) rows…")
  }

  @Test(
    "marked rows are written in place of all, in the order of the list, arranged columns as they are seen")
  func marked() throws {
    var state = smallState()
    state.apply([.movedToEnd, .rowMarked, .movedToStart, .rowMarked])
    state.point(at: "label")
    state.apply([
      .columnsAsked, .columnToggled, .cancelled, .exportAsked, .erased, .erased, .erased, .typed("ndjson"),
    ])
    let effects = state.apply(.confirmed)
    let task = try #require(exported(effects))
    let view = try #require(state.view(of: .clusters))
    #expect(task.path == "clusters.ndjson")
    #expect(task.rows() == [0, view.listing.count - 1])
    #expect(task.columns == view.columns)
  }

  @Test("without rows there is nothing to write, and how it ended is told")
  func refused() {
    var state = smallState()
    state.apply([.filterAsked, .typed("zzzz"), .confirmed, .exportAsked])
    #expect(state.overlay == nil)
    #expect(state.message?.text == "There are no rows to write.")
    state.apply([.workEnded("x.csv cannot be written", isDone: false)])
    #expect(state.message == AppState.Message(text: "x.csv cannot be written", isRefusal: true))
  }
}

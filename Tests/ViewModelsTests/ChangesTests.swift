// What has changed, as a list: filtered, opened, and kept while the program runs.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("What has changed")
struct ChangesTests {
  private let changes: [Change] = [
    Change(kind: .upgraded, subject: "alfa", name: "Alfa", before: "bronze", after: "silver"),
    Change(kind: .lapsed, subject: "beta", name: "Beta", before: "bronze", after: nil),
    Change(kind: .clusterRemoved, subject: "gone", name: "Gone", before: "Veneto"),
    Change(kind: .callAdded, subject: "k", name: "Call"),
  ]

  private func kinds(_ state: AppState) -> [String] {
    guard let listing = state.view(of: .changes)?.listing,
      let column = listing.headers.firstIndex(where: { $0.id == "change" })
    else { return [] }
    return (0..<listing.count).map { listing.cell(row: $0, column: column).value.plain }
  }

  @Test("an older release marks clusters and fills the list; later changes come behind")
  func since() {
    var state = smallState()
    state.apply([.pageAsked(.changes)])
    #expect(kinds(state).isEmpty)
    #expect(state.view(of: .changes)?.empty?.reason == "Nothing has changed since the program began.")
    state.apply([.compared(since: "old", changes)])
    #expect(state.message?.text == "4 changes since old; D lists them, Δ marks their clusters.")
    #expect(kinds(state) == ["upgraded", "lapsed", "cluster removed", "call added"])
    state.apply([
      .reloaded(generation: 1, .ready(Small.data), [Change(kind: .moved, subject: "beta", name: "Beta")])
    ])
    #expect(kinds(state).last == "moved")
    #expect(state.changeLog.unseen(of: "beta").count == 2)
  }

  @Test("the cells that have changed bear the sign until the cluster's page was seen")
  func cells() throws {
    var state = smallState()
    state.apply([
      .reloaded(
        generation: 1, .ready(Small.data),
        [
          Change(kind: .standing, subject: "alfa", name: "Alfa", before: "a", after: "b"),
          Change(kind: .figure, subject: "alfa", name: "Alfa", detail: "members", before: "1", after: "2"),
        ])
    ])
    func marked() throws -> [String] {
      let listing = try #require(state.view(of: .clusters)?.listing)
      let row = try #require(listing.row(key: "alfa"))
      return listing.headers.indices.filter { listing.cell(row: row, column: $0).text.hasPrefix("Δ") }
        .map { listing.headers[$0].id }
    }
    #expect(try marked() == ["name", "label", "members"])
    state.apply([.opened, .wentBack])
    #expect(try marked().isEmpty)
  }

  @Test("region filters narrow it to their clusters; what is gone and calls stay")
  func filtered() {
    var state = smallState()
    state.apply([.compared(since: "old", changes), .pageAsked(.changes)])
    state.set(Clause(.region, ["ITC4"]))
    #expect(kinds(state) == ["lapsed", "cluster removed", "call added"])
    state.apply([.clausesDropped, .filterAsked, .typed("bronze"), .confirmed])
    #expect(kinds(state) == ["upgraded", "lapsed"])
  }

  @Test("a change opens what it is about; what is gone has no page")
  func opened() {
    var state = smallState()
    state.apply([.compared(since: "old", changes), .pageAsked(.changes), .opened])
    #expect(state.page.kind == .cluster("alfa"))
    state.apply([.wentBack, .moved(by: 2), .opened])
    #expect(state.page.kind == .changes && state.message?.isRefusal == true)
  }

  @Test("nothing is said to have changed where nothing has")
  func same() {
    var state = smallState()
    state.apply([.compared(since: "old", [])])
    #expect(state.message?.text == "Nothing has changed since old.")
  }
}

// Counting the values of a column: groups, sums, the way into a group and back.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Frequency")
struct FrequencyTests {
  /// The page of counts of a column of the clusters.
  private func counting(_ column: String, _ state: AppState = smallState()) -> AppState {
    var state = state
    state.point(at: column)
    state.apply([.frequencyAsked])
    return state
  }

  private func texts(_ state: AppState, _ column: String) -> [String] {
    guard let listing = state.view(of: .frequency)?.listing else { return [] }
    return listing.keys.compactMap { listing.text($0, column) }
  }

  @Test(
    "groups add up to the rows, values are distinct, the largest comes first", arguments: Panes.all.map(\.id))
  func property(_ pane: PaneID) throws {
    let scene = try #require(Bundled.state().scene)
    let listing = listing(pane, scene)
    for column in listing.headers.indices {
      let groups = listing.frequency(column: column, sum: nil)
      #expect(groups.reduce(0) { $0 + $1.count } == listing.count)
      #expect(Set(groups.map(\.value)).count == groups.count)
      #expect(groups.map(\.count) == groups.map(\.count).sorted(by: >))
      #expect(groups.allSatisfy { $0.sum == nil && $0.summed == 0 })
      for group in groups.prefix(3) where !(listing is FactListing) {
        let filter = CellFilter(column: listing.headers[column].id, value: group.value)
        #expect(
          Panes[pane].listing(scene, subject: .none, query: ListQuery(narrowed: [filter])).count
            == group.count,
          "\(pane) \(filter)")
      }
    }
  }

  @Test("sums are taken over the rows that have a number, and there is none where no row has")
  func sums() {
    let clusters = listing(.clusters, smallScene())
    let region = clusters.headers.firstIndex { $0.id == "region" } ?? 0
    let members = clusters.headers.firstIndex { $0.id == "members" } ?? 0
    for group in clusters.frequency(column: region, sum: members) {
      let values = clusters.keys.filter { clusters.cell($0, "region")?.value.plain == group.value }
        .compactMap { key -> Double? in
          if case .number(let number)? = clusters.cell(key, "members")?.value { number } else { nil }
        }
      #expect(group.sum == (values.isEmpty ? nil : values.reduce(0, +)))
      #expect(group.summed == values.count)
    }
  }

  @Test("values are named as the page shows them where all rows of a value show the same")
  func names() {
    var grouping = ValueGrouping()
    for (text, value) in [("Jul 2016", "2016-07"), ("–", ""), ("Jul 2016", "2016-07")] {
      grouping.add(TableCell([Run(text)], value: .optional(value)), summing: nil) { .text(value) }
    }
    #expect(grouping.groups.map(\.text) == ["Jul 2016", "–"])
    grouping.add(TableCell([Run("July")], value: .text("2016-07")), summing: .number(.nan)) { .missing }
    #expect(grouping.groups.map(\.text) == ["2016-07", "–"])
    #expect(grouping.groups.allSatisfy { $0.sum == nil })
  }

  @Test("F counts the rows that are shown, by the column under the cursor")
  func page() {
    let state = counting("region")
    #expect(state.page.focus == .frequency)
    #expect(state.crumbs == ["Italy", "frequency of region"])
    #expect(texts(state, "count").compactMap { Int($0) }.reduce(0, +) == 7)
    #expect(state.view(of: .frequency)?.title.count.hasSuffix("values in 7 rows") == true)
    let header = state.view(of: .frequency)?.listing.headers.first { $0.id == "sum" }
    #expect(header?.title == "SUM OF MEMBERS")
    var filtered = smallState()
    filtered.apply([.filterAsked, .typed("alfa"), .confirmed])
    #expect(texts(counting("region", filtered), "count") == ["1"])
  }

  @Test("counts are sorted, filtered and narrowed like any list")
  func keys() {
    var state = counting("region")
    state.apply([.sortCycled])
    #expect(texts(state, "value") == ["Lombardia", "Molise", "national", "Veneto"])
    state.apply([.filterAsked, .typed("venet"), .confirmed])
    #expect(texts(state, "value") == ["Veneto"])
    state.apply([.wentBack])
    state.point(at: "count")
    state.apply([.cellFilterAsked])
    #expect(Set(texts(state, "count")).count == 1)
    state.apply([.lastClauseDropped, .copied(.row)])
    #expect(state.message?.text == "Copied the row.")
  }

  @Test("Enter shows the rows behind a value, Esc comes back to it, and again to the list")
  func opening() {
    var state = counting("region")
    state.put(cursorOn: "Veneto")
    state.apply([.opened])
    #expect(state.page.kind == .dashboard)
    #expect(state.keys(.clusters) == ["alfa", "lungo", "evil"])
    #expect(state.clauses.isEmpty)
    #expect(state.crumbs == ["Italy", "frequency of region", "region = Veneto"])
    #expect(state.view(of: .members)?.title.owner == state.scene?.name(of: .cluster("alfa")))
    state.apply([.wentBack])
    #expect(state.cursor(.frequency) == "Veneto")
    state.apply([.wentBack])
    #expect(state.keys(.clusters).count == 7)
  }

  @Test(
    "a page that is no longer narrowed is no longer called so",
    arguments: [Intent.lastClauseDropped, .clausesDropped])
  func renamed(_ intent: Intent) {
    var state = counting("region")
    state.apply([.opened, intent])
    #expect(state.keys(.clusters).count == 7)
    #expect(state.crumbs == ["Italy", "frequency of region", "clusters"])
  }

  @Test("a group within a group narrows further")
  func nested() {
    var state = counting("region")
    state.put(cursorOn: "Veneto")
    state.apply([.opened])
    state = counting("kind", state)
    state.apply([.opened])
    #expect(state.page.lists[.clusters]?.narrowed.map(\.column) == ["region", "kind"])
    #expect(state.keys(.clusters).count < 3)
    #expect(state.trail.count == 5)
  }

  @Test("members of a cluster are counted as that cluster's, whatever the cursor does elsewhere")
  func owner() {
    var state = smallState()
    state.apply([.paneAsked(.members)])
    let count = state.keys(.members).count
    state = counting("kind", state)
    #expect(texts(state, "count").compactMap { Int($0) }.reduce(0, +) == count)
    let value = state.cursor(.frequency)
    state.apply([.opened])
    #expect(state.page.focus == .members)
    #expect(
      state.keys(.members).allSatisfy {
        state.view(of: .members)?.listing.cell($0, "kind")?.value.plain == value
      })
  }

  @Test("another column is summed, or none, and the cursor stays")
  func summing() throws {
    var state = counting("region")
    state.apply([.moved(by: 1)])
    let cursor = state.cursor(.frequency)
    state.apply([.sumAsked, .typed("turn"), .confirmed])
    #expect(state.view(of: .frequency)?.listing.headers.contains { $0.title == "SUM OF TURNOVER" } == true)
    #expect(state.cursor(.frequency) == cursor)
    state.apply([.sumAsked, .typed("no sum"), .confirmed])
    let view = try #require(state.view(of: .frequency))
    #expect(!view.columns.contains { view.listing.headers[$0].id == "sum" })
    #expect(texts(state, "sum").allSatisfy { $0 == Formatting.unknown })
  }

  @Test("codes, years and days are not summed unless asked for")
  func amounts() {
    func header(_ id: String, _ title: String, isNumber: Bool = true) -> ColumnHeader {
      ColumnHeader(id: id, title: title, isNumber: isNumber, width: .fitting(1...9), place: .everywhere)
    }
    #expect(header("turnover", "TURNOVER").isAmount)
    #expect(!header("turnover", "TURNOVER", isNumber: false).isAmount)
    for (id, title) in [("year", "YEAR"), ("x", "Codice ATECO"), ("postcode", "CAP"), ("days_left", "LEFT")] {
      #expect(!header(id, title).isAmount, "\(id)")
    }
  }

  @Test("what cannot be counted is refused with words")
  func refused() {
    var state = smallState()
    state.apply([.sumAsked])
    #expect(state.message?.text == "Sums stand beside counts; F counts the values of a column.")
    state.apply([.opened, .frequencyAsked])
    #expect(state.message?.text == "There are no columns to count here.")
    state.apply([.wentBack])
    state = counting("region", state)
    state.apply([.frequencyAsked])
    #expect(state.message?.text == "These are counts already; Enter opens one.")
    var empty = smallState()
    empty.set(Clause(.region, ["ITC2"]))
    empty.apply([.frequencyAsked])
    #expect(empty.message?.text == "There are no rows to count.")
  }

  @Test(
    "bars are eighths of a cell, what is not nothing is seen, nothing is longer than the width",
    arguments: [
      (0.0, ""), (1.0, "████"), (0.5, "██"), (0.001, "▏"), (0.25, "█"), (0.28, "█▏"), (2.0, "████"),
      (.nan, ""), (-1.0, ""), (0.97, "███▉"),
    ])
  func bars(_ share: Double, _ bar: String) {
    #expect(Bar.text(share, width: 4) == bar)
    let plain = Bar.text(share, width: 4, isASCII: true)
    #expect(plain.count <= 4 && !plain.contains { $0 != "#" } && plain.isEmpty == bar.isEmpty)
    #expect(Bar.text(share, width: 0).isEmpty)
  }
}

// Sorting: stable, missing values last in both directions, several keys, the cursor stays on its entity.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Sorting")
struct SortTests {
  private func order(_ column: String, up: Bool) -> [SortOrder] {
    [SortOrder(column: column, isAscending: up)]
  }

  @Test(
    "clusters in order of each column, both ways",
    arguments: [
      ("members", true, ["beta", "alfa", "seta", "lungo", "vuoto", "evil", "senza"]),
      ("members", false, ["alfa", "beta", "seta", "lungo", "vuoto", "evil", "senza"]),
      ("name", true, ["alfa", "beta", "lungo", "evil", "senza", "vuoto", "seta"]),
      ("kind", true, ["seta", "alfa", "lungo", "beta", "vuoto", "evil", "senza"]),
      ("kind", false, ["alfa", "lungo", "seta", "beta", "vuoto", "evil", "senza"]),
      ("label", true, ["beta", "seta", "alfa", "senza", "evil", "lungo", "vuoto"]),
      ("region", true, ["beta", "seta", "senza", "vuoto", "alfa", "lungo", "evil"]),
    ])
  func columns(_ column: String, _ up: Bool, _ keys: [String]) {
    #expect(listing(.clusters, smallScene(), sort: order(column, up: up)).keys == keys)
  }

  @Test("a second key orders what the first leaves equal")
  func severalKeys() {
    let sort = [
      SortOrder(column: "region", isAscending: false), SortOrder(column: "name", isAscending: false),
    ]
    #expect(
      listing(.clusters, smallScene(), sort: sort).keys
        == ["evil", "lungo", "alfa", "vuoto", "senza", "seta", "beta"])
  }

  @Test("an unknown column changes nothing")
  func unknownColumn() {
    #expect(listing(.clusters, smallScene(), sort: order("no such", up: true)).keys == smallState().shown)
  }

  @Test("the cursor stays on its entity while the order changes", arguments: ["evil", "beta", "senza"])
  func cursor(_ key: String) {
    var state = smallState()
    state.put(cursorOn: key)
    for _ in 0..<3 {
      state.apply([.sortCycled])
      #expect(state.cursor(.clusters) == key)
    }
  }

  @Test("sorting says what it did, and refuses where there are no columns")
  func words() {
    var state = smallState()
    state.apply([.sortCycled])
    #expect(state.message?.text == "Sorted by name upwards.")
    state.apply([.sortCycled])
    #expect(state.message?.text == "Sorted by name downwards.")
    state.apply([.sortCycled])
    #expect(state.message?.text == "Not sorted by name any more.")
    state.apply([.opened, .sortCycled])
    #expect(state.message?.isRefusal == true)
  }

  @Test("several keys are told in their order; one is turned and taken out alone")
  func severalKeysInWords() {
    var state = smallState()
    state.point(at: "region")
    state.apply([.sortAdded])
    state.point(at: "name")
    state.apply([.sortAdded])
    #expect(state.message?.text == "Sorted by region upwards, then name upwards.")
    state.apply([.sortAdded])
    #expect(state.message?.text == "Sorted by region upwards, then name downwards.")
    #expect(state.keys(.clusters) == ["seta", "beta", "senza", "vuoto", "evil", "lungo", "alfa"])
    state.apply([.sortAdded])
    #expect(state.message?.text == "Sorted by region upwards; not sorted by name any more.")
    #expect(state.view(of: .clusters)?.list.sort == order("region", up: true))
    state.point(at: "region")
    state.apply([.sortAdded, .sortAdded])
    #expect(state.message?.text == "Not sorted by region any more.")
  }

  @Test("a click on a header sorts by that column and focuses its pane")
  func header() {
    var state = smallState()
    state.apply([.headerClicked(.members, column: 1)])
    #expect(state.page.focus == .members)
    #expect(state.view(of: .members)?.list.sort == order("kind", up: true))
    #expect(state.keys(.members) == ["zeta", "ovest", "poli"])
  }

  @Test("any order of any pane is stable and keeps missing values last, both ways")
  func property() throws {
    let scene = try #require(Bundled.state().scene)
    check(TablePane<Cluster>.clusters, scene)
    check(TablePane<LabelAward>.labels, scene)
    check(TablePane<Call>.calls, scene)
    check(TablePane<Programme>.allProgrammes, scene)
    check(TablePane<RegionRow>.regions, scene)
  }

  private func check<Row>(_ pane: TablePane<Row>, _ scene: Scene) {
    let rows = pane.rows(scene, .none)
    let places = Dictionary(uniqueKeysWithValues: zip(rows.map(pane.key), rows.indices))
    for column in pane.columns {
      for up in [true, false] {
        let sorted = listing(pane.id, scene, sort: order(column.header.id, up: up)).keys
        let found = sorted.compactMap { places[$0] }
        let what: Comment = "\(pane.id) by \(column.header.id) \(up ? "up" : "down")"
        #expect(found.sorted() == Array(rows.indices), what)
        check(found, found.map { column.order(rows[$0], scene) }, up: up, what)
      }
    }
  }

  private func check(_ places: [Int], _ keys: [SortKey], up: Bool, _ what: Comment) {
    let missing = keys.firstIndex(of: .missing) ?? keys.count
    #expect(keys[missing...].allSatisfy { $0 == .missing }, what)
    for row in keys.indices.dropFirst() {
      let result = keys[row - 1].compared(to: keys[row], ascending: up)
      #expect(result < 0 || result == 0 && places[row - 1] < places[row], "\(what): row \(row)")
    }
  }

  @Test("sort keys compare as an order, missing last")
  func sortKeys() {
    let keys: [SortKey] = [.number(-1), .number(2), .text("a"), .text("b"), .missing]
    for (left, first) in keys.enumerated() {
      for (right, second) in keys.enumerated() {
        let up = first.compared(to: second, ascending: true)
        #expect(up.signum() == (left - right).signum())
        let down = first.compared(to: second, ascending: false)
        let isMixed = first == .missing || second == .missing
        #expect(down.signum() == (isMixed ? up.signum() : down.signum()))
        #expect(down == -second.compared(to: first, ascending: false))
      }
    }
    #expect(SortKey.number(1).compared(to: .number(2), ascending: false) == 1)
    #expect(SortKey.folded("Èta") == .text("eta"))
    #expect(SortKey.folded("") == .missing)
    #expect(SortKey.count(nil) == .missing)
    #expect(SortKey.date(PartialDate("1970-01")) == .number(0))
  }
}

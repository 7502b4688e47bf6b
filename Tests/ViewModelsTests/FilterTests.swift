// Filters: clauses set, replaced and dropped, typed words, the value under the cursor.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Filters")
struct FilterTests {
  @Test("a clause of the same facet replaces the earlier one in its place, another is added after it")
  func replacing() {
    var state = smallState()
    state.set(Clause(.region, ["ITH3"]))
    state.set(Clause(.label, ["gold"]))
    state.set(Clause(.region, ["ITC4"]))
    #expect(state.clauses == [Clause(.region, ["ITC4"]), Clause(.label, ["gold"])])
    #expect(state.scene?.counts == [2, 0])
    #expect(state.shown == [])
    #expect(state.message?.text == "0 clusters match.")
  }

  @Test("no value, or all of the home country, drops the clause", arguments: [[], ["IT"]])
  func dropping(_ values: [String]) {
    var state = smallState()
    state.set(Clause(.region, ["ITH3"]))
    state.set(Clause(.region, values))
    #expect(state.clauses.isEmpty)
    #expect(state.shown.count == 7)
  }

  @Test("x drops the typed filter first, then the last clause, then says that there is none")
  func lastDropped() {
    var state = smallState()
    state.set(Clause(.region, ["ITH3"]))
    state.set(Clause(.kind, ["technology district"]))
    state.apply([.filterAsked, .typed("alfa"), .confirmed])
    state.apply([.lastClauseDropped])
    #expect(state.clauses.count == 2)
    #expect(state.keys(.clusters) == ["alfa", "lungo"])
    state.apply([.lastClauseDropped])
    #expect(state.clauses == [Clause(.region, ["ITH3"])])
    state.apply([.lastClauseDropped])
    #expect(state.message?.isRefusal == false)
    state.apply([.lastClauseDropped])
    #expect(state.message?.isRefusal == true)
  }

  @Test("X drops every clause and every typed filter of the page")
  func allDropped() {
    var state = smallState()
    state.set(Clause(.region, ["ITH3"]))
    state.apply([.filterAsked, .typed("alfa"), .confirmed, .paneAsked(.members), .filterAsked])
    state.apply([.typed("poli"), .confirmed, .clausesDropped])
    #expect(state.shown.count == 7)
    #expect(state.keys(.clusters).count == 7)
    #expect(state.page.lists.values.allSatisfy { $0.typed.isEmpty })
    state.apply([.clausesDropped])
    #expect(state.message?.isRefusal == true)
  }

  @Test(
    "typed words find names in any case and without accents, in any order",
    arguments: [
      ("alfa", ["alfa"]), ("MOBILITA", ["alfa"]), ("mobilità alfa", ["alfa"]), ("絹", ["seta"]),
      ("veneto", ["alfa", "lungo", "evil"]), ("lombardy energy", ["beta"]), ("no such words", []),
      ("national", ["vuoto"]), ("   ", ["alfa", "beta", "seta", "lungo", "vuoto", "evil", "senza"]),
    ])
  func typing(_ typed: String, _ keys: [String]) {
    var state = smallState()
    state.apply([.filterAsked, .typed(typed)])
    #expect(state.keys(.clusters) == keys)
  }

  @Test("the filter narrows as letters come and widens as they are erased")
  func erasing() {
    var state = smallState()
    state.apply([.filterAsked] + "evil".map { .typed(String($0)) })
    #expect(state.keys(.clusters) == ["evil"])
    state.apply([.erased, .erased, .erased])
    #expect(state.keys(.clusters).count > 1)
    state.apply([.typed("il two words"), .wordErased])
    #expect(state.view(of: .clusters)?.list.typed == "eil two")
    state.apply([.wordErased, .wordErased])
    #expect(state.view(of: .clusters)?.list.typed == "")
    #expect(state.overlay == .filter)
    state.apply([.erased])
    #expect(state.overlay == nil, "erasing an empty filter leaves it")
  }

  @Test("Enter keeps what was typed, Esc clears it")
  func ending() {
    var state = smallState()
    state.apply([.filterAsked, .typed("beta"), .confirmed])
    #expect(state.overlay == nil)
    #expect(state.keys(.clusters) == ["beta"])
    state.apply([.filterAsked, .cancelled])
    #expect(state.overlay == nil)
    #expect(state.keys(.clusters).count == 7)
  }

  @Test("the cursor follows its entity through filters, goes to the nearest row, and comes back")
  func cursor() {
    var state = smallState()
    state.put(cursorOn: "lungo")
    state.set(Clause(.region, ["ITH3"]))
    #expect(state.cursor(.clusters) == "lungo")
    state.set(Clause(.region, ["ITC4"]))
    #expect(state.cursor(.clusters) == "seta")
    state.apply([.clausesDropped])
    #expect(state.cursor(.clusters) == "lungo")
  }

  @Test(
    "= filters by the value under the cursor",
    arguments: [
      ("alfa", "region", Clause(.region, ["ITH3"])),
      ("vuoto", "region", Clause(.region, ["national"])),
      ("alfa", "kind", Clause(.kind, ["technology district"])),
      ("vuoto", "kind", Clause(.kind, [""])),
      ("alfa", "label", Clause(.label, ["gold", "valid"])),
      ("vuoto", "label", Clause(.label, ["none"])),
      ("alfa", "sectors", Clause(.sector, ["mechatronics", "mobilita"])),
    ])
  func cellFilter(_ key: String, _ column: String, _ clause: Clause) {
    var state = smallState()
    state.put(cursorOn: key)
    state.point(at: column)
    state.apply([.cellFilterAsked])
    #expect(state.clauses == [clause])
    #expect(state.shown.contains(key))
  }

  @Test(
    "= on a column that is no facet keeps the rows with the same value, also where none is stated",
    arguments: [("alfa", "members"), ("vuoto", "sectors")])
  func narrowing(_ key: String, _ column: String) throws {
    var state = smallState()
    let value = try #require(state.view(of: .clusters)?.listing.cell(key, column)).value
    let same = state.keys(.clusters).filter {
      state.view(of: .clusters)?.listing.cell($0, column)?.value == value
    }
    state.put(cursorOn: key)
    state.point(at: column)
    state.apply([.cellFilterAsked])
    #expect(state.clauses.isEmpty)
    #expect(state.keys(.clusters) == same)
    #expect(state.cursor(.clusters) == key)
    #expect(state.message?.text.contains(" have \(column) = ") == true || same.count == 1)
    state.apply([.cellFilterAsked])
    #expect(state.message?.text.hasPrefix("All rows here have") == true)
  }

  @Test("narrowings are dropped one by one by x, before the filters by facet, and all by X")
  func droppingNarrowings() {
    var state = smallState()
    state.set(Clause(.region, ["ITH3"]))
    state.put(cursorOn: "alfa")
    for column in ["members", "employees"] {
      state.point(at: column)
      state.apply([.cellFilterAsked])
    }
    #expect(state.page.lists[.clusters]?.narrowed.map(\.column) == ["members", "employees"])
    state.apply([.lastClauseDropped])
    #expect(state.page.lists[.clusters]?.narrowed.map(\.column) == ["members"])
    state.apply([.lastClauseDropped, .lastClauseDropped])
    #expect(state.clauses.isEmpty)
    state.apply([.cellFilterAsked, .clausesDropped])
    #expect(state.keys(.clusters).count == 7)
  }

  @Test("a narrowing that another date leaves without rows is named")
  func emptiedByNarrowing() {
    let state = Panes[.members].emptyState(
      smallScene(), subject: .cluster("alfa"),
      query: ListQuery(narrowed: [CellFilter(column: "kind", value: "x")]))
    #expect(state.reason == "No row here has kind = x.")
  }

  @Test("a line of facts is no filter")
  func noCellFilter() {
    var state = smallState()
    state.apply([.opened, .cellFilterAsked])
    #expect(state.message?.text == "A line of facts is no filter; f lists the filters.")
  }

  @Test("an implied membership can be hidden and shown")
  func implied() {
    var state = smallState()
    state.apply([.impliedToggled])
    #expect(state.keys(.members) == ["poli", "ovest"])
    #expect(state.view(of: .members)?.title.count.contains("1 implied hidden") == true)
    state.apply([.impliedToggled])
    #expect(state.keys(.members) == ["poli", "zeta", "ovest"])
  }
}

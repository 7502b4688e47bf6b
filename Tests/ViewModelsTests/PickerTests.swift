// Lists to choose from: type-ahead, marking, choosing, leaving; regions, labels, themes, commands.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Pickers")
struct PickerTests {
  private func typing(_ text: String, into facet: Facet) -> AppState {
    var state = smallState()
    state.apply([.facetAsked(facet), .typed(text)])
    return state
  }

  @Test("a picker offers values with the number of clusters that each leaves")
  func offers() throws {
    var state = smallState()
    state.apply([.facetAsked(.region)])
    let picker = try #require(state.picker)
    let counts = Dictionary(uniqueKeysWithValues: picker.items.map { ($0.id, $0.detail) })
    #expect(counts["ITH3"] == "3")
    #expect(counts["ITC2"] == "0")
    #expect(counts["IT"] == "7")
    #expect(counts["national"] == "1")
    #expect(counts["abroad"] == "1")
    #expect(counts["everywhere"] == "8")
    #expect(counts["DE"] == "1")
    #expect(picker.items.first?.name == "All of Italy")
  }

  @Test("what is chosen already is under the cursor")
  func chosenAlready() {
    var state = smallState()
    state.set(Clause(.region, ["ITF2"]))
    state.apply([.facetAsked(.region)])
    #expect(state.picker?.current?.id == "ITF2")
    #expect(state.picker?.marked == ["ITF2"])
  }

  @Test(
    "type-ahead finds names in both languages and codes, old ones too",
    arguments: ["venet", "VENETIA", "ith3", "itd3"])
  func typeAhead(_ typed: String) {
    var state = typing(typed, into: .region)
    #expect(state.picker?.current?.id == "ITH3")
    state.apply([.confirmed])
    #expect(state.clauses == [Clause(.region, ["ITH3"])])
    #expect(state.overlay == nil)
  }

  @Test("names that begin with what was typed come before those that hold it elsewhere")
  func beginningsFirst() {
    let state = typing("a", into: .region)
    let names = state.picker?.matches.map(\.name) ?? []
    #expect(names.first == "All of Italy")
    #expect(names.last.map { !$0.hasPrefix("A") } == true)
    #expect(Set(names).isSuperset(of: ["All abroad", "Lombardia"]))
  }

  @Test("marks decide over the cursor once one is set; taken back they leave nothing")
  func marking() {
    var state = typing("ven", into: .region)
    state.apply([.marked, .erased, .erased, .erased, .typed("lomb"), .marked, .confirmed])
    #expect(state.clauses == [Clause(.region, ["ITC4", "ITH3"])])
    #expect(state.shown.count == 5)
    state.apply([.facetAsked(.region), .typed("ven"), .marked, .erased, .erased, .erased])
    state.apply([.typed("lomb"), .marked, .confirmed])
    #expect(state.clauses.isEmpty)
  }

  @Test("leaving a picker changes nothing")
  func leaving() {
    var state = typing("ven", into: .region)
    state.apply([.marked, .cancelled])
    #expect(state.clauses.isEmpty)
    #expect(state.overlay == nil)
  }

  @Test("erasing from an empty picker leaves it")
  func erasingOut() {
    var state = typing("x", into: .kind)
    state.apply([.erased])
    #expect(state.picker != nil)
    state.apply([.erased])
    #expect(state.overlay == nil)
  }

  @Test("what matches nothing cannot be chosen, and words say how to go on")
  func nothingMatches() {
    var state = typing("zzz", into: .sector)
    #expect(state.picker?.current == nil)
    state.apply([.confirmed])
    #expect(state.picker != nil)
    #expect(state.message?.text.contains("Backspace") == true)
  }

  @Test(
    "where nothing matches, near names are offered and can be chosen, in both languages",
    arguments: [("lombarida", "ITC4"), ("Lomabrdy", "ITC4"), ("venetto", "ITH3")])
  func near(_ typed: String, _ id: String) {
    var state = typing(typed, into: .region)
    #expect(state.picker?.isMissed == true)
    #expect(state.picker?.current?.id == id)
    state.apply([.confirmed])
    #expect(state.clauses == [Clause(.region, [id])])
    #expect(typing("lomb", into: .region).picker?.isMissed == false)
  }

  @Test("each value of each facet says how many clusters it leaves", arguments: Facet.allCases)
  func counts(_ facet: Facet) throws {
    var state = smallState()
    state.apply([.facetAsked(facet)])
    let picker = try #require(state.picker)
    #expect(!picker.items.isEmpty)
    for item in picker.items {
      #expect(Int(item.detail) != nil, "\(item.name)")
      var chosen = state
      chosen.apply([.cancelled])
      chosen.set(Clause(facet, [item.id]))
      if !chosen.clauses.isEmpty { #expect(Int(item.detail) == chosen.shown.count, "\(item.name)") }
    }
  }

  @Test("the cursor of a picker stays within its matches")
  func moving() throws {
    var state = smallState()
    state.apply([.facetAsked(.label), .moved(by: -5)])
    #expect(state.picker?.cursor == 0)
    state.apply([.moved(by: 1000)])
    let picker = try #require(state.picker)
    #expect(picker.cursor == picker.items.count - 1)
    state.apply([.typed("gold")])
    #expect(state.picker?.current?.id == "gold")
  }

  @Test("a click on a line of a picker chooses it; a click beside it does nothing")
  func clicking() {
    var state = smallState()
    state.apply([.facetAsked(.label), .overlayClicked(line: 99)])
    #expect(state.picker != nil)
    state.apply([.overlayClicked(line: 2)])
    #expect(state.clauses == [Clause(.label, ["bronze"])])
  }

  @Test("a picker before the data are read is refused")
  func early() {
    var state = AppState(path: "/data/small", today: today, theme: "dusk", themes: ["dusk"])
    state.apply([.facetAsked(.region)])
    #expect(state.overlay == nil)
    #expect(state.message?.isRefusal == true)
  }

  @Test("a theme is previewed under the cursor and kept by Enter")
  func theme() {
    var state = smallState()
    state.apply([.themesAsked])
    #expect(state.picker?.current?.id == "dusk")
    state.apply([.moved(by: 1)])
    #expect(state.theme == "noon")
    state.apply([.confirmed])
    #expect(state.theme == "noon")
    #expect(state.overlay == nil)
  }

  @Test("a theme is previewed by type-ahead and given back by Esc")
  func themeRestored() {
    var state = smallState()
    state.apply([.themesAsked, .typed("da")])
    #expect(state.theme == "dawn")
    state.apply([.typed("zzz"), .cancelled])
    #expect(state.theme == "dusk")
  }

  @Test("a command of the palette does what its key does")
  func command() {
    var state = smallState()
    let items = [
      PickerItem(id: "1", name: "Next row", intent: .moved(by: 1)),
      PickerItem(id: "2", name: "Quit", intent: .quitAsked),
    ]
    #expect(state.apply([.commandsAsked(items), .typed("qui"), .confirmed]) == [.quit])
    #expect(state.apply([.commandsAsked(items), .confirmed]) == [])
    #expect(state.overlay == nil)
    #expect(state.cursor(.clusters) == "beta")
  }

  @Test("a facet's values are counted beside the other filters, not beside its own")
  func countsBeside() throws {
    let scene = smallScene([Clause(.region, ["ITH3"]), Clause(.kind, ["technology district"])])
    let regions = scene.offers(for: .region)
    #expect(regions.first { $0.id == "ITH3" }?.count == 2)
    #expect(regions.first { $0.id == "ITC4" }?.count == 0)
    let kinds = scene.offers(for: .kind)
    #expect(kinds.map(\.id) == ["", "technology district"])
    #expect(kinds.map(\.count) == [1, 2])
    #expect(kinds.first?.name == "not stated")
  }
}

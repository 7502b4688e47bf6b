// Loading: numbered answers, failures, problems; messages that the next key clears; what asks the program.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Loading and messages")
struct LoadingTests {
  private func fresh() -> AppState {
    AppState(path: "/data/small", today: today, theme: "dusk", themes: ["dusk"])
  }

  @Test("nothing is shown before the data are there, and no key does harm")
  func before() {
    var state = fresh()
    #expect(state.loading == .reading("/data/small"))
    #expect(state.crumbs.isEmpty)
    for intent: Intent in [
      .moved(by: 1), .opened, .sourceAsked, .sortCycled, .cellFilterAsked, .copied(.table),
      .facetAsked(.kind),
      .movedToEnd, .columnMoved(by: 1), .asOfMoved(months: 1), .impliedToggled, .zoomed,
    ] {
      state.apply([intent])
      #expect(state.view(of: .clusters) == nil)
    }
  }

  @Test("filters given before the data come are applied to them")
  func early() {
    var state = fresh()
    state.set(Clause(.region, ["ITH3"]))
    _ = state.startLoading()
    state.apply([.loaded(generation: 1, .ready(Small.data))])
    #expect(state.shown == ["alfa", "lungo", "evil"])
  }

  @Test("how far a large table is read is shown, unless it is told of an earlier reading")
  func progress() {
    var state = fresh()
    _ = state.startLoading()
    let half = DatasetProgress(file: "organisations.csv", part: 0.5)
    state.apply([.loadingProgressed(generation: 0, half)])
    #expect(state.loadingProgress == nil)
    state.apply([.loadingProgressed(generation: 1, half)])
    #expect(state.loadingProgress == half)
  }

  @Test("a late answer is dropped, only the newest one counts")
  func late() {
    var state = fresh()
    #expect(state.startLoading() == .load(generation: 1))
    #expect(state.startLoading() == .load(generation: 2))
    state.apply([.loaded(generation: 1, .ready(Small.data))])
    #expect(state.data == nil)
    #expect(state.loading == .reading("/data/small"))
    state.apply([.loaded(generation: 2, .failed("no such folder"))])
    #expect(state.loading == .failed("no such folder"))
    state.apply([.loaded(generation: 1, .ready(Small.data))])
    #expect(state.loading == .failed("no such folder"))
  }

  @Test("problems in the data are counted in words when they come")
  func problems() {
    #expect(smallState().message?.text == "2 problems in the data; p lists them.")
    let one = LoadedData(
      Reading(catalogue: Small.catalogue, problems: [Small.problems[0]], path: "/data/small"))
    #expect(smallState(data: one).message?.text == "1 problem in the data; p lists them.")
    let none = LoadedData(Reading(catalogue: Small.catalogue, path: "/data/small"))
    #expect(smallState(data: none).message == nil)
  }

  @Test("a message is gone with the next key, not with what the program itself reports")
  func messages() {
    var state = smallState()
    state.apply([.unboundPressed("F9")])
    #expect(state.message?.text == "F9 does nothing here; ? lists the keys.")
    state.apply([.laidOut(rows: [.clusters: 9], columns: [:]), .dayChanged(today)])
    #expect(state.message != nil)
    state.apply([.moved(by: 1)])
    #expect(state.message == nil)
  }

  @Test(
    "what the program has to do is asked of it",
    arguments: [
      (Intent.quitAsked, Effect.quit), (.suspendAsked, .suspend), (.repaintAsked, .repaint),
      (.mouseToggled, .setMouse(false)),
    ])
  func effects(_ intent: Intent, _ effect: Effect) {
    var state = smallState()
    #expect(state.apply([intent]) == [effect])
  }

  @Test("the mouse goes off and on, and words say how to get it back")
  func mouse() {
    var state = smallState()
    state.apply([.mouseToggled])
    #expect(!state.usesMouse)
    #expect(state.message?.text.contains("M turns it on") == true)
    #expect(state.apply([.mouseToggled]) == [.setMouse(true)])
  }

  @Test("the model hands on what the state asks for")
  func model() {
    let model = AppModel(fresh())
    #expect(model.load() == .load(generation: 1))
    #expect(model.send(.loaded(generation: 1, .ready(Small.data))) == [])
    #expect(model.state.shown.count == 7)
    #expect(model.send(.quitAsked) == [.quit])
  }

  @Test("help and sources scroll within bounds and close")
  func popups() {
    var state = smallState()
    state.apply([.helpAsked, .moved(by: -1)])
    #expect(state.overlay == .help(offset: 0))
    state.apply([.moved(by: 3), .moved(by: -1)])
    #expect(state.overlay == .help(offset: 2))
    #expect(state.mode == .popup)
    state.apply([.movedToEnd, .movedToStart, .cancelled])
    #expect(state.overlay == nil)
  }

  @Test(
    "each overlay has its mode",
    arguments: [
      (Intent.moved(by: 1), Mode.normal), (.filterAsked, .filter), (.facetAsked(.kind), .picker),
      (.asOfAsked, .prompt), (.facetMenuAsked, .menu), (.copyMenuAsked, .menu), (.sourceAsked, .popup),
      (.helpAsked, .popup), (.themesAsked, .picker), (.commandsAsked([]), .picker),
    ])
  func modes(_ intent: Intent, _ mode: Mode) {
    var state = smallState()
    state.apply([intent])
    #expect(state.mode == mode)
  }
}

// What a user adds: keys ask for it, and the state shows it only once the notebook has it.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Adding")
struct AddingTests {
  private func watching(_ clusters: ID<Cluster>...) -> Additions {
    Additions(
      clusters.enumerated().map { number, cluster in
        Entry(number: Int64(number), day: today, content: .watch(cluster))
      })
  }

  @Test("w asks the notebook, and a star stands there once it is on the disk")
  func watch() {
    var state = smallState()
    #expect(state.apply([.watchToggled]) == [.add(.watch("alfa"))])
    #expect(state.additions.watched.isEmpty)
    #expect(state.message == nil)
    state.apply([.added(.watched("alfa"), watching("alfa"))])
    #expect(state.message?.text == "ALFA is watched; f w shows all that are.")
    let name = state.view(of: .clusters).flatMap { view in
      view.listing.headers.firstIndex { $0.id == "name" }.map { view.listing.cell(row: 0, column: $0) }
    }
    #expect(name?.text.hasPrefix("★ ") == true)
    #expect(name?.value.plain.hasPrefix("Àlfa") == true)
    state.apply([.added(.unwatched("alfa"), Additions())])
    #expect(state.message?.text == "ALFA is no longer watched.")
  }

  @Test("the cluster of any row, or of the page, can be watched; what is none is refused")
  func subjects() {
    var state = smallState()
    #expect(state.apply([.pageAsked(.labels), .watchToggled]) == [.add(.watch("beta"))])
    #expect(state.apply([.opened, .watchToggled]) == [.add(.watch("beta"))])
    #expect(
      state.apply([.pageAsked(.calls), .focusMoved(by: 1), .moved(by: 1), .watchToggled])
        == [.add(.watch("beta"))])
    #expect(state.apply([.pageAsked(.regions), .watchToggled]).isEmpty)
    #expect(state.message?.isRefusal == true)
    #expect(state.apply([.noteAsked]).isEmpty)
    #expect(state.overlay == nil)
  }

  @Test("a note is typed on the bottom line; nothing typed is no note")
  func note() {
    var state = smallState()
    state.apply([.noteAsked, .typed("call them "), .typed("soon  ")])
    #expect(state.overlay == .prompt(Prompt(.note("alfa"), "call them soon  ")))
    #expect(state.apply([.confirmed]) == [.add(.note("alfa", "call them soon"))])
    #expect(state.overlay == nil)
    #expect(state.apply([.noteAsked, .typed("  "), .confirmed]).isEmpty)
    state.apply([.noteAsked, .typed(String(repeating: "x", count: 2000)), .typed("y")])
    #expect(state.overlay == .prompt(Prompt(.note("alfa"), String(repeating: "x", count: 2000))))
    #expect(state.message?.isRefusal == true)
    state.apply([.cancelled])
    state.apply([.noteAsked, .typed("ab"), .erased, .erased, .erased])
    #expect(state.overlay == nil)
    let note = Entry.Content.note("alfa", "call them soon")
    let additions = Additions([Entry(number: 1, day: today, content: note)])
    state.apply([.added(.entered(note), additions), .opened])
    let facts = state.view(of: .clusterFacts)?.listing
    let texts = (0..<(facts?.count ?? 0)).compactMap { facts?.cell(row: $0, column: 1).text }
    #expect(texts.contains("call them soon"))
  }

  @Test("the watch list is a filter, and follows what others write")
  func filter() {
    var state = smallState()
    state.apply([.additionsRead(watching("beta", "seta"))])
    state.set(Clause(.watch, ["watched"]))
    #expect(state.shown == ["beta", "seta"])
    state.apply([.additionsRead(watching("seta"))])
    #expect(state.shown == ["seta"])
    state.set(Clause(.watch, ["not watched"]))
    #expect(!state.shown.contains("seta") && state.shown.count == 6)
  }

  @Test("leaving waits for what is on its way, and a note that did not arrive is there again")
  func underway() {
    var state = smallState()
    state.apply([.noteAsked, .typed("soon"), .confirmed])
    #expect(state.apply([.quitAsked]).isEmpty)
    state.apply([.notAdded("The disk is full.")])
    #expect(state.overlay == .prompt(Prompt(.note("alfa"), "soon")))
    state.apply([.cancelled])
    #expect(state.apply([.quitAsked]) == [.quit])
  }

  @Test("what could not be added is said and shown nowhere")
  func failure() {
    var state = smallState()
    state.apply([.watchToggled, .notAdded("Nothing was added. The disk is full.")])
    #expect(state.message?.isRefusal == true)
    #expect(state.additions == Additions())
  }

  @Test(
    "taking back says what was taken back",
    arguments: [
      (AdditionResult.undone(.note("alfa", "soon")), "The note at ALFA is taken back."),
      (.undone(.watch("alfa")), "ALFA is no longer watched."),
      (.undone(.watch("beta")), "Beta Energy is watched again."),
      (.nothingToUndo, "There is nothing to take back."),
    ])
  func undo(_ result: AdditionResult, _ words: String) {
    var state = smallState()
    #expect(state.apply([.undoAsked]) == [.add(.undo)])
    state.apply([.added(result, watching("beta"))])
    #expect(state.message?.text == words)
  }
}

@Suite("Entering label events and deadlines")
struct EnteringTests {
  private let event = LabelEntry(
    cluster: "alfa", kind: .awarded, level: .gold, date: PartialDate("2026-05"),
    validUntil: PartialDate("2028"))

  @Test("i at a cluster asks for a label event, says what is missing, and gives it to the notebook")
  func labelEvent() {
    var state = smallState()
    state.apply([.entryAsked, .typed("awarded gold")])
    #expect(state.overlay == .prompt(Prompt(.labelEvent("alfa", nil), "awarded gold")))
    #expect(state.apply([.confirmed]).isEmpty)
    #expect(
      state.message?.text == "\"awarded gold\" has no date: write 2026-03-14, 2026-03 or today."
        && state.message?.isRefusal == true)
    #expect(state.apply([.typed(" 2026-05 to 2028"), .confirmed]) == [.add(.labelEvent(event))])
    #expect(state.overlay == nil)
    state.apply([.notAdded("Nothing was added.")])
    #expect(state.overlay == .prompt(Prompt(.labelEvent("alfa", nil), "awarded gold 2026-05 to 2028")))
  }

  @Test("what was entered counts, stands beside the rest, and is gone when it is taken back")
  func entered() throws {
    var state = smallState()
    let before = state.scene?.judgement.standing(of: "alfa")
    let additions = Additions([Entry(number: 7, day: today, content: .labelEvent(event))])
    state.apply([.added(.entered(.labelEvent(event)), additions)])
    let standing = try #require(state.scene?.judgement.standing(of: "alfa"))
    #expect(standing.level == .gold && standing.end == PartialDate("2028") && standing.award == "yours-7")
    #expect(state.scene?.catalogue.source("yours")?.title == "Your notebook")
    state.apply([.opened])
    let facts = try #require(state.view(of: .clusterFacts)?.listing as? FactListing).facts.map(\.text)
    #expect(facts.contains { $0.hasSuffix("awarded gold, May 2026, to 2028") })
    state.apply([.pageAsked(.notebook)])
    #expect(state.view(of: .notebook)?.listing.count == 1)
    state.apply([.added(.undone(.labelEvent(event)), Additions())])
    #expect(state.message?.text == "Awarded gold at ALFA is taken back.")
    #expect(state.scene?.judgement.standing(of: "alfa") == before)
  }

  @Test("i at a call asks for a deadline")
  func deadline() throws {
    var state = smallState()
    state.apply([.pageAsked(.calls), .entryAsked])
    let call = try #require(state.scene?.catalogue.tables.calls.first)
    guard case .prompt(let prompt) = state.overlay, case .deadline(let id) = prompt.purpose else {
      Issue.record("\(String(describing: state.overlay))")
      return
    }
    #expect(state.scene?.catalogue.tables.calls.contains { $0.id == id } == true)
    let entry = DeadlineEntry(
      call: id, date: try #require(PartialDate("2027-01-15")), time: "12:00", zone: "CET")
    #expect(state.apply([.typed("2027-01-15 12:00 CET"), .confirmed]) == [.add(.deadline(entry))])
    let additions = Additions([Entry(number: 1, day: today, content: .deadline(entry))])
    state.apply([.added(.entered(.deadline(entry)), additions)])
    #expect(state.scene?.catalogue.call(id)?.deadlines.contains { $0.own == 1 } == true)
    let occasions = state.scene?.occasions.filter { $0.id == "deadline.yours-1.\(id)" }
    #expect(occasions?.first?.moment?.description == "2027-01-15T11:00:00Z")
    _ = call
  }

  @Test("rows about neither say so")
  func neither() {
    var state = smallState()
    state.apply([.pageAsked(.regions), .entryAsked])
    #expect(state.overlay == nil && state.message?.isRefusal == true)
  }

  @Test("watching judges nothing anew")
  func watching() {
    var state = smallState()
    let shown = state.lastShown?.shown
    state.apply([
      .additionsRead(Additions([Entry(number: 1, day: today, content: .watch("alfa"))]))
    ])
    #expect(state.lastShown?.shown == shown)
    #expect(state.scene?.judgement.additions.watched == ["alfa"])
  }

  @Test("K judges labels by what was known, and nothing typed by all of it")
  func knownBy() {
    var state = smallState()
    let additions = Additions([Entry(number: 7, day: today, content: .labelEvent(event))])
    state.apply([.additionsRead(additions), .knownByAsked, .typed("-1y"), .confirmed])
    #expect(state.knownBy == today.adding(years: -1))
    #expect(state.scene?.judgement.labels.award("yours-7") == nil)
    state.apply([.knownByAsked, .confirmed])
    #expect(state.knownBy == nil)
    #expect(state.scene?.judgement.labels.award("yours-7") != nil)
    state.apply([.knownByAsked, .typed("soon"), .confirmed])
    #expect(state.message?.isRefusal == true)
  }
}

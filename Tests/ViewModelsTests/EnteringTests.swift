// Label events and deadlines that a user enters: understood or refused, kept until they are on the disk, shown.

import ClusterDomain
import Testing

@testable import ViewModels

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
    guard case .prompt(let prompt) = state.overlay, case .deadline(let id) = prompt.purpose else {
      Issue.record("\(String(describing: state.overlay))")
      return
    }
    #expect(state.view(of: .calls)?.listing.key(row: 0) == id.rawValue)
    #expect(state.apply([.typed("2027-01-15 was 2019-01-01"), .confirmed]).isEmpty)
    #expect(state.message?.text.hasPrefix("The call has no deadline 2019-01-01") == true)
    state.apply([.wordErased, .wordErased, .wordErased, .wordErased])
    #expect(state.overlay == .prompt(Prompt(.deadline(id))))
    let entry = DeadlineEntry(
      call: id, date: try #require(PartialDate("2027-01-15")), time: "12:00", zone: "CET")
    #expect(state.apply([.typed("2027-01-15 12:00 CET"), .confirmed]) == [.add(.deadline(entry))])
    let additions = Additions([Entry(number: 1, day: today, content: .deadline(entry))])
    state.apply([.added(.entered(.deadline(entry)), additions)])
    #expect(state.scene?.catalogue.call(id)?.deadlines.contains { $0.own?.number == 1 } == true)
    let occasions = state.scene?.occasions.filter { $0.id == "deadline.yours-1.\(id)" }
    #expect(occasions?.first?.moment?.description == "2027-01-15T11:00:00Z")
  }

  @Test("a withdrawal that is ahead counts in what is ahead, and one before the label was given is refused")
  func plannedWithdrawal() throws {
    var state = smallState()
    let given = LabelEntry(
      cluster: "beta", kind: .awarded, level: .gold, date: PartialDate("2026-06"),
      validUntil: PartialDate("2028-06"))
    let taken = LabelEntry(cluster: "beta", kind: .withdrawn, level: .gold, date: PartialDate("2027-02"))
    state.apply([
      .additionsRead(
        Additions(
          [given, taken].enumerated().map {
            Entry(number: Int64($0.offset), day: today, content: .labelEvent($0.element))
          }))
    ])
    let scene = try #require(state.scene)
    let award = try #require(scene.judgement.labels.award("yours-0"))
    let standing = scene.judgement.standing(of: award)
    #expect(
      standing.status == .valid && standing.end == PartialDate("2027-02") && standing.graceEnd == nil)
    #expect(scene.occasions(of: award).map(\.date) == [PartialDate("2027-02")])
    #expect(scene.lastValidDay(of: award) == PartialDate("2027-02") && scene.isCutShort(award))
    #expect(scene.words(for: award) == "awarded Jun 2026 to Jun 2028, stated, withdrawn Feb 2027")
    state.apply([.moved(by: 1), .entryAsked, .typed("withdrawn gold 2025-01"), .confirmed])
    #expect(state.message?.text == "It was given 1 Jun 2026, after that.")
  }

  @Test("a withdrawal entered at one label is not of another level")
  func otherLevel() throws {
    var state = smallState()
    state.apply([.pageAsked(.labels), .entryAsked])
    guard case .prompt(let prompt) = state.overlay, case .labelEvent(_, let id?) = prompt.purpose else {
      Issue.record("\(String(describing: state.overlay))")
      return
    }
    let level = try #require(state.scene?.judgement.labels.award(id)?.level)
    let other: LabelLevel = level == .gold ? .bronze : .gold
    #expect(state.apply([.typed("withdrawn \(other) today"), .confirmed]).isEmpty)
    #expect(state.message?.text.hasPrefix("This label is \(level), not \(other)") == true)
    state.apply([.wordErased, .wordErased, .typed(" \(level) today")])
    guard case .add(.labelEvent(let entry))? = state.apply([.confirmed]).first else {
      Issue.record("\(String(describing: state.message))")
      return
    }
    #expect(entry.award == id)
  }

  @Test("of several on their way the one that does not arrive is given back, once nothing else is typed")
  func severalUnderWay() {
    var state = smallState()
    for text in ["one", "two", "three"] { state.apply([.noteAsked, .typed(text), .confirmed]) }
    state.apply([.filterAsked, .typed("a")])
    let note = Entry.Content.note("alfa", "one")
    state.apply([.added(.entered(note), Additions()), .notAdded("No."), .added(.entered(note), Additions())])
    #expect(state.overlay == .filter)
    state.apply([.confirmed])
    #expect(state.overlay == .prompt(Prompt(.note("alfa"), "two")))
    state.apply([.cancelled])
    #expect(state.overlay == nil && state.underway.isEmpty)
  }

  @Test("what a database would cut is not taken in, and what has no label cannot be corrected")
  func refused() {
    var state = smallState()
    state.apply([.noteAsked, .typed("Call\0 Rossi"), .confirmed])
    #expect(state.underway == [Prompt(.note("alfa"), "Call Rossi")])
    state.apply([.entryAsked, .typed("corrected silver 2026-06"), .confirmed])
    #expect(state.message?.text == "ALFA has no silver label that could be corrected.")
  }

  @Test("who leaves while the notebook is being written leaves once it is")
  func leaving() {
    var state = smallState()
    state.apply([.watchToggled])
    #expect(state.apply([.quitAsked]).isEmpty)
    #expect(state.apply([.added(.watched("alfa"), Additions())]) == [.quit])
    var refused = smallState()
    refused.apply([.watchToggled, .quitAsked])
    #expect(refused.apply([.notAdded("No.")]).isEmpty)
    #expect(refused.apply([.quitAsked]) == [.quit])
  }

  @Test("a clock that goes backwards judges at its day, and leaves what was entered later")
  func clock() {
    var state = smallState()
    let later = today.adding(days: 3)
    state.apply([.dayChanged(later)])
    let additions = Additions([Entry(number: 1, day: later, content: .labelEvent(event))])
    state.apply([.additionsRead(additions)])
    let held = state.scene?.judgement.standing(of: "alfa").award
    state.apply([.dayChanged(today.adding(years: -1))])
    #expect(state.asOf == today.adding(years: -1) && state.additions == additions)
    #expect(state.scene?.judgement.standing(of: "alfa").award != held)
    state.apply([.dayChanged(today), .asOfMoved(months: 1), .dayChanged(later)])
    #expect(state.asOf == today.adding(months: 1))
    #expect(held == "yours-1" && state.scene?.judgement.standing(of: "alfa").award == held)
  }

  @Test("u on the list of entries takes back the one under the cursor")
  func undoOfOne() {
    var state = smallState()
    let entries = [3, 5, 9].map { Entry(number: $0, day: today, content: .note("alfa", "\($0)")) }
    state.apply([.additionsRead(Additions(entries)), .pageAsked(.notebook), .moved(by: 1)])
    #expect(state.apply([.undoAsked]) == [.add(.undo(5))])
    state.apply([.pageAsked(.dashboard)])
    #expect(state.apply([.undoAsked]) == [.add(.undo(nil))])
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

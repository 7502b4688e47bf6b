// Deadlines that are put off, and the identifiers by which calendars know them.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Deadlines that are put off")
struct PutOffTests {
  @Test("a deadline that is put off keeps its identifier, and the others keep theirs")
  func identifiers() throws {
    var state = smallState()
    let call = try #require(state.scene?.catalogue.call("h-soon"))
    let old = try #require(call.closingDates.first?.date)
    func ids() -> [String] {
      state.scene?.catalogue.call("h-soon").map { call in
        (state.scene?.occasions(of: call) ?? []).map { "\($0.id) \($0.date)" }
      } ?? []
    }
    let before = ids()
    #expect(before.contains("deadline.1.h-soon \(old)"))
    let first = DeadlineEntry(call: "h-soon", date: try #require(PartialDate("2027-02-01")), replaces: old)
    let second = DeadlineEntry(call: "h-soon", date: try #require(PartialDate("2027-03-01")), replaces: old)
    let third = DeadlineEntry(call: "h-soon", date: try #require(PartialDate("2027-04-01")))
    state.apply([
      .additionsRead(
        Additions(
          [first, second, third].enumerated().map {
            Entry(number: Int64($0.offset + 4), day: today, content: .deadline($0.element))
          }))
    ])
    #expect(ids().filter { $0.hasPrefix("deadline.1.") } == ["deadline.1.h-soon 2027-02-01"])
    #expect(ids().contains("deadline.yours-5.h-soon 2027-03-01"))
    #expect(ids().contains("deadline.yours-6.h-soon 2027-04-01"))
    #expect(Set(ids()).count == before.count + 2)
  }

  @Test("a deadline that is put off twice, and back, stays one")
  func chainOfDeadlines() throws {
    var state = smallState()
    let old = try #require(state.scene?.catalogue.call("h-soon")?.closingDates.first?.date)
    let days = try ["2027-02-01", "2027-03-01"].map { try #require(PartialDate($0)) }
    func show(_ entries: [DeadlineEntry]) -> [String] {
      state.apply([
        .additionsRead(
          Additions(
            entries.enumerated().map {
              Entry(number: Int64($0.offset), day: today, content: .deadline($0.element))
            }))
      ])
      let call = state.scene?.catalogue.call("h-soon")
      return (call.flatMap { state.scene?.occasions(of: $0) } ?? []).filter { $0.kind == .deadline }
        .map { "\($0.id) \($0.date)" }
    }
    let off = DeadlineEntry(call: "h-soon", date: days[0], replaces: old)
    let again = DeadlineEntry(call: "h-soon", date: days[1], replaces: days[0])
    let back = DeadlineEntry(call: "h-soon", date: old, replaces: days[1])
    #expect(show([off, again]) == ["deadline.1.h-soon \(days[1])"])
    #expect(show([off, again, back]) == ["deadline.1.h-soon \(old)"])
    state.apply([.additionsRead(Additions()), .pageAsked(.calls), .entryAsked, .typed("\(old)"), .confirmed])
    #expect(state.message?.text == "The call has the deadline \(old) already.")
  }
}

// The as-of date: how it is typed, how months step, and that everything is judged by it.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("As-of date")
struct AsOfTests {
  @Test(
    "dates as people type them",
    arguments: [
      ("2016-06-01", "2016-06-01"), ("2016-06", "2016-06-01"), ("2016", "2016-01-01"),
      ("today", "2026-11-23"), ("TODAY", "2026-11-23"), ("", "2026-11-23"), (" 2016-06-01 ", "2016-06-01"),
      ("+90d", "2027-02-21"), ("-90d", "2026-08-25"), ("+0d", "2026-11-23"), ("-6m", "2026-05-23"),
      ("+1y", "2027-11-23"), ("- 1 y", "2025-11-23"), ("+3M", "2027-02-23"),
    ])
  func reading(_ typed: String, _ expected: String) {
    #expect(AsOfText.date(typed, today: today) == day(expected))
  }

  @Test(
    "anything else is no date",
    arguments: [
      "2016-13", "2016-02-30", "16-06-01", "yesterday", "90d", "+90", "+d", "+-3d", "+3w", "+99999d",
      "+1000y",
      "-", "+", "2016/06/01", "2016-6-1", "\u{0662}\u{0660}\u{0661}\u{0666}", "0000", "+１d",
    ])
  func refusing(_ typed: String) {
    #expect(AsOfText.date(typed, today: today) == nil)
  }

  @Test("month steps are held to the last day of the month")
  func monthEnds() {
    var state = smallState(asOf: day("2024-01-31"))
    state.apply([.asOfMoved(months: 1)])
    #expect(state.asOf == day("2024-02-29"))
    state.apply([.asOfMoved(months: -12)])
    #expect(state.asOf == day("2023-02-28"))
  }

  @Test("steps stop at the ends of the calendar")
  func calendarEnds() {
    var state = smallState(asOf: day("0001-01-01"))
    state.apply([.asOfMoved(months: -12)])
    #expect(state.asOf == day("0001-01-01"))
    state = smallState(asOf: day("9999-12-31"))
    state.apply([.asOfMoved(months: 12)])
    #expect(state.asOf == day("9999-12-31"))
  }

  @Test("typed and confirmed, everything is judged on that day")
  func confirmed() {
    var state = smallState()
    #expect(state.view(of: .clusters)?.listing.text("beta", "label") == "B ◐ ≈ 38 d left")
    state.apply([.asOfAsked, .typed("2016-0"), .typed("6-01"), .confirmed])
    #expect(state.asOf == day("2016-06-01"))
    #expect(state.overlay == nil)
    #expect(state.view(of: .clusters)?.listing.text("beta", "label") == "  · none")
    #expect(state.view(of: .clusters)?.listing.text("lungo", "label") == "B ✕ lapsed ≈ 2015")
    #expect(state.message?.isRefusal == false)
  }

  @Test("a wrong date leaves the prompt open, the day as it was, and says what can be written")
  func wrong() {
    var state = smallState()
    state.apply([.asOfAsked, .typed("next week"), .confirmed])
    #expect(state.overlay == .prompt(Prompt(.asOf, "next week")))
    #expect(state.asOf == today)
    #expect(state.message?.isRefusal == true)
    #expect(state.message?.text.contains("2016-06-01") == true)
    state.apply([.wordErased])
    #expect(state.overlay == .prompt(Prompt(.asOf, "next")))
    #expect(state.message == nil)
    state.apply([.cancelled])
    #expect(state.overlay == nil)
    #expect(state.asOf == today)
  }

  @Test("erasing from an empty prompt leaves it")
  func erasingOut() {
    var state = smallState()
    state.apply([.asOfAsked, .typed("2"), .erased])
    #expect(state.overlay == .prompt(Prompt(.asOf, "")))
    state.apply([.erased])
    #expect(state.overlay == nil)
  }

  @Test("today chosen follows today; another day stays when the day changes")
  func dayChange() {
    var state = smallState()
    state.apply([.asOfAsked, .typed("today"), .confirmed, .dayChanged(day("2026-11-24"))])
    #expect(state.asOf == day("2026-11-24"))
    #expect(state.scene?.judgement.asOf == day("2026-11-24"))
    state.apply([.asOfMoved(months: -1), .dayChanged(day("2026-11-25"))])
    #expect(state.asOf == day("2026-10-24"))
  }

  @Test(
    "a label goes through its standings as the date moves",
    arguments: [
      ("2024-11-30", "none"), ("2024-12-01", "valid"), ("2026-10-01", "valid"), ("2026-10-02", "expiring"),
      ("2026-12-31", "expiring"), ("2027-01-01", "grace"), ("2027-12-31", "grace"), ("2028-01-01", "lapsed"),
    ])
  func standings(_ date: String, _ status: String) {
    let listing = listing(.clusters, smallScene(asOf: day(date)))
    #expect(listing.text("beta", "label_status") == status)
  }
}

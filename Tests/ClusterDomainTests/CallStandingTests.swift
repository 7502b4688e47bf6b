// Call statuses as tables of dates.

import ClusterDomain
import Testing

@Suite struct CallStandingTests {
  private func call(
    _ deadlines: [(String, String, String)], opens: String = "", closes: String = ""
  ) -> Call {
    Call(
      id: "c", programme: "p", name: "C", opens: date(opens), closes: date(closes),
      deadlines: deadlines.compactMap { when, kind, status in
        date(when).map {
          Deadline(date: $0, kind: kind, statedStatus: status.isEmpty ? nil : status, source: "s")
        }
      }, source: "s")
  }

  private func check(
    _ call: Call, _ when: String, _ status: CallStanding.Status, next: String, left: Int?, remaining: Int,
    passed: Int
  ) throws {
    let standing = call.standing(on: try day(when))
    #expect(standing.status == status, "\(when)")
    #expect(standing.nextDate == date(next), "\(when)")
    #expect(standing.daysLeft == left, "\(when)")
    #expect([standing.remaining, standing.passed] == [remaining, passed], "\(when)")
  }

  @Test func oneDeadline() throws {
    let call = call([("2026-03-05", "single", "")], opens: "2026-01-20")
    try check(call, "2026-01-19", .forthcoming, next: "2026-03-05", left: 45, remaining: 1, passed: 0)
    try check(call, "2026-01-20", .open, next: "2026-03-05", left: 44, remaining: 1, passed: 0)
    try check(call, "2026-02-02", .open, next: "2026-03-05", left: 31, remaining: 1, passed: 0)
    try check(call, "2026-02-03", .closing, next: "2026-03-05", left: 30, remaining: 1, passed: 0)
    try check(call, "2026-03-05", .closing, next: "2026-03-05", left: 0, remaining: 1, passed: 0)
    try check(call, "2026-03-06", .closed, next: "", left: nil, remaining: 0, passed: 1)
    #expect(call.standing(on: try day("2026-02-03"), closingWithin: 29).status == .open)
  }

  @Test func severalCutOffs() throws {
    let call = call([
      ("2023-12-22", "cut-off", "closed"), ("2024-05-31", "cut-off", ""), ("2024-09-30", "cut-off", ""),
      ("2025-01", "cut-off", "open"),
    ])
    try check(call, "2023-11-01", .open, next: "2023-12-22", left: 51, remaining: 4, passed: 0)
    try check(call, "2023-12-23", .betweenCutOffs, next: "2024-05-31", left: 160, remaining: 3, passed: 1)
    try check(call, "2024-05-01", .closing, next: "2024-05-31", left: 30, remaining: 3, passed: 1)
    try check(call, "2025-01-31", .closing, next: "2025-01", left: 0, remaining: 1, passed: 3)
    try check(call, "2025-02-01", .closed, next: "", left: nil, remaining: 0, passed: 4)
    #expect(call.standing(on: try day("2024-05-01")).next?.date == date("2024-05-31"))
  }

  @Test func twoStages() throws {
    let call = call([("2022-09-08", "stage 1", ""), ("2023-03-07", "stage 2", "")])
    try check(call, "2022-08-20", .closing, next: "2022-09-08", left: 19, remaining: 2, passed: 0)
    try check(call, "2022-09-09", .secondStageOnly, next: "2023-03-07", left: 179, remaining: 1, passed: 1)
    try check(call, "2023-03-01", .secondStageOnly, next: "2023-03-07", left: 6, remaining: 1, passed: 1)
    try check(call, "2023-03-08", .closed, next: "", left: nil, remaining: 0, passed: 2)
    // A second stage whose first is not listed is all there is to meet.
    let second = self.call([("2023-03-07", "stage 2", "")])
    try check(second, "2023-03-01", .closing, next: "2023-03-07", left: 6, remaining: 1, passed: 0)
  }

  @Test func theNextDateIsOneAtWhichOneCanEnter() throws {
    let call = call([
      ("2024-01-10", "stage 1", ""), ("2024-06-10", "stage 2", ""), ("2024-07-10", "stage 1", ""),
      ("2024-12-10", "stage 2", ""),
    ])
    try check(call, "2024-05-20", .betweenCutOffs, next: "2024-07-10", left: 51, remaining: 3, passed: 1)
    #expect(call.standing(on: try day("2024-05-20")).next?.kind == "stage 1")
    #expect(call.standing(on: try day("2024-05-20")).remainingEntries == 1)
    try check(call, "2024-07-11", .secondStageOnly, next: "2024-12-10", left: 152, remaining: 1, passed: 3)
    #expect(call.standing(on: try day("2024-07-11")).remainingEntries == 0)
    // The closing day of a call with a first stage is none at which one can enter.
    let closing = self.call([("2024-01-10", "stage 1", "")], closes: "2024-06-10")
    try check(closing, "2024-06-01", .secondStageOnly, next: "2024-06-10", left: 9, remaining: 1, passed: 1)
  }

  @Test func whereOneCanApply() {
    #expect(CallStanding.Status.allCases.filter(\.isOpen) == [.open, .closing, .betweenCutOffs])
  }

  @Test func extendedMovedAndCancelled() throws {
    let extended = call([
      ("2018-09-15", "single", "first date, extended"), ("2018-10-15", "single", "extended"),
    ])
    try check(extended, "2018-08-01", .open, next: "2018-10-15", left: 75, remaining: 1, passed: 0)
    try check(extended, "2018-09-16", .closing, next: "2018-10-15", left: 29, remaining: 1, passed: 0)
    let firstOnly = call([("2018-09-15", "single", "first date, extended")])
    try check(firstOnly, "2018-09-01", .closing, next: "2018-09-15", left: 14, remaining: 1, passed: 0)
    let moved = call([("2023-10-04", "cut-off", ""), ("2023-10-19", "cut-off", "moved from 2023-10-04")])
    try check(moved, "2023-10-05", .closing, next: "2023-10-19", left: 14, remaining: 1, passed: 0)
    let cancelled = call([("2025-04-03", "single", "cancelled")], closes: "2025-04-03")
    try check(cancelled, "2025-01-01", .closed, next: "", left: nil, remaining: 0, passed: 0)
    let replaced = call([("2025-04-03", "single", "cancelled"), ("2025-06-03", "single", "")])
    try check(replaced, "2025-01-01", .open, next: "2025-06-03", left: 153, remaining: 1, passed: 0)
  }

  @Test func statedWordsDoNotOverrideDates() throws {
    try check(
      call([("2025-04-03", "single", "Open")]), "2026-01-01", .closed, next: "", left: nil, remaining: 0,
      passed: 1)
    try check(
      call([("2025-04-03", "single", "closed")]), "2025-01-01", .open, next: "2025-04-03", left: 92,
      remaining: 1,
      passed: 0)
  }

  @Test func theClosingDayCountsWhereNoDeadlineIsThatLate() throws {
    let closing = call([], opens: "2024-10-15", closes: "2025-02-05")
    try check(closing, "2024-11-01", .open, next: "2025-02-05", left: 96, remaining: 1, passed: 0)
    #expect(closing.standing(on: try day("2024-11-01")).next == nil)
    let listed = call([("2025-02-05", "single", "")], closes: "2025-02")
    try check(listed, "2025-02-06", .closed, next: "", left: nil, remaining: 0, passed: 1)
    let later = call([("2024-06-01", "cut-off", "")], closes: "2025-02-05")
    try check(later, "2024-11-01", .betweenCutOffs, next: "2025-02-05", left: 96, remaining: 1, passed: 1)
    let earlier = call([("2024-10-15", "single", "extended")], closes: "2024-09-15")
    try check(earlier, "2024-10-01", .closing, next: "2024-10-15", left: 14, remaining: 1, passed: 0)
  }

  @Test func withoutADateNothingIsKnown() throws {
    try check(call([]), "2025-01-01", .unknown, next: "", left: nil, remaining: 0, passed: 0)
    let opened = call([], opens: "2024-10-15")
    try check(opened, "2025-01-01", .unknown, next: "", left: nil, remaining: 0, passed: 0)
    try check(opened, "2024-10-14", .forthcoming, next: "", left: nil, remaining: 0, passed: 0)
  }
}

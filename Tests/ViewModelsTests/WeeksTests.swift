// The calendar as weeks: numbered by ISO 8601, from Monday on, with what falls on their days.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Weeks")
struct WeeksTests {
  @Test(
    "weeks are numbered by ISO 8601",
    arguments: [
      ("2026-11-28", "2026-11-23", 48), ("2027-01-01", "2026-12-28", 53), ("2027-01-04", "2027-01-04", 1),
      ("2024-12-30", "2024-12-30", 1), ("2021-01-03", "2020-12-28", 53), ("2016-02-29", "2016-02-29", 9),
      ("1969-12-31", "1969-12-29", 1), ("1970-01-01", "1969-12-29", 1),
    ])
  func numbers(_ day: String, _ monday: String, _ week: Int) throws {
    let date = try #require(CalendarDate(day))
    #expect(date.monday.description == monday)
    #expect(date.weekNumber == week)
  }

  @Test("every date of the calendar is in its week, and every week is there once")
  func weeks() throws {
    let scene = try #require(smallState().scene)
    let weeks = scene.weeks
    #expect(weeks.flatMap(\.occasions).map(\.id).sorted() == scene.occasions.map(\.id).sorted())
    #expect(zip(weeks, weeks.dropFirst()).allSatisfy { $0.first.days(until: $1.first) == 7 })
    #expect(weeks.first?.first == today.monday)
    #expect(
      weeks.allSatisfy { week in
        (0..<7).map { week.occasions(onDay: $0).count }.reduce(0, +) == week.occasions.count
      })
  }

  @Test("where nothing falls on any there are none, also in the last days of the calendar")
  func end() throws {
    var state = smallState()
    state.apply([.asOfAsked, .typed("9999-12-20"), .confirmed])
    #expect(state.scene?.weeks.isEmpty == true)
    let entry = DeadlineEntry(
      call: "h-soon", date: PartialDate(CalendarDate(dayNumber: .max).adding(days: -11)))
    state.apply([.additionsRead(Additions([Entry(number: 1, day: today, content: .deadline(entry))]))])
    #expect(state.scene?.weeks.last?.occasions.count == 1)
  }

  @Test("a week opens the page of the first thing that falls on it")
  func opened() throws {
    var state = smallState()
    state.apply([.pageAsked(.calls)])
    let weeks = try #require(state.scene).weeks
    let busy = try #require(weeks.firstIndex { !$0.occasions.isEmpty })
    state.apply([.clicked(.weeks, row: busy), .opened])
    #expect(state.page.kind == weeks[busy].occasions[0].page)
  }
}

// Weeks as calendars have them: from Monday on, numbered by ISO 8601.

import ClusterDomain

extension CalendarDate {
  /// The Monday of its week.
  var monday: CalendarDate {
    // 1 January 1970 was a Thursday.
    let weekday = ((dayNumber + 3) % 7 + 7) % 7
    return adding(days: -weekday)
  }

  /// The number of its week by ISO 8601: a week belongs to the year of its Thursday.
  var weekNumber: Int {
    let thursday = monday.adding(days: 3)
    let first = thursday.adding(days: 1 - thursday.day).adding(months: 1 - thursday.month)
    return first.days(until: thursday) / 7 + 1
  }
}

/// A week with what falls on its days.
struct CalendarWeek: Sendable {
  /// Its Monday.
  let first: CalendarDate
  /// What falls on it, the earliest first.
  let occasions: [Occasion]

  /// What falls on one of its days, the first being 0.
  func occasions(onDay day: Int) -> [Occasion] {
    let date = first.adding(days: day)
    return occasions.filter { $0.day == date }
  }
}

extension Scene {
  /// The weeks from that of the as-of date on, also those on which nothing falls; none where nothing falls on any.
  var weeks: [CalendarWeek] {
    let byWeek = Dictionary(grouping: occasions, by: \.day.monday)
    guard !byWeek.isEmpty else { return [] }
    let last = judgement.asOf.adding(months: Self.calendarMonths)
    var weeks: [CalendarWeek] = []
    var monday = judgement.asOf.monday
    while monday <= last {
      weeks.append(CalendarWeek(first: monday, occasions: byWeek[monday] ?? []))
      let next = monday.adding(days: 7)
      // The calendar ends with the year 9999.
      guard next > monday else { break }
      monday = next
    }
    return weeks
  }
}

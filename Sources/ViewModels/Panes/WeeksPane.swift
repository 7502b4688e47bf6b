// The calendar as a sheet of weeks: which days have something, and what.

import ClusterDomain

extension TablePane where Row == CalendarWeek {
  /// A row for each week ahead.
  static let weeks = TablePane(
    id: .weeks, columns: weekColumns,
    rows: { scene, _ in scene.weeks },
    key: { $0.first.description },
    words: { week, _ in week.occasions.flatMap { [$0.name, $0.kind.rawValue, $0.detail] } },
    opens: { $0.occasions.first?.page },
    leads: { $0.occasions.first?.page.subject ?? .none },
    named: { scene, _, rows, _ in
      let busy = rows.count { !$0.occasions.isEmpty }
      return PaneTitle(
        name: "Weeks", owner: nil, count: "\(busy) of \(scene.counted(rows.count, "week")) with dates")
    },
    empty: { scene, _ in
      EmptyState(
        "Nothing falls on the \(Scene.calendarMonths) months from \(scene.format.day(scene.judgement.asOf)) on.",
        "[ moves the date back, X drops all filters.")
    },
    narrowedBy: Set(Facet.allCases),
    occasions: { week, _ in week.occasions })
}

private let weekColumns: [Column<CalendarWeek>] = [
  Column("from", "FROM", place: .export, cell: { week, _ in TableCell(week.first.description) }),
  Column(
    "month", "MONTH", width: .fitting(8...8, rank: 2), place: .screen,
    cell: { week, scene in
      // Once for each month, where it begins or where the list does.
      let sunday = week.first.adding(days: 6)
      let isFirst = sunday.day <= 7 || week.first <= scene.judgement.asOf
      let month = PartialDate(sunday, precision: .month)
      return TableCell(
        [Run(isFirst ? scene.format.date(month) : "", .strong)], value: .text(month.description))
    },
    order: { week, _ in .number(Double(week.first.dayNumber)) }),
  Column(
    "week", "W", width: .fitting(2...2, rank: 3), isNumber: true,
    cell: { week, _ in
      let number = week.first.weekNumber
      return TableCell([Run("\(number)", .dim)], value: .number(Double(number)))
    }),
  Column(
    "days", "MO TU WE TH FR SA SU", width: .fitting(21...21, rank: 0), place: .screen,
    cell: { week, scene in
      let text = (0..<7).map { week.first.adding(days: $0).description }.joined(separator: " ")
      return TableCell((0..<7).flatMap { scene.runs(ofDay: $0, in: week) }, value: .text(text))
    },
    order: { week, _ in .number(Double(week.first.dayNumber)) }),
  Column(
    "dates", "DATES", isNumber: true, place: .export,
    cell: { week, _ in
      TableCell([Run("\(week.occasions.count)")], value: .number(Double(week.occasions.count)))
    }),
  Column(
    "what", "WHAT", width: .rest(atLeast: 10),
    cell: { week, scene in
      let titles = week.occasions.map { "\($0.day.day) \(Formatting.month(of: $0.day)) \($0.title)" }
        .joined(separator: "; ")
      return titles.isEmpty ? TableCell([], value: .missing) : TableCell(titles)
    }),
]

extension Scene {
  /// A day's number, and a sign for what falls on it: `17●`.
  fileprivate func runs(ofDay day: Int, in week: CalendarWeek) -> [Run] {
    let date = week.first.adding(days: day)
    let number = "\(date.day < 10 ? " " : "")\(date.day)"
    guard let first = week.occasions(onDay: day).first else {
      let role: TextRole = date == judgement.asOf ? .strong : date < judgement.asOf ? .dim : .text
      return [Run(number, role), Run(" ")]
    }
    return [Run(number, .strong), Run(first.kind.shape, first.role)]
  }
}

extension Occasion.Kind {
  /// Its shape, one cell wide.
  fileprivate var shape: String {
    switch self {
    case .labelEnds: "◐"
    case .renewalEnds: "○"
    case .callOpens: "◌"
    case .deadline: "●"
    }
  }
}

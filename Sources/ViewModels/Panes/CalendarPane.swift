// The calendar: what ends, closes and opens in the months ahead, the next one first.

import ClusterDomain

extension TablePane where Row == Occasion {
  /// Label ends of the shown clusters, and openings and deadlines of all calls.
  static let calendar = TablePane(
    id: .calendar, columns: calendarColumns,
    rows: { scene, _ in scene.occasions },
    key: { $0.id },
    words: { row, scene in [row.name, row.kind.rawValue, row.detail, scene.format.date(row.date)] },
    opens: { $0.page },
    leads: { $0.page.subject ?? .none },
    named: { scene, _, rows, _ in
      PaneTitle(
        name: "Calendar", owner: nil,
        count: "\(scene.counted(rows.count, "date")) in \(Scene.calendarMonths) months")
    },
    empty: { scene, _ in
      EmptyState(
        "Nothing ends, closes or opens in the \(Scene.calendarMonths) months from "
          + "\(scene.format.day(scene.judgement.asOf)) on.", "[ moves the date back, X drops all filters.")
    },
    narrowedBy: Set(Facet.allCases),
    occasions: { occasion, _ in [occasion] })
}

private let calendarColumns: [Column<Occasion>] = [
  Column("id", "ID", place: .export, cell: { row, _ in TableCell(row.id) }),
  Column(
    "date", "DATE", width: .fitting(8...11, rank: 0),
    cell: { row, scene in
      TableCell([Run(scene.format.date(row.date))], value: .text(row.date.description))
    },
    order: { row, _ in .number(Double(row.day.dayNumber)) }),
  Column(
    "days", "IN", width: .fitting(4...6, rank: 2), isNumber: true,
    cell: { row, scene in
      let days = scene.judgement.asOf.days(until: row.day)
      return TableCell([Run(scene.format.distance(days: days), .dim)], value: .number(Double(days)))
    }),
  Column(
    "what", "WHAT", width: .fitting(10...12, rank: 1),
    cell: { row, _ in TableCell(row.kind.rawValue, row.role) }),
  Column("name", "WHOSE", width: .rest(atLeast: 14), cell: { row, _ in TableCell(row.name) }),
  Column(
    "detail", "DETAIL", width: .fitting(8...40, rank: 3), cell: { row, _ in TableCell(row.detail, .dim) }),
  Column(
    "utc", "UTC", place: .export, cell: { row, _ in TableCell(row.moment?.description) }),
  Column("source", "SOURCE", place: .export, cell: { row, _ in TableCell(row.url) }),
]

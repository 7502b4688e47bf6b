// Everything that is said of one label, the earliest first.

import ClusterDomain

extension TablePane where Row == LabelEvent {
  /// The events of the page's award.
  static let awardEvents = TablePane(
    id: .awardEvents, columns: eventColumns,
    rows: { scene, subject in
      guard case .award(let id) = subject, let award = scene.judgement.labels.award(id) else { return [] }
      return award.events.sorted { .date($0.date ?? $0.validUntil) }
    },
    key: { $0.id.rawValue },
    words: { event, scene in
      [event.kind.rawValue, event.level.rawValue, event.note, scene.catalogue.source(event.source)?.title]
    },
    named: { scene, subject, rows, _ in
      PaneTitle(name: "Events", owner: scene.name(of: subject), count: scene.counted(rows.count, "statement"))
    },
    empty: { _, _ in EmptyState("Nothing is said of this label.") })
}

private let eventColumns: [Column<LabelEvent>] = [
  Column("id", "ID", place: .export, cell: { event, _ in TableCell(event.id.rawValue) }),
  eventDate("date", "DATE", rank: 0) { event, _ in event.date },
  Column(
    "event", "EVENT", width: .fitting(5...10, rank: 0), cell: { event, _ in TableCell(event.kind.rawValue) },
    provenance: { event, scene in scene.provenance(of: event) }),
  Column(
    "level", "LEVEL", width: .fitting(5...6, rank: 3),
    cell: { event, _ in TableCell(event.level.rawValue, event.level.role) }),
  eventDate("valid_until", "VALID UNTIL", rank: 1) { event, _ in event.validUntil },
  Column(
    "stated_years", "YEARS", width: .fitting(5...5, rank: 6), isNumber: true,
    cell: { event, scene in TableCell(number: event.statedYears.map(Double.init), scene.format) }),
  Column(
    "score", "SCORE", width: .fitting(5...6, rank: 5), isNumber: true,
    cell: { event, scene in TableCell(number: event.score, scene.format) }),
  eventDate("known", "KNOWN", rank: 4) { event, scene in scene.judgement.labels.known(event) },
  Column(
    "source", "SOURCE", width: .rest(atLeast: 12),
    cell: { event, scene in
      let source = scene.catalogue.source(event.source)
      let isOwn = event.source == Additions.source.id
      return TableCell(
        source?.title ?? source?.publisher ?? event.source.rawValue, isOwn ? .mark : .source)
    },
    provenance: { event, scene in scene.provenance(of: event) }),
  Column(
    "url", "URL", place: .export,
    cell: { event, scene in TableCell(scene.catalogue.source(event.source)?.url ?? event.source.rawValue) }),
  Column("note", "NOTE", width: .fitting(8...40, rank: 7), cell: { event, _ in TableCell(event.note, .dim) }),
]

private func eventDate(
  _ id: String, _ title: String, rank: Int, _ date: @escaping @Sendable (LabelEvent, Scene) -> PartialDate?
) -> Column<LabelEvent> {
  .date(id, title, rank: rank, date) { event, scene in scene.provenance(of: event) }
}

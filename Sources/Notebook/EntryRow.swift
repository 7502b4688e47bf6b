// An entry of the journal as a row of its table.

import ClusterDomain
import GRDB

/// What a row of the table says.
struct EntryRow {
  private enum Kind: String {
    case watch
    case unwatch
    case note
    case label
    case deadline
  }

  let content: Entry.Content
  /// Whether it ends what it names: a cluster is watched no more.
  let isEnd: Bool

  init(_ content: Entry.Content, isEnd: Bool = false) {
    self.content = content
    self.isEnd = isEnd
  }

  /// Nil for what this version does not understand, and for what is no text where text has to be.
  init?(_ row: Row) {
    guard let word = Self.text(row, "kind"), let key = Self.text(row, "cluster") else { return nil }
    let text = Self.text(row, "text")
    let cluster = ID<Cluster>(rawValue: key)
    switch Kind(rawValue: word) {
    case .watch: self.init(.watch(cluster))
    case .unwatch: self.init(.watch(cluster), isEnd: true)
    case .note: self.init(.note(cluster, text ?? ""))
    case .label:
      guard let entry = Self.labelEntry(row, of: cluster, note: text) else { return nil }
      self.init(.labelEvent(entry))
    case .deadline:
      guard let entry = Self.deadlineEntry(row, note: text) else { return nil }
      self.init(.deadline(entry))
    case nil: return nil
    }
  }

  // Values are taken as they lie in the file: asking for a type that one has not got would end the program.
  private static func text(_ row: Row, _ column: String) -> String? {
    let value: DatabaseValue = row[column]
    return String.fromDatabaseValue(value)
  }

  /// The day on which a row was written; 1 January 1970 where it tells none.
  static func day(_ row: Row) -> CalendarDate {
    text(row, "day").flatMap { CalendarDate($0) } ?? CalendarDate(dayNumber: 0)
  }

  private static func labelEntry(_ row: Row, of cluster: ID<Cluster>, note: String?) -> LabelEntry? {
    guard let kind = text(row, "event").flatMap(LabelEvent.Kind.init),
      let level = text(row, "level").flatMap(LabelLevel.init), let date = date(text(row, "date")),
      let end = Self.date(text(row, "until"))
    else { return nil }
    let years: DatabaseValue = row["years"]
    return LabelEntry(
      cluster: cluster, kind: kind, level: level, date: date.known, validUntil: end.known,
      years: Int.fromDatabaseValue(years), award: text(row, "award").map { ID(rawValue: $0) }, note: note)
  }

  private static func deadlineEntry(_ row: Row, note: String?) -> DeadlineEntry? {
    guard let call = text(row, "call"), let day = date(text(row, "date"))?.known,
      let replaces = date(text(row, "replaces"))
    else { return nil }
    return DeadlineEntry(
      call: ID(rawValue: call), date: day, time: text(row, "time"), zone: text(row, "zone"),
      replaces: replaces.known, note: note)
  }

  /// A date that may be missing.
  private struct MaybeDate {
    let known: PartialDate?
  }

  /// Nil for what is there and is no date.
  private static func date(_ text: String?) -> MaybeDate? {
    guard let text else { return MaybeDate(known: nil) }
    return PartialDate(text).map { MaybeDate(known: $0) }
  }

  /// Writes it behind all others; returns its number.
  func insert(on day: CalendarDate, into database: Database) throws -> Int64 {
    let values = values.merging(["day": day.description]) { first, _ in first }
    let columns = values.keys.sorted()
    let places = columns.map { ":\($0)" }.joined(separator: ", ")
    try database.execute(
      sql: "INSERT INTO entries (\(columns.joined(separator: ", "))) VALUES (\(places))",
      arguments: StatementArguments(values))
    return database.lastInsertedRowID
  }

  private var values: [String: (any DatabaseValueConvertible)?] {
    switch content {
    case .watch(let cluster):
      ["kind": (isEnd ? Kind.unwatch : .watch).rawValue, "cluster": cluster.rawValue]
    case .note(let cluster, let text):
      ["kind": Kind.note.rawValue, "cluster": cluster.rawValue, "text": text]
    case .labelEvent(let entry):
      [
        "kind": Kind.label.rawValue, "cluster": entry.cluster.rawValue, "text": entry.note,
        "event": entry.kind.rawValue, "level": entry.level.rawValue, "date": entry.date?.description,
        "until": entry.validUntil?.description, "years": entry.years, "award": entry.award?.rawValue,
      ]
    case .deadline(let entry):
      // Every entry of the first version was about a cluster.
      [
        "kind": Kind.deadline.rawValue, "cluster": "", "text": entry.note, "call": entry.call.rawValue,
        "date": entry.date.description, "time": entry.time, "zone": entry.zone,
        "replaces": entry.replaces?.description,
      ]
    }
  }
}

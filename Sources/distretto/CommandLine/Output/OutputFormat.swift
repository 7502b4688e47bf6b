// The formats in which rows are written.

/// A way of writing rows.
enum OutputFormat: String, CaseIterable, Sendable {
  case table
  case csv
  case json
  case ndjson
  case markdown
  case ics

  /// The names of all formats.
  static let names = allCases.map(\.rawValue)

  /// Whether people read it, so that it shows what the screen shows.
  var isForPeople: Bool { self == .table || self == .markdown }

  /// Writes a table.
  func write(_ table: RowTable, to output: inout some TextOutputStream, for destination: Destination) {
    switch self {
    case .table: TableWriter.write(table, to: &output, width: destination.columns)
    case .csv: CSVWriter.write(table, to: &output, isVisible: destination.isTerminal)
    case .json: JSONWriter.write(table, to: &output)
    case .ndjson: JSONWriter.writeLines(table, to: &output)
    case .markdown: MarkdownWriter.write(table, to: &output)
    case .ics: CalendarWriter.write(table, to: &output)
    }
  }
}

/// One of the words that an option takes.
enum Choice {
  /// The value of a word; a mistyped one is an error with the nearest words.
  static func value<Value: RawRepresentable & CaseIterable>(
    _ kind: String, _ typed: String, as type: Value.Type
  ) throws -> Value where Value.RawValue == String {
    if let value = Value(rawValue: typed.lowercased()) { return value }
    throw Failure.usage(Unknown.words(kind, typed, among: Value.allCases.map(\.rawValue)))
  }
}

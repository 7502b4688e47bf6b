// The option that says in which format rows are printed.

import ArgumentParser

/// In which format rows are printed.
struct FormatOption: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "table, csv, json, ndjson or markdown; of labels, calls and calendar also ics.", valueName: "format"),
    completion: .list(OutputFormat.names))
  var name = OutputFormat.table.rawValue

  /// The format; a mistyped one is an error with the nearest words, and so is a calendar of rows without dates.
  func chosen(isDated: Bool = false) throws -> OutputFormat {
    try OutputFormat.named(name, isDated: isDated)
  }
}

extension OutputFormat {
  /// A format by its name, for rows with dates or without.
  static func named(_ name: String, isDated: Bool = false) throws -> OutputFormat {
    let format = try Choice.value("format", name, as: OutputFormat.self)
    guard format != .ics || isDated else {
      throw Failure.usage("these rows have no dates; --format ics is for labels, calls and calendar")
    }
    return format
  }
}

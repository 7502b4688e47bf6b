// The option that says in which format rows are printed.

import ArgumentParser

/// In which format rows are printed.
struct FormatOption: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("table, csv, json, ndjson or markdown.", valueName: "format"),
    completion: .list(OutputFormat.names))
  var name = OutputFormat.table.rawValue

  /// The format; a mistyped one is an error with the nearest words.
  func chosen() throws -> OutputFormat { try Choice.value("format", name, as: OutputFormat.self) }
}

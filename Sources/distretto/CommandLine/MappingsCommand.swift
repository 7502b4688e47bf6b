// Lists the mappings by which foreign files become datasets.

import ArgumentParser
import ClusterDomain
import ViewModels

/// Lists mappings.
struct MappingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mappings",
    abstract: "List the mappings for 'distretto import'.",
    discussion: """
      Mappings of your own are files NAME.toml in $XDG_CONFIG_HOME/distretto/mappings \
      (~/.config/distretto/mappings); one of the name of a bundled mapping stands in for it.

      Exit codes: 0 fine, 1 a mapping of your own has a mistake, 64 wrong usage.
      """)

  @OptionGroup var format: FormatOption

  private static let columns = ["name", "title", "makes", "publisher", "from"].map {
    RowTable.Column(id: $0, title: $0.uppercased())
  }

  func run() throws {
    let format = try self.format.chosen()
    let mappings = Settings.current.mappings
    var output = StandardOutput()
    format.write(Self.table(mappings), to: &output, for: .standardOutput)
    output.flush()
    for mistake in mappings.mistakes { Words.complain(mistake.description) }
    if !mappings.mistakes.isEmpty { throw ExitCode(ExitCodes.problems) }
  }

  /// All mappings as rows.
  static func table(_ mappings: Mappings) -> RowTable {
    RowTable(
      columns: columns,
      rows: mappings.all.map { mapping in
        [mapping.name, mapping.title, mapping.makes, mapping.publisher, mapping.file ?? "bundled"]
          .map { TableCell($0) }
      })
  }
}

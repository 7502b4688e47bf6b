// The program: its commands, and how it ends.

import ArgumentParser
import Glibc
import TUI

/// The root of the command line.
@main
struct Distretto: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distretto",
    abstract: "A dashboard for industrial clusters: members, labels, funding; offline, from the keyboard.",
    usage: "distretto [DATASET] [options]\ndistretto COMMAND [options]",
    discussion: """
      Without a command the dashboard opens on DATASET, a folder with a datapackage.json, or on the bundled one.
      'distretto browse --help' lists its options. Every view can be printed: rows go to stdout, words to stderr.

        distretto                                         the dashboard
        distretto --region lombardia --as-of 2016-06-01   filtered, at another date
        distretto clusters --region veneto --label gold --format csv
        distretto labels --label expiring --warn 90
        distretto show le2c
        distretto import organization.csv --into ~/data/cordis
        distretto --once --keys '/ venet <Enter>'         one frame as text

      Environment: DISTRETTO_DATASET and DISTRETTO_THEME name a dataset and a theme; themes and mappings of your \
      own lie in themes and mappings in $XDG_CONFIG_HOME/distretto; NO_COLOR turns colours off.

      \(ExitCodes.explained)
      """,
    version: Settings.version,
    subcommands: [
      Browse.self, Clusters.self, Members.self, Programmes.self, Projects.self, Calls.self,
      FitCommand.self, CalendarCommand.self, Labels.self, Outlook.self, CoverageCommand.self, Regions.self,
      NotebookCommand.self, Frequency.self, Show.self, BriefCommand.self, Rows.self, Bench.self, Check.self,
      Diff.self,
      ImportCommand.self,
      MappingsCommand.self,
      ThemesCommand.self, Info.self,
    ],
    defaultSubcommand: Browse.self)

  /// The names of all commands.
  static let commandNames =
    configuration.subcommands.map { $0.configuration.commandName ?? "\($0)".lowercased() } + ["help"]

  /// Runs the command that is asked for; a reader that closes the pipe is no error.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow further fails to be written, and that is told.
    signal(SIGXFSZ, SIG_IGN)
    // Before any cache is mapped, whose own handler mends faults that are none.
    Terminal.watchForCrashes()
    do {
      if let paths = PlainStart.paths(among: Array(CommandLine.arguments.dropFirst())) {
        try Browse.open(StartOptions(paths: paths, theme: nil, Settings.current))
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
    } catch let failure as Failure {
      Words.complain(failure.description)
      Glibc.exit(failure.code)
    } catch {
      exit(withError: error)
    }
  }
}

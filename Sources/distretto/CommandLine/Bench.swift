// The command that measures what a user waits for, without a terminal.

import ArgumentParser
import ClusterDomain
import Glibc
import TUI
import ViewModels

/// Measures the dashboard on a file.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how long the dashboard takes on a file: reading, keys, filters, sorting, counts.",
    discussion: """
      Plays keys on the dashboard's own state and draws every frame, for a screen in memory: what a terminal takes \
      to show it comes on top. Without FILE a list of members is made, the same on every machine. Times are from a \
      key to the frame that shows its effect. Caches lie in a temporary folder, so that the first reading is one.

        distretto bench
        distretto bench members.csv --filter nuts2=ITC4 --search brambilla --sort employees
        distretto bench --rows 5000000 --runs 3 --format markdown

      Columns that are not named are chosen: the first with few values, the first of numbers, the first of names.

      \(ExitCodes.explained)
      """)

  @Argument(
    help: ArgumentHelp("The file; a made one when not given.", valueName: "FILE"), completion: .file())
  var path: String?

  @Option(help: ArgumentHelp("Rows of the made file; a million when not given.", valueName: "count"))
  var rows: Int?

  @Option(help: ArgumentHelp("Columns and rows of the screen.", valueName: "size"))
  var size = "120x40"

  @Option(help: ArgumentHelp("How often each thing is done; moves ten times as often.", valueName: "count"))
  var runs = 5

  @Option(help: ArgumentHelp("The value to filter by.", valueName: "column=value"))
  var filter: String?

  @Option(help: ArgumentHelp("The word to type into the search.", valueName: "word"))
  var search: String?

  @Option(help: ArgumentHelp("The column of numbers to sort by.", valueName: "column"))
  var sort: String?

  @Option(help: ArgumentHelp("The column whose values are counted.", valueName: "column"))
  var group: String?

  @OptionGroup var format: FormatOption

  @OptionGroup(title: "How the file is read") var file: FileOptions

  func validate() throws {
    if let rows, !(1...100_000_000).contains(rows) { throw ValidationError("--rows takes 1 to 100,000,000") }
    if rows != nil, path != nil { throw ValidationError("--rows makes a file; it goes without FILE") }
    if !(1...1000).contains(runs) { throw ValidationError("--runs takes 1 to 1000") }
    if path == "-" { throw ValidationError("standard input can be read only once; name a file") }
  }

  func run() throws {
    let format = try self.format.chosen()
    let size = try FrameSize.size(size)
    let settings = Settings.current
    let folder = try BenchFolder()
    folder.goWithSignals()
    let table = try TerminalActor.onThisThread { try measure(size, settings, in: folder).table }
    var output = StandardOutput()
    format.write(table, to: &output, for: .standardOutput)
    output.flush()
  }

  /// Measures everything; blocks.
  @TerminalActor
  func measure(_ size: Size, _ settings: Settings, in folder: BenchFolder) throws(Failure) -> BenchSamples {
    var options = try file.options(settings)
    options.cacheFolder = nil
    let path: String
    if let given = self.path {
      guard access(given, F_OK) == 0 else {
        throw .unreadable("\(given): there is no such file or folder")
      }
      guard try FileOptions.files(among: [given]) != nil else {
        throw .usage("\"\(given)\" is a dataset; bench measures files, such as members.csv")
      }
      path = given
    } else {
      path = try folder.makeMembers(rows ?? 1_000_000)
    }
    var run = BenchRun(path: path, options: options, folder: folder, size: size, runs: runs)
    let session = try run.measureReading(isCached: !file.noCache)
    let wishes = BenchWishes(filter: filter, search: search, sort: sort, group: group)
    try run.measureKeys(session, try BenchPlan(session.sheet, wishes))
    return run.samples
  }
}

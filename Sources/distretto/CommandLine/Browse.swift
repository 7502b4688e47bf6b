// The dashboard's own command: it gathers what the dashboard starts with, or prints one frame.

import ArgumentParser
import ClusterDomain
import Glibc
import ViewModels

/// Opens the dashboard.
struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the dashboard; what happens when no command is named.",
    usage: "distretto [DATASET] [options]",
    discussion: """
      Keys are shown on the bottom line, all of them with ?. With --once the keys are played, one frame is \
      printed as text, and no terminal is needed: for scripts, tests and reports of errors. Keys are written \
      <Enter> <Esc> <Down> <PageDown> <Tab> <S-Tab> <C-l> <Space>; anything else is typed as it stands.

        distretto ~/data/veneto --theme distretto-light
        distretto --region veneto,lombardia --label 'any valid'
        distretto --once --size 80x24 --keys '4 <Down> o'

      \(ExitCodes.explained)
      """)

  @Argument(
    help: ArgumentHelp(
      "A dataset's folder or datapackage.json; or files: CSV, TSV, JSON, NDJSON, XLSX, gzipped or not, - for stdin.",
      valueName: "PATH"),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var dates: DateOptions

  @Option(help: ArgumentHelp("The theme, by name; else DISTRETTO_THEME. 'distretto themes' lists them."))
  var theme: String?

  @Flag(help: "Draw with ASCII only.")
  var ascii = false

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal, for selecting text.")
  var noMouse = false

  @OptionGroup(title: "Filters to start with") var filters: FilterOptions

  @OptionGroup(title: "How files are read") var files: FileOptions

  @OptionGroup(title: "One frame as text") var frame: FrameOptions

  func run() throws {
    let settings = Settings.current
    let start = try start(settings)
    if frame.once { return try frame.print(start) }
    let code = Dashboard.run(start)
    if code != 0 { throw ExitCode(code) }
  }

  /// What the dashboard starts with; the dataset is read only where filters name things of it.
  func start(_ settings: Settings) throws(Failure) -> StartOptions {
    try frame.refuseStray()
    let opened = try FileOptions.files(among: paths)
    if opened == nil { try files.refuseStray() }
    let path: String
    if let opened { path = opened[0] } else { path = try settings.dataset(named: paths.first) }
    guard path == "-" || access(path, F_OK) == 0 else { throw Self.missing(path) }
    let theme = try settings.theme(named: theme)
    let notice = settings.problem(ofTheme: theme)
    var start = StartOptions(
      path: path, today: try dates.chosenDay(), asOf: try dates.date(), warningDays: dates.warn,
      theme: notice == nil ? theme : ThemeStock.standard, usesMouse: !noMouse, isASCII: ascii,
      themeFolders: settings.themeFolders, cacheFolder: settings.cacheFolder, format: settings.format,
      notice: notice, namedDataset: settings.datasetToName(path))
    if let opened {
      if let filter = filters.typed.first {
        throw .usage("--\(filter.facet.rawValue) filters datasets; in files r and = do")
      }
      start.files = opened
      start.sheetOptions = try files.options(settings)
      return start
    }
    guard !filters.typed.isEmpty || frame.once else { return start }
    let judged = try JudgedData.read(
      path, cacheFolder: settings.cacheFolder, today: start.day(), asOf: start.asOf,
      warningDays: start.warningDays, format: settings.format)
    start.data = judged.data
    start.clauses = try filters.clauses(in: judged)
    return start
  }

  /// A word that is no path may be a mistyped command.
  private static func missing(_ path: String) -> Failure {
    let commands = Distretto.commandNames
    let near = path.contains("/") ? [] : Nearest.names(to: path, in: commands)
    guard !near.isEmpty else { return .unreadable("\(path): there is no such file or folder") }
    return .usage(
      "\"\(path)\" is neither a command nor a dataset; did you mean \(Unknown.list(near, "or"))?")
  }
}

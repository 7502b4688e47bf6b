// The dashboard's own command: it gathers what the dashboard starts with, or prints one frame.

import ArgumentParser
import ClusterDomain
import ViewModels

/// Opens the dashboard.
struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse",
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

  @Option(
    help: ArgumentHelp(
      "An older release of the dataset: what has changed is marked, and D lists it.", valueName: "path"),
    completion: .directory)
  var since: String?

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
    try Self.open(start)
  }

  /// Shows the dashboard until it is left.
  static func open(_ start: StartOptions) throws {
    let code = Dashboard.run(start)
    if code != 0 { throw ExitCode(code) }
  }

  /// What the dashboard starts with; the dataset is read only where filters name things of it.
  func start(_ settings: Settings) throws(Failure) -> StartOptions {
    try frame.refuseStray()
    var start = try StartOptions(paths: paths, theme: theme, settings)
    start.today = try dates.chosenDay()
    start.asOf = try dates.date()
    start.knownBy = try dates.knownByDate()
    start.warningDays = dates.warn
    start.usesMouse = !noMouse
    start.isASCII = ascii
    start.since = since
    if let since { try OlderRelease.refuseMissing(since) }
    guard start.files == nil else {
      if since != nil { throw .usage("--since compares datasets, not files") }
      if let filter = filters.typed.first {
        throw .usage("--\(filter.facet.rawValue) filters datasets; in files r and = do")
      }
      start.sheetOptions = try files.options(settings)
      return start
    }
    try files.refuseStray()
    guard !filters.typed.isEmpty || frame.once else { return start }
    var judged = try JudgedData.read(
      start.path, cacheFolder: settings.cacheFolder, today: start.day(), asOf: start.asOf,
      warningDays: start.warningDays, format: settings.format)
    start.data = judged.data
    judged = try judged.withAdditions(from: settings.notebookPath, isNeeded: filters.watched)
    start.additions = judged.additions
    start.clauses = try filters.clauses(in: judged)
    return start
  }
}

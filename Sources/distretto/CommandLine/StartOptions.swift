// How the dashboard begins: what the command line asks for, already understood.

import ClusterDomain
import ViewModels

/// What a dashboard starts with.
struct StartOptions: Sendable {
  var path: String
  /// The day that stands in for the clock's, in tests and reports.
  var today: CalendarDate?
  var asOf: CalendarDate?
  var knownBy: CalendarDate?
  var warningDays = AppState.usualWarning
  var theme: String?
  var clauses: [Clause] = []
  var usesMouse = true
  var isASCII = false
  var themeFolders: [String] = []
  /// Where large tables of the dataset are kept for the next time; nil for nowhere.
  var cacheFolder: String?
  /// Where what the user adds is kept; nil where no folder is known.
  var notebookPath: String?
  /// What the user added, where it had to be read to understand the filters.
  var additions = Additions()
  var format = Formatting()
  /// The dataset, where it had to be read to understand the filters.
  var data: LoadedData?
  /// An older release that the dataset is held against.
  var since: String?
  /// The files to open in place of a dataset.
  var files: [String]?
  var sheetOptions = SheetOptions()
  /// What must be said before anything else.
  var notice: String?
  /// The dataset's path where commands must name it; nil for the one that they read anyway.
  var namedDataset: String?

  /// The day on which the program runs.
  func day() -> CalendarDate { today ?? Today.date() }

  /// The state in which the program starts.
  func state(themes: [String]) -> AppState {
    var state = AppState(
      path: path, today: day(), asOf: asOf, knownBy: knownBy, theme: theme ?? ThemeStock.standard,
      themes: themes,
      warningDays: warningDays, clauses: clauses, usesMouse: usesMouse, notice: notice, format: format)
    _ = state.apply(.additionsRead(additions))
    if let data, case .load(let generation) = state.startLoading() {
      _ = state.apply(.loaded(generation: generation, .ready(data)))
    }
    return state
  }
}

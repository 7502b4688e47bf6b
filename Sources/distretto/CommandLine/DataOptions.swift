// Options that say which dataset is asked, and as of when.

import ArgumentParser
import ClusterDomain
import ViewModels

/// The day at which all is judged, and the day on which the program believes to run.
struct DateOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"), parsing: .unconditional,
    help: ArgumentHelp(
      "Judge labels, calls and figures at a date: 2016-06-01, 2016-06, 2016, today, +90d, -6m, +1y.",
      valueName: "date"))
  var asOf: String?

  @Option(
    name: .customLong("known-by"), parsing: .unconditional,
    help: ArgumentHelp("Judge labels by what was known on a date.", valueName: "date"))
  var knownBy: String?

  @Option(
    help: ArgumentHelp("Days before its end from which a label counts as expiring.", valueName: "days"))
  var warn = AppState.usualWarning

  @Option(
    help: .init("The day on which the program believes to run.", valueName: "date", visibility: .hidden))
  var today: String?

  func validate() throws {
    guard (1...3650).contains(warn) else { throw ValidationError("--warn takes 1 to 3650 days") }
  }

  /// The day on which the program runs, unless told otherwise.
  func day() throws(Failure) -> CalendarDate { try chosenDay() ?? Today.date() }

  /// The day that stands in for the clock's.
  func chosenDay() throws(Failure) -> CalendarDate? {
    guard let today else { return nil }
    guard let date = CalendarDate(today) else { throw Self.noDate(today, "2016-06-01") }
    return date
  }

  /// The date asked for; nil follows the clock.
  func date() throws(Failure) -> CalendarDate? { try date(asOf) }

  /// The day by which what counts was known; nil counts all.
  func knownByDate() throws(Failure) -> CalendarDate? { try date(knownBy) }

  private func date(_ typed: String?) throws(Failure) -> CalendarDate? {
    guard let typed else { return nil }
    // Nothing typed means today on the screen; in a script it is a variable that is not set.
    guard !typed.trimmed.isEmpty, let date = AsOfText.date(typed, today: try day()) else {
      throw Self.noDate(typed, "2016-06-01, 2016-06, 2016, today, +90d, -6m or +1y")
    }
    return date
  }

  private static func noDate(_ text: String, _ forms: String) -> Failure {
    .usage("\"\(text)\" is no date: write \(forms)")
  }
}

/// Which dataset is asked.
///
/// Groups are not nested deeper than this: a debug build checks each level anew for each level above it.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the dataset, or its datapackage.json; else DISTRETTO_DATASET, else the bundled one.",
      valueName: "path"), completion: .directory)
  var dataset: String?

  /// Reads the dataset that is meant, as of the date that is meant.
  func read(_ settings: Settings, _ dates: DateOptions) throws(Failure) -> JudgedData {
    try .read(
      try settings.dataset(named: dataset), cacheFolder: settings.cacheFolder, today: try dates.day(),
      asOf: try dates.date(), knownBy: try dates.knownByDate(), warningDays: dates.warn,
      format: settings.format)
  }
}

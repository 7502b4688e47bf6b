// The commands that print what changes with the date: calls, labels, and what is ahead; also for cron.

import ArgumentParser
import ClusterDomain
import ViewModels

/// Prints calls for proposals.
struct Calls: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "calls",
    abstract: "Print calls for proposals, what closes next first.",
    discussion: """
      With --programme the calls of one programme, with --for those ahead that a cluster's area may answer. \
      --closing leaves those that one can still apply to and whose next deadline is no farther away.

        distretto calls --as-of +30d
        distretto calls --programme horizon-2020 --format json
        distretto calls --closing 30d --for le2c --fail-if-any
        distretto calls --closing 1y --format ics > calls.ics

      Columns: \(ColumnHelp.ids(.calls)).
      """)

  @Option(
    help: ArgumentHelp("Only calls that close within a time from the date: 30d, 6m, 1y.", valueName: "time"))
  var closing: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Only calls ahead that reach the area of one cluster, by its id or name.", valueName: "id"))
  var cluster: String?

  @OptionGroup var rows: RowOptions

  func validate() throws {
    if cluster != nil, !rows.filters.programme.isEmpty {
      throw ValidationError("--for and --programme do not go together.")
    }
  }

  func request() throws(Failure) -> RowRequest {
    var request = try Self.request(rows, RowNoun("call"))
    if let cluster { request = RowRequest(.calls, RowNoun("call"), of: .cluster, cluster) }
    if let closing {
      request.horizon = (.closing, closing)
      request.places = ["status=closing"]
    }
    return request
  }

  /// All calls, or those of one programme.
  static func request(_ rows: RowOptions, _ noun: RowNoun) throws(Failure) -> RowRequest {
    let programmes = rows.filters.programme
    guard let programme = programmes.first else { return RowRequest(.calls, noun) }
    guard programmes.count == 1 else { throw .usage("--programme takes one programme here") }
    var request = RowRequest(.programmeCalls, noun, of: .programme, programme)
    request.heeded.insert(.programme)
    return request
  }
}

/// Prints the calendar.
struct CalendarCommand: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Print what ends, closes and opens in the months ahead, the next one first.",
    discussion: """
      Ends of the labels of the clusters that the filters leave, the last days to renew them, and openings and \
      deadlines of all calls, \(Scene.calendarMonths) months from the as-of date on. With --format ics as a file for \
      calendar programs; the same date keeps its identifier, so that importing again replaces it.

        distretto calendar --region veneto
        distretto calendar --where 'what=deadline' --format ics > deadlines.ics

      Columns: \(ColumnHelp.ids(.calendar)); with --weeks: \(ColumnHelp.ids(.weeks)).
      """)

  @Flag(help: "A row for each week, also those on which nothing falls.")
  var weeks = false

  @OptionGroup var rows: RowOptions

  func request() -> RowRequest {
    weeks ? RowRequest(.weeks, RowNoun("week")) : RowRequest(.calendar, RowNoun("date"))
  }
}

/// Prints labels.
struct Labels: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "labels",
    abstract: "Print the labels of clusters, what lapses first on top.",
    discussion: """
      One row for each award that had begun by the as-of date, earlier ones of a cluster too. --label chooses \
      awards, by their own level and status, and leaves out those that a later label has taken the place of; \
      the other filters choose clusters.

        distretto labels --label expiring --warn 90
        distretto labels --lapse 90d --fail-if-any
        distretto labels --renew 90d --watched --fail-if-any
        distretto labels --lapse 1y --format ics > labels.ics
        distretto labels --as-of 2016-06-01 --region lombardia
        distretto labels --region everywhere --sort valid_until --format csv

      Columns: \(ColumnHelp.ids(.labels)).
      """)

  @Option(
    help: ArgumentHelp(
      "Only valid labels that end within a time from the date: 90d, 6m, 1y.", valueName: "time"))
  var lapse: String?

  @Option(
    help: ArgumentHelp(
      "Only ended labels that can be renewed no longer than a time from the date: 90d, 6m, 1y.",
      valueName: "time"))
  var renew: String?

  @OptionGroup var rows: RowOptions

  func validate() throws {
    guard let option = lapse != nil ? "--lapse" : renew != nil ? "--renew" : nil else { return }
    if lapse != nil, renew != nil { throw ValidationError("--lapse and --renew do not go together.") }
    if !rows.filters.label.isEmpty { throw ValidationError("\(option) and --label do not go together.") }
  }

  func request() -> RowRequest {
    var request = RowRequest(.labels, RowNoun("label"))
    if let lapse { request.horizon = (.lapse, lapse) }
    if let renew { request.horizon = (.renew, renew) }
    return request
  }
}

/// Prints the months ahead.
struct Outlook: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "outlook",
    abstract: "Print which labels end in the months ahead, if nobody renews.",
    discussion: """
      A row for each of the \(Scene.outlookMonths) months from that of the as-of date on: how many labels end, how \
      many clusters still hold a valid one when it is over, and how many labels can be renewed for the last time.

        distretto outlook --region veneto
        distretto outlook --as-of 2016-06-01 --format csv

      Columns: \(ColumnHelp.ids(.outlook)).
      """)

  @OptionGroup var rows: RowOptions

  func request() -> RowRequest { RowRequest(.outlook, RowNoun("month")) }
}

/// Prints the coverage of regions.
struct CoverageCommand: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Print regions with the valid labels of their clusters by level.",
    discussion: """
      Regions of the home country and countries abroad that have a cluster which the filters leave. A date ahead \
      shows the coverage if nobody renews.

        distretto coverage --as-of +1y
        distretto coverage --sector energy --format markdown

      Columns: \(ColumnHelp.ids(.coverage)).
      """)

  @OptionGroup var rows: RowOptions

  func request() -> RowRequest { RowRequest(.coverage, RowNoun("area")) }
}

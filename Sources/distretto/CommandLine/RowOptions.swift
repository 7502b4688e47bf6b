// Options of the commands that print rows, and how they print them.

import ArgumentParser
import ClusterDomain
import Notebook
import ViewModels

/// What all commands that print rows take.
struct RowOptions: ParsableArguments {
  @OptionGroup(title: "Data") var data: DataOptions

  @OptionGroup(title: "Date") var dates: DateOptions

  @OptionGroup(title: "Filters (several values: comma-separated or repeated)") var filters: FilterOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only rows in which all words occur, as / does on the screen.", valueName: "words"))
  var match = ""

  @Option(
    name: .customLong("where"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Only rows that have a value in a column: kind=university; nothing after = for what is not stated.",
      valueName: "column=value"))
  var places: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Columns to sort by, - before those that go down: region,-members.", valueName: "columns"))
  var sort: [String] = []

  @Option(help: ArgumentHelp("Columns to print, in this order; 'help' lists them.", valueName: "columns"))
  var columns: [String] = []

  @Option(help: ArgumentHelp("Print at most so many rows.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Leave out memberships that are only implied.")
  var statedOnly = false

  @Flag(help: "Leave out what you have entered yourself: label events and deadlines.")
  var withoutNotebook = false

  @Flag(help: "End with code 1 where there is any row: for jobs to which rows are bad news.")
  var failIfAny = false

  @OptionGroup var format: FormatOption

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0 on") }
    if withoutNotebook, filters.watched {
      throw ValidationError("--without-notebook and --watched do not go together.")
    }
  }

  /// Prints the rows that are asked for.
  func print(_ request: RowRequest) throws {
    let format = try self.format.chosen(isDated: request.counted == nil && Panes[request.pane].isDated)
    guard Self.split(columns) != [ColumnHelp.word] else {
      return list(request, format)
    }
    var judged = try request.horizon(of: try data.read(.current, dates))
    // What is not asked for must not be a reason to fail.
    if !withoutNotebook {
      judged = try judged.withAdditions(
        from: Settings.current.notebookPath, isNeeded: filters.watched || request.pane == .notebook)
    }
    if filters.watched { try tellOfIdleList(judged) }
    var answer = try answer(request, in: judged, isForPeople: format.isForPeople)
    if answer.found == 0, let horizon = request.horizon {
      answer.reason = horizon.kind.nothing(within: horizon.typed)
    }
    var table = answer.table
    table.asOf = judged.asOf
    var output = StandardOutput()
    format.write(table, to: &output, for: .standardOutput)
    output.flush()
    judged.complainOfProblems()
    complainOfIdleFilters(request)
    request.noun.remark(on: answer, asOf: judged.format.day(judged.asOf), isNothingGood: failIfAny)
    if failIfAny, answer.found > 0 { throw ExitCode(ExitCodes.problems) }
  }

  /// A job at night must not take a list that is missing for a list on which nothing has happened.
  private func tellOfIdleList(_ judged: JudgedData) throws(Failure) {
    let path = Settings.current.notebookPath
    let watched = judged.additions.watched
    guard watched.isEmpty else {
      let gone = watched.filter { judged.data.catalogue.cluster($0) == nil }.map(\.rawValue).sorted()
      guard !gone.isEmpty else { return }
      return Words.complain("you watch what this dataset does not have: \(gone.joined(separator: ", "))")
    }
    let words = "your watch list is empty (\(path ?? "no folder for it is known"))"
    guard failIfAny, !(path.map(Notebook.isThere) ?? false) else { return Words.complain(words) }
    throw .unreadable("\(words): there is no notebook")
  }

  private func list(_ request: RowRequest, _ format: OutputFormat) {
    var output = StandardOutput()
    format.write(
      ColumnHelp.table(request.counted == nil ? request.pane : .frequency), to: &output, for: .standardOutput)
    output.flush()
  }

  /// The rows that are asked for.
  func answer(
    _ request: RowRequest, in judged: JudgedData, isForPeople: Bool = true
  ) throws(Failure) -> RowAnswer {
    let clauses = try filters.clauses(in: judged).filter { clause in
      !request.clauses.contains { $0.facet == clause.facet }
    }
    let scene = judged.scene(clauses + request.clauses, showsImplied: !statedOnly)
    var query = RowQuery(
      pane: request.pane, subject: try request.subject(in: judged), match: match,
      places: places + request.places)
    if let counted = request.counted { query = try query.counting(counted.column, counted.sum, in: scene) }
    query.sort = Self.split(sort)
    query.columns = Self.split(columns)
    query.limit = limit
    query.isForPeople = isForPeople
    return try query.answer(in: scene)
  }

  private func complainOfIdleFilters(_ request: RowRequest) {
    let idle = filters.typed.map(\.facet).filter { !request.heeded.contains($0) }.map { "--\($0.rawValue)" }
    guard !idle.isEmpty else { return }
    Words.complain(
      "\(Unknown.list(idle, "and")) \(idle.count == 1 ? "does" : "do") not narrow these \(request.noun.plural)"
    )
  }

  private static func split(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",").map { String($0).trimmed } }.filter { !$0.isEmpty }
  }
}

// Options of the commands that print rows, and how they print them.

import ArgumentParser
import ClusterDomain
import ViewModels

/// What all commands that print rows take.
struct RowOptions: ParsableArguments {
  @OptionGroup(title: "Data") var data: DataOptions

  @OptionGroup(title: "Filters (several values: comma-separated or repeated)") var filters: FilterOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only rows in which all words occur, as / does on the screen.", valueName: "words"))
  var match = ""

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Columns to sort by, - before those that go down: region,-members.", valueName: "columns"))
  var sort: [String] = []

  @Option(help: ArgumentHelp("Columns to print, in this order.", valueName: "columns"))
  var columns: [String] = []

  @Option(help: ArgumentHelp("Print at most so many rows.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Leave out memberships that are only implied.")
  var statedOnly = false

  @Option(
    help: ArgumentHelp("table, csv, json, ndjson or markdown.", valueName: "format"),
    completion: .list(OutputFormat.names))
  var format = OutputFormat.table.rawValue

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0 on") }
  }

  /// Prints the rows of a pane; `subject` finds whom they belong to.
  func print(
    _ pane: PaneID, noun: RowNoun, ignores: Set<Facet> = [],
    subject: (JudgedData) throws(Failure) -> PaneSubject = { _ throws(Failure) in .none }
  ) throws {
    let format = try Choice.value("format", self.format, as: OutputFormat.self)
    let judged = try data.read(.current)
    let scene = judged.scene(try filters.clauses(in: judged), showsImplied: !statedOnly)
    let query = RowQuery(
      pane: pane, subject: try subject(judged), match: match, sort: Self.split(sort),
      columns: Self.split(columns),
      limit: limit, isForPeople: format.isForPeople)
    let answer = try query.answer(in: scene)
    var output = StandardOutput()
    format.write(answer.table, to: &output, for: .standardOutput)
    output.flush()
    judged.complainOfProblems()
    complainOfIdleFilters(ignores, noun)
    noun.remark(on: answer, asOf: judged.format.day(judged.asOf))
  }

  private func complainOfIdleFilters(_ ignored: Set<Facet>, _ noun: RowNoun) {
    let idle = filters.typed.map(\.facet).filter(ignored.contains).map { "--\($0.rawValue)" }
    guard !idle.isEmpty else { return }
    Words.complain(
      "\(Unknown.list(idle, "and")) \(idle.count == 1 ? "does" : "do") not narrow \(noun.plural)")
  }

  private static func split(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",").map { String($0).trimmed } }.filter { !$0.isEmpty }
  }
}

/// What the rows of a command are called.
struct RowNoun: Sendable {
  let single: String
  let plural: String

  /// A noun and its plural, which ends in s unless given.
  init(_ single: String, _ plural: String? = nil) {
    self.single = single
    self.plural = plural ?? single + "s"
  }

  /// Says how many rows there are: always when some are left out or none is there, else to people only.
  func remark(on answer: RowAnswer, asOf: String) {
    let words = words(on: answer) + ", as of \(asOf)"
    if answer.keys.count < answer.found || answer.found == 0 {
      Words.complain(answer.reason.map { "\(words): \($0)" } ?? words)
    } else {
      Words.remark(words)
    }
  }

  /// `10 of 167 clusters`; for the members of one cluster also how many there are said to be.
  func words(on answer: RowAnswer) -> String {
    let shown = answer.keys.count
    let isCut = shown < answer.found
    let whole = isCut ? answer.found : answer.all
    let noun = whole == 1 ? single : plural
    let count = shown == whole ? "\(shown) \(noun)" : "\(shown) of \(whole) \(isCut ? "rows" : noun)"
    guard let owner = answer.title.owner else { return count }
    return "\(count) of \(owner)" + (answer.title.count.contains("stated") ? " (\(answer.title.count))" : "")
  }
}

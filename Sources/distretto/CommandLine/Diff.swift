// What is not the same in two releases of a dataset.

import ArgumentParser
import ClusterDomain
import ViewModels

/// Compares two datasets.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract:
      "Print what a newer release of a dataset changes: clusters, labels, members, programmes, calls.",
    discussion: """
      One row for each change. Labels are those that are valid on the as-of date, today unless told otherwise: \
      labelled, upgraded, downgraded, renewed, shortened, lapsed.

        distretto diff ~/data/2025 ~/data/2026
        distretto diff ~/data/2025 ~/data/2026 --kind lapsed,downgraded --format csv
        distretto diff ~/data/2025 ~/data/2026 --as-of 2026-01-01

      Exit codes: 0 nothing has changed, 1 something has, 2 a dataset cannot be read, 64 wrong usage.
      """)

  @Argument(help: ArgumentHelp("The older release.", valueName: "OLD"), completion: .directory)
  var old: String

  @Argument(help: ArgumentHelp("The newer release.", valueName: "NEW"), completion: .directory)
  var new: String

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Only changes of these kinds, comma-separated or repeated: \(Change.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kinds"))
  var kind: [String] = []

  @OptionGroup var dates: DateOptions

  @OptionGroup var format: FormatOption

  func run() throws {
    let format = try self.format.chosen()
    let kinds = try Self.kinds(kind)
    let settings = Settings.current
    let day = try dates.date() ?? dates.day()
    let before = try JudgedData.read(old, cacheFolder: settings.cacheFolder, today: day)
    let after = try JudgedData.read(new, cacheFolder: settings.cacheFolder, today: day)
    let changes = Comparison(from: before.data.catalogue, to: after.data.catalogue, on: day).changes
      .filter { kinds.isEmpty || kinds.contains($0.kind) }
    var output = StandardOutput()
    format.write(Self.table(changes), to: &output, for: .standardOutput)
    output.flush()
    before.complainOfProblems()
    after.complainOfProblems()
    let count = changes.count
    Words.remark("\(count) \(count == 1 ? "change" : "changes"), as of \(settings.format.day(day))")
    if !changes.isEmpty { throw ExitCode(ExitCodes.problems) }
  }

  /// The kinds that words name.
  static func kinds(_ words: [String]) throws -> Set<Change.Kind> {
    let names = words.flatMap { $0.split(separator: ",").map { String($0).trimmed } }.filter { !$0.isEmpty }
    return Set(try names.map { try Choice.value("kind of change", $0, as: Change.Kind.self) })
  }

  /// Changes as rows.
  static func table(_ changes: [Change]) -> RowTable {
    RowTable(
      columns: ["change", "id", "name", "before", "after"].map {
        RowTable.Column(id: $0, title: $0.uppercased())
      },
      rows: changes.map { change in
        [change.kind.rawValue, change.subject, change.name, change.before, change.after].map { TableCell($0) }
      })
  }
}

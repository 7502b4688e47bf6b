// Turns foreign files into a dataset, and says what became of every row.

import ArgumentParser
import ClusterDomain
import ViewModels

/// Imports files.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn files of others into a dataset: CSV, TSV, JSON, XLSX, also in gzip.",
    discussion: """
      A mapping says what the columns mean; 'distretto mappings' lists them. Each file is recognised by its headers \
      unless --as names one. Rows about the same thing are merged, over all files; what later rows say otherwise \
      becomes statements. Every row is kept, merged or rejected, and the counts by file, which are printed, add \
      up. DIR gets a dataset, rejected.csv with the rows that were not used, and problems.csv with the values that \
      are doubtful and were left empty: nothing is guessed. An import made before into DIR is replaced if nobody \
      changed it since; anything else there is left alone and refused.

        distretto import organization.csv project.csv --into ~/data/cordis
        distretto import members.xlsx --as organisations --into ~/data/members
        distretto ~/data/cordis

      Exit codes: 0 fine, 1 rows were rejected or values doubtful, 2 a file cannot be read or DIR not written, \
      64 wrong usage, also where no mapping fits.
      """)

  @Argument(help: ArgumentHelp("The files; - is standard input.", valueName: "FILE"), completion: .file())
  var files: [String]

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The mapping, by name; else each file's is found by its headers.", valueName: "name"))
  var mapping: String?

  @Option(
    help: ArgumentHelp("The folder of the new dataset.", valueName: "DIR"), completion: .directory)
  var into: String

  @OptionGroup var format: FormatOption

  func validate() throws {
    if into.isEmpty { throw ValidationError("--into takes the name of a folder.") }
  }

  func run() throws {
    let format = try self.format.chosen()
    let mappings = Settings.current.mappings
    for mistake in mappings.mistakes { Words.complain(mistake.description) }
    let report = try Self.report(files, try Self.mapping(self.mapping, mappings), mappings, into)
    var output = StandardOutput()
    let style = Settings.current.format
    format.write(ImportTable.table(report, style), to: &output, for: .standardOutput)
    output.flush()
    for line in ImportTable.words(report, style) { Words.complain(line) }
    if !report.isClean { throw ExitCode(ExitCodes.problems) }
  }

  private static func mapping(_ name: String?, _ mappings: Mappings) throws(Failure) -> Mapping? {
    guard let name else { return nil }
    if let found = mappings[name] { return found }
    throw .usage(Unknown.words("mapping", name, among: mappings.all.map(\.name)))
  }

  private static func report(
    _ files: [String], _ mapping: Mapping?, _ mappings: Mappings, _ folder: String
  ) throws(Failure) -> ImportReport {
    do throws(ImportError) {
      return try Import.run(files, mapping: mapping, among: mappings, into: folder, places: Places())
    } catch {
      switch error.kind {
      case .unmapped: throw .usage(error.description)
      case .unreadable, .unwritable: throw .unreadable(error.description)
      }
    }
  }
}

/// What an import did, as rows and words.
enum ImportTable {
  private static let columns = ["file", "mapping", "read", "kept", "merged", "rejected", "problems"].map {
    RowTable.Column(id: $0, title: $0.uppercased(), isNumber: $0 != "file" && $0 != "mapping")
  }

  /// A row for each file.
  static func table(_ report: ImportReport, _ format: Formatting) -> RowTable {
    RowTable(
      columns: columns,
      rows: report.files.map { file in
        let counts = [file.read, file.kept, file.merged, file.rejected, file.problems]
        return [TableCell(file.name), TableCell(file.mapping)]
          + counts.map { TableCell([Run(format.count($0))], value: .number(Double($0))) }
      })
  }

  /// What a person must know beside the counts.
  static func words(_ report: ImportReport, _ format: Formatting) -> [String] {
    let sums = [\ImportReport.File.read, \.kept, \.merged, \.rejected, \.problems].map { part in
      report.files.reduce(0) { $0 + $1[keyPath: part] }
    }
    let counts = sums.map { format.count($0) }
    var lines = ["\(counts[0]) rows read = \(counts[1]) kept + \(counts[2]) merged + \(counts[3]) rejected"]
    for file in report.files where !file.unused.isEmpty {
      lines.append("\(file.name): not used: \(file.unused.joined(separator: ", "))")
    }
    if sums[3] > 0 { lines.append("rejected rows, with reasons: \(report.folder)/rejected.csv") }
    if sums[4] > 0 {
      lines.append("\(counts[4]) doubtful values, with reasons: \(report.folder)/problems.csv")
    }
    let tables = report.tables.map { "\($0.name) \(format.count($0.rows))" }.joined(separator: ", ")
    return lines + ["written into \(report.folder): \(tables)"]
  }
}

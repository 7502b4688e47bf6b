// Reads a dataset and lists everything that is wrong with it.

import ArgumentParser
import ClusterDomain
import TUI
import ViewModels

/// Lists the problems of a dataset.
struct Check: ParsableCommand {
  /// The formats of the list.
  enum Format: String, CaseIterable, Sendable {
    case text
    case csv
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read a dataset and list every problem with file, line, column and reason.",
    discussion: """
      One line for each problem: file:line: column: reason (text). Lines count from 1, the header included.

        distretto check ~/data/veneto
        distretto check ~/data/veneto --format csv > problems.csv

      Exit codes: 0 clean, 1 problems, 2 nothing can be read, 64 wrong usage.
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder of a dataset; the one that the dashboard opens when not given.", valueName: "PATH"),
    completion: .directory)
  var path: String?

  @Option(
    help: ArgumentHelp("text, csv or json.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)))
  var format = Format.text.rawValue

  func run() throws {
    let format = try Choice.value("format", self.format, as: Format.self)
    let path = try Settings.current.dataset(named: path)
    guard try FileOptions.files(among: [path]) == nil else {
      throw Failure.usage("\(path) is a file, not a dataset; open it and press p, or import it first")
    }
    let reading = try Self.read(path, format)
    ProblemList.print(reading.problems, as: format)
    Words.remark(ProblemList.summary(reading))
    if !reading.problems.isEmpty { throw ExitCode(ExitCodes.problems) }
  }

  /// Reads what can be read; where that is nothing, the problems are printed all the same.
  private static func read(_ path: String, _ format: Format) throws(Failure) -> Reading {
    do throws(DatasetError) {
      return try Dataset.read(path)
    } catch {
      if case .nothingReadable(_, let problems) = error { ProblemList.print(problems, as: format) }
      throw .unreadable(error.description)
    }
  }
}

/// Problems as lines and rows.
enum ProblemList {
  private static let columns = ["file", "line", "column", "reason", "text", "lost"].map {
    RowTable.Column(id: $0, title: $0.uppercased(), isNumber: $0 == "line")
  }

  /// Writes problems to stdout.
  static func print(_ problems: [Problem], as format: Check.Format) {
    var output = StandardOutput()
    switch format {
    case .text: for problem in problems { output.write(SafeText.visible(line(problem)) + "\n") }
    case .csv: CSVWriter.write(table(problems), to: &output, isVisible: Destination.standardOutput.isTerminal)
    case .json: JSONWriter.write(table(problems), to: &output)
    }
    output.flush()
  }

  /// A line such as `labels.csv:17: date: is no date of the calendar; value left empty (2015-02-30)`.
  static func line(_ problem: Problem) -> String {
    let place = problem.file + (problem.line.map { ":\($0)" } ?? "")
    let column = problem.column.map { "\($0): " } ?? ""
    let text = problem.text.map { " (\($0))" } ?? ""
    return "\(place): \(column)\(problem.reason)\(text)"
  }

  /// Problems as rows.
  static func table(_ problems: [Problem]) -> RowTable {
    RowTable(
      columns: columns,
      rows: problems.map { problem in
        let line = problem.line.map { Value.number(Double($0)) } ?? .missing
        let words = [problem.column, problem.reason, problem.text, problem.severity.rawValue]
        return [TableCell(problem.file), TableCell([], value: line)] + words.map { TableCell($0) }
      })
  }

  /// How much was read, and how much is wrong.
  static func summary(_ reading: Reading) -> String {
    let format = Formatting()
    let count = reading.problems.count
    let rows = reading.rowCounts.values.reduce(0, +)
    let head = count == 0 ? "no problem" : "\(format.count(count)) \(count == 1 ? "problem" : "problems")"
    return
      "\(head); \(format.count(rows)) rows of \(reading.rowCounts.count) tables read from \(reading.path)"
  }
}

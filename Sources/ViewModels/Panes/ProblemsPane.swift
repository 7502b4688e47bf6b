// What could not be read, with file, line, column and reason.

import ClusterDomain
import Sheets

/// A problem with its place in the list.
struct ProblemRow: Sendable {
  let number: Int
  let problem: Problem
  /// The open file that has it; nil for a dataset's.
  var sheet: OpenSheet?

  /// The row of an open file that has the problem.
  var page: PageKind? {
    guard let sheet, let line = problem.line, let row = sheet.reading.sheet.row(line: line) else {
      return nil
    }
    return .record(sheet: sheet.number, row: row)
  }

  /// All problems of a scene: those of the dataset, then those of each file.
  static func all(_ scene: Scene) -> [ProblemRow] {
    let ofData: [(Problem, OpenSheet?)] = scene.problems.map { ($0, nil) }
    let ofSheets = scene.sheetProblems.sorted { $0.key < $1.key }.flatMap { number, problems in
      let sheet = scene.sheets.sheet(number)
      return problems.map { ($0, sheet) }
    }
    return (ofData + ofSheets).enumerated().map { number, row in
      ProblemRow(number: number, problem: row.0, sheet: row.1)
    }
  }
}

extension TablePane where Row == ProblemRow {
  /// Every problem of the dataset and of the open files.
  static let problems = TablePane(
    id: .problems, columns: problemColumns,
    rows: { scene, _ in ProblemRow.all(scene) },
    key: { "\($0.number)" },
    words: { row, _ in [row.problem.file, row.problem.column, row.problem.reason, row.problem.text] },
    opens: { $0.page },
    named: { scene, _, rows, _ in
      PaneTitle(name: "Problems in the data", owner: nil, count: scene.counted(rows.count, "problem"))
    },
    empty: { _, _ in EmptyState("Every row could be read.", "Esc goes back.") })
}

private let problemColumns: [Column<ProblemRow>] = [
  Column("file", "FILE", width: .fitting(8...24), cell: { row, _ in TableCell(row.problem.file) }),
  Column(
    "line", "LINE", width: .fitting(4...8), isNumber: true,
    cell: { row, _ in
      TableCell(
        row.problem.line.map { [Run("\($0)")] } ?? [Run(Formatting.unknown, .dim)],
        value: row.problem.line.map { .number(Double($0)) } ?? .missing)
    }),
  Column(
    "column", "COLUMN", width: .fitting(6...16, rank: 2), cell: { row, _ in TableCell(row.problem.column) }),
  Column(
    "reason", "REASON", width: .rest(atLeast: 16), cell: { row, _ in TableCell(row.problem.reason, .warning) }
  ),
  Column(
    "text", "TEXT", width: .fitting(4...30, rank: 3), cell: { row, _ in TableCell(row.problem.text, .dim) }),
]

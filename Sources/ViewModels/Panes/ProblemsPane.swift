// What could not be read, with file, line, column and reason.

import ClusterDomain

/// A problem with its place in the list.
struct ProblemRow: Sendable {
  let number: Int
  let problem: Problem
}

extension TablePane where Row == ProblemRow {
  /// Every problem of the dataset.
  static let problems = TablePane(
    id: .problems, columns: problemColumns,
    rows: { scene, _ in scene.problems.enumerated().map { ProblemRow(number: $0.offset, problem: $0.element) }
    },
    key: { "\($0.number)" },
    words: { row, _ in [row.problem.file, row.problem.column, row.problem.reason, row.problem.text] },
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

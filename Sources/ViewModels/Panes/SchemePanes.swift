// The label scheme: its rules with the dates from which they hold, and how many hold which level.

import ClusterDomain

/// A count of label holders with its place in the table.
struct CountRow: Sendable {
  let number: Int
  let count: LabelCount
}

extension TablePane where Row == LabelRule {
  /// The rules of the scheme, of a label's page those for its level; those that are used first.
  static let labelRules = TablePane(
    id: .labelRules, columns: ruleColumns,
    rows: { scene, subject in
      let level: LabelLevel? =
        if case .award(let id) = subject { scene.judgement.labels.award(id)?.level } else { nil }
      let rules = scene.catalogue.tables.labelRules.filter { rule in
        level.map { rule.levels.isEmpty || rule.levels.contains($0) } ?? true
      }
      return rules.filter { $0.use != nil } + rules.filter { $0.use == nil }
    },
    key: { $0.id.rawValue },
    words: { rule, _ in
      [rule.rule, rule.note, rule.id.rawValue, rule.levels.map(\.rawValue).joined(separator: " ")]
    },
    named: { scene, _, rows, _ in
      PaneTitle(name: "Label rules", owner: nil, count: scene.counted(rows.count, "rule"))
    },
    empty: { _, _ in EmptyState("The dataset holds no label rules.", "p shows what could not be read.") })
}

extension TablePane where Row == CountRow {
  /// How many clusters held a level, as sources count them; ever awarded and valid ones are not the same.
  static let labelCounts = TablePane(
    id: .labelCounts, columns: countColumns,
    rows: { scene, _ in
      scene.catalogue.tables.labelCounts.enumerated().map { CountRow(number: $0.offset, count: $0.element) }
    },
    key: { "\($0.number)" },
    words: { row, _ in [row.count.level, row.count.area, row.count.note] },
    named: { scene, _, rows, _ in
      PaneTitle(name: "Label holders counted", owner: nil, count: scene.counted(rows.count, "count"))
    },
    empty: { _, _ in EmptyState("The dataset holds no counts.", "p shows what could not be read.") })
}

private let ruleColumns: [Column<LabelRule>] = [
  Column(
    "rule", "RULE", width: .rest(atLeast: 14),
    cell: { rule, _ in TableCell(rule.rule) },
    provenance: { rule, scene in scene.provenance(of: rule) }),
  Column(
    "levels", "LEVEL", width: .fitting(3...5, rank: 1),
    cell: { rule, _ in
      TableCell(
        rule.levels.isEmpty
          ? [Run("all")] : rule.levels.map { Run($0.letter, $0.role) },
        value: .text(rule.levels.isEmpty ? "all" : rule.levels.map(\.rawValue).joined(separator: ", ")))
    }),
  Column(
    "value", "VALUE", width: .fitting(5...12, rank: 0), isNumber: true,
    cell: { rule, _ in TableCell(rule.amount) }),
  Column(
    "use", "USED FOR", width: .fitting(7...16, rank: 2),
    cell: { rule, _ in TableCell(rule.use?.rawValue) }),
  .date("valid_from", "FROM", rank: 3) { rule, _ in rule.validFrom },
  .date("valid_to", "TO", rank: 4) { rule, _ in rule.validTo },
]

private let countColumns: [Column<CountRow>] = [
  Column(
    "as_of", "AS OF", width: .fitting(4...11, rank: 0),
    cell: { row, scene in TableCell(row.count.asOf.map(scene.format.date)) },
    order: { row, _ in .date(row.count.asOf) }),
  Column("level", "LEVEL", width: .fitting(5...11, rank: 1), cell: { row, _ in TableCell(row.count.level) }),
  Column(
    "area", "AREA", width: .fitting(5...20, rank: 2),
    cell: { row, _ in TableCell(row.count.area.isEmpty ? "all countries" : row.count.area) }),
  Column(
    "count", "COUNT", width: .fitting(5...7, rank: 0), isNumber: true,
    cell: { row, scene in
      TableCell([Run(scene.format.count(row.count.count))], value: .number(Double(row.count.count)))
    },
    provenance: { row, scene in
      scene.provenance(
        row: "\(row.count.level) labels counted", source: row.count.source, note: row.count.note,
        table: "label_counts", key: row.count.statementKey)
    }),
  Column(
    "note", "COUNTS WHAT", width: .rest(atLeast: 12), cell: { row, _ in TableCell(row.count.note, .dim) }),
]

extension LabelRule {
  /// The value with its unit: `2 years`, `1 year`.
  var amount: String {
    let isOne = value == "1" && unit?.hasSuffix("s") == true
    return [value, isOne ? unit.map { String($0.dropLast()) } : unit].compactMap { $0 }.joined(separator: " ")
  }
}

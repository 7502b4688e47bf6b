// A section of a mapping with the numbers of its rules: what stands in each cell of its rows.

/// What makes the rows of one table from the rows of a file.
final class BoundSection: Sendable {
  /// What stands in a cell.
  enum Content: Sendable {
    /// The row's own key.
    case key
    /// The key of the row that it speaks of.
    case subject
    /// The file among the sources.
    case source
    /// The key of another section's row.
    case reference(Int)
    /// The value of a rule.
    case value(Int, Use)
    /// What kind of row it speaks of.
    case subjectWord
    case nothing
  }

  /// What a value brings with it.
  enum Use: Sendable {
    case nothing
    /// The place of the row is one of the dataset's.
    case place
    /// The value is a country of the dataset's.
    case country
  }

  /// A cell.
  struct Cell: Sendable {
    let name: String
    let content: Content
    let isRequired: Bool
  }

  /// A key: its rules, and whether their values are compared folded.
  struct Key: Sendable {
    let rules: [Int]
    let isFolded: Bool
  }

  let table: DeclaredTable
  let tableNumber: Int
  let hasKey: Bool
  let isMain: Bool
  let keys: [Key]
  /// Rules for the row's own key.
  let ids: [Int]
  let cells: [Cell]
  /// The same without names, for the loop over all rows.
  let contents: [(content: Content, isRequired: Bool)]
  /// The section whose row it speaks of.
  let subject: Int?
  /// What rows that it speaks of are called.
  let subjectWord: [UInt8]
  /// Whether its rows are about the row of another section.
  let namesSubject: Bool

  init(
    _ section: MappingSection, isMain: Bool, keys: [Key], ids: [Int], rules: [Int?], mapping: Mapping
  ) {
    func use(_ column: Column) -> Use {
      if case .reference("countries", _) = column.kind { return .country }
      if case .place? = section.rules[column.name]?.origin { return .place }
      return .nothing
    }
    func number(of table: String) -> Int? {
      mapping.sections.firstIndex { $0.table.name == table && $0.table.hasKey }
    }
    table = section.table
    tableNumber = DeclaredTable.all.firstIndex { $0.name == section.table.name } ?? 0
    hasKey = section.table.hasKey
    self.isMain = isMain
    self.keys = keys
    self.ids = ids
    subject = number(of: section.of ?? mapping.makes)
    let subjectTable = section.of ?? mapping.makes
    // Figures name it in the singular.
    subjectWord = Array(
      (section.table.name == "statements" ? subjectTable : String(subjectTable.dropLast())).utf8)
    namesSubject = section.table.columns.contains { if case .referenceBy = $0.kind { true } else { false } }
    cells = zip(section.table.columns, rules).map { column, rule in
      Cell(
        name: column.name, content: Self.content(column, rule, use(column), number),
        isRequired: column.need == .required)
    }
    contents = cells.map { ($0.content, $0.isRequired) }
  }

  private static func content(
    _ column: Column, _ rule: Int?, _ use: Use, _ number: (String) -> Int?
  ) -> Content {
    switch column.kind {
    case .key: return .key
    case .referenceBy: return .subject
    case .reference("sources", _): return .source
    case .reference(let table, _) where rule == nil: return number(table).map { .reference($0) } ?? .nothing
    default:
      if let rule { return .value(rule, use) }
      return column.isSubjectWord ? .subjectWord : .nothing
    }
  }
}

extension Column {
  /// Whether it says what kind of row another column names.
  var isSubjectWord: Bool { name == "subject_type" || name == "table" }
}

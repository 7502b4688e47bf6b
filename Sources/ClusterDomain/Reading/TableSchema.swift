// How a table is declared: its columns as data, and how a row of valid cells becomes an entity.

/// A column of a table.
struct Column: Sendable {
  /// Whether a row can do without it.
  enum Need: Sendable {
    /// Without the column there is no table, without a value there is no row.
    case required
    /// Missing or broken values are left empty.
    case optional
    /// The same, and the table may do without the column.
    case extra
  }

  /// What its cells hold, and how they are checked.
  enum Kind: Sendable {
    case text
    /// Values joined by `; `.
    case list
    /// A key that no other row of the table has.
    case key
    case date
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A number in a range.
    case number(ClosedRange<Double>)
    /// `true` or empty.
    case flag
    /// One of these words.
    case choice([String])
    /// One or more of these words, joined by `; `.
    case choices([String])
    /// A test of a cluster, as `FitTest` writes it.
    case test
    /// The key of a row of another table; what becomes of the row if there is none.
    case reference(String, ifDangling: Dangling)
    /// As `reference`, in the table that another column names; of a table without keys the key that its
    /// rows have for statements.
    case referenceBy(String)
  }

  /// What becomes of a row whose reference leads nowhere.
  enum Dangling: Sendable {
    /// The row says nothing without it and is skipped.
    case skipRow
    /// The row stands and the reference is left empty.
    case leaveEmpty
    /// The row stands and keeps the key as text.
    case keep
  }

  var name: String
  var need: Need
  var kind: Kind

  init(_ name: String, _ need: Need = .optional, _ kind: Kind = .text) {
    self.name = name
    self.need = need
    self.kind = kind
  }
}

/// A table: its name, its columns, and the entity that a row becomes.
struct Table<Row> {
  var name: String
  var columns: [Column]
  var make: (ValidRow) -> Row?
  /// How statements name a row of a table without keys.
  var statementKey: ((Row) -> String)?
  /// What is wrong with a row whose cells are each right, with the column to name.
  var fault: ((Row) -> (column: String, finding: Finding)?)?

  init(
    _ name: String, _ columns: [Column], statementKey: ((Row) -> String)? = nil,
    fault: ((Row) -> (column: String, finding: Finding)?)? = nil, make: @escaping (ValidRow) -> Row?
  ) {
    self.name = name
    self.columns = columns
    self.statementKey = statementKey
    self.fault = fault
    self.make = make
  }

  /// Which column is the key that others can refer to.
  var keyPlace: Int? {
    columns.firstIndex { column in if case .key = column.kind { true } else { false } }
  }
}

/// A checked value of a cell.
enum CellValue {
  case empty
  case text(String)
  case list([String])
  case date(PartialDate)
  case integer(Int)
  case number(Double)
  case flag(Bool)
}

/// A row whose cells are checked: what is required is there, and has the declared kind.
struct ValidRow {
  let names: [String]
  let values: [CellValue]

  // Comparing a few short names is quicker than hashing one.
  private func value(_ column: String) -> CellValue {
    guard let position = names.firstIndex(of: column) else {
      assertionFailure("the table declares no column \(column)")
      return .empty
    }
    return values[position]
  }

  /// The text of an optional column.
  func text(_ column: String) -> String? {
    if case .text(let text) = value(column) { text } else { nil }
  }
  /// The text of a required column.
  func word(_ column: String) -> String { text(column) ?? "" }
  /// The key of a required column.
  func id<Target>(_ column: String) -> ID<Target> { ID(rawValue: word(column)) }
  /// The key of an optional column.
  func optionalID<Target>(_ column: String) -> ID<Target>? { text(column).map { ID(rawValue: $0) } }
  /// The values of a list.
  func list(_ column: String) -> [String] {
    if case .list(let list) = value(column) { list } else { [] }
  }
  /// A date.
  func date(_ column: String) -> PartialDate? {
    if case .date(let date) = value(column) { date } else { nil }
  }
  /// A whole number.
  func integer(_ column: String) -> Int? {
    if case .integer(let number) = value(column) { number } else { nil }
  }
  /// A number.
  func number(_ column: String) -> Double? {
    if case .number(let number) = value(column) { number } else { nil }
  }
  /// A flag; empty is false.
  func flag(_ column: String) -> Bool {
    if case .flag(let flag) = value(column) { flag } else { false }
  }
  /// One of the words of an enumeration.
  func choice<Choice: RawRepresentable<String>>(_ column: String) -> Choice? {
    text(column).flatMap(Choice.init(rawValue:))
  }
}

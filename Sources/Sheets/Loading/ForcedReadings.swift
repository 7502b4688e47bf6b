// What the user says about numbers and dates instead of letting each column decide.

/// How cells are to be read where a column cannot decide, or decides wrongly.
public struct ForcedReadings: Sendable, Hashable {
  /// The decimal mark of all columns of numbers.
  public var decimal: DecimalMark?
  /// The order of day and month in all columns of dates.
  public var dates: DateOrder?
  /// What single columns hold, by their titles.
  public var columns: [String: ForcedReading] = [:]

  /// Nothing is forced.
  public init() {}

  /// What columns hold, by their titles; those that are not named decide for themselves.
  public init(_ columns: [(title: String, reading: ForcedReading)]) {
    self.columns = Dictionary(
      columns.map { ($0.title, $0.reading) }, uniquingKeysWith: { first, _ in first })
  }

  /// The readings of columns by their evidence, or as forced.
  func readings(of columns: [SheetColumn], _ evidence: [ColumnEvidence]) -> [ColumnReading] {
    columns.enumerated().map { index, column in
      reading(of: evidence.indices.contains(index) ? evidence[index] : ColumnEvidence(), column.title)
    }
  }

  private func reading(of evidence: ColumnEvidence, _ title: String) -> ColumnReading {
    if let forced = columns[title] { return evidence.decision(forced) }
    let decided = evidence.decision()
    switch decided.kind {
    case .amount: return decimal.map { evidence.decision(.number(decimal: $0)) } ?? decided
    case .date: return dates.map { evidence.decision(.date(order: $0, since: nil)) } ?? decided
    case .text, .code, .whole, .flag: return decided
    }
  }
}

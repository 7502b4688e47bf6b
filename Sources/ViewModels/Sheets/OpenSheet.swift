// A file that is open beside or instead of a dataset, as far as it is read.

public import ClusterDomain
public import Sheets

/// A file that is open: its rows so far, and what was understood of it.
public final class OpenSheet: Sendable, Hashable {
  /// The file's place among the open ones.
  public let number: Int
  /// The rows and columns so far.
  public let reading: SheetReading
  /// What kind of file it is taken for; nil where nobody knows the kind.
  public let mapping: String?
  /// What is odd in it, once it is read.
  public let problems: [Problem]
  /// The file's name without its folders.
  public let name: String
  let widths = SheetWidths()

  /// A file as it is now.
  public init(number: Int, reading: SheetReading, mapping: String? = nil, problems: [Problem] = []) {
    self.number = number
    self.reading = reading
    self.mapping = mapping
    self.problems = problems
    name =
      reading.path == "-"
      ? "standard input" : reading.path.split(separator: "/").last.map(String.init) ?? reading.path
  }

  /// The same moment of the same reading is the same.
  public static func == (lhs: OpenSheet, rhs: OpenSheet) -> Bool { lhs === rhs }

  /// Hashes the identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// Whether more rows may come.
  public var isLoading: Bool { reading.progress.end == nil }

  /// The position of a column by its id; nil where there is none.
  func column(_ id: String) -> Int? { reading.sheet.columns.firstIndex { $0.title == id } }
}

extension OpenSheet {
  /// Finds what is asked; blocks, and tells of the first page as soon as it is known.
  ///
  /// Nil where it was stopped.
  public func answer(
    _ ask: RowsAsk, stop: StopFlag = StopFlag(),
    publish: @escaping @Sendable (RowsAnswer) -> Void = { _ in }
  ) -> RowsAnswer? {
    let question = question(ask.query)
    switch ask.kind {
    case .rows:
      return reading.answer(question, stop: stop) { publish(RowsAnswer(.rows($0), isWhole: false)) }.map {
        RowsAnswer(.rows($0))
      }
    case .counts(let column, let sum):
      guard let column = self.column(column) else { return RowsAnswer(.counts([])) }
      let counts = reading.counts(
        of: column, adding: sum.flatMap { self.column($0) }, tests: question.tests, stop: stop)
      if stop.isSet { return nil }
      return RowsAnswer(counts.map { .counts(reading.groups($0, column: column)) } ?? .tooMany)
    }
  }

  /// A list's query as a question to the sheet; columns that the file does not have are left out.
  ///
  /// Several values of one column are alternatives; filters by different columns must all pass.
  func question(_ query: ListQuery) -> SheetQuestion {
    var tests: [RowTest] = query.alternatives.compactMap { id, values in
      column(id).map { .values(column: $0, values.flatMap { $0.isEmpty ? ["", nil] : [$0] }) }
    }
    if !query.typed.allSatisfy({ $0 == " " }) { tests.append(.words(query.typed)) }
    let order = query.sort.compactMap { order in
      column(order.column).map { RowOrder(column: $0, isAscending: order.isAscending) }
    }
    return SheetQuestion(tests: tests, order: order)
  }
}

extension SheetReading {
  /// Counted values as groups, the largest first; what is empty and what is not there are one group.
  func groups(_ counts: [ValueCount], column: Int) -> [ValueGroup] {
    let kind = columns[column].kind
    var groups: [ValueGroup] = []
    var nothing: ValueGroup?
    for value in counts {
      guard let text = value.text, !text.isEmpty else {
        // Empty cells and cells that are not there are one value to a reader.
        let sum = [nothing?.sum, value.sum].compactMap { $0 }
        nothing = ValueGroup(
          value: "", text: Formatting.unknown, key: .missing, count: (nothing?.count ?? 0) + value.count,
          sum: sum.isEmpty ? nil : sum.reduce(0, +), summed: (nothing?.summed ?? 0) + value.summed)
        continue
      }
      groups.append(
        ValueGroup(
          value: text, text: text, key: key(text, kind), count: value.count, sum: value.sum,
          summed: value.summed))
    }
    if let nothing { groups.append(nothing) }
    return groups.sorted { $0.count > $1.count }
  }

  private func key(_ text: String, _ kind: ColumnKind) -> SortKey {
    var text = text
    switch text.withUTF8({ kind.value($0) }) {
    case .number(let number): return .number(number)
    case .date(let date): return .number(Double(date.days))
    default: return .folded(text)
    }
  }
}

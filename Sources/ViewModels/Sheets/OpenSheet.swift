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

/// What is asked of an open file.
public struct SheetAsk: Hashable, Sendable {
  /// What kind of answer is wanted.
  public enum Kind: Hashable, Sendable {
    /// Rows in an order.
    case rows
    /// How often the values of a column occur, with the sum of another.
    case counts(column: String, sum: String?)
  }

  /// Whose rows are asked about.
  public enum Source: Hashable, Sendable {
    /// Those of an open file, as it was at a moment of its reading.
    case file(Int, revision: Int = 0)
    /// The members of clusters.
    case members(MemberScope)
  }

  /// Whose rows.
  public let source: Source
  /// Which rows.
  public let query: ListQuery
  /// What about them.
  public let kind: Kind

  /// A question.
  public init(_ source: Source, query: ListQuery, kind: Kind) {
    self.source = source
    self.query = query
    self.kind = kind
  }
}

/// What came back; the same object is the same answer.
public final class SheetAnswer: Sendable, Hashable {
  /// What it says.
  public enum Content: Sendable {
    /// Rows; there may be more to come.
    case rows(RowList)
    /// Values with their counts.
    case counts([ValueGroup])
    /// The column has too many different values to count them.
    case tooMany
  }

  /// What it says.
  public let content: Content
  /// Whether it is all, not only a first page.
  public let isWhole: Bool
  /// The members that rows of it are among.
  let roll: MemberRoll?
  /// The members of one cluster that rows of it are among, by their memberships.
  let clusterRoll: ClusterRoll?

  /// An answer.
  public convenience init(_ content: Content, isWhole: Bool = true) {
    self.init(content, isWhole: isWhole, roll: nil)
  }

  init(_ content: Content, isWhole: Bool, roll: MemberRoll?, clusterRoll: ClusterRoll? = nil) {
    self.content = content
    self.isWhole = isWhole
    self.roll = roll
    self.clusterRoll = clusterRoll
  }

  /// Compares the identities.
  public static func == (lhs: SheetAnswer, rhs: SheetAnswer) -> Bool { lhs === rhs }

  /// Hashes the identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension OpenSheet {
  /// Finds what is asked; blocks, and tells of the first page as soon as it is known.
  ///
  /// Nil where it was stopped.
  public func answer(
    _ ask: SheetAsk, stop: StopFlag = StopFlag(),
    publish: @escaping @Sendable (SheetAnswer) -> Void = { _ in }
  ) -> SheetAnswer? {
    let question = question(ask.query)
    switch ask.kind {
    case .rows:
      return reading.answer(question, stop: stop) { publish(SheetAnswer(.rows($0), isWhole: false)) }.map {
        SheetAnswer(.rows($0))
      }
    case .counts(let column, let sum):
      guard let column = self.column(column) else { return SheetAnswer(.counts([])) }
      let counts = reading.counts(
        of: column, adding: sum.flatMap { self.column($0) }, tests: question.tests, stop: stop)
      if stop.isSet { return nil }
      return SheetAnswer(counts.map { .counts(reading.groups($0, column: column)) } ?? .tooMany)
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

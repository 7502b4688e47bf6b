// The values of a column and how often each occurs.

/// The rows that have the same value in one column.
public struct ValueGroup: Hashable, Sendable {
  /// The value as exports have it, empty for what nobody states; no two groups of a column have the same.
  public let value: String
  /// The value as people read it.
  public let text: String
  /// By what the group is put in order among the values of the column.
  public let key: SortKey
  /// How many rows have the value.
  public let count: Int
  /// The sum of another column over these rows; nil where none of them has a number there.
  public let sum: Double?
  /// How many of the rows have a number in that column.
  public let summed: Int

  /// A group of rows.
  public init(value: String, text: String, key: SortKey, count: Int, sum: Double? = nil, summed: Int = 0) {
    self.value = value
    self.text = text
    self.key = key
    self.count = count
    self.sum = sum
    self.summed = summed
  }
}

/// Puts rows into groups, one after the other.
public struct ValueGrouping {
  private struct Tally {
    let text: String
    let key: SortKey
    var count = 0
    var sum = 0.0
    var summed = 0
  }

  private var tallies: [String: Tally] = [:]
  // A label reads "lapsed 2016" in one row and "lapsed 2019" in another: then the value alone stands for the group.
  private var isTextShared = true

  /// No group yet.
  public init() {}

  /// Counts a row in; `key` is asked for once per group.
  public mutating func add(_ cell: TableCell, summing number: Value?, key: () -> SortKey) {
    let value = cell.value.plain
    let text = cell.text
    var tally = tallies[value] ?? Tally(text: text, key: key())
    if tally.text != text { isTextShared = false }
    tally.count += 1
    if case .number(let amount) = number, amount.isFinite {
      tally.sum += amount
      tally.summed += 1
    }
    tallies[value] = tally
  }

  /// The groups, largest first; those of one size in the order of their values.
  public var groups: [ValueGroup] {
    tallies.map { value, tally in
      let name = value.isEmpty ? Formatting.unknown : value
      return ValueGroup(
        value: value, text: isTextShared ? tally.text : name, key: tally.key, count: tally.count,
        sum: tally.summed > 0 ? tally.sum : nil, summed: tally.summed)
    }
    .largestFirst
  }
}

extension Listing {
  /// Looks at every row; listings of many rows know a faster way.
  public func frequency(column: Int, sum: Int?) -> [ValueGroup] {
    var grouping = ValueGrouping()
    for row in 0..<count {
      let cell = cell(row: row, column: column)
      grouping.add(cell, summing: sum.map { self.cell(row: row, column: $0).value }) { cell.value.sortKey }
    }
    return grouping.groups
  }
}

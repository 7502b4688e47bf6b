// Finds where a table begins in the first rows of a file: titles above it, its header, its first data row.

/// The parts of the first rows.
struct TableShape: Equatable {
  /// How many rows stand above the header, or above the data where there is no header.
  var titleRows = 0
  var hasHeader = true
  /// How many cells most rows have.
  var width = 0

  /// Looks at the cells of the first rows, none of which is blank.
  init(_ rows: [[[UInt8]]]) {
    let kinds = rows.map { $0.map(CellKind.init) }
    width = Self.usualCount(rows.map { $0.count })
    titleRows = Self.titleRows(kinds, width: width)
    hasHeader = Self.hasHeader(Array(rows[titleRows...].prefix(100)), Array(kinds[titleRows...].prefix(100)))
  }

  /// The most frequent count; of equally frequent ones the larger.
  static func usualCount(_ counts: [Int]) -> Int {
    var frequency: [Int: Int] = [:]
    for count in counts { frequency[count, default: 0] += 1 }
    return frequency.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// Rows with few cells filled, followed by one with many.
  private static func titleRows(_ kinds: [[CellKind]], width: Int) -> Int {
    let filled = kinds.map { row in row.count { $0 != .empty } }
    let usual = usualFilled(filled)
    guard usual >= 2, let first = filled.firstIndex(where: { $0 * 2 > usual && $0 >= 2 }) else { return 0 }
    // A header may have gaps; titles leave most of the row empty.
    let isSparse = first <= 40 && filled[..<first].allSatisfy { $0 <= max(1, usual / 2) }
    guard isSparse else { return 0 }
    // Data right below a row of several words: that row is a short header, not a title.
    let isHeaderAbove = first > 0 && filled[first - 1] >= 2 && !kinds[first - 1].contains { $0.isValue }
    return isHeaderAbove && kinds[first].contains { $0.isValue } ? first - 1 : first
  }

  /// How many cells the rows fill at the middle of all rows, leaving out the first few.
  private static func usualFilled(_ filled: [Int]) -> Int {
    let sorted = (filled.count > 4 ? Array(filled[(filled.count / 4)...]) : Array(filled.suffix(2))).sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// Weighs what speaks for the first row being titles of columns against what speaks for its being data.
  private static func hasHeader(_ rows: [[[UInt8]]], _ kinds: [[CellKind]]) -> Bool {
    guard let first = rows.first, let firstKinds = kinds.first else { return false }
    guard rows.count > 1 else { return !firstKinds.allSatisfy { $0.isValue || $0 == .empty } || rows.isEmpty }
    var balance = 1.0
    for column in first.indices where firstKinds[column] != .empty {
      var filled = 0
      var values = 0
      var years = 0
      var repeats = 0
      for row in 1..<rows.count where column < rows[row].count && kinds[row][column] != .empty {
        filled += 1
        if kinds[row][column].isValue { values += 1 }
        if kinds[row][column] == .year { years += 1 }
        if firstKinds[column] == .words, rows[row][column] == first[column] { repeats += 1 }
      }
      balance += weight(
        firstKinds[column], above: filled > 0 && values * 4 > filled * 3, years: years * 2 > filled)
      if repeats > 0 { balance -= repeats * 20 > filled ? 1.5 : 0.5 }
      if first[column].count > 150 { balance -= 0.5 }
    }
    return balance > 0
  }

  private static func weight(_ kind: CellKind, above isValueColumn: Bool, years: Bool) -> Double {
    switch kind {
    case .number, .date: isValueColumn ? -4 : -1
    // Years are titles as often as values, but hardly of columns of years.
    case .year: years ? -2 : isValueColumn ? 0.3 : -0.3
    case .words: isValueColumn ? 2 : 0
    case .empty: 0
    }
  }
}

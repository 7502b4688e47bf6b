// Columns by the names of members, in the order in which they first appear.

/// The columns found so far.
struct JSONColumns {
  private var names = NameTable()
  /// Titles of the columns, cleaned.
  private(set) var titles: [String] = []
  private var used: [String: Int] = [:]
  /// For each column the last row that had it, to see names that occur twice in one row.
  private var seen: [Int] = []
  /// For each column how often its name occurred in the last row that had it.
  private var times: [Int] = []
  private var row = 0
  private var last = -1

  /// More columns than any table has; names are then values.
  static let most = 16_384

  mutating func beginRow() {
    row += 1
    last = -1
  }

  /// The column of `name`; a name that occurs again in the row has a column of its own.
  mutating func column(_ name: [UInt8], _ tokens: borrowing JSONTokens) throws(SheetError) -> Int {
    let column = place(of: name)
    guard column < Self.most else { throw tooMany(tokens) }
    last = column
    if seen[column] != row {
      seen[column] = row
      times[column] = 1
      return column
    }
    times[column] += 1
    return try self.column(name + Array(" (\(times[column]))".utf8), tokens)
  }

  /// The bytes of a column's name.
  subscript(column: Int) -> ArraySlice<UInt8> { names[column] }

  /// The column that follows the last one, where its name comes next; it is then taken for the row.
  @inline(__always)
  mutating func expected(_ tokens: inout JSONTokens) -> Int? {
    let next = last + 1
    guard next < titles.count, seen[next] != row, names.isNext(next, &tokens) else { return nil }
    last = next
    seen[next] = row
    times[next] = 1
    return next
  }

  /// Makes a column that was taken for the row free again.
  mutating func giveBack(_ column: Int) { seen[column] = -1 }

  private mutating func place(of name: [UInt8]) -> Int {
    let place = names.place(of: name, expected: last + 1)
    if place == titles.count {
      HeaderTitles.append(name, to: &titles, &used)
      seen.append(-1)
      times.append(0)
    }
    return place
  }

  func tooMany(_ tokens: borrowing JSONTokens) -> SheetError {
    SheetError(
      tokens.window.path, "has rows with more than \(Self.most) different names",
      advice: "some names seem to be values; turn them into rows first")
  }
}

// The rows of a view in their order, as far as they are known.

/// Rows in an order: all of a sheet, some of it, or sorted.
public struct RowList: Sendable {
  private enum Order: Sendable {
    case all
    case set(RowSet)
    case sorted(PackedNumbers)
    /// The first rows of an order that is still being made.
    case beginning(PackedNumbers)
  }

  private let order: Order
  /// How many rows there are, as far as is known.
  public let count: Int
  /// Whether `count` is all; otherwise there are at least so many.
  public let isExact: Bool

  /// All rows of a sheet.
  public static func all(_ count: Int, isExact: Bool = true) -> RowList {
    RowList(order: .all, count: count, isExact: isExact)
  }

  /// The rows of a set in the order of the file.
  static func set(_ set: RowSet, isExact: Bool) -> RowList {
    RowList(order: .set(set), count: set.count, isExact: isExact)
  }

  /// Rows in an order of their own.
  public static func sorted(_ rows: [UInt32], isExact: Bool = true) -> RowList {
    RowList(order: .sorted(PackedNumbers(rows)), count: rows.count, isExact: isExact)
  }

  /// The first rows of so many.
  public static func beginning(_ rows: [UInt32], of count: Int, isExact: Bool) -> RowList {
    RowList(order: .beginning(PackedNumbers(rows)), count: count, isExact: isExact)
  }

  private init(order: Order, count: Int, isExact: Bool) {
    self.order = order
    self.count = count
    self.isExact = isExact
  }

  /// How many row numbers it keeps in memory; the bits of a set count for what they take.
  public var storedCount: Int {
    switch order {
    case .all: 0
    case .set(let set): set.chunks.reduce(0) { $0 + $1.words.count * 2 }
    case .sorted(let rows), .beginning(let rows): rows.count
    }
  }

  /// Whether every position has its row already.
  public var isOrdered: Bool {
    if case .beginning = order { false } else { true }
  }

  /// The rows whose positions are known, in their order.
  public var known: [UInt32] {
    switch order {
    case .all: return Array(0..<UInt32(truncatingIfNeeded: count))
    case .set(let set):
      var rows: [UInt32] = []
      rows.reserveCapacity(count)
      set.forEach { rows.append(UInt32(truncatingIfNeeded: $0)) }
      return rows
    case .sorted(let rows), .beginning(let rows): return rows.withNumbers { Array($0) }
    }
  }

  /// The row at a position; nil beyond the end, and where the order is not made so far.
  public func row(at position: Int) -> Int? {
    guard position >= 0, position < count else { return nil }
    switch order {
    case .all: return position
    case .set(let set): return set.row(at: position)
    case .sorted(let rows), .beginning(let rows):
      return rows[position].map { Int($0) }
    }
  }

  /// The position of a row, found by a pass over sorted rows; nil where it is not among these.
  public func position(of row: Int) -> Int? {
    switch order {
    case .all: return row >= 0 && row < count ? row : nil
    case .set(let set):
      let (rank, isFound) = set.position(of: row)
      return isFound ? rank : nil
    case .sorted(let rows), .beginning(let rows):
      guard let wanted = UInt32(exactly: row) else { return nil }
      return rows.withNumbers { $0.firstIndex(of: wanted) }
    }
  }
}

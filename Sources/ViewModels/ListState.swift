// Where a person is in a list: the row by its entity, the column, the order, the typed filter.

/// One column that a list is sorted by.
public struct SortOrder: Hashable, Sendable {
  /// The column's id.
  public let column: String
  /// Smallest first.
  public var isAscending: Bool

  /// An order by a column.
  public init(column: String, isAscending: Bool = true) {
    self.column = column
    self.isAscending = isAscending
  }
}

/// The state of one list; the cursor belongs to an entity, not to a row number.
public struct ListState: Hashable, Sendable {
  /// The entity under the cursor, by its row's key.
  public var key: String?
  /// The row last seen under the cursor: where the cursor goes when its entity is filtered away.
  public var index = 0
  /// First visible row.
  public var offset = 0
  /// The column under the cursor, counted among those that are shown; nil for the first one that is seen.
  public var column: Int?
  /// The first column after the frozen ones that is in sight, counted likewise; 0 while nothing is scrolled.
  public var columnOffset = 0
  /// How its columns are arranged.
  public var arrangement: ColumnArrangement
  /// By what the list is sorted, first key first.
  public var sort: [SortOrder] = []
  /// What was typed to filter it.
  public var typed = ""
  /// The values that columns must have, in the order in which they were asked for.
  public var narrowed: [CellFilter] = []
  /// The marked entities, by the keys of their rows.
  public var marked: Set<String> = []
  /// What the list belongs to; a list of another owner starts afresh.
  public var owner = ""

  /// A list at its beginning.
  public init(_ arrangement: ColumnArrangement = ColumnArrangement()) { self.arrangement = arrangement }

  /// What is asked of its rows.
  public var query: ListQuery { ListQuery(typed: typed, narrowed: narrowed, sort: sort) }

  /// Whether something was typed or chosen that its rows must have.
  public var isFiltered: Bool { !typed.isEmpty || !narrowed.isEmpty }

  /// The row of the cursor in a listing: its entity's, else the nearest to where it was.
  public func row(in listing: any Listing) -> Int? {
    let count = listing.count
    guard count > 0 else { return nil }
    // Most often the entity is where it was last seen, and need not be looked for.
    if let key, index >= 0, index < count, listing.key(row: index) == key { return index }
    return key.flatMap { listing.row(key: $0) } ?? min(max(0, index), count - 1)
  }

  /// Puts the cursor on a row; the entity there is followed from now on.
  public mutating func place(at row: Int, in listing: any Listing) {
    guard listing.count > 0 else { return }
    index = min(max(0, row), listing.count - 1)
    key = listing.key(row: index)
  }

  /// Puts the cursor on the first row, whatever it is.
  mutating func goToStart() {
    key = nil
    index = 0
    offset = 0
  }

  /// The first visible row that keeps `row` in sight among `count` rows in `height` lines.
  public func visibleOffset(row: Int?, count: Int, height: Int) -> Int {
    guard let row, height > 0 else { return 0 }
    let kept = min(max(offset, row - height + 1), row)
    return min(max(0, kept), max(0, count - height))
  }

  /// Sorts by a column: upwards, then downwards, then not at all; other columns are dropped.
  public mutating func cycleSort(by column: String) {
    sort = next(of: sort.first { $0.column == column }, column).map { [$0] } ?? []
  }

  /// Adds a column as the last key, or turns it round, or takes it out.
  public mutating func addSort(by column: String) {
    guard let position = sort.firstIndex(where: { $0.column == column }) else {
      sort.append(SortOrder(column: column, isAscending: true))
      return
    }
    if let turned = next(of: sort[position], column) {
      sort[position] = turned
    } else {
      sort.remove(at: position)
    }
  }

  private func next(of order: SortOrder?, _ column: String) -> SortOrder? {
    switch order?.isAscending {
    case nil: SortOrder(column: column, isAscending: true)
    case true?: SortOrder(column: column, isAscending: false)
    case false?: nil
    }
  }
}

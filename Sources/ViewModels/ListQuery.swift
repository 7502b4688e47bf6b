// What is asked of the rows of a list: typed words, values that columns must have, an order.

/// One value that a column must have.
public struct CellFilter: Hashable, Sendable {
  /// The column's id.
  public let column: String
  /// The value as exports have it; empty for what nobody states.
  public let value: String

  /// A value that a column must have.
  public init(column: String, value: String) {
    self.column = column
    self.value = value
  }

  /// The filter as people read it: `kind = university`.
  public func words(_ headers: [ColumnHeader]) -> String {
    let title = headers.first { $0.id == column }?.title.lowercased() ?? column
    return "\(title) = \(value.isEmpty ? Formatting.unknown : value)"
  }
}

/// What is asked of the rows of a list.
public struct ListQuery: Hashable, Sendable {
  /// Words that must occur in a row.
  public var typed: String
  /// Values that columns must have, in the order in which they were asked for.
  public var narrowed: [CellFilter]
  /// By what the rows are sorted, first key first.
  public var sort: [SortOrder]

  /// A question to a list; the whole list when nothing is asked.
  public init(typed: String = "", narrowed: [CellFilter] = [], sort: [SortOrder] = []) {
    self.typed = typed
    self.narrowed = narrowed
    self.sort = sort
  }

  /// The same rows in the list's own order.
  var unsorted: ListQuery { ListQuery(typed: typed, narrowed: narrowed) }

  /// The values that columns must have: of each column any of its values.
  var alternatives: [(column: String, values: [String])] {
    var found: [(column: String, values: [String])] = []
    for filter in narrowed {
      if let position = found.firstIndex(where: { $0.column == filter.column }) {
        found[position].values.append(filter.value)
      } else {
        found.append((filter.column, [filter.value]))
      }
    }
    return found
  }
}

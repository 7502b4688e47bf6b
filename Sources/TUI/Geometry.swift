// Where things are on the screen, in cells counted from the top left corner.

/// A width and a height in cells.
public struct Size: Hashable, Sendable {
  /// Cells from left to right.
  public var columns: Int
  /// Cells from top to bottom.
  public var rows: Int

  /// A size; negative values count as zero.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A cell's place.
public struct Point: Hashable, Sendable {
  /// Cells from the left edge, from 0.
  public var column: Int
  /// Cells from the top edge, from 0.
  public var row: Int

  /// A place.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
  /// Its top left cell.
  public var origin: Point
  /// Its width and height.
  public var size: Size

  /// A rectangle by its corner and size.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Point(column: column, row: row)
    size = Size(columns: columns, rows: rows)
  }

  /// A rectangle of this size at the top left corner.
  public init(_ size: Size) { self.init(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// First column.
  public var left: Int { origin.column }
  /// First row.
  public var top: Int { origin.row }
  /// First column to the right of it.
  public var right: Int { origin.column + size.columns }
  /// First row below it.
  public var bottom: Int { origin.row + size.rows }
  /// Whether it holds no cell.
  public var isEmpty: Bool { size.columns == 0 || size.rows == 0 }

  /// Whether a cell lies inside.
  public func contains(_ point: Point) -> Bool {
    (left..<max(left, right)).contains(point.column) && (top..<max(top, bottom)).contains(point.row)
  }

  /// The rectangle without `columns` at either side and `rows` above and below.
  public func inset(columns: Int, rows: Int) -> Rect {
    Rect(
      column: left + columns, row: top + rows, columns: size.columns - 2 * columns,
      rows: size.rows - 2 * rows)
  }

  /// The part above and the part from `rows` on; negative counts from the bottom.
  public func splitRows(at rows: Int) -> (above: Rect, below: Rect) {
    let cut = min(max(0, rows < 0 ? size.rows + rows : rows), size.rows)
    return (
      Rect(column: left, row: top, columns: size.columns, rows: cut),
      Rect(column: left, row: top + cut, columns: size.columns, rows: size.rows - cut)
    )
  }

  /// The part at the left and the part from `columns` on; negative counts from the right.
  public func splitColumns(at columns: Int) -> (left: Rect, right: Rect) {
    let cut = min(max(0, columns < 0 ? size.columns + columns : columns), size.columns)
    return (
      Rect(column: left, row: top, columns: cut, rows: size.rows),
      Rect(column: left + cut, row: top, columns: size.columns - cut, rows: size.rows)
    )
  }
}

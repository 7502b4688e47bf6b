// The columns of a table while they scroll: the frozen ones, then as many in their order as fit.

import ViewModels

/// Columns that scroll; only those that may be seen are measured, however many there are.
struct ColumnWindow {
  /// Where the columns that scroll begin; earlier than asked for where the frozen ones would leave no room for them.
  let frozen: Int
  /// The first column after them that is seen.
  let first: Int
  /// Whether columns after the last one seen are out of sight.
  let hasMoreAfter: Bool
  /// The columns that are seen, by their position, with their widths.
  let widths: [(position: Int, width: Int)]

  /// Frozen columns that give way at rest (`stays` is false) are left out, unless the cursor is on them.
  init(_ view: PaneView, width: Int, offset: Int, cursor: Int, stays: (Int) -> Bool) {
    let count = view.columns.count
    let (head, start) = Self.head(view, width: width) { $0 == cursor || stays($0) }
    let used = head.reduce(0) { $0 + $1.width + Columns.gap }
    let room = max(1, width - used)
    var measured: [Int: ColumnMeasure] = [:]
    func cells(_ position: Int) -> Int {
      let measure = measured[position] ?? ColumnMeasure(view, position: position)
      measured[position] = measure
      return min(room, measure.natural(in: width))
    }
    guard start < count else {
      (frozen, first, hasMoreAfter, widths) = (start, start, false, head)
      return
    }
    let span = Self.span(
      from: max(offset, start), holding: max(cursor, start), within: start..<count, room: room, cells)
    var tail = span.map { (position: $0, width: cells($0)) }
    var spare = room - tail.reduce(-Columns.gap) { $0 + $1.width + Columns.gap }
    // A text may end at the border, a number may not: its last digits would be missed.
    let next = span.upperBound
    if next < count, !view.listing.headers[view.columns[next]].isNumber,
      spare - Columns.gap >= min(cells(next), Columns.uncut)
    {
      tail.append((next, spare - Columns.gap))
      spare = 0
    }
    frozen = start
    first = span.lowerBound
    hasMoreAfter = first + tail.count < count
    widths = (head + tail).map { position, width in
      let more = min(
        spare, max(0, (measured[position] ?? ColumnMeasure(view, position: position)).content - width))
      spare -= more
      return (position, width + more)
    }
  }

  /// The frozen columns, as many as leave a third of the width to the others.
  private static func head(
    _ view: PaneView, width: Int, stays: (Int) -> Bool
  ) -> (columns: [(position: Int, width: Int)], end: Int) {
    var left = width - max(8, width / 3)
    var head: [(position: Int, width: Int)] = []
    for position in 0..<view.order.frozen where stays(position) {
      let cells = ColumnMeasure(view, position: position).natural(in: width)
      guard cells + Columns.gap <= left else { return (head, position) }
      head.append((position, cells))
      left -= cells + Columns.gap
    }
    return (head, view.order.frozen)
  }

  /// The columns from one on that fit, moved as little as holds the cursor; at the end no room is left empty.
  private static func span(
    from offset: Int, holding cursor: Int, within all: Range<Int>, room: Int, _ cells: (Int) -> Int
  ) -> Range<Int> {
    var first = cursor
    var used = cells(cursor)
    func extendBack(to least: Int) {
      while first > least, used + Columns.gap + cells(first - 1) <= room {
        first -= 1
        used += Columns.gap + cells(first)
      }
    }
    extendBack(to: min(offset, cursor))
    var end = cursor + 1
    while end < all.upperBound, used + Columns.gap + cells(end) <= room {
      used += Columns.gap + cells(end)
      end += 1
    }
    if end == all.upperBound { extendBack(to: all.lowerBound) }
    return first..<end
  }
}

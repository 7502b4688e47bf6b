// The columns of a table at rest: where room is short, those of the lowest rank give way.

import ViewModels

/// Columns that are not scrolled.
struct ColumnRest {
  /// Lists of more columns have none that gives way: they scroll, and what is not seen is not measured.
  private static let most = 64

  /// The columns that stay, by their position, with their widths.
  let widths: [(position: Int, width: Int)]
  /// Whether none gave way.
  let isWhole: Bool

  /// The columns at rest; nil where they scroll from the beginning: there are too many, or some were frozen by hand.
  static func fitting(_ view: PaneView, width: Int) -> ColumnRest? {
    guard view.columns.count <= most else { return nil }
    let rest = ColumnRest(view, width: width)
    if case .upTo = view.list.arrangement.freeze, !rest.isWhole { return nil }
    return rest
  }

  private init(_ view: PaneView, width: Int) {
    let measured = view.columns.indices.map { ColumnMeasure(view, position: $0) }
    let kept = Self.dropped(measured, width: width)
    isWhole = kept.count == measured.count
    let cut = Self.cut(after: kept, measured, view, width: width)
    widths =
      Self.placed(kept, width: width - (cut.map { $0.width + Columns.gap } ?? 0)) + (cut.map { [$0] } ?? [])
  }

  /// The first column that gave way, where there is room for the beginning of its texts.
  private static func cut(
    after kept: [ColumnMeasure], _ all: [ColumnMeasure], _ view: PaneView, width: Int
  ) -> (position: Int, width: Int)? {
    guard kept.count < all.count, all[kept.count].isUncut, kept.last?.position == kept.count - 1,
      !view.listing.headers[view.columns[kept.count]].isNumber
    else { return nil }
    let room = width - needed(by: kept, in: width) - Columns.gap
    return room >= Columns.uncut ? (kept.count, room) : nil
  }

  /// Whether a column stays.
  func holds(_ position: Int) -> Bool { widths.contains { $0.position == position } }

  private static func dropped(_ columns: [ColumnMeasure], width: Int) -> [ColumnMeasure] {
    var kept = columns
    while kept.count > 1, needed(by: kept, in: width) > width, let rank = kept.map(\.rank).max(), rank > 0,
      let position = kept.lastIndex(where: { $0.rank == rank })
    {
      kept.remove(at: position)
    }
    return kept
  }

  private static func needed(by columns: [ColumnMeasure], in width: Int) -> Int {
    columns.reduce(Columns.gap * (columns.count - 1)) { $0 + $1.need(in: width) }
  }

  /// What is spare goes first to the columns that are never dropped, the one that takes the rest among them, then to
  /// the others by rank up to their wish, then to those whose content their bound still cuts.
  private static func placed(_ columns: [ColumnMeasure], width: Int) -> [(position: Int, width: Int)] {
    var cells = columns.map { min($0.need(in: width), width) }
    var spare = max(0, width - needed(by: columns, in: width))
    func grow(_ position: Int, to wish: Int) {
      let more = min(spare, max(0, wish - cells[position]))
      cells[position] += more
      spare -= more
    }
    let byRank = columns.indices.sorted { (columns[$0].rank, $0) < (columns[$1].rank, $1) }
    for position in byRank where columns[position].rank == 0 { grow(position, to: columns[position].wish) }
    for position in byRank { grow(position, to: columns[position].wish) }
    for position in byRank { grow(position, to: columns[position].content) }
    var start = 0
    return columns.indices.map { index in
      let cut = max(0, min(cells[index], width - start))
      start += cut + Columns.gap
      return (columns[index].position, cut)
    }
  }
}

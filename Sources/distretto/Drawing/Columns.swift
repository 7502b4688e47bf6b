// How wide each column of a table is: by content, within bounds, one taking what the others leave.

import TUI
import ViewModels

/// The columns of a table as they fit into a pane.
struct Columns {
  /// One visible column.
  struct Slot: Equatable {
    /// Its position among the listing's headers.
    let index: Int
    /// Its first cell, counted from the left edge of the rows.
    let start: Int
    /// Its width.
    let width: Int
  }

  /// Blank cells between two columns.
  static let gap = 2
  /// Columns that want no more than this are shown whole or not at all.
  private static let uncut = 12

  let slots: [Slot]

  /// Fits the screen columns of a pane into `width` cells.
  init(_ view: PaneView, width: Int) {
    let measured = view.columns.map { Measure(view, column: $0) }
    let kept = Self.dropped(measured, width: width)
    slots = Self.placed(kept, width: width)
  }

  /// How much room a column wants.
  private struct Measure {
    let index: Int
    let width: ColumnWidth
    let content: Int
    /// What it wants at most.
    let wish: Int

    init(_ view: PaneView, column: Int) {
      let header = view.listing.headers[column]
      let mark = view.list.sort.contains { $0.column == header.id } ? 3 : 0
      let cells = view.listing.widest(column: column) { cell in cell.runs.reduce(0) { $0 + Width.of($1.text) }
      }
      content = max(cells, Width.of(header.title) + mark)
      index = column
      width = header.width
      let bounded = min(width.most, max(width.least, cells))
      wish = width.takesRest ? content : max(bounded, Width.of(header.title) + mark)
    }

    /// What it cannot do without while the others stay.
    func need(in total: Int) -> Int {
      width.takesRest
        ? min(content, max(width.least, total / 3)) : min(wish, max(width.least, Columns.uncut))
    }
  }

  private static func dropped(_ columns: [Measure], width: Int) -> [Measure] {
    var kept = columns
    while kept.count > 1, needed(by: kept, in: width) > width, let rank = kept.map(\.width.rank).max(),
      rank > 0,
      let position = kept.lastIndex(where: { $0.width.rank == rank })
    {
      kept.remove(at: position)
    }
    return kept
  }

  private static func needed(by columns: [Measure], in width: Int) -> Int {
    columns.reduce(gap * (columns.count - 1)) { $0 + $1.need(in: width) }
  }

  /// What is spare goes first to the columns that are never dropped, the one that takes the rest among them, then to
  /// the others by rank up to their wish, then to those whose content their bound still cuts.
  private static func placed(_ columns: [Measure], width: Int) -> [Slot] {
    var cells = columns.map { min($0.need(in: width), width) }
    var spare = max(0, width - needed(by: columns, in: width))
    func grow(_ position: Int, to wish: Int) {
      let more = min(spare, max(0, wish - cells[position]))
      cells[position] += more
      spare -= more
    }
    let byRank = columns.indices.sorted { (columns[$0].width.rank, $0) < (columns[$1].width.rank, $1) }
    for position in byRank where columns[position].width.rank == 0 {
      grow(position, to: columns[position].wish)
    }
    for position in byRank { grow(position, to: columns[position].wish) }
    for position in byRank { grow(position, to: columns[position].content) }
    var start = 0
    return columns.indices.map { position in
      let slot = Slot(
        index: columns[position].index, start: start, width: max(0, min(cells[position], width - start)))
      start += cells[position] + gap
      return slot
    }
  }
}

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
  /// Rows that are measured besides the visible ones.
  private static let sample = 200

  let slots: [Slot]

  /// Fits the screen columns of a pane into `width` cells.
  init(_ view: PaneView, visible: Range<Int>, width: Int) {
    let measured = view.columns.map { Measure(view, column: $0, visible: visible) }
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

    init(_ view: PaneView, column: Int, visible: Range<Int>) {
      let header = view.listing.headers[column]
      let mark = view.list.sort.contains { $0.column == header.id } ? 3 : 0
      let count = view.listing.keys.count
      let step = max(1, count / Columns.sample)
      let rows = Set(stride(from: 0, to: count, by: step)).union(visible)
      content = rows.reduce(Width.of(header.title) + mark) { widest, row in
        max(widest, view.listing.cell(row: row, column: column).runs.reduce(0) { $0 + Width.of($1.text) })
      }
      index = column
      width = header.width
      wish = width.takesRest ? content : min(width.most, max(width.least, content))
    }

    /// What it needs so that the others may stay.
    func need(in total: Int) -> Int {
      width.takesRest ? min(content, max(width.least, total * 2 / 5)) : wish
    }
  }

  private static func dropped(_ columns: [Measure], width: Int) -> [Measure] {
    var kept = columns
    func needed() -> Int { kept.reduce(gap * (kept.count - 1)) { $0 + $1.need(in: width) } }
    while kept.count > 1, needed() > width, let rank = kept.map(\.width.rank).max(), rank > 0,
      let position = kept.lastIndex(where: { $0.width.rank == rank })
    {
      kept.remove(at: position)
    }
    return kept
  }

  private static func placed(_ columns: [Measure], width: Int) -> [Slot] {
    let fixed = columns.filter { !$0.width.takesRest }.reduce(0) { $0 + $1.wish }
    let room = max(0, width - gap * (columns.count - 1))
    var spare = max(0, room - fixed)
    var start = 0
    let rest = columns.first { $0.width.takesRest }
    let restWidth = min(spare, rest?.content ?? 0)
    spare -= restWidth
    return columns.map { column in
      var cells = column.width.takesRest ? restWidth : min(column.wish, room)
      // What is still spare goes to columns whose content was cut by their bound.
      if !column.width.takesRest, column.content > cells {
        let more = min(spare, column.content - cells)
        cells += more
        spare -= more
      }
      let slot = Slot(index: column.index, start: start, width: max(0, min(cells, width - start)))
      start += cells + gap
      return slot
    }
  }
}

// Draws a pane that is a table: header, rows, cursor bar, thumb.

import TUI
import ViewModels

extension Drawing {
  /// Draws a pane into its rectangle: border with words, and inside it a table, facts or the reason for emptiness.
  mutating func draw(
    _ view: PaneView, in rect: Rect, number: Int?, chips: [(String, Role)], format: Formatting
  ) {
    let border: Role = view.isFocused ? .borderFocus : .border
    let title: Role = view.isFocused ? .titleFocus : .title
    var words: [(String, Role)] = []
    if let number { words.append(("\(number) ", view.isFocused ? .titleFocus : .count)) }
    words.append((view.title.name, title))
    if let owner = view.title.owner { words.append((" · \(owner)", view.isFocused ? .title : .textDim)) }
    hit(rect, .paneClicked(view.id))
    let marked = view.list.marked.count
    let marks: [(String, Role)] = marked > 0 ? [("\(glyphs.marked) \(format.count(marked)) · ", .mark)] : []
    box(rect, border: border, title: words, right: marks + [(view.title.count, .count)], bottom: chips)
    let inner = rect.inset(columns: 1, rows: 1)
    if let empty = view.empty {
      drawEmpty(empty, in: inner.inset(columns: 1, rows: 0))
    } else if let facts = view.listing as? FactListing {
      drawFacts(facts, view, in: inner)
    } else {
      drawTable(view, rows: Layout.rows(of: view, in: rect), in: inner)
    }
  }

  private mutating func drawTable(_ view: PaneView, rows: Rect, in inner: Rect) {
    let last = min(view.listing.count, view.offset + rows.size.rows)
    let visible = min(view.offset, last)..<last
    let columns = Columns(view, width: rows.size.columns)
    drawHeader(view, columns, at: Point(column: rows.left, row: inner.top))
    drawMore(columns, left: rows.left, right: rows.right, row: inner.top)
    for (line, row) in visible.enumerated() {
      let bar = Rect(column: inner.left, row: rows.top + line, columns: inner.size.columns, rows: 1)
      drawRow(view, row, columns, bar: bar, from: rows.left)
    }
    drawThumb(view, visible: visible, column: inner.right, top: rows.top, height: rows.size.rows)
  }

  private mutating func drawHeader(_ view: PaneView, _ columns: Columns, at point: Point) {
    for slot in columns.slots {
      let header = view.listing.headers[slot.index]
      let mark = view.sortMark(of: header, glyphs)
      let text = mark.isEmpty ? header.title : "\(header.title) \(mark)"
      let isCursor = view.isFocused && slot.index == view.cursorColumn
      let role: Role = !mark.isEmpty ? .headerSorted : isCursor ? .textStrong : .header
      let clipped = Width.clipped(text, to: slot.width, ellipsis: String(glyphs.ellipsis))
      let shift = header.isNumber ? slot.width - Width.of(clipped) : 0
      let place = Point(column: point.column + slot.start + shift, row: point.row)
      if let axis = header.axis {
        drawTicks(axis, slot, at: point, behind: isCursor || role == .headerSorted ? clipped : "", role)
      } else {
        frame.write(clipped, at: place, width: slot.width, role: role)
      }
      hit(
        Rect(column: point.column + slot.start, row: point.row, columns: slot.width, rows: 1),
        .headerClicked(view.id, column: slot.position))
    }
  }

  /// The years, or months, above a time axis, behind a title where there is one.
  private mutating func drawTicks(
    _ axis: TimeAxis, _ slot: Columns.Slot, at point: Point, behind title: String, _ role: Role
  ) {
    let start = Point(column: point.column + slot.start, row: point.row)
    let used = frame.write(title, at: start, width: slot.width, role: role)
    for tick in axis.ticks(width: slot.width) where used == 0 || tick.cell > used {
      let place = Point(column: point.column + slot.start + tick.cell, row: point.row)
      frame.write(tick.text, at: place, width: slot.width - tick.cell, role: .header)
    }
  }

  /// Says at the ends of the header that there are more columns than are seen.
  private mutating func drawMore(_ columns: Columns, left: Int, right: Int, row: Int) {
    if let slot = columns.firstScrolled {
      let place = Point(column: left + slot.start - 1, row: row)
      frame.write(String(glyphs.moreBefore), at: place, width: 1, role: .thumb)
    }
    if columns.hasMoreAfter {
      frame.write(String(glyphs.moreAfter), at: Point(column: right, row: row), width: 1, role: .thumb)
    }
  }

  private mutating func drawRow(
    _ view: PaneView, _ row: Int, _ columns: Columns, bar: Rect, from left: Int
  ) {
    let isCursor = row == view.row
    let over: Role? = isCursor ? (view.isFocused ? .cursor : .cursorUnfocused) : nil
    if let over { frame.fill(bar, role: over) }
    if !view.list.marked.isEmpty, view.list.marked.contains(view.listing.key(row: row)) {
      frame.write(String(glyphs.marked), at: bar.origin, width: 1, role: .mark, over: over)
    }
    for slot in columns.slots {
      let cell = view.listing.cell(row: row, column: slot.index)
      let start = left + slot.start
      if let share = cell.share {
        let text = Bar.text(share, width: slot.width, isASCII: glyphs == .ascii)
        frame.write(
          text, at: Point(column: start, row: bar.top), width: slot.width, role: .bar, over: over)
        continue
      }
      if let timeline = cell.timeline {
        let runs = timeline.runs(width: slot.width, isASCII: glyphs == .ascii)
        write(
          runs.map { ($0.text, $0.themeRole) }, at: Point(column: start, row: bar.top), width: slot.width,
          over: over)
        continue
      }
      let shift = view.listing.headers[slot.index].isNumber ? max(0, slot.width - Width.of(cell.text)) : 0
      writeCell(
        cell.runs, at: Point(column: start + shift, row: bar.top), width: slot.width - shift, over: over)
    }
    hit(bar, .clicked(view.id, row: row))
  }

  /// Writes the runs of a cell; where they do not fit, the last visible one ends in `…`.
  mutating func writeCell(_ runs: [Run], at point: Point, width: Int, over: Role?) {
    var used = 0
    for (index, run) in runs.enumerated() where used < width {
      let rest = runs[(index + 1)...].reduce(0) { $0 + Width.of($1.text) }
      let own = Width.of(run.text)
      let room = width - used
      let isCut = own + rest > room && (own > room || room - own < 1)
      let place = Point(column: point.column + used, row: point.row)
      if isCut, rest > 0, own <= room {
        used += writeClipped(
          run.text + "\u{2026}\u{2026}", at: place, width: room, role: run.themeRole, over: over)
      } else {
        used += writeClipped(run.text, at: place, width: room, role: run.themeRole, over: over)
      }
    }
  }

  /// The position in the list, as a thumb on the right border.
  mutating func drawThumb(_ view: PaneView, visible: Range<Int>, column: Int, top: Int, height: Int) {
    let count = view.listing.count
    guard count > visible.count, height > 1 else { return }
    let size = max(1, height * visible.count / count)
    let start = (height - size) * visible.lowerBound / max(1, count - visible.count)
    for row in start..<min(height, start + size) {
      frame.write(
        String(glyphs.thumbOnBorder), at: Point(column: column, row: top + row), width: 1, role: .thumb)
    }
  }

  private mutating func drawEmpty(_ empty: EmptyState, in rect: Rect) {
    let lines =
      Width.wrapped(empty.reason, to: rect.size.columns).map { ($0, Role.text) }
      + Width.wrapped(empty.advice, to: rect.size.columns).map { ($0, Role.textDim) }
    let top = rect.top + min(1, max(0, rect.size.rows - lines.count))
    for (index, line) in lines.prefix(max(0, rect.bottom - top)).enumerated() {
      frame.write(
        line.0, at: Point(column: rect.left, row: top + index), width: rect.size.columns, role: line.1)
    }
  }
}

extension Glyphs {
  /// The thumb drawn on a border: heavier than the line, no wider.
  var thumbOnBorder: Character { self == .ascii ? "#" : "┃" }

  /// There is more to the left.
  var moreBefore: Character { self == .ascii ? "<" : "‹" }

  /// There is more to the right.
  var moreAfter: Character { self == .ascii ? ">" : "›" }

  /// Chosen, in a list of choices that are on or off.
  var check: Character { self == .ascii ? "x" : "✓" }
}

// Draws what lies over the panes: pickers, sources, help; the list of columns has a file of its own.

import TUI
import ViewModels

extension Drawing {
  /// Draws the overlay of a state; clicks outside of it do nothing.
  mutating func drawOverlay(_ state: AppState, _ layout: Layout, size: Size) {
    switch state.overlay {
    case .picker(let picker): drawPicker(picker, size: size)
    case .columns(let chooser): drawChooser(chooser, state, size: size)
    case .source(let provenance, let offset): drawSource(provenance, offset: offset, size: size)
    case .help(let offset): drawHelp(offset: offset, size: size)
    case .filter, .prompt, .menu, nil: break
    }
  }

  private mutating func drawPicker(_ picker: Picker, size: Size) {
    dropHits()
    let matches = picker.matches
    let widest = picker.items.map { Width.of($0.name) + Width.of($0.detail) }.max() ?? 0
    let columns =
      size.columns < Layout.stacked ? size.columns : min(size.columns - 4, max(44, min(84, widest + 10)))
    let rows = min(size.rows - 4, max(6, min(picker.items.count + 3, 26)))
    let rect = Rect(
      column: (size.columns - columns) / 2, row: max(1, (size.rows - rows) / 4), columns: columns, rows: rows)
    clear(rect)
    hit(rect, .overlayClicked(line: .max))
    let isMissed = picker.isMissed
    let count =
      picker.isMarking
      ? "\(picker.marked.count) marked" : "\(isMissed ? 0 : matches.count) of \(picker.items.count)"
    box(rect, border: .pickerBorder, title: [(picker.title, .pickerTitle)], right: [(count, .count)])
    let inner = rect.inset(columns: 2, rows: 1)
    let used = write(
      [
        ("\(glyphs.step) ", .prompt),
        (Self.tail(of: picker.typed, width: inner.size.columns - 4), .promptText),
      ], at: inner.origin, width: inner.size.columns
    )
    frame.cursor = Point(column: inner.left + used, row: inner.top)
    if isMissed {
      writeClipped(
        matches.isEmpty ? "Nothing matches; Backspace shortens." : "Nothing matches. Did you mean",
        at: Point(column: inner.left, row: inner.top + 1), width: inner.size.columns, role: .textDim)
    }
    let top = inner.top + (isMissed ? 2 : 1)
    let room = inner.bottom - top
    let cursor = min(max(0, picker.cursor), max(0, matches.count - 1))
    let first = max(0, min(cursor - room / 2, matches.count - room))
    for (line, index) in (first..<min(matches.count, first + room)).enumerated() {
      drawChoice(matches[index], picker, isCursor: index == cursor, row: top + line, in: rect)
      hit(
        Rect(column: rect.left + 1, row: top + line, columns: rect.size.columns - 2, rows: 1),
        .overlayClicked(line: index))
    }
  }

  private mutating func drawChoice(
    _ item: PickerItem, _ picker: Picker, isCursor: Bool, row: Int, in rect: Rect
  ) {
    let over: Role? = isCursor ? .cursor : nil
    let bar = Rect(column: rect.left + 1, row: row, columns: rect.size.columns - 2, rows: 1)
    if let over { frame.fill(bar, role: over) }
    let detailWidth = Width.of(item.detail)
    let isMarked = picker.marked.contains(item.id)
    frame.write(
      isMarked ? String(glyphs.marked) : " ", at: Point(column: bar.left, row: row), width: 1, role: .mark,
      over: over)
    let isZero = item.detail == "0"
    writeClipped(
      item.name, at: Point(column: bar.left + 2, row: row), width: bar.size.columns - detailWidth - 4,
      role: isZero ? .textDim : .text, over: over)
    frame.write(
      item.detail, at: Point(column: bar.right - 1 - detailWidth, row: row), width: detailWidth,
      role: .textDim, over: over)
  }

  private mutating func drawSource(_ provenance: Provenance, offset: Int, size: Size) {
    let columns = size.columns < Layout.stacked ? size.columns : min(size.columns - 2, 96)
    let width = columns - 4
    var lines: [[(String, Role)]] = []
    for (index, line) in provenance.lines.enumerated() {
      if index > 0 { lines.append([]) }
      let head = [line.value, line.date].filter { !$0.isEmpty }.joined(separator: "  ")
      if !head.isEmpty {
        lines.append([
          (line.isShown ? "\(glyphs.full) " : "\(glyphs.empty) ", .textDim),
          (head, line.isShown ? .textStrong : .text),
        ])
      }
      lines += Width.wrapped(line.source, to: width - 2).map { [("  \($0)", .source)] }
      lines += Width.wrapped(line.url, to: width - 2).map { [("  ", .text), ($0, .link)] }
      lines += line.note.map { Width.wrapped($0, to: width - 2).map { [("  \($0)", .textDim)] } } ?? []
    }
    if let rule = provenance.rule {
      lines += [[]] + Width.wrapped(rule, to: width).map { [($0, .warning)] }
    }
    let count = provenance.lines.count
    drawText(
      lines, title: provenance.title, right: count == 1 ? "1 source" : "\(count) statements", offset: offset,
      columns: columns, size: size)
  }

  private mutating func drawHelp(offset: Int, size: Size) {
    let columns = size.columns < Layout.stacked ? size.columns : min(size.columns - 2, 78)
    drawText(
      HelpText.lines(glyphs: glyphs), title: "Keys", right: "the mouse and its wheel work too",
      offset: offset,
      columns: columns, size: size)
  }

  /// A box of lines that can be scrolled.
  private mutating func drawText(
    _ lines: [[(String, Role)]], title: String, right: String, offset: Int, columns: Int, size: Size
  ) {
    dropHits()
    let rows = min(size.rows - 2, lines.count + 2)
    let rect = Rect(
      column: (size.columns - columns) / 2, row: max(1, (size.rows - rows) / 3), columns: columns, rows: rows)
    clear(rect)
    hit(rect, .overlayClicked(line: .max))
    let room = rows - 2
    let first = min(max(0, offset), max(0, lines.count - room))
    let position =
      lines.count > room ? "\(first + 1)–\(min(lines.count, first + room)) of \(lines.count)" : right
    box(rect, border: .pickerBorder, title: [(title, .pickerTitle)], right: [(position, .count)])
    for (index, line) in lines[first...].prefix(room).enumerated() {
      write(line, at: Point(column: rect.left + 2, row: rect.top + 1 + index), width: columns - 4)
    }
  }

  mutating func clear(_ rect: Rect) {
    frame.fill(rect.inset(columns: -1, rows: 0), role: .text)
    frame.fill(rect, role: .text)
  }
}

// Draws a page of facts: headings, labels in one column, values wrapped beside them.

import TUI
import ViewModels

extension Drawing {
  private static let widestLabel = 20

  /// Draws the facts that fit, the one under the cursor always among them.
  mutating func drawFacts(_ listing: FactListing, _ view: PaneView, in inner: Rect) {
    let area = inner.inset(columns: 1, rows: 0)
    let labels = listing.facts.map { fact in
      if case .value(let label, _, _, _) = fact { Width.of(label) } else { 0 }
    }
    let labelWidth = min(Self.widestLabel, area.size.columns / 3, labels.max() ?? 0)
    let valueWidth = max(8, area.size.columns - labelWidth - 2)
    let heights = listing.facts.indices.map { index in
      height(of: listing.facts[index], isFirst: index == 0, valueWidth: valueWidth, width: area.size.columns)
    }
    let first = firstVisible(view, heights: heights, room: area.size.rows)
    var line = area.top
    var end = first
    for index in first..<listing.facts.count where line < area.bottom {
      let rect = Rect(
        column: area.left, row: line, columns: area.size.columns,
        rows: min(heights[index], area.bottom - line))
      drawFact(
        listing.facts[index], in: rect, labelWidth: labelWidth, isFirst: index == 0,
        bar: index == view.row
          ? Rect(column: inner.left, row: line, columns: inner.size.columns, rows: rect.size.rows) : nil,
        isFocused: view.isFocused)
      hit(rect, .clicked(view.id, row: index))
      line += heights[index]
      end = index + 1
    }
    drawThumb(view, visible: first..<end, column: inner.right, top: area.top, height: area.size.rows)
  }

  private func height(of fact: Fact, isFirst: Bool, valueWidth: Int, width: Int) -> Int {
    switch fact {
    case .heading: isFirst ? 1 : 2
    case .paragraph(let text): max(1, Width.wrapped(text, to: width).count)
    case .value(_, let runs, _, _): max(1, Width.wrapped(runs.map(\.text).joined(), to: valueWidth).count)
    }
  }

  private func firstVisible(_ view: PaneView, heights: [Int], room: Int) -> Int {
    guard let row = view.row else { return 0 }
    if heights.reduce(0, +) <= room { return 0 }
    var first = min(view.offset, row)
    while first < row, heights[first...row].reduce(0, +) > room { first += 1 }
    // The end of the page is not left empty.
    while first > 0, heights[(first - 1)...].reduce(0, +) <= room { first -= 1 }
    return first
  }

  private mutating func drawFact(
    _ fact: Fact, in rect: Rect, labelWidth: Int, isFirst: Bool, bar: Rect?, isFocused: Bool
  ) {
    let over: Role? = bar == nil ? nil : (isFocused ? .cursor : .cursorUnfocused)
    switch fact {
    case .heading(let text):
      let row = isFirst ? rect.top : rect.bottom - 1
      if let over, let bar {
        frame.fill(Rect(column: bar.left, row: row, columns: bar.size.columns, rows: 1), role: over)
      }
      frame.write(
        text, at: Point(column: rect.left, row: row), width: rect.size.columns, role: .textStrong, over: over)
    case .paragraph(let text):
      if let over, let bar { frame.fill(bar, role: over) }
      for (index, line) in Width.wrapped(text, to: rect.size.columns).prefix(rect.size.rows).enumerated() {
        frame.write(
          line, at: Point(column: rect.left, row: rect.top + index), width: rect.size.columns, role: .text,
          over: over)
      }
    case .value(let label, let runs, _, let page):
      if let over, let bar { frame.fill(bar, role: over) }
      writeClipped(
        label, at: rect.origin, width: labelWidth, role: page == nil ? .textDim : .link, over: over)
      let start = rect.left + labelWidth + (labelWidth > 0 ? 2 : 0)
      let area = Rect(column: start, row: rect.top, columns: rect.right - start, rows: rect.size.rows)
      writeWrapped(runs, in: area, over: over)
    }
  }

  /// Writes runs over several lines, broken at blanks, each word in its run's role.
  private mutating func writeWrapped(_ runs: [Run], in area: Rect, over: Role?) {
    let text = runs.map(\.text).joined()
    let lines = Width.wrapped(text, to: max(8, area.size.columns))
    if lines.count <= 1 {
      writeCell(runs, at: area.origin, width: area.size.columns, over: over)
      return
    }
    let role = runs.max { Width.of($0.text) < Width.of($1.text) }?.themeRole ?? .text
    for (index, line) in lines.prefix(area.size.rows).enumerated() {
      frame.write(
        line, at: Point(column: area.left, row: area.top + index), width: area.size.columns, role: role,
        over: over)
    }
  }
}

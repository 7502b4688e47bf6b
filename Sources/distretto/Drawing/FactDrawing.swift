// Draws a page of facts: headings, labels in one column, values wrapped beside them.

import TUI
import ViewModels

/// Where the parts of facts go at one width.
private struct FactGrid {
  private static let widestLabel = 28

  let width: Int
  let labelWidth: Int

  init(_ facts: [Fact], width: Int) {
    let labels = facts.map { fact in
      if case .value(let label, _, _, _) = fact { Width.of(label) } else { 0 }
    }
    self.width = width
    labelWidth = min(Self.widestLabel, width / 3, labels.max() ?? 0)
  }

  /// First cell of a value: beside its label, or at the left when it has none.
  func start(label: String) -> Int { label.isEmpty ? 0 : labelWidth + 2 }

  /// The lines of a value's text.
  func lines(label: String, _ runs: [Run]) -> [String] {
    Width.wrapped(runs.map(\.text).joined(), to: max(8, width - start(label: label)))
  }

  /// How many lines a fact takes; a heading stands off from what is above it.
  func height(of fact: Fact, isFirst: Bool) -> Int {
    switch fact {
    case .heading: isFirst ? 1 : 2
    case .paragraph(let text): max(1, Width.wrapped(text, to: width).count)
    case .value(let label, let runs, _, _): max(1, lines(label: label, runs).count)
    }
  }
}

extension Drawing {
  /// Draws the facts that fit, the one under the cursor always among them.
  mutating func drawFacts(_ listing: FactListing, _ view: PaneView, in inner: Rect) {
    let area = inner.inset(columns: 1, rows: 0)
    let grid = FactGrid(listing.facts, width: area.size.columns)
    let heights = listing.facts.enumerated().map { grid.height(of: $0.element, isFirst: $0.offset == 0) }
    let first = firstVisible(view, heights: heights, room: area.size.rows)
    var top = area.top
    var end = first
    for index in first..<listing.facts.count where top < area.bottom {
      let rows = min(heights[index], area.bottom - top)
      let rect = Rect(column: area.left, row: top, columns: area.size.columns, rows: rows)
      let over: Role? = index == view.row ? (view.isFocused ? .cursor : .cursorUnfocused) : nil
      if let over { drawBar(listing.facts[index], in: rect, role: over) }
      drawFact(listing.facts[index], grid, in: rect, over: over)
      hit(rect, .clicked(view.id, row: index))
      top += heights[index]
      end = index + 1
    }
    drawThumb(view, visible: first..<end, column: inner.right, top: area.top, height: area.size.rows)
  }

  private func firstVisible(_ view: PaneView, heights: [Int], room: Int) -> Int {
    guard let row = view.row, heights.reduce(0, +) > room else { return 0 }
    var first = min(view.offset, row)
    while first < row, heights[first...row].reduce(0, +) > room { first += 1 }
    // The end of the page is not left empty.
    while first > 0, heights[(first - 1)...].reduce(0, +) <= room { first -= 1 }
    return first
  }

  /// The cursor bar, border to border; a heading's blank line stays free of it.
  private mutating func drawBar(_ fact: Fact, in rect: Rect, role: Role) {
    var bar = rect.inset(columns: -1, rows: 0)
    if case .heading = fact {
      bar = Rect(column: bar.left, row: rect.bottom - 1, columns: bar.size.columns, rows: 1)
    }
    frame.fill(bar, role: role)
  }

  private mutating func drawFact(_ fact: Fact, _ grid: FactGrid, in rect: Rect, over: Role?) {
    switch fact {
    case .heading(let text):
      let place = Point(column: rect.left, row: rect.bottom - 1)
      writeClipped(text, at: place, width: rect.size.columns, role: .textStrong, over: over)
    case .paragraph(let text):
      writeLines(Width.wrapped(text, to: rect.size.columns), in: rect, role: .text, over: over)
    case .value(let label, let runs, _, let page):
      writeClipped(
        label, at: rect.origin, width: grid.labelWidth, role: page == nil ? .textDim : .link, over: over)
      let start = rect.left + grid.start(label: label)
      let area = Rect(column: start, row: rect.top, columns: rect.right - start, rows: rect.size.rows)
      let lines = grid.lines(label: label, runs)
      if lines.count > 1 {
        // Over several lines the longest run decides, so that a sentence is of one piece.
        let role = runs.max { Width.of($0.text) < Width.of($1.text) }?.themeRole ?? .text
        writeLines(lines, in: area, role: role, over: over)
      } else {
        writeCell(runs, at: area.origin, width: area.size.columns, over: over)
      }
    }
  }

  private mutating func writeLines(_ lines: [String], in rect: Rect, role: Role, over: Role?) {
    for (index, line) in lines.prefix(rect.size.rows).enumerated() {
      frame.write(
        line, at: Point(column: rect.left, row: rect.top + index), width: rect.size.columns, role: role,
        over: over)
    }
  }
}

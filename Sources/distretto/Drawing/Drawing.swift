// A frame in the making, with what a click on each part of it means.

import TUI
import ViewModels

/// The frame, and where a click leads.
struct Drawing {
  /// A part of the frame that can be clicked.
  struct Hit {
    let rect: Rect
    let intent: Intent
  }

  var frame: Frame
  let glyphs: Glyphs
  /// Later hits lie over earlier ones.
  private(set) var hits: [Hit] = []

  init(size: Size, sheet: StyleSheet, glyphs: Glyphs) {
    frame = Frame(size: size, sheet: sheet)
    self.glyphs = glyphs
  }

  /// What a click at a place means.
  func intent(at point: Point) -> Intent? { hits.last { $0.rect.contains(point) }?.intent }

  /// Makes a part of the frame clickable.
  mutating func hit(_ rect: Rect, _ intent: Intent) { hits.append(Hit(rect: rect, intent: intent)) }

  /// Takes all clicks away from what was drawn so far.
  mutating func dropHits() { hits = [] }

  /// Writes runs one after the other; returns the columns used.
  @discardableResult
  mutating func write(_ runs: [(String, Role)], at point: Point, width: Int, over: Role? = nil) -> Int {
    var used = 0
    for (text, role) in runs where used < width {
      used += frame.write(
        text, at: Point(column: point.column + used, row: point.row), width: width - used, role: role,
        over: over)
    }
    return used
  }

  /// Writes text that ends in `…` where it is cut.
  @discardableResult
  mutating func writeClipped(
    _ text: String, at point: Point, width: Int, role: Role, over: Role? = nil
  ) -> Int {
    frame.write(
      Width.clipped(text, to: width, ellipsis: String(glyphs.ellipsis)), at: point, width: width, role: role,
      over: over)
  }

  /// Draws a border with words at its top left, top right and bottom left.
  mutating func box(
    _ rect: Rect, border: Role, title: [(String, Role)] = [], right: [(String, Role)] = [],
    bottom: [(String, Role)] = []
  ) {
    guard rect.size.columns >= 2, rect.size.rows >= 2 else { return }
    let inner = rect.size.columns - 2
    let edges = [
      (rect.top, glyphs.topLeft, glyphs.topRight), (rect.bottom - 1, glyphs.bottomLeft, glyphs.bottomRight),
    ]
    for (row, left, right) in edges {
      line(border, glyphs.horizontal, column: rect.left + 1, row: row, columns: inner)
      line(border, left, column: rect.left, row: row)
      line(border, right, column: rect.right - 1, row: row)
    }
    for column in [rect.left, rect.right - 1] {
      line(border, glyphs.vertical, column: column, row: rect.top + 1, rows: rect.size.rows - 2)
    }
    // The count keeps its place as long as a short title fits beside it.
    let rightWidth = right.reduce(0) { $0 + Width.of($1.0) }
    let reserved = rightWidth > 0 && inner - rightWidth >= 18 ? rightWidth + 4 : 0
    let titleWidth = label(title, row: rect.top, from: rect.left + 1, width: inner - 1 - reserved)
    labelRight(right, row: rect.top, end: rect.right - 2, width: inner - titleWidth - 3)
    label(bottom, row: rect.bottom - 1, from: rect.left + 1, width: inner - 1)
  }

  private mutating func line(
    _ role: Role, _ glyph: Character, column: Int, row: Int, columns: Int = 1, rows: Int = 1
  ) {
    frame.fill(
      Rect(column: column, row: row, columns: columns, rows: rows), role: role, character: glyph)
  }

  @discardableResult
  private mutating func label(_ runs: [(String, Role)], row: Int, from column: Int, width: Int) -> Int {
    guard !runs.isEmpty, width > 4 else { return 0 }
    let fitted = fit([(" ", .title)] + Self.trimmed(runs) + [(" ", .title)], width: width)
    return write(fitted, at: Point(column: column + 1, row: row), width: width)
  }

  private mutating func labelRight(_ runs: [(String, Role)], row: Int, end: Int, width: Int) {
    guard runs.contains(where: { !$0.0.isEmpty }), width > 6 else { return }
    let fitted = fit([(" ", .count)] + runs + [(" ", .count)], width: width)
    let used = fitted.reduce(0) { $0 + Width.of($1.0) }
    write(fitted, at: Point(column: end - used, row: row), width: used)
  }

  /// Runs without the blanks at their end, which are no reason to mark a cut.
  private static func trimmed(_ runs: [(String, Role)]) -> [(String, Role)] {
    guard case (var text, let role)? = runs.last else { return runs }
    while text.last == " " { text.removeLast() }
    return runs.dropLast() + [(text, role)]
  }

  /// Runs shortened as a whole to a width, the cut marked.
  private func fit(_ runs: [(String, Role)], width: Int) -> [(String, Role)] {
    var left = width
    var fitted: [(String, Role)] = []
    for (text, role) in runs where left > 0 {
      let clipped = Width.clipped(text, to: left, ellipsis: String(glyphs.ellipsis))
      fitted.append((clipped, role))
      left -= Width.of(clipped)
    }
    return fitted
  }
}

extension Run {
  /// The role under which the theme knows it.
  var themeRole: Role { Role(rawValue: role.rawValue) }
}

// What one row draws on a time axis: stretches and signs, painted into the cells of its column.

import ClusterDomain

/// Stretches of time and signs at single days, on an axis.
public struct Timeline: Hashable, Sendable {
  /// How a stretch is drawn.
  public enum Stroke: Hashable, Sendable {
    /// Holds: a heavy line.
    case solid
    /// Can still be mended: dashes.
    case dashed
  }

  /// A stretch of days, first and last included.
  struct Stretch: Hashable, Sendable {
    let first: CalendarDate
    let last: CalendarDate
    let stroke: Stroke
    let role: TextRole
  }

  /// A sign of one cell at a day.
  struct Sign: Hashable, Sendable {
    let day: CalendarDate
    let text: String
    let role: TextRole
    /// Whether it stands in the cell behind the day's, as that one has a sign of its own.
    var isBehind = false
  }

  /// The axis.
  let axis: TimeAxis
  /// The stretches; later ones lie over earlier ones.
  let stretches: [Stretch]
  /// The signs; they lie over all stretches.
  let signs: [Sign]

  private struct Cell: Equatable {
    var text = " "
    var role = TextRole.text
    var stroke: Stroke?
  }

  /// The row as cells of text, exactly `width` wide.
  public func runs(width: Int, isASCII: Bool = false) -> [Run] {
    guard width > 0 else { return [] }
    var cells = Array(repeating: Cell(), count: width)
    for stretch in stretches { paint(stretch, in: &cells, isASCII) }
    paintNow(in: &cells, isASCII)
    for sign in signs {
      let cell = axis.cell(of: sign.day, width: width) + (sign.isBehind ? 1 : 0)
      if cells.indices.contains(cell) {
        cells[cell] = Cell(text: isASCII ? Self.plain(sign.text) : sign.text, role: sign.role)
      }
    }
    if let end = stretches.map(\.last).max(), end < axis.first {
      cells[0] = Cell(text: isASCII ? "<" : "‹", role: .dim)
    }
    return Self.runs(cells)
  }

  private func paint(_ stretch: Stretch, in cells: inout [Cell], _ isASCII: Bool) {
    let start = axis.cell(of: stretch.first, width: cells.count)
    let end = axis.cell(of: stretch.last, width: cells.count)
    let text =
      switch stretch.stroke {
      case .solid: isASCII ? "=" : "━"
      case .dashed: isASCII ? "-" : "╌"
      }
    guard start < cells.count, end >= 0, start <= end else { return }
    for cell in max(0, start)...min(end, cells.count - 1) {
      cells[cell] = Cell(text: text, role: stretch.role, stroke: stretch.stroke)
    }
  }

  /// The line of the as-of date goes through all rows.
  private func paintNow(in cells: inout [Cell], _ isASCII: Bool) {
    let cell = axis.cell(of: axis.now, width: cells.count)
    guard cells.indices.contains(cell) else { return }
    switch cells[cell].stroke {
    case nil: cells[cell] = Cell(text: isASCII ? "|" : "│", role: .dim)
    case .solid: cells[cell].text = isASCII ? "+" : "┿"
    case .dashed: cells[cell].text = isASCII ? "+" : "┼"
    }
  }

  private static func plain(_ sign: String) -> String { sign == "✕" ? "x" : sign == "◌" ? "o" : sign }

  private static func runs(_ cells: [Cell]) -> [Run] {
    var runs: [(text: String, role: TextRole)] = []
    for cell in cells {
      if let last = runs.last, last.role == cell.role {
        runs[runs.count - 1].text += cell.text
      } else {
        runs.append((cell.text, cell.role))
      }
    }
    return runs.map { Run($0.text, $0.role) }
  }
}

// Rows as a table of aligned columns, for people.

import TUI
import ViewModels

/// Writes aligned columns: text at the left, numbers at the right, nothing cut unless the terminal is too narrow.
enum TableWriter {
  private static let gap = 2
  /// No column is cut below this.
  private static let least = 6

  /// Writes the header and all rows; nothing for a table without rows.
  static func write(_ table: RowTable, to output: inout some TextOutputStream, width: Int?) {
    guard table.count > 0 else { return }
    let head = table.columns.map { SafeText.visible($0.title) }
    let rows = (0..<table.count).map { row in
      table.columns.indices.map { SafeText.visible(table.cell(row, $0).text) }
    }
    let widths = fitted(widths(of: [head] + rows, table.columns.count), to: width)
    for line in [head] + rows { output.write(self.line(line, table.columns, widths)) }
  }

  private static func widths(of lines: [[String]], _ count: Int) -> [Int] {
    lines.reduce(into: Array(repeating: 0, count: count)) { widths, line in
      for (index, text) in line.enumerated() { widths[index] = max(widths[index], Width.of(text)) }
    }
  }

  /// Takes what is missing from the widest column, then from the next.
  private static func fitted(_ widths: [Int], to width: Int?) -> [Int] {
    guard let width else { return widths }
    var widths = widths
    var excess = widths.reduce(0, +) + gap * max(0, widths.count - 1) - width
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > least
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private static func line(_ texts: [String], _ columns: [RowTable.Column], _ widths: [Int]) -> String {
    var line = ""
    for (index, text) in texts.enumerated() {
      let text = Width.clipped(text, to: widths[index])
      let pad = String(repeating: " ", count: widths[index] - Width.of(text))
      if index > 0 { line += String(repeating: " ", count: gap) }
      line += columns[index].isNumber ? pad + text : text + pad
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }
}

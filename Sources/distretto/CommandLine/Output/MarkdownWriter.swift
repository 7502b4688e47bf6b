// Rows as a table in Markdown.

import TUI
import ViewModels

/// Writes tables as GitHub's Markdown has them.
enum MarkdownWriter {
  private static let special: Set<Character> = ["\\", "|", "*", "_", "`", "<", "[", "]", "~"]

  /// Writes the header and all rows; nothing for a table without rows.
  static func write(_ table: RowTable, to output: inout some TextOutputStream) {
    guard table.count > 0 else { return }
    output.write(line(table.columns.map { escaped($0.title) }))
    output.write(line(table.columns.map { $0.isNumber ? "--:" : "---" }))
    for row in 0..<table.count {
      output.write(line(table.columns.indices.map { escaped(table.cell(row, $0).text) }))
    }
  }

  /// Text in which nothing is markup and nothing is a control code.
  static func escaped(_ text: String) -> String {
    SafeText.visible(text).reduce(into: "") { result, character in
      if special.contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  private static func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
}

// Rows as comma-separated values (RFC 4180, UTF-8, lines ended by a line feed as in the datasets).

import TUI
import ViewModels

/// Writes values: numbers plain, nothing for what is missing.
///
/// Texts that begin with `=`, `+`, `-` or `@` are written as they stand, since programs read them back; who opens
/// a file in a spreadsheet imports such columns as text.
enum CSVWriter {
  /// Writes the header and all rows; on a terminal control characters are shown and not sent.
  static func write(_ table: RowTable, to output: inout some TextOutputStream, isVisible: Bool = false) {
    output.write(line(table.columns.map(\.id)))
    for row in 0..<table.count {
      output.write(
        line(
          table.columns.indices.map { column in
            let text = PlainValue.text(table.cell(row, column).value)
            return isVisible ? SafeText.visible(text) : text
          }))
    }
  }

  /// A field, in quotes where it must be.
  static func field(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\n")
        && byte != UInt8(ascii: "\r")
    }
    if isPlain, text.utf8.first != UInt8(ascii: " "), text.utf8.last != UInt8(ascii: " ") { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// A line of one empty field is quoted, as an empty line is no row for many readers.
  private static func line(_ fields: [String]) -> String {
    (fields == [""] ? "\"\"" : fields.map(field).joined(separator: ",")) + "\n"
  }
}

/// Values as machines read them, whatever the locale.
enum PlainValue {
  /// A value's text; empty for what is missing.
  static func text(_ value: Value) -> String { value.plain }

  /// A number without groups, `.0` or exponent where it is whole; nil for what is no number.
  static func number(_ number: Double) -> String? { Value.plain(number) }
}

// What a reader found wrong in a dataset: where, why, and what became of the row.

/// One thing wrong in a dataset; reading went on after it.
public struct Problem: Sendable, Hashable, CustomStringConvertible {
  /// What was lost.
  public enum Severity: String, Sendable, CaseIterable {
    /// One value; the row stands.
    case value
    /// One row.
    case row
    /// A whole table, a column of it, or the rest of its file.
    case file
  }

  /// The file, as `datapackage.json` names it.
  public let file: String
  /// The line of the file, counted from 1; the header is line 1.
  public let line: Int?
  /// The column's name, or `column 7` where it has none.
  public let column: String?
  /// What is wrong, and what happens to the row.
  public let reason: String
  /// The text in question: shortened, control characters written out.
  public let text: String?
  /// What was lost.
  public let severity: Severity

  /// Makes a problem; `text` is shortened and its control characters are written out.
  public init(
    file: String, line: Int? = nil, column: String? = nil, reason: String, text: String? = nil,
    severity: Severity
  ) {
    self.file = visible(file)
    self.line = line
    self.column = column.map { visible($0) }
    self.reason = reason
    self.text = text.map { visible($0) }
    self.severity = severity
  }

  /// Such as `labels.csv:17: column "date": "2015-02-30" is no date of the calendar; value left empty`.
  public var description: String {
    var words = file
    if let line { words += ":\(line)" }
    words += ": "
    if let column { words += "column \"\(column)\": " }
    if let text { words += "\"\(text)\" " }
    return words + reason
  }
}

/// Text with control characters written as `\u{1B}`, cut to about `limit` characters.
func visible(_ text: String, limit: Int = 80) -> String {
  var shown = ""
  var count = 0
  for scalar in text.unicodeScalars {
    if count == limit { return shown + "…" }
    count += 1
    if isControl(scalar) {
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// Whether a terminal might obey the scalar instead of showing it.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

// A look at the lines of a theme before the TOML parser sees them: it aborts on some that are no TOML.

/// The lines that a theme is made of.
enum ThemeGrammar {
  /// What is said of any other line.
  static let reason = "a line of a theme is a [section], a comment, or name = value on one line"

  /// The number of the first line that is none of these, from 1.
  static func firstOdd(in text: String) -> Int? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.firstIndex { !isLine($0) }.map { $0 + 1 }
  }

  private static func isLine(_ line: Substring) -> Bool {
    var rest = line.drop(while: isBlank)
    guard let first = rest.first, first != "#" else { return true }
    if first == "[" {
      rest = rest.dropFirst()
      guard takeName(&rest), rest.first == "]" else { return false }
      let after = rest.dropFirst().drop(while: isBlank)
      return after.isEmpty || after.first == "#"
    }
    return isAssignment(&rest)
  }

  /// `name = value`, where a value in braces holds more of them.
  private static func isAssignment(_ rest: inout Substring) -> Bool {
    guard takeName(&rest), rest.first == "=" else { return false }
    rest = rest.dropFirst().drop(while: isBlank)
    guard let first = rest.first else { return false }
    guard first == "{" else { return first != "=" && first != "," && first != "]" && first != "}" }
    guard let end = rest.firstIndex(of: "}") else { return false }
    return rest[..<end].dropFirst().split(separator: ",", omittingEmptySubsequences: false).allSatisfy {
      part in
      var part = part.drop(while: isBlank)
      return isAssignment(&part)
    }
  }

  /// Takes a name, plain or in quotes, with dots between its parts, and the blanks after it.
  private static func takeName(_ rest: inout Substring) -> Bool {
    while true {
      rest = rest.drop(while: isBlank)
      guard let first = rest.first else { return false }
      if first == "\"" || first == "'" {
        guard let end = rest.dropFirst().firstIndex(of: first) else { return false }
        rest = rest[rest.index(after: end)...]
      } else {
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
        guard !name.isEmpty else { return false }
        rest = rest[name.endIndex...]
      }
      rest = rest.drop(while: isBlank)
      guard rest.first == "." else { return true }
      rest = rest.dropFirst()
    }
  }

  private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
}

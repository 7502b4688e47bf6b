// A look at the lines of a TOML text before the parser sees them: it aborts on some that are no TOML.

/// The lines that a configuration file is made of: a part of TOML in which every name stands on a line of its own.
public enum TomlGrammar {
  /// The number of the first line that is neither a `[section]`, a comment nor `name = value`, from 1.
  public static func firstOdd(in text: String) -> Int? {
    lines(of: text).firstIndex { parse($0) == nil }.map { $0 + 1 }
  }

  /// What a line is.
  enum Line: Equatable {
    case blank
    /// The parts of a section's name, and the column at which it begins, from 1.
    case section([String], column: Int)
    /// The parts of a name, and the column at which it begins, from 1.
    case assignment([String], column: Int)
  }

  static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// What a line is; nil for one that the parser must not see.
  static func parse(_ line: Substring) -> Line? {
    var rest = line.drop(while: isBlank)
    guard let first = rest.first, first != "#" else { return .blank }
    if first == "[" {
      rest = rest.dropFirst().drop(while: isBlank)
      let column = line.distance(from: line.startIndex, to: rest.startIndex) + 1
      guard let name = takeName(&rest), rest.first == "]" else { return nil }
      return isEnd(rest.dropFirst()) ? .section(name, column: column) : nil
    }
    let column = line.distance(from: line.startIndex, to: rest.startIndex) + 1
    return takeAssignment(&rest).map { .assignment($0, column: column) }
  }

  /// `name = value`.
  private static func takeAssignment(_ rest: inout Substring) -> [String]? {
    guard let name = takeName(&rest), rest.first == "=" else { return nil }
    rest = rest.dropFirst().drop(while: isBlank)
    return takeValue(&rest) ? name : nil
  }

  /// Takes a value; the parser tells what is wrong inside texts and words, and needs lists and tables closed.
  private static func takeValue(_ rest: inout Substring) -> Bool {
    switch rest.first {
    case nil, "=", ",", "]", "}": return false
    case "\""?, "'"?: return takeText(&rest)
    case "["?: return takeList(&rest, until: "]") { takeValue(&$0) }
    case "{"?: return takeList(&rest, until: "}") { takeAssignment(&$0) != nil }
    default:
      rest = rest.drop { $0 != "," && $0 != "]" && $0 != "}" && $0 != "#" }
      return true
    }
  }

  /// Takes a text in quotes; one that is not closed goes to the end of the line.
  private static func takeText(_ rest: inout Substring) -> Bool {
    guard let quote = rest.first else { return false }
    var isEscaped = false
    let end = rest.dropFirst().firstIndex { character in
      if isEscaped {
        isEscaped = false
        return false
      }
      isEscaped = character == "\\" && quote == "\""
      return character == quote
    }
    rest = end.map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...]
    return true
  }

  /// Takes what stands between brackets with commas.
  private static func takeList(
    _ rest: inout Substring, until closing: Character, _ takeItem: (inout Substring) -> Bool
  ) -> Bool {
    rest = rest.dropFirst().drop(while: isBlank)
    while rest.first != closing {
      guard takeItem(&rest) else { return false }
      rest = rest.drop(while: isBlank)
      guard rest.first == "," else { break }
      rest = rest.dropFirst().drop(while: isBlank)
    }
    guard rest.first == closing else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Takes a name, plain or in quotes, with dots between its parts, and the blanks after it.
  private static func takeName(_ rest: inout Substring) -> [String]? {
    var parts: [String] = []
    while true {
      rest = rest.drop(while: isBlank)
      guard let first = rest.first else { return nil }
      if first == "\"" || first == "'" {
        guard let end = rest.dropFirst().firstIndex(of: first) else { return nil }
        parts.append(String(rest[..<end].dropFirst()))
        rest = rest[rest.index(after: end)...]
      } else {
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
        guard !name.isEmpty else { return nil }
        parts.append(String(name))
        rest = rest[name.endIndex...]
      }
      rest = rest.drop(while: isBlank)
      guard rest.first == "." else { return parts }
      rest = rest.dropFirst()
    }
  }

  private static func isEnd(_ rest: Substring) -> Bool {
    let after = rest.drop(while: isBlank)
    return after.isEmpty || after.first == "#"
  }

  private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
}

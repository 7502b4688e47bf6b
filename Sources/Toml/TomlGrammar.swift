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

  /// The lines of a text as bytes: looking at characters takes ten times as long, and every start reads such files.
  static func lines(of text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var lines: [ArraySlice<UInt8>] = []
    var (start, index) = (0, 0)
    while index < bytes.count {
      let length = lineEnd(bytes[index...])
      if length > 0 {
        lines.append(bytes[start..<index])
        start = index + length
      }
      index += max(1, length)
    }
    return lines + [bytes[start...]]
  }

  /// The bytes of the line end that a text begins with; 0 where it begins with something else.
  private static func lineEnd(_ rest: ArraySlice<UInt8>) -> Int {
    switch rest[rest.startIndex] {
    case 0x0A...0x0C: 1
    case 0x0D: rest.starts(with: "\r\n".utf8) ? 2 : 1
    case 0xC2: rest.starts(with: "\u{85}".utf8) ? 2 : 0
    case 0xE2: rest.starts(with: "\u{2028}".utf8) || rest.starts(with: "\u{2029}".utf8) ? 3 : 0
    default: 0
    }
  }

  /// What a line is; nil for one that the parser must not see.
  static func parse(_ line: ArraySlice<UInt8>) -> Line? {
    var rest = line.drop(while: isBlank)
    guard let first = rest.first, first != Sign.hash else { return .blank }
    if first == Sign.open {
      rest = rest.dropFirst().drop(while: isBlank)
      let column = rest.startIndex - line.startIndex + 1
      guard let name = takeName(&rest), rest.first == Sign.close else { return nil }
      return isEnd(rest.dropFirst()) ? .section(name, column: column) : nil
    }
    let column = rest.startIndex - line.startIndex + 1
    return takeAssignment(&rest).map { .assignment($0, column: column) }
  }

  /// `name = value`.
  private static func takeAssignment(_ rest: inout ArraySlice<UInt8>) -> [String]? {
    guard let name = takeName(&rest), rest.first == Sign.equals else { return nil }
    rest = rest.dropFirst().drop(while: isBlank)
    return takeValue(&rest) ? name : nil
  }

  /// Takes a value; the parser tells what is wrong inside texts and words, and needs lists and tables closed.
  private static func takeValue(_ rest: inout ArraySlice<UInt8>) -> Bool {
    switch rest.first {
    case nil, Sign.equals, Sign.comma, Sign.close, Sign.closeTable: return false
    case Sign.quote, Sign.apostrophe: return takeText(&rest)
    case Sign.open: return takeList(&rest, until: Sign.close) { takeValue(&$0) }
    case Sign.openTable: return takeList(&rest, until: Sign.closeTable) { takeAssignment(&$0) != nil }
    default:
      let word = rest.prefix { ![Sign.comma, Sign.close, Sign.closeTable, Sign.hash].contains($0) }
      rest = rest[word.endIndex...]
      // The parser aborts on some texts that begin like a date and go on behind a blank.
      return word.prefix { !isBlank($0) }.allSatisfy(isOfWord)
        && word.drop { !isBlank($0) }.allSatisfy(isBlank)
    }
  }

  /// Whether a byte may stand in a number, a date, `true`, `false`, `inf` or `nan`.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "+-_.:".utf8.contains(byte)
    }
  }

  /// Takes a text in quotes; one that is not closed goes to the end of the line.
  private static func takeText(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let quote = rest.first else { return false }
    var isEscaped = false
    let end = rest.dropFirst().firstIndex { byte in
      if isEscaped {
        isEscaped = false
        return false
      }
      isEscaped = byte == Sign.backslash && quote == Sign.quote
      return byte == quote
    }
    rest = rest[(end.map { $0 + 1 } ?? rest.endIndex)...]
    return true
  }

  /// Takes what stands between brackets with commas.
  private static func takeList(
    _ rest: inout ArraySlice<UInt8>, until closing: UInt8, _ takeItem: (inout ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    rest = rest.dropFirst().drop(while: isBlank)
    while rest.first != closing {
      guard takeItem(&rest) else { return false }
      rest = rest.drop(while: isBlank)
      guard rest.first == Sign.comma else { break }
      rest = rest.dropFirst().drop(while: isBlank)
    }
    guard rest.first == closing else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Takes a name, plain or in quotes, with dots between its parts, and the blanks after it.
  private static func takeName(_ rest: inout ArraySlice<UInt8>) -> [String]? {
    var parts: [String] = []
    while true {
      rest = rest.drop(while: isBlank)
      guard let first = rest.first else { return nil }
      if first == Sign.quote || first == Sign.apostrophe {
        guard let end = rest.dropFirst().firstIndex(of: first) else { return nil }
        parts.append(String(decoding: rest[..<end].dropFirst(), as: UTF8.self))
        rest = rest[(end + 1)...]
      } else {
        let name = rest.prefix(while: isPlain)
        guard !name.isEmpty else { return nil }
        parts.append(String(decoding: name, as: UTF8.self))
        rest = rest[name.endIndex...]
      }
      rest = rest.drop(while: isBlank)
      guard rest.first == Sign.dot else { return parts }
      rest = rest.dropFirst()
    }
  }

  private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
    let after = rest.drop(while: isBlank)
    return after.isEmpty || after.first == Sign.hash
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// What a name may hold without quotes.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The bytes that mean something.
  private enum Sign {
    static let hash = UInt8(ascii: "#")
    static let equals = UInt8(ascii: "=")
    static let comma = UInt8(ascii: ",")
    static let dot = UInt8(ascii: ".")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let backslash = UInt8(ascii: "\\")
    static let open = UInt8(ascii: "[")
    static let close = UInt8(ascii: "]")
    static let openTable = UInt8(ascii: "{")
    static let closeTable = UInt8(ascii: "}")
  }
}

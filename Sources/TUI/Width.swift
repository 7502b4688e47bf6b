// How many columns a text takes on the screen: the only place that knows.

/// Column widths, of texts as `SafeText` shows them.
public enum Width {
  /// Columns of one character.
  public static func of(_ character: Character) -> Int { of(String(character)) }

  /// Columns of a text on one line.
  public static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    var sum = 0
    SafeText.each(text) { _, _, width in
      sum += width
      return true
    }
    return sum
  }

  /// The longest beginning that fits, with the ellipsis in its last columns when something was cut.
  public static func clipped(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    guard columns > 0 else { return "" }
    if text.utf8.count <= columns || of(text) <= columns { return text }
    let end = of(ellipsis)
    guard end <= columns else { return beginning(of: text, columns: columns) }
    return beginning(of: text, columns: columns - end) + ellipsis
  }

  /// The lines of a text, broken at blanks where possible; blanks that a line begins with stay.
  public static func wrapped(_ text: String, to columns: Int) -> [String] {
    let columns = max(1, columns)
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { paragraph(String($0), to: columns) }
  }

  private static func paragraph(_ text: String, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for (index, word) in text.split(whereSeparator: isBlank).enumerated() {
      var word = String(word)
      let indent = index == 0 ? text.prefix(while: isBlank).count : 0
      // An indent that leaves no room is none.
      if indent > 0, indent + (word.first.map(of) ?? 0) <= columns {
        word = String(repeating: " ", count: indent) + word
      }
      if used > 0, used + 1 + of(word) <= columns {
        line += " " + word
        used += 1 + of(word)
        continue
      }
      if used > 0 { lines.append(line) }
      var rest = word[...]
      while let end = cut(rest, columns: columns) {
        lines.append(String(rest[..<end]))
        rest = rest[end...]
      }
      (line, used) = (String(rest), of(String(rest)))
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }

  private static func beginning(of text: String, columns: Int) -> String {
    if SafeText.isPlain(text) { return String(Substring(text.unicodeScalars.prefix(columns))) }
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      let width = of(text[end])
      guard used + width <= columns else { break }
      used += width
      end = text.index(after: end)
    }
    return String(text[..<end])
  }

  /// Where a word must be cut to fit; nil where it fits, or has nothing to be cut at.
  private static func cut(_ word: Substring, columns: Int) -> Substring.Index? {
    var used = 0
    for index in word.indices {
      used += of(word[index])
      if used > columns { return index > word.startIndex ? index : cutCharacter(word, columns: columns) }
    }
    return nil
  }

  /// Letters that are written as one can be wider than a page together, but hardly each of them.
  private static func cutCharacter(_ word: Substring, columns: Int) -> Substring.Index? {
    let scalars = word.unicodeScalars
    var end = scalars.index(after: word.startIndex)
    while end < word.endIndex {
      let next = scalars.index(after: end)
      if of(String(word[..<next])) > columns { return end }
      end = next
    }
    return nil
  }

  /// Columns of one scalar as the C library counts them; 0 for marks and invisible ones.
  static func of(scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    // Lines, blocks and shapes below the emoji are the common case of a page.
    if (0x2500..<0x25FD).contains(value) { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return (0x1F1E6...0x1F1FF).contains(value) ? 1 : 2 }
    return isWide(value) ? 2 : 1
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wide.contains { $0.contains(value) }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x1B2FB, 0x1F200...0x1F265, 0x1F300...0x1F320, 0x20000...0x3FFFD,
  ]
}

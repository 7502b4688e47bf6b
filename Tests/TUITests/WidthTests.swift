// Widths, safe text, clipping and wrapping.

import Testing

@testable import TUI

@Suite struct WidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("Aàèéìòù€«»—", 11), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("🙂", 2), ("👩‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇮🇹", 2), ("❤️", 1), ("1️⃣", 1),
    ("\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}", 2), ("╭─╮", 3), ("●◐○✕▲▼", 6), ("\0", 1), ("\u{1B}[0m", 4),
    ("\r\n", 2), ("\u{200B}", 0), ("co\u{AD}op", 4), ("\u{301}", 1), ("नि", 2), ("\u{202E}abc", 4), ("🫨", 2),
  ]) func `A text has its width`(text: String, width: Int) {
    #expect(Width.of(text) == width)
    #expect(Self.cells(text).reduce(0) { $0 + $1.width } == width)
    #expect(Width.of(SafeText.visible(text)) == width)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\0b", "a␀b"), ("\u{1B}[31mred", "␛[31mred"), ("a\nb\tc\r\n", "a␊b␉c␍␊"),
    ("\u{7F}", "␡"),
    ("\u{9B}31m", "\u{FFFD}31m"), ("\u{202E}cod\u{202C}", "\u{FFFD}cod\u{FFFD}"),
    ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
    ("\u{2028}", "\u{FFFD}"), ("\u{FFFF}", "\u{FFFD}"), ("👩‍👩‍👧", "👩"), ("👍🏽", "👍"), ("🇮🇹", "IT"), ("❤️", "❤"),
    ("\u{A0}1\u{202F}000", " 1 000"), ("co\u{AD}op", "coop"), ("\u{FEFF}x", "x"), ("\u{301}", " \u{301}"),
    ("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "a\u{301}\u{302}\u{303}\u{304}"), ("עברית", "עברית"),
  ]) func `Text is shown without what could harm the screen`(text: String, shown: String) {
    #expect(Array(SafeText.visible(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test(arguments: 0..<200) func `Whatever comes, it is clipped to fit and stays safe`(seed: UInt64) {
    var random = Random(state: seed)
    let text = Self.text(&random)
    let columns = Int(random.next() % 20)
    let clipped = Width.clipped(text, to: columns)
    #expect(Width.of(clipped) <= columns)
    #expect(Width.of(text) > columns || columns == 0 || clipped == text)
    for cell in Self.cells(text) {
      let scalars = cell.text.unicodeScalars
      #expect((1...2).contains(cell.width) && (1...5).contains(scalars.count))
      #expect(!scalars.contains { $0.properties.generalCategory == .control || $0.properties.isBidiControl })
      // A cell drawn alone is the same cell.
      #expect(Self.cells(cell.text) == [cell])
    }
    // A character is never broken, whatever number of cells it takes.
    let limit = max(columns, text.map(Width.of).max() ?? 0)
    for line in Width.wrapped(text, to: columns) { #expect(Width.of(line) <= limit) }
    var frame = Frame(size: Size(columns: 12, rows: 1), sheet: .plain)
    let used = frame.write(text, at: Point(column: 3, row: 0), width: 7, role: "text")
    #expect(used == min(7, Width.of(text)))
    #expect(frame.plainText.dropLast().unicodeScalars.allSatisfy { $0.value >= 0x20 })
    let drawn = (0..<12).map { frame[Point(column: $0, row: 0)].text }
    #expect(drawn.reduce(0) { $0 + Width.of($1) } == 12)
  }

  @Test func `What counts as plain is shown scalar by scalar, each in one column`() {
    let plain = (0..<0x3000).compactMap { Unicode.Scalar($0 as UInt32) }.filter {
      SafeText.isPlain(String($0))
    }
    #expect(plain.count > 1000)
    for scalar in plain {
      // The mark in front takes the text the long way.
      let cells = Self.cells("\u{4E00}\(scalar)a\(scalar)").dropFirst()
      #expect(cells.map(\.text) == [String(scalar), "a", String(scalar)], "\(scalar.value)")
      #expect(cells.allSatisfy { $0.width == 1 }, "\(scalar.value)")
    }
    #expect(plain.reduce(into: "") { $0.unicodeScalars.append($1) }.count == plain.count)
  }

  struct Cell: Equatable {
    let text: String
    let width: Int
  }

  /// The cells of a text, in order.
  static func cells(_ text: String) -> [Cell] {
    var cells: [Cell] = []
    SafeText.each(text) { base, marks, width in
      cells.append(Cell(text: ([base] + marks).map { String($0) }.joined(), width: width))
      return true
    }
    return cells
  }

  /// A text of awkward characters.
  static func text(_ random: inout Random) -> String {
    var view = String.UnicodeScalarView()
    let awkward: [UInt32] = [
      0x20, 0x41, 0xE8, 0x301, 0x65E5, 0x1F469, 0x200D, 0x1F3FD, 0x1F1EE, 0x1F1F9, 0xFE0F, 0x1B, 0x0A, 0x202E,
      0xAC00, 0x1112, 0x1161, 0x0928, 0x093F, 0x20E3, 0xE0067, 0xFFFF,
    ]
    for _ in 0..<Int(random.next() % 30) {
      let value =
        random.next() % 4 == 0 ? UInt32(random.next() % 0x11_0000) : awkward[Int(random.next() % 22)]
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  @Test func `Clipping marks what was cut, and only that`() {
    #expect(Width.clipped("Distretto", to: 9) == "Distretto")
    #expect(Width.clipped("Distretto", to: 8) == "Distret…")
    #expect(Width.clipped("日本語", to: 5) == "日本…")
    #expect(Width.clipped("日本語", to: 4) == "日…")
    #expect(Width.clipped("abc", to: 1) == "…")
    #expect(Width.clipped("abc", to: 0) == "")
    #expect(Width.clipped("abcdef", to: 4, ellipsis: "") == "abcd")
    #expect(Width.clipped("abcdef", to: 2, ellipsis: "...") == "ab")
    #expect(Width.clipped("caffè", to: 5) == "caffè")
  }

  @Test func `Lines break at blanks, or where they must`() {
    #expect(Width.wrapped("uno due  tre", to: 7) == ["uno due", "tre"])
    #expect(Width.wrapped("precipitevolissimevolmente", to: 10) == ["precipitev", "olissimevo", "lmente"])
    #expect(Width.wrapped("a\n\nb", to: 5) == ["a", "", "b"])
    #expect(Width.wrapped("日本語", to: 4) == ["日本", "語"])
    #expect(Width.wrapped("", to: 4) == [""])
    #expect(Width.wrapped("日本", to: 1) == ["日", "本"])
  }

  @Test func `A line keeps the blanks it begins with`() {
    #expect(Width.wrapped("  uno due", to: 7) == ["  uno", "due"])
    #expect(Width.wrapped("a\n\t b  c ", to: 9) == ["a", "  b c"])
    #expect(Width.wrapped("  precipitevole", to: 10) == ["  precipit", "evole"])
    #expect(Width.wrapped("   日本", to: 4) == ["日本"])
    #expect(Width.wrapped("   ", to: 2) == [""])
  }

  @Test func `Letters that are written as one but wider than the page are cut between`() {
    // Three first consonants of Korean without a vowel are one character, each of two columns.
    #expect(Width.wrapped("\u{1100}\u{1102}\u{1103}", to: 2) == ["\u{1100}", "\u{1102}", "\u{1103}"])
    #expect(Width.wrapped("\u{1100}\u{1102}\u{1103}", to: 5) == ["\u{1100}\u{1102}", "\u{1103}"])
    #expect(Width.wrapped("\u{1100}\u{1102}", to: 1) == ["\u{1100}", "\u{1102}"])
  }
}

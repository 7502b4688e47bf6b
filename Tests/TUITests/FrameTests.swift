// Frames: clipping, wide characters and their halves, roles laid upon each other.

import Testing

@testable import TUI

@Suite struct FrameTests {
  static let sheet = StyleSheet(
    depth: .indexed256,
    styles: [
      "text": Style(foreground: .indexed(7), background: .indexed(0)),
      "title": Style(foreground: .indexed(11), attributes: .bold),
      "cursor": Style(background: .indexed(4)), "dim": Style(attributes: .dim),
    ])

  static func frame(_ columns: Int, _ rows: Int) -> Frame {
    Frame(size: Size(columns: columns, rows: rows), sheet: sheet)
  }

  @Test func `Text is clipped to its width and to the frame`() {
    var frame = Self.frame(10, 2)
    #expect(frame.write("abcdefgh", at: Point(column: 1, row: 0), width: 3, role: "text") == 3)
    #expect(frame.write("abcdefgh", at: Point(column: 7, row: 1), width: 9, role: "text") == 3)
    #expect(frame.write("abc", at: Point(column: 10, row: 0), width: 9, role: "text") == 0)
    #expect(frame.write("abc", at: Point(column: 0, row: 2), width: 9, role: "text") == 0)
    #expect(frame.write("abc", at: Point(column: 0, row: -1), width: 9, role: "text") == 0)
    #expect(frame.write("abc", at: Point(column: 0, row: 0), width: 0, role: "text") == 0)
    #expect(frame.plainText == " abc\n       abc\n")
    #expect(frame.write("xyz", at: Point(column: -1, row: 0), width: 9, role: "text") == 3)
    #expect(frame.write("日本", at: Point(column: -1, row: 1), width: 9, role: "text") == 4)
    #expect(frame.plainText == "yzbc\n 本    abc\n")
  }

  @Test func `A wide character is drawn whole or not at all`() {
    var frame = Self.frame(5, 1)
    #expect(frame.write("日本語", at: Point(column: 0, row: 0), width: 5, role: "title") == 5)
    #expect(frame.plainText == "日本\n")
    #expect(frame[Point(column: 4, row: 0)].text == " ")
    #expect(frame[Point(column: 4, row: 0)].role == "title")
    #expect(frame[Point(column: 1, row: 0)].text == "")
  }

  @Test(arguments: [(0, "x 本語\n"), (1, " x本語\n"), (2, "日x 語\n"), (3, "日 x語\n"), (5, "日本 x\n")])
  func `Half of a wide character never stays`(column: Int, text: String) {
    for isFill in [false, true] {
      var frame = Self.frame(6, 1)
      frame.write("日本語", at: Point(column: 0, row: 0), width: 6, role: "text")
      if isFill {
        frame.fill(Rect(column: column, row: 0, columns: 1, rows: 1), role: "text", character: "x")
      } else {
        frame.write("x", at: Point(column: column, row: 0), width: 1, role: "text")
      }
      #expect(frame.plainText == text)
    }
  }

  @Test func `Wide characters replace each other at any offset`() {
    var frame = Self.frame(6, 1)
    frame.write("日本語", at: Point(column: 0, row: 0), width: 6, role: "text")
    frame.write("国", at: Point(column: 1, row: 0), width: 2, role: "text")
    #expect(frame.plainText == " 国 語\n")
  }

  @Test func `Control codes and marks in a frame are what they are shown as`() {
    var frame = Self.frame(12, 1)
    frame.write("\u{1B}[2Jcaffe\u{300}!", at: Point(column: 0, row: 0), width: 12, role: "text")
    #expect(frame.plainText == "␛[2Jcaffe\u{300}!\n")
    #expect(frame[Point(column: 8, row: 0)].text == "e\u{300}")
    frame.fill(Rect(Size(columns: 2, rows: 1)), role: "text", character: "日")
    frame.fill(Rect(column: 2, row: 0, columns: 1, rows: 1), role: "text", character: "\n")
    #expect(frame.plainText == "  ␊Jcaffe\u{300}!\n")
  }

  @Test func `Roles lie upon each other`() {
    var frame = Self.frame(8, 2)
    frame.write("ab", at: Point(column: 0, row: 0), width: 2, role: "title")
    frame.write("cd", at: Point(column: 2, row: 0), width: 2, role: "title", over: "cursor")
    #expect(
      frame.roleText == """
        0-1 title  2-3 title over cursor  4-7 text
        0-7 text

        """)
    let plain = frame[Point(column: 0, row: 0)]
    #expect(plain.style == Style(foreground: .indexed(11), background: .indexed(0), attributes: .bold))
    #expect(frame[Point(column: 1, row: 0)].role == "title")
    #expect(frame[Point(column: 2, row: 0)].style.background == .indexed(4))
    #expect(frame[Point(column: 9, row: 9)].text == " ")
  }

  @Test func `Frames that show the same are equal, in whatever order they were drawn`() {
    var left = Self.frame(8, 1)
    var right = left
    #expect(left == right)
    left.write("a", at: Point(column: 0, row: 0), width: 1, role: "title")
    left.write("è\u{301}", at: Point(column: 1, row: 0), width: 1, role: "dim")
    #expect(left != right)
    right.write("o\u{302}", at: Point(column: 1, row: 0), width: 1, role: "dim")
    right.write("è\u{301}", at: Point(column: 1, row: 0), width: 1, role: "dim")
    right.write("a", at: Point(column: 0, row: 0), width: 1, role: "title")
    #expect(left == right)
    right.cursor = Point(column: 0, row: 0)
    #expect(left != right)
  }

  @Test func `An empty frame takes everything`() {
    var frame = Self.frame(0, 0)
    frame.write("abc", at: Point(column: 0, row: 0), width: 3, role: "text")
    frame.fill(Rect(column: -5, row: -5, columns: 10, rows: 10), role: "text")
    #expect(frame.plainText == "")
  }

  @Test func `Every character has a stand-in in ASCII`() {
    for value in 0..<UInt32(0x3000) {
      #expect(value < 0x20 || (0x20..<0x7F).contains(ASCIIText.character(for: value)) || value == 0x7F)
    }
    for (character, expected) in zip("àÈçñÿŁőșẞẁ─│┌█●◐○◌◍≈…", "aEcnyLosSw-|+#*%o:+~>") {
      #expect(ASCIIText.character(for: character.unicodeScalars.first?.value ?? 0) == expected.asciiValue)
    }
  }

  @Test func `Every glyph is one column, and plain where it must be`() {
    for (glyphs, isASCII) in [(Glyphs.unicode, false), (.ascii, true)] {
      for child in Mirror(reflecting: glyphs).children {
        let characters = (child.value as? [Character]) ?? [child.value as? Character].compactMap(\.self)
        #expect(!characters.isEmpty)
        for character in characters {
          #expect(Width.of(character) == 1 && SafeText.visible(String(character)) == String(character))
          #expect(!isASCII || character.isASCII)
          #expect(
            ASCIIText.character(for: character.unicodeScalars.first?.value ?? 0) != UInt8(ascii: "?")
              || character == "?")
        }
      }
    }
  }
}

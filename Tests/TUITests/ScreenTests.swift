// Frames through ncurses, without a terminal. Its screen is global, so all of this runs on one actor.

import Testing

@testable import TUI

@Suite @TerminalActor struct ScreenTests {
  static func frame(_ columns: Int, _ rows: Int, _ title: String = "Distretti") -> Frame {
    let styles: [Role: Style] = [
      "text": Style(), "title": Style(foreground: .indexed(208), background: .indexed(12), attributes: .bold),
    ]
    var frame = Frame(
      size: Size(columns: columns, rows: rows), sheet: StyleSheet(depth: .indexed256, styles: styles))
    frame.write(title, at: Point(column: 1, row: 0), width: columns - 2, role: "title")
    frame.write("╭─╮ caffe\u{300} €", at: Point(column: 0, row: 1), width: columns, role: "text")
    frame.write("日本│x", at: Point(column: 0, row: 2), width: columns, role: "text")
    return frame
  }

  static func shown(_ terminal: HeadlessTerminal) -> String {
    (0..<terminal.size.rows).map { row in
      let text = terminal.text(row: row)
      return String(text.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  @Test(arguments: [
    ("xterm-256color", ColorDepth.indexed256), ("xterm", .ansi16), ("screen-256color", .indexed256),
    ("linux", .ansi16), ("vt100", .mono),
  ]) func `Every kind of terminal shows the frame, and the second time nothing is sent`(
    term: String, depth: ColorDepth
  ) throws {
    let terminal = try Terminal.headless(size: Size(columns: 20, rows: 4), term: term)
    let frame = Self.frame(20, 4)
    terminal.present(frame)
    #expect(terminal.depth == depth)
    #expect(Self.shown(terminal) == frame.plainText)
    #expect(terminal.bytes.count > 40)
    terminal.present(frame)
    #expect(terminal.bytes == [])
    terminal.present(Self.frame(20, 4, "Distretto"))
    #expect((1..<60).contains(terminal.bytes.count))
  }

  @Test func `Colours are those of the frame, as far as the terminal has them`() throws {
    for (term, expected) in [
      ("xterm-256color", ["38;5;208", "104"]), ("xterm", ["[0;1m", "[31m", "[44m"]), ("vt100", ["[0;1m"]),
    ] {
      let terminal = try Terminal.headless(size: Size(columns: 20, rows: 4), term: term)
      terminal.present(Self.frame(20, 4))
      let sent = String(decoding: terminal.bytes, as: UTF8.self)
      for part in expected { #expect(sent.contains(part), "\(term): \(sent.debugDescription)") }
    }
  }

  @Test func `A row that differs only in its looks is sent again, whatever their numbers`() throws {
    let styles: [Role: Style] = [
      "text": Style(), "title": Style(attributes: .bold), "count": Style(attributes: .dim),
    ]
    let sheet = StyleSheet(depth: .indexed256, styles: styles)
    func frame(_ roles: [Role]) -> Frame {
      var frame = Frame(size: Size(columns: 20, rows: 4), sheet: sheet)
      for (row, role) in roles.enumerated() {
        frame.write("Distretti", at: Point(column: 0, row: row), width: 20, role: role)
      }
      return frame
    }
    let terminal = try Terminal.headless(size: Size(columns: 20, rows: 4))
    terminal.present(frame(["title", "count", "text"]))
    terminal.present(frame(["count", "title", "text"]))
    let sent = String(decoding: terminal.bytes, as: UTF8.self)
    #expect(sent.contains("[0;1m") && sent.contains("[0;2m"), "\(sent.debugDescription)")
    terminal.present(frame(["count", "title", "text"]))
    #expect(terminal.bytes == [])
    terminal.repaint()
    terminal.present(frame(["count", "title", "text"]))
    #expect(terminal.bytes.count > 40)
  }

  @Test func `A new size is taken, smaller and larger`() throws {
    let terminal = try Terminal.headless(size: Size(columns: 20, rows: 4))
    for (columns, rows) in [(12, 3), (60, 10), (1, 1), (200, 60), (20, 4)] {
      terminal.resize(Size(columns: columns, rows: rows))
      let frame = Self.frame(columns, rows)
      terminal.present(frame)
      #expect(Self.shown(terminal) == frame.plainText)
    }
  }

  @Test func `A frame of another size is clipped or padded`() throws {
    let terminal = try Terminal.headless(size: Size(columns: 20, rows: 4))
    terminal.present(Self.frame(40, 9))
    terminal.present(Self.frame(10, 2))
    #expect(Self.shown(terminal) == Self.frame(10, 2).plainText + "\n\n")
  }

  @Test func `A repaint sends everything again`() throws {
    let terminal = try Terminal.headless(size: Size(columns: 20, rows: 4))
    terminal.present(Self.frame(20, 4))
    terminal.repaint()
    terminal.present(Self.frame(20, 4))
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("Distretti"))
  }

  @Test func `The cursor is shown where the frame has it`() throws {
    let terminal = try Terminal.headless(size: Size(columns: 20, rows: 4))
    var frame = Self.frame(20, 4)
    terminal.present(frame)
    frame.cursor = Point(column: 5, row: 3)
    terminal.present(frame)
    let sent = String(decoding: terminal.bytes, as: UTF8.self)
    #expect(sent.contains("\u{1B}[?25h") && sent.contains("\u{1B}[4"))
    terminal.present(frame)
    #expect(terminal.bytes == [])
  }

  @Test func `Where there is only ASCII, everything is spelled in it`() throws {
    let terminal = try Terminal.headless(size: Size(columns: 20, rows: 4), isUTF8: false)
    terminal.present(Self.frame(20, 4, "Forlì «à» ●◐○✕→"))
    #expect(Self.shown(terminal) == " Forli <a> *%ox>\n+-+ caffe E\n? ? |x\n\n")
    #expect(terminal.bytes.allSatisfy { $0 < 0x80 })
  }

  @Test func `Several screens live side by side`() throws {
    let one = try Terminal.headless(size: Size(columns: 20, rows: 4))
    let other = try Terminal.headless(size: Size(columns: 60, rows: 10), term: "vt100")
    one.present(Self.frame(20, 4, "one"))
    other.present(Self.frame(60, 10, "other"))
    #expect(Self.shown(one) == Self.frame(20, 4, "one").plainText)
    #expect(Self.shown(other) == Self.frame(60, 10, "other").plainText)
  }

  @Test func `What cannot address the screen is refused with advice`() {
    let error = #expect(throws: TerminalError.self) {
      try Terminal.headless(size: Size(columns: 20, rows: 4), term: "dumb")
    }
    #expect(
      error?.description == "TERM is \"dumb\", which cannot address the screen; set TERM=xterm-256color")
  }

  @Test func `An unknown terminal is taken for a usual one`() throws {
    let terminal = try Terminal.headless(size: Size(columns: 20, rows: 4), term: "xterm-of-tomorrow")
    #expect(terminal.depth == .indexed256)
    #expect(try Terminal.headless(size: Size(columns: 20, rows: 4), term: "nosuch").depth == .ansi16)
  }

  @Test func `Text for the clipboard is encoded`() {
    for (text, encoded) in [("", ""), ("M", "TQ=="), ("Ma", "TWE="), ("Man", "TWFu"), ("è\n", "w6gK")] {
      #expect(Base64.encode(Array(text.utf8)) == Array(encoded.utf8))
    }
  }
}

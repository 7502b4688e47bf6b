// Terminals with eight colours: what has no place among them is still there to be read.

import Testing
import Themes

@testable import TUI

@Suite @TerminalActor struct EightColorTests {
  nonisolated static let terminals = ["xterm", "screen", "tmux", "linux", "rxvt"]

  /// What a terminal is told of colours and attributes when a frame is drawn in these roles.
  static func told(_ term: String, _ sheet: StyleSheet, _ looks: [(Role, Role?)]) throws -> [String] {
    let size = Size(columns: 20, rows: looks.count)
    let terminal = try Terminal.headless(size: size, term: term)
    var frame = Frame(size: size, sheet: sheet)
    for (row, look) in looks.enumerated() {
      frame.write("Distretti", at: Point(column: 0, row: row), width: 20, role: look.0, over: look.1)
    }
    terminal.present(frame)
    return String(decoding: terminal.bytes, as: UTF8.self).split(separator: "\u{1B}[").flatMap { part in
      guard let end = part.firstIndex(where: { !$0.isNumber && $0 != ";" }), part[end] == "m" else {
        return [String]()
      }
      return part[..<end].split(separator: ";").map(String.init)
    }
  }

  static func themes(_ variant: Theme.Variant) throws -> [Theme] {
    let library = ThemeLibrary(bundled: BundledThemes.all)
    return try BundledThemes.names.map { try library.theme(named: $0) }.filter { $0.variant == variant }
  }

  @Test(arguments: terminals) func `Nothing is black on a dark page`(term: String) throws {
    for theme in try Self.themes(.dark) {
      let looks = [Role?.none, .cursor, .cursorUnfocused].flatMap { over in Role.all.map { ($0, over) } }
      let told = try Self.told(term, theme.sheet(at: .ansi16), looks)
      #expect(!told.contains("30") && !told.contains("90"), "\(theme.name): \(told)")
    }
  }

  @Test(arguments: ["xterm", "linux"]) func `Both cursors are seen`(term: String) throws {
    for theme in try Self.themes(.dark) + Self.themes(.light) {
      let sheet = theme.sheet(at: .ansi16)
      let page = Set(try Self.told(term, sheet, [(.text, nil)]))
      for bar: Role in [.cursor, .cursorUnfocused] {
        let more = Set(try Self.told(term, sheet, [(.text, nil), (.text, bar)])).subtracting(page)
        let signs = more.intersection(["4", "7", "41", "42", "43", "44", "45", "46", "47"])
        #expect(!signs.isEmpty, "\(theme.name), \(bar.rawValue): \(more)")
      }
    }
  }

  @Test func `Quiet text is dim where the terminal can`() throws {
    let sheet = try #require(try Self.themes(.dark).first).sheet(at: .ansi16)
    let inks = (30..<38).map(String.init)
    #expect(try Self.told("xterm", sheet, [(.textDim, nil)]).contains("2"))
    #expect(try Self.told("rxvt", sheet, [(.textDim, nil)]).allSatisfy { !inks.contains($0) })
  }

  @Test(arguments: [
    // On the terminal's own page, on white, on black: what is asked for and what comes of it.
    (-1, -1, [12, -1], [4, -1, 1]), (-1, -1, [8, -1], [-1, -1, 2]), (-1, -1, [15, 8], [-1, -1, 8]),
    (-1, -1, [8, 4], [7, 4, 0]), (-1, -1, [8, 7], [0, 7, 0]), (-1, -1, [3, 12], [3, 4, 0]),
    (0, 15, [8, 15], [0, 7, 2]), (0, 15, [0, 7], [0, 7, 8]), (0, 15, [9, 15], [1, 7, 1]),
    (7, 0, [8, 0], [7, 0, 2]), (7, 0, [15, 8], [7, 0, 8]), (8, 0, [8, 0], [-1, 0, 2]),
  ]) func `Each colour has its place`(ink: Int32, paper: Int32, asked: [Int32], shown: [Int]) {
    let style = EightColors(ink: ink, paper: paper).style(NumberedStyle(ink: asked[0], paper: asked[1]))
    #expect([Int(style.ink), Int(style.paper), Int(style.attributes.rawValue)] == shown)
  }
}

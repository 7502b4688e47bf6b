// The program in a real terminal: what it shows in windows, colours and locales, and what it takes.

import ClusterDomain
import Foundation
import TUI
import Testing

@testable import distretto

/// Tests of the built program in a terminal, one after the other.
@Suite(
  "In a real terminal", .serialized,
  .enabled(if: LiveTerminal.tmux != nil, "tmux is not installed"),
  .enabled(if: LiveTerminal.program != nil, "distretto is not built beside the tests"))
struct LiveTests {}

extension LiveTests {
  @Suite("Screen", .timeLimit(.minutes(5)))
  struct Screen {
    /// The lines that the program should show after some keys.
    private func frame(columns: Int, rows: Int, keys: String = "") throws -> [String] {
      let judged = try CommandLineFixture.bundled()
      let start = StartOptions(path: judged.path, today: CommandLineFixture.today, data: judged.data)
      let size = Size(columns: columns, rows: rows)
      let text = OnceFrame.frame(start, size: size, events: try KeyScript.events(keys)).plainText
      return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { String($0.reversed().drop { $0 == " " }.reversed()) }
    }

    @Test func itStartsAndShowsWhatAFrameWithoutTerminalShows() async throws {
      let expected = try frame(columns: 100, rows: 28)
      try await LiveTerminal.use { terminal in
        try await terminal.start()
        try await terminal.wait("the first frame") { $0 == expected }
        #expect(try terminal.modes == "1 1 1 0 1")
        try terminal.press("q")
        try await terminal.waitForEnd(0)
        #expect(try terminal.modes == LiveTerminal.shellModes)
      }
    }

    @Test func aStormOfSizesEndsInACorrectFrame() async throws {
      let expected = try frame(columns: 120, rows: 30)
      try await LiveTerminal.use { terminal in
        try await terminal.start()
        for step in 0..<10 { try terminal.resize(columns: 120 - 11 * step, rows: 40 - 3 * step) }
        try terminal.resize(columns: 20, rows: 5)
        try await terminal.wait(for: "40×10")
        for step in 1..<9 { try terminal.resize(columns: 20 + 20 * step, rows: 5 + 6 * step) }
        try terminal.resize(columns: 120, rows: 30)
        try await terminal.wait("the frame of 120×30") { $0 == expected }
      }
    }

    @Test(arguments: ["xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt100"])
    func everyKindOfTerminalShowsTheSameText(term: String) async throws {
      let expected = try frame(columns: 80, rows: 24)
      try await LiveTerminal.use(columns: 80, rows: 24) { terminal in
        try await terminal.start(environment: "TERM=\(term)")
        try await terminal.wait("the frame") { $0 == expected }
        #expect(try Self.isColoured(terminal.styledScreen) == (term != "vt100"))
      }
    }

    @Test func withNoColorThereIsNoColour() async throws {
      let expected = try frame(columns: 100, rows: 28)
      try await LiveTerminal.use { terminal in
        try await terminal.start(environment: "NO_COLOR=1 COLORTERM=truecolor TERM=xterm-256color")
        try await terminal.wait("the frame") { $0 == expected }
        let styled = try terminal.styledScreen
        #expect(!Self.isColoured(styled))
        #expect(styled.contains("\u{1B}["))
      }
    }

    @Test(arguments: ["LC_ALL=C", "LC_ALL= LANG="])
    func withoutUTF8ThereIsOnlyASCII(locale: String) async throws {
      try await LiveTerminal.use { terminal in
        try await terminal.start(environment: locale)
        try await terminal.wait(for: "quit")
        #expect(try terminal.screen.joined().allSatisfy(\.isASCII))
      }
    }

    /// Whether a screen has colours; those of 256 and of 24 bits start with 38 or 48.
    private static func isColoured(_ styled: String) -> Bool {
      styled.components(separatedBy: "\u{1B}[").dropFirst().contains { part in
        part.prefix { $0 != "m" }.split(separator: ";").compactMap { Int($0) }.contains { code in
          [30...38, 40...48, 90...97, 100...107].contains { $0.contains(code) }
        }
      }
    }

    @Test func theMouseSelectsAndTheWheelScrolls() async throws {
      let expected = try frame(columns: 100, rows: 28, keys: "<Down> <Down>")
      let scrolled = try frame(columns: 100, rows: 28, keys: "<Down> <Down> <Down> <Down> <Down>")
      try await LiveTerminal.use { terminal in
        try await terminal.start()
        let row = try #require(try terminal.screen.firstIndex { $0.contains("LAC") }) + 1
        try terminal.send("\u{1B}[<0;10;\(row)M\u{1B}[<0;10;\(row)m")
        try await terminal.wait("the clicked row under the cursor") { $0 == expected }
        try terminal.send("\u{1B}[<65;10;8M")
        try await terminal.wait("the wheel to move on") { $0 == scrolled }
        try terminal.send("\u{1B}[<64;10;8M")
        try await terminal.wait("the wheel to move back") { $0 == expected }
      }
    }

    @Test func whatIsPastedIsNeverACommand() async throws {
      try await LiveTerminal.use { terminal in
        try await terminal.start()
        try terminal.type("/")
        try await terminal.wait("the filter line") { $0.last?.contains("quit") == false }
        try terminal.paste("energy\nq")
        try await terminal.wait(for: "/ energy q")
        try terminal.press("Escape")
        try await terminal.wait("the filter to go") { !$0.contains { $0.contains("/ energy") } }
        try terminal.paste("q")
        try await terminal.wait(for: "/ q")
      }
    }

    @Test func keysComeFromTheTerminalWhereInputIsAPipe() async throws {
      let expected = try frame(columns: 100, rows: 28, keys: "<Down>")
      try await LiveTerminal.use { terminal in
        try await terminal.start(before: "echo q | ")
        try terminal.press("Down")
        try await terminal.wait("the cursor on the second row") { $0 == expected }
        try terminal.press("q")
        try await terminal.waitForEnd(0)
      }
    }
  }
}

// What is concluded from a terminal's name, and that work hops onto its actor in order.

import Testing

@testable import TUI

@Suite struct TerminalTypeTests {
  @Test(arguments: [
    ("xterm-kitty", ["xterm-kitty", "xterm-256color", "xterm", "vt100"]),
    ("alacritty", ["alacritty", "xterm-256color", "xterm", "vt100"]),
    ("tmux-256color", ["tmux-256color", "screen-256color", "xterm", "vt100"]),
    ("xterm", ["xterm", "xterm-256color", "vt100"]), ("nosuch", ["nosuch", "xterm", "vt100"]),
  ]) func `A terminal without a description gets the nearest`(name: String, candidates: [String]) {
    #expect(TerminalType(name: name).candidates == candidates)
  }

  @Test func `Direct colour is tried only where the name fits`() {
    #expect(TerminalType(name: "xterm-256color").directCandidates == ["xterm-direct"])
    #expect(TerminalType(name: "alacritty").directCandidates == ["alacritty-direct", "xterm-direct"])
    #expect(TerminalType(name: "tmux-256color").directCandidates == [])
  }

  @Test func `Old terminals are sent no private modes`() {
    for name in ["linux", "vt100", "ansi", "dumb"] { #expect(!TerminalType(name: name).hasPrivateModes) }
    for name in ["xterm", "tmux-256color", "foot"] { #expect(TerminalType(name: name).hasPrivateModes) }
  }

  @Test(arguments: [
    (-1, ColorDepth.mono), (0, .mono), (8, .ansi16), (16, .ansi16), (88, .ansi16), (256, .indexed256),
    (1 << 24, .direct),
  ]) func `The depth follows from the number of colours`(colors: Int, depth: ColorDepth) {
    #expect(TerminalType.depth(colors: colors) == depth)
  }

  @TerminalActor private final class Log {
    private(set) var entries: [Int] = []

    func add(_ entry: Int) { entries.append(entry) }
  }

  @Test func `What hops onto the terminal's actor arrives one after the other`() async {
    let log = Log()
    await withTaskGroup { group in
      for task in 0..<8 {
        group.addTask {
          for step in 0..<50 { await log.add(task * 100 + step) }
        }
      }
    }
    let entries = await log.entries
    #expect(entries.count == 400)
    for task in 0..<8 {
      let own = entries.filter { $0 / 100 == task }
      #expect(own == own.sorted())
    }
  }
}

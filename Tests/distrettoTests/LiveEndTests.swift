// The program in a real terminal: however it ends or pauses, the terminal is as it was.

import Foundation
import Testing

@testable import distretto

extension LiveTests {
  @Suite("Ends", .timeLimit(.minutes(5)))
  struct Ends {
    @Test(arguments: ["q", "C-c"])
    func itQuits(key: String) async throws {
      try await Self.leave(code: 0) { try $0.press(key) }
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func signalsEndIt(signal: Int32) async throws {
      try await Self.leave(code: 128 + signal) { kill(try $0.pid, signal) }
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGILL])
    func itCrashes(signal: Int32) async throws {
      try await Self.leave(code: 128 + signal) { kill(try $0.pid, signal) }
    }

    /// Starts the program, ends it, and holds the terminal against how it was before.
    private static func leave(code: Int32, by end: (LiveTerminal) throws -> Void) async throws {
      try await LiveTerminal.use { terminal in
        try terminal.enter("stty -g > before")
        try await terminal.start()
        try end(terminal)
        try await terminal.waitForEnd(code)
        #expect(try terminal.modes == LiveTerminal.shellModes)
        try terminal.enter("stty -g > after; clear; echo written")
        try await terminal.wait("the shell") { $0.contains("written") }
        let folder = terminal.folder
        let settings = try ["before", "after"].map {
          try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
        }
        #expect(settings[0] == settings[1])
        #expect(!settings[0].isEmpty)
      }
    }

    @Test func aStopGivesTheTerminalBackAndFgTakesItAgain() async throws {
      try await LiveTerminal.use { terminal in
        try terminal.enter("stty -g > before")
        try await terminal.start()
        let page = try terminal.screen
        for stop in ["key", "signal"] {
          try await terminal.wait("the page") { $0 == page }
          if stop == "key" { try terminal.press("C-z") } else { kill(try terminal.pid, SIGTSTP) }
          try await terminal.wait(for: "Stopped")
          #expect(try terminal.modes == LiveTerminal.shellModes)
          try terminal.enter("clear; cmp before <(stty -g) && echo as before")
          try await terminal.wait("the settings of before") { $0.contains("as before") }
          try terminal.enter("fg")
        }
        try await terminal.wait("the page") { $0 == page }
        #expect(try terminal.modes == "1 1 1 0 1")
        // Stopped without being asked, and drawn over meanwhile.
        kill(try terminal.pid, SIGSTOP)
        try await terminal.wait(for: "Stopped")
        try terminal.enter("fg")
        try await terminal.wait("the page") { $0 == page }
        kill(try terminal.pid, SIGCONT)
        try terminal.press("q")
        try await terminal.wait(for: "ready>")
      }
    }

    @Test(arguments: ["", "nohup "])
    func withoutItsTerminalItEnds(before: String) async throws {
      try await LiveTerminal.use { terminal in
        try await terminal.start(before: before)
        let pid = try terminal.pid
        try terminal.hangUp()
        let end = ContinuousClock.now + .seconds(10)
        while Self.isRunning(pid), .now < end { try await Task.sleep(for: .milliseconds(20)) }
        #expect(!Self.isRunning(pid))
      }
    }

    /// Whether a process is there and no mere entry that its parent has not read yet.
    private static func isRunning(_ pid: pid_t) -> Bool {
      let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
      return status.map { !$0.contains(") Z ") } ?? false
    }

    @Test func aTerminalThatCannotShowItIsToldSo() async throws {
      try await LiveTerminal.use(columns: 200) { terminal in
        for (setting, words) in [("TERM=dumb", "cannot address the screen"), ("-u TERM", "TERM is not set")] {
          try terminal.run("env \(setting) ./run")
          try await terminal.waitForEnd(2)
          let text = try terminal.screen.joined()
          #expect(text.contains(words) && text.contains("TERM=xterm-256color"))
          #expect(try terminal.modes == LiveTerminal.shellModes)
        }
        // An unknown kind may well understand what most do.
        try await terminal.start(environment: "TERM=nosuch")
        try terminal.press("q")
        try await terminal.waitForEnd(0)
      }
    }

    @Test func aClosedPipeIsNoError() async throws {
      try await LiveTerminal.use { terminal in
        try terminal.run("(set -o pipefail; ./run members --region everywhere --format json | head -n 1)")
        try await terminal.waitForEnd(0)
        #expect(try terminal.screen.filter { !$0.isEmpty }.first == "[")
      }
    }

    @Test func withoutAnyTerminalItSaysSo() throws {
      let program = try #require(LiveTerminal.program)
      let ending = try LiveProcess.run(
        ["/usr/bin/timeout", "10", "setsid", "--wait", program],
        environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
      #expect(ending.code == 2)
      #expect(ending.output.hasPrefix("distretto: there is no terminal"))
    }
  }
}

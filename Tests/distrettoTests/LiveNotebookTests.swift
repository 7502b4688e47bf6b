// What a user adds in a real terminal: it outlives a kill at once after it was confirmed, and others see it.

import ClusterDomain
import Foundation
import Testing

@testable import distretto

extension LiveTests {
  @Suite("Notebook", .timeLimit(.minutes(5)))
  struct NotebookInTerminal {
    @Test func whatWasConfirmedSurvivesAKill() async throws {
      try await LiveTerminal.use { terminal in
        for round in 1...4 {
          // Nobody tidies the terminal up after a killed program.
          let tidying = "stty sane; printf '\\033[?1049l\\033[?1000l\\033[?1006l\\033[?25h'"
          try terminal.run("(XDG_STATE_HOME=\(terminal.folder.path)/state ./run; \(tidying); clear)")
          try await terminal.wait(for: " of 167 clusters")
          // What the rounds before have added is there.
          if round > 1 { try await terminal.wait(for: "★ ") }
          for _ in 1..<round { try terminal.press("Down") }
          try terminal.press("w")
          try await terminal.wait(for: " is watched;")
          #expect(kill(try terminal.pid, SIGKILL) == 0)
          try await terminal.waitForEnd(0)
          try terminal.run(
            "XDG_STATE_HOME=\(terminal.folder.path)/state '\(try #require(LiveTerminal.program))' clusters --watched --columns id --format csv | wc -l"
          )
          try await terminal.wait(for: "\(round + 1)")
          try await terminal.waitForEnd(0)
        }
      }
    }

    @Test func aFolderThatCannotBeWrittenIsSaid() async throws {
      try await LiveTerminal.use { terminal in
        try Data().write(to: terminal.folder.appendingPathComponent("state"))
        try terminal.run("XDG_STATE_HOME=\(terminal.folder.path)/state ./run")
        try await terminal.wait(for: " of 167 clusters")
        try terminal.press("w")
        try await terminal.wait(for: "Nothing was added to your notebook")
        #expect(try !terminal.screen.joined().contains("★"))
        try terminal.press("q")
        try await terminal.waitForEnd(0)
      }
    }
  }
}

extension LiveTests {
  @Suite("Changing data", .timeLimit(.minutes(5)))
  struct ChangingData {
    @Test func aDatasetThatChangesIsReadAgainInPlace() async throws {
      try await LiveTerminal.use { terminal in
        let data = terminal.folder.appendingPathComponent("data")
        try FileManager.default.copyItem(atPath: try #require(Dataset.bundledPath), toPath: data.path)
        try terminal.run("./run data")
        try await terminal.wait(for: " of 167 clusters")
        let file = data.appendingPathComponent("clusters.csv")
        let text = try String(contentsOf: file, encoding: .utf8)
        // Half a file, as an editor that writes slowly leaves it, is waited for.
        try Data(text.utf8.prefix(text.utf8.count / 2)).write(to: file)
        try await Task.sleep(for: .milliseconds(200))
        try Data(text.replacingOccurrences(of: "LE2C,", with: "LE2D,").utf8).write(to: file)
        try await terminal.wait(for: "The dataset was read again")
        #expect(try terminal.screen.joined().contains(" of 167 clusters"))
        // A checkout replaces the folder.
        try FileManager.default.moveItem(at: data, to: terminal.folder.appendingPathComponent("old"))
        try FileManager.default.copyItem(atPath: try #require(Dataset.bundledPath), toPath: data.path)
        try await terminal.wait(for: "LE2C · ")
        try Data("{".utf8).write(to: data.appendingPathComponent("datapackage.json"))
        try await terminal.wait(for: "What was read before stays")
        try terminal.press("q")
        try await terminal.waitForEnd(0)
      }
    }
  }
}

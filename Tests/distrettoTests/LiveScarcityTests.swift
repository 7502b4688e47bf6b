// The program in a real terminal that lacks descriptors, or loses its cache: it does what it can, and says the rest.

import Foundation
import Testing

@testable import distretto

extension LiveTests {
  @Suite("Scarcity", .timeLimit(.minutes(5)))
  struct Scarcity {
    @Test func manyFilesNeedFewDescriptors() async throws {
      try await LiveTerminal.use { terminal in
        for number in 0..<200 {
          try Data("a,b\n\(number),2\n".utf8)
            .write(to: terminal.folder.appendingPathComponent("file\(number).csv"))
        }
        try Data().write(to: terminal.folder.appendingPathComponent("empty.csv"))
        try terminal.run("(ulimit -n 16; ./run file*.csv empty.csv)")
        try await terminal.wait(for: " 200 files ")
        try terminal.press("p")
        // The message may say the same before the list is there.
        try await terminal.wait(for: "─ 1 problem ─")
        #expect(try terminal.screen.joined().contains("is empty; there is nothing"))
        #expect(try !terminal.screen.joined().contains("too many files"))
        try terminal.press("q")
        try await terminal.waitForEnd(0)
        #expect(try terminal.modes == LiveTerminal.shellModes)
      }
    }

    @Test func aCacheThatIsCutIsReadAgain() async throws {
      try await LiveTerminal.use { terminal in
        let rows = (1...40_000).map { "\($0),Fonderie Brambilla \($0) e figli\n" }.joined()
        try Data("id,name\n\(rows)".utf8).write(to: terminal.folder.appendingPathComponent("table.csv"))
        let caches = terminal.folder.appendingPathComponent(".cache/distretto/sheets").path
        for isCut in [false, true] {
          try terminal.run("./run table.csv")
          try await terminal.wait(for: " 40,000 rows ")
          let names = try FileManager.default.contentsOfDirectory(atPath: caches)
          #expect(names.count == 1)
          if isCut {
            for name in names { #expect(truncate("\(caches)/\(name)", 0) == 0) }
            try terminal.press("G")
            try await terminal.wait(for: "was broken and is deleted")
            try await terminal.wait(for: "Fonderie Brambilla 40000 e figli")
            #expect(try FileManager.default.contentsOfDirectory(atPath: caches).isEmpty)
          }
          try terminal.press("q")
          try await terminal.waitForEnd(0)
          #expect(try terminal.modes == LiveTerminal.shellModes)
        }
      }
    }

    @Test func withoutDescriptorsTheTerminalIsLeftAlone() async throws {
      try await LiveTerminal.use { terminal in
        try Data("a\n1\n".utf8).write(to: terminal.folder.appendingPathComponent("file.csv"))
        for limit in 4...7 {
          try terminal.run("(ulimit -n \(limit); exec '\(try #require(LiveTerminal.program))' file.csv)")
          try await terminal.waitForEnd(2)
          #expect(try terminal.screen.joined().contains("ulimit -n"), "\(limit)")
          #expect(try terminal.modes == LiveTerminal.shellModes)
        }
      }
    }
  }
}

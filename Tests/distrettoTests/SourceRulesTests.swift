// Rules of the sources that no compiler checks: arrows between targets, openings, sizes, words to avoid.

import Foundation
import Testing

@Suite("Sources")
struct SourceRulesTests {
  /// Files that are tables, which may be long.
  private static let tables = [
    "Sources/ClusterDomain/Reading/Tables.swift"
  ]
  private static let longest = 250

  private struct File {
    let path: String
    let lines: [Substring]

    /// The modules that it imports.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ").drop {
          $0 == "public" || $0 == "internal" || $0.hasPrefix("@")
        }
        return words.first == "import" ? words.last.map(String.init) : nil
      }
    }

    /// The file's words without comments and texts.
    var code: [(number: Int, text: Substring)] {
      lines.enumerated().map { number, line in
        let start = line.range(of: "//")?.lowerBound ?? line.endIndex
        return (number + 1, line[..<start])
      }
    }
  }

  private static let files: [File] = {
    ["Sources", "Tests", "Themes"].flatMap { folder in
      let found = FileManager.default.enumerator(atPath: "\(StoryData.folder)/\(folder)")
      return (found?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted()
        .map { name in
          let bytes = FileManager.default.contents(atPath: "\(StoryData.folder)/\(folder)/\(name)") ?? Data()
          let text = String(decoding: bytes, as: UTF8.self)
          return File(
            path: "\(folder)/\(name)", lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }
  }()

  private func files(under folder: String) -> [File] { Self.files.filter { $0.path.hasPrefix(folder) } }

  private func expect(
    _ folder: String, importsNoneOf modules: [String], _ location: SourceLocation = #_sourceLocation
  ) {
    let found = files(under: folder)
    #expect(!found.isEmpty, sourceLocation: location)
    for file in found {
      #expect(file.imports.filter(modules.contains) == [], "\(file.path)", sourceLocation: location)
    }
  }

  @Test("only the terminal's own files import ncurses")
  func ncurses() {
    let users = Self.files.filter { $0.imports.contains("CNcurses") }.map(\.path)
    #expect(!users.isEmpty)
    for path in users { #expect(path.hasPrefix("Sources/TUI/Terminal"), "\(path)") }
  }

  @Test("each layer knows only those beneath it")
  func arrows() {
    expect("Sources/ClusterDomain/", importsNoneOf: ["TUI", "ViewModels", "CNcurses", "Themes", "distretto"])
    expect(
      "Sources/ViewModels/", importsNoneOf: ["TUI", "CNcurses", "Themes", "distretto", "ArgumentParser"])
    expect("Sources/TUI/", importsNoneOf: ["ClusterDomain", "ViewModels", "Themes", "distretto"])
  }

  @Test("state, panes and drawing ask neither clock nor environment")
  func pure() {
    for file in files(under: "Sources/ViewModels/") + files(under: "Sources/distretto/Drawing/") {
      #expect(file.imports.filter(["Foundation", "Glibc", "Dispatch"].contains) == [], "\(file.path)")
    }
  }

  @Test("every file opens with a comment that says what it is for")
  func openings() {
    for file in Self.files {
      // The manifest's own first line is the tools version.
      #expect(file.lines.first?.hasPrefix("// ") == true, "\(file.path)")
    }
  }

  @Test("no file is longer than 250 lines but the tables")
  func sizes() {
    for file in Self.files where !Self.tables.contains(file.path) {
      #expect(file.lines.count - 1 <= Self.longest, "\(file.path)")
    }
    for table in Self.tables { #expect(Self.files.contains { $0.path == table }, "\(table) is gone") }
  }

  @Test("no forced try, forced cast or trap in the sources")
  func traps() {
    let words = ["try" + "!", "as" + "!", "fatal" + "Error", "precondition" + "Failure"]
    for file in files(under: "Sources/") {
      for line in file.code {
        for word in words { #expect(!line.text.contains(word), "\(file.path):\(line.number)") }
      }
    }
  }

  @Test("nothing is left to do later")
  func leftovers() {
    let words = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]
    for file in Self.files {
      for (number, line) in file.lines.enumerated() {
        for word in words { #expect(!line.contains(word), "\(file.path):\(number + 1)") }
      }
    }
  }

  @Test("no file is a leftover of laying out the package")
  func placeholders() {
    #expect(Self.files.filter { $0.path.hasSuffix("Placeholder.swift") }.map(\.path) == [])
  }
}

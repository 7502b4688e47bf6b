// The README held against the program: screen, keys, commands, tables, themes, folders.

import ArgumentParser
import ClusterDomain
import Foundation
import TUI
import Testing
import Themes
import ViewModels

@testable import distretto

/// The README beside the sources; parts between `<!-- name -->` and `<!-- /name -->` can be asked for and replaced.
private struct Readme {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let file = root.appendingPathComponent("README.md")

  let text: String

  init() throws { text = try String(contentsOf: Self.file, encoding: .utf8) }

  func part(_ name: String) throws -> String { String(text[try range(of: name)]) }

  /// Holds a part against what the program says; rewrites it instead where `DISTRETTO_RECORD=1` is set.
  func expect(_ name: String, toBe expected: String) throws {
    guard ProcessInfo.processInfo.environment["DISTRETTO_RECORD"] == "1" else {
      #expect(try part(name) == expected, "README.md: DISTRETTO_RECORD=1 swift test writes \(name) anew")
      return
    }
    var recorded = text
    recorded.replaceSubrange(try range(of: name), with: expected)
    if recorded != text { try recorded.write(to: Self.file, atomically: true, encoding: .utf8) }
  }

  /// What stands between backticks in a text.
  static func quoted(_ text: String) -> [String] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// The lines of all blocks of shell commands.
  var commands: [String] {
    text.components(separatedBy: "```sh\n").dropFirst()
      .flatMap { $0.components(separatedBy: "```")[0].split(separator: "\n").map(String.init) }
  }

  private func range(of name: String) throws -> Range<String.Index> {
    let start = try #require(text.range(of: "<!-- \(name) -->\n"), "README.md lacks the mark \(name)")
    let end = try #require(text.range(of: "<!-- /\(name) -->"), "README.md lacks the end of \(name)")
    return start.upperBound..<end.lowerBound
  }
}

// Parts are rewritten one after the other.
@Suite("README", .serialized)
struct ReadmeTests {
  private let readme: Readme

  init() throws { readme = try Readme() }

  @Test func theScreenIsTheFirstFrame() throws {
    let judged = try CommandLineFixture.bundled()
    let start = StartOptions(path: judged.path, today: CommandLineFixture.today, data: judged.data)
    let frame = OnceFrame.frame(start, size: Size(columns: 100, rows: 28), events: [])
    try readme.expect("screen", toBe: "```\n\(frame.plainText)```\n")
  }

  @Test func theKeysAreThoseOfTheKeyTable() throws {
    try readme.expect("keys", toBe: Self.keyTable)
  }

  @Test func theTwoCommandsAreThere() {
    #expect(readme.commands.contains("swift run -c release distretto"))
    #expect(readme.commands.contains("swift test"))
  }

  @Test func everyCommandOfTheProgramIsInTheTable() throws {
    let named = Readme.quoted(try readme.part("commands"))
      .filter { $0.hasPrefix("distretto ") }.map { String($0.dropFirst("distretto ".count)) }
    let known = Distretto.configuration.subcommands.map {
      $0.configuration.commandName ?? "\($0)".lowercased()
    }
    #expect(Set(named) == Set(known).subtracting(["browse"]))
  }

  @Test func everyExampleIsUnderstood() throws {
    let examples = readme.commands.filter { $0.hasPrefix("distretto") }
    #expect(examples.count > 5)
    for example in examples {
      let words = Self.words(example).dropFirst().prefix { $0 != "|" }
      #expect(throws: Never.self, "\(example)") { try Distretto.parseAsRoot(Array(words)) }
    }
  }

  /// Options of what builds the program.
  private static let swiftOptions: [Substring] = [
    "--explicit-target-dependency-import-check", "--static-swift-stdlib", "--strip-debug", "--product",
  ]

  @Test func optionsNamedInTheTextExist() throws {
    let help = try ([""] + Distretto.commandNames).map { name in
      let command: any ParsableCommand.Type = try name.isEmpty ? Distretto.self : Self.command(name)
      return Distretto.helpMessage(for: command, includeHidden: false)
    }.joined()
    let named = Readme.quoted(readme.text).flatMap { $0.split(separator: " ") }
      .filter { $0.hasPrefix("--") && !Self.swiftOptions.contains($0) }
    #expect(named.count > 5)
    for option in named { #expect(help.contains(option), "\(option)") }
  }

  @Test func theTablesAreThoseOfTheBundledDataset() throws {
    let rows = try readme.part("tables").split(separator: "\n").dropFirst(2)
    let named = rows.flatMap { Readme.quoted(String($0.dropFirst().prefix { $0 != "|" })) }
    let folder = try #require(Dataset.bundledPath)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/datapackage.json"))
    let package = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(named.sorted() == resources.compactMap { $0["name"] as? String }.sorted())
  }

  @Test func theThemesAreTheBundledOnes() throws {
    #expect(Readme.quoted(try readme.part("themes")) == BundledThemes.names)
  }

  @Test func theThemeInTheTextIsSound() throws {
    let toml = try #require(readme.text.components(separatedBy: "```toml\n").dropFirst().first)
    let text = toml.components(separatedBy: "```")[0]
    let library = ThemeLibrary(bundled: BundledThemes.all + [(name: "evening", text: text)])
    #expect(ThemeLint.problems(in: try library.theme(named: "evening")).isEmpty)
  }

  @Test func thePlacesOnTheMapExist() throws {
    var folder = ""
    let lines = try readme.part("map").split(separator: "\n").filter { !$0.hasPrefix("```") }
    #expect(lines.count > 10)
    for line in lines {
      let name = String(line.drop { $0 == " " }.prefix { $0 != " " })
      if !line.hasPrefix(" ") { folder = name.hasSuffix("/") ? name : "" }
      let path = line.hasPrefix(" ") ? folder + name : name
      #expect(
        FileManager.default.fileExists(atPath: Readme.root.appendingPathComponent(path).path), "\(path)")
    }
  }

  @Test func filesNamedInTheTextExist() throws {
    let sources = ["", "Sources/"]
    let named = Readme.quoted(readme.text).filter { name in
      name.contains("/") && !name.contains(" ") && !name.contains("*")
        && !["~", "$", ".build/"].contains(where: name.hasPrefix)
    }
    #expect(named.count > 5)
    for name in named {
      #expect(
        sources.contains { prefix in
          FileManager.default.fileExists(atPath: Readme.root.appendingPathComponent(prefix + name).path)
        }, "\(name)")
    }
  }
}

extension ReadmeTests {
  /// The key table as Markdown, in the order of the help.
  private static var keyTable: String {
    let rows = Binding.Group.allCases.flatMap { group in
      HelpText.rows(of: group).enumerated().map { index, binding in
        let prefix = Keymap.isFollowing(binding) ? "`\(Keymap.prefix(of: binding))` then " : ""
        let keys = binding.keys.map { "`\($0.label)`" }.joined(separator: " ")
        return "| \(index == 0 ? "**\(group.rawValue)**" : "") | \(prefix)\(keys) | \(binding.help) |"
      }
    }
    return (["| | key | does |", "|---|---|---|"] + rows).joined(separator: "\n") + "\n"
  }

  private static func command(_ name: String) throws -> any ParsableCommand.Type {
    try #require(
      Distretto.configuration.subcommands.first {
        ($0.configuration.commandName ?? "\($0)".lowercased()) == name
      } ?? (name == "help" ? Distretto.self : nil))
  }

  /// A command line as words, with what stands between single quotes as one.
  private static func words(_ line: String) -> [String] {
    line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
      index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
  }
}

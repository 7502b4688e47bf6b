// Bundled themes and those of the user together.

import Foundation
import TUI
import Testing

@Suite("Theme library")
struct ThemeLibraryTests {
  private static let calm = "[theme]\nvariant = \"dark\"\n[palette]\nink = \"red\"\n[roles]\ntext = \"ink\"\n"
  private let bundled = [(name: "calm", text: calm), (name: "still", text: calm)]

  /// Runs with a library whose user folder holds these files.
  private func withLibrary(_ files: [String: String], _ body: (ThemeLibrary, String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "themes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try body(ThemeLibrary(bundled: bundled, folders: ["/nowhere", folder.path]), folder.path)
  }

  private func ink(_ theme: Theme) -> Color? { theme.sheet(at: .direct).style(.text).foreground }

  @Test func listsBundledThenUserThemes() throws {
    let files = ["zen.theme": "", "aqua.theme": "", "still.theme": "", "notes.txt": "", ".hidden.theme": ""]
    try withLibrary(files) { library, folder in
      #expect(library.names == ["calm", "still", "aqua", "zen"])
      #expect(library.file(of: "zen") == "\(folder)/zen.theme")
      #expect(library.file(of: "calm") == nil)
    }
  }

  @Test func theUsersThemeWinsByName() throws {
    let own = Self.calm.replacing("red", with: "blue")
    try withLibrary(["calm.theme": own]) { library, _ in
      let calm = try library.theme(named: "calm")
      #expect(ink(calm) == .indexed(4))
      let still = try library.theme(named: "still")
      #expect(ink(still) == .indexed(1))
    }
  }

  @Test func aUsersThemeMayBuildOnTheBundledOneOfItsName() throws {
    let own = "[theme]\ninherits = \"calm\"\n[palette]\nink = \"green\"\n"
    try withLibrary(["calm.theme": own]) { library, _ in
      let calm = try library.theme(named: "calm")
      #expect(ink(calm) == .indexed(2))
    }
  }

  @Test func aBrokenUserThemeNamesItsFileAndLine() throws {
    try withLibrary(["calm.theme": "[theme]\nvariant = \"dark\"\nroles =\n"]) { library, folder in
      let error = try #require(throws: ThemeError.self) { try library.theme(named: "calm") }
      #expect(error.file == "\(folder)/calm.theme")
      #expect(error.line == 3)
      #expect(error.column != nil)
    }
  }

  @Test func aProblemOfAParentNamesTheParentsFile() throws {
    let files = [
      "base.theme": Self.calm + "title = \"nowhere\"\n",
      "child.theme": "[theme]\ninherits = \"base\"\n",
    ]
    try withLibrary(files) { library, folder in
      let problem = try #require(try library.theme(named: "child").problems.first)
      #expect(problem.theme == "\(folder)/base.theme")
      #expect(problem.line == 7)
      #expect(problem.role == .title)
    }
  }

  @Test(arguments: ["", "nobody", "../calm", "/etc/passwd"])
  func anUnknownNameIsAnErrorThatListsTheOthers(name: String) throws {
    try withLibrary([:]) { library, _ in
      let error = try #require(throws: ThemeError.self) { try library.theme(named: name) }
      #expect(error.reason.contains("calm, still"))
    }
  }

  @Test func aFileThatIsNoTextIsAnError() throws {
    try withLibrary(["calm.theme": "text\u{0}"]) { library, folder in
      let error = try #require(throws: ThemeError.self) { try library.theme(named: "calm") }
      #expect(error.reason == "the file is not UTF-8 text")
      let box = "\(folder)/box.theme"
      try FileManager.default.createDirectory(atPath: box, withIntermediateDirectories: true)
      let other = try #require(throws: ThemeError.self) { try library.theme(named: "box") }
      #expect(other.reason.hasPrefix("cannot be read"))
    }
  }
}

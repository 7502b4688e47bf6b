// Every theme that comes with the program is sound.

import TUI
import Testing
import Themes

@Suite("Bundled themes")
struct ThemeBundledTests {
  let library = ThemeLibrary(bundled: BundledThemes.all)

  @Test(arguments: BundledThemes.names)
  func parsesWithoutProblem(name: String) throws {
    let theme = try library.theme(named: name)
    #expect(theme.problems == [])
    #expect(theme.name == name)
    #expect(theme.author != nil && theme.licence != nil && theme.title != name)
  }

  @Test(arguments: BundledThemes.names)
  func passesTheLint(name: String) throws {
    let theme = try library.theme(named: name)
    #expect(ThemeLint.problems(in: theme) == [])
  }

  @Test(arguments: BundledThemes.names)
  func keepsToTheColoursOfTheDepth(name: String) throws {
    let theme = try library.theme(named: name)
    let followsTerminal = ["terminal", "terminal-light"].contains(name)
    for role in Role.all {
      for color in colors(of: role, theme.sheet(at: .ansi16)) {
        #expect(index(color).map { $0 < 16 } ?? (color == .terminal), "\(role.rawValue) at 16")
      }
      for color in colors(of: role, theme.sheet(at: .indexed256)) where !followsTerminal {
        #expect(index(color).map { $0 >= 16 } ?? (color == .terminal), "\(role.rawValue) at 256")
      }
      for color in colors(of: role, theme.sheet(at: .direct)) where !followsTerminal {
        #expect(index(color) == nil, "\(role.rawValue) in direct colour")
      }
      #expect(colors(of: role, theme.sheet(at: .mono)) == [], "\(role.rawValue) in mono")
    }
  }

  @Test(arguments: BundledThemes.names)
  func ourOwnAreUnderTheLicenceOfTheProgram(name: String) throws {
    let theme = try library.theme(named: name)
    #expect((theme.licence == "Apache-2.0") == (theme.author == "The Distretto authors"))
  }

  @Test func everyFileOfTheFolderIsBundled() {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let files = ThemeLibrary(bundled: [], folders: ["/\(folder)/Themes"]).names
    #expect(files == BundledThemes.names.sorted())
  }

  @Test func everyNameHasItsText() {
    #expect(BundledThemes.all.map(\.name) == BundledThemes.names)
    #expect(BundledThemes.text(named: "no such theme") == nil)
  }

  private func colors(of role: Role, _ sheet: StyleSheet) -> [Color] {
    [sheet.style(role).foreground, sheet.style(role).background].compactMap(\.self)
  }

  private func index(_ color: Color) -> UInt8? {
    if case .indexed(let index) = color { index } else { nil }
  }
}

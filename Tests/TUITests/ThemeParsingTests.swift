// From the text of a theme to its roles, and what is said about mistakes.

import TUI
import Testing

@Suite("Theme files")
struct ThemeParsingTests {
  private func theme(
    palette: String = "", roles: String = "text = \"-\"", mono: String = ""
  ) throws -> Theme {
    let text =
      "[theme]\nvariant = \"dark\"\n[palette]\n\(palette)\n[roles]\n\(roles)\n[mono]\n\(mono)\n"
    return try Theme.parse(text, name: "sample")
  }

  @Test func readsWhatTheThemeSaysOfItself() throws {
    let text = """
      [theme]
      name = "sample"
      title = "A sample"
      author = "Ada"
      licence = "MIT"
      url = "https://example.org"
      variant = "light"
      claims = ["high-contrast"]
      [roles]
      text = "-"
      """
    let theme = try Theme.parse(text, name: "sample")
    #expect(theme.title == "A sample" && theme.author == "Ada" && theme.licence == "MIT")
    #expect(theme.url == "https://example.org" && theme.variant == .light)
    #expect(theme.claims == ["high-contrast"])
    #expect(theme.problems == [])
  }

  @Test(arguments: [
    ("ink", Style(foreground: .rgb(1, 2, 3))),
    ("ink on paper", Style(foreground: .rgb(1, 2, 3), background: .terminal)),
    ("- on paper", Style(background: .terminal)),
    ("ink on - bold", Style(foreground: .rgb(1, 2, 3), attributes: .bold)),
    ("bold", Style(attributes: .bold)),
    ("- reverse underline", Style(attributes: [.reverse, .underline])),
    ("on paper italic", Style(background: .terminal, attributes: .italic)),
    ("brightblue dim", Style(foreground: .indexed(12), attributes: .dim)),
    ("#102030", Style(foreground: .rgb(16, 32, 48))),
  ])
  func readsARole(text: String, expected: Style) throws {
    let theme = try theme(
      palette: "ink = \"#010203\"\npaper = \"terminal\"", roles: "title = \"\(text)\"")
    #expect(theme.problems == [])
    #expect(theme.sheet(at: .direct).style(.title) == expected)
  }

  @Test func dottedNamesMayBeTables() throws {
    let theme = try theme(roles: "text = \"white\"\nlabel.gold = \"yellow\"\nlabel.silver = \"cyan\"")
    #expect(theme.sheet(at: .direct).style(.labelGold).foreground == .indexed(3))
    #expect(theme.sheet(at: .direct).style(.labelSilver).foreground == .indexed(6))
  }

  @Test(arguments: [
    ("\"text.dim\" = \"nowhere bold\"", "unknown colour “nowhere”"),
    ("\"text.dim\" = \"white on nowhere\"", "unknown colour “nowhere”"),
    ("\"text.dim\" = \"white blinking\"", "unknown attribute “blinking”"),
    ("\"text.dim\" = \"white on\"", "unknown colour “”"),
    ("\"text.dim\" = 7", "must be a text"),
  ])
  func aRoleThatIsNotUnderstoodFallsBack(line: String, reason: String) throws {
    let theme = try theme(roles: "text = \"white\"\n\(line)")
    let problem = try #require(theme.problems.first)
    #expect(theme.problems.count == 1)
    #expect(problem.reason.contains(reason))
    #expect(problem.line == 7)
    #expect(theme.sheet(at: .direct).style(.textDim).foreground == .indexed(7))
  }

  @Test(arguments: [
    ("ink = \"#12345\"", "is no colour"), ("ink = \"#+12345\"", "is no colour"), ("ink = 7", "is no colour"),
    ("ink = { rgb = \"#123456\", c256 = 7 }", "c256"), ("ink = { rgb = \"#123456\", c16 = 16 }", "c16"),
    ("ink = { rgb = \"#123456\", c16 = \"pink\" }", "c16"), ("ink = { c16 = \"red\" }", "needs rgb"),
    ("ink = { rgb = \"#123456\", depth = 1 }", "depth"), ("bold = \"#123456\"", "cannot be the name"),
  ])
  func aColourThatIsNotUnderstoodIsTold(line: String, reason: String) throws {
    let problem = try #require(try theme(palette: line).problems.first)
    #expect(problem.reason.contains(reason))
    #expect(problem.line == 4)
  }

  @Test func aMonoAttributeThatIsNotUnderstoodKeepsTheBuiltIn() throws {
    let theme = try theme(mono: "cursor = \"glowing\"")
    #expect(theme.problems.map(\.reason) == ["“cursor” has the unknown attribute “glowing”"])
    #expect(theme.sheet(at: .mono).style(.cursor).attributes == .reverse)
  }

  @Test func unknownSectionsAndNamesAreTold() throws {
    let text = "[theme]\nvariant = \"dark\"\ncolour = 1\n[rolls]\na = 1\n[roles]\ntext = \"-\"\n"
    let problems = try Theme.parse(text, name: "sample").problems
    #expect(problems.compactMap(\.line) == [4, 3])
  }

  @Test func badTOMLGivesLineAndColumn() throws {
    let error = try #require(throws: ThemeError.self) {
      try Theme.parse("[theme]\nvariant = \"dark\"\n[roles]\ntext = \"ink\n", name: "broken")
    }
    #expect(error.file == "broken.theme")
    #expect(error.line == 4)
    #expect(error.column != nil)
    #expect("\(error)".hasPrefix("broken.theme:4:"))
  }

  @Test func anUnquotedDottedNameGetsAHint() throws {
    let error = try #require(throws: ThemeError.self) { try theme(roles: "text = \"-\"\ntext.dim = \"-\"") }
    #expect(error.reason.contains("\"text.dim\""))
  }

  @Test(arguments: [
    ("[theme]\nvariant = \"dark\"\n", "no [roles]"),
    ("[roles]\ntext = \"-\"\n", "variant"),
    ("[theme]\nvariant = \"dim\"\n[roles]\ntext = \"-\"\n", "variant"),
    ("[theme]\ninherits = 3\n", "must name a theme"),
    ("[theme]\ninherits = \"nobody\"\n", "no theme “nobody”"),
  ])
  func aThemeThatCannotBeUsedSaysWhy(text: String, reason: String) throws {
    let error = try #require(throws: ThemeError.self) { try Theme.parse(text, name: "sample") }
    #expect(error.reason.contains(reason))
  }

  @Test func aChildReplacesPaletteRolesAndMono() throws {
    let files = [
      "parent": """
      [theme]
      variant = "dark"
      claims = ["high-contrast"]
      [palette]
      ink = "red"
      [roles]
      text = "ink"
      title = "ink bold"
      [mono]
      title = "italic"
      """,
      "child": "[theme]\ninherits = \"parent\"\n[palette]\nink = \"blue\"\n[roles]\ncount = \"ink dim\"",
    ]
    let child = try parse("child", files)
    let sheet = child.sheet(at: .direct)
    #expect(child.variant == .dark)
    #expect(child.claims == [])
    #expect(sheet.style(.title) == Style(foreground: .indexed(4), attributes: .bold))
    #expect(sheet.style(.count) == Style(foreground: .indexed(4), attributes: .dim))
    #expect(child.sheet(at: .mono).style(.title).attributes == .italic)
  }

  @Test(arguments: [["a": "a"], ["a": "b", "b": "a"], ["a": "b", "b": "c", "c": "b"]])
  func aCircleOfParentsIsAnError(parents: [String: String]) throws {
    let files = parents.mapValues { "[theme]\ninherits = \"\($0)\"\n" }
    let error = try #require(throws: ThemeError.self) { try parse("a", files) }
    #expect(error.reason.contains("circle"))
    #expect(error.line == 2)
  }

  private func parse(_ name: String, _ files: [String: String]) throws -> Theme {
    func source(_ name: String) -> ThemeSource? { files[name].map { ThemeSource(name: name, text: $0) } }
    return try Theme.parse(try #require(source(name))) { name, _ in source(name) }
  }
}

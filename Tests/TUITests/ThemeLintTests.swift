// Each rule of the lint speaks about a theme that breaks it.

import TUI
import Testing
import Themes

@Suite("Theme lint")
struct ThemeLintTests {
  /// What the lint says about a bundled theme with some lines replaced.
  private func problems(
    _ name: String = "distretto-dark", theme: String = "variant = \"dark\"", palette: String = "",
    roles: String = "", mono: String = ""
  ) throws -> [String] {
    let text =
      "[theme]\ninherits = \"\(name)\"\n\(theme)\n[palette]\n\(palette)\n[roles]\n\(roles)\n[mono]\n\(mono)\n"
    let source = ThemeSource(name: "bad", text: text)
    let theme = try Theme.parse(source) { name, _ in
      BundledThemes.text(named: name).map { ThemeSource(name: name, text: $0) }
    }
    return ThemeLint.problems(in: theme).map(\.description)
  }

  @Test func theBaseOfTheseTestsIsGood() throws {
    let found = try problems()
    #expect(found == [])
  }

  @Test func faintText() throws {
    let found = try problems(palette: "quiet = \"#555555\"")
    let sentence = "bad: count: has a contrast of 2.6 on its background at 256 colours; it needs 4.5"
    #expect(found.contains(sentence))
    #expect(found.contains { $0.hasPrefix("bad: text.dim:") && $0.contains("direct colour") })
  }

  @Test func faintLines() throws {
    let quiet = try problems(palette: "line = \"#282828\"")
    #expect(quiet.contains { $0.hasPrefix("bad: border: has a contrast") && $0.hasSuffix("it needs 2") })
    let focus = try problems(roles: "\"border.focus\" = \"#505050\"")
    #expect(focus.contains { $0.hasPrefix("bad: border.focus: has") && $0.hasSuffix("it needs 3") })
  }

  @Test func aBrokenPromiseOfHighContrast() throws {
    let found = try problems(theme: "variant = \"dark\"\nclaims = [\"high-contrast\"]")
    #expect(found.contains { $0.hasPrefix("bad: text.dim:") && $0.hasSuffix("it needs 7") })
  }

  @Test func aClaimThatNobodyChecks() throws {
    let found = try problems(theme: "variant = \"dark\"\nclaims = [\"pretty\"]")
    #expect(found == ["bad: claims “pretty”, which nobody checks; there is high-contrast"])
  }

  @Test func rolesThatAreLeftOut() throws {
    let text = "[theme]\nvariant = \"dark\"\n[roles]\ntext = \"-\"\nlabel = \"-\"\n"
    let found = ThemeLint.problems(in: try Theme.parse(text, name: "bad")).map(\.description)
    #expect(found.contains("bad: chip: is not stated, nor is any of its parents but text"))
    #expect(!found.contains { $0.hasPrefix("bad: label.gold: is not stated") })
  }

  @Test func metalsThatLookAlike() throws {
    let found = try problems(palette: "bronze = \"#c6c6c6\"")
    #expect(found.contains("bad: label.silver: looks like label.bronze at direct colour"))
  }

  @Test func metalsThatLookAlikeToSomePeople() throws {
    let found = try problems(palette: "silver = \"#5ac36e\"\nbronze = \"#ff5a6e\"")
    #expect(found.contains { $0.contains("label.silver: looks like label.bronze with deuteranopia") })
    #expect(!found.contains("bad: label.silver: looks like label.bronze at direct colour"))
  }

  @Test func metalsThatLookAlikeInSixteenColours() throws {
    let palette = "bronze = { rgb = \"#d7875f\", c16 = \"white\" }"
    let found = try problems(palette: palette)
    #expect(found == ["bad: label.silver: looks like label.bronze at 16 colours"])
  }

  @Test func anAttributeTellsThemApartToo() throws {
    let found = try problems(
      palette: "bronze = \"#c6c6c6\"", roles: "\"label.bronze\" = \"bronze underline\"")
    #expect(found == [])
  }

  @Test func levelsThatLookAlikeWithoutColour() throws {
    let found = try problems(mono: "\"label.bronze\" = \"-\"")
    #expect(found == ["bad: label.silver: looks like label.bronze without colour"])
  }

  @Test func textThatCannotBeReadOverACursor() throws {
    // Without ink of its own the bar leaves the colours of the row as they are.
    let found = try problems(roles: "cursor = \"- on bar\"")
    #expect(found.contains { $0.hasPrefix("bad: text.dim: has") && $0.contains("over cursor at") })
  }

  @Test func aCursorThatCannotBeSeen() throws {
    let found = try problems(roles: "\"cursor.unfocused\" = \"ink on paper\"")
    #expect(found.contains("bad: cursor.unfocused: cannot be seen beside text at 256 colours"))
  }

  @Test func twoCursorsThatLookTheSame() throws {
    let found = try problems(mono: "\"cursor.unfocused\" = \"reverse\"")
    #expect(found.contains("bad: cursor: cannot be seen beside cursor.unfocused at no colour"))
  }

  @Test func aFocusThatCannotBeSeen() throws {
    let found = try problems(roles: "\"border.focus\" = \"line\"")
    #expect(found.contains("bad: border.focus: looks like border at direct colour"))
  }

  @Test func theWrongVariant() throws {
    let found = try problems("nord", theme: "variant = \"light\"")
    #expect(found.contains("bad: text: calls itself light but its background is dark"))
  }

  @Test func problemsOfTheFileAreRepeated() throws {
    let found = try problems(roles: "title = \"nowhere\"")
    #expect(found.contains { $0.contains("unknown colour “nowhere”") })
  }
}

// The styles of a theme at each depth, their fallbacks, and what lies over a cursor.

import Testing

@testable import TUI

@Suite("Style sheets")
struct ThemeSheetTests {
  private func sheet(_ styles: [Role: Style]) -> StyleSheet { StyleSheet(depth: .ansi16, styles: styles) }

  @Test func theLongestStatedPrefixCounts() {
    let sheet = sheet([
      .text: Style(foreground: .indexed(7), background: .indexed(0)),
      "label": Style(foreground: .indexed(1)),
      .labelGold: Style(foreground: .indexed(3)),
    ])
    #expect(sheet.style(.labelGold).foreground == .indexed(3))
    #expect(sheet.style(.labelSilver).foreground == .indexed(1))
    #expect(sheet.style("label.gold.past").foreground == .indexed(3))
    #expect(sheet.style("labels").foreground == .indexed(7))
    #expect(sheet.style("a.b.c").foreground == .indexed(7))
    #expect(sheet.style("").foreground == .indexed(7))
  }

  @Test func whatIsOpenComesFromThePage() {
    let page = Style(foreground: .indexed(7), background: .indexed(0), attributes: .italic)
    let sheet = sheet([.text: page, .title: Style(attributes: .bold)])
    #expect(
      sheet.style(.title)
        == Style(foreground: .indexed(7), background: .indexed(0), attributes: .bold))
  }

  @Test func anEmptySheetIsPlain() {
    #expect(Role.all.allSatisfy { StyleSheet.plain.style($0) == Style() })
    #expect(StyleSheet.mono.style(.cursor).attributes == .reverse)
  }

  @Test func overACursorItsColoursWin() {
    let sheet = sheet([
      .text: Style(foreground: .indexed(7), background: .terminal),
      .cursor: Style(foreground: .indexed(15), background: .indexed(4), attributes: .bold),
      .cursorUnfocused: Style(background: .indexed(8)),
      .labelGold: Style(foreground: .indexed(3), background: .indexed(1), attributes: [.underline, .dim]),
    ])
    #expect(
      sheet.style(.labelGold, over: .cursor)
        == Style(foreground: .indexed(15), background: .indexed(4), attributes: [.bold, .underline]))
    #expect(
      sheet.style(.labelGold, over: .cursorUnfocused)
        == Style(foreground: .indexed(3), background: .indexed(8), attributes: .underline))
  }

  @Test func overAnotherRoleTheUpperOneWins() {
    let sheet = sheet([
      .text: Style(foreground: .indexed(7), background: .terminal),
      .chip: Style(foreground: .indexed(0), background: .indexed(4), attributes: .bold),
      .mark: Style(foreground: .indexed(3)),
    ])
    #expect(
      sheet.style(.mark, over: .chip)
        == Style(foreground: .indexed(3), background: .indexed(4), attributes: .bold))
    #expect(sheet.style(.mark, over: .text).background == .terminal)
  }

  @Test func handPickedColoursWinOverGeneratedOnes() throws {
    let text = """
      [theme]
      variant = "dark"
      [palette]
      free = "#5fafff"
      picked = { rgb = "#5fafff", c256 = 100, c16 = "cyan" }
      own = { rgb = "#5fafff", c256 = "terminal", c16 = 9 }
      [roles]
      title = "free"
      count = "picked"
      brand = "own"
      """
    let theme = try Theme.parse(text, name: "sample")
    func inks(_ depth: ColorDepth) -> [Color?] {
      [.title, .count, .brand].map { theme.sheet(at: depth).style($0).foreground }
    }
    #expect(inks(.direct) == Array(repeating: .rgb(0x5f, 0xaf, 0xff), count: 3))
    #expect(inks(.indexed256) == [.indexed(75), .indexed(100), .terminal])
    #expect(inks(.ansi16) == [.indexed(12), .indexed(6), .indexed(9)])
    #expect(inks(.mono) == [nil, nil, nil])
  }

  @Test func aColourMayBeThePagesOwnInkAndDim() throws {
    let text = """
      [theme]
      variant = "dark"
      [palette]
      quiet = { rgb = "#808080", c16 = "dim" }
      [roles]
      text = "white on black"
      count = "quiet bold"
      """
    let theme = try Theme.parse(text, name: "sample")
    #expect(theme.problems == [])
    let own = theme.sheet(at: .ansi16).style(.count)
    #expect(own == Style(foreground: .indexed(7), background: .indexed(0), attributes: [.bold, .dim]))
    #expect(theme.sheet(at: .indexed256).style(.count).attributes == .bold)
  }

  @Test(arguments: [
    ("#000000", 16, 0), ("#ffffff", 231, 15), ("#808080", 244, 8), ("#ffaf00", 214, 11),
    ("#af0000", 124, 1), ("#002b36", 235, 0), ("#fbf1c7", 230, 15), ("#2e3440", 236, 0), ("#ebcb8b", 186, 11),
  ])
  func theNearestColourIsFound(hex: String, at256: UInt8, at16: UInt8) throws {
    let color = try #require(RGB(hex: hex))
    #expect(RGB.nearest256(color) == at256)
    #expect(RGB.nearest16(color) == at16)
  }

  @Test func everyFixedColourIsNearestToItself() {
    for index in 16...255 {
      #expect(RGB.indexed[Int(RGB.nearest256(RGB.indexed[index]))] == RGB.indexed[index])
    }
  }

  @Test func contrastIsThatOfTheStandard() {
    #expect(abs(RGB(0, 0, 0).contrast(with: RGB(255, 255, 255)) - 21) < 0.001)
    #expect(abs(RGB(0x77, 0x77, 0x77).contrast(with: RGB(255, 255, 255)) - 4.478) < 0.001)
  }

  @Test(arguments: [ColorVision.protanopia, .deuteranopia, .tritanopia])
  func greysStayGreyForEveryVision(vision: ColorVision) {
    #expect(vision.distance(RGB(128, 128, 128), RGB(128, 128, 128)) == 0)
    #expect(vision.perceived(RGB(128, 128, 128)).chroma < 0.005)
  }

  @Test func redAndGreenComeCloseWithoutRedOrGreenCones() {
    let (red, green) = (RGB(200, 80, 60), RGB(110, 125, 40))
    let normal = ColorVision.normal.distance(red, green)
    #expect(ColorVision.deuteranopia.distance(red, green) < normal / 2)
    #expect(ColorVision.tritanopia.distance(red, green) > normal / 2)
  }

  @Test func roleNamesAreUniqueAndComplete() {
    #expect(Set(Role.all).count == Role.all.count)
    #expect(Role.all.count == 49)
    #expect(Set(ThemeMono.standard.keys) == Set(Role.all))
  }
}

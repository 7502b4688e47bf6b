// Every screen as golden text at four sizes, some also by the roles of their cells, in monochrome and in ASCII.

import TUI
import Testing

@testable import distretto

@Suite("Screens")
struct ScreenTests {
  /// How a screen is reached, and as of when.
  struct Scene: CustomTestStringConvertible, Sendable {
    let name: String
    var asOf: String?
    var keys = ""
    /// A cluster on which the cursor is put before the keys are pressed.
    var cluster: String?

    var testDescription: String { name }

    func session(
      _ size: Size, depth: ColorDepth = .indexed256, glyphs: Glyphs = .unicode
    ) throws -> StorySession {
      var session = try StorySession(
        size.columns, size.rows, asOf: asOf, depth: depth, glyphs: glyphs)
      if let cluster { session.walk(to: cluster) }
      session.press(keys)
      return session
    }
  }

  static let scenes = [
    Scene(name: "start"),
    Scene(name: "cluster", keys: "<Enter>", cluster: "LE2C"),
    Scene(name: "member", keys: "2 / politecnico <Enter> <Enter>", cluster: "LE2C"),
    Scene(name: "programme", keys: "7 <Enter>"),
    Scene(name: "labels-2016", asOf: "2016-06-01", keys: "4"),
    Scene(name: "regions", keys: "5"),
    Scene(name: "calls", keys: "6"),
    Scene(name: "programmes", keys: "7"),
    Scene(name: "context", keys: "9"),
    Scene(name: "region-picker", keys: "r ven"),
    Scene(name: "command-palette", keys: ": sort"),
    Scene(name: "filter-menu", keys: "f"),
    Scene(name: "help", keys: "?"),
    Scene(name: "empty", keys: "r molise <Enter> f l gold <Enter>"),
    Scene(name: "columns", keys: "c <Down> <Space>"),
    Scene(name: "scrolled", keys: "m <Right> <Right> <Right> <Right> <Right> s <Right> +"),
    Scene(name: "frequency", keys: "<Right> F <Down>"),
    Scene(name: "narrowed", keys: "<Right> F <Down> <Enter>"),
    Scene(name: "near-names", keys: "r lombarida"),
    Scene(name: "as-of-prompt", keys: "a 2016-0"),
    Scene(name: "source", keys: "<Right> <Right> o", cluster: "LE2C"),
  ]

  static let sizes = [(40, 10), (80, 24), (120, 30), (200, 60)].map { Size(columns: $0.0, rows: $0.1) }

  @Test("screens are as recorded", arguments: scenes, sizes)
  func text(_ scene: Scene, _ size: Size) throws {
    let frame = try scene.session(size).frame
    ScreenGolden.expect(frame.plainText, "\(size.columns)x\(size.rows)-\(scene.name)")
    #expect(!frame.plainText.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test(
    "the roles of the cells are as recorded",
    arguments: scenes.filter { ["start", "labels-2016", "region-picker", "cluster"].contains($0.name) })
  func roles(_ scene: Scene) throws {
    let frame = try scene.session(Size(columns: 80, rows: 24)).frame
    ScreenGolden.expect(frame.roleText, "roles-80x24-\(scene.name)")
  }

  @Test("in monochrome the cursor, the focus and the titles stand out by attributes")
  func mono() throws {
    let frame = try Self.scenes[0].session(Size(columns: 80, rows: 24), depth: .mono).frame
    ScreenGolden.expect(frame.attributeText, "mono-80x24-start")
    let coloured = try Self.scenes[0].session(Size(columns: 80, rows: 24)).frame
    #expect(frame.plainText == coloured.plainText)
  }

  @Test("without Unicode borders and arrows are ASCII")
  func ascii() throws {
    for scene in Self.scenes where ["start", "help"].contains(scene.name) {
      let frame = try scene.session(Size(columns: 80, rows: 24), glyphs: .ascii).frame
      ScreenGolden.expect(frame.plainText, "ascii-80x24-\(scene.name)")
      #expect(!frame.plainText.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
    }
  }

  @Test("every golden file belongs to a screen")
  func orphans() throws {
    let known =
      Self.scenes.flatMap { scene in Self.sizes.map { "\($0.columns)x\($0.rows)-\(scene.name).txt" } }
      + ["start", "labels-2016", "region-picker", "cluster"].map { "roles-80x24-\($0).txt" }
      + ["mono-80x24-start.txt", "ascii-80x24-start.txt", "ascii-80x24-help.txt"] + FileScreenTests.names
    #expect(try Set(ScreenGolden.names()).subtracting(known) == [])
  }

  @Test("a difference names the first row that differs")
  func differences() {
    #expect(ScreenGolden.difference("a\nb\n", "a\nb\n") == nil)
    let words = ScreenGolden.difference("a\nb\nc\n", "a\nB\nC\n")
    #expect(words?.contains("2 of 4 rows, first in row 2:\ngolden: b\nscreen: B") == true)
    #expect(ScreenGolden.difference("a", "a\nb")?.contains("(no such row)") == true)
  }
}

extension Frame {
  /// The rows as runs of columns with their attributes, such as `0-79 bold reverse`; plain cells are left out.
  fileprivate var attributeText: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"), (.italic, "italic"),
    ]
    return (0..<size.rows).map { row in
      let cells = (0..<size.columns).map { self[Point(column: $0, row: row)].style.attributes }
      var runs: [String] = []
      var start = 0
      while start < cells.count {
        let end = cells[start...].firstIndex { $0 != cells[start] } ?? cells.count
        let words = names.filter { cells[start].contains($0.0) }.map(\.1).joined(separator: " ")
        if !words.isEmpty { runs.append("\(start)-\(end - 1) \(words)") }
        start = end
      }
      return runs.joined(separator: "  ") + "\n"
    }.joined()
  }
}

// Hostile data in frames: whatever a name holds, every row has exactly its columns and nothing is obeyed.

import ClusterDomain
import TUI
import Testing
import ViewModels

@testable import distretto

@Suite("Hostile data on the screen")
struct ScreenHostileTests {
  private static let names = [
    "\u{1B}[2J\u{1B}]0;title\u{7}cleared", "NUL\u{0}inside\u{8}\u{7F}",
    "\u{202E}gnirts\u{202C} \u{2066}x\u{2069}",
    "絹織物クラスター絹織物クラスター", "👩‍👩‍👧‍👦 family 🇮🇹 flag ❤️ heart 🧑🏽‍🔬", "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} Zalgo",
    "line\nfeed\r\nand\ttab", "C1 \u{9B}31m \u{85} \u{2028} \u{2029}",
    "\u{FEFF}BOM \u{200B}\u{200D}\u{2060}zero",
    "\u{301}begins with a mark", "عربي עברית mixed", String(repeating: "W", count: 400), " ", "",
    "가각\u{1161}\u{11A8} 한국어", "\u{E000}private \u{10FFFF}last",
  ]

  private static let data: LoadedData = {
    var tables = Catalogue.Tables()
    tables.countries = [Country(id: "IT", name: names[3])]
    tables.sources = [Source(id: "s", url: names[0], title: names[1], publisher: names[2])]
    tables.regions = [Region(id: "R", name: names[4], englishName: names[5], source: "s")]
    var organisations: [Organisation] = []
    var memberships: [Membership] = []
    for (index, name) in names.enumerated() {
      tables.clusters.append(
        Cluster(
          id: ID(rawValue: "c\(index)"), name: name, shortName: index.isMultiple(of: 3) ? name : nil,
          kind: name, region: index.isMultiple(of: 2) ? "R" : nil, place: name, sectors: [name, name],
          website: name, source: "s", note: name))
      organisations.append(
        Organisation(id: ID(rawValue: "o\(index)"), name: name, kind: .company, city: name, activity: name))
      memberships.append(
        Membership(cluster: "c0", organisation: ID(rawValue: "o\(index)"), note: name, source: "s"))
      tables.programmes.append(
        Programme(
          id: ID(rawValue: "p\(index)"), name: name, scope: "EU", theme: name, source: "s", note: name))
      tables.calls.append(
        Call(
          id: ID(rawValue: "k\(index)"), programme: ID(rawValue: "p\(index)"), name: name,
          closes: PartialDate("2027"), source: "s", note: name))
    }
    tables.take(organisations, memberships)
    let problem = Problem(
      file: names[0], line: 1, column: names[1], reason: names[2], text: names[3], severity: .row)
    let catalogue = Catalogue(title: names[0], tables: tables)
    return LoadedData(Reading(catalogue: catalogue, problems: [problem], path: names[0]))
  }()

  @Test(
    "every row has exactly its columns and no control character, on every page",
    arguments: [
      "", "<Enter>", "2 <Enter>", "2 <Enter> <Tab> G", "3 <Enter>", "4", "5", "6", "7 G", "8", "9", "p", "o",
      "r", "f s",
      "f k", ": a", "T", "?", "/ x", "r <Enter>", "f s <Down> <Enter>", "s <Right> s", "G <Enter> o", "y r",
      "5 <Enter>",
    ], [(40, 10), (61, 17), (120, 30)])
  func rows(_ keys: String, _ size: (Int, Int)) throws {
    var session = try StorySession(size.0, size.1, data: Self.data)
    session.press(keys)
    expectSound(session.frame)
    session.press("<Down> <Right>")
    expectSound(session.frame)
    session.press("<PageDown> <Right>")
    expectSound(session.frame)
  }

  private func expectSound(_ frame: Frame, _ location: SourceLocation = #_sourceLocation) {
    for row in 0..<frame.size.rows {
      let cells = (0..<frame.size.columns).map { frame[Point(column: $0, row: row)].text }
      var column = 0
      while column < cells.count {
        let width = cells[column] == " " ? 1 : Width.of(cells[column])
        let isWhole = width == 1 || width == 2 && column + 1 < cells.count && cells[column + 1].isEmpty
        if !isWhole || cells[column].unicodeScalars.contains(where: isDangerous) {
          Issue.record("\"\(cells[column])\" at \(column), \(row)", sourceLocation: location)
        }
        column += max(1, width)
      }
      if column != cells.count { Issue.record("row \(row) has \(column) columns", sourceLocation: location) }
    }
    let scalars = frame.plainText.unicodeScalars
    #expect(!scalars.contains { $0 != "\n" && isDangerous($0) }, sourceLocation: location)
  }

  private func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  @Test("what is typed and pasted is made safe as well")
  func typed() throws {
    for name in Self.names {
      var session = try StorySession(80, 24, data: Self.data)
      session.take(.paste(name))
      expectSound(session.frame)
      session.press("<Enter>")
      expectSound(session.frame)
      for keys in ["r", ":", "a"] {
        session.press("<Esc> \(keys)")
        session.take(.paste(name))
        expectSound(session.frame)
      }
    }
  }

  @Test("a name with an escape sequence is shown with the picture of Esc")
  func shown() throws {
    var session = try StorySession(120, 30, data: Self.data)
    session.press("g")
    session.expectText("␛[2J")
    session.expectText("NUL␀inside")
  }

  @Test("a dataset of nothing has a page with reasons, on every page")
  func nothing() throws {
    let data = LoadedData(Reading(catalogue: Catalogue(title: "", tables: Catalogue.Tables()), path: ""))
    for keys in [
      "", "2", "3", "4", "5", "6", "7", "8", "9", "p", "r", "f s", "f k", "f p", "<Enter>", "o", "y c",
    ] {
      for (columns, rows) in [(40, 10), (80, 24), (120, 30)] {
        var session = try StorySession(columns, rows, data: data)
        session.press(keys)
        expectSound(session.frame)
      }
    }
    var session = try StorySession(data: data)
    session.expectText("The dataset holds no clusters.")
    session.press("2 <Enter>")
    session.expectMessage("Nothing to open here.")
  }
}

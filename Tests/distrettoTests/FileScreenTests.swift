// Open files on the screen: rows, counts, a row's page, problems, several files.

import TUI
import Testing

@testable import distretto

@Suite("Open files")
struct FileScreenTests {
  static let scenes: [(name: String, keys: String)] = [
    ("file", ""),
    ("file-search", "/ forli <Enter>"),
    ("file-sorted", "<Right> <Right> <Right> <Right> s s"),
    ("file-frequency", "<Right> <Right> <Right> F"),
    ("file-group", "<Right> <Right> <Right> F <Down> <Enter>"),
    ("file-record", "<Down> <Down> <Down> <Enter>"),
    ("file-problems", "p"),
  ]
  static let sizes = [(40, 10), (80, 24), (120, 30)].map { Size(columns: $0.0, rows: $0.1) }
  static let names =
    scenes.flatMap { scene in sizes.map { "\($0.columns)x\($0.rows)-\(scene.name).txt" } } + [
      "80x24-files.txt"
    ]

  @Test("screens of a file are as recorded", arguments: scenes.indices, sizes)
  func screens(_ scene: Int, _ size: Size) throws {
    let fixture = try FileFixture()
    let scene = Self.scenes[scene]
    let frame = try FileFixture.frame([try fixture.members()], size, keys: scene.keys)
    ScreenGolden.expect(frame.plainText, "\(size.columns)x\(size.rows)-\(scene.name)")
  }

  @Test("several files are listed, and each opens")
  func severalFiles() throws {
    let fixture = try FileFixture()
    let paths = [
      try fixture.members(),
      try fixture.write("calls.json", "[{\"id\":\"A-1\",\"title\":\"Bando\"},{\"id\":\"A-2\"}]"),
    ]
    let size = Size(columns: 80, rows: 24)
    ScreenGolden.expect(try FileFixture.frame(paths, size).plainText, "80x24-files")
    let opened = try FileFixture.frame(paths, size, keys: "<Down> <Enter>").plainText
    #expect(opened.contains("A-2"))
    #expect(opened.contains("JSON"))
  }

  private func text(_ keys: String, _ columns: Int = 120, _ rows: Int = 30) throws -> String {
    let fixture = try FileFixture()
    return try FileFixture.frame([try fixture.members()], Size(columns: columns, rows: rows), keys: keys)
      .plainText
  }

  @Test("the cell under the cursor filters, a chip says so, and x drops it")
  func cellFilter() throws {
    #expect(try text("<Right> <Right> <Right> =").contains("8 of 40"))
    #expect(try text("<Right> <Right> <Right> =").contains("provincia = BS"))
    #expect(try text("<Right> <Right> <Right> = x").contains("40 rows"))
  }

  @Test("a province that reads as a missing word in other programs is a value")
  func naples() throws {
    #expect(try text("/ łukasik <Enter> <Right> <Right> <Right> =").contains("provincia = NA"))
  }

  @Test("accents and case do not matter to the search")
  func search() throws {
    #expect(try text("/ FORLI <Enter>").contains("8 of 40"))
    #expect(try text("/ muller <Enter>").contains("8 of 40"))
  }

  @Test("pages of datasets say why they cannot be shown")
  func datasetPages() throws {
    #expect(try text("4").contains("belongs to datasets"))
    #expect(try text("f s").contains("F counts the column under the cursor"))
  }

  @Test("keys that mean nothing in a file say so and change nothing")
  func idleKeys() throws {
    for keys in ["a", "[", "}"] { #expect(try text(keys).contains("Nothing in a file is judged at a date")) }
    #expect(try text("I").contains("Memberships belong to datasets"))
  }

  @Test("an order shows its first rows, wherever the cursor was")
  func orderFromTheTop() throws {
    let sorted = try text("G <Right> <Right> <Right> <Right> s s").split(separator: "\n")
    #expect(sorted[3].contains("M1014"), "the most employees: \(sorted[3])")
  }

  @Test("the region of a province is derived, counted and chosen like any other")
  func regions() throws {
    let picker = try text("r")
    #expect(picker.contains("Lombardia") && picker.contains("Campania"))
    #expect(try text("r campa <Enter>").contains("8 of 40"))
    #expect(try text("r campa <Enter>").contains("region = Campania"))
  }

  @Test("a problem leads to its row, and back")
  func problemToRow() throws {
    #expect(try text("p").contains("2 problems"))
    for (keys, member, neighbour) in [("p", "M1004", "M1005"), ("p <Down>", "M1007", "M1008")] {
      let record = try text("\(keys) <Enter>")
      #expect(record.contains(member) && record.contains("fatturato") && !record.contains(neighbour))
      #expect(try text("\(keys) <Enter> <Esc>").contains("Problems in the data"))
    }
  }

  @Test("of rows on one line none is taken for another")
  func problemWithoutRow() throws {
    let fixture = try FileFixture()
    let size = Size(columns: 100, rows: 20)
    let rows = "[{\"a\":\"1.5\"},{\"a\":\"2.5\"},{\"a\":\"1.234\"},{\"a\":\"x\"}]"
    let line = try fixture.write("one.json", rows)
    let stays = try FileFixture.frame([line], size, keys: "p <Enter>").plainText
    #expect(stays.contains("Problems in the data"))
  }

  @Test("of files of one name a problem leads into its own")
  func problemOfATwin() throws {
    let (first, second) = (try FileFixture(), try FileFixture())
    let size = Size(columns: 100, rows: 20)
    let paths = [
      try first.write("twin.csv", "id,a,b\nx1,1\nx2,2,3\n"),
      try second.write("twin.csv", "id,a,b\ny1,1\ny2,2,3\n"),
    ]
    for (keys, mine, other) in [("p <Enter>", "x1", "y1"), ("p <Down> <Enter>", "y1", "x1")] {
      let record = try FileFixture.frame(paths, size, keys: keys).plainText
      #expect(record.contains(mine) && !record.contains(other), "\(record)")
    }
  }

  @Test("a file that cannot be read says why and what to do")
  func unreadable() throws {
    let fixture = try FileFixture()
    let path = try fixture.write("empty.csv", "")
    let text = try FileFixture.frame([path], Size(columns: 100, rows: 20)).plainText
    #expect(text.contains("is empty"))
  }

  @Test("nothing in a file reaches the terminal as a control character")
  func controls() throws {
    let fixture = try FileFixture()
    let path = try fixture.write("evil.csv", "a,b\n\u{1B}[31mred,\u{7}bell\nplain,\u{9B}2J\n")
    for keys in ["", "<Enter>", "F", "o"] {
      let text = try FileFixture.frame([path], Size(columns: 100, rows: 20), keys: keys).plainText
      #expect(
        !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
    }
  }
}

// Scrolling through columns: each is reached, the frozen ones stay, marks say that there are more.

import ClusterDomain
import Synchronization
import TUI
import Testing

@testable import ViewModels
@testable import distretto

@Suite("Scrolling columns")
struct ColumnScrollTests {
  private static let sizes = [(40, 10), (60, 14), (80, 24), (99, 24), (120, 30), (200, 60)]

  /// The header line of the focused pane, between its borders.
  private func header(_ session: StorySession) -> String {
    let panes = Layout(size: session.size, page: session.state.page).panes
    guard let pane = panes.first(where: { $0.id == session.state.page.focus }) else { return "" }
    return (pane.rect.left + 1..<pane.rect.right - 1)
      .map { session.frame[Point(column: $0, row: pane.rect.top + 1)].text }.joined()
  }

  /// Looks at the column under the cursor: its title is in the header, and drawing again changes nothing.
  private func expectCursor(_ session: StorySession, at position: Int) throws {
    let view = try #require(session.focused)
    #expect(view.cursorPosition == position, "\(view.id)")
    let title = view.listing.headers[view.columns[position]].title
    #expect(header(session).contains(title.prefix(3)), "\(title) of \(view.id): \(header(session))")
    #expect(Layout.news(for: session.state, size: session.size) == nil, "\(title) of \(view.id)")
  }

  @Test("every column of every pane is reached, and back at the left all is as it was", arguments: sizes)
  func reached(_ columns: Int, _ rows: Int) throws {
    for way in ["1", "2", "3", "4", "5", "6", "7", "8", "9 <Tab>"] {
      var session = try StorySession(columns, rows)
      session.press(way)
      let first = session.frame
      let count = try #require(session.focused).columns.count
      let start = try #require(session.focused).cursorPosition
      let right = (start + 1..<count).map { ("<Right>", $0) }
      let left = (0..<count - 1).reversed().map { ("<Left>", $0) }
      let back = (0..<start).map { ("<Right>", $0 + 1) }
      for (key, position) in right + left + back {
        session.press(key)
        try expectCursor(session, at: position)
      }
      #expect(session.frame.plainText == first.plainText, "\(way) at \(columns)")
    }
  }

  @Test("the name stays at the left while the others scroll, and marks say where there are more")
  func marks() throws {
    var session = try StorySession(80, 24)
    #expect(header(session).hasSuffix("›"))
    #expect(!header(session).contains("‹"))
    for _ in 0..<6 { session.press("<Right>") }
    #expect(header(session).hasPrefix(" NAME"))
    #expect(header(session).contains("‹"))
    #expect(header(session).hasSuffix("›"))
    session.press("<Right>")
    #expect(!header(session).hasSuffix("›"), "the last column is in sight")
    session.expectText("LE2C · ")
    var plain = try StorySession(80, 24, glyphs: .ascii)
    for _ in 0..<6 { plain.press("<Right>") }
    #expect(!header(plain).contains { !$0.isASCII })
    #expect(header(plain).contains("<") && header(plain).hasSuffix(">"))
  }

  @Test("where all columns are seen nothing is marked")
  func unmarked() throws {
    var session = try StorySession(200, 60)
    session.press("5")
    #expect(!header(session).contains("›"))
    session.press("<Right> <Right> <Right>")
    #expect(!header(session).contains("›") && !header(session).contains("‹"))
  }

  @Test("frozen columns stay until they would leave no room for others")
  func frozen() throws {
    var session = try StorySession(120, 30)
    session.press("z c <Down> <Down> <Down> f <Esc>")
    #expect(try #require(session.focused).order.frozen == 2)
    for _ in 0..<7 { session.press("<Right>") }
    #expect(header(session).contains("REGION") && header(session).contains("SECTORS"))
    session.press("c G f <Esc>")
    try expectCursor(session, at: 7)
    session.resize(40, 10)
    try expectCursor(session, at: 7)
  }

  @Test("a width set by hand is kept at any width of the pane", arguments: [80, 120, 200])
  func byHand(_ columns: Int) throws {
    var session = try StorySession(columns, 30)
    session.press("c <Down> <Down>")
    for _ in 0..<4 { session.press("-") }
    session.press("<Esc> <Right>")
    let view = try #require(session.focused)
    let region = try #require(view.cursorColumn)
    let width = view.list.arrangement.widths[view.listing.headers[region].id]
    #expect(session.state.drawnColumns[.clusters]?.widths[region] == width)
  }

  @Test("columns that are hidden and moved are drawn so, and the copied command names them")
  func arranged() throws {
    var session = try StorySession(200, 60)
    session.press("c / region <Enter> <Space> / <C-u> label <Enter> < < < < <Esc> <Esc>")
    #expect(header(session).contains("LABEL"))
    #expect(!header(session).contains("REGION"))
    let words = ViewCommand.words(for: session.state, dataset: nil)
    #expect(words?.contains("--columns name,label,members") == true, "\(words ?? "")")
  }

  @Test("of thousands of columns and millions of rows a frame asks for what it shows")
  func vast() throws {
    let rows = WideRows()
    var state = CommandLineFixture.state(CommandLineFixture.judged())
    state.memory.keep(
      rows, as: ListingMemory.Key(pane: .clusters, subject: .none, query: ListQuery()))
    let size = Size(columns: 120, rows: 30)
    func frame() -> String {
      if let news = Layout.news(for: state, size: size) { _ = state.apply(news) }
      return PageDrawing.draw(state, size: size, sheet: .plain, glyphs: .unicode).frame.plainText
    }
    for intent in [Intent.columnMoved(by: 1), .columnMoved(by: 700), .columnMoved(by: 5_000), .movedToEnd] {
      _ = state.apply(intent)
      _ = rows.asked()
      let shown = frame()
      #expect(rows.asked() < 3_000)
      #expect(shown.contains("C\(state.view(of: .clusters)?.cursorPosition ?? 0)"))
    }
    #expect(frame().contains("4999999/1999"))
    for _ in 0..<1_999 { _ = state.apply(.columnMoved(by: -1)) }
    #expect(frame().contains("C0 "))
  }
}

/// Five million rows of two thousand columns, made when they are asked for.
private final class WideRows: Listing {
  let headers = (0..<2_000).map { column in
    ColumnHeader(
      id: "c\(column)", title: "C\(column)", isNumber: false, width: .fitting(4...16), place: .everywhere)
  }
  let count = 5_000_000
  var unfilteredCount: Int { count }
  private let counter = Mutex(0)

  /// How many cells were asked for since this was last read.
  func asked() -> Int {
    counter.withLock { count in
      defer { count = 0 }
      return count
    }
  }

  func key(row: Int) -> String { "\(row)" }
  func row(key: String) -> Int? { Int(key) }
  func cell(row: Int, column: Int) -> TableCell {
    counter.withLock { $0 += 1 }
    return TableCell("\(row)/\(column)")
  }
  func widest(column: Int, measured measure: (TableCell) -> Int) -> Int {
    measure(cell(row: count - 1, column: column))
  }
  func page(row: Int) -> PageKind? { nil }
  func landing(row: Int) -> Landing? { nil }
  func subject(row: Int) -> PaneSubject { .none }
  func provenance(row: Int, column: Int) -> Provenance? { nil }
  func clause(row: Int, column: Int) -> Clause? { nil }
}

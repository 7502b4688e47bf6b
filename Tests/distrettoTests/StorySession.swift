// A session at the keyboard without a terminal: keys in, and questions by the names of entities.

import ClusterDomain
import TUI
import Testing
import ViewModels

@testable import distretto

/// The dataset that comes with the program, read once for all sessions.
enum StoryData {
  static let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  static let path = folder + "/Sources/ClusterDomain/Datasets/italy"
  static let bundled = Result { LoadedData(try Dataset.read(path)) }
  static let today = CalendarDate("2026-11-23") ?? CalendarDate(dayNumber: 0)
}

/// Plays keys on the dashboard's own state and looks at the frame as a person would.
struct StorySession {
  private(set) var state: AppState
  private(set) var drawing: Drawing
  private(set) var effects: [Effect] = []
  private(set) var size: Size
  private let themes: ThemeStock
  private let glyphs: Glyphs

  /// A dashboard on the bundled dataset, or another, that has just drawn its first frame.
  init(
    _ columns: Int = 120, _ rows: Int = 30, asOf: String? = nil, depth: ColorDepth = .indexed256,
    glyphs: Glyphs = .unicode, data: LoadedData? = nil
  ) throws {
    size = Size(columns: columns, rows: rows)
    let library = ThemeStock.library(folders: [])
    themes = ThemeStock(library, depth: depth)
    self.glyphs = glyphs
    let start = StartOptions(
      path: "/data/italy", today: StoryData.today, asOf: asOf.flatMap { CalendarDate($0) },
      data: try data ?? StoryData.bundled.get())
    state = start.state(themes: library.names)
    drawing = Drawing(size: size, sheet: .plain, glyphs: glyphs)
    draw()
  }

  var frame: Frame { drawing.frame }

  /// The frame's rows, as wide as they are.
  var rows: [String] {
    frame.plainText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  // MARK: Doing

  /// Plays keys as `--keys` writes them: `r veneto <Enter>`.
  mutating func press(_ keys: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let events = Key.script(keys) else {
      Issue.record("\"\(keys)\" names a key that does not exist", sourceLocation: sourceLocation)
      return
    }
    for event in events { take(event) }
  }

  /// Types a text as it stands, blanks too.
  mutating func type(_ text: String) {
    for character in text { take(.key(.character(character))) }
  }

  /// Takes in one event as the dashboard does, and draws.
  mutating func take(_ event: InputEvent) {
    for intent in Input.intents(for: event, in: state, drawing: drawing) { effects += state.apply(intent) }
    draw()
  }

  /// Moves the focused pane's cursor to the first row with this in its name.
  mutating func walk(to name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let row = rowNames().firstIndex(where: { $0.contains(name) }) else {
      Issue.record("no row named \(name) in \(rowNames())", sourceLocation: sourceLocation)
      return
    }
    effects += state.apply(.movedToStart) + state.apply(.moved(by: row))
    draw()
  }

  /// Gives the window another size.
  mutating func resize(_ columns: Int, _ rows: Int) {
    size = Size(columns: columns, rows: rows)
    draw()
  }

  /// Clicks on the first place where a text stands.
  mutating func click(
    on text: String, in pane: PaneID? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let point = place(of: text, in: pane) else {
      Issue.record("\"\(text)\" is not on the screen", sourceLocation: sourceLocation)
      return
    }
    take(.mouse(MouseEvent(button: 0, action: .press, point: point)))
  }

  private mutating func draw() {
    if let news = Layout.news(for: state, size: size) { effects += state.apply(news) }
    drawing = PageDrawing.draw(
      state, size: size, sheet: themes.sheet(named: state.theme), glyphs: glyphs)
  }

  // MARK: Looking

  /// The focused pane as it stands.
  var focused: PaneView? { state.view(of: state.page.focus) }

  /// The name of the row under the focused pane's cursor.
  var cursorName: String? { focused.flatMap { view in view.row.map { name(of: $0, in: view) } } }

  /// The names of all rows of a pane, the focused one when none is named.
  func rowNames(in pane: PaneID? = nil) -> [String] {
    guard let view = state.view(of: pane ?? state.page.focus) else { return [] }
    return (0..<view.listing.count).map { name(of: $0, in: view) }
  }

  /// The text of a column, by its id, in the row under the focused pane's cursor.
  func cell(_ column: String) -> String? {
    guard let view = focused, let row = view.row,
      let position = view.listing.headers.firstIndex(where: { $0.id == column })
    else { return nil }
    return view.listing.cell(row: row, column: position).text
  }

  /// Where a text first stands on the screen, or within a pane.
  func place(of text: String, in pane: PaneID? = nil) -> Point? {
    let panes = Layout(size: size, page: state.page).panes
    let area = panes.first { $0.id == pane }?.rect ?? Rect(size)
    for row in area.top..<area.bottom {
      let cells = (area.left..<area.right).map { frame[Point(column: $0, row: row)].text }
      guard cells.joined().contains(text) else { continue }
      for start in cells.indices where cells[start...].joined().hasPrefix(text) {
        return Point(column: area.left + start, row: row)
      }
    }
    return nil
  }

  private func name(of row: Int, in view: PaneView) -> String {
    let column = view.listing.headers.firstIndex { $0.width.takesRest } ?? 0
    return view.listing.cell(row: row, column: column).text
  }
}

// MARK: - Expectations

extension StorySession {
  func expectRow(named name: String, in pane: PaneID? = nil, _ location: SourceLocation = #_sourceLocation) {
    let names = rowNames(in: pane)
    #expect(names.contains { $0.contains(name) }, "rows are \(names.prefix(12))", sourceLocation: location)
  }

  func expectNoRow(named name: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(!rowNames().contains { $0.contains(name) }, sourceLocation: location)
  }

  func expectCursor(on name: String, _ location: SourceLocation = #_sourceLocation) {
    let found = cursorName ?? "no row"
    #expect(found.contains(name), "the cursor is on \(found)", sourceLocation: location)
  }

  func expectCrumbs(_ crumbs: String..., at location: SourceLocation = #_sourceLocation) {
    #expect(state.crumbs == crumbs, sourceLocation: location)
  }

  func expectText(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(frame.plainText.contains(text), "\n\(frame.plainText)", sourceLocation: location)
  }

  func expectNoText(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(!frame.plainText.contains(text), "\n\(frame.plainText)", sourceLocation: location)
  }

  func expectMessage(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    let message = state.message?.text ?? "none"
    #expect(message.contains(text), "the message is \(message)", sourceLocation: location)
  }
}

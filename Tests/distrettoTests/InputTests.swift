// From the terminal's events to intents: clicks hit what is drawn, the wheel scrolls, paste joins lines.

import TUI
import Testing
import ViewModels

@testable import distretto

@Suite("Input")
struct InputTests {
  private func click(_ session: StorySession, _ column: Int, _ row: Int, button: Int = 0) -> [Intent] {
    let event = MouseEvent(button: button, action: .press, point: Point(column: column, row: row))
    return Input.intents(for: .mouse(event), in: session.state, drawing: session.drawing)
  }

  @Test("a click hits the row that is drawn there", arguments: [(40, 10), (80, 24), (120, 30), (200, 60)])
  func rows(_ columns: Int, _ rows: Int) throws {
    var session = try StorySession(columns, rows)
    session.press("<PageDown> <PageDown> <Up>")
    let view = try #require(session.focused)
    let names = session.rowNames().map { String($0.prefix(9)) }
    let visible = view.offset..<min(names.count, view.offset + session.state.heights[.clusters, default: 1])
    for row in visible where names.filter({ $0 == names[row] }).count == 1 {
      let place = try #require(session.place(of: names[row], in: .clusters), "\(names[row])")
      #expect(click(session, place.column, place.row) == [.clicked(.clusters, row: row)], "\(names[row])")
    }
  }

  @Test("a click on a row moves the cursor there, a second one opens it")
  func twice() throws {
    var session = try StorySession()
    session.click(on: "AFIL", in: .clusters)
    session.expectCursor(on: "AFIL")
    #expect(session.state.trail.count == 1)
    session.click(on: "AFIL", in: .clusters)
    session.expectCrumbs("Italy", "AFIL")
  }

  @Test("a click on a border focuses its pane, one on a header sorts by its column")
  func panes() throws {
    var session = try StorySession()
    session.click(on: "2 Members")
    #expect(session.state.page.focus == .members)
    session.click(on: "REGION")
    #expect(session.state.page.focus == .clusters)
    #expect(session.focused?.list.sort.map(\.column) == ["region"])
    session.click(on: "REGION")
    #expect(session.focused?.list.sort.map(\.isAscending) == [false])
  }

  @Test("other buttons do nothing, nor do clicks beside everything")
  func nothing() throws {
    let session = try StorySession()
    #expect(click(session, 3, 3, button: 1) == [])
    #expect(click(session, 3, 3, button: 2) == [])
    #expect(click(session, 500, 500) == [])
    let event = MouseEvent(button: 0, action: .press, point: Point(column: 3, row: 3))
    #expect(Input.intents(for: .mouse(event), in: session.state, drawing: nil) == [])
  }

  @Test("the wheel moves the pane under the pointer, and what lies over the panes")
  func wheel() throws {
    var session = try StorySession()
    let members = try #require(session.place(of: "2 Members"))
    let down = InputEvent.mouse(MouseEvent(button: 0, action: .wheelDown, point: members))
    #expect(
      Input.intents(for: down, in: session.state, drawing: session.drawing) == [.scrolled(.members, by: 3)])
    session.press("?")
    #expect(Input.intents(for: down, in: session.state, drawing: session.drawing) == [.moved(by: 3)])
    let up = InputEvent.mouse(MouseEvent(button: 0, action: .wheelUp, point: members))
    #expect(Input.intents(for: up, in: session.state, drawing: session.drawing) == [.moved(by: -3)])
  }

  @Test("a click on a choice of a picker takes it; one beside it puts it away")
  func picker() throws {
    var session = try StorySession()
    session.press("f l")
    #expect(click(session, 0, 5) == [.cancelled])
    session.click(on: "Any valid label")
    session.expectText("label: Any valid label")
  }

  @Test("pasted lines become one line where is typed, and start a filter elsewhere")
  func paste() throws {
    var session = try StorySession()
    session.take(.paste("venetian\r\n\ncluster\n"))
    #expect(session.state.mode == .filter)
    #expect(session.focused?.list.typed == "venetian cluster")
    session.expectCursor(on: "Venetian Cluster")
    session.press("<Esc> r")
    session.take(.paste("vene\nto"))
    session.expectText("vene to")
    session.press("<Esc> ?")
    session.take(.paste("x"))
    #expect(session.state.mode == .popup)
    session.press("<Esc>")
    session.take(.paste("\n\n"))
    #expect(session.state.mode == .normal)
  }

  @Test("an unbound key is refused with words; where is typed it does nothing")
  func unbound() throws {
    var session = try StorySession()
    #expect(
      Input.intents(for: .key(.function(9)), in: session.state, drawing: session.drawing)
        == [.unboundPressed("F9")])
    session.press("/")
    #expect(Input.intents(for: .key(.function(9)), in: session.state, drawing: session.drawing) == [])
  }

  @Test("a key that a menu does not have leaves it", arguments: ["f q", "y <Esc>", "f <F9>"])
  func menus(_ keys: String) throws {
    var session = try StorySession()
    session.press(keys)
    #expect(session.state.mode == .normal)
    #expect(session.effects == [])
  }

  @Test("the palette's key brings the table's commands")
  func commands() throws {
    let session = try StorySession()
    let intents = Input.intents(for: .key(.character(":")), in: session.state, drawing: session.drawing)
    #expect(intents == [.commandsAsked(Keymap.commands)])
  }

  @Test(
    "what the program itself reports is no key", arguments: [InputEvent.resumed, .suspendAsked])
  func reports(_ event: InputEvent) throws {
    let session = try StorySession()
    #expect(Input.intents(for: event, in: session.state, drawing: session.drawing) == [])
  }
}

// Stories that fail today: each names a defect; it belongs among the stories once that is mended.

import ClusterDomain
import TUI
import Testing
import ViewModels

@testable import distretto

@Suite("Stories of mended defects")
struct StoryDefectTests {
  @Test("the row that the program put under the cursor is followed too, before any key moved it")
  func neverMoved() throws {
    var session = try StorySession()
    let name = try #require(session.cursorName)
    session.press("s s")
    session.expectCursor(on: name)
  }

  @Test("another date leaves the cursor of the labels on its award")
  func labelsDate() throws {
    var session = try StorySession(asOf: "2016-06-01")
    session.press("4")
    let name = try #require(session.cursorName)
    session.press("] ] ]")
    session.expectCursor(on: name)
  }

  @Test("on a page of facts the cursor follows its line through a filter and back")
  func facts() throws {
    var session = try StorySession()
    session.press("<Enter> <Down> <Down> <Down>")
    let line = try #require(session.cell("fact"))
    session.press("/ region <Enter>")
    #expect(session.cell("fact") == line)
    session.press("<Esc>")
    #expect(session.cell("fact") == line)
  }

  @Test("= on the region of a national cluster's label keeps the national clusters")
  func nationalLabel() throws {
    var session = try StorySession(asOf: "2016-06-01")
    session.press("4")
    session.walk(to: "BIOCOMPOST")
    session.press("<Right> =")
    #expect(session.state.clauses == [Clause(.region, ["national"])])
  }

  @Test("chips that fit are not marked as cut")
  func chips() throws {
    var session = try StorySession(40, 10)
    session.press("r molise <Enter> f l gold <Enter>")
    session.expectNoText("0…")
  }

  @Test("money that rounds up to the next unit is written in it")
  func money() {
    #expect(Formatting().euro(999_999_999.9) == "1 bn €")
    #expect(Formatting().euro(999_999.999) == "1 M €")
  }

  @Test("while a date is typed a click leaves the panes alone")
  func clickUnderPrompt() throws {
    var session = try StorySession()
    session.press("a")
    session.click(on: "2 Members")
    #expect(session.state.page.focus == .clusters)
  }

  @Test("a click on another pane while a filter is typed ends the typing there")
  func clickUnderFilter() throws {
    var session = try StorySession()
    session.press("/ le2c")
    session.click(on: "2 Members")
    #expect(session.state.mode == .normal)
    #expect(session.state.view(of: .clusters)?.list.typed == "le2c")
  }

  @Test("the column under the cursor is on the screen", arguments: [(40, 10), (80, 24), (120, 30)])
  func hiddenColumn(_ columns: Int, _ rows: Int) throws {
    var session = try StorySession(columns, rows)
    session.press("<Right> <Right> <Right> <Right>")
    let view = try #require(session.focused)
    session.expectText(view.listing.headers[view.cursorColumn ?? 0].title)
  }

  @Test("a wrong date is refused with words at every size", arguments: [(40, 10), (80, 24)])
  func wrongDate(_ columns: Int, _ rows: Int) throws {
    var session = try StorySession(columns, rows)
    session.press("a nonsense <Enter>")
    session.expectText("is no date")
  }

  @Test("every key of the filter menu is seen, or the line says that there are more", arguments: [40, 60])
  func narrowMenu(_ columns: Int) throws {
    var session = try StorySession(columns, 10)
    session.press("f")
    let line = session.rows[9]
    #expect(line.contains("w watch list") || line.contains("…"))
  }
}

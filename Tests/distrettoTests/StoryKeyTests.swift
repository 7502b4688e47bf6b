// Stories of single keys: chips, themes, resizing, sorting, copying, the mouse.

import TUI
import Testing
import ViewModels

@testable import distretto

@Suite("Stories of keys")
struct StoryKeyTests {
  @Test("the chip that emptied the list is named, and x drops it")
  func chip() throws {
    var session = try StorySession()
    session.press("r lombardia <Enter> f l silver <Enter>")
    session.expectText("No cluster is left after \"label: Silver\".")
    session.expectText("x drops the last filter")
    session.press("x")
    session.expectRow(named: "LE2C")
    session.expectText("region: Lombardia")
    session.expectNoText("label: Silver")
  }

  @Test("a theme is previewed under the cursor and given back by Esc")
  func theme() throws {
    var session = try StorySession()
    let before = session.frame
    session.press("T nord")
    #expect(session.state.theme == "nord")
    #expect(session.frame.sheet != before.sheet)
    session.press("<Esc>")
    #expect(session.state.theme == "distretto-dark")
    #expect(session.frame == before)
  }

  @Test("a theme that is chosen stays")
  func chosenTheme() throws {
    var session = try StorySession()
    session.press("T mono <Enter>")
    #expect(session.state.theme == "mono")
    session.press("<Down>")
    #expect(session.state.theme == "mono")
  }

  @Test("resizing keeps the entity under the cursor in sight")
  func resizing() throws {
    var session = try StorySession(200, 60)
    session.walk(to: "Venetian Cluster")
    for (columns, rows) in [(40, 10), (80, 24), (250, 80), (60, 14), (99, 16), (100, 10), (120, 30)] {
      session.resize(columns, rows)
      session.expectCursor(on: "Venetian Cluster")
      session.expectText("Venetian Clu")
    }
  }

  @Test("a window that is too small says which size is needed, and the cursor is kept")
  func tooSmall() throws {
    var session = try StorySession()
    session.walk(to: "Venetian Cluster")
    for (columns, rows) in [(39, 30), (120, 9), (1, 1), (0, 0), (5, 3)] {
      session.resize(columns, rows)
      #expect(session.rows.count == rows + 1)
    }
    session.resize(39, 9)
    session.expectText("Needs 40×10")
    session.resize(120, 30)
    session.expectCursor(on: "Venetian Cluster")
  }

  @Test("the cursor follows its entity through sorting, filtering and another date")
  func follows() throws {
    var session = try StorySession()
    session.walk(to: "Venetian Cluster")
    for keys in ["s", "s", "s", "<Right> s", "[ [", "} }", "r veneto <Enter>", "X", "I", "z", "z"] {
      session.press(keys)
      session.expectCursor(on: "Venetian Cluster")
    }
  }

  @Test("a filtered cursor comes back when the filter goes")
  func comesBack() throws {
    var session = try StorySession()
    session.walk(to: "LE2C")
    session.press("r puglia <Enter>")
    session.expectNoRow(named: "LE2C")
    session.press("x")
    session.expectCursor(on: "LE2C")
  }

  @Test("= on a region keeps the clusters of that region")
  func likeThis() throws {
    var session = try StorySession()
    session.walk(to: "LE2C")
    session.press("<Right> =")
    session.expectText("region: Lombardia")
    session.expectCursor(on: "LE2C")
    session.expectNoRow(named: "Venetian Cluster")
  }

  @Test(
    "F counts by region with bars, Enter narrows with a chip, Esc comes back",
    arguments: [Glyphs.unicode, .ascii])
  func frequency(_ glyphs: Glyphs) throws {
    var session = try StorySession(120, 30, glyphs: glyphs)
    let before = session.rowNames()
    session.press("<Right> F")
    session.expectText("SUM OF MEMBERS")
    session.expectText(glyphs == .ascii ? "########################" : "████████████████████████")
    session.walk(to: "Veneto")
    let count = try #require(session.cell("count").flatMap { Int($0) })
    session.press("<Enter>")
    session.expectText("region = Veneto  \(count)")
    #expect(session.rowNames().count == count)
    session.expectRow(named: "Venetian Cluster")
    session.press("<Esc> <Esc>")
    #expect(session.rowNames() == before)
  }

  @Test(
    "marked rows bear a sign before them and are counted in the border", arguments: [Glyphs.unicode, .ascii])
  func marks(_ glyphs: Glyphs) throws {
    var session = try StorySession(80, 24, glyphs: glyphs)
    let before = session.frame
    session.walk(to: "AFIL")
    session.press("m <Up>")
    let sign = glyphs == .ascii ? "*" : "◆"
    session.expectText("\(sign) AFIL")
    session.expectText("\(sign) 1 · 167 of 167")
    session.press("s")
    session.expectText("\(sign) 1 · 167 of 167")
    session.press("s s -")
    session.press("<Left>")
    #expect(session.frame.plainText == before.plainText)
  }

  @Test("y v copies the command that prints the view")
  func command() throws {
    var session = try StorySession()
    session.press("r veneto <Enter> y v")
    #expect(session.effects.contains(.copyCommand))
    #expect(ViewCommand.words(for: session.state, dataset: nil) == "distretto clusters --region ITH3")
  }

  @Test("a command is found by name in the palette and done")
  func palette() throws {
    var session = try StorySession()
    session.press(":")
    session.type("calls by")
    session.press("<Enter>")
    #expect(session.state.page.kind == .calls)
  }

  @Test("as of another date the membership, label and call panes say so")
  func asOf() throws {
    var session = try StorySession()
    session.press("a 2013-11 <Enter>")
    session.expectText("as of 1 Nov 2013")
    session.walk(to: "LE2C")
    #expect(session.cell("label")?.hasPrefix("B ●") == true)
    session.press("a")
    session.type("next week")
    session.press("<Enter>")
    session.expectMessage("is no date")
    session.press("<Esc>")
    session.expectText("as of 1 Nov 2013")
  }

  @Test("a key that does nothing says so, and the next one takes the words away")
  func unbound() throws {
    var session = try StorySession()
    session.press("<F9>")
    session.expectText("F9 does nothing here; ? lists the keys.")
    session.press("j")
    session.expectNoText("does nothing here")
  }

  @Test(
    "q asks to quit from the panes, from a popup Ctrl-C does",
    arguments: ["q", "<C-c>", "? <C-c>", "/ <C-c>", "r <C-c>"])
  func quit(_ keys: String) throws {
    var session = try StorySession()
    session.press(keys)
    #expect(session.effects == [.quit])
  }

  @Test("a click on a crumb's neighbour, the date, opens the prompt; one on a hint does what the key does")
  func clickable() throws {
    var session = try StorySession()
    session.click(on: "as of")
    #expect(session.state.mode == .prompt)
    session.press("<Esc>")
    session.click(on: "? help")
    #expect(session.state.mode == .popup)
  }
}

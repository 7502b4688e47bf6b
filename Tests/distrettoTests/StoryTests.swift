// Stories: what the people for whom the program is made do with it, by the names of what they see.

import TUI
import Testing
import ViewModels

@testable import distretto

@Suite("Stories")
struct StoryTests {
  @Test("trade desk finds Veneto clusters with a valid label")
  func tradeDesk() throws {
    var session = try StorySession()
    session.press("r veneto <Enter>")
    session.expectCrumbs("Italy", "Veneto")
    session.expectText("region: Veneto")
    session.press("f l")
    session.type("any valid")
    session.press("<Enter>")
    session.expectRow(named: "Venetian Cluster")
    session.expectText("label: Any valid")
    session.walk(to: "Venetian Cluster")
    #expect(session.cell("label")?.contains("●") == true)
    session.press("<Enter>")
    session.expectCrumbs("Italy", "Veneto", "Venetian Cluster")
    session.expectText("Veneto")
  }

  @Test("label officer sees what lapses within 90 days on 2016-06-01 and that LE2C was gold then")
  func labelOfficer() throws {
    var session = try StorySession()
    session.press("a 2016-06-01 <Enter>")
    session.expectText("as of 1 Jun 2016")
    session.walk(to: "LE2C")
    #expect(session.cell("label")?.hasPrefix("G ●") == true)
    session.press("4")
    #expect(session.rowNames(in: .labels).isEmpty == false)
    session.expectText("San Daniele")
    #expect(session.cell("standing")?.contains("d left") == true, "what lapses first is on top")
    #expect(session.cell("status") == "expiring")
    session.press("o")
    session.expectText("label of")
    session.press("<Esc>")
    session.expectCrumbs("Italy", "labels")
  }

  @Test("cluster manager opens LE2C, a member, its other clusters, and comes back by Esc to the same row")
  func clusterManager() throws {
    var session = try StorySession()
    session.walk(to: "LE2C")
    session.press("<Enter> 2")
    session.expectText("named")
    session.walk(to: "Politecnico di Milano")
    session.press("<Enter>")
    session.expectCrumbs("Italy", "LE2C", "Politecnico di Milano")
    session.press("<Tab>")
    session.expectRow(named: "LE2C")
    session.walk(to: "AFIL")
    session.press("<Enter>")
    session.expectCrumbs("Italy", "LE2C", "Politecnico di Milano", "AFIL")
    session.press("<Esc>")
    session.expectCursor(on: "AFIL")
    session.press("<Esc>")
    session.expectCursor(on: "Politecnico di Milano")
    session.press("<Esc>")
    session.expectCrumbs("Italy")
    session.expectCursor(on: "LE2C")
  }

  @Test("consortium builder finds who is in several clusters, and with whom it shares them")
  func consortiumBuilder() throws {
    var session = try StorySession()
    session.press("8")
    let top = try #require(session.cursorName)
    let count = try #require(session.cell("clusters").flatMap { Int($0) })
    #expect(count > 1, "those in most clusters are on top")
    session.press("<Tab>")
    #expect(session.rowNames().count == count)
    session.press("<S-Tab> <Enter>")
    session.expectCrumbs("Italy", "members", top)
    session.expectText("Named as member of")
    session.press("/ shares <Enter>")
    session.expectText("Shares several clusters with")
  }

  @Test("policy analyst finds a region without a labelled cluster and enters it")
  func policyAnalyst() throws {
    var session = try StorySession()
    session.press("5")
    #expect(session.rowNames().count == 21, "every NUTS 2 region of Italy is there")
    session.walk(to: "Molise")
    #expect(session.cell("labelled") == "0")
    session.press("<Enter>")
    session.expectCrumbs("Italy", "Molise", "regions", "clusters")
    #expect(session.state.page.kind == .dashboard)
    for _ in session.rowNames() {
      #expect(session.cell("region") == "Molise")
      session.press("<Down>")
    }
  }

  @Test(
    "EU-project manager sees the call that closes next, its programme, and which clusters fit it, rule by rule"
  )
  func projectManager() throws {
    var session = try StorySession(asOf: "2016-06-01")
    session.press("6")
    let call = try #require(session.cursorName)
    let programme = try #require(session.cell("programme"))
    #expect(session.cell("status") == "closing" || session.cell("status") == "open")
    session.press("<Enter>")
    session.expectCrumbs("Italy", "calls", call)
    #expect(session.frame.plainText.contains(programme.prefix(20)))
    session.press("<Tab>")
    #expect(session.state.page.focus == .fitting)
    let cluster = try #require(session.cursorName)
    session.press("<Enter>")
    #expect(session.state.page.kind.panes == [.fitRules, .callFacts])
    #expect(session.cell("rule") == "Open on 1 Jun 2016")
    #expect(session.cell("verdict") == "✓ passed")
    session.press("<Esc>")
    session.expectCursor(on: cluster)
    session.press("<Esc>")
    session.expectCursor(on: call)
  }

  @Test(
    "accents and case do not matter in a filter, whichever way the data spell a name",
    arguments: [
      ("mobilità", "Cluster Lombardo della Mobilita"), ("MOBILITA", "Cluster Lombardo della Mobilita"),
      ("mobilitat", "E-Mobilitätscluster Regensburg"), ("E-MOBILITÄT", "E-Mobilitätscluster Regensburg"),
    ])
  func accents(_ typed: String, _ name: String) throws {
    var session = try StorySession()
    session.press("r everywhere <Enter> /")
    session.type(typed)
    session.expectRow(named: name)
    session.expectNoRow(named: "LE2C")
  }

  @Test("a university is found with and without its accent", arguments: ["universita", "UNIVERSITÀ"])
  func universita(_ typed: String) throws {
    var session = try StorySession()
    session.press("8 /")
    session.type(typed)
    session.expectRow(named: "Universita di Milano Bicocca")
    session.expectNoRow(named: "Enel Distribution")
  }
}

// What can be taken along: cell, row, table, and the command line that prints the view.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Copying")
struct CopyTests {
  @Test("a cell, a row with tabs, a table with a line for each row")
  func cells() throws {
    var state = smallState()
    state.apply([.paneAsked(.members)])
    #expect(state.apply([.copyMenuAsked, .copied(.cell)]) == [.copy("Politecnico di Città")])
    #expect(state.overlay == nil)
    let row = "Politecnico di Città\tuniversity\tPadova\tfounder\tBeta Energy"
    #expect(state.apply([.copied(.row)]) == [.copy(row)])
    guard case .copy(let table)? = state.apply([.copied(.table)]).first else {
      Issue.record("nothing copied")
      return
    }
    let lines = table.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first.map(String.init) == row)
    #expect(state.message?.text == "Copied the table.")
  }

  @Test("there is nothing to copy where no row is")
  func nothing() {
    var state = smallState()
    state.set(Clause(.region, ["ITC2"]))
    #expect(state.apply([.copied(.row)]) == [])
    #expect(state.message?.isRefusal == true)
  }

  @Test("the command line names filters, date, typed words and order")
  func commandLine() {
    var state = smallState()
    #expect(state.commandLine == "distretto clusters")
    state.set(Clause(.region, ["ITH3", "ITC4"]))
    state.set(Clause(.label, ["any valid"]))
    state.apply([.asOfAsked, .typed("2016-06-01"), .confirmed, .impliedToggled])
    state.apply([.filterAsked, .typed("l'alfa x"), .confirmed, .sortCycled, .columnMoved(by: 1), .sortAdded])
    state.apply([.sortAdded])
    #expect(
      state.commandLine
        == "distretto clusters --region ITH3,ITC4 --label 'any valid' --as-of 2016-06-01 --stated-only"
        + " --match 'l'\\''alfa x' --sort name,-region")
  }

  private static let pages: [([Intent], String)] = [
    ([.pageAsked(.labels)], "distretto labels"),
    ([.pageAsked(.regions)], "distretto regions"),
    ([.pageAsked(.calls)], "distretto calls"),
    ([.pageAsked(.programmes)], "distretto programmes"),
    ([.pageAsked(.organisations)], "distretto members"),
    ([.pageAsked(.problems)], "distretto check"),
    ([.paneAsked(.members)], "distretto members --cluster alfa"),
    ([.opened], "distretto show cluster:alfa"),
    ([.paneAsked(.members), .opened], "distretto show member:poli"),
    ([.pageAsked(.programmes), .focusMoved(by: 1)], "distretto calls --programme horizon"),
  ]

  @Test("each pane has a command that prints it", arguments: pages)
  func commands(_ intents: [Intent], _ command: String) {
    var state = smallState()
    state.apply(intents)
    #expect(state.commandLine == command)
  }

  @Test("a copied command says what it is")
  func copiedCommand() {
    var state = smallState()
    #expect(state.apply([.copied(.command)]) == [.copy("distretto clusters")])
    #expect(state.message?.text == "Copied distretto clusters.")
  }

  @Test(
    "words with anything but plain letters are quoted for the shell, control characters too",
    arguments: ["a b", "$(x)", "`x`", "x;y", "*", "", "x\ny", "~", "a&b", "città", "x\u{1B}y"])
  func quoting(_ word: String) throws {
    var state = smallState()
    state.set(Clause(.kind, [word]))
    let quoted = try #require(state.commandLine.split(separator: "--kind ", maxSplits: 1).last)
    #expect(String(quoted) == "'\(word)'")
  }
}

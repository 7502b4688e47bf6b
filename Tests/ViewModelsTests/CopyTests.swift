// What can be taken along: cell, row, table, and the command that prints the view.

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

  @Test("tabs and line breaks inside cells are blanks")
  func separators() {
    var state = smallState()
    state.apply([.filterAsked, .typed("alfa"), .confirmed])
    guard case .copy(let table)? = state.apply([.copied(.table)]).first,
      case .copy(let row)? = state.apply([.copied(.row)]).first
    else {
      Issue.record("nothing copied")
      return
    }
    #expect(table == row)
    #expect(!row.contains("\n"))
    #expect(row.split(separator: "\t", omittingEmptySubsequences: false).count == state.shownColumns)
  }

  @Test("the command of the view is asked for, also where no row is")
  func command() {
    var state = smallState()
    #expect(state.apply([.copyMenuAsked, .copied(.command)]) == [.copyCommand])
    #expect(state.overlay == nil)
    state.set(Clause(.region, ["ITC2"]))
    #expect(state.apply([.copied(.command)]) == [.copyCommand])
  }
}

extension AppState {
  fileprivate var shownColumns: Int? { view(of: page.focus)?.columns.count }
}

// Marks: they belong to entities, survive filters, orders and dates, and decide what is copied.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Marks")
struct MarkTests {
  private func marked(_ state: AppState) -> Set<String> {
    state.view(of: state.page.focus)?.list.marked ?? []
  }

  /// A state in which some clusters are marked.
  private func marking(_ keys: String...) -> AppState {
    var state = smallState()
    for key in keys {
      state.put(cursorOn: key)
      state.apply([.rowMarked])
    }
    return state
  }

  @Test("m marks the row and unmarks it, the cursor stays")
  func one() {
    var state = marking("beta")
    #expect(marked(state) == ["beta"])
    #expect(state.cursor(.clusters) == "beta")
    state.apply([.rowMarked])
    #expect(marked(state) == [])
  }

  @Test("marks stay on their entities through sorting, filtering, another date and other pages")
  func follow() {
    var state = marking("beta", "senza")
    state.apply([.sortCycled, .sortCycled, .asOfMoved(months: -12)])
    state.set(Clause(.region, ["ITH3"]))
    #expect(!state.keys(.clusters).contains("beta"))
    state.apply([.opened, .wentBack, .pageAsked(.calls), .wentBack, .lastClauseDropped])
    #expect(marked(state) == ["beta", "senza"])
  }

  @Test("all shown rows are marked beside the others; again they are unmarked, and only they")
  func shown() {
    var state = marking("beta")
    state.set(Clause(.region, ["ITH3"]))
    state.apply([.shownRowsMarked])
    #expect(marked(state) == ["beta", "alfa", "lungo", "evil"])
    #expect(state.message?.text == "All 3 shown rows are marked.")
    state.apply([.shownRowsMarked])
    #expect(marked(state) == ["beta"])
    #expect(state.message?.text == "All 3 shown rows are unmarked.")
  }

  @Test("all marks are dropped at once, and refused where there are none")
  func dropping() {
    var state = marking("beta", "alfa")
    state.apply([.marksDropped])
    #expect(marked(state) == [])
    state.apply([.marksDropped])
    #expect(state.message?.text == "No row is marked; m marks one.")
  }

  @Test("the members of another cluster have no marks")
  func owner() {
    var state = smallState()
    state.apply([.paneAsked(.members), .rowMarked])
    #expect(marked(state) == ["poli"])
    state.apply([.paneAsked(.clusters), .moved(by: 1), .paneAsked(.members)])
    #expect(marked(state) == [])
  }

  @Test("facts and empty lists cannot be marked", arguments: [Intent.rowMarked, .shownRowsMarked])
  func refused(_ intent: Intent) {
    var state = smallState()
    state.apply([.opened, intent])
    #expect(state.message?.text == "There is no row to mark here.")
    state.apply([.wentBack])
    state.set(Clause(.region, ["ITC2"]))
    state.apply([intent])
    #expect(state.message?.isRefusal == true)
  }

  @Test("marked rows are copied in the order of the list, in place of the row under the cursor and of all")
  func copying() {
    var state = marking("senza", "alfa")
    state.put(cursorOn: "beta")
    guard case .copy(let rows)? = state.apply([.copied(.row)]).first,
      case .copy(let table)? = state.apply([.copied(.table)]).first,
      case .copy(let cells)? = state.apply([.copied(.cell)]).first
    else {
      Issue.record("nothing copied")
      return
    }
    #expect(rows == table)
    let names = rows.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
    #expect(names.count == 2)
    #expect(names.joined(separator: "\n") == cells)
    #expect(state.message?.text == "Copied the cells of 2 marked rows.")
    state.apply([.copied(.row)])
    #expect(state.message?.text == "Copied 2 marked rows.")
    let shown = state.keys(.clusters).filter { ["senza", "alfa"].contains($0) }
    #expect(
      shown.first.map { cells.hasPrefix(state.view(of: .clusters)?.listing.text($0, "name") ?? "?") } == true)
  }

  @Test("marked rows that are filtered away are not copied, and that is said")
  func filteredAway() {
    var state = marking("beta", "alfa")
    state.set(Clause(.region, ["ITH3"]))
    state.apply([.copied(.row)])
    #expect(state.message?.text == "Copied 1 marked row; 1 more is filtered away.")
    state.put(cursorOn: "alfa")
    state.apply([.rowMarked])
    #expect(state.apply([.copied(.row)]) == [])
    #expect(state.message?.text == "All marked rows are filtered away; - drops the marks.")
  }

  @Test("of millions of rows one is marked and copied without looking at the others")
  func vast() {
    let rows = VastRows(rows: 5_000_000)
    var state = smallState()
    state.show(rows)
    state.apply([.movedToEnd])
    _ = rows.asked()
    state.apply([.rowMarked, .moved(by: -10), .rowMarked, .shownRowsMarked])
    #expect(state.message?.text == "5,000,000 rows are too many to mark at once; / filters them.")
    #expect(marked(state) == ["row 4999999", "row 4999989"])
    #expect(state.apply([.copied(.cell)]) == [.copy("989·0\n999·0")])
    state.apply([.marksDropped])
    #expect(state.apply([.copied(.table)]) == [])
    #expect(state.message?.text.hasPrefix("Too many rows for the terminal's clipboard") == true)
    #expect(rows.asked() < 200)
  }
}

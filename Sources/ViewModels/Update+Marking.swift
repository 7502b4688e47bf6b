// Marking rows: marks belong to entities, so that they stay through filters, orders and other dates.

import ClusterDomain

extension AppState {
  mutating func markRow() {
    guard let key = keyToMark() else { return refuse("There is no row to mark here.") }
    changeMarks { marked in
      if marked.remove(key) == nil { marked.insert(key) }
    }
  }

  mutating func markShownRows() {
    guard keyToMark() != nil, let listing = view(of: page.focus)?.listing else {
      return refuse("There is no row to mark here.")
    }
    guard let keys = listing.allKeys() else {
      return refuse("\(format.count(listing.count)) rows are too many to mark at once; / filters them.")
    }
    let rows = keys.count == 1 ? "The shown row is" : "All \(format.count(keys.count)) shown rows are"
    var isMarked = true
    changeMarks { marked in
      let former = marked.count
      marked.formUnion(keys)
      guard marked.count == former else { return }
      marked.subtract(keys)
      isMarked = false
    }
    say(isMarked ? "\(rows) marked." : "\(rows) unmarked.")
  }

  mutating func dropMarks() {
    guard !focusedList.marked.isEmpty else { return refuse("No row is marked; m marks one.") }
    changeMarks { $0 = [] }
    say("No row is marked any more.")
  }

  private func keyToMark() -> String? {
    guard Panes[page.focus].hasHeader, let view = view(of: page.focus), let row = view.row else { return nil }
    return view.listing.key(row: row)
  }

  /// Changes the marks where they are: there may be millions, and a copy of the list would copy them all.
  private mutating func changeMarks(_ body: (inout Set<String>) -> Void) {
    let pane = page.focus
    change(pane) { _ in }
    body(&trail[trail.count - 1].lists[pane, default: ListState()].marked)
  }
}

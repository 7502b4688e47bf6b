// Ordering the rows of the focused pane by the column under the cursor, alone or after other columns.

import ClusterDomain

extension AppState {
  mutating func sort(_ body: (inout ListState, String) -> Void) {
    guard let view = view(of: page.focus), let column = view.cursorColumn, !(view.listing is FactListing)
    else {
      return refuse("There are no columns to sort here.")
    }
    let header = view.listing.headers[column]
    change(page.focus) { list in
      body(&list, header.id)
      // Whoever orders very many rows wants to see the first ones, not where the cursor's row went.
      if view.listing.isFoundLater { list.goToStart() }
    }
    say(orderWords(page.lists[page.focus]?.sort ?? [], view.listing.headers, changed: header))
  }

  /// The order in words, each key with its direction.
  private func orderWords(
    _ sort: [SortOrder], _ headers: [ColumnHeader], changed: ColumnHeader
  ) -> String {
    let keys = sort.map { order in
      let title = headers.first { $0.id == order.column }?.title ?? order.column
      return "\(title.lowercased()) \(order.isAscending ? "upwards" : "downwards")"
    }
    let isGone = !sort.contains { $0.column == changed.id }
    let gone = isGone ? "ot sorted by \(changed.title.lowercased()) any more" : ""
    guard !keys.isEmpty else { return "N\(gone)." }
    return "Sorted by \(keys.joined(separator: ", then "))\(isGone ? "; n\(gone)" : "")."
  }
}

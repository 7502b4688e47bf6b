// Which rows and columns of a pane are asked for; the rows are those that the screen shows.

import ClusterDomain
import ViewModels

/// A question to one pane.
struct RowQuery: Sendable {
  var pane: PaneID
  var subject = PaneSubject.none
  var match = ""
  /// Column names, `-` before those that go down.
  var sort: [String] = []
  /// Column names; empty for those that the format shows.
  var columns: [String] = []
  var limit: Int?
  /// Whether people read the answer, so that it has the columns of the screen.
  var isForPeople = true

  /// The answer for a scene.
  func answer(in scene: Scene) throws(Failure) -> RowAnswer {
    let pane = Panes[pane]
    let orders = try orders(pane.headers)
    let chosen = try positions(pane.headers)
    let listing = pane.listing(scene, subject: subject, typed: match, sort: orders)
    return RowAnswer(
      table: RowTable(listing, columns: chosen, limit: limit),
      shown: min(listing.count, limit ?? .max), listing: listing,
      found: listing.count, all: self.pane == .clusters ? scene.total : listing.unfilteredCount,
      title: pane.title(scene, subject: subject, listing: listing),
      reason: listing.count == 0 ? pane.emptyState(scene, subject: subject, typed: match).reason : nil)
  }

  private func orders(_ headers: [ColumnHeader]) throws(Failure) -> [SortOrder] {
    var list = ListState()
    for word in sort {
      let isDown = word.hasPrefix("-")
      let header = headers[try position(of: isDown ? String(word.dropFirst()) : word, headers)]
      guard !list.sort.contains(where: { $0.column == header.id }) else { continue }
      list.addSort(by: header.id)
      if isDown { list.addSort(by: header.id) }
    }
    return list.sort
  }

  private func positions(_ headers: [ColumnHeader]) throws(Failure) -> [Int] {
    guard !columns.isEmpty else {
      return headers.indices.filter { headers[$0].place != (isForPeople ? .export : .screen) }
    }
    var found: [Int] = []
    for name in columns {
      let position = try position(of: name, headers)
      if !found.contains(position) { found.append(position) }
    }
    return found
  }

  /// A column by its id, or by its title on the screen.
  private func position(of name: String, _ headers: [ColumnHeader]) throws(Failure) -> Int {
    let wanted = FacetNames.plain(name)
    let found =
      headers.firstIndex { FacetNames.plain($0.id) == wanted }
      ?? headers.firstIndex { FacetNames.plain($0.title) == wanted }
    guard let found else { throw .usage(ColumnHelp.unknown(name, among: headers)) }
    return found
  }
}

/// Rows, and what is to be said about them.
struct RowAnswer: Sendable {
  let table: RowTable
  /// How many rows are shown, the first ones of the listing.
  let shown: Int
  let listing: any Listing
  /// How many rows there are without a limit.
  let found: Int
  /// How many there were before filters or typed words.
  let all: Int
  let title: PaneTitle
  /// Why there is no row.
  let reason: String?
}

// Which rows and columns of a pane are asked for; the rows are those that the screen shows.

import ClusterDomain
import ViewModels

/// A question to one pane.
struct RowQuery: Sendable {
  var pane: PaneID
  var subject = PaneSubject.none
  var match = ""
  /// Values that columns must have: `kind=university`.
  var places: [String] = []
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
    let query = ListQuery(typed: match, narrowed: try narrowed(in: scene), sort: try orders(pane.headers))
    let listing = pane.listing(scene, subject: subject, query: query)
    return RowAnswer(
      table: RowTable(listing, columns: try positions(listing.headers), limit: limit),
      shown: min(listing.count, limit ?? .max), listing: listing,
      found: listing.count, all: self.pane == .clusters ? scene.total : listing.unfilteredCount,
      title: pane.title(scene, subject: subject, listing: listing),
      reason: listing.count == 0 ? reason(scene, query) : nil)
  }

  /// The question for the values of one of its columns.
  func counting(_ column: String, _ sum: String?, in scene: Scene) throws(Failure) -> RowQuery {
    let headers = Panes[pane].headers
    let header = headers[try position(of: column, headers)]
    var summed: ColumnHeader?
    if let sum { summed = headers[try position(of: sum, headers)] }
    if let summed, !summed.isNumber { throw .usage("\(summed.id) is no column of numbers") }
    let grouped = GroupedColumn(
      pane: pane, owner: subject, query: ListQuery(typed: match, narrowed: try narrowed(in: scene)),
      column: header.id, title: header.title.lowercased(), sum: summed?.id)
    return RowQuery(pane: .frequency, subject: .values(grouped))
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
  func position(of name: String, _ headers: [ColumnHeader]) throws(Failure) -> Int {
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
  var reason: String?
}

// Which rows `--where` leaves: a column and a value as exports or the screen have it, near misses explained.

import ClusterDomain
import ViewModels

extension RowQuery {
  /// The values that columns must have.
  func narrowed(in scene: Scene) throws(Failure) -> [CellFilter] {
    var filters: [CellFilter] = []
    for place in places {
      let filter = try filter(place, in: scene)
      if !filters.contains(filter) { filters.append(filter) }
    }
    return filters
  }

  private func filter(_ place: String, in scene: Scene) throws(Failure) -> CellFilter {
    guard let sign = place.firstIndex(of: "=") else {
      throw .usage("--where takes a column and a value, such as kind=university, not \"\(place)\"")
    }
    let typed = String(place[place.index(after: sign)...])
    let headers = Panes[pane].headers
    let column = try position(of: String(place[..<sign]), headers)
    let groups = values(of: column, in: scene)
    let wanted = FacetNames.plain(typed)
    let found =
      groups.first { $0.value == typed }
      ?? groups.first { FacetNames.plain($0.value) == wanted || FacetNames.plain($0.text) == wanted }
    return CellFilter(column: headers[column].id, value: found?.value ?? typed)
  }

  /// Why there is no row: a value that no row has is named, with the nearest ones.
  func reason(_ scene: Scene, _ query: ListQuery) -> String {
    for filter in query.narrowed {
      guard !filter.value.isEmpty,
        let column = Panes[pane].headers.firstIndex(where: { $0.id == filter.column })
      else { continue }
      let values = values(of: column, in: scene).map(\.value)
      guard !values.isEmpty, !values.contains(filter.value) else { continue }
      return Unknown.words(Panes[pane].headers[column].title.lowercased(), filter.value, among: values)
    }
    return Panes[pane].emptyState(scene, subject: subject, query: query).reason
  }

  /// The values of a column before anything was typed or chosen.
  private func values(of column: Int, in scene: Scene) -> [ValueGroup] {
    Panes[pane].listing(scene, subject: subject, query: ListQuery()).frequency(column: column, sum: nil)
  }
}

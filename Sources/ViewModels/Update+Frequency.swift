// Counting the values of a column: the page of counts, what is summed beside them, the rows behind one value.

import ClusterDomain
import Sheets

extension AppState {
  mutating func askFrequency() {
    if case .frequency = page.kind { return refuse("These are counts already; Enter opens one.") }
    guard Panes[page.focus].hasHeader, let view = view(of: page.focus), let column = view.cursorColumn else {
      return refuse("There are no columns to count here.")
    }
    guard view.row != nil else { return refuse("There are no rows to count.") }
    let header = view.listing.headers[column]
    // Columns of files are summed unasked only where their names say that they are amounts: most numbers are keys.
    let summed = view.listing.headers.first {
      $0.isAmount && $0.id != header.id && $0.place != .export && (!isOnFiles || $0.isNamedAmount)
    }
    push(
      .frequency(
        GroupedColumn(
          pane: page.focus, owner: subject(of: page.focus), query: view.list.query.unsorted,
          column: header.id, title: header.title.lowercased(), sum: summed?.id)))
  }

  mutating func askSum() {
    guard case .frequency(let grouped) = page.kind, let scene else {
      return refuse("Sums stand beside counts; F counts the values of a column.")
    }
    let headers = scene.frequency(of: grouped).headers.filter { $0.isNumber && $0.id != grouped.column }
    guard !headers.isEmpty else {
      return refuse("No column of \(Panes[grouped.pane].id.rawValue) is a number.")
    }
    let items =
      headers.map {
        PickerItem(
          id: $0.id,
          name: $0.title == $0.title.uppercased() ? $0.title.lowercased().capitalizedFirst : $0.title,
          alias: $0.id)
      }
      + [PickerItem(id: "", name: "No sum")]
    let cursor = items.firstIndex { $0.id == grouped.sum ?? "" } ?? 0
    overlay = .picker(Picker(.sum, title: "Sum of", items: items, cursor: cursor))
  }

  mutating func sum(_ column: String) {
    guard case .frequency(var grouped) = page.kind else { return }
    grouped.sum = column.isEmpty ? nil : column
    page.kind = .frequency(grouped)
  }

  /// Opens the page that was counted, its rows narrowed to one value.
  mutating func openGroup(of grouped: GroupedColumn, value: String) {
    guard trail.count > 1, trail[trail.count - 2].kind.panes.contains(grouped.pane),
      let headers = scene?.frequency(of: grouped).headers
    else { return refuse("Nothing lies behind this line.") }
    var page = trail[trail.count - 2]
    let filter = CellFilter(column: grouped.column, value: value)
    var list = page.lists[grouped.pane] ?? ListState(arrangements[grouped.pane] ?? ColumnArrangement())
    list.owner = grouped.owner.key
    list.typed = grouped.query.typed
    list.narrowed = grouped.query.narrowed + [filter]
    page.lists[grouped.pane] = list
    page.focus = grouped.pane
    page.name = filter.words(headers)
    push(page)
  }

  /// The filters by facet that act on a pane; the counts of a list are narrowed by what narrows the list.
  public func narrowedBy(_ pane: PaneID) -> Set<Facet> {
    if case .frequency(let grouped) = page.kind { return Panes[grouped.pane].narrowedBy }
    return Panes[pane].narrowedBy
  }
}

extension ColumnHeader {
  /// Words in the names of numbers that nobody adds up.
  private static let labels: Set<String> = [
    "id", "code", "codes", "codice", "cod", "key", "number", "no", "nr", "year", "anno", "month", "day",
    "date",
    "nuts", "nace", "ateco", "istat", "isic", "zip", "cap", "postcode", "line", "rank", "lat", "lon",
    "latitude",
    "longitude", "phone", "percent", "share", "rate", "left", "days",
  ]

  /// Parts of names of numbers that people add up, in English and Italian.
  private static let amounts = [
    "amount", "employee", "addetti", "dipendenti", "turnover", "fatturato", "ricavi", "revenue", "importo",
    "contribution", "contributo", "cost", "budget", "valore", "finanz", "grant", "eur", "€", "members",
  ]

  /// Whether its name says that its values are amounts.
  var isNamedAmount: Bool {
    let name = Folding.folded("\(id) \(title)")
    return Self.amounts.contains { name.contains($0) }
  }

  /// Whether its values are amounts: numbers, but no codes, years or ranks.
  public var isAmount: Bool {
    isNumber
      && !Folding.folded("\(id) \(title)").split { !$0.isLetter }.contains {
        Self.labels.contains(String($0))
      }
  }
}

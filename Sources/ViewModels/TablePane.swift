// A pane over rows of one type: what most panes are.

import ClusterDomain
import Sheets
import Synchronization

/// A pane over rows of one type.
struct TablePane<Row: Sendable>: Pane {
  let id: PaneID
  let columns: [Column<Row>]
  let rows: @Sendable (Scene, PaneSubject) -> [Row]
  let key: @Sendable (Row) -> String
  let words: @Sendable (Row, Scene) -> [String?]
  var opens: @Sendable (Row) -> PageKind? = { _ in nil }
  var lands: @Sendable (Row) -> Landing? = { _ in nil }
  var leads: @Sendable (Row) -> PaneSubject = { _ in .none }
  let named: @Sendable (Scene, PaneSubject, [Row], Int) -> PaneTitle
  let empty: @Sendable (Scene, PaneSubject) -> EmptyState
  var narrowedBy: Set<Facet> = []
  var occasions: (@Sendable (Row, Scene) -> [Occasion])?

  let hasHeader = true

  var isDated: Bool { occasions != nil }

  var headers: [ColumnHeader] { columns.map(\.header) }

  func listing(
    _ scene: Scene, subject: PaneSubject, query: ListQuery
  ) -> any Listing {
    let all = rows(scene, subject)
    return TableListing(pane: self, scene: scene, rows: found(all, query, scene), unfilteredCount: all.count)
  }

  /// Those of some rows that a query leaves, in its order.
  func found(_ all: [Row], _ query: ListQuery, _ scene: Scene) -> [Row] {
    let search = NameSearch(query.typed)
    let narrowed = query.alternatives.reduce(all) { rows, filter in
      guard let column = columns.first(where: { $0.header.id == filter.column }) else { return rows }
      return rows.filter { filter.values.contains(column.cell($0, scene).value.plain) }
    }
    let found =
      query.typed.isEmpty
      ? narrowed
      : narrowed.filter { row in
        search.matches(Folding.folded(words(row, scene).compactMap { $0 }.joined(separator: " ")))
      }
    return sorted(found, by: query.sort, scene)
  }

  func title(_ scene: Scene, subject: PaneSubject, listing: any Listing) -> PaneTitle {
    named(scene, subject, (listing as? TableListing<Row>)?.rows ?? [], listing.unfilteredCount)
  }

  func emptyState(_ scene: Scene, subject: PaneSubject, query: ListQuery) -> EmptyState {
    if !query.typed.isEmpty {
      return EmptyState("Nothing here matches \"\(query.typed)\".", "Backspace shortens it, Esc clears it.")
    }
    guard let filter = query.narrowed.last else { return empty(scene, subject) }
    return EmptyState("No row here has \(filter.words(headers)).", "x drops the last filter.")
  }

  // Keys are taken once per row, so that an order costs no more than its comparisons.
  private func sorted(_ rows: [Row], by sort: [SortOrder], _ scene: Scene) -> [Row] {
    let orders = sort.compactMap { order in
      columns.first { $0.header.id == order.column }.map { ($0.order, order.isAscending) }
    }
    guard !orders.isEmpty else { return rows }
    let keyed = rows.enumerated().map { index, row in
      (index: index, row: row, keys: orders.map { $0.0(row, scene) })
    }
    return keyed.sorted { left, right in
      for (position, order) in orders.enumerated() {
        let result = left.keys[position].compared(to: right.keys[position], ascending: order.1)
        if result != 0 { return result < 0 }
      }
      return left.index < right.index
    }.map(\.row)
  }
}

extension TablePane {
  /// Whether a row comes before another by an order, or after it, or beside it: -1, 1 or 0.
  func compare(_ left: Row, _ right: Row, by sort: [SortOrder], _ scene: Scene) -> Int {
    for order in sort {
      guard let column = columns.first(where: { $0.header.id == order.column }) else { continue }
      let result = column.order(left, scene).compared(
        to: column.order(right, scene), ascending: order.isAscending)
      if result != 0 { return result }
    }
    return 0
  }
}

private final class TableListing<Row: Sendable>: Listing {
  let pane: TablePane<Row>
  let scene: Scene
  let rows: [Row]
  let unfilteredCount: Int
  let headers: [ColumnHeader]
  private let columns: [Column<Row>]
  private let widths = MeasuredWidths()
  private let places = Mutex<[String: Int]?>(nil)

  init(pane: TablePane<Row>, scene: Scene, rows: [Row], unfilteredCount: Int) {
    self.pane = pane
    self.scene = scene
    self.rows = rows
    self.unfilteredCount = unfilteredCount
    headers = pane.headers.map { $0.on(scene.axis) }
    columns = pane.columns
  }

  var count: Int { rows.count }

  func key(row: Int) -> String { pane.key(rows[row]) }

  // Made once, when a row is first looked for; a key that stands twice is its first row.
  func row(key: String) -> Int? {
    places.withLock { places in
      let known =
        places
        ?? Dictionary(
          rows.enumerated().map { (pane.key($0.element), $0.offset) }, uniquingKeysWith: { first, _ in first }
        )
      places = known
      return known[key]
    }
  }

  func cell(row: Int, column: Int) -> TableCell { columns[column].cell(rows[row], scene) }

  func widest(column: Int, measured measure: (TableCell) -> Int) -> Int {
    widths.width(of: column) {
      stride(from: 0, to: rows.count, by: max(1, rows.count / 400)).reduce(0) { widest, row in
        max(widest, measure(cell(row: row, column: column)))
      }
    }
  }

  func page(row: Int) -> PageKind? { pane.opens(rows[row]) }

  func landing(row: Int) -> Landing? { pane.lands(rows[row]) }

  func subject(row: Int) -> PaneSubject { pane.leads(rows[row]) }

  func provenance(row: Int, column: Int) -> Provenance? {
    columns[column].provenance?(rows[row], scene)
  }

  func occasions(row: Int) -> [Occasion] { pane.occasions?(rows[row], scene) ?? [] }

  func clause(row: Int, column: Int) -> Clause? { columns[column].clause?(rows[row], scene) }

  func frequency(column: Int, sum: Int?) -> [ValueGroup] {
    var grouping = ValueGrouping()
    for row in rows {
      grouping.add(columns[column].cell(row, scene), summing: sum.map { columns[$0].cell(row, scene).value })
      {
        columns[column].order(row, scene)
      }
    }
    return grouping.groups
  }
}

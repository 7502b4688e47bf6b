// A pane: a title, rows of one kind, columns over them. Panes are values in a registry; drawing,
// moving, sorting, filtering, exporting are the same for all of them.

public import ClusterDomain

/// What a pane has at its borders.
public struct PaneTitle: Hashable, Sendable {
  /// What it shows.
  public let name: String
  /// Whom it belongs to, when it follows another pane.
  public let owner: String?
  /// How many, in words, at the right.
  public let count: String
}

/// Why a pane is empty, and the keys that help.
public struct EmptyState: Hashable, Sendable {
  /// The reason, one sentence.
  public let reason: String
  /// What to press.
  public let advice: String

  /// A reason and an advice.
  public init(_ reason: String, _ advice: String = "") {
    self.reason = reason
    self.advice = advice
  }
}

/// Whom the rows of a pane belong to: the subject of the page or the row under its master's cursor.
public enum PaneSubject: Hashable, Sendable {
  case none
  case cluster(ID<Cluster>)
  case organisation(ID<Organisation>)
  case programme(ID<Programme>)

  /// The subject in the words that identify it.
  var key: String {
    switch self {
    case .none: ""
    case .cluster(let id): "cluster:\(id)"
    case .organisation(let id): "organisation:\(id)"
    case .programme(let id): "programme:\(id)"
    }
  }
}

/// Rows as a pane shows them: filtered, sorted, with nothing decoded until it is asked for.
public protocol Listing: Sendable {
  /// The columns, in their order.
  var headers: [ColumnHeader] { get }
  /// The key of each row.
  var keys: [String] { get }
  /// How many rows there were before the typed filter.
  var unfilteredCount: Int { get }
  /// The cell of a row in the column with this position among `headers`.
  func cell(row: Int, column: Int) -> TableCell
  /// The page behind a row.
  func page(row: Int) -> PageKind?
  /// The subject that panes to the right take from a row.
  func subject(row: Int) -> PaneSubject
  /// Who states the value of a cell.
  func provenance(row: Int, column: Int) -> Provenance?
  /// The filter that keeps rows with the same value as a cell.
  func clause(row: Int, column: Int) -> Clause?
}

/// What a pane is: the interface of the registry.
public protocol Pane: Sendable {
  /// Its place.
  var id: PaneID { get }
  /// The columns, in their order.
  var headers: [ColumnHeader] { get }
  /// Whether the titles of its columns stand above its rows.
  var hasHeader: Bool { get }
  /// Its rows for a subject, filtered by typed words and sorted.
  func listing(_ scene: Scene, subject: PaneSubject, typed: String, sort: [SortOrder]) -> any Listing
  /// What stands at its borders.
  func title(_ scene: Scene, subject: PaneSubject, listing: any Listing) -> PaneTitle
  /// What to say when it has no rows.
  func emptyState(_ scene: Scene, subject: PaneSubject, typed: String) -> EmptyState
}

/// A pane over rows of one type.
struct TablePane<Row: Sendable>: Pane {
  let id: PaneID
  let columns: [Column<Row>]
  let rows: @Sendable (Scene, PaneSubject) -> [Row]
  let key: @Sendable (Row) -> String
  let words: @Sendable (Row, Scene) -> [String?]
  var opens: @Sendable (Row) -> PageKind? = { _ in nil }
  var leads: @Sendable (Row) -> PaneSubject = { _ in .none }
  let named: @Sendable (Scene, PaneSubject, Int, Int) -> PaneTitle
  let empty: @Sendable (Scene, PaneSubject) -> EmptyState

  let hasHeader = true

  var headers: [ColumnHeader] { columns.map(\.header) }

  func listing(
    _ scene: Scene, subject: PaneSubject, typed: String, sort: [SortOrder]
  ) -> any Listing {
    let all = rows(scene, subject)
    let search = NameSearch(typed)
    let found =
      typed.isEmpty
      ? all
      : all.filter { row in
        search.matches(Folding.folded(words(row, scene).compactMap { $0 }.joined(separator: " ")))
      }
    return TableListing(
      pane: self, scene: scene, rows: sorted(found, by: sort, scene), unfilteredCount: all.count)
  }

  func title(_ scene: Scene, subject: PaneSubject, listing: any Listing) -> PaneTitle {
    named(scene, subject, listing.keys.count, listing.unfilteredCount)
  }

  func emptyState(_ scene: Scene, subject: PaneSubject, typed: String) -> EmptyState {
    guard !typed.isEmpty else { return empty(scene, subject) }
    return EmptyState("Nothing here matches \"\(typed)\".", "Backspace shortens it, Esc clears it.")
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

private struct TableListing<Row: Sendable>: Listing {
  let pane: TablePane<Row>
  let scene: Scene
  let rows: [Row]
  let unfilteredCount: Int
  let keys: [String]

  init(pane: TablePane<Row>, scene: Scene, rows: [Row], unfilteredCount: Int) {
    self.pane = pane
    self.scene = scene
    self.rows = rows
    self.unfilteredCount = unfilteredCount
    keys = rows.map(pane.key)
  }

  var headers: [ColumnHeader] { pane.headers }

  func cell(row: Int, column: Int) -> TableCell { pane.columns[column].cell(rows[row], scene) }

  func page(row: Int) -> PageKind? { pane.opens(rows[row]) }

  func subject(row: Int) -> PaneSubject { pane.leads(rows[row]) }

  func provenance(row: Int, column: Int) -> Provenance? {
    pane.columns[column].provenance?(rows[row], scene)
  }

  func clause(row: Int, column: Int) -> Clause? { pane.columns[column].clause?(rows[row], scene) }
}

// The rows of a pane in their order, and the memory that spares making them twice.

import Synchronization

/// Rows as a pane shows them: filtered, sorted, with nothing decoded until it is asked for.
public protocol Listing: Sendable {
  /// The columns, in their order.
  var headers: [ColumnHeader] { get }
  /// How many rows there are.
  var count: Int { get }
  /// The key of the entity in a row: no two rows of a listing have the same.
  func key(row: Int) -> String
  /// The row of an entity; nil where it is not among the rows.
  func row(key: String) -> Int?
  /// The keys of all rows; nil where there are too many to be taken at once.
  func allKeys() -> [String]?
  /// How many rows there were before the typed filter.
  var unfilteredCount: Int { get }
  /// The cell of a row in the column with this position among `headers`.
  func cell(row: Int, column: Int) -> TableCell
  /// How wide the cells of a column are at most, by a measure of the caller's; taken from a sample of long lists.
  func widest(column: Int, measured measure: (TableCell) -> Int) -> Int
  /// The page behind a row.
  func page(row: Int) -> PageKind?
  /// Where the row is found again on the page behind it.
  func landing(row: Int) -> Landing?
  /// The subject that panes to the right take from a row.
  func subject(row: Int) -> PaneSubject
  /// Who states the value of a cell.
  func provenance(row: Int, column: Int) -> Provenance?
  /// What of a row falls on days ahead.
  func occasions(row: Int) -> [Occasion]
  /// The filter that keeps rows with the same value as a cell.
  func clause(row: Int, column: Int) -> Clause?
  /// Whether its rows are found in the background, and their order may not be known yet.
  var isFoundLater: Bool { get }
  /// Whether these are the rows of an earlier question, and the present one is being answered.
  var isPending: Bool { get }
  /// Whether all rows are there, each in its place.
  var isWhole: Bool { get }
  /// The values of a column with how often each occurs, most frequent first, and the sum of another column.
  func frequency(column: Int, sum: Int?) -> [ValueGroup]
}

extension Listing {
  /// Rows have no dates unless a listing says otherwise.
  public func occasions(row: Int) -> [Occasion] { [] }
  /// Rows are there at once unless a listing says otherwise.
  public var isFoundLater: Bool { false }
  /// Rows are there at once unless a listing says otherwise.
  public var isPending: Bool { false }
  /// Rows are there at once unless a listing says otherwise.
  public var isWhole: Bool { true }

  /// Takes the keys of up to 200,000 rows one by one.
  public func allKeys() -> [String]? { count <= 200_000 ? (0..<count).map { key(row: $0) } : nil }
}

/// A row of a page.
public struct Landing: Hashable, Sendable {
  let pane: PaneID
  let key: String
}

/// The listings made since the data, the date or the filters last changed.
///
/// A frame asks for the rows of a pane several times, and most keys change none of them.
final class ListingMemory: Sendable {
  /// What makes one listing differ from another.
  struct Key: Hashable {
    let pane: PaneID
    let subject: PaneSubject
    let query: ListQuery
  }

  /// More than a page and its neighbours need; typing and moving on leave old ones behind.
  private static let most = 24
  private let known = Mutex<[Key: any Listing]>([:])
  private let orders = Mutex<[Arranged: ColumnOrder]>([:])

  private struct Arranged: Hashable {
    let pane: PaneID
    let subject: PaneSubject
    let arrangement: ColumnArrangement
    let count: Int
    let last: String?
  }

  /// The listing under a key, made now if it was not made before.
  func listing(_ key: Key, in scene: Scene) -> any Listing {
    if let found = known.withLock({ $0[key] }) { return found }
    let made = Panes[key.pane].listing(scene, subject: key.subject, query: key.query)
    keep(made, as: key)
    return made
  }

  /// The columns of a list as they are arranged: there may be thousands, and each frame asks several times.
  func order(
    of headers: [ColumnHeader], pane: PaneID, subject: PaneSubject, _ arrangement: ColumnArrangement
  ) -> ColumnOrder {
    let key = Arranged(
      pane: pane, subject: subject, arrangement: arrangement, count: headers.count, last: headers.last?.id)
    return orders.withLock { orders in
      if let found = orders[key] { return found }
      let made = ColumnOrder(headers, arrangement)
      if orders.count >= Self.most { orders.removeAll() }
      orders[key] = made
      return made
    }
  }

  /// Holds a listing under a key.
  func keep(_ listing: any Listing, as key: Key) {
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known[key] = listing
    }
  }
}

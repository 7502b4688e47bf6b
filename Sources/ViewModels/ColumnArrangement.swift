// How a person has arranged the columns of a list: which are shown, in what order, how wide, which stay in sight.

/// What differs from the columns as their pane has them; columns are named by their ids.
public struct ColumnArrangement: Hashable, Sendable {
  /// Which columns stay at the left while the others scroll.
  public enum Freeze: Hashable, Sendable {
    /// Those up to the one that takes what the others leave, where that is among the first two.
    case usual
    /// No column.
    case none
    /// The columns up to this one.
    case upTo(String)
  }

  /// All columns in their order; empty while they stand as their pane has them.
  public var order: [String] = []
  /// Columns that are shown though their pane hides them (true), or hidden though it shows them (false).
  public var shown: [String: Bool] = [:]
  /// Widths set by hand, in cells.
  public var widths: [String: Int] = [:]
  /// Which columns stay at the left.
  public var freeze = Freeze.usual

  /// Columns as their pane has them.
  public init() {}

  /// Whether other columns are shown than the pane's, or in another order.
  public var isRearranged: Bool { !order.isEmpty || !shown.isEmpty }

  /// Whether a column is shown.
  func shows(_ header: ColumnHeader) -> Bool { shown[header.id] ?? (header.place != .export) }

  /// Shows a column that is hidden, hides one that is shown.
  mutating func toggle(_ header: ColumnHeader) {
    let isShown = !shows(header)
    shown[header.id] = isShown == (header.place != .export) ? nil : isShown
  }
}

/// The columns of a list as they are arranged; positions among its headers.
public struct ColumnOrder: Hashable, Sendable {
  /// Every column, hidden ones too.
  public let all: [Int]
  /// The columns that are shown.
  public let shown: [Int]
  /// How many of the shown ones, from the left, stay in sight.
  public let frozen: Int

  /// Arranges columns; ids that are not among the headers are passed over, headers without a place come last.
  init(_ headers: [ColumnHeader], _ arrangement: ColumnArrangement) {
    all = Self.ordered(headers, arrangement.order)
    shown = all.filter { arrangement.shows(headers[$0]) }
    frozen =
      switch arrangement.freeze {
      case .none: 0
      case .usual: shown.prefix(2).firstIndex { headers[$0].width.takesRest }.map { $0 + 1 } ?? 0
      case .upTo(let id): Self.frozen(headers, all, id, arrangement)
      }
  }

  private static func ordered(_ headers: [ColumnHeader], _ order: [String]) -> [Int] {
    guard !order.isEmpty else { return Array(headers.indices) }
    let positions = Dictionary(
      headers.indices.map { (headers[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    let placed = order.compactMap { positions[$0] }
    let known = Set(placed)
    return placed + headers.indices.filter { !known.contains($0) }
  }

  private static func frozen(
    _ headers: [ColumnHeader], _ all: [Int], _ id: String, _ arrangement: ColumnArrangement
  ) -> Int {
    guard let last = all.firstIndex(where: { headers[$0].id == id }) else { return 0 }
    return all[...last].count { arrangement.shows(headers[$0]) }
  }
}

/// The columns of a pane as they were laid out.
public struct DrawnColumns: Hashable, Sendable {
  /// The first column after the frozen ones, among those that are shown; 0 where nothing is scrolled.
  public let offset: Int
  /// The widths of the columns that are seen, by their position among the headers.
  public let widths: [Int: Int]

  /// Columns as they were laid out.
  public init(offset: Int, widths: [Int: Int]) {
    self.offset = offset
    self.widths = widths
  }
}

// A column of a table, as data: what it is called, how wide it may grow, what it shows and how it sorts.

import ClusterDomain

/// How a column takes its width.
public struct ColumnWidth: Hashable, Sendable {
  /// Never narrower, unless the pane is.
  public let least: Int
  /// Never wider, unless it takes what is left.
  public let most: Int
  /// Whether it takes what the others leave.
  public let takesRest: Bool
  /// Columns of lower rank go first when room is short; 0 is never dropped.
  public let rank: Int
  /// Whether it rather goes out of sight than is cut below its content.
  public var isUncut = false
  /// Whether it is a time axis, which can use any width.
  public var isAxis = false

  /// By content, between two bounds; dropped from small panes in order of `rank`, highest first.
  public static func fitting(_ range: ClosedRange<Int>, rank: Int = 1) -> ColumnWidth {
    ColumnWidth(least: range.lowerBound, most: range.upperBound, takesRest: false, rank: rank)
  }

  /// As wide as its content, up to a bound; where room is short the columns scroll.
  public static func whole(upTo most: Int) -> ColumnWidth {
    ColumnWidth(least: 3, most: most, takesRest: false, rank: 1, isUncut: true)
  }

  /// A time axis: what the others leave, at least this much, before columns of higher rank.
  public static func axis(atLeast least: Int, rank: Int) -> ColumnWidth {
    ColumnWidth(least: least, most: .max, takesRest: false, rank: rank, isAxis: true)
  }

  /// What the others leave, at least this much.
  public static func rest(atLeast least: Int) -> ColumnWidth {
    ColumnWidth(least: least, most: .max, takesRest: true, rank: 0)
  }
}

/// What a column is called and how it is laid out.
public struct ColumnHeader: Hashable, Sendable {
  /// Where a column is seen.
  public enum Place: Hashable, Sendable {
    /// On the screen and in exports.
    case everywhere
    /// On the screen only: its parts are exported as columns of their own.
    case screen
    /// In exports only.
    case export
  }

  /// Name in exports and options, such as `valid_until`.
  public let id: String
  /// Name on the page.
  public let title: String
  /// Whether its texts stand at the right.
  public let isNumber: Bool
  /// How it takes its width.
  public let width: ColumnWidth
  /// Where it is seen.
  public private(set) var place: Place
  /// The time axis above its cells, where it has one.
  public private(set) var axis: TimeAxis?

  /// The same column with the axis of a scene, if it is drawn on one.
  func on(_ axis: TimeAxis) -> ColumnHeader {
    guard width.isAxis else { return self }
    var header = self
    header.axis = axis
    return header
  }

  /// The same column where it is not to be seen on the screen.
  var inExportsOnly: ColumnHeader {
    var header = self
    header.place = .export
    return header
  }
}

/// A column over rows of one type; shared, not copied, since a frame asks each for hundreds of cells.
final class Column<Row>: Sendable {
  /// What it is called and how it is laid out.
  let header: ColumnHeader
  let cell: @Sendable (Row, Scene) -> TableCell
  let order: @Sendable (Row, Scene) -> SortKey
  let provenance: (@Sendable (Row, Scene) -> Provenance?)?
  let clause: (@Sendable (Row, Scene) -> Clause?)?

  init(
    _ id: String, _ title: String, width: ColumnWidth = .fitting(4...16), isNumber: Bool = false,
    place: ColumnHeader.Place = .everywhere, cell: @escaping @Sendable (Row, Scene) -> TableCell,
    order: (@Sendable (Row, Scene) -> SortKey)? = nil,
    provenance: (@Sendable (Row, Scene) -> Provenance?)? = nil,
    clause: (@Sendable (Row, Scene) -> Clause?)? = nil
  ) {
    header = ColumnHeader(id: id, title: title, isNumber: isNumber, width: width, place: place)
    self.cell = cell
    self.order = order ?? { row, scene in cell(row, scene).value.sortKey }
    self.provenance = provenance
    self.clause = clause
  }
}

extension Column {
  /// A column of dates as precise as they are known.
  static func date(
    _ id: String, _ title: String, rank: Int, _ date: @escaping @Sendable (Row, Scene) -> PartialDate?,
    provenance: (@Sendable (Row, Scene) -> Provenance?)? = nil
  ) -> Column {
    Column(
      id, title, width: .fitting(title.count...11, rank: rank),
      cell: { row, scene in
        let found = date(row, scene)
        return TableCell(
          found.map { [Run(scene.format.date($0))] } ?? [Run(Formatting.unknown, .dim)],
          value: .optional(found?.description))
      },
      order: { row, scene in .date(date(row, scene)) }, provenance: provenance)
  }

  /// A column of counts: a nought is dim.
  static func count(
    _ id: String, _ title: String, rank: Int, role: TextRole = .text,
    _ count: @escaping @Sendable (Row, Scene) -> Int
  ) -> Column {
    Column(
      id, title, width: .fitting(max(2, title.count)...max(title.count, 6), rank: rank), isNumber: true,
      cell: { row, scene in
        let found = count(row, scene)
        return TableCell(
          [Run(scene.format.count(found), found == 0 ? .dim : role)], value: .number(Double(found)))
      })
  }
}

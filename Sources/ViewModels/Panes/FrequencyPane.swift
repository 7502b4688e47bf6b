// The values of one column of another list: how often each occurs, and the sum of a number beside them.

import ClusterDomain
import Sheets
import Synchronization

/// A column of a list whose values are counted.
public struct GroupedColumn: Hashable, Sendable {
  /// The list.
  public let pane: PaneID
  /// Whose rows the list shows.
  public let owner: PaneSubject
  /// Which of its rows are counted.
  public let query: ListQuery
  /// The column's id.
  public let column: String
  /// What the column is called in running text.
  public let title: String
  /// The id of the column that is summed.
  public var sum: String?

  /// A column of a list.
  public init(
    pane: PaneID, owner: PaneSubject, query: ListQuery, column: String, title: String, sum: String? = nil
  ) {
    self.pane = pane
    self.owner = owner
    self.query = query
    self.column = column
    self.title = title
    self.sum = sum
  }
}

/// The counted values of a column.
struct Frequency: Sendable {
  let groups: [ValueGroup]
  /// The headers of the list that was counted.
  let headers: [ColumnHeader]
  let rows: Int
  let largest: Int
  /// The column that is summed.
  let summed: ColumnHeader?
  /// Whether sums are money, as the cells of their column are.
  let isMoney: Bool
  var state = State.known
  /// Whether there may be more rows than were counted.
  var isLeast = false

  /// How far the counting is.
  enum State: Sendable {
    case counting
    case known
    case tooMany
  }
}

extension Scene {
  /// The counted values of a column; counted once.
  func frequency(of grouped: GroupedColumn) -> Frequency {
    if let ask = ask(of: grouped) { return frequency(of: grouped, ask) }
    if let known = frequencies.withLock({ $0[grouped] }) { return known }
    let listing = Panes[grouped.pane].listing(self, subject: grouped.owner, query: grouped.query)
    let column = listing.headers.firstIndex { $0.id == grouped.column }
    let sum = listing.headers.firstIndex { $0.id == grouped.sum }
    let groups = column.map { listing.frequency(column: $0, sum: sum) } ?? []
    let sample = 0..<min(listing.count, 200)
    let made = Frequency(
      groups: groups, headers: listing.headers, rows: groups.reduce(0) { $0 + $1.count },
      largest: groups.map(\.count).max() ?? 0, summed: sum.map { listing.headers[$0] },
      isMoney: sum.map { sum in
        listing.headers[sum].title.contains("€")
          || sample.contains { listing.cell(row: $0, column: sum).text.contains("€") }
      } ?? false)
    frequencies.withLock { known in
      if known.count >= 8 { known.removeAll() }
      known[grouped] = made
    }
    return made
  }
}

extension Scene {
  /// The counts of a column with many rows, as far as they are known.
  private func frequency(of grouped: GroupedColumn, _ ask: RowsAsk) -> Frequency {
    let sheet = ask.file.flatMap { sheets.sheet($0) }
    let headers =
      sheet.map { SheetListing($0, rows: .all(0), isPending: false).headers } ?? Panes[grouped.pane].headers
    let answer = sheets.counts(ask)
    let groups: [ValueGroup] = if case .counts(let groups)? = answer?.content { groups } else { [] }
    return Frequency(
      groups: groups, headers: headers, rows: groups.reduce(0) { $0 + $1.count },
      largest: groups.map(\.count).max() ?? 0, summed: headers.first { $0.id == grouped.sum },
      isMoney: headers.contains { $0.id == grouped.sum && $0.title.contains("€") },
      state: answer.map { if case .tooMany = $0.content { .tooMany } else { .known } } ?? .counting,
      isLeast: answer?.isPending == true || sheet?.isLoading == true)
  }
}

/// The pane of such counts; its columns depend on what is summed.
struct FrequencyPane: Pane {
  let id = PaneID.frequency
  let hasHeader = true
  let narrowedBy: Set<Facet> = []

  var headers: [ColumnHeader] { frequencyColumns(nil).map(\.header) }

  func listing(_ scene: Scene, subject: PaneSubject, query: ListQuery) -> any Listing {
    table(scene, subject).listing(scene, subject: subject, query: query)
  }

  func title(_ scene: Scene, subject: PaneSubject, listing: any Listing) -> PaneTitle {
    table(scene, subject).title(scene, subject: subject, listing: listing)
  }

  func emptyState(_ scene: Scene, subject: PaneSubject, query: ListQuery) -> EmptyState {
    table(scene, subject).emptyState(scene, subject: subject, query: query)
  }

  private func table(_ scene: Scene, _ subject: PaneSubject) -> TablePane<GroupRow> {
    guard case .values(let grouped) = subject else { return Self.table(nil, title: "") }
    return Self.table(scene.frequency(of: grouped), title: grouped.title)
  }

  private static func table(_ frequency: Frequency?, title: String) -> TablePane<GroupRow> {
    TablePane(
      id: .frequency, columns: frequencyColumns(frequency),
      rows: { _, _ in
        (frequency?.groups ?? []).map {
          GroupRow(group: $0, rows: frequency?.rows ?? 0, largest: frequency?.largest ?? 0)
        }
      },
      key: { $0.group.value },
      words: { row, _ in [row.group.text, row.group.value] },
      named: { scene, _, rows, all in
        let values =
          rows.count == all
          ? scene.counted(all, "value")
          : "\(scene.format.count(rows.count)) of \(scene.counted(all, "value"))"
        return PaneTitle(
          name: "Frequency of \(title)", owner: nil,
          count:
            "\(values) in \(frequency?.isLeast == true ? "≥ " : "")\(scene.counted(frequency?.rows ?? 0, "row"))"
        )
      },
      empty: { _, _ in
        switch frequency?.state {
        case .counting: EmptyState("Counting the values of \(title)…", "Esc goes back.")
        case .tooMany: EmptyState("\(title) has more than 500,000 different values.", "Esc goes back.")
        default: EmptyState("There are no rows to count.", "Esc goes back.")
        }
      })
  }
}

/// A value with what it is measured by.
struct GroupRow: Sendable {
  let group: ValueGroup
  let rows: Int
  let largest: Int
}

private func frequencyColumns(_ frequency: Frequency?) -> [Column<GroupRow>] {
  let title = frequency?.summed.map { "SUM OF \($0.title)" } ?? "SUM"
  return [
    Column(
      "value", "VALUE", width: .rest(atLeast: 12),
      cell: { row, _ in
        TableCell(
          [Run(row.group.text, row.group.value.isEmpty ? .dim : .text)], value: .optional(row.group.value))
      },
      order: { row, _ in row.group.key }),
    Column(
      "count", "COUNT", width: .fitting(5...9, rank: 0), isNumber: true,
      cell: { row, scene in
        TableCell([Run(scene.format.count(row.group.count))], value: .number(Double(row.group.count)))
      }),
    Column(
      "share", "SHARE", width: .fitting(7...7, rank: 3), isNumber: true,
      cell: { row, scene in
        let percent = Double(row.group.count) / Double(max(1, row.rows)) * 100
        return TableCell(
          [Run(scene.format.percent(percent))], value: .number((percent * 100).rounded() / 100))
      }),
    Column(
      "bar", "BAR", width: .fitting(8...Bar.usualWidth, rank: 2), place: .screen,
      cell: { row, _ in TableCell(share: Double(row.group.count) / Double(max(1, row.largest))) }),
    Column(
      "sum", title, width: .fitting(title.count...max(title.count, 14), rank: 1), isNumber: true,
      place: frequency?.summed == nil ? .export : .everywhere,
      cell: { row, scene in
        guard let sum = row.group.sum else { return TableCell(nil) }
        let text = frequency?.isMoney == true ? scene.format.euro(sum) : scene.format.number(sum)
        return TableCell([Run(text)], value: .number(sum))
      }),
    Column(
      "summed", "FROM ROWS", width: .fitting(9...9, rank: 4), isNumber: true,
      place: frequency?.summed == nil ? .export : .everywhere,
      cell: { row, scene in
        TableCell([Run(scene.format.count(row.group.summed))], value: .number(Double(row.group.summed)))
      }),
  ]
}

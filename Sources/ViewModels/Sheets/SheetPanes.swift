// The panes over open files: the rows of one, all cells of a row, and the list of files.

import ClusterDomain
import Sheets

/// The rows of an open file.
struct SheetPane: Pane {
  let id = PaneID.sheet
  let hasHeader = true
  let narrowedBy: Set<Facet> = []
  let headers: [ColumnHeader] = []

  func listing(_ scene: Scene, subject: PaneSubject, query: ListQuery) -> any Listing {
    guard case .sheet(let number) = subject, let sheet = scene.sheets.sheet(number) else {
      return FactListing(headers: [], facts: [], unfilteredCount: 0, places: [])
    }
    let (rows, isPending) = scene.sheets.rows(
      RowsAsk(scene.sheets.source(number), query: query, kind: .rows), of: sheet)
    return SheetListing(sheet, rows: rows, isPending: isPending)
  }

  func title(_ scene: Scene, subject: PaneSubject, listing: any Listing) -> PaneTitle {
    guard let listing = listing as? SheetListing else {
      return PaneTitle(name: "File", owner: nil, count: "")
    }
    return PaneTitle(
      name: listing.sheet.name, owner: listing.sheet.mapping, count: Self.count(listing, scene.format))
  }

  /// Counts that are not the last word say so.
  private static func count(_ listing: SheetListing, _ format: Formatting) -> String {
    let least = listing.rows.isExact && !listing.isPending ? "" : "≥ "
    let shown = least + format.count(listing.count)
    let all = listing.unfilteredCount
    var words =
      listing.count == all ? "\(shown) \(all == 1 ? "row" : "rows")" : "\(shown) of \(format.count(all))"
    if listing.isPending {
      words += " · looking…"
    } else if !listing.rows.isOrdered {
      words += " · sorting…"
    }
    return words
  }

  func emptyState(_ scene: Scene, subject: PaneSubject, query: ListQuery) -> EmptyState {
    if !query.typed.isEmpty {
      return EmptyState("No row matches \"\(query.typed)\".", "Backspace shortens it, Esc clears it.")
    }
    if let filter = query.narrowed.last {
      return EmptyState("No row has \(filter.words([])).", "x drops the last filter.")
    }
    return EmptyState("The file has a header and no rows.", "q quits.")
  }
}

extension FactPane {
  /// All cells of one row of a file.
  static let record = FactPane(id: .record) { scene, subject in
    guard case .record(let number, let row) = subject, let sheet = scene.sheets.sheet(number) else {
      return []
    }
    return sheet.facts(row: row)
  }
}

extension OpenSheet {
  /// What a row is called: its first text that is no number and no code.
  func title(row: Int) -> String {
    let columns = reading.sheet.columns.indices
    let named = columns.first { column in
      Self.nameTitles.contains(Folding.folded(reading.sheet.columns[column].title))
    }
    let first =
      named ?? columns.first { !reading.sheet.columns[$0].isDerived && reading.columns[$0].kind == .text }
    let text = first.flatMap { reading.sheet.text(row: row, column: $0) } ?? ""
    return text.isEmpty ? "row \(row + 1)" : String(text.prefix(60))
  }

  /// Titles of columns that name what a row is about.
  private static let nameTitles: Set<String> = [
    "name", "nome", "denominazione", "ragione sociale", "title", "titolo", "denominazione in italiano",
  ]

  /// All cells of a row, the derived ones apart.
  func facts(row: Int) -> [Fact] {
    let columns = reading.sheet.columns.indices
    let derived = columns.filter { reading.sheet.columns[$0].isDerived }
    var facts: [Fact] = [.heading("Line \(reading.sheet.line(row: row)) of \(name)")]
    facts += columns.filter { !reading.sheet.columns[$0].isDerived }.map { fact(row: row, column: $0) }
    if !derived.isEmpty {
      facts.append(.heading("Derived"))
      facts += derived.map { fact(row: row, column: $0) }
    }
    let faults = reading.sheet.faults(row: row)
    let doubts = columns.compactMap { column in
      doubt(row: row, column: column).map { "\(reading.sheet.columns[column].title): \($0)" }
    }
    if !faults.isEmpty || !doubts.isEmpty {
      facts.append(.heading("Problems"))
      facts += faults.map { .paragraph($0.reason) } + doubts.map { .paragraph($0) }
    }
    return facts
  }

  private func fact(row: Int, column: Int) -> Fact {
    let cell = reading.sheet.text(row: row, column: column)
    let runs: [Run] =
      switch cell {
      case nil: [Run("no such cell", .dim)]
      case "": [Run("empty", .dim)]
      case let text?: [Run(text, doubt(row: row, column: column) == nil ? .text : .warning)]
      }
    return .value(
      reading.sheet.columns[column].title, runs, provenance: provenance(row: row, column: column))
  }
}

extension RowFault {
  /// What is odd, in a sentence.
  var reason: String {
    switch self {
    case .fewerCells: "has fewer cells than the header; the last ones are missing"
    case .moreCells: "has more cells than the header; they stand in columns of their own"
    case .unclosedQuote: "a quote is opened and never closed; it is taken as a letter"
    case .textAfterQuote: "text follows a closing quote; the cell is kept as it stands"
    case .badBytes: "has bytes that are no text in the file's encoding"
    case .notJSON: "the line is no JSON; it is kept as one text"
    }
  }
}

extension TablePane where Row == OpenSheet {
  /// The open files.
  static var sheets: TablePane<OpenSheet> {
    TablePane(
      id: .sheets,
      columns: [
        Column(
          "file", "FILE", width: .rest(atLeast: 16), cell: { sheet, _ in TableCell(sheet.name, .strong) }),
        Column("kind", "KIND", width: .fitting(4...28), cell: { sheet, _ in TableCell(sheet.mapping) }),
        Column(
          "rows", "ROWS", width: .fitting(4...12, rank: 0), isNumber: true,
          cell: { sheet, scene in
            let count = sheet.reading.sheet.rowCount
            let text = (sheet.isLoading ? "≥ " : "") + scene.format.count(count)
            return TableCell([Run(text)], value: .number(Double(count)))
          }),
        Column(
          "columns", "COLUMNS", width: .fitting(7...8, rank: 2), isNumber: true,
          cell: { sheet, scene in
            let count = sheet.reading.sheet.columns.count - sheet.reading.sheet.derivedCount
            return TableCell([Run(scene.format.count(count))], value: .number(Double(count)))
          }),
        Column(
          "problems", "PROBLEMS", width: .fitting(8...9, rank: 1), isNumber: true,
          cell: { sheet, scene in
            let count = sheet.problemCount
            return TableCell(
              [Run(scene.format.count(count), count > 0 ? .warning : .dim)], value: .number(Double(count)))
          }),
        Column(
          "found", "READ AS", width: .fitting(8...60, rank: 3),
          cell: { sheet, _ in TableCell(sheet.reading.source.summary, .dim) }),
      ],
      rows: { scene, _ in scene.sheets.all },
      key: { "\($0.number)" },
      words: { sheet, _ in [sheet.name, sheet.mapping, sheet.reading.source.summary] },
      opens: { .sheet($0.number) },
      named: { scene, _, rows, all in
        PaneTitle(name: "Files", owner: nil, count: scene.counted(all, "file"))
      },
      empty: { _, _ in EmptyState("No file is open.", "q quits.") })
  }
}

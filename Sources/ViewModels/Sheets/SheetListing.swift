// The rows of an open file as a pane shows them: nothing is read until it is seen.

import Sheets
import Synchronization

/// Rows of an open file in an order, as far as it is known.
struct SheetListing: Listing {
  let sheet: OpenSheet
  let rows: RowList
  let headers: [ColumnHeader]
  /// Whether the rows are those of an earlier question, and the present one is being answered.
  let isPending: Bool

  init(_ sheet: OpenSheet, rows: RowList, isPending: Bool) {
    self.sheet = sheet
    self.rows = rows
    self.isPending = isPending
    headers = zip(sheet.reading.sheet.columns, sheet.reading.columns).enumerated().map { index, column in
      ColumnHeader(
        id: column.0.title, title: column.0.title, isNumber: column.1.kind.isNumber,
        width: .whole(upTo: 32), place: .everywhere)
    }
  }

  var isFoundLater: Bool { true }

  var isWhole: Bool { !isPending && rows.isOrdered && rows.isExact }

  var count: Int { rows.count }

  var unfilteredCount: Int { sheet.reading.sheet.rowCount }

  /// A row is known by its number in the file; one whose place is still being found by that place.
  func key(row: Int) -> String { rows.row(at: row).map { "\($0)" } ?? "at \(row)" }

  func row(key: String) -> Int? { Int(key).flatMap { rows.position(of: $0) } }

  func cell(row: Int, column: Int) -> TableCell {
    guard let row = rows.row(at: row) else { return TableCell([Run("…", .dim)], value: .missing) }
    return Self.cell(sheet.reading, row: row, column: column)
  }

  /// A cell as the file has it; what cannot be known is marked.
  static func cell(_ reading: SheetReading, row: Int, column: Int) -> TableCell {
    let kind = reading.columns.indices.contains(column) ? reading.columns[column].kind : .text
    return reading.sheet.withBytes(row: row, column: column) { bytes in
      guard let bytes, !bytes.isEmpty else {
        return TableCell([Run(Formatting.unknown, .dim)], value: .missing)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let shown = bytes.count > 4096 ? String(text.prefix(4096)) : text
      if case .doubtful = kind.value(bytes) { return TableCell([Run(shown, .warning)], value: .text(text)) }
      return TableCell([Run(shown)], value: .text(text))
    }
  }

  func widest(column: Int, measured measure: (TableCell) -> Int) -> Int {
    let title = headers[column].id
    if let known = sheet.widths.known(title) { return known }
    let width = rows.sample.reduce(0) { widest, row in
      // No text is wider than it has bytes: most cells need not be looked at.
      if widest > 0, byteCount(row: row, column: column) <= widest { return widest }
      return max(widest, measure(cell(row: row, column: column)))
    }
    sheet.widths.note(title, width, isLast: !sheet.isLoading)
    return width
  }

  private func byteCount(row: Int, column: Int) -> Int {
    guard let row = rows.row(at: row) else { return 0 }
    return sheet.reading.sheet.withBytes(row: row, column: column) { $0?.count ?? 0 }
  }

  func page(row: Int) -> PageKind? { rows.row(at: row).map { .record(sheet: sheet.number, row: $0) } }

  func landing(row: Int) -> Landing? { nil }

  func subject(row: Int) -> PaneSubject {
    rows.row(at: row).map { .record(sheet: sheet.number, row: $0) } ?? .none
  }

  func provenance(row: Int, column: Int) -> Provenance? {
    guard let row = rows.row(at: row) else { return nil }
    return sheet.provenance(row: row, column: column)
  }

  func clause(row: Int, column: Int) -> Clause? { nil }

  func frequency(column: Int, sum: Int?) -> [ValueGroup] { [] }
}

/// How wide the cells of columns are: measured once for a file, not again for each question about it.
final class SheetWidths: Sendable {
  private let widths = Mutex<[String: Int]>([:])

  func known(_ column: String) -> Int? { widths.withLock { $0[column] } }

  /// Keeps a width; while more rows may come it is measured again.
  func note(_ column: String, _ width: Int, isLast: Bool) {
    guard isLast else { return }
    widths.withLock { $0[column] = width }
  }
}

extension OpenSheet {
  /// The rows that a query leaves, in its order; blocks until they are found.
  public func listing(_ query: ListQuery) -> any Listing {
    guard case .rows(let rows)? = answer(RowsAsk(.file(number), query: query, kind: .rows))?.content else {
      return SheetListing(self, rows: .all(0), isPending: false)
    }
    return SheetListing(self, rows: rows, isPending: false)
  }

  /// Where a cell stands in the file, and how its column is understood.
  func provenance(row: Int, column: Int) -> Provenance {
    let reading = reading
    let title = reading.sheet.columns[column].title
    let text = reading.sheet.text(row: row, column: column)
    let isDerived = reading.sheet.columns[column].isDerived
    let place =
      isDerived
      ? "derived from other columns of line \(reading.sheet.line(row: row))"
      : "line \(reading.sheet.line(row: row))"
    return Provenance(
      title: title,
      lines: [
        Provenance.Line(
          value: text ?? "the row has no such cell", date: "", source: "\(name), \(place)", url: reading.path,
          note: doubt(row: row, column: column), isShown: true)
      ],
      rule: "\(title): \(reading.columns[column].explanation)")
  }

  /// Why the value of a cell cannot be known; nil where it can.
  func doubt(row: Int, column: Int) -> String? {
    reading.sheet.withBytes(row: row, column: column) { bytes -> String? in
      guard let bytes, case .doubtful(let doubt) = reading.columns[column].kind.value(bytes) else {
        return nil
      }
      return doubt.reason(String(decoding: bytes, as: UTF8.self))
    }
  }
}

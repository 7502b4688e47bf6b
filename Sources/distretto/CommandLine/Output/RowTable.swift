// Rows and columns ready to be written in any format.

import ClusterDomain
import ViewModels

/// A table whose cells are asked for when they are written.
struct RowTable: Sendable {
  /// A column's names.
  struct Column: Sendable, Equatable {
    /// Name in exports.
    let id: String
    /// Name for people.
    let title: String
    /// Whether its texts stand at the right.
    var isNumber = false
  }

  let columns: [Column]
  let count: Int
  let cell: @Sendable (_ row: Int, _ column: Int) -> TableCell
  /// What of a row falls on days ahead, where rows have dates.
  var occasions: (@Sendable (_ row: Int) -> [Occasion])?
  /// The day at which the rows are judged.
  var asOf: CalendarDate?

  /// A table over cells that are made when asked for.
  init(columns: [Column], count: Int, cell: @escaping @Sendable (Int, Int) -> TableCell) {
    self.columns = columns
    self.count = count
    self.cell = cell
  }

  /// A table of cells that are there.
  init(columns: [Column], rows: [[TableCell]]) {
    self.init(columns: columns, count: rows.count) { row, column in rows[row][column] }
  }

  /// Some columns, and at most `limit` rows, of a pane.
  init(_ listing: any Listing, columns: [Int], limit: Int? = nil) {
    let headers = listing.headers
    self.init(
      columns: columns.map { position in
        let header = headers[position]
        return Column(id: header.id, title: header.title, isNumber: header.isNumber)
      },
      count: min(listing.count, limit ?? .max)
    ) { row, column in listing.cell(row: row, column: columns[column]) }
    occasions = { listing.occasions(row: $0) }
  }
}

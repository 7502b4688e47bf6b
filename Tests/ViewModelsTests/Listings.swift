// Listings that the tests make up: a handful of names, and millions of rows that count what is asked of them.

import ClusterDomain
import Synchronization
import Testing

@testable import ViewModels

/// Rows that have nothing but names.
struct NamedRows: Listing {
  let headers = [
    ColumnHeader(id: "name", title: "NAME", isNumber: false, width: .fitting(4...16), place: .everywhere)
  ]
  let names: [String]

  init(_ names: [String]) { self.names = names }

  var count: Int { names.count }
  var unfilteredCount: Int { names.count }

  func key(row: Int) -> String { names[row] }
  func row(key: String) -> Int? { names.firstIndex(of: key) }
  func cell(row: Int, column: Int) -> TableCell { TableCell(names[row]) }
  func widest(column: Int, measured measure: (TableCell) -> Int) -> Int {
    names.map { measure(TableCell($0)) }.max() ?? 0
  }
  func page(row: Int) -> PageKind? { nil }
  func landing(row: Int) -> Landing? { nil }
  func subject(row: Int) -> PaneSubject { .none }
  func provenance(row: Int, column: Int) -> Provenance? { nil }
  func clause(row: Int, column: Int) -> Clause? { nil }
}

/// As many rows and columns as a test wants, made when they are asked for.
final class VastRows: Listing {
  let headers: [ColumnHeader]
  let count: Int
  private let counter = Mutex(0)

  init(rows: Int, columns: Int = 6) {
    count = rows
    headers = (0..<columns).map { column in
      ColumnHeader(
        id: "c\(column)", title: "C\(column)", isNumber: column % 3 == 2, width: .fitting(4...16),
        place: .everywhere)
    }
  }

  /// How often a row was asked for since this was last read.
  func asked() -> Int {
    counter.withLock { count in
      defer { count = 0 }
      return count
    }
  }

  private func note() { counter.withLock { $0 += 1 } }

  var unfilteredCount: Int { count }

  func key(row: Int) -> String {
    note()
    return "row \(row)"
  }
  func row(key: String) -> Int? {
    note()
    return Int(key.dropFirst(4)).flatMap { (0..<count).contains($0) ? $0 : nil }
  }
  func cell(row: Int, column: Int) -> TableCell {
    note()
    return TableCell([Run("\(row % 1000)·\(column)")], value: .number(Double(row % 1000)))
  }
  func widest(column: Int, measured measure: (TableCell) -> Int) -> Int {
    measure(cell(row: count - 1, column: column))
  }
  func page(row: Int) -> PageKind? { nil }
  func landing(row: Int) -> Landing? { nil }
  func subject(row: Int) -> PaneSubject { .none }
  func provenance(row: Int, column: Int) -> Provenance? { nil }
  func clause(row: Int, column: Int) -> Clause? { nil }
}

extension AppState {
  /// Has the focused pane show other rows, as long as its filters and its order stay.
  func show(_ listing: any Listing) {
    let list = list(of: page.focus, subject: subject(of: page.focus))
    memory.keep(
      listing,
      as: ListingMemory.Key(
        pane: page.focus, subject: subject(of: page.focus), query: list.query))
  }
}

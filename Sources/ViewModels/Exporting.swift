// Writing the rows of a list into a file: which rows and columns, under which name.

/// Rows to write into a file; the same object is the same task.
public final class ExportTask: Sendable, Hashable {
  /// The file as it was typed.
  public let path: String
  /// The list.
  public let listing: any Listing
  /// The columns, by their position among the listing's headers.
  public let columns: [Int]
  /// The rows that were marked, in their order; nil for all.
  public let rows: [Int]?

  init(path: String, listing: any Listing, columns: [Int], rows: [Int]?) {
    self.path = path
    self.listing = listing
    self.columns = columns
    self.rows = rows
  }

  /// How many rows are written.
  public var rowCount: Int { rows?.count ?? listing.count }

  /// Compares the identities.
  public static func == (lhs: ExportTask, rhs: ExportTask) -> Bool { lhs === rhs }

  /// Hashes the identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension AppState {
  mutating func askExport() {
    guard let view = view(of: page.focus), exportTask(to: "") != nil else {
      return refuse("There are no rows to write.")
    }
    guard !view.listing.isPending, view.listing.isOrdered else {
      return refuse("The rows are still being looked for; e writes them once they are there.")
    }
    overlay = .export("\(view.fileName).csv")
  }

  mutating func export(to typed: String) -> [Effect] {
    overlay = nil
    guard let task = exportTask(to: typed) else {
      refuse("There are no rows to write.")
      return []
    }
    say("Writing \(format.count(task.rowCount)) \(task.rowCount == 1 ? "row" : "rows")…")
    return [.export(task)]
  }

  /// The rows of the focused list as they would be written: the marked ones, or all; nil where there are none.
  ///
  /// Columns that were arranged are written as they are seen, others as commands print them.
  public func exportTask(to path: String) -> ExportTask? {
    guard let view = view(of: page.focus), view.row != nil else { return nil }
    let headers = view.listing.headers
    let isArranged = view.list.arrangement != ColumnArrangement()
    let columns = isArranged ? view.columns : headers.indices.filter { headers[$0].place != .screen }
    let marked = view.list.marked.compactMap { view.listing.row(key: $0) }.sorted()
    return ExportTask(
      path: path, listing: view.listing, columns: columns, rows: view.list.marked.isEmpty ? nil : marked)
  }
}

extension PaneView {
  /// A name for a file of these rows: `members-le2c`, `problems-in-the-data`.
  fileprivate var fileName: String {
    let words = [title.name, title.owner].compactMap { $0 }.joined(separator: " ")
    let parts = words.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return parts.isEmpty ? "rows" : String(parts.joined(separator: "-").prefix(60))
  }
}

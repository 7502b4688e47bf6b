// Writing the rows of a list into a file: which rows and columns, under which name.

public import ClusterDomain
import Sheets

/// Rows to write into a file; the same object is the same task.
public final class ExportTask: Sendable, Hashable {
  /// The file as it was typed.
  public let path: String
  /// The list.
  public let listing: any Listing
  /// The columns, by their position among the listing's headers.
  public let columns: [Int]
  /// The keys of the rows that were marked; none for all rows.
  public let marked: Set<String>
  /// The day at which the rows are judged.
  public let asOf: CalendarDate

  init(path: String, listing: any Listing, columns: [Int], marked: Set<String>, asOf: CalendarDate) {
    self.asOf = asOf
    self.path = path
    self.listing = listing
    self.columns = columns
    self.marked = marked
  }

  /// Whether the rows are still what was read; false once the cache file that they lie in has broken.
  public var isIntact: Bool { (listing as? SheetListing)?.sheet.reading.isIntact ?? true }

  /// How many rows are asked for.
  public var rowCount: Int { marked.isEmpty ? listing.count : marked.count }

  /// The marked rows that the list still has, in its order; nil for all rows.
  ///
  /// Looks at every row where many are marked.
  public func rows() -> [Int]? {
    if marked.isEmpty { return nil }
    if marked.count <= 100 { return marked.compactMap { listing.row(key: $0) }.sorted() }
    return (0..<listing.count).filter { marked.contains(listing.key(row: $0)) }
  }

  /// What the name's end asks for; nil where it is none of those known.
  public var format: ExportFormat? { ExportFormat(path: path) }

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
    guard view.listing.isWhole else { return refuse(Self.notWhole) }
    overlay = .prompt(Prompt(.export, "\(view.fileName).csv", isOffered: true))
  }

  private static let notWhole = "Not all rows are there yet; e writes them once they are."

  mutating func export(to typed: String) -> [Effect] {
    guard let task = exportTask(to: typed) else {
      overlay = nil
      refuse("There are no rows to write.")
      return []
    }
    guard task.format != nil else {
      refuse("\"\(typed)\" ends in none of \(ExportFormat.endings), so the format is not clear.")
      return []
    }
    if task.format == .ics, !Panes[page.focus].isDated {
      refuse(
        "These rows have no dates that a calendar could take; .ics is for labels, calls and the calendar.")
      return []
    }
    overlay = nil
    guard task.listing.isWhole else {
      refuse(Self.notWhole)
      return []
    }
    exports += 1
    say("Writing \(format.count(task.rowCount)) \(task.rowCount == 1 ? "row" : "rows")…")
    return [.export(task)]
  }

  /// The rows of the focused list as they would be written: the marked ones, or all; nil where there are none.
  ///
  /// Columns that were arranged are written as they are seen, others as commands print them.
  public func exportTask(to path: String) -> ExportTask? {
    guard let view = view(of: page.focus), view.row != nil else { return nil }
    let headers = view.listing.headers
    let isArranged = view.list.arrangement.isRearranged
    let columns = isArranged ? view.columns : headers.indices.filter { headers[$0].place != .screen }
    return ExportTask(
      path: path, listing: view.listing, columns: columns, marked: view.list.marked, asOf: asOf)
  }

  /// Leaves the program; while rows are being written only when it is asked for again.
  mutating func quit() -> [Effect] {
    guard exports + underway.count > 0, !isLeaving else { return [.quit] }
    isLeaving = true
    refuse(
      exports > 0
        ? "Rows are still being written; q again leaves without them."
        : "Your notebook is still being written; then this ends. q again leaves without it.")
    return []
  }
}

/// The formats in which rows can be written.
public enum ExportFormat: String, Sendable, CaseIterable {
  case csv
  case json
  case ndjson
  case markdown
  case ics
  case table

  /// What names of such files end in.
  public var ending: String {
    switch self {
    case .csv, .json, .ndjson, .ics: ".\(rawValue)"
    case .markdown: ".md"
    case .table: ".txt"
    }
  }

  /// All ends, in words.
  public static let endings =
    allCases.dropLast().map(\.ending).joined(separator: ", ") + " or \(Self.table.ending)"

  /// The format that a file's name asks for; nil where its end is none of those known.
  public init?(path: String) {
    guard let format = Self.allCases.first(where: { path.lowercased().hasSuffix($0.ending) }) else {
      return nil
    }
    self = format
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

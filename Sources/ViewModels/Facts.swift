// A page of facts about one entity: headings, labelled values with their sources, links to others.

import ClusterDomain
import Sheets

/// One line of such a page.
public enum Fact: Sendable, Hashable {
  /// The head of a section.
  case heading(String)
  /// A labelled value.
  case value(String, [Run], provenance: Provenance? = nil, page: PageKind? = nil)
  /// Words that may take several lines.
  case paragraph(String)

  /// Everything that it says, for search and export.
  var text: String {
    switch self {
    case .heading(let text), .paragraph(let text): text
    case .value(let label, let runs, _, _): "\(label) \(runs.map(\.text).joined())"
    }
  }
}

/// A pane that shows facts about the subject of its page.
struct FactPane: Pane {
  let id: PaneID
  let hasHeader = false
  let narrowedBy: Set<Facet> = []
  let facts: @Sendable (Scene, PaneSubject) -> [Fact]
  /// What it is called when it belongs to no subject.
  var title = "National and regional figures"

  var headers: [ColumnHeader] { Self.columns }

  private static let columns = [
    ColumnHeader(id: "fact", title: "FACT", isNumber: false, width: .fitting(8...20), place: .everywhere),
    ColumnHeader(id: "value", title: "VALUE", isNumber: false, width: .rest(atLeast: 10), place: .everywhere),
  ]

  func listing(
    _ scene: Scene, subject: PaneSubject, query: ListQuery
  ) -> any Listing {
    let all = facts(scene, subject)
    let search = NameSearch(query.typed)
    let found = all.enumerated().filter {
      query.typed.isEmpty || search.matches(Folding.folded($0.element.text))
    }
    return FactListing(
      headers: headers, facts: found.map(\.element), unfilteredCount: all.count, places: found.map(\.offset))
  }

  func title(_ scene: Scene, subject: PaneSubject, listing: any Listing) -> PaneTitle {
    // Beside the fit of a cluster stands the call itself.
    if id == .callFacts, case .fit(let call, _) = subject {
      return self.title(scene, subject: .call(call), listing: listing)
    }
    return PaneTitle(name: scene.name(of: subject) ?? title, owner: nil, count: "")
  }

  func emptyState(_ scene: Scene, subject: PaneSubject, query: ListQuery) -> EmptyState {
    query.typed.isEmpty
      ? EmptyState("The dataset says nothing of it.", "Esc goes back.")
      : EmptyState("No line matches \"\(query.typed)\".", "Backspace shortens it, Esc clears it.")
  }
}

/// The lines of a page of facts.
public struct FactListing: Listing {
  /// Label and value.
  public let headers: [ColumnHeader]
  /// The lines.
  public let facts: [Fact]
  /// How many lines there are before the typed filter.
  public let unfilteredCount: Int
  /// The place of each line on the whole page.
  private let places: [Int]

  init(headers: [ColumnHeader], facts: [Fact], unfilteredCount: Int, places: [Int]) {
    self.headers = headers
    self.facts = facts
    self.unfilteredCount = unfilteredCount
    self.places = places
  }

  /// How many lines there are.
  public var count: Int { facts.count }

  /// A line's place on the whole page.
  public func key(row: Int) -> String { String(places[row]) }

  /// The line of a place on the whole page.
  public func row(key: String) -> Int? { Int(key).flatMap { places.firstIndex(of: $0) } }

  /// The label or the value of a line.
  public func cell(row: Int, column: Int) -> TableCell {
    switch facts[row] {
    case .heading(let text): column == 0 ? TableCell(text, .strong) : TableCell([], value: .missing)
    case .paragraph(let text): column == 0 ? TableCell([], value: .missing) : TableCell(text)
    case .value(let label, let runs, _, _):
      column == 0
        ? TableCell(label, .dim) : TableCell(runs, value: .optional(runs.map(\.text).joined()))
    }
  }

  /// Lines are laid out by their own rules.
  public func widest(column: Int, measured measure: (TableCell) -> Int) -> Int { 0 }

  /// The page that a line links to.
  public func page(row: Int) -> PageKind? {
    guard case .value(_, _, _, let page) = facts[row] else { return nil }
    return page
  }

  /// Pages behind lines are entered at their beginning.
  public func landing(row: Int) -> Landing? { nil }

  /// Lines lead no other pane.
  public func subject(row: Int) -> PaneSubject { .none }

  /// Who states a line.
  public func provenance(row: Int, column: Int) -> Provenance? {
    guard case .value(_, _, let provenance, _) = facts[row] else { return nil }
    return provenance
  }

  /// Lines are no filters.
  public func clause(row: Int, column: Int) -> Clause? { nil }
}

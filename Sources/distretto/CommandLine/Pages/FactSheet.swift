// What a page says of one entity: facts in sections, numbered sources, lists.

import ClusterDomain
import ViewModels

/// The page of one entity, ready to be written.
struct FactSheet: Sendable {
  /// A part of the page under its head.
  struct Section: Sendable {
    let title: String?
    var facts: [Fact]
  }

  /// A list that belongs to the entity.
  struct List: Sendable {
    let pane: PaneID
    let title: PaneTitle
    let listing: any Listing
    /// The command that prints all of it.
    let command: String?
  }

  let subject: PaneSubject
  /// `cluster`, `member` or `programme`.
  let kind: String
  let id: String
  let name: String
  let asOf: CalendarDate
  let format: Formatting
  let sections: [Section]
  let lists: [List]
  /// All figures stated of it, each with the address of its source.
  let figures: [(figure: Figure, url: String)]

  /// The page of a subject; nil when the dataset says nothing of it.
  init?(_ subject: PaneSubject, in scene: Scene) {
    guard let entity = subject.entity, let page = subject.page,
      let listing = Self.facts(page, subject, scene)
    else { return nil }
    self.subject = subject
    kind = entity.kind.rawValue
    id = entity.id
    name = Panes[page.panes[0]].title(scene, subject: subject, listing: listing).name
    asOf = scene.judgement.asOf
    format = scene.format
    sections = Self.sections(listing.facts)
    figures = subject.figures(in: scene.catalogue)
    lists = page.panes.dropFirst().map { id in
      let pane = Panes[id]
      let listing = pane.listing(scene, subject: subject, query: ListQuery())
      return List(
        pane: id, title: pane.title(scene, subject: subject, listing: listing), listing: listing,
        command: PaneCommand.words(for: id, of: subject)
          .map { (["distretto"] + $0).map(ViewCommand.quoted).joined(separator: " ") })
    }
  }

  private static func facts(_ kind: PageKind, _ subject: PaneSubject, _ scene: Scene) -> FactListing? {
    let listing = Panes[kind.panes[0]].listing(scene, subject: subject, query: ListQuery())
    guard let facts = listing as? FactListing, !facts.facts.isEmpty else { return nil }
    return facts
  }

  private static func sections(_ facts: [Fact]) -> [Section] {
    facts.reduce(into: []) { sections, fact in
      if case .heading(let title) = fact {
        sections.append(Section(title: title, facts: []))
      } else if sections.isEmpty {
        sections.append(Section(title: nil, facts: [fact]))
      } else {
        sections[sections.count - 1].facts.append(fact)
      }
    }
  }
}

extension FactSheet.List {
  /// The columns of the screen, or those of exports.
  func table(isForPeople: Bool, limit: Int?) -> RowTable {
    let columns = listing.headers.indices.filter {
      listing.headers[$0].place != (isForPeople ? .export : .screen)
    }
    return RowTable(listing, columns: columns, limit: limit)
  }

  /// Its name and how many rows, such as `Members: 18 named · 140 stated 2015`.
  var heading: String { title.count.isEmpty ? title.name : "\(title.name): \(title.count)" }
}

extension PaneSubject {
  fileprivate func figures(in catalogue: Catalogue) -> [(figure: Figure, url: String)] {
    let figures: [Figure] =
      switch self {
      case .cluster(let id): catalogue.figures(about: .cluster(id))
      case .programme(let id): catalogue.figures(about: .programme(id))
      case .call(let id): catalogue.figures(about: .call(id))
      default: []
      }
    return figures.map { ($0, catalogue.source($0.source)?.url ?? $0.source.rawValue) }
  }
}

/// The sources of a page, numbered as they are first cited.
struct Citations {
  private(set) var sources: [(title: String, url: String)] = []
  private var numbers: [String: Int] = [:]
  private var told: Set<Provenance.Line> = []

  /// What is to be told of a value below it: all of several statements, and remarks; once only where it is repeated.
  mutating func statements(_ provenance: Provenance) -> [Provenance.Line] {
    let stated = provenance.lines.filter { !$0.value.isEmpty }
    guard stated.count > 1 || stated.contains(where: { $0.note != nil || !$0.isShown }) else { return [] }
    return stated.filter { $0.isShown || told.insert($0).inserted }
  }

  /// The number of a statement's source.
  mutating func number(_ line: Provenance.Line) -> Int {
    let key = "\(line.source)\n\(line.url)"
    if let known = numbers[key] { return known }
    sources.append((line.source, line.url))
    numbers[key] = sources.count
    return sources.count
  }

  /// The numbers of the sources of what a page shows, without repetition.
  mutating func numbers(_ provenance: Provenance) -> [Int] {
    provenance.lines.filter(\.isShown).reduce(into: []) { found, line in
      let number = number(line)
      if !found.contains(number) { found.append(number) }
    }
  }
}

extension Provenance.Line {
  /// Value and date, such as `140, 2015`.
  var words: String { date.isEmpty ? value : "\(value), \(date)" }
}

// From what people type to the values of facets: codes, names in two languages, near misses explained.

import ClusterDomain
import Sheets
import ViewModels

/// The names of a dataset's facet values.
struct FacetNames {
  private static let shortLabels = [
    "any": "any valid", "labelled": "any valid", "assessment": "in assessment", "never": "none",
  ]

  private let scene: Scene

  /// The names of a dataset, abroad and at home.
  init(_ judged: JudgedData) { scene = judged.scene([Clause(.region, [Area.everywhere])]) }

  /// The filter that words mean, each a comma-separated list.
  func clause(_ facet: Facet, _ words: [String]) throws(Failure) -> Clause {
    var values: [String] = []
    for word in words {
      for value in try self.values(facet, word) where !values.contains(value) { values.append(value) }
    }
    return Clause(facet, values)
  }

  /// Names hold commas themselves, so that the longest run of parts that is a name counts.
  private func values(_ facet: Facet, _ list: String) throws(Failure) -> [String] {
    // What copied commands name is the value itself.
    if scene.offers(for: facet).contains(where: { $0.id == list }) { return [list] }
    let parts = list.split(separator: ",", omittingEmptySubsequences: false)
    var values: [String] = []
    var start = parts.startIndex
    while start < parts.endIndex {
      let ends = (start + 1...parts.endIndex).reversed()
      let found = ends.lazy.compactMap { end in
        value(facet, parts[start..<end].joined(separator: ",")).map { (end: end, value: $0) }
      }.first
      guard let found else { throw unknown(facet, String(parts[start]).trimmed) }
      values.append(found.value)
      start = found.end
    }
    return values
  }

  /// The value that one name means.
  func value(_ facet: Facet, _ typed: String) -> String? {
    let wanted = Self.plain(typed)
    let offers = scene.offers(for: facet)
    if let offer = offers.first(where: { Self.plain($0.id) == wanted }) { return offer.id }
    guard !wanted.isEmpty else { return nil }
    if let offer = offers.first(where: { Self.plain($0.name) == wanted }) { return offer.id }
    switch facet {
    case .region: return area(typed)
    case .label: return Self.shortLabels[wanted]
    case .programme: return programme(typed)?.rawValue
    case .sector, .kind, .watch: return nil
    }
  }

  /// The programme of a key or a name.
  func programme(_ typed: String) -> ID<Programme>? {
    let wanted = Self.plain(typed)
    let programmes = scene.catalogue.tables.programmes
    return
      (programmes.first { Self.plain($0.id.rawValue) == wanted }
      ?? programmes.first { Self.plain($0.name) == wanted })?.id
  }

  private func area(_ typed: String) -> String? {
    if let region = scene.catalogue.region(named: typed) { return region.id.rawValue }
    let wanted = Self.plain(typed)
    return scene.catalogue.tables.countries
      .first { Self.plain($0.name) == wanted || Self.plain($0.id.rawValue) == wanted }?.id.rawValue
  }

  private func unknown(_ facet: Facet, _ typed: String) -> Failure {
    let offers = scene.offers(for: facet)
    let kind = facet == .label ? "label level or status" : facet.rawValue
    let ids = offers.map(\.id)
    let english =
      facet == .region ? scene.catalogue.tables.regions.flatMap { [$0.englishName] + $0.legacyCodes } : []
    let names = facet == .label ? ids : offers.map(\.name)
    return .usage(Unknown.words(kind, typed, among: names, or: english + ids))
  }

  /// Names without case, accents and the choice between blank, hyphen and underscore.
  static func plain(_ text: String) -> String {
    Folding.folded(text).split { $0.isWhitespace || $0 == "-" || $0 == "_" }.joined(separator: " ")
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

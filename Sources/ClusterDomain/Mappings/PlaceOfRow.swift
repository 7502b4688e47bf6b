// The place of a row as a mapping takes it: a contradiction is no place, and codes of other countries are believed.

/// What the statements of a row say of its place.
struct PlaceOfRow: Sendable {
  /// The place; without a region where the statements contradict each other or mean several.
  let place: Place?
  /// The regions that are meant, where it is not one.
  let regions: [String]
  /// Statements that a reader must hear of.
  let doubts: [Doubt]

  /// A statement with what is doubtful about it.
  struct Doubt: Sendable {
    let kind: PlaceKind
    let text: String
    let reason: String
  }

  /// Finds the place; the texts are without blanks around them.
  ///
  /// Doubts are worked out only where `isExplained`.
  init(_ stated: PlaceStatements, places: Places, isExplained: Bool = true) {
    var statements = stated
    // A foreign NUTS code names the country; provinces beside it are not Italy's.
    if statements.texts[.country] ?? "" == "", let code = statements.texts[.nuts],
      case .found(let place, _) = places.nuts(code), let country = place.country, country != "IT"
    {
      statements.texts[.country] = country
    }
    let answer = places.find(statements, isExplained: isExplained)
    let contradicted = answer.remarks.lazy.compactMap(\.contradictedRegions).first
    switch answer.finding {
    case .found(let place, _):
      regions = contradicted ?? []
      self.place = contradicted == nil ? place : Place(country: place.country)
    case .ambiguous(let found):
      regions = found
      let countries = Set(found.map { String($0.prefix(2)) })
      place = countries.count == 1 ? Place(country: countries.first) : nil
    case .unknown:
      regions = []
      place = nil
    }
    doubts = isExplained ? Self.doubts(answer, stated, regions) : []
  }

  private static func doubts(
    _ answer: PlaceAnswer, _ stated: PlaceStatements, _ regions: [String]
  ) -> [Doubt] {
    var doubts: [Doubt] = []
    if case .ambiguous = answer.finding,
      let kind = PlaceKind.allCases.first(where: { stated.texts[$0] ?? "" != "" }),
      let text = stated.texts[kind]
    {
      let words = "can be \(regions.joined(separator: " or ")); no region written"
      doubts.append(Doubt(kind: kind, text: text, reason: words))
    }
    let isKnown = if case .unknown = answer.finding { false } else { true }
    for remark in answer.remarks {
      guard let (kind, text) = remark.doubtful(isKnown: isKnown) else { continue }
      let end = remark.contradictedRegions == nil ? "" : "; no region written"
      doubts.append(Doubt(kind: kind, text: text, reason: remark.description + end))
    }
    return doubts
  }
}

extension PlaceRemark {
  /// The regions that two statements name which have none in common.
  fileprivate var contradictedRegions: [String]? {
    guard case .disagrees(_, _, let says, _, _, let which) = self else { return nil }
    let (one, two) = (Self.regions(which), Self.regions(says))
    return Set(one).isDisjoint(with: two) ? one + two : nil
  }

  /// The first word of each of several places.
  private static func regions(_ text: String) -> [String] {
    text.split(separator: " ").split(separator: "or").compactMap { $0.first.map(String.init) }
  }

  /// The statement that a reader must hear of.
  ///
  /// Municipalities other than capitals are not known, which matters only where nothing else tells the place;
  /// names of places abroad are not sought.
  fileprivate func doubtful(isKnown: Bool) -> (PlaceKind, String)? {
    switch self {
    case .unknown(.municipality, let text, _): isKnown ? nil : (.municipality, text)
    case .unknown(let kind, let text, _): (kind, text)
    case .disagrees(let kind, let text, _, _, _, _): (kind, text)
    case .notItaly(let kind, let text, _):
      switch kind {
      case .municipality, .region, .province: nil
      case .nuts, .istatMunicipality, .istatProvince, .istatRegion, .country: (kind, text)
      }
    }
  }
}

// Where something is, as far as a file says it, and by which statement it was found.

import Sheets

/// A place by its official codes.
public struct Place: Hashable, Sendable {
  /// NUTS 2 code, as the bundled dataset names its regions: `ITC4`.
  public let region: String?
  /// NUTS 3 code: as stated, or that of NUTS 2021 where a province was stated.
  public let nuts3: String?
  /// Initials of the Italian province: `MI`.
  public let province: String?
  /// ISO 3166-1 code of the country: `IT`.
  public let country: String?

  /// A place from its parts.
  public init(region: String? = nil, nuts3: String? = nil, province: String? = nil, country: String? = nil) {
    self.region = region
    self.nuts3 = nuts3
    self.province = province
    self.country = country
  }
}

/// The kinds of statements from which a place is found, the most exact first.
public enum PlaceKind: String, CaseIterable, Hashable, Sendable {
  /// NUTS code of any level.
  case nuts = "NUTS code"
  /// ISTAT code of a municipality.
  case istatMunicipality = "ISTAT municipality code"
  /// ISTAT code of a province.
  case istatProvince = "ISTAT province code"
  /// Initials or name of a province.
  case province
  /// Name of a municipality.
  case municipality
  /// ISTAT code of a region.
  case istatRegion = "ISTAT region code"
  /// Name or ISO 3166-2 code of a region.
  case region
  /// Name or code of a country.
  case country
}

/// What statements say of a place.
public enum PlaceFinding: Hashable, Sendable {
  /// One place; `region` is `nil` where only the country is known.
  case found(Place, by: PlaceKind)
  /// Several regions of NUTS 2 are possible, in order.
  case ambiguous([String])
  /// Nothing that is known.
  case unknown
}

/// What one row says of a place, each kind at most once; empty texts count as not stated.
public struct PlaceStatements: Hashable, Sendable {
  /// The texts by kind, without blanks around them.
  public var texts: [PlaceKind: String]

  /// Statements by kind.
  public init(_ texts: [PlaceKind: String] = [:]) { self.texts = texts }
}

/// A place with what could not be used.
public struct PlaceAnswer: Hashable, Sendable {
  /// The place.
  public let finding: PlaceFinding
  /// Statements that are unknown or say something else, the most exact first.
  public let remarks: [PlaceRemark]

  /// Whether two statements exclude each other.
  public var isContradicted: Bool {
    remarks.contains { if case .disagrees = $0 { true } else { false } }
  }
}

/// A statement that was not used for a place, and why.
public enum PlaceRemark: Hashable, Sendable, CustomStringConvertible {
  /// The text means nothing known; with the nearest known names.
  case unknown(PlaceKind, String, nearest: [String])
  /// The statement says another place than the more exact one.
  case disagrees(PlaceKind, String, says: String, against: PlaceKind, String, which: String)
  /// The statement is about Italy, but the row is about another country.
  case notItaly(PlaceKind, String, country: String)

  /// One line: what, and why.
  public var description: String {
    switch self {
    case .unknown(.province, let text, _) where Folding.folded(text) == "nan":
      "province \(text) is unknown; NA (Napoli) may have become a missing number"
    case .unknown(let kind, let text, let nearest):
      "\(kind.rawValue) \(text) is unknown"
        + (nearest.isEmpty ? "" : "; near to it: \(nearest.joined(separator: ", "))")
    case .disagrees(let kind, let text, let says, let other, let otherText, let which):
      "\(kind.rawValue) \(text) says \(says), but \(other.rawValue) \(otherText) says \(which)"
    case .notItaly(let kind, let text, let country):
      "\(kind.rawValue) \(text) is not read, because the country is \(country)"
    }
  }
}

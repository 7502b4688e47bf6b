// A cluster: the organisation around which members, labels and programmes gather.

/// A cluster organisation, pole, district or national cluster.
public struct Cluster: Entity {
  /// Its key in the dataset.
  public let id: ID<Cluster>
  /// The full name.
  public let name: String
  /// The full name without what stands in brackets after it.
  public let plainName: String
  /// The name people use, such as `LE2C`.
  public let shortName: String?
  /// What it is in its own country's scheme, such as `technology district`; empty when not known.
  public let kind: String
  /// Two letters of ISO 3166-1, such as `IT`.
  public let country: String
  /// Its NUTS 2 region; `nil` for national clusters and abroad.
  public let region: ID<Region>?
  /// Province, city or seat as stated.
  public let place: String?
  /// Sectors as the sources name them.
  public let sectors: [String]
  /// When it was founded.
  public let founded: PartialDate?
  /// Its web address.
  public let website: String?
  /// Where the row comes from.
  public let source: ID<Source>
  /// What a reader should know about the row.
  public let note: String?

  /// Makes a cluster from its parts.
  public init(
    id: ID<Cluster>, name: String, shortName: String? = nil, kind: String = "", country: String = "IT",
    region: ID<Region>? = nil, place: String? = nil, sectors: [String] = [], founded: PartialDate? = nil,
    website: String? = nil, source: ID<Source>, note: String? = nil
  ) {
    self.id = id
    self.name = name
    plainName =
      name.firstIndex(of: "(").map { name[..<$0].trimmedEnd }.flatMap { $0.isEmpty ? nil : String($0) }
      ?? name
    self.shortName = shortName
    self.kind = kind
    self.country = country
    self.region = region
    self.place = place
    self.sectors = sectors
    self.founded = founded
    self.website = website
    self.source = source
    self.note = note
  }

  /// The short name where there is one, otherwise the plain one.
  public var briefName: String { shortName ?? plainName }
}

extension Substring {
  fileprivate var trimmedEnd: Substring {
    var rest = self
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}

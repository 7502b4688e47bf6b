// The tables that the others point to: regions, countries, sources, networks, totals.

/// A NUTS 2 region of the home country.
public struct Region: Entity {
  /// Its NUTS 2 code, such as `ITC4`.
  public let id: ID<Region>
  /// Name in the country's own language.
  public let name: String
  /// Name in English.
  public let englishName: String
  /// Codes of earlier NUTS versions, such as `ITD3` for `ITH3`.
  public let legacyCodes: [String]
  /// Its country, two letters of ISO 3166-1.
  public let country: String
  /// Who states it.
  public let source: ID<Source>

  /// Makes a region from its parts.
  public init(
    id: ID<Region>, name: String, englishName: String, legacyCodes: [String] = [], country: String = "IT",
    source: ID<Source>
  ) {
    self.id = id
    self.name = name
    self.englishName = englishName
    self.legacyCodes = legacyCodes
    self.country = country
    self.source = source
  }
}

/// A country that a cluster is seated in.
public struct Country: Entity {
  /// Two letters of ISO 3166-1.
  public let id: ID<Country>
  /// Name in English.
  public let name: String

  /// Makes a country from its parts.
  public init(id: ID<Country>, name: String) {
    self.id = id
    self.name = name
  }
}

/// A page or document that states something.
public struct Source: Entity {
  /// Its key in the dataset.
  public let id: ID<Source>
  /// Its address.
  public let url: String
  /// Title, where known.
  public let title: String?
  /// Publisher or site.
  public let publisher: String?
  /// When it was published, where known.
  public let published: PartialDate?

  /// Makes a source from its parts.
  public init(
    id: ID<Source>, url: String, title: String? = nil, publisher: String? = nil,
    published: PartialDate? = nil
  ) {
    self.id = id
    self.url = url
    self.title = title
    self.publisher = publisher
    self.published = published
  }
}

/// A network or partnership of clusters.
public struct Network: Entity {
  /// Its key in the dataset.
  public let id: ID<Network>
  /// Its name.
  public let name: String

  /// Makes a network from its parts.
  public init(id: ID<Network>, name: String) {
    self.id = id
    self.name = name
  }
}

/// A statement that a cluster belongs to a network.
public struct NetworkMembership: Sendable {
  /// The network.
  public let network: ID<Network>
  /// The cluster, where it is one of the dataset's.
  public let cluster: ID<Cluster>?
  /// The member as the source names it.
  public let memberName: String
  /// Country or region as the source names it.
  public let area: String?
  /// When or in what role it joined.
  public let note: String?
  /// Who states it.
  public let source: ID<Source>

  /// Makes a network membership from its parts.
  public init(
    network: ID<Network>, cluster: ID<Cluster>? = nil, memberName: String, area: String? = nil,
    note: String? = nil, source: ID<Source>
  ) {
    self.network = network
    self.cluster = cluster
    self.memberName = memberName
    self.area = area
    self.note = note
    self.source = source
  }
}

/// Something national, regional or federation-wide that figures are stated about.
public struct Total: Entity {
  /// Its key in the dataset.
  public let id: ID<Total>
  /// Its name, such as `Italian Industrial Cluster Federation`.
  public let name: String
  /// The sectors that it spans, where stated.
  public let sectors: [String]
  /// What a reader should know.
  public let note: String?

  /// Makes a total from its parts.
  public init(id: ID<Total>, name: String, sectors: [String] = [], note: String? = nil) {
    self.id = id
    self.name = name
    self.sectors = sectors
    self.note = note
  }
}

/// What a second source says of a field that is no figure; both statements stand.
public struct Statement: Sendable {
  /// The table of the row spoken of.
  public let table: String
  /// The row spoken of, as its `statementKey` names it.
  public let key: String
  /// The column spoken of.
  public let column: String
  /// What the source says.
  public let value: String
  /// Who says it.
  public let source: ID<Source>
  /// What a reader should know.
  public let note: String?

  /// Makes a statement from its parts.
  public init(
    table: String, key: String, column: String, value: String, source: ID<Source>, note: String? = nil
  ) {
    self.table = table
    self.key = key
    self.column = column
    self.value = value
    self.source = source
    self.note = note
  }
}

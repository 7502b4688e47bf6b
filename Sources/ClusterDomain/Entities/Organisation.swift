// Organisations, and in which clusters they are members.

/// A company, university or other body that is a member of clusters.
public struct Organisation: Entity {
  /// What kind of body it is; the words are those of the member table.
  public enum Kind: String, Sendable, CaseIterable {
    /// A company of unstated size.
    case company
    /// A company stated to be small or medium-sized.
    case sme
    /// A research body that is not a university.
    case research
    /// A university.
    case university
    /// A public body.
    case `public`
    /// An association or chamber.
    case association
    /// A bank.
    case bank
    /// Anything else.
    case other
  }

  /// Its key in the dataset.
  public let id: ID<Organisation>
  /// The name as its first source spells it.
  public let name: String
  /// What kind of body it is.
  public let kind: Kind
  /// City as stated.
  public let city: String?
  /// NUTS 2 region, where stated.
  public let region: ID<Region>?
  /// What it does, where stated.
  public let activity: String?
  /// Its number in the registers of value added tax, where stated.
  public let vatNumber: String?
  /// Its tax code, where stated.
  public let taxCode: String?
  /// How many people it employs, where stated.
  public let employees: Int?
  /// Its yearly turnover in euros, where stated.
  public let turnover: Double?
  /// Its website, where stated.
  public let website: String?

  /// Makes an organisation from its parts; turnover is in euros.
  public init(
    id: ID<Organisation>, name: String, kind: Kind, city: String? = nil, region: ID<Region>? = nil,
    activity: String? = nil, vatNumber: String? = nil, taxCode: String? = nil, employees: Int? = nil,
    turnover: Double? = nil, website: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.city = city
    self.region = region
    self.activity = activity
    self.vatNumber = vatNumber
    self.taxCode = taxCode
    self.employees = employees
    self.turnover = turnover
    self.website = website
  }
}

/// A statement that an organisation belongs to a cluster.
public struct Membership: Sendable {
  /// How firmly the source says so.
  public enum Basis: String, Sendable, CaseIterable {
    /// Named as member, shareholder, founder or board member.
    case stated
    /// Only inferred from a fair stand, a study, a council, a territory.
    case implied
  }

  /// The cluster.
  public let cluster: ID<Cluster>
  /// The member.
  public let organisation: ID<Organisation>
  /// How firmly the source says so.
  public let basis: Basis
  /// What kind of body this source calls it, where that is not the organisation's own.
  public let kind: Organisation.Kind?
  /// The city that this source gives, where that is not the organisation's own.
  public let city: String?
  /// The NUTS 2 region that this source gives, where that is not the organisation's own.
  public let region: ID<Region>?
  /// The activity that this source gives, where that is not the organisation's own.
  public let activity: String?
  /// In what role it was named, and when.
  public let note: String?
  /// Who states it.
  public let source: ID<Source>

  /// Makes a membership from its parts.
  public init(
    cluster: ID<Cluster>, organisation: ID<Organisation>, basis: Basis = .stated,
    kind: Organisation.Kind? = nil, city: String? = nil, region: ID<Region>? = nil,
    activity: String? = nil, note: String? = nil, source: ID<Source>
  ) {
    self.cluster = cluster
    self.organisation = organisation
    self.basis = basis
    self.kind = kind
    self.city = city
    self.region = region
    self.activity = activity
    self.note = note
    self.source = source
  }
}

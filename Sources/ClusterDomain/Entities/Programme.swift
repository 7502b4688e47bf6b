// Funding: programmes, their calls with every deadline and condition, projects and who takes part.

/// A funding programme.
public struct Programme: Entity {
  /// Its key in the dataset.
  public let id: ID<Programme>
  /// Its name.
  public let name: String
  /// `EU`, `national` or `regional`.
  public let scope: String
  /// The region that a regional programme belongs to.
  public let region: ID<Region>?
  /// Whether an EU programme is for a part of the Union only, as those across borders are.
  public let isForPart: Bool
  /// Who manages it.
  public let managingBody: String?
  /// First year.
  public let start: Int?
  /// Last year.
  public let end: Int?
  /// What it funds.
  public let theme: String?
  /// Who can apply, in words.
  public let applicants: String?
  /// Who states it.
  public let source: ID<Source>
  /// What a reader should know.
  public let note: String?

  /// Makes a programme from its parts.
  public init(
    id: ID<Programme>, name: String, scope: String, region: ID<Region>? = nil, isForPart: Bool = false,
    managingBody: String? = nil,
    start: Int? = nil,
    end: Int? = nil, theme: String? = nil, applicants: String? = nil, source: ID<Source>,
    note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.scope = scope
    self.region = region
    self.isForPart = isForPart
    self.managingBody = managingBody
    self.start = start
    self.end = end
    self.theme = theme
    self.applicants = applicants
    self.source = source
    self.note = note
  }
}

/// A call for proposals of a programme.
public struct Call: Entity {
  /// Its key in the dataset.
  public let id: ID<Call>
  /// The programme that it belongs to.
  public let programme: ID<Programme>
  /// Its name.
  public let name: String
  /// When it opens or opened.
  public let opens: PartialDate?
  /// When it closes for good; the deadlines may say more.
  public let closes: PartialDate?
  /// Every deadline stated, earliest first.
  public let deadlines: [Deadline]
  /// The dates that a user says have given way to others: they are told, but hold no more.
  public let replaced: Set<PartialDate>
  /// Who states it.
  public let source: ID<Source>
  /// What a reader should know.
  public let note: String?

  /// Makes a call from its parts.
  public init(
    id: ID<Call>, programme: ID<Programme>, name: String, opens: PartialDate? = nil,
    closes: PartialDate? = nil, deadlines: [Deadline] = [], replaced: Set<PartialDate> = [],
    source: ID<Source>, note: String? = nil
  ) {
    self.id = id
    self.programme = programme
    self.name = name
    self.opens = opens
    self.closes = closes
    self.deadlines = deadlines
    self.replaced = replaced
    self.source = source
    self.note = note
  }
}

/// One deadline of a call.
public struct Deadline: Sendable, Hashable {
  /// The day.
  public let date: PartialDate
  /// `single`, `cut-off`, `stage 1`, `stage 2`.
  public let kind: String
  /// Time of day as stated, such as `17:00`.
  public let time: String?
  /// Time zone as stated, such as `Brussels`.
  public let zone: String?
  /// What the source says of it: `Open`, `closed`, `extended`, `first date, extended`, `cancelled`.
  public let statedStatus: String?
  /// Who states it.
  public let source: ID<Source>
  /// The entry of a user that it comes from; nil for those of a dataset.
  public let own: Own?

  /// What a user has entered of a deadline.
  public struct Own: Sendable, Hashable {
    /// The number of the entry.
    public let number: Int64
    /// The date in whose place it comes.
    public let replaces: PartialDate?
    /// What a reader should know.
    public let note: String?
  }

  /// Makes a deadline from its parts.
  public init(
    date: PartialDate, kind: String, time: String? = nil, zone: String? = nil,
    statedStatus: String? = nil, source: ID<Source>, own: Own? = nil
  ) {
    self.date = date
    self.kind = kind
    self.time = time
    self.zone = zone
    self.statedStatus = statedStatus
    self.source = source
    self.own = own
  }
}

/// A condition of a programme or of one of its calls.
public struct Condition: Sendable, Hashable {
  /// The programme.
  public let programme: ID<Programme>
  /// The call, where it is one of the dataset's.
  public let call: ID<Call>?
  /// The call or strand as the source names it.
  public let callName: String?
  /// What is asked, such as `consortium`.
  public let condition: String
  /// The value asked, in words.
  public let value: String
  /// The same as a test of a cluster, where it can be one.
  public let test: FitTest?
  /// Who states it.
  public let source: ID<Source>
  /// What a reader should know.
  public let note: String?

  /// Makes a condition from its parts.
  public init(
    programme: ID<Programme>, call: ID<Call>? = nil, callName: String? = nil, condition: String,
    value: String, test: FitTest? = nil, source: ID<Source>, note: String? = nil
  ) {
    self.programme = programme
    self.call = call
    self.callName = callName
    self.condition = condition
    self.value = value
    self.test = test
    self.source = source
    self.note = note
  }
}

/// A funded project in which clusters take part.
public struct Project: Entity {
  /// Its key in the dataset.
  public let id: ID<Project>
  /// Its name.
  public let name: String
  /// The programme that funds it, where stated.
  public let programme: ID<Programme>?

  /// Makes a project from its parts.
  public init(id: ID<Project>, name: String, programme: ID<Programme>? = nil) {
    self.id = id
    self.name = name
    self.programme = programme
  }
}

/// A statement that a cluster takes part in a project or programme.
public struct Participation: Sendable {
  /// The cluster.
  public let cluster: ID<Cluster>
  /// The project, where one is named.
  public let project: ID<Project>?
  /// The programme, where one is named.
  public let programme: ID<Programme>?
  /// The year stated.
  public let year: PartialDate?
  /// Money in EUR as stated; the note says whose share it is.
  public let amount: Double?
  /// Whether the money is stated to be this cluster's own share, not the whole project's.
  public let isShare: Bool
  /// Who states it.
  public let source: ID<Source>
  /// What a reader should know.
  public let note: String?

  /// Makes a participation from its parts.
  public init(
    cluster: ID<Cluster>, project: ID<Project>? = nil, programme: ID<Programme>? = nil,
    year: PartialDate? = nil, amount: Double? = nil, isShare: Bool = false, source: ID<Source>,
    note: String? = nil
  ) {
    self.cluster = cluster
    self.project = project
    self.programme = programme
    self.year = year
    self.amount = amount
    self.isShare = isShare
    self.source = source
    self.note = note
  }
}

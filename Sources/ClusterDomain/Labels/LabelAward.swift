// An award: what several sources say of one label of one cluster, put together.

/// When a label's validity ends, and how that is known.
public struct AwardEnd: Sendable, Hashable {
  /// How the end is known.
  public enum Basis: Sendable, Hashable {
    /// The source states it.
    case stated(ID<Source>)
    /// The source states the years of validity; they count from the award's date.
    case statedYears(ID<Source>)
    /// No source states it; a rule of the scheme gives the years.
    case derived(ID<LabelRule>)
  }

  /// The end, as precise as what it was taken from, but no more than a month where the rule counts months;
  /// valid through the last day that it can mean.
  public let date: PartialDate
  /// How it is known.
  public let basis: Basis

  /// Makes an end from its parts.
  public init(date: PartialDate, basis: Basis) {
    self.date = date
    self.basis = basis
  }

  /// Whether only a rule gives it.
  public var isDerived: Bool {
    if case .derived = basis { true } else { false }
  }
}

/// One label of one cluster: given once, told of by one or more sources.
public struct LabelAward: Entity {
  /// Its key in the dataset.
  public let id: ID<LabelAward>
  /// Who holds or seeks it.
  public let cluster: ID<Cluster>
  /// The level.
  public let level: LabelLevel
  /// The comparative portfolio under which the cluster is listed.
  public let portfolio: String?
  /// What it is: given (`awarded`, `renewed`, `upgraded`, `held`), or only sought (the other kinds).
  public let kind: LabelEvent.Kind
  /// When it was given, or applied for, as precisely as stated.
  public let date: PartialDate?
  /// The first day on which it can be valid: that of `date`, otherwise the end less the years of validity,
  /// from the first of the month where the rule counts months.
  public let start: CalendarDate?
  /// The end of validity, where anything gives it.
  public let end: AwardEnd?
  /// The end that the rules alone give from `date`, also where a source states another.
  public let endByRule: AwardEnd?
  /// Everything said of it, in the order of the dataset.
  public let events: [LabelEvent]
  /// Whether every source speaks only of a group of clusters.
  public let isCollective: Bool
  /// The events whose level, date or end is another than the award's.
  public let disagreements: [LabelEvent]

  /// Makes an award from its parts.
  public init(
    id: ID<LabelAward>, cluster: ID<Cluster>, level: LabelLevel, portfolio: String? = nil,
    kind: LabelEvent.Kind, date: PartialDate? = nil, start: CalendarDate? = nil, end: AwardEnd? = nil,
    endByRule: AwardEnd? = nil, events: [LabelEvent], isCollective: Bool = false,
    disagreements: [LabelEvent] = []
  ) {
    self.id = id
    self.cluster = cluster
    self.level = level
    self.portfolio = portfolio
    self.kind = kind
    self.date = date
    self.start = start
    self.end = end
    self.endByRule = endByRule
    self.events = events
    self.isCollective = isCollective
    self.disagreements = disagreements
  }

  /// Whether the label was given, and not only sought or refused.
  public var isGranted: Bool { kind.isGrant }

  /// Whether two awards can be of the same portfolio: they name the same, or either names none.
  public func canConcern(_ other: LabelAward) -> Bool {
    portfolio == nil || other.portfolio == nil || portfolio == other.portfolio
  }
}

extension LabelEvent.Kind {
  /// Whether it tells that the label was given.
  var isGrant: Bool {
    switch self {
    case .awarded, .renewed, .upgraded, .held: true
    case .applied, .assessed, .denied, .withdrawn, .corrected: false
    }
  }

  /// Whether it tells that something was decided.
  var isDecision: Bool {
    switch self {
    case .awarded, .renewed, .upgraded, .denied, .withdrawn: true
    case .held, .applied, .assessed, .corrected: false
    }
  }

  /// Whether it tells that the label is sought and nothing is decided.
  var isPending: Bool { self == .applied || self == .assessed }

  /// Whether the award takes the place of an earlier one of its level or a lower one.
  var supersedes: Bool { self == .renewed || self == .upgraded }
}

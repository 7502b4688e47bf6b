// Quality labels: what happened (events), kept as stated; status is derived from them, never stored.

/// The levels of the European cluster management excellence labels, lowest first.
public enum LabelLevel: String, Sendable, CaseIterable, Comparable {
  /// "Striving for cluster excellence".
  case bronze
  /// "Dedicated to cluster excellence".
  case silver
  /// "Proven for cluster excellence".
  case gold

  /// Orders bronze below silver below gold.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int {
    switch self {
    case .bronze: 1
    case .silver: 2
    case .gold: 3
    }
  }
}

/// One statement about a label: an announcement, a list entry, an application.
public struct LabelEvent: Entity {
  /// What the source says happened.
  public enum Kind: String, Sendable, CaseIterable {
    /// First award of this level.
    case awarded
    /// Award of the same level again.
    case renewed
    /// Award of a higher level than before.
    case upgraded
    /// Seen as holder; the date of the award is not stated.
    case held
    /// Applied for.
    case applied
    /// Assessed, decision pending.
    case assessed
    /// Applied for and refused.
    case denied
    /// Given back or taken away.
    case withdrawn
    /// What it says of level, date or end takes the place of what others say of the same award.
    case corrected
  }

  /// Its key in the dataset.
  public let id: ID<LabelEvent>
  /// The award that it speaks of; events of one award are one award with several sources.
  public let award: ID<LabelAward>
  /// Who holds or seeks the label.
  public let cluster: ID<Cluster>
  /// What happened.
  public let kind: Kind
  /// The level spoken of.
  public let level: LabelLevel
  /// The comparative portfolio under which the cluster is listed.
  public let portfolio: String?
  /// When it happened, with the precision stated.
  public let date: PartialDate?
  /// The end of validity, where a source states it.
  public let validUntil: PartialDate?
  /// Years of validity, where a source states them instead of an end.
  public let statedYears: Int?
  /// Score in percent, where stated.
  public let score: Double?
  /// True where the source speaks of a group of clusters, not of this one by name.
  public let isCollective: Bool
  /// When it was written down, where known; not when it happened.
  public let recorded: PartialDate?
  /// Who states it.
  public let source: ID<Source>
  /// What a reader should know.
  public let note: String?

  /// Makes an event from its parts.
  public init(
    id: ID<LabelEvent>, award: ID<LabelAward>, cluster: ID<Cluster>, kind: Kind, level: LabelLevel,
    portfolio: String? = nil, date: PartialDate? = nil, validUntil: PartialDate? = nil,
    statedYears: Int? = nil, score: Double? = nil, isCollective: Bool = false, recorded: PartialDate? = nil,
    source: ID<Source>, note: String? = nil
  ) {
    self.id = id
    self.award = award
    self.cluster = cluster
    self.kind = kind
    self.level = level
    self.portfolio = portfolio
    self.date = date
    self.validUntil = validUntil
    self.statedYears = statedYears
    self.score = score
    self.isCollective = isCollective
    self.recorded = recorded
    self.source = source
    self.note = note
  }
}

/// A rule of the label scheme, as its source states it.
public struct LabelRule: Entity {
  /// What a rule is used for: statuses, dates and warnings; other rules are shown only.
  public enum Use: String, Sendable, CaseIterable {
    /// Years of validity of a first award, from the month of the assessment to the end of that month.
    case firstValidity = "first validity"
    /// Years by which a renewal extends the former end.
    case renewalValidity = "renewal validity"
    /// Years after the end in which the label can still be renewed.
    case grace
    /// Years that lie at least between a first benchmarking and a label of this level.
    case upgradeInterval = "upgrade interval"
    /// The least score in percent with which a label is given.
    case leastScore = "least score"
    /// What a cluster must meet to be given any label; told, not reckoned with.
    case eligibility
  }

  /// Its key in the dataset.
  public let id: ID<LabelRule>
  /// The levels that it holds for; empty means all.
  public let levels: [LabelLevel]
  /// The rule in words.
  public let rule: String
  /// Its value as stated; `nil` where the rule has none.
  public let value: String?
  /// The unit of `value`.
  public let unit: String?
  /// What it is used for.
  public let use: Use?
  /// First day on which it holds, where known.
  public let validFrom: PartialDate?
  /// Last day on which it holds, where known.
  public let validTo: PartialDate?
  /// Who states it.
  public let source: ID<Source>
  /// What a reader should know.
  public let note: String?

  /// Makes a rule from its parts.
  public init(
    id: ID<LabelRule>, levels: [LabelLevel], rule: String, value: String? = nil, unit: String? = nil,
    use: Use? = nil, validFrom: PartialDate? = nil, validTo: PartialDate? = nil, source: ID<Source>,
    note: String? = nil
  ) {
    self.id = id
    self.levels = levels
    self.rule = rule
    self.value = value
    self.unit = unit
    self.use = use
    self.validFrom = validFrom
    self.validTo = validTo
    self.source = source
    self.note = note
  }
}

extension LabelRule {
  /// How many years a label can last or be renewed; other numbers are taken for mistakes.
  static let yearsRange = 1...99

  /// The value as years, where it is a whole number of them.
  var years: Int? {
    guard unit.map({ $0 == "years" || $0 == "year" }) ?? true, let years = value.flatMap({ Int($0) }),
      Self.yearsRange.contains(years)
    else { return nil }
    return years
  }

  /// The number with which the value begins: 1.5 of `1.5-2`.
  var least: Double? {
    guard let number = value?.prefix(while: { $0.isASCII && ($0.isNumber || $0 == ".") }) else { return nil }
    return Double(number)
  }

  /// Whether its value is what its use reckons with; a rule that is only shown may have any.
  var isUsable: Bool {
    switch use {
    case .firstValidity, .renewalValidity, .grace: years != nil
    case .upgradeInterval: least.map { $0 <= Double(Self.yearsRange.upperBound) } ?? false
    case .leastScore: least.map { $0 <= 100 } ?? false
    case .eligibility, nil: true
    }
  }
}

/// How many clusters held a level at a date, as a source counts them.
public struct LabelCount: Sendable {
  /// The date counted for.
  public let asOf: PartialDate?
  /// The level in the source's words: a level, `all`, or several.
  public let level: String
  /// The country or region in the source's words; empty means all.
  public let area: String
  /// The count.
  public let count: Int
  /// Who counts.
  public let source: ID<Source>
  /// Whether it counts awards ever made or valid ones, and other remarks.
  public let note: String?

  /// Makes a count from its parts.
  public init(
    asOf: PartialDate?, level: String, area: String, count: Int, source: ID<Source>, note: String? = nil
  ) {
    self.asOf = asOf
    self.level = level
    self.area = area
    self.count = count
    self.source = source
    self.note = note
  }
}

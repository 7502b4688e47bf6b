// How a label stands on one day.

/// The standing of a cluster, or of one award, on one day; derived, never stored.
public struct LabelStanding: Sendable, Hashable {
  /// The standing in one word.
  public enum Status: String, CaseIterable, Sendable {
    /// No label was given by then.
    case none
    /// Applied for or assessed, not decided, and no label is valid or in grace.
    case assessment = "in assessment"
    /// Valid for longer than the days of warning.
    case valid
    /// Valid, and the end is no more than the days of warning away.
    case expiring
    /// Past its end, but can still be renewed.
    case grace
    /// Past its grace, or withdrawn.
    case lapsed
    /// Given, but nothing says until when.
    case unknown
  }

  /// The standing in one word.
  public let status: Status
  /// The level spoken of.
  public let level: LabelLevel?
  /// The award spoken of.
  public let award: ID<LabelAward>?
  /// The end of its validity, or the date of its withdrawal.
  public let end: PartialDate?
  /// Whether only a rule gives the end.
  public let isDerived: Bool
  /// Days to the last day that `end` can mean: 0 on that day, negative after.
  public let daysLeft: Int?
  /// Until when it can be renewed; the last day that it can mean is included.
  public let graceEnd: PartialDate?
  /// Whether a decision is pending, beside whatever `status` says.
  public let inAssessment: Bool

  /// Makes a standing from its parts.
  public init(
    status: Status, level: LabelLevel? = nil, award: ID<LabelAward>? = nil, end: PartialDate? = nil,
    isDerived: Bool = false, daysLeft: Int? = nil, graceEnd: PartialDate? = nil, inAssessment: Bool = false
  ) {
    self.status = status
    self.level = level
    self.award = award
    self.end = end
    self.isDerived = isDerived
    self.daysLeft = daysLeft
    self.graceEnd = graceEnd
    self.inAssessment = inAssessment
  }

  /// Whether the label is valid that day.
  public var isAlive: Bool { status == .valid || status == .expiring }

  /// The same with another remark on a pending decision.
  func with(inAssessment: Bool) -> LabelStanding {
    LabelStanding(
      status: status, level: level, award: award, end: end, isDerived: isDerived, daysLeft: daysLeft,
      graceEnd: graceEnd, inAssessment: inAssessment)
  }
}

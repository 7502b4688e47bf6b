// How a call for proposals stands on one day; derived from its dates, never stored.

/// The standing of a call on one day.
public struct CallStanding: Sendable, Hashable {
  /// The standing in one word.
  public enum Status: String, CaseIterable, Sendable {
    /// It opens later.
    case forthcoming
    /// Its first deadline is ahead.
    case open
    /// A deadline at which one can apply is no more than the given days away.
    case closing
    /// A deadline has passed, and another at which one can apply is ahead, farther away than that.
    case betweenCutOffs = "between cut-offs"
    /// Deadlines are ahead, but only for who passed the first stage.
    case secondStageOnly = "second stage only"
    /// No deadline is ahead.
    case closed
    /// No date tells.
    case unknown

    /// Whether one who is new can apply that day: `open`, `closing` or `betweenCutOffs`.
    ///
    /// A call that is `forthcoming` is not open yet, and one of which only the second stage is ahead no more.
    public var isOpen: Bool {
      switch self {
      case .open, .closing, .betweenCutOffs: true
      case .forthcoming, .secondStageOnly, .closed, .unknown: false
      }
    }
  }

  /// The standing in one word.
  public let status: Status
  /// The deadline of `nextDate`, where it is one of the call's listed deadlines.
  public let next: Deadline?
  /// The next date at which one who is new can apply, which is the one that `status` speaks of; of a call
  /// of which only the second stage is ahead, the next of that.
  public let nextDate: PartialDate?
  /// The last date on which something closed, where one has passed.
  public let lastDate: PartialDate?
  /// When the call opens or opened.
  public let opens: PartialDate?
  /// Days to the last day that `nextDate` can mean; 0 on that day.
  public let daysLeft: Int?
  /// How many deadlines of any stage are ahead, today's among them.
  public let remaining: Int
  /// How many of those ahead are such that one who is new can apply.
  public let remainingEntries: Int
  /// How many deadlines have passed.
  public let passed: Int

  /// Makes a standing from its parts.
  public init(
    status: Status, next: Deadline? = nil, nextDate: PartialDate? = nil,
    lastDate: PartialDate? = nil, opens: PartialDate? = nil,
    daysLeft: Int? = nil, remaining: Int = 0, remainingEntries: Int = 0, passed: Int = 0
  ) {
    self.status = status
    self.next = next
    self.nextDate = nextDate
    self.lastDate = lastDate
    self.opens = opens
    self.daysLeft = daysLeft
    self.remaining = remaining
    self.remainingEntries = remainingEntries
    self.passed = passed
  }
}

extension Call {
  /// How the call stands on a day; a deadline counts as ahead through the last day that it can mean.
  ///
  /// Dates decide, not the words of a source: a deadline said to be cancelled does not count, and one
  /// that was extended or moved does not where the later one is listed. The day on which the call closes for good
  /// counts as a deadline where no listed one is that late. Deadlines of a second stage, and the closing day of a
  /// call with a first stage, do not make a call open: only who passed the first can meet them. A call with an opening in the past and no deadline is
  /// `unknown`, as nothing tells whether it still stands.
  public func standing(on day: CalendarDate, closingWithin days: Int = 30) -> CallStanding {
    let points = closingDates
    let ahead = points.filter { $0.date.last >= day }
    let entries = ahead.filter { !$0.isSecondStage }
    let passed = points.count - ahead.count
    let next = entries.first ?? ahead.first
    return CallStanding(
      status: status(on: day, entry: entries.first?.date, ahead: ahead.count, passed: passed, within: days),
      next: next?.deadline, nextDate: next?.date, lastDate: points.last { $0.date.last < day }?.date,
      opens: opens,
      daysLeft: next.map { day.days(until: $0.date.last) },
      remaining: ahead.count, remainingEntries: entries.count, passed: passed)
  }

  private func status(
    on day: CalendarDate, entry: PartialDate?, ahead: Int, passed: Int, within days: Int
  ) -> CallStanding.Status {
    if let opens, opens.first > day { return .forthcoming }
    guard ahead + passed > 0 else { return deadlines.isEmpty ? .unknown : .closed }
    guard ahead > 0 else { return .closed }
    guard let entry else { return .secondStageOnly }
    if opens == nil, passed == 0, day.days(until: entry.first) > Self.presumedOpenDays { return .unknown }
    if day.days(until: entry.last) <= days { return .closing }
    return passed > 0 ? .betweenCutOffs : .open
  }

  /// A call whose opening nobody states counts as open in the year before its first deadline; earlier it may
  /// not have been published.
  private static let presumedOpenDays = 365

  /// A date on which something closes.
  public struct ClosingDate: Sendable, Hashable {
    /// The date.
    public let date: PartialDate
    /// The deadline, where it is one of those listed.
    public let deadline: Deadline?
    /// Whether only who passed the first stage can meet it.
    public let isSecondStage: Bool
  }

  /// The dates on which something closes, earliest first, without those that no longer hold.
  public var closingDates: [ClosingDate] {
    let holding = deadlines.filter { !isReplaced($0) }
    let hasFirstStage = holding.contains { $0.kind == "stage 1" }
    var points = holding.map { deadline in
      ClosingDate(
        date: deadline.date, deadline: deadline, isSecondStage: hasFirstStage && deadline.kind == "stage 2")
    }
    let isCancelled = !deadlines.isEmpty && holding.isEmpty
    if let closes, !isCancelled, !replaced.contains(closes),
      points.allSatisfy({ $0.date.last < closes.first })
    {
      points.append(ClosingDate(date: closes, deadline: nil, isSecondStage: hasFirstStage))
    }
    let sorted = points.sorted { ($0.date.last, $0.date.first) < ($1.date.last, $1.date.first) }
    return sorted.reduce(into: []) { points, point in
      // A day that is stated twice is one deadline; the statement that knows the moment tells more.
      guard let former = points.last, former.date == point.date, former.isSecondStage == point.isSecondStage
      else {
        return points.append(point)
      }
      if former.deadline?.moment == nil, point.deadline?.moment != nil { points[points.count - 1] = point }
    }
  }

  /// Whether a deadline no longer holds, by its own words or those of a later one.
  private func isReplaced(_ deadline: Deadline) -> Bool {
    if replaced.contains(deadline.date) { return true }
    let words = (deadline.statedStatus ?? "").lowercased()
    if words.contains("cancelled") { return true }
    let later = deadlines.filter { $0.kind == deadline.kind && $0.date > deadline.date }
    if words.hasPrefix("first date") || words == "moved" { return !later.isEmpty }
    return later.contains { ($0.statedStatus ?? "").lowercased() == "moved from \(deadline.date)" }
  }
}

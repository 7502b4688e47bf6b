// Questions about one award: until when it can be renewed, what its level asked for, when it is taken away.

extension LabelLog {
  /// Until when an award can be renewed, and the rule that says so.
  public func grace(of award: LabelAward) -> AwardEnd? {
    award.end.flatMap { rules.grace(after: $0.date, level: award.level) }
  }

  /// The end to which a renewal within the grace would run on, and the rule that says so.
  public func renewal(of award: LabelAward) -> AwardEnd? {
    guard let end = award.end?.date,
      let rule = rules.years(.renewalValidity, level: award.level, on: end.first)
    else { return nil }
    return AwardEnd(date: end.adding(years: rule.years), basis: .derived(rule.id))
  }

  /// What a cluster had to meet to be given a level on a day: eligibility, what must come before, the least score.
  public func requirements(for level: LabelLevel, on day: CalendarDate) -> [LabelRule] {
    [.eligibility, .upgradeInterval, .leastScore].flatMap { rules.rules($0, level: level, on: day) }
  }

  /// The statement by which an award is to be taken away on a day ahead, as far as it was written down by then: the
  /// label ends on that day, and cannot be renewed.
  public func plannedWithdrawal(of award: LabelAward, on day: CalendarDate) -> LabelEvent? {
    award.events.first { event in
      guard event.kind == .withdrawn, let date = event.date, let recorded = event.recorded else {
        return false
      }
      return date.first > day && recorded.first <= day
    }
  }
}

// Sequences of labels that the rules of the scheme do not know: told as warnings, never corrected.

/// Something about an award that does not go with the rules or with the cluster's other awards.
public enum LabelWarning: Sendable, Hashable {
  /// It was renewed after the last day on which the former award could be.
  case renewedLate(PartialDate, last: PartialDate, rule: ID<LabelRule>)
  /// It is told to be a renewal or an upgrade, and no earlier award is known.
  case nothingBefore(LabelEvent.Kind)
  /// It came sooner after the first benchmarking than the rule asks for.
  case tooSoon(PartialDate, first: PartialDate, rule: ID<LabelRule>)
  /// Its level asks for an earlier benchmarking, and none is known.
  case noBenchmarkingBefore(rule: ID<LabelRule>)
  /// Its score is below the least one.
  case lowScore(Double, least: Double, rule: ID<LabelRule>)
  /// Another award of the level that it does not renew was valid when it was given.
  case overlap(ID<LabelAward>, end: PartialDate)
  /// A source states another end than the rule gives.
  case otherEnd(PartialDate, byRule: PartialDate, rule: ID<LabelRule>)
  /// It was taken away before it was given.
  case withdrawnBefore(PartialDate, given: PartialDate)
}

extension LabelLog {
  /// What about an award does not go with the rules or the cluster's other awards.
  ///
  /// Dates are given the benefit of the doubt: a month or year warns only where none of its days would do.
  public func warnings(of award: LabelAward) -> [LabelWarning] {
    guard award.isGranted else { return [] }
    let others = awards(of: award.cluster).filter { other in
      other.id != award.id && other.isGranted && other.canConcern(award)
    }
    return [
      lateness(of: award, after: others), gap(of: award, among: others), haste(of: award, after: others),
      overlap(of: award, with: others), end(of: award), score(of: award), withdrawal(of: award),
    ].compactMap(\.self)
  }

  private func lateness(of award: LabelAward, after others: [LabelAward]) -> LabelWarning? {
    guard award.kind == .renewed, let date = award.date else { return nil }
    let former = others.filter { other in
      other.level == award.level && other.start.map { $0 < date.first } ?? false
    }.max { ($0.start ?? .distant) < ($1.start ?? .distant) }
    guard let former, let grace = grace(of: former), case .derived(let rule) = grace.basis,
      date.first > grace.date.last
    else { return nil }
    return .renewedLate(date, last: grace.date, rule: rule)
  }

  private func gap(of award: LabelAward, among others: [LabelAward]) -> LabelWarning? {
    let isMissing =
      switch award.kind {
      case .renewed: !others.contains { $0.level == award.level && canPrecede($0, award) }
      case .upgraded: !others.contains { $0.level < award.level && canPrecede($0, award) }
      default: false
      }
    return isMissing ? .nothingBefore(award.kind) : nil
  }

  /// A first label of a level that asks for an earlier benchmarking; a renewal of it had that one before.
  private func haste(of award: LabelAward, after others: [LabelAward]) -> LabelWarning? {
    guard award.kind == .awarded || award.kind == .upgraded, let date = award.date,
      let rule = rules.rule(.upgradeInterval, level: award.level, on: date.first), let years = rule.least
    else { return nil }
    let before = others.filter { canPrecede($0, award) }
    guard !before.isEmpty else {
      // That nothing is known before an upgrade is told already.
      return award.kind == .upgraded ? nil : .noBenchmarkingBefore(rule: rule.id)
    }
    guard !before.contains(where: { $0.date == nil }), let first = before.compactMap(\.date).min() else {
      return nil
    }
    let months = Int((years * 12).rounded())
    return date.last < first.first.adding(months: months) ? .tooSoon(date, first: first, rule: rule.id) : nil
  }

  private func canPrecede(_ other: LabelAward, _ award: LabelAward) -> Bool {
    guard let date = award.date, let start = other.start else { return true }
    return start < date.last
  }

  private func overlap(of award: LabelAward, with others: [LabelAward]) -> LabelWarning? {
    guard award.kind == .awarded, let date = award.date else { return nil }
    let earlier = others.first { other in
      guard other.level == award.level, let start = other.start, let end = other.end?.date,
        withdrawal(of: other, by: date.last) == nil
      else { return false }
      return start < date.first && date.last < end.first
    }
    guard let earlier, let end = earlier.end?.date else { return nil }
    return .overlap(earlier.id, end: end)
  }

  private func end(of award: LabelAward) -> LabelWarning? {
    guard let end = award.end, !end.isDerived, let ruled = award.endByRule,
      case .derived(let rule) = ruled.basis, !end.date.overlaps(ruled.date)
    else { return nil }
    return .otherEnd(end.date, byRule: ruled.date, rule: rule)
  }

  private func score(of award: LabelAward) -> LabelWarning? {
    guard let score = award.events.compactMap(\.score).min(),
      let rule = rules.rule(.leastScore, level: award.level, on: award.date?.first ?? .distant),
      let least = rule.least, score < least
    else { return nil }
    return .lowScore(score, least: least, rule: rule.id)
  }

  private func withdrawal(of award: LabelAward) -> LabelWarning? {
    guard let given = award.date,
      let taken = award.events.first(where: { $0.kind == .withdrawn })?.date, taken.last < given.first
    else { return nil }
    return .withdrawnBefore(taken, given: given)
  }
}

extension CalendarDate {
  /// Later than any date that a label has.
  fileprivate static let distant = CalendarDate(dayNumber: .max)
}

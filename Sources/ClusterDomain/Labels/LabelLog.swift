// The label log: events become awards, and awards have a standing on any day.

/// All awards of a dataset, with their ends, and the rules by which they stand.
///
/// **Ends.** An end that a source states is taken as it is; otherwise years that a source states count from the
/// award's date; otherwise a rule of the scheme gives the years. A first award, also of a higher level, runs from
/// its date; a renewal within the grace of the former award runs on from the former end without a gap, any other
/// renewal from its own date. Ends keep the precision of what they were taken from: `2013-03` and two years are
/// `2015-03`, valid through 31 March 2015. But the rule of a first validity counts from the month of the assessment,
/// so that `2018-04-09` and two years by this rule are `2020-04`, valid through 30 April 2020; an end or years that a
/// source states stay as precise as they are.
///
/// **A day's standing of a cluster.** What was dated later is not known yet and is left out. A renewal or upgrade
/// takes the place of earlier awards of its level or a lower one, in the same portfolio where both name one. Of what
/// remains the first of these counts, as a label officer would look: a label that is valid, the highest first;
/// one that can still be renewed, as there is a date to keep; a decision that is pending; one that may be valid
/// but whose end nothing tells; the one that lapsed last. So a row without a date never hides a valid label, and
/// an undated silver beside a lapsed bronze is `unknown`, since it may be held still. But an undated row of no
/// higher level than a dated award, not known to be seen after that award's grace, is taken as a late
/// mention of it: a profile that still shows the gold of 2015 is no second gold.
///
/// **Pending.** An application or assessment is pending until a decision of the same portfolio (or where
/// either names none) is dated later, at most for `pendingYears`. One without a date counts from its source's; where
/// that has none either, it is shown only for a cluster of which nothing else is known.
public struct LabelLog: Sendable {
  /// Years after which an application or assessment without a decision no longer counts as pending.
  ///
  /// Two, as the longest step that the scheme names, from the first benchmarking to the second, takes up to two years;
  /// what was not decided by then was given up, or its decision was never found.
  public static let pendingYears = 2

  /// Every award, in the order of first mention.
  public let awards: [LabelAward]
  private let byCluster: [ID<Cluster>: [LabelAward]]
  private let byID: [ID<LabelAward>: LabelAward]
  let rules: LabelRules
  let published: [ID<Source>: PartialDate]

  /// Puts the events together; `published` tells when sources of undated rows were written, where known.
  public init(events: [LabelEvent], rules: [LabelRule], published: [ID<Source>: PartialDate] = [:]) {
    self.init(events: events, rules: LabelRules(rules), published: published)
  }

  init(events: [LabelEvent], rules: LabelRules, published: [ID<Source>: PartialDate]) {
    self.rules = rules
    self.published = published
    awards = AwardBuilder(rules: rules).awards(from: events)
    byCluster = Dictionary(grouping: awards, by: \.cluster)
    byID = Dictionary(awards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The label log of a catalogue.
  public init(_ catalogue: Catalogue) {
    let dated = catalogue.tables.sources.compactMap { source in source.published.map { (source.id, $0) } }
    self.init(
      events: catalogue.tables.labels, rules: catalogue.tables.labelRules,
      published: Dictionary(dated, uniquingKeysWith: { first, _ in first }))
  }

  /// The award with this key.
  public func award(_ id: ID<LabelAward>) -> LabelAward? { byID[id] }

  /// The awards of a cluster, in the order of first mention.
  public func awards(of cluster: ID<Cluster>) -> [LabelAward] { byCluster[cluster] ?? [] }

  /// How a cluster stands on a day; `warning` is the number of days before the end that count as expiring.
  public func standing(of cluster: ID<Cluster>, on day: CalendarDate, warning: Int = 90) -> LabelStanding {
    let all = awards(of: cluster)
    let begun = all.filter { $0.isGranted && ($0.start ?? day) <= day }
    let current = begun.filter { !isSuperseded($0, on: day) }
    let standings = current.filter { !isLateMention($0, among: all) }
      .map { standing(of: $0, on: day, warning: warning) }
    let best = standings.filter { $0.status != .none }.max { rank($0) < rank($1) }
    let pending = pendingAward(among: all, on: day, withUndated: best == nil)
    if let pending, best.map({ !$0.isAlive && $0.status != .grace }) ?? true {
      return LabelStanding(status: .assessment, level: pending.level, award: pending.id, inAssessment: true)
    }
    return (best ?? LabelStanding(status: .none)).with(inAssessment: pending != nil)
  }

  /// Whether another award has taken the place of this one by a day: a renewal or upgrade, or a higher label that is
  /// valid while this one is not.
  public func isSuperseded(_ award: LabelAward, on day: CalendarDate) -> Bool {
    let isAlive = standing(of: award, on: day).isAlive
    return awards(of: award.cluster).contains { other in
      guard other.isGranted, (other.start ?? day) <= day else { return false }
      if supersedes(other, award, on: day) { return true }
      return !isAlive && other.level > award.level && standing(of: other, on: day).isAlive
    }
  }

  /// The award that has taken the place of another by a day.
  public func successor(of award: LabelAward, on day: CalendarDate) -> LabelAward? {
    awards(of: award.cluster).filter { other in
      other.isGranted && (other.start ?? day) <= day && supersedes(other, award, on: day)
    }.max { ($0.start ?? day) < ($1.start ?? day) }
  }

  /// How one award stands on a day, whatever became of the cluster's other awards.
  public func standing(of award: LabelAward, on day: CalendarDate, warning: Int = 90) -> LabelStanding {
    guard award.isGranted, award.start.map({ $0 <= day }) ?? true else {
      let isPending = pendingAward(among: [award], on: day, withUndated: true) != nil
      return LabelStanding(
        status: isPending ? .assessment : .none, level: award.level, award: award.id, inAssessment: isPending)
    }
    if let withdrawal = withdrawal(of: award, by: day) {
      return withdrawn(award, withdrawal, on: day)
    }
    guard let end = award.end else {
      return LabelStanding(
        status: isSeen(award, by: day) ? .unknown : .none, level: award.level, award: award.id)
    }
    if let taken = plannedWithdrawal(of: award, on: day)?.date, taken.last < end.date.last {
      let left = day.days(until: taken.last)
      return LabelStanding(
        status: left > warning ? .valid : .expiring, level: award.level, award: award.id, end: taken,
        daysLeft: left)
    }
    let daysLeft = day.days(until: end.date.last)
    let graceEnd = graceEnd(of: award, end: end.date)
    let status: LabelStanding.Status =
      switch daysLeft {
      case 0...: daysLeft > warning ? .valid : .expiring
      default: graceEnd.map { day <= $0.last } ?? false ? .grace : .lapsed
      }
    return LabelStanding(
      status: status, level: award.level, award: award.id, end: end.date, isDerived: end.isDerived,
      daysLeft: daysLeft, graceEnd: graceEnd)
  }
}

// MARK: - Rules of a day

extension LabelLog {
  private func graceEnd(of award: LabelAward, end: PartialDate) -> PartialDate? {
    rules.grace(after: end, level: award.level)?.date
  }

  private func supersedes(_ later: LabelAward, _ earlier: LabelAward, on day: CalendarDate) -> Bool {
    guard later.kind.supersedes, later.level >= earlier.level, let since = later.start,
      let start = earlier.start, start < since
    else { return false }
    // A renewal whose end nothing tells must not hide that the earlier label is valid still.
    if later.end == nil, let end = earlier.end, day <= end.date.last { return false }
    return later.canConcern(earlier)
  }

  /// Whether an undated award only repeats a dated one; see the type's description.
  private func isLateMention(_ award: LabelAward, among all: [LabelAward]) -> Bool {
    guard award.start == nil else { return false }
    let seen = firstSeen(award)
    return all.contains { dated in
      guard dated.isGranted, let start = dated.start, dated.level >= award.level, let end = dated.end?.date
      else {
        return false
      }
      guard let seen else { return true }
      let last = graceEnd(of: dated, end: end) ?? end
      return start <= seen.last && seen.first <= last.last
    }
  }

  /// When the first dated page shows an undated award.
  private func firstSeen(_ award: LabelAward) -> PartialDate? {
    let dates = award.events.map { $0.date ?? published[$0.source] }
    return dates.contains(nil) ? nil : dates.compactMap { $0 }.min()
  }

  private func isSeen(_ award: LabelAward, by day: CalendarDate) -> Bool {
    guard award.start == nil, let seen = firstSeen(award) else { return true }
    return seen.first <= day
  }

  /// When and by whom an award was taken away by a day.
  public func withdrawal(of award: LabelAward, by day: CalendarDate) -> LabelEvent? {
    award.events.first { $0.kind == .withdrawn && ($0.date?.first ?? day) <= day }
  }

  /// A label taken away is lapsed from that day on; if the day is not known, it may have been valid until its end.
  private func withdrawn(_ award: LabelAward, _ event: LabelEvent, on day: CalendarDate) -> LabelStanding {
    if let date = event.date {
      return LabelStanding(
        status: .lapsed, level: award.level, award: award.id, end: date, daysLeft: day.days(until: date.last))
    }
    let isOver = award.end.map { $0.date.last < day } ?? false
    return LabelStanding(
      status: isOver ? .lapsed : .unknown, level: award.level, award: award.id, end: award.end?.date,
      isDerived: award.end?.isDerived ?? false, daysLeft: award.end.map { day.days(until: $0.date.last) })
  }

  /// The award that is sought on a day: applied for or assessed lately, and not decided since.
  private func pendingAward(
    among awards: [LabelAward], on day: CalendarDate, withUndated: Bool
  ) -> LabelAward? {
    let known = awards.map { award in (award, award.events.filter { isKnown($0, on: day) }) }
    let decided = known.filter { $0.1.contains(where: \.kind.isDecision) }
    var newest: (award: LabelAward, day: CalendarDate)?
    for (award, events) in known where !decided.contains(where: { $0.0.id == award.id }) {
      let rivals = decided.filter { $0.0.canConcern(award) }.flatMap(\.1)
      let lastDecision = rivals.filter(\.kind.isDecision).compactMap(\.date).max()
      for event in events where event.kind.isPending {
        let date = event.date ?? published[event.source]
        guard date.map({ day <= $0.adding(years: Self.pendingYears).last }) ?? withUndated else { continue }
        if let date, let lastDecision, date.first <= lastDecision.first { continue }
        let since = date?.first ?? CalendarDate(dayNumber: .min)
        if newest.map({ since > $0.day }) ?? true { newest = (award, since) }
      }
    }
    return newest?.award
  }

  private func isKnown(_ event: LabelEvent, on day: CalendarDate) -> Bool {
    let date = event.date ?? (event.kind.isPending ? published[event.source] : nil)
    return (date?.first ?? day) <= day
  }

  /// What counts more is greater, compared part by part.
  private func rank(_ standing: LabelStanding) -> (Int, Int, Int) {
    let level = standing.level.flatMap { LabelLevel.allCases.firstIndex(of: $0) } ?? 0
    let end = standing.end?.last.dayNumber ?? .min
    return switch standing.status {
    case .valid, .expiring: (5, level, end)
    case .grace: (4, level, end)
    case .assessment: (3, level, end)
    case .unknown: (2, level, end)
    case .lapsed: (1, end, level)
    case .none: (0, level, end)
    }
  }
}

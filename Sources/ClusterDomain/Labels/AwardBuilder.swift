// Puts the events of one award together and finds its date, its start and its end.

/// Builds awards from events by the rules of the scheme.
struct AwardBuilder {
  let rules: LabelRules

  /// All awards, in the order of first mention.
  func awards(from events: [LabelEvent]) -> [LabelAward] {
    var order: [ID<LabelAward>] = []
    var groups: [ID<LabelAward>: [LabelEvent]] = [:]
    for event in events {
      // An award is of one cluster: rows of another that name it are of one of its own.
      let isOther = groups[event.award].map { $0[0].cluster != event.cluster } ?? false
      let award = isOther ? ID(rawValue: "\(event.award)@\(event.cluster)") : event.award
      if groups[award] == nil { order.append(award) }
      groups[award, default: []].append(event)
    }
    let drafts = order.compactMap { id in groups[id].flatMap { Draft(id: id, events: $0) } }
    var finished: [ID<LabelAward>: LabelAward] = [:]
    for (_, ofCluster) in Dictionary(grouping: drafts, by: \.cluster) {
      for award in finish(ofCluster) { finished[award.id] = award }
    }
    return order.compactMap { finished[$0] }
  }

  /// Finishes the awards of one cluster, earliest first, since a renewal runs on from the former end.
  private func finish(_ drafts: [Draft]) -> [LabelAward] {
    let byTime = drafts.enumerated().sorted { first, second in
      (first.element.order, first.offset) < (second.element.order, second.offset)
    }
    var done: [LabelAward] = []
    for (_, draft) in byTime { done.append(finish(draft, after: done)) }
    return done
  }

  private func finish(_ draft: Draft, after earlier: [LabelAward]) -> LabelAward {
    let end = draft.isGranted ? self.end(of: draft, after: earlier) : nil
    let start = draft.date?.first ?? end.flatMap { self.start(of: draft, before: $0.date) }.map(draft.begun)
    let disagreements = draft.events.filter { disagrees($0, with: draft, end: end) }
    let ruled = draft.isGranted ? draft.date.flatMap { derivedEnd(of: draft, from: $0, after: earlier) } : nil
    return LabelAward(
      id: draft.id, cluster: draft.cluster, level: draft.level, portfolio: draft.portfolio, kind: draft.kind,
      date: draft.date, start: start, end: end, endByRule: ruled, events: draft.events,
      isCollective: draft.events.allSatisfy(\.isCollective), disagreements: disagreements)
  }

  // MARK: Ends

  private func end(of draft: Draft, after earlier: [LabelAward]) -> AwardEnd? {
    if let corrected = correctedEnd(of: draft) { return corrected }
    let stated = draft.grants.compactMap { event in event.validUntil.map { (event, $0) } }
    if let (event, date) = stated.preferred(by: \.1) {
      return AwardEnd(date: date, basis: .stated(event.source))
    }
    guard let date = draft.date else { return nil }
    for event in draft.grants {
      if let years = event.statedYears {
        return AwardEnd(date: date.adding(years: years), basis: .statedYears(event.source))
      }
    }
    return derivedEnd(of: draft, from: date, after: earlier)
  }

  /// The end that the last correction of it states.
  private func correctedEnd(of draft: Draft) -> AwardEnd? {
    let last = draft.corrections.last { $0.validUntil != nil || $0.statedYears != nil }
    guard let last else { return nil }
    if let end = last.validUntil { return AwardEnd(date: end, basis: .stated(last.source)) }
    guard let years = last.statedYears, let date = draft.date else { return nil }
    return AwardEnd(date: date.adding(years: years), basis: .statedYears(last.source))
  }

  private func derivedEnd(of draft: Draft, from date: PartialDate, after earlier: [LabelAward]) -> AwardEnd? {
    guard let rule = rules.years(draft.validityUse, level: draft.level, on: date.first) else { return nil }
    let former = draft.kind == .renewed ? formerEnd(of: draft, from: date, in: earlier) : nil
    let counted = former ?? draft.counted(date)
    return AwardEnd(date: counted.adding(years: rule.years), basis: .derived(rule.id))
  }

  /// The end that a renewal runs on from: the former award's, if the renewal came within its grace.
  private func formerEnd(of draft: Draft, from date: PartialDate, in earlier: [LabelAward]) -> PartialDate? {
    let former = earlier.last { award in
      guard award.isGranted, award.level == draft.level, let start = award.start, start < date.first else {
        return false
      }
      return award.portfolio == nil || draft.portfolio == nil || award.portfolio == draft.portfolio
    }
    guard let former, let end = former.end?.date else { return nil }
    let grace = rules.grace(after: end, level: former.level)?.date ?? end
    return date.first <= grace.last ? end : nil
  }

  /// The first day that an end leads back to; where a rule counts from months, the first of the month.
  private func start(of draft: Draft, before end: PartialDate) -> CalendarDate? {
    if let years = draft.grants.lazy.compactMap(\.statedYears).first {
      return end.adding(years: -max(years, -.max)).first
    }
    let rule = rules.years(draft.validityUse, level: draft.level, before: end)
    return rule.map { draft.counted(end).adding(years: -$0.years).first }
  }

  // MARK: Disagreements

  /// Whether an event says of level, date or end what the award as a whole does not.
  private func disagrees(_ event: LabelEvent, with draft: Draft, end: AwardEnd?) -> Bool {
    guard event.kind.isGrant || event.kind == .corrected else { return false }
    if event.level != draft.level { return true }
    if let date = event.date, let chosen = draft.date, !date.overlaps(chosen) { return true }
    guard let end else { return false }
    if let stated = event.validUntil { return !stated.overlaps(end.date) }
    return impliedEnd(of: event, in: draft).map { !$0.overlaps(end.date) } ?? false
  }

  /// The end that an event's own date and years lead to; of a renewal only where the event states the years.
  private func impliedEnd(of event: LabelEvent, in draft: Draft) -> PartialDate? {
    guard let date = event.date else { return nil }
    if let years = event.statedYears { return date.adding(years: years) }
    guard draft.kind != .renewed else { return nil }
    return rules.years(draft.validityUse, level: draft.level, on: date.first).map {
      draft.counted(date).adding(years: $0.years)
    }
  }
}

/// What the events of one award say, before its end is known.
private struct Draft {
  let id: ID<LabelAward>
  let events: [LabelEvent]
  /// The events that tell that it was given.
  let grants: [LabelEvent]
  /// The events that take the place of what others say.
  let corrections: [LabelEvent]
  let main: LabelEvent
  let date: PartialDate?

  init?(id: ID<LabelAward>, events: [LabelEvent]) {
    guard let first = events.first else { return nil }
    self.id = id
    self.events = events
    corrections = events.filter { $0.kind == .corrected }
    let others = events.filter { $0.kind != .corrected }
    let told = others.filter(\.kind.isGrant)
    // A correction of what is no longer told of tells of the label itself, but not of one that was only sought.
    grants = told.isEmpty && others.allSatisfy { $0.kind == .withdrawn } ? corrections : told
    // An event that tells of the giving says more than one that only saw a holder.
    main = grants.first { $0.kind != .held } ?? grants.first ?? others.first ?? first
    let dating = grants.isEmpty ? events : grants.filter { $0.kind != .held }
    date = corrections.compactMap(\.date).last ?? dating.compactMap(\.date).preferred(by: \.self)
  }

  var cluster: ID<Cluster> { main.cluster }
  var level: LabelLevel { corrections.last?.level ?? main.level }
  var kind: LabelEvent.Kind { main.kind == .corrected ? .held : main.kind }
  var portfolio: String? {
    corrections.compactMap(\.portfolio).last ?? grants.lazy.compactMap(\.portfolio).first ?? main.portfolio
  }
  var isGranted: Bool { !grants.isEmpty }
  var validityUse: LabelRule.Use { kind == .renewed ? .renewalValidity : .firstValidity }

  /// A first day that an end leads back to, but no later than the label was told of.
  func begun(_ start: CalendarDate) -> CalendarDate {
    let told = events.filter { $0.kind == .held || $0.kind == .corrected }.compactMap(\.recorded?.first).min()
    return told.map { min($0, start) } ?? start
  }

  /// The date from which the years of a rule count: a first validity counts from the month, not from the day.
  func counted(_ date: PartialDate) -> PartialDate {
    guard validityUse == .firstValidity, date.precision == .day else { return date }
    return PartialDate(date.first, precision: .month)
  }

  /// A number by which awards stand in time; those without any date come last.
  var order: Int {
    (date ?? grants.lazy.compactMap(\.validUntil).first)?.first.dayNumber ?? .max
  }
}

extension PartialDate {
  /// Whether the two can mean the same day.
  func overlaps(_ other: PartialDate) -> Bool { first <= other.last && other.first <= last }
}

extension Array {
  /// The element with the most precise date; of several the first.
  fileprivate func preferred(by date: (Element) -> PartialDate) -> Element? {
    self.max { date($0).fineness < date($1).fineness }.flatMap { best in
      first { date($0).fineness == date(best).fineness }
    }
  }
}

extension PartialDate {
  fileprivate var fineness: Int {
    switch precision {
    case .year: 0
    case .month: 1
    case .day: 2
    }
  }
}

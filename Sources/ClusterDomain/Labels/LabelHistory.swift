// What was known of labels when: the log as it could be kept on an earlier day.

/// An award as it was known from some day on.
public struct KnownAward: Sendable {
  /// Since when; nil for what nothing tells the time of.
  public let since: PartialDate?
  /// The events that became known then.
  public let news: [LabelEvent]
  /// What was made of all that was known.
  public let award: LabelAward
}

extension LabelLog {
  /// Since when an event is known: since it was written down, or else since its source was published, or else since it
  /// happened, as nobody can know it sooner; nil where nothing tells.
  public func known(_ event: LabelEvent) -> PartialDate? {
    guard let told = event.recorded ?? published[event.source] else { return event.date }
    // A page that is older than what its row tells was written to since.
    return event.date.map { max($0, told) } ?? told
  }

  /// The log with what was known by the end of a day; events of which nothing tells when they were known stay.
  public func known(by day: CalendarDate) -> LabelLog {
    let events = awards.flatMap(\.events).filter { event in known(event).map { $0.first <= day } ?? true }
    return LabelLog(events: events, rules: rules, published: published)
  }

  /// How what is known of an award has grown, the oldest first.
  public func history(of award: LabelAward) -> [KnownAward] {
    let days = award.events.map { known($0) }.unique.sorted { first, second in
      guard let first, let second else { return first == nil && second != nil }
      return first < second
    }
    let all = awards(of: award.cluster).flatMap(\.events)
    return days.compactMap { since in
      let then = all.filter { event in
        guard let known = known(event) else { return true }
        return since.map { known.first <= $0.first } ?? false
      }
      let log = LabelLog(events: then, rules: rules, published: published)
      return log.award(award.id).map { known in
        KnownAward(since: since, news: award.events.filter { self.known($0) == since }, award: known)
      }
    }
  }
}

extension [PartialDate?] {
  /// The elements without repetition, in their order.
  fileprivate var unique: [PartialDate?] {
    var seen: Set<PartialDate?> = []
    return filter { seen.insert($0).inserted }
  }
}

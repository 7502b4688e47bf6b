// Chooses, among the rules of the label scheme, the one that holds for an award.

/// The rules that dates, statuses and warnings come from; what they say is data.
struct LabelRules: Sendable {
  /// A rule with its value read as years.
  struct Years: Sendable {
    let id: ID<LabelRule>
    let years: Int
  }

  private struct Entry: Sendable {
    let rule: LabelRule
    let first: Int
    let last: Int
  }

  private let byUse: [LabelRule.Use: [Entry]]

  /// Keeps the rules that have a use and a value that it can reckon with.
  init(_ rules: [LabelRule]) {
    var byUse: [LabelRule.Use: [Entry]] = [:]
    for rule in rules {
      guard let use = rule.use, rule.isUsable else { continue }
      let first = rule.validFrom?.first.dayNumber ?? .min / 2
      let last = rule.validTo?.last.dayNumber ?? .max / 2
      byUse[use, default: []].append(Entry(rule: rule, first: first, last: last))
    }
    self.byUse = byUse
  }

  /// The rule for a level on a day: of those that hold the one with the shortest period, then the first.
  func rule(_ use: LabelRule.Use, level: LabelLevel, on day: CalendarDate) -> LabelRule? {
    choice(use, level: level) { _ in day }
  }

  /// All rules of a use that hold for a level on a day.
  func rules(_ use: LabelRule.Use, level: LabelLevel, on day: CalendarDate) -> [LabelRule] {
    holding(use, level: level) { _ in day }.map(\.rule)
  }

  /// The rule for a level on a day, read as years.
  func years(_ use: LabelRule.Use, level: LabelLevel, on day: CalendarDate) -> Years? {
    years(rule(use, level: level, on: day))
  }

  /// The rule for a level, judged on the day that its own years lead back to from `end`.
  func years(_ use: LabelRule.Use, level: LabelLevel, before end: PartialDate) -> Years? {
    years(choice(use, level: level) { end.adding(years: -($0.years ?? 0)).first })
  }

  /// Until when a label that ends can be renewed, and the rule that says so.
  func grace(after end: PartialDate, level: LabelLevel) -> AwardEnd? {
    years(.grace, level: level, on: end.last).map {
      AwardEnd(date: end.adding(years: $0.years), basis: .derived($0.id))
    }
  }

  private func years(_ rule: LabelRule?) -> Years? {
    guard let rule, let years = rule.years else { return nil }
    return Years(id: rule.id, years: years)
  }

  private func choice(
    _ use: LabelRule.Use, level: LabelLevel, on day: (LabelRule) -> CalendarDate
  ) -> LabelRule? {
    var best: Entry?
    for entry in holding(use, level: level, on: day) {
      if let known = best, known.last - known.first <= entry.last - entry.first { continue }
      best = entry
    }
    return best?.rule
  }

  private func holding(
    _ use: LabelRule.Use, level: LabelLevel, on day: (LabelRule) -> CalendarDate
  ) -> [Entry] {
    (byUse[use] ?? []).filter { entry in
      (entry.rule.levels.isEmpty || entry.rule.levels.contains(level))
        && (entry.first...max(entry.first, entry.last)).contains(day(entry.rule).dayNumber)
    }
  }
}

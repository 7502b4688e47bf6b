// Chooses, among the rules of the label scheme, the one that holds for an award.

/// The rules that the status engine uses; what they say is data.
struct LabelRules: Sendable {
  /// A rule with its value read as years.
  struct Years: Sendable {
    let id: ID<LabelRule>
    let years: Int
  }

  private struct Entry: Sendable {
    let rule: LabelRule
    let years: Int
    let first: Int
    let last: Int
  }

  private let byUse: [LabelRule.Use: [Entry]]

  /// Keeps the rules that have a use and a whole number of years.
  init(_ rules: [LabelRule]) {
    var byUse: [LabelRule.Use: [Entry]] = [:]
    for rule in rules {
      guard let use = rule.use, let years = rule.years else { continue }
      let first = rule.validFrom?.first.dayNumber ?? .min / 2
      let last = rule.validTo?.last.dayNumber ?? .max / 2
      byUse[use, default: []].append(Entry(rule: rule, years: years, first: first, last: last))
    }
    self.byUse = byUse
  }

  /// The rule for a level on a day: of those that hold the one with the shortest period, then the first.
  func years(_ use: LabelRule.Use, level: LabelLevel, on day: CalendarDate) -> Years? {
    choice(use, level: level) { _ in day }
  }

  /// The rule for a level, judged on the day that its own years lead back to from `end`.
  func years(_ use: LabelRule.Use, level: LabelLevel, before end: PartialDate) -> Years? {
    choice(use, level: level) { years in end.adding(years: -years).first }
  }

  private func choice(_ use: LabelRule.Use, level: LabelLevel, on day: (Int) -> CalendarDate) -> Years? {
    var best: Entry?
    for entry in byUse[use] ?? [] where entry.rule.levels.isEmpty || entry.rule.levels.contains(level) {
      guard (entry.first...max(entry.first, entry.last)).contains(day(entry.years).dayNumber) else {
        continue
      }
      if let known = best, known.last - known.first <= entry.last - entry.first { continue }
      best = entry
    }
    return best.map { Years(id: $0.rule.id, years: $0.years) }
  }
}

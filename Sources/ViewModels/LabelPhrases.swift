// Awards, rules and warnings in words.

import ClusterDomain

extension Scene {
  /// What is known of an award in one line: `awarded Mar 2013 to ≈ Mar 2015, derived`.
  func words(for award: LabelAward) -> String {
    let date = award.date.map { format.date($0) } ?? "date unknown"
    let end = award.end.map { end in
      " to \(end.isDerived ? "≈ " : "")\(format.date(end.date)), \(end.basis.words)"
    }
    let words = award.kind == .held && award.date == nil ? "" : " \(date)"
    let taken = award.events.first { $0.kind == .withdrawn }
      .map { ", withdrawn" + ($0.date.map { " \(format.date($0))" } ?? "") }
    return award.kind.rawValue + words + (award.isGranted ? end ?? ", end unknown" : "") + (taken ?? "")
  }

  /// A sign where what the user has entered and what others say of an award is not the same.
  func conflictRuns(_ award: LabelAward) -> [Run] {
    let isOwn = award.events.contains { $0.source == Additions.source.id }
    return isOwn && !award.disagreements.isEmpty ? [Run("≠ ", .warning)] : []
  }

  /// What an event says: `renewed, gold, to Sep 2017, 96 %`.
  func words(for event: LabelEvent) -> String {
    [
      event.kind.rawValue, event.level.rawValue, event.validUntil.map { "to \(format.date($0))" },
      event.statedYears.map { $0 == 1 ? "for 1 year" : "for \($0) years" },
      event.score.map { "\(format.number($0)) %" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// What a rule says and since when: `2 years, first validity…, from 2021`.
  func words(for rule: LabelRule) -> String {
    let times = [
      rule.validFrom.map { "from \(format.date($0))" }, rule.validTo.map { "to \(format.date($0))" },
    ].compactMap(\.self)
    return [rule.amount, rule.rule].filter { !$0.isEmpty && $0 != "rule" }.joined(separator: ", ")
      + ", " + (times.isEmpty ? "undated" : times.joined(separator: " "))
  }

  /// A warning as a sentence without its full stop.
  func words(for warning: LabelWarning) -> String {
    switch warning {
    case .renewedLate(let date, let last, _):
      "renewed \(format.date(date)), but it could be renewed only to \(format.date(last))"
    case .nothingBefore(.upgraded): "upgraded, but no earlier label of a lower level is known"
    case .nothingBefore: "renewed, but no earlier label of this level is known"
    case .tooSoon(let date, let first, let rule):
      "given \(format.date(date)), too soon after the first benchmarking of \(format.date(first)), by rule \(rule)"
    case .noBenchmarkingBefore(let rule): "no earlier benchmarking is known, which rule \(rule) asks for"
    case .lowScore(let score, let least, _):
      "score \(format.number(score)) %, but at least \(format.number(least)) % is needed"
    case .overlap(_, let end):
      "given anew while another award of the level was valid to \(format.date(end))"
    case .otherEnd(let stated, let ruled, let rule):
      "stated to \(format.date(stated)), but rule \(rule) gives \(format.date(ruled))"
    case .withdrawnBefore(let taken, let given):
      "withdrawn \(format.date(taken)), before it was given \(format.date(given))"
    }
  }
}

extension AwardEnd.Basis {
  /// How an end is known, in a word or two.
  var words: String {
    switch self {
    case .stated: "stated"
    case .statedYears: "from stated years"
    case .derived: "derived"
    }
  }
}

extension LabelWarning {
  /// The rule that it goes by, where there is one.
  var rule: ID<LabelRule>? {
    switch self {
    case .renewedLate(_, _, let rule), .tooSoon(_, _, let rule), .noBenchmarkingBefore(let rule),
      .lowScore(_, _, let rule), .otherEnd(_, _, let rule):
      rule
    case .nothingBefore, .overlap, .withdrawnBefore: nil
    }
  }
}

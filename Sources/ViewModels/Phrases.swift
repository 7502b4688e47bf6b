// Label and call standings in words: letter and shape first, so that they read the same without colour.

public import ClusterDomain

extension LabelLevel {
  /// Its letter.
  public var letter: String { String(rawValue.prefix(1)).uppercased() }

  /// Its role.
  public var role: TextRole {
    switch self {
    case .bronze: .bronze
    case .silver: .silver
    case .gold: .gold
    }
  }
}

extension LabelStanding.Status {
  /// Its name in lists of choices.
  public var title: String {
    switch self {
    case .none: "No label"
    case .assessment: "In assessment"
    case .valid: "Valid"
    case .expiring: "Expiring"
    case .grace: "In grace"
    case .lapsed: "Lapsed"
    case .unknown: "Unknown"
    }
  }

  /// Its shape, one cell wide.
  public var shape: String {
    switch self {
    case .none: "·"
    case .assessment: "◌"
    case .valid: "●"
    case .expiring: "◐"
    case .grace: "○"
    case .lapsed: "✕"
    case .unknown: "?"
    }
  }

  /// Its role.
  public var role: TextRole {
    switch self {
    case .none: .noStatus
    case .assessment: .assessment
    case .valid: .valid
    case .expiring: .expiring
    case .grace: .grace
    case .lapsed: .lapsed
    case .unknown: .unknownStatus
    }
  }

  /// Its place when what needs action comes first.
  var urgency: Int {
    switch self {
    case .expiring: 0
    case .grace: 1
    case .valid: 2
    case .assessment: 3
    case .unknown: 4
    case .lapsed: 5
    case .none: 6
    }
  }
}

extension LabelStanding {
  /// Letter, shape and words: `G ● to ≈ Sep 2017`.
  public func runs(_ format: Formatting) -> [Run] {
    guard let level, status != .none else {
      return [Run("  \(status.shape)", status.role), Run(" none", status.role)]
    }
    return [Run(level.letter, level.role), Run(" \(status.shape) \(words(format))", status.role)]
  }

  /// The words alone: `to ≈ Sep 2017`, `53 d left`, `grace Jul 2017`, `lapsed 2016`.
  public func words(_ format: Formatting) -> String {
    let about = isDerived ? "≈ " : ""
    switch status {
    case .none: return "none"
    case .assessment: return "in assessment"
    case .unknown: return "date unknown"
    case .valid: return end.map { "to \(about)\(format.date($0))" } ?? "valid"
    case .expiring: return "\(about)\(format.distance(days: daysLeft ?? 0)) left"
    case .grace: return graceEnd.map { "grace ≈ \(format.date($0))" } ?? "in grace"
    case .lapsed: return end.map { "lapsed \(about)\($0.first.year)" } ?? "lapsed"
    }
  }

  /// The standing for who reads it away from the screen: `gold, in grace, renewable to ≈ Mar 2027`.
  func sentence(_ format: Formatting) -> String {
    guard let level, status != .none else { return "none" }
    let about = isDerived ? "≈ " : ""
    let day = end.map { about + format.date($0) }
    let words =
      switch status {
      case .valid, .expiring: day.map { "valid to \($0)" } ?? "valid"
      case .grace: graceEnd.map { "in grace, renewable to ≈ \(format.date($0))" } ?? "in grace"
      case .lapsed: day.map { "lapsed \($0)" } ?? "lapsed"
      case .unknown: "date unknown"
      case .assessment, .none: "in assessment"
      }
    return "\(level.rawValue), \(words)"
  }

  /// What needs action first: by urgency, then by the day on which the time to act ends; lapsed ones newest first.
  var urgencyKey: SortKey {
    let day = Double(((status == .grace ? graceEnd : nil) ?? end)?.last.dayNumber ?? 0)
    return .ranked(status.urgency, status == .lapsed ? -day : day)
  }
}

extension CallStanding.Status {
  /// Its shape, one cell wide.
  public var shape: String {
    switch self {
    case .forthcoming: "◌"
    case .open: "●"
    case .closing: "◐"
    case .betweenCutOffs: "◍"
    case .secondStageOnly: "◑"
    case .closed: "✕"
    case .unknown: "?"
    }
  }

  /// Its role.
  public var role: TextRole {
    switch self {
    case .forthcoming: .callForthcoming
    case .open: .callOpen
    case .closing: .callClosing
    case .betweenCutOffs: .callBetween
    case .secondStageOnly: .callBetween
    case .closed: .callClosed
    case .unknown: .callUnknown
    }
  }

  /// Its place when what closes next comes first.
  var urgency: Int {
    switch self {
    case .closing: 0
    case .open: 1
    case .betweenCutOffs: 2
    case .forthcoming: 3
    case .secondStageOnly: 4
    case .closed: 5
    case .unknown: 6
    }
  }

  /// Whether a proposal can still be handed in, now or later.
  var isAhead: Bool { isOpen || self == .forthcoming }
}

extension CallStanding {
  /// Shape and words: `● closes 17 Dec 2026`, `◐ closes in 2 d`.
  public func runs(_ format: Formatting) -> [Run] {
    [Run("\(status.shape) \(words(format))", status.role)]
  }

  /// The words alone.
  public func words(_ format: Formatting) -> String {
    let next = nextDate.map(format.date)
    let more = remainingEntries > 1 ? ", \(remainingEntries - 1) more" : ""
    switch status {
    case .forthcoming: return opens.map { "opens \(format.date($0))" } ?? "forthcoming"
    case .open, .betweenCutOffs: return (next.map { "closes \($0)" } ?? "open") + more
    case .secondStageOnly: return "second stage only"
    case .closing: return (daysLeft == 0 ? "closes today" : "closes in \(daysLeft ?? 0) d") + more
    case .closed: return lastDate.map { "closed \(format.date($0))" } ?? "closed"
    case .unknown: return next.map { "due \($0)" } ?? "dates unknown"
    }
  }

  /// What closes next first; closed ones newest first.
  var urgencyKey: SortKey {
    let day = Double((nextDate ?? lastDate)?.last.dayNumber ?? opens?.first.dayNumber ?? 0)
    return .ranked(status.urgency, status == .closed ? -day : day)
  }
}

extension Organisation.Kind {
  /// One of them in words.
  var single: String {
    switch self {
    case .company, .university, .association, .bank: rawValue
    case .sme: "SME"
    case .research: "research body"
    case .public: "public body"
    case .other: "other body"
    }
  }

  /// Several of them in words.
  var plural: String {
    switch self {
    case .company: "companies"
    case .university: "universities"
    case .research: "research bodies"
    case .public: "public bodies"
    case .other: "other bodies"
    case .sme, .association, .bank: single + "s"
    }
  }
}

/// How many of the shown clusters stand how, for the strip below the panes.
public struct LabelSummary: Hashable, Sendable {
  /// Valid or expiring ones by level.
  public let alive: [LabelLevel: Int]
  /// All by status.
  public let byStatus: [LabelStanding.Status: Int]

  /// Counts clusters as they are judged.
  init(_ clusters: [Cluster], _ judgement: Judgement) {
    var alive: [LabelLevel: Int] = [:]
    var byStatus: [LabelStanding.Status: Int] = [:]
    for cluster in clusters {
      let standing = judgement.standing(of: cluster.id)
      byStatus[standing.status, default: 0] += 1
      guard standing.status == .valid || standing.status == .expiring, let level = standing.level else {
        continue
      }
      alive[level, default: 0] += 1
    }
    self.alive = alive
    self.byStatus = byStatus
  }
}

// A call held against a cluster, in signs and words.

import ClusterDomain

extension FitRule.Verdict {
  /// Its shape, one cell wide.
  var shape: String {
    switch self {
    case .passed: "✓"
    case .failed: "✕"
    case .missing: "?"
    case .unchecked: "·"
    }
  }

  /// One word for it.
  var word: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .missing: "no data"
    case .unchecked: "to read"
    }
  }

  var role: TextRole {
    switch self {
    case .passed: .valid
    case .failed: .expiring
    case .missing: .unknownStatus
    case .unchecked: .dim
    }
  }
}

extension Fit {
  /// How many rules have which verdict: `✓2 ?1 ·4`; what is against it first.
  var runs: [Run] {
    let found = [FitRule.Verdict.failed, .passed, .missing, .unchecked].filter { count($0) > 0 }
    return found.enumerated().map { index, verdict in
      Run("\(index > 0 ? " " : "")\(verdict.shape)\(count(verdict))", verdict.role)
    }
  }

  /// The same in words, for exports.
  var words: String {
    FitRule.Verdict.allCases.filter { count($0) > 0 }.map { "\(count($0)) \($0.rawValue)" }
      .joined(separator: ", ")
  }
}

extension Scene {
  /// What a rule is called.
  func name(of rule: FitRule) -> String {
    switch rule.subject {
    case .date: "Open on \(format.day(judgement.asOf))"
    case .area: "Area"
    case .condition(let condition): condition.condition.capitalizedFirst
    }
  }

  /// What a rule of a call asks.
  func asked(by rule: FitRule, of call: Call) -> String {
    switch rule.subject {
    case .date: return "a deadline ahead at which one can apply"
    case .condition(let condition): return condition.value
    case .area:
      guard let programme = catalogue.programme(call.programme) else { return Formatting.unknown }
      switch programme.scope {
      case "EU": return programme.isForPart ? "a part of the EU, not stated which" : "any area of the EU"
      case "national":
        let home = ID<Country>(rawValue: catalogue.homeCountry)
        return catalogue.country(home)?.name ?? catalogue.homeCountry
      default:
        return programme.region.map { catalogue.region($0)?.name ?? $0.rawValue }
          ?? "its region, not stated which"
      }
    }
  }

  /// What was looked at.
  func seen(in rule: FitRule) -> String? {
    switch rule.seen {
    case .nothing: nil
    case .standing(let standing): standing.words(format)
    case .region(let id): catalogue.region(id)?.name ?? id.rawValue
    case .country(let code): "\(catalogue.country(ID(rawValue: code))?.name ?? code), no region stated"
    case .words(let words): words.joined(separator: ", ")
    case .label(let standing):
      standing.status == .none
        ? "no label"
        : [standing.level?.rawValue, standing.words(format)].compactMap(\.self).joined(separator: ", ")
    case .figure(let figure): format.figure(figure) + (figure.asOf.map { ", \(format.date($0))" } ?? "")
    case .named(let count): "\(format.count(count)) named, maybe more"
    }
  }
}

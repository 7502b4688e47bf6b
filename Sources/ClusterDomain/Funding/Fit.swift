// Whether a call fits a cluster, rule by rule: what is asked, what is seen, and what follows.

/// One rule of a call held against one cluster.
public struct FitRule: Sendable {
  /// What follows.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The cluster meets it.
    case passed
    /// The cluster does not meet it.
    case failed
    /// Nothing in the dataset tells.
    case missing = "data missing"
    /// It is in words only, for a person to read.
    case unchecked = "to be read"
  }

  /// Which rule it is.
  public enum Subject: Sendable, Hashable {
    /// The call can be answered on the day.
    case date
    /// The programme is open to the cluster's area.
    case area
    /// A condition of the programme or the call.
    case condition(Condition)
  }

  /// What of the cluster, or of the call, was looked at.
  public enum Seen: Sendable {
    /// Nothing.
    case nothing
    /// How the call stands.
    case standing(CallStanding)
    /// The region of the cluster.
    case region(ID<Region>)
    /// The country of the cluster.
    case country(String)
    /// The kind or the sectors of the cluster.
    case words([String])
    /// How the cluster stands with its labels.
    case label(LabelStanding)
    /// What is stated of the cluster.
    case figure(Figure)
    /// How many members of the cluster the dataset names; there may be more.
    case named(Int)
  }

  /// Which rule it is.
  public let subject: Subject
  /// What was looked at.
  public let seen: Seen
  /// What follows.
  public let verdict: Verdict
}

/// A call held against a cluster on a day.
public struct Fit: Sendable {
  /// The call.
  public let call: ID<Call>
  /// The cluster.
  public let cluster: ID<Cluster>
  /// Its rules: date, area, then the conditions in the order of the table.
  public let rules: [FitRule]

  /// How many rules have a verdict.
  public func count(_ verdict: FitRule.Verdict) -> Int { rules.count { $0.verdict == verdict } }

  /// Whether the cluster could answer the call for all that is known: nothing but the date stands against it.
  public var isPossible: Bool { !rules.contains { $0.verdict == .failed && $0.subject != .date } }
}

/// Holds calls against clusters on one day.
public struct Fitting: Sendable {
  private let catalogue: Catalogue
  private let labels: LabelLog
  private let day: CalendarDate

  /// Rules are those of the catalogue; labels and figures count as they stand on `day`.
  public init(catalogue: Catalogue, labels: LabelLog, day: CalendarDate) {
    self.catalogue = catalogue
    self.labels = labels
    self.day = day
  }

  /// A call held against a cluster.
  public func fit(_ call: Call, _ cluster: Cluster) -> Fit {
    let rules =
      [date(call), area(call, cluster)] + catalogue.conditions(of: call).map { condition($0, cluster) }
    return Fit(call: call.id, cluster: cluster.id, rules: rules)
  }

  private func date(_ call: Call) -> FitRule {
    let standing = call.standing(on: day)
    let verdict: FitRule.Verdict =
      switch standing.status {
      case .open, .closing, .betweenCutOffs: .passed
      case .closed, .secondStageOnly: .failed
      case .forthcoming, .unknown: .missing
      }
    return FitRule(subject: .date, seen: .standing(standing), verdict: verdict)
  }

  private func area(_ call: Call, _ cluster: Cluster) -> FitRule {
    let seen: FitRule.Seen = cluster.region.map { .region($0) } ?? .country(cluster.country)
    guard let programme = catalogue.programme(call.programme) else {
      return FitRule(subject: .area, seen: seen, verdict: .missing)
    }
    return FitRule(subject: .area, seen: seen, verdict: area(programme, cluster))
  }

  /// EU programmes are open to all, national ones to the home country, regional ones to their region.
  private func area(_ programme: Programme, _ cluster: Cluster) -> FitRule.Verdict {
    switch programme.scope {
    // Of a programme for a part of the Union the dataset does not say for which.
    case "EU": return programme.isForPart ? .missing : .passed
    case "national":
      guard !catalogue.homeCountry.isEmpty else { return .missing }
      return cluster.country == catalogue.homeCountry ? .passed : .failed
    default:
      guard let region = programme.region else { return .missing }
      if let own = cluster.region { return own == region ? .passed : .failed }
      return isMaybeHome(cluster) ? .missing : .failed
    }
  }

  /// Whether a cluster without a region may have a seat in one of the home country.
  private func isMaybeHome(_ cluster: Cluster) -> Bool {
    catalogue.homeCountry.isEmpty || cluster.country == catalogue.homeCountry
  }

  private func condition(_ condition: Condition, _ cluster: Cluster) -> FitRule {
    let (seen, verdict) = condition.test.map { check($0, cluster) } ?? (.nothing, .unchecked)
    return FitRule(subject: .condition(condition), seen: seen, verdict: verdict)
  }
}

// MARK: - Tests

extension Fitting {
  private func check(_ test: FitTest, _ cluster: Cluster) -> (FitRule.Seen, FitRule.Verdict) {
    switch test {
    case .region(let codes):
      guard let region = cluster.region else {
        return (.country(cluster.country), isMaybeHome(cluster) ? .missing : .failed)
      }
      return (.region(region), codes.contains { region.rawValue.hasPrefix($0) } ? .passed : .failed)
    case .country(let codes):
      return (.country(cluster.country), codes.contains(cluster.country) ? .passed : .failed)
    case .kind(let kinds): return words(cluster.kind.isEmpty ? [] : [cluster.kind], among: kinds)
    case .sector(let sectors): return words(cluster.sectors, among: sectors)
    case .label(let level):
      let standing = labels.standing(of: cluster.id, on: day)
      let isMet = standing.isAlive && standing.level.map { $0 >= level } ?? false
      // A label that may be held still is no reason to say no.
      return (.label(standing), isMet ? .passed : standing.status == .unknown ? .missing : .failed)
    case .figure(let measure, let least): return figure(measure, least, cluster)
    }
  }

  private func words(_ own: [String], among asked: [String]) -> (FitRule.Seen, FitRule.Verdict) {
    guard !own.isEmpty else { return (.nothing, .missing) }
    let asked = asked.map { $0.lowercased() }
    return (.words(own), own.contains { asked.contains($0.lowercased()) } ? .passed : .failed)
  }

  /// The figure decides where one is stated; named members only where they are enough, as their list may be partial.
  private func figure(
    _ measure: String, _ least: Double, _ cluster: Cluster
  ) -> (FitRule.Seen, FitRule.Verdict) {
    if let figure = catalogue.current(measure, of: .cluster(cluster.id), on: day) {
      return (.figure(figure), figure.verdict(atLeast: least))
    }
    guard let named = named(measure, of: cluster) else { return (.nothing, .missing) }
    return (.named(named), Double(named) >= least ? .passed : .missing)
  }

  /// How many members the dataset names that a measure counts; nil for measures that count no members.
  private func named(_ measure: String, of cluster: Cluster) -> Int? {
    guard measure != "members" else { return catalogue.membershipCount(of: cluster.id) }
    let kinds: Set<Organisation.Kind>
    switch measure {
    case "companies": kinds = [.company, .sme]
    case "sme members": kinds = [.sme]
    case "research members": kinds = [.research, .university]
    case "public members": kinds = [.public]
    case "associations": kinds = [.association]
    default: return nil
    }
    let names = Set(kinds.map(\.rawValue))
    let (members, memberships) = (catalogue.tables.organisations, catalogue.tables.memberships)
    return catalogue.membershipRows(of: cluster.id).count { row in
      memberships.organisation(row: row).flatMap { members.text(.kind, row: $0) }.map(names.contains) ?? false
    }
  }
}

extension Figure {
  /// How far from what it says an approximate figure may lie.
  private static let tolerance = 0.1

  /// Whether what is counted is at least so much, as far as its bound tells.
  fileprivate func verdict(atLeast least: Double) -> FitRule.Verdict {
    switch bound {
    case .exact: value >= least ? .passed : .failed
    case .moreThan, .atLeast: value >= least ? .passed : .missing
    case .lessThan: value <= least ? .failed : .missing
    case .almost: value <= least ? .failed : value * (1 - Self.tolerance) >= least ? .passed : .missing
    case .about:
      value * (1 - Self.tolerance) >= least
        ? .passed : value * (1 + Self.tolerance) < least ? .failed : .missing
    }
  }
}

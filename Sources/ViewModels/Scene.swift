// What every pane reads: the catalogue judged at one date, and the clusters that the filters leave.

public import ClusterDomain
import Sheets
import Synchronization

/// Labels by the time that is left.
public enum AwardHorizon: Sendable, Hashable {
  /// Valid ones that end within so many days.
  case lapse(days: Int)
  /// Ended ones that can be renewed, but no longer than so many days.
  case renew(days: Int)
}

/// The catalogue judged at one date: every label and call with its standing.
public final class Judgement: Sendable {
  /// The data.
  public let catalogue: Catalogue
  /// All awards.
  public let labels: LabelLog
  /// The date at which all is judged.
  public let asOf: CalendarDate
  /// The day by which what is told of labels was known; nil where all of it counts.
  public let knownBy: CalendarDate?
  /// Days before its end from which a label counts as expiring.
  public let warningDays: Int
  /// Which labels are listed by the time that is left; nil lists all.
  let horizon: AwardHorizon?
  /// What the user added.
  public let additions: Additions
  private let standings: [ID<Cluster>: LabelStanding]
  private let callStandings: [ID<Call>: CallStanding]
  /// The members of clusters by what the clusters were filtered by, since making such a list takes long.
  let rolls = Mutex<[MemberScope: MemberRoll]>([:])
  /// The last days on which clusters hold a valid label, as far as they were asked for.
  let lastDays = Mutex<[ID<Cluster>: CalendarDate?]>([:])
  /// The members of single clusters, of those that have many.
  let clusterRolls = Mutex<[MemberScope: ClusterRoll]>([:])

  /// Judges all labels and calls of a catalogue at a date.
  public init(
    catalogue: Catalogue, labels: LabelLog, asOf: CalendarDate, knownBy: CalendarDate? = nil,
    warningDays: Int = AppState.usualWarning,
    closingDays: Int = AppState.usualClosing, horizon: AwardHorizon? = nil, additions: Additions = Additions()
  ) {
    self.horizon = horizon
    self.additions = additions
    self.catalogue = catalogue
    self.labels = labels
    self.asOf = asOf
    self.knownBy = knownBy
    self.warningDays = warningDays
    standings = Dictionary(
      catalogue.tables.clusters.map { ($0.id, labels.standing(of: $0.id, on: asOf, warning: warningDays)) },
      uniquingKeysWith: { first, _ in first })
    callStandings = Dictionary(
      catalogue.tables.calls.map { ($0.id, $0.standing(on: asOf, closingWithin: closingDays)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The same judgement beside other entries that change nothing of the data: watched clusters and notes.
  init(_ former: Judgement, additions: Additions) {
    self.additions = additions
    catalogue = former.catalogue
    labels = former.labels
    asOf = former.asOf
    knownBy = former.knownBy
    warningDays = former.warningDays
    horizon = former.horizon
    standings = former.standings
    callStandings = former.callStandings
    // Lists that were narrowed by the watch list may have changed.
    let (kept, single) = (former.rolls.withLock { $0 }, former.clusterRolls.withLock { $0 })
    rolls.withLock { $0 = kept.filter { !$0.key.dependsOnWatchList } }
    clusterRolls.withLock { $0 = single.filter { !$0.key.dependsOnWatchList } }
    let days = former.lastDays.withLock { $0 }
    lastDays.withLock { $0 = days }
  }

  /// Whether a value of the region facet lies in the home country.
  func isHome(_ area: String) -> Bool {
    area == Area.national || area == catalogue.homeCountry
      || catalogue.region(ID(rawValue: area))?.country == catalogue.homeCountry
  }

  /// How a cluster stands with its labels.
  public func standing(of id: ID<Cluster>) -> LabelStanding {
    standings[id] ?? labels.standing(of: id, on: asOf, warning: warningDays)
  }

  /// Whether a later label has taken the place of an award.
  public func isSuperseded(_ award: LabelAward) -> Bool { labels.isSuperseded(award, on: asOf) }

  /// How one award stands.
  public func standing(of award: LabelAward) -> LabelStanding {
    labels.standing(of: award, on: asOf, warning: warningDays)
  }

  /// A call held against a cluster, as of the date.
  func fit(_ call: Call, _ cluster: Cluster) -> Fit {
    Fitting(catalogue: catalogue, labels: labels, day: asOf).fit(call, cluster)
  }

  /// How a call stands.
  public func standing(of call: Call) -> CallStanding { callStandings[call.id] ?? call.standing(on: asOf) }
}

/// A judged catalogue seen through filters.
public final class Scene: Sendable {
  /// The catalogue judged at one date.
  public let judgement: Judgement
  /// The filters, in the order in which they were set.
  public let clauses: [Clause]
  /// The clusters that pass all of them, in the order of the table.
  public let clusters: [Cluster]
  /// The clusters that pass all filters but the one by label.
  let clustersOfAnyLabel: [Cluster]
  /// How many clusters there are before any filter.
  public let total: Int
  /// How many clusters are left after each filter.
  public let counts: [Int]
  /// The values of each filter as people read them.
  public let clauseNames: [String]
  /// Whether memberships that are only implied are shown.
  public let showsImplied: Bool
  /// What could not be read of the dataset.
  public let problems: [Problem]
  /// What is odd in the open files, by their numbers.
  public let sheetProblems: [Int: [Problem]]
  /// The years that time axes show.
  public let axis: TimeAxis
  /// How values are written.
  public let format: Formatting
  /// How the clusters stand with their labels.
  public let summary: LabelSummary

  /// What has changed on the disk, and what of it was not looked at yet.
  let changeLog: ChangeLog

  /// The open files, and what is known of their rows.
  public let sheets: KnownRows

  /// The columns whose values were counted, so that sorting and filtering the counts does not count again.
  let frequencies = Mutex<[GroupedColumn: Frequency]>([:])

  /// Applies filters to a judged catalogue; without a region filter only the home country is seen.
  public init(
    judgement: Judgement, clauses: [Clause] = [], showsImplied: Bool = true, problems: [Problem] = [],
    sheetProblems: [Int: [Problem]] = [:], format: Formatting = Formatting(),
    axisYears: Int = TimeAxis.usualYears, changeLog: ChangeLog = ChangeLog(), sheets: KnownRows = KnownRows()
  ) {
    self.changeLog = changeLog
    axis = TimeAxis(years: axisYears, around: judgement.asOf)
    self.sheets = sheets
    self.judgement = judgement
    self.clauses = clauses
    self.showsImplied = showsImplied
    self.problems = problems
    self.sheetProblems = sheetProblems
    self.format = format
    var left = Self.base(judgement, clauses)
    total = left.count
    counts = clauses.map { clause in
      left = left.filter { clause.facet.passes($0, clause.values, judgement) }
      return left.count
    }
    clusters = left
    clustersOfAnyLabel =
      clauses.contains { $0.facet == .label }
      ? Self.base(judgement, clauses).filter { cluster in
        clauses.allSatisfy { $0.facet == .label || $0.facet.passes(cluster, $0.values, judgement) }
      } : left
    clauseNames = clauses.map { $0.facet.name(of: $0.values, in: judgement) }
    summary = LabelSummary(left, judgement)
  }

  /// The data.
  public var catalogue: Catalogue { judgement.catalogue }

  /// The values of a facet with the number of clusters that each would leave beside the other filters.
  public func offers(for facet: Facet) -> [FacetValue] {
    let others = clauses.filter { $0.facet != facet }
    let pool = Self.base(judgement, facet == .region ? [Clause(.region, [Area.everywhere])] : others)
      .filter { cluster in others.allSatisfy { $0.facet.passes(cluster, $0.values, judgement) } }
    var counts: [String: Int] = [:]
    for cluster in pool {
      for value in Set(facet.rule.values(cluster, judgement)) { counts[value, default: 0] += 1 }
    }
    let chosen = Set(clauses.first { $0.facet == facet }?.values ?? [])
    return facet.rule.offers(judgement)
      .map { value in
        var value = value
        value.count = counts[value.id] ?? 0
        return value
      }
      .filter { $0.count > 0 || chosen.contains($0.id) || Self.alwaysOffered.contains(facet) }
  }

  /// The facets whose values are offered even where no cluster has them.
  private static let alwaysOffered: Set<Facet> = [.region, .label, .watch]

  private static func base(_ judgement: Judgement, _ clauses: [Clause]) -> [Cluster] {
    let all = judgement.catalogue.tables.clusters
    let isAbroad = clauses.contains { clause in
      clause.facet == .region && !clause.values.allSatisfy { judgement.isHome($0) }
    }
    return isAbroad || judgement.catalogue.homeCountry.isEmpty
      ? all : all.filter { $0.country == judgement.catalogue.homeCountry }
  }
}

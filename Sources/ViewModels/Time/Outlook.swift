// What becomes of the labels of the shown clusters if nobody renews.

import ClusterDomain
import Synchronization

extension Judgement {
  /// The awards of a cluster that are valid at the as-of date, what takes their place left out.
  func validAwards(of cluster: ID<Cluster>) -> [LabelAward] {
    labels.awards(of: cluster).filter { standing(of: $0).isAlive && !isSuperseded($0) }
  }

  /// The last day on which a cluster holds a valid label, if nothing is renewed; nil where it holds none.
  func lastDay(of cluster: ID<Cluster>) -> CalendarDate? {
    lastDays.withLock { known in
      if let found = known[cluster] { return found }
      let found = validAwards(of: cluster).compactMap { standing(of: $0).end?.last }.max()
      known[cluster] = .some(found)
      return found
    }
  }
}

extension Judgement {
  /// Whether a cluster holds a valid label on a day ahead, if nothing is renewed.
  func covers(_ cluster: Cluster, on day: CalendarDate) -> Bool {
    lastDay(of: cluster.id).map { $0 >= day } ?? false
  }
}

/// What happens in one month.
struct MonthOutlook: Sendable {
  let month: PartialDate
  /// The awards whose validity ends.
  let lapsing: [LabelAward]
  /// The awards that can no longer be renewed afterwards.
  let lost: [LabelAward]
  /// How many clusters hold a valid label when the month is over.
  let covered: Int
  /// How many awards end, as a share of the most that end in one of the months.
  let share: Double
}

extension Scene {
  /// How many months ahead are looked at.
  public static let outlookMonths = 24

  /// The months from that of the as-of date on.
  var outlook: [MonthOutlook] {
    let valid = clusters.flatMap { judgement.validAwards(of: $0.id) }
    let renewable = clusters.flatMap { cluster in
      judgement.labels.awards(of: cluster.id)
        .filter { judgement.standing(of: $0).status == .grace && !judgement.isSuperseded($0) }
    }
    let first = PartialDate(judgement.asOf, precision: .month).first
    // The calendar ends with the year 9999.
    let months = (0..<Self.outlookMonths).map { offset in
      PartialDate(first.adding(months: offset), precision: .month)
    }.reduce(into: [PartialDate]()) { months, month in if months.last != month { months.append(month) } }
    let lapsing = months.map { month in
      valid.filter { judgement.standing(of: $0).end.map { month.holds($0.last) } ?? false }
    }
    let most = max(1, lapsing.map(\.count).max() ?? 0)
    return zip(months, lapsing).map { month, lapsing in
      MonthOutlook(
        month: month, lapsing: lapsing,
        lost: (valid + renewable)
          .filter { judgement.standing(of: $0).graceEnd.map { month.holds($0.last) } ?? false },
        covered: covered(on: month.last.adding(days: 1)), share: Double(lapsing.count) / Double(most))
    }
  }

  /// How many of the shown clusters hold a valid label on a day ahead, if nobody renews.
  func covered(on day: CalendarDate) -> Int { clusters.count { judgement.covers($0, on: day) } }
}

extension PartialDate {
  fileprivate func holds(_ day: CalendarDate) -> Bool { first <= day && day <= last }
}

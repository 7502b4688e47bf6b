// Holds two releases of a dataset against each other: clusters, labels on a day, members, programmes and calls.

/// Two releases of a dataset, both judged on the same day.
public struct Comparison: Sendable {
  private let old: Catalogue
  private let new: Catalogue
  private let oldLabels: LabelLog
  private let newLabels: LabelLog
  private let day: CalendarDate

  /// Compares an older release with a newer one; labels are those that are valid on `day`.
  public init(from old: Catalogue, to new: Catalogue, on day: CalendarDate) {
    self.old = old
    self.new = new
    self.day = day
    oldLabels = LabelLog(old)
    newLabels = LabelLog(new)
  }

  /// All changes: clusters in the order of the newer release, each with its label and members, those that are gone,
  /// then programmes and calls.
  public var changes: [Change] {
    let clusters = new.tables.clusters.flatMap { cluster in
      guard let former = old.cluster(cluster.id) else {
        return [change(.clusterAdded, cluster, after: place(of: cluster, in: new))]
      }
      return details(of: cluster, former: former) + labelChanges(of: cluster) + memberChanges(of: cluster)
    }
    let gone = old.tables.clusters.filter { new.cluster($0.id) == nil }
      .map { change(.clusterRemoved, $0, before: place(of: $0, in: old)) }
    return clusters + gone + programmeChanges + callChanges
  }

  private func change(
    _ kind: Change.Kind, _ cluster: Cluster, detail: String? = nil, before: String? = nil,
    after: String? = nil
  ) -> Change {
    Change(
      kind: kind, subject: cluster.id.rawValue, name: cluster.name, detail: detail, before: before,
      after: after)
  }

  private func place(of cluster: Cluster, in catalogue: Catalogue) -> String? {
    let region = cluster.region.map { catalogue.region($0)?.name ?? $0.rawValue } ?? cluster.country
    let parts = [cluster.place, region].compactMap { $0 }.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func details(of cluster: Cluster, former: Cluster) -> [Change] {
    var changes: [Change] = []
    if cluster.name != former.name {
      changes.append(change(.renamed, cluster, before: former.name, after: cluster.name))
    }
    if cluster.region != former.region || cluster.country != former.country || cluster.place != former.place {
      changes.append(
        change(.moved, cluster, before: place(of: former, in: old), after: place(of: cluster, in: new)))
    }
    let (before, after) = (particulars(of: former), particulars(of: cluster))
    if before != after {
      let others = zip(before, after).filter { $0 != $1 }
      func words(_ values: [String]) -> String {
        values.map { $0.isEmpty ? "–" : $0 }.joined(separator: "; ")
      }
      changes.append(
        change(.details, cluster, before: words(others.map(\.0)), after: words(others.map(\.1))))
    }
    return changes + figureChanges(of: cluster)
  }

  private func particulars(of cluster: Cluster) -> [String] {
    [
      cluster.kind, cluster.sectors.joined(separator: ", "), cluster.founded?.description ?? "",
      cluster.website ?? "", cluster.shortName ?? "",
    ]
  }

  /// The figures of the day that are not the same.
  private func figureChanges(of cluster: Cluster) -> [Change] {
    let subject = Subject.cluster(cluster.id)
    var seen: Set<String> = []
    let measures = (old.figures(about: subject) + new.figures(about: subject)).map(\.measure)
      .filter { seen.insert($0).inserted }
    return measures.compactMap { measure in
      let before = old.current(measure, of: subject, on: day).map(words)
      let after = new.current(measure, of: subject, on: day).map(words)
      guard before != after else { return nil }
      return change(
        .figure, cluster, detail: measure, before: before.map { "\(measure) \($0)" },
        after: after.map { "\(measure) \($0)" })
    }
  }

  private func words(_ figure: Figure) -> String {
    let bound = figure.bound == .exact ? "" : "\(figure.bound.rawValue) "
    let value = Int64(exactly: figure.value).map { "\($0)" } ?? "\(figure.value)"
    return bound + value + (figure.asOf.map { " (\($0))" } ?? "")
  }
}

// MARK: - Labels

extension Comparison {
  private func labelChanges(of cluster: Cluster) -> [Change] {
    let before = oldLabels.standing(of: cluster.id, on: day)
    let after = newLabels.standing(of: cluster.id, on: day)
    guard let kind = kind(before, after) else { return [] }
    return [change(kind, cluster, before: words(before), after: words(after))]
  }

  private func kind(_ before: LabelStanding, _ after: LabelStanding) -> Change.Kind? {
    switch (before.isAlive, after.isAlive) {
    case (false, false):
      let isSame = before.status == after.status && before.level == after.level && before.end == after.end
      return isSame ? nil : .standing
    case (false, true): return .labelled
    case (true, false): return .lapsed
    case (true, true): break
    }
    guard let former = before.level, let level = after.level else { return nil }
    if level != former { return level > former ? .upgraded : .downgraded }
    guard let formerEnd = before.end, let end = after.end, end.last != formerEnd.last else { return nil }
    return end.last > formerEnd.last ? .renewed : .shortened
  }

  private func words(_ standing: LabelStanding) -> String {
    let level = standing.level.map { "\($0.rawValue) " } ?? ""
    let end =
      switch standing.status {
      case .grace: standing.graceEnd.map { ", renewable to \($0)" }
      case .lapsed: standing.end.map { " \(standing.isDerived ? "≈ " : "")\($0)" }
      default: standing.end.map { " to \(standing.isDerived ? "≈ " : "")\($0)" }
      }
    return "\(level)\(standing.status.rawValue)\(end ?? "")"
  }
}

// MARK: - Members

extension Comparison {
  private func memberChanges(of cluster: Cluster) -> [Change] {
    let before = members(of: cluster.id, in: old)
    let after = members(of: cluster.id, in: new)
    let gained = after.subtracting(before).sorted().map { id in
      change(.memberGained, cluster, detail: id, after: new.organisation(ID(rawValue: id))?.name ?? id)
    }
    let lost = before.subtracting(after).sorted().map { id in
      change(.memberLost, cluster, detail: id, before: old.organisation(ID(rawValue: id))?.name ?? id)
    }
    return summed(gained, .memberGained, cluster) + summed(lost, .memberLost, cluster)
  }

  /// More members gained or lost at once are no news of single ones.
  private static let mostMembers = 200

  private func summed(_ changes: [Change], _ kind: Change.Kind, _ cluster: Cluster) -> [Change] {
    guard changes.count > Self.mostMembers else { return changes }
    let words = "\(changes.count) members"
    return [
      change(
        kind, cluster, detail: "many", before: kind == .memberLost ? words : nil,
        after: kind == .memberGained ? words : nil)
    ]
  }

  private func members(of cluster: ID<Cluster>, in catalogue: Catalogue) -> Set<String> {
    let memberships = catalogue.tables.memberships
    return Set(
      catalogue.membershipRows(of: cluster).compactMap { memberships.text(.organisation, row: $0) })
  }
}

// MARK: - Funding

extension Comparison {
  private var programmeChanges: [Change] {
    let added = new.tables.programmes.filter { old.programme($0.id) == nil }.map {
      Change(
        kind: .programmeAdded, subject: $0.id.rawValue, name: $0.name, after: $0.managingBody)
    }
    let removed = old.tables.programmes.filter { new.programme($0.id) == nil }.map {
      Change(
        kind: .programmeRemoved, subject: $0.id.rawValue, name: $0.name, before: $0.managingBody)
    }
    return added + removed
  }

  private var callChanges: [Change] {
    let found = new.tables.calls.compactMap { call -> Change? in
      let after = dates(of: call)
      guard let former = old.call(call.id) else {
        return Change(
          kind: .callAdded, subject: call.id.rawValue, name: call.name, after: after)
      }
      let before = dates(of: former)
      guard before != after else { return nil }
      return Change(
        kind: .deadlinesMoved, subject: call.id.rawValue, name: call.name, before: before, after: after)
    }
    let removed = old.tables.calls.filter { new.call($0.id) == nil }.map {
      Change(
        kind: .callRemoved, subject: $0.id.rawValue, name: $0.name, before: dates(of: $0))
    }
    return found + removed
  }

  private func dates(of call: Call) -> String? {
    let dates = call.closingDates.map(\.date.description)
    return dates.isEmpty ? nil : dates.joined(separator: ", ")
  }
}

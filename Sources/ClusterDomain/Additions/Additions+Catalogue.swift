// What a user has entered, among the rows of the dataset: side by side with what others say, never in its place.

extension Additions {
  /// The source of what a user has entered.
  public static let source = Source(id: "yours", url: "", title: "Your notebook")

  /// The identifier of the row that an entry becomes.
  static func rowID(_ entry: Entry) -> String { "yours-\(entry.number)" }

  /// A dataset with what was entered among its rows; the same one where nothing was.
  ///
  /// An event joins the award that was chosen for it; otherwise, of the awards of its cluster and level, a
  /// withdrawal the last one given by then, a correction the last one, an assessment or denial the last one that is only
  /// sought, any other the one whose date can be the same. Where there is none it is an award of its own. A deadline that takes the place of another stands beside it, which holds no more.
  /// What is about clusters or calls that the dataset does not have is left out.
  public func applied(to catalogue: Catalogue) -> Catalogue {
    guard changesData else { return catalogue }
    var tables = catalogue.tables
    tables.sources.append(Self.source)
    tables.labels += labelEvents(beside: catalogue)
    tables.calls = calls(of: catalogue)
    return Catalogue(
      title: catalogue.title, name: catalogue.name, homeCountry: catalogue.homeCountry, tables: tables)
  }

  private func labelEvents(beside catalogue: Catalogue) -> [LabelEvent] {
    let builder = AwardBuilder(rules: LabelRules(catalogue.tables.labelRules))
    var own: [LabelEvent] = []
    for entry in entries {
      guard case .labelEvent(let event) = entry.content, catalogue.cluster(event.cluster) != nil else {
        continue
      }
      let others = catalogue.labels(of: event.cluster) + own.filter { $0.cluster == event.cluster }
      let awards = builder.awards(from: others)
      // A chosen award may be gone from the dataset.
      let chosen = event.award.flatMap { id in awards.contains { $0.id == id } ? id : nil }
      let award = chosen ?? Self.award(of: event, among: awards) ?? ID(rawValue: Self.rowID(entry))
      own.append(
        LabelEvent(
          id: ID(rawValue: Self.rowID(entry)), award: award, cluster: event.cluster, kind: event.kind,
          level: event.level, date: event.date, validUntil: event.validUntil, statedYears: event.years,
          recorded: PartialDate(entry.day), source: Self.source.id, note: event.note))
    }
    return own
  }

  private static func award(of event: LabelEntry, among awards: [LabelAward]) -> ID<LabelAward>? {
    let candidates = awards.filter { $0.level == event.level }
    func start(_ award: LabelAward) -> Int { award.start?.dayNumber ?? .min }
    switch event.kind {
    case .withdrawn, .corrected:
      // What was given later cannot have been taken away yet.
      let day = event.kind == .withdrawn ? event.date?.last.dayNumber ?? .max : .max
      return candidates.filter { $0.isGranted && start($0) <= day }.max { start($0) < start($1) }?.id
    case .assessed, .denied:
      let sought = candidates.filter { award in award.events.allSatisfy(\.kind.isPending) }
      if let last = sought.max(by: { start($0) < start($1) }) { return last.id }
    case .awarded, .renewed, .upgraded, .held, .applied: break
    }
    return candidates.first { award in
      guard let date = event.date, let other = award.date else { return false }
      return award.isGranted == event.kind.isGrant && date.overlaps(other)
    }?.id
  }

  private func calls(of catalogue: Catalogue) -> [Call] {
    var own: [ID<Call>: [(number: Int64, entry: DeadlineEntry)]] = [:]
    for entry in entries {
      guard case .deadline(let deadline) = entry.content else { continue }
      own[deadline.call, default: []].append((entry.number, deadline))
    }
    return catalogue.tables.calls.map { call in own[call.id].map { call.with($0) } ?? call }
  }
}

extension Call {
  /// The same call with what a user has entered, the newest entry counting most: a date that was given up holds no
  /// more, until one is put back to it.
  fileprivate func with(_ entries: [(number: Int64, entry: DeadlineEntry)]) -> Call {
    var replaced: Set<PartialDate> = []
    var kinds = Dictionary(deadlines.map { ($0.date, $0.kind) }, uniquingKeysWith: { first, _ in first })
    var own: [Deadline] = []
    for (number, entry) in entries {
      let kind = entry.replaces.flatMap { kinds[$0] } ?? kinds[entry.date] ?? "single"
      entry.replaces.map { _ = replaced.insert($0) }
      replaced.remove(entry.date)
      kinds[entry.date] = kind
      own.append(
        Deadline(
          date: entry.date, kind: kind, time: entry.time, zone: entry.zone, source: Additions.source.id,
          own: Deadline.Own(number: number, replaces: entry.replaces, note: entry.note)))
    }
    let all = (deadlines + own).enumerated().sorted { first, second in
      (first.element.date, first.offset) < (second.element.date, second.offset)
    }
    return Call(
      id: id, programme: programme, name: name, opens: opens, closes: closes, deadlines: all.map(\.element),
      replaced: replaced, source: source, note: note)
  }
}

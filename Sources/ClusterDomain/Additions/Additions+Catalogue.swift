// What a user has entered, among the rows of the dataset: side by side with what others say, never in its place.

extension Additions {
  /// The source of what a user has entered.
  public static let source = Source(id: "yours", url: "", title: "Your notebook")

  /// The identifier of the row that an entry becomes.
  static func rowID(_ entry: Entry) -> String { "yours-\(entry.number)" }

  /// A dataset with what was entered among its rows; the same one where nothing was.
  ///
  /// An event joins the award that was chosen for it; otherwise, of the awards of its cluster and level, a
  /// withdrawal or correction the one given last, an assessment or denial the one sought last, any other the one whose
  /// date can be the same. Where there is none it is an award of its own. A deadline that takes the place of another stands beside it, which holds no more.
  /// What is about clusters or calls that the dataset does not have is left out.
  public func applied(to catalogue: Catalogue) -> Catalogue {
    guard changesData else { return catalogue }
    var tables = catalogue.tables
    tables.sources.append(Self.source)
    tables.labels += labelEvents(beside: catalogue)
    let deadlines = deadlines(in: catalogue)
    tables.calls = tables.calls.map { call in
      deadlines[call.id].map { call.with($0) } ?? call
    }
    return Catalogue(
      title: catalogue.title, name: catalogue.name, homeCountry: catalogue.homeCountry, tables: tables)
  }

  private func labelEvents(beside catalogue: Catalogue) -> [LabelEvent] {
    var own: [LabelEvent] = []
    for entry in entries {
      guard case .labelEvent(let event) = entry.content, catalogue.cluster(event.cluster) != nil else {
        continue
      }
      let others = catalogue.labels(of: event.cluster) + own.filter { $0.cluster == event.cluster }
      let awards = AwardBuilder(rules: LabelRules(catalogue.tables.labelRules)).awards(from: others)
      let award = event.award ?? Self.award(of: event, among: awards) ?? ID(rawValue: Self.rowID(entry))
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
    switch event.kind {
    case .withdrawn, .corrected:
      return candidates.filter(\.isGranted).max {
        ($0.start?.dayNumber ?? .min) < ($1.start?.dayNumber ?? .min)
      }?.id
    case .assessed, .denied:
      if let sought = candidates.last(where: { !$0.isGranted }) { return sought.id }
    case .awarded, .renewed, .upgraded, .held, .applied: break
    }
    return candidates.first { award in
      guard let date = event.date, let other = award.date else { return false }
      return award.isGranted == event.kind.isGrant && date.overlaps(other)
    }?.id
  }

  private func deadlines(in catalogue: Catalogue) -> [ID<Call>: [Deadline]] {
    var found: [ID<Call>: [Deadline]] = [:]
    for entry in entries {
      guard case .deadline(let own) = entry.content, let call = catalogue.call(own.call) else { continue }
      let replaced = call.deadlines.first { $0.date == own.replaces }
      found[own.call, default: []].append(
        Deadline(
          date: own.date, kind: replaced?.kind ?? "single", time: own.time, zone: own.zone,
          statedStatus: own.replaces.map { "moved from \($0)" }, source: Self.source.id, own: entry.number))
    }
    return found
  }
}

extension Call {
  /// The same call with further deadlines.
  fileprivate func with(_ others: [Deadline]) -> Call {
    let closing = others.last {
      $0.statedStatus == closes.map { "moved from \($0)" } && $0.statedStatus != nil
    }
    return Call(
      id: id, programme: programme, name: name, opens: opens, closes: closing?.date ?? closes,
      deadlines: (deadlines + others).enumerated().sorted {
        ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
      }
      .map(\.element), source: source, note: note)
  }
}

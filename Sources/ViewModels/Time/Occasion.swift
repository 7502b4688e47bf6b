// What falls on a day ahead: the end of a label, the last day to renew one, a deadline of a call.

public import ClusterDomain

/// Something that falls on a day.
public struct Occasion: Hashable, Sendable {
  /// What falls on it.
  public enum Kind: String, Sendable, CaseIterable {
    /// The last day on which a label is valid.
    case labelEnds = "label ends"
    /// The last day on which a label that ended can be renewed.
    case renewalEnds = "renewal ends"
    /// A call opens.
    case callOpens = "call opens"
    /// A deadline of a call.
    case deadline
  }

  /// The same for the same fact in every release of the data: a calendar that has it already replaces it.
  public let id: String
  /// What falls on the day.
  public let kind: Kind
  /// The last day that is meant, with the precision in which it is known.
  public let date: PartialDate
  /// The moment, where a source states time and zone.
  public let moment: Moment?
  /// The cluster or the call.
  public let name: String
  /// The level of the label, or the programme of the call, and what else a reader should know.
  public let detail: String
  /// Where a source says so.
  public let url: String?
  /// The page behind it.
  let page: PageKind
  let role: TextRole

  /// The day in a calendar: the last one that is meant, of an opening the first.
  public var day: CalendarDate { kind == .callOpens ? date.first : date.last }

  /// One line: `Venetian Cluster: bronze label ends`.
  public var title: String { "\(name): \(kind.rawValue)" }
}

extension Scene {
  /// How far ahead occasions are listed, in months.
  public static let calendarMonths = 24

  /// The ends ahead of an award whose place no later one has taken.
  func occasions(of award: LabelAward) -> [Occasion] {
    guard !judgement.isSuperseded(award), let cluster = catalogue.cluster(award.cluster) else { return [] }
    let standing = judgement.standing(of: award)
    func occasion(_ kind: Occasion.Kind, _ date: PartialDate, _ role: TextRole) -> Occasion {
      let basis = standing.isDerived ? ", by the rules" : ""
      return Occasion(
        id: occasionID(kind == .labelEnds ? "label-end" : "renewal-end", award.id.rawValue), kind: kind,
        date: date,
        moment: nil, name: cluster.listName, detail: "\(award.level.rawValue)\(basis)",
        url: award.events.first.flatMap { address(of: $0.source) }, page: .award(award.id),
        role: role)
    }
    var found: [Occasion] = []
    if standing.isAlive, let end = standing.end { found.append(occasion(.labelEnds, end, .expiring)) }
    if standing.isAlive || standing.status == .grace, let end = standing.graceEnd {
      found.append(occasion(.renewalEnds, end, .grace))
    }
    return found
  }

  /// The opening and all deadlines of a call that are ahead.
  func occasions(of call: Call) -> [Occasion] {
    let programme = catalogue.programme(call.programme)?.name ?? call.programme.rawValue
    func occasion(
      _ kind: Occasion.Kind, _ date: PartialDate, _ key: String, _ detail: String, _ source: ID<Source>,
      _ moment: Moment? = nil
    ) -> Occasion {
      Occasion(
        id: occasionID(key, call.id.rawValue), kind: kind, date: date, moment: moment, name: call.name,
        detail: detail, url: address(of: source), page: .call(call.id),
        role: kind == .deadline ? .callClosing : .callForthcoming)
    }
    var found: [Occasion] = []
    if let opens = call.opens, opens.first > judgement.asOf {
      found.append(occasion(.callOpens, opens, "opens", programme, call.source))
    }
    for closing in call.closingDates where closing.date.last >= judgement.asOf {
      let deadline = closing.deadline
      let kind = deadline.map { $0.kind == "single" ? "" : ", \($0.kind)" } ?? ""
      let time = deadline?.time.map { ", \($0) \(deadline?.zone ?? "")".trimmedEnd } ?? ""
      found.append(
        occasion(
          .deadline, closing.date, deadlineKey(of: closing, in: call), programme + kind + time,
          deadline?.source ?? call.source, deadline?.moment))
    }
    return found
  }

  /// What tells a deadline from the call's others: its number among all that the dataset has, so that one that is put
  /// off stays the same, also where it is a user who says so.
  private func deadlineKey(of closing: Call.ClosingDate, in call: Call) -> String {
    let stated = call.deadlines.filter { $0.own == nil }.map(\.date)
    func number(of date: PartialDate) -> Int? {
      stated.firstIndex(of: date).map { $0 + 1 } ?? (date == call.closes ? stated.count + 1 : nil)
    }
    guard let own = closing.deadline?.own else {
      return "deadline.\(number(of: closing.date) ?? stated.count + 1)"
    }
    // The date that was put off first, by however many entries.
    var root = own.replaces
    for _ in call.deadlines {
      guard let date = root, number(of: date) == nil else { break }
      root = call.deadlines.first { $0.own != nil && $0.date == date }?.own?.replaces
    }
    // Of several in place of one only the first can be the same.
    let holding = call.closingDates.compactMap(\.deadline?.own)
    let isFirst = holding.first { $0.replaces == own.replaces } == own
    return root.flatMap { isFirst ? number(of: $0) : nil }.map { "deadline.\($0)" }
      ?? "deadline.yours-\(own.number)"
  }

  /// Where a source is found; what a user says is found nowhere.
  private func address(of source: ID<Source>) -> String? {
    catalogue.source(source).flatMap { $0.url.isEmpty ? nil : $0.url }
  }

  /// The same for the same fact in every release of a dataset, and another in other datasets.
  private func occasionID(_ kind: String, _ key: String) -> String {
    [kind, key, catalogue.name].filter { !$0.isEmpty }.joined(separator: ".")
  }

  /// Everything ahead of the shown clusters and of all calls, the next one first.
  var occasions: [Occasion] {
    let last = judgement.asOf.adding(months: Self.calendarMonths)
    let labels = clusters.flatMap { judgement.labels.awards(of: $0.id) }.flatMap { occasions(of: $0) }
    let calls = catalogue.tables.calls.flatMap { occasions(of: $0) }
    return (labels + calls).filter { $0.day <= last }
      .sorted { .number(Double($0.day.dayNumber)) }
  }
}

// A label event as a user enters it: as parts, and as the line that is typed.

/// A label event that a user enters.
public struct LabelEntry: Hashable, Sendable {
  /// Who holds or seeks the label.
  public let cluster: ID<Cluster>
  /// What happened.
  public let kind: LabelEvent.Kind
  /// The level spoken of.
  public let level: LabelLevel
  /// When it happened.
  public let date: PartialDate?
  /// The end of validity, where it is known.
  public let validUntil: PartialDate?
  /// Years of validity, where they are known instead of an end.
  public let years: Int?
  /// The award that it speaks of, where one was chosen.
  public let award: ID<LabelAward>?
  /// What a reader should know.
  public let note: String?

  /// An entry from its parts.
  public init(
    cluster: ID<Cluster>, kind: LabelEvent.Kind, level: LabelLevel, date: PartialDate? = nil,
    validUntil: PartialDate? = nil, years: Int? = nil, award: ID<LabelAward>? = nil, note: String? = nil
  ) {
    self.cluster = cluster
    self.kind = kind
    self.level = level
    self.date = date
    self.validUntil = validUntil
    self.years = years
    self.award = award
    self.note = note
  }

  /// How such lines look, for who has to write one.
  public static let example = "renewed gold 2026-03 to 2029-03: as told by the office"

  /// Reads a line: what happened, the level, the date, `to` an end or `for` years, and a note behind a colon.
  ///
  /// Words may be cut to the beginning that tells them from others; `today` is a date. A correction needs no date, but
  /// a date, an end or years. Throws what is missing or not understood.
  public init(
    _ line: String, of cluster: ID<Cluster>, award: ID<LabelAward>? = nil, today: CalendarDate
  ) throws(EntryFault) {
    let (words, note) = EntryLine.split(line)
    var reader = EntryReader(words: words, today: today)
    let kind: LabelEvent.Kind = try reader.choice(
      "what happened", LabelEvent.Kind.allCases.filter { $0 != .held })
    let level: LabelLevel = try reader.choice("the level", LabelLevel.allCases)
    let date = try reader.date()
    var (end, years): (PartialDate?, Int?) = (nil, nil)
    if reader.take("to") || reader.take("until") { end = try reader.neededDate(after: "to") }
    if reader.take("for") { years = try reader.years() }
    try reader.end()
    if kind == .corrected, date == nil, end == nil, years == nil {
      throw EntryFault("says nothing yet: write the right date, to and the right end, or for and the years")
    }
    if kind != .corrected, date == nil { throw EntryFault("has no date: write 2026-03-14, 2026-03 or today") }
    if let date, let end, end.last < date.first { throw EntryFault("ends before it begins") }
    // Other events make awards of their own, also where they follow one.
    let isOfAward = kind == .corrected || kind == .withdrawn
    self.init(
      cluster: cluster, kind: kind, level: level, date: date, validUntil: end, years: years,
      award: isOfAward ? award : nil, note: note)
  }
}

/// A deadline of a call that a user enters.
public struct DeadlineEntry: Hashable, Sendable {
  /// The call.
  public let call: ID<Call>
  /// The day.
  public let date: PartialDate
  /// Time of day, such as `17:00`.
  public let time: String?
  /// Time zone, such as `Brussels`.
  public let zone: String?
  /// The stated deadline in whose place it comes.
  public let replaces: PartialDate?
  /// What a reader should know.
  public let note: String?

  /// An entry from its parts.
  public init(
    call: ID<Call>, date: PartialDate, time: String? = nil, zone: String? = nil, replaces: PartialDate? = nil,
    note: String? = nil
  ) {
    self.call = call
    self.date = date
    self.time = time
    self.zone = zone
    self.replaces = replaces
    self.note = note
  }

  /// How such lines look, for who has to write one.
  public static let example = "2026-12-01 17:00 Brussels was 2026-11-12: put off"

  /// Reads a line: the day, time and zone, `was` and the deadline in whose place it comes, a note behind a colon.
  ///
  /// Throws what is missing or not understood.
  public init(_ line: String, of call: ID<Call>, today: CalendarDate) throws(EntryFault) {
    let (words, note) = EntryLine.split(line)
    var reader = EntryReader(words: words, today: today)
    let date = try reader.neededDate(after: nil)
    let time = try reader.time()
    let zone = time == nil ? nil : try reader.zone()
    let replaces = reader.take("was") ? try reader.neededDate(after: "was") : nil
    try reader.end()
    if replaces == date { throw EntryFault("is the deadline that it takes the place of") }
    self.init(call: call, date: date, time: time, zone: zone, replaces: replaces, note: note)
  }
}

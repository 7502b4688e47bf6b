// What users enter: lines are understood or said to be wrong, and stand among the rows of the dataset.

import ClusterDomain
import Testing

private let today = CalendarDate(dayNumber: 20_513)

@Suite("Lines that are entered")
struct EntryLineTests {
  private func label(_ line: String, award: ID<LabelAward>? = nil) throws(EntryFault) -> LabelEntry {
    try LabelEntry(line, of: "c", award: award, today: today)
  }

  private func fault(_ line: String) -> String? {
    do throws(EntryFault) {
      _ = try label(line)
      return nil
    } catch { return error.words }
  }

  @Test func theExamplesAreUnderstood() throws {
    #expect(
      try label(LabelEntry.example)
        == LabelEntry(
          cluster: "c", kind: .renewed, level: .gold, date: date("2026-03"), validUntil: date("2029-03"),
          note: "as told by the office"))
    #expect(
      try DeadlineEntry(DeadlineEntry.example, of: "k", today: today)
        == DeadlineEntry(
          call: "k", date: try #require(date("2026-12-01")), time: "17:00", zone: "Brussels",
          replaces: date("2026-11-12"), note: "put off"))
  }

  @Test func wordsMayBeShort() throws {
    let short = try label("ren g today for 3")
    #expect(
      short == LabelEntry(cluster: "c", kind: .renewed, level: .gold, date: PartialDate(today), years: 3))
    #expect(try label("APPLIED Silver 2026").kind == .applied)
    #expect(try label("corrected bronze to 2016-07-24").validUntil == date("2016-07-24"))
    #expect(try label("corrected bronze for 1 year").years == 1)
  }

  @Test func onlyWithdrawalsAndCorrectionsAreOfTheAwardAtHand() throws {
    #expect(try label("withdrawn gold 2026-01", award: "a").award == "a")
    #expect(try label("corrected gold 2026-01", award: "a").award == "a")
    #expect(try label("renewed gold 2026-01", award: "a").award == nil)
  }

  @Test(arguments: [
    ("", "does not say what happened"),
    ("won gold 2026", "has \"won\" for what happened, which is one of awarded"),
    ("a gold 2026", "has \"a\" for what happened"),
    ("renewed", "does not say the level: bronze, silver, gold"),
    ("renewed platinum 2026", "has \"platinum\" for the level"),
    ("renewed gold", "has no date: write 2026-03-14"),
    ("renewed gold 2026-13", "has \"2026-13\", which is no date"), ("corrected gold", "says nothing yet"),
    ("renewed gold 2026 to", "has no date after \"to\""),
    ("renewed gold 2026 to soon", "has \"soon\" after \"to\""),
    ("renewed gold 2026 for x", "has \"x\" after \"for\""),
    ("renewed gold 2026-03 to 2025", "ends before it begins"),
    ("renewed gold 2026 hello", "has \"hello\", which is not understood"), ("held gold 2026", "has \"held\""),
    (
      "renewed gold 2026 for 120 years", "has \"120\" after \"for\", which is no number of years from 1 to 99"
    ),
  ])
  func whatIsWrongIsSaid(_ line: String, _ words: String) {
    #expect(fault(line)?.hasPrefix(words) == true, "\(fault(line) ?? "nothing")")
  }

  @Test(arguments: [
    ("17:00", "has \"17:00\", which is no date"),
    ("2026-12-01 25:00", "has \"25:00\", which is no time of day"),
    ("2026-12-01 17:00 Narnia", "has \"Narnia\", which is no time zone such as"),
    ("2026-12-01 was", "has no date after \"was\""), ("2026-12-01 was 2026-12-01", "is the deadline"),
    ("2026-12-01 17:00 Brussels extra", "has \"extra\""), ("2026-12-01 -1:00", "has \"-1:00\""),
  ])
  func wrongDeadlinesAreSaid(_ line: String, _ words: String) {
    #expect(throws: EntryFault.self) { try DeadlineEntry(line, of: "k", today: today) }
    do throws(EntryFault) { _ = try DeadlineEntry(line, of: "k", today: today) } catch {
      #expect(error.words.hasPrefix(words), "\(error.words)")
    }
  }
}

@Suite("Entries among the rows of a dataset")
struct AppliedEntryTests {
  private static let base: Catalogue = {
    var tables = Catalogue.Tables()
    tables.clusters = [Cluster(id: "c", name: "C", source: "s")]
    tables.labels = [
      event("c", .awarded, .bronze, "2013-03", award: "old"),
      event("c", .awarded, .gold, "2024-05", award: "new"),
      event("c", .applied, .silver, "2026-01", award: "sought"),
    ]
    tables.labelRules = schemeRules
    tables.programmes = [Programme(id: "p", name: "P", scope: "EU", source: "s")]
    tables.calls = [
      Call(
        id: "k", programme: "p", name: "K", closes: date("2026-11-12"),
        deadlines: [
          Deadline(date: PartialDate(CalendarDate(dayNumber: 20_769)), kind: "cut-off", source: "s")
        ], source: "s")
    ]
    return Catalogue(title: "t", tables: tables)
  }()

  private func applied(_ contents: Entry.Content...) -> Catalogue {
    Additions(
      contents.enumerated().map { Entry(number: Int64($0.offset + 1), day: today, content: $0.element) }
    )
    .applied(to: Self.base)
  }

  private func entry(
    _ kind: LabelEvent.Kind, _ level: LabelLevel, _ when: String = "", until: String = "",
    award: ID<LabelAward>? = nil, cluster: ID<Cluster> = "c"
  ) -> Entry.Content {
    .labelEvent(
      LabelEntry(
        cluster: cluster, kind: kind, level: level, date: date(when), validUntil: date(until), award: award))
  }

  @Test func watchedClustersAndNotesChangeNothing() {
    #expect(applied(.watch("c"), .note("c", "x")) === Self.base)
  }

  @Test func anEventOfTheSameDateJoinsItsAward() throws {
    let log = LabelLog(applied(entry(.awarded, .gold, "2024-05-14", until: "2027")))
    let award = try #require(log.award("new"))
    #expect(award.events.map(\.source) == ["s", "yours"])
    #expect(award.end?.date == date("2027"))
    #expect(award.events.last?.recorded == PartialDate(today))
  }

  @Test func aNewEventIsAnAwardOfItsOwn() throws {
    let log = LabelLog(applied(entry(.renewed, .gold, "2026-05")))
    #expect(log.awards(of: "c").map(\.id) == ["old", "new", "sought", "yours-1"])
    #expect(log.standing(of: "c", on: today.adding(years: 2)).award == "yours-1")
  }

  @Test func aCorrectionStandsBesideWhatItCorrects() throws {
    let log = LabelLog(applied(entry(.corrected, .bronze, "2013-05", award: "old")))
    let award = try #require(log.award("old"))
    #expect(award.date == date("2013-05"))
    #expect(award.disagreements.map(\.source) == ["s"])
    #expect(
      LabelLog(applied(entry(.corrected, .gold, until: "2025"))).award("new")?.end?.date == date("2025"))
  }

  @Test func aWithdrawalEndsTheLastAward() throws {
    let log = LabelLog(applied(entry(.withdrawn, .gold, "2026-02-01")))
    let award = try #require(log.award("new"))
    #expect(log.standing(of: award, on: today).status == .lapsed)
    #expect(log.withdrawal(of: award, by: today)?.source == "yours")
    #expect(log.withdrawal(of: award, by: today.adding(months: -2)) == nil)
  }

  @Test func aDenialEndsWhatIsSought() {
    let log = LabelLog(applied(entry(.denied, .silver, "2026-02-01")))
    #expect(log.award("sought")?.events.count == 2)
    #expect(!log.standing(of: "c", on: today).inAssessment)
    #expect(LabelLog(Self.base).standing(of: "c", on: today).inAssessment)
  }

  @Test("a withdrawal ends what was given by then, and a correction is of the last")
  func whichAward() throws {
    var tables = Self.base.tables
    tables.labels.append(
      ClusterDomainTests.event("c", .awarded, .gold, "2018-05", award: "first"))
    let base = Catalogue(title: "t", tables: tables)
    func joined(_ content: Entry.Content) -> ID<LabelAward>? {
      Additions([Entry(number: 1, day: today, content: content)]).applied(to: base).tables.labels.last?.award
    }
    #expect(joined(entry(.withdrawn, .gold, "2020-01")) == "first")
    #expect(joined(entry(.withdrawn, .gold, "2025-01")) == "new")
    #expect(joined(entry(.withdrawn, .gold, "2010")) == "yours-1")
    #expect(joined(entry(.corrected, .gold, until: "2025")) == "new")
    #expect(joined(entry(.withdrawn, .gold, "2025-01", award: "gone")) == "new")
  }

  private func deadlines(_ entries: (String, String?)...) throws -> Call {
    let contents = try entries.map { date, old in
      Entry.Content.deadline(
        DeadlineEntry(
          call: "k", date: try #require(PartialDate(date)), replaces: old.flatMap { PartialDate($0) }))
    }
    let all = contents.enumerated().map { Entry(number: Int64($0.offset), day: today, content: $0.element) }
    return try #require(Additions(all).applied(to: Self.base).call("k"))
  }

  @Test("the newest entry about a date counts: chains, returns, and several in place of one")
  func chains() throws {
    let chain = try deadlines(("2026-12-01", "2026-11-12"), ("2026-12-20", "2026-12-01"))
    #expect(chain.closingDates.map(\.date) == [date("2026-12-20")])
    #expect(Set(chain.deadlines.map(\.kind)) == ["cut-off"])
    let back = try deadlines(("2026-12-01", "2026-11-12"), ("2026-11-12", "2026-12-01"))
    #expect(Set(back.closingDates.map(\.date)) == [date("2026-11-12")])
    #expect(back.standing(on: today).status != .closed)
    let twice = try deadlines(("2026-12-01", "2026-11-12"), ("2026-10-01", "2026-11-12"))
    #expect(twice.closingDates.map(\.date) == [date("2026-10-01"), date("2026-12-01")])
    let earlier = try deadlines(("2026-12-01", "2026-11-12"), ("2026-10-01", "2026-12-01"))
    #expect(earlier.closingDates.map(\.date) == [date("2026-10-01")])
  }

  @Test func whatTheDatasetDoesNotHaveIsLeftOut() {
    let gone = applied(
      entry(.awarded, .gold, "2026", cluster: "gone"),
      .deadline(DeadlineEntry(call: "gone", date: PartialDate(today))))
    #expect(gone.tables.labels.count == Self.base.tables.labels.count)
    #expect(gone.tables.calls.flatMap(\.deadlines).count == 1)
  }

  @Test func aDeadlineStandsBesideTheOthers() throws {
    let own = applied(
      .deadline(DeadlineEntry(call: "k", date: try #require(date("2026-06-01")), time: "17:00")))
    let call = try #require(own.call("k"))
    #expect(call.deadlines.map(\.source) == ["yours", "s"])
    #expect(call.standing(on: today).nextDate == date("2026-06-01"))
    #expect(call.standing(on: today).remaining == 2)
  }

  @Test(arguments: ["2026-12-01", "2026-10-01"])
  func aDeadlineThatTakesTheirPlaceLeavesThemInSight(_ day: String) throws {
    let new = try #require(date(day))
    let old = try #require(date("2026-11-12"))
    let own = applied(.deadline(DeadlineEntry(call: "k", date: new, replaces: old)))
    let call = try #require(own.call("k"))
    #expect(Set(call.deadlines.map(\.date)) == [new, old])
    #expect(call.closingDates.map(\.date) == [new])
    #expect(call.closingDates.first?.deadline?.own?.number == 1)
  }
}

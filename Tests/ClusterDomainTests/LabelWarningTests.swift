// What does not go with the rules of the scheme is told, with the rule that it goes by.

import ClusterDomain
import Testing

private let rules =
  schemeRules + [
    LabelRule(
      id: "interval", levels: [.silver], rule: "second benchmarking", value: "1.5-2", unit: "years",
      use: .upgradeInterval, source: "s"),
    LabelRule(
      id: "score", levels: [.gold], rule: "minimum", value: "80", unit: "percent", use: .leastScore,
      source: "s"),
  ]

@Suite("Warnings about labels")
struct LabelWarningTests {
  private func warnings(_ events: LabelEvent..., of number: Int? = nil) -> [LabelWarning] {
    let log = LabelLog(events: events, rules: rules)
    return log.awards.isEmpty ? [] : log.warnings(of: log.awards[number ?? log.awards.count - 1])
  }

  @Test func aSequenceByTheRulesHasNone() {
    let bronze = event("c", .awarded, .bronze, "2013-03-14")
    let renewed = event("c", .renewed, .bronze, "2016-03-31")
    let silver = event("c", .upgraded, .silver, "2014-09")
    #expect(warnings(bronze).isEmpty)
    #expect(warnings(bronze, renewed).isEmpty)
    #expect(warnings(bronze, silver).isEmpty)
  }

  @Test func aRenewalAfterTheGraceIsLate() {
    let bronze = event("c", .awarded, .bronze, "2013-03-14")
    let late = event("c", .renewed, .bronze, "2016-04-01")
    #expect(
      warnings(bronze, late) == [.renewedLate(date("2016-04-01")!, last: date("2016-03")!, rule: "grace")])
    #expect(warnings(event("c", .awarded, .bronze, "2013-03"), event("c", .renewed, .bronze, "2016")).isEmpty)
  }

  @Test(arguments: [LabelEvent.Kind.renewed, .upgraded])
  func nothingIsKnownBefore(_ kind: LabelEvent.Kind) {
    let gold = event("c", kind, .gold, "2016-04")
    #expect(warnings(gold) == [.nothingBefore(kind)])
    let other: LabelLevel = kind == .renewed ? .silver : .gold
    #expect(warnings(event("c", .awarded, other, "2015-04"), gold) == [.nothingBefore(kind)])
    // One that nothing dates may have come before.
    #expect(warnings(event("c", .held, kind == .renewed ? .gold : .bronze), gold).isEmpty)
  }

  @Test func aSecondLabelNeedsTimeAfterTheFirst() {
    let bronze = event("c", .awarded, .bronze, "2013-03")
    #expect(warnings(event("c", .awarded, .silver, "2014-08")) == [.noBenchmarkingBefore(rule: "interval")])
    #expect(
      warnings(bronze, event("c", .upgraded, .silver, "2014-08"))
        == [.tooSoon(date("2014-08")!, first: date("2013-03")!, rule: "interval")])
    #expect(warnings(bronze, event("c", .upgraded, .silver, "2014-09-01")).isEmpty)
  }

  @Test(arguments: [(79.9, true), (80, false)])
  func aScoreBelowTheLeastOneIsTold(_ score: Double, _ isLow: Bool) {
    let gold = LabelEvent(
      id: "e", award: "a", cluster: "c", kind: .awarded, level: .gold, date: date("2016"), score: score,
      source: "s")
    #expect(warnings(gold) == (isLow ? [.lowScore(score, least: 80, rule: "score")] : []))
  }

  @Test func aNewAwardWhileAnotherIsValidOverlaps() {
    let first = event("c", .awarded, .bronze, "2013-03")
    let second = event("c", .awarded, .bronze, "2014-03")
    #expect(warnings(first, second) == [.overlap("c-bronze-2013-03", end: date("2015-03")!)])
    let other = event("c", .awarded, .bronze, "2014-03", portfolio: "Food")
    #expect(warnings(event("c", .awarded, .bronze, "2013-03", portfolio: "ICT"), other).isEmpty)
    #expect(warnings(first, event("c", .awarded, .bronze, "2015-03-31")).isEmpty)
    let taken = event("c", .withdrawn, .bronze, "2013-12", award: "c-bronze-2013-03")
    #expect(warnings(first, taken, second).isEmpty)
  }

  @Test func aStatedEndIsHeldAgainstTheRule() {
    let odd = event("c", .awarded, .bronze, "2013-03", until: "2016-03-31")
    #expect(warnings(odd) == [.otherEnd(date("2016-03-31")!, byRule: date("2015-03")!, rule: "first")])
    #expect(warnings(event("c", .awarded, .bronze, "2013-03-14", until: "2015-03-31")).isEmpty)
  }

  @Test func whatWasTakenBeforeItWasGivenIsTold() {
    let given = event("c", .awarded, .bronze, "2013-03", award: "a")
    let taken = event("c", .withdrawn, .bronze, "2012-12", award: "a")
    #expect(warnings(given, taken) == [.withdrawnBefore(date("2012-12")!, given: date("2013-03")!)])
    #expect(warnings(given, event("c", .withdrawn, .bronze, "2013-03-05", award: "a")).isEmpty)
  }

  @Test func whatIsOnlySoughtHasNone() {
    #expect(warnings(event("c", .applied, .silver, "2013-03")).isEmpty)
  }
}

@Suite("Corrections, and what was known when")
struct LabelHistoryTests {
  private func recorded(
    _ kind: LabelEvent.Kind, _ level: LabelLevel = .bronze, _ when: String = "", until: String = "",
    years: Int? = nil, known: String, source: ID<Source> = "s"
  ) -> LabelEvent {
    LabelEvent(
      id: ID(rawValue: "\(kind)-\(known)"), award: "a", cluster: "c", kind: kind, level: level,
      date: date(when), validUntil: date(until), statedYears: years, recorded: date(known), source: source)
  }

  private func award(_ events: LabelEvent...) throws -> LabelAward {
    try #require(LabelLog(events: events, rules: schemeRules).awards.first)
  }

  private let given = event("c", .awarded, .bronze, "2013-03", award: "a")

  @Test func aCorrectionTakesThePlaceOfWhatItNames() throws {
    let end = try award(given, recorded(.corrected, until: "2014-12-31", known: "2015", source: "me"))
    #expect(end.end == AwardEnd(date: date("2014-12-31")!, basis: .stated("me")))
    #expect(end.date == date("2013-03") && end.kind == .awarded && end.isGranted)
    #expect(end.disagreements.map(\.kind) == [.awarded])
    let day = try award(given, recorded(.corrected, .bronze, "2013-05", known: "2015"))
    #expect(day.date == date("2013-05") && day.end?.date == date("2015-05"))
    let level = try award(given, recorded(.corrected, .silver, known: "2015"))
    #expect(level.level == .silver)
    let years = try award(given, recorded(.corrected, years: 3, known: "2015"))
    #expect(years.end == AwardEnd(date: date("2016-03")!, basis: .statedYears("s")))
  }

  @Test func theLastCorrectionHolds() throws {
    let first = recorded(.corrected, until: "2014-12-31", known: "2015")
    let second = recorded(.corrected, until: "2015-01-31", known: "2016")
    #expect(try award(given, first, second).end?.date == date("2015-01-31"))
  }

  @Test func aCorrectionOfWhatIsGoneStands() throws {
    let alone = try award(recorded(.corrected, .gold, "2015-09", until: "2017-09", known: "2018"))
    #expect(alone.isGranted && alone.kind == .held && alone.level == .gold)
    #expect(alone.date == date("2015-09") && alone.end?.date == date("2017-09"))
  }

  @Test(
    "a correction makes no label of what was only sought, in whatever order it stands",
    arguments: [true, false])
  func ofWhatWasSought(_ isFirst: Bool) throws {
    let sought = event("c", .applied, .bronze, "2013-03", award: "a")
    let correction = recorded(.corrected, .silver, known: "2014")
    let award = try isFirst ? award(correction, sought) : award(sought, correction)
    #expect(!award.isGranted && award.kind == .applied && award.level == .silver && award.end == nil)
    let taken = event("c", .withdrawn, .bronze, "2014-03", award: "a")
    let given = try isFirst ? self.award(correction, taken) : self.award(taken, correction)
    #expect(given.isGranted && given.kind == .held)
  }

  @Test func nothingIsKnownBeforeItHappens() {
    let late = LabelEvent(
      id: "e", award: "a", cluster: "c", kind: .awarded, level: .gold, date: date("2016-05"),
      recorded: date("2013"), source: "s")
    #expect(LabelLog(events: [late], rules: []).known(late) == date("2016-05"))
  }

  @Test func anAwardIsJudgedByWhatWasKnown() throws {
    let log = LabelLog(
      events: [
        given, recorded(.held, until: "2015-06-30", known: "2014-02-01"),
        recorded(.corrected, until: "2016-01-31", known: "2016-05"),
      ], rules: schemeRules)
    func end(_ day: String) -> PartialDate? {
      log.known(by: CalendarDate(day)!).award("a")?.end?.date
    }
    #expect(end("2013-02-28") == nil)
    #expect(end("2013-03-01") == date("2015-03"))
    #expect(end("2014-01-31") == date("2015-03"))
    #expect(end("2014-02-01") == date("2015-06-30"))
    #expect(end("2016-05-01") == date("2016-01-31"))
    let history = log.history(of: try #require(log.award("a")))
    #expect(history.map(\.since) == ["2013-03", "2014-02-01", "2016-05"].map(date))
    #expect(history.map { $0.award.end?.date } == ["2015-03", "2015-06-30", "2016-01-31"].map(date))
    #expect(history.map(\.news.count) == [1, 1, 1])
  }

  @Test func anEventIsKnownFromItsRecordItsSourceOrItself() {
    let log = LabelLog(events: [given], rules: schemeRules, published: ["p": date("2014-01")!])
    #expect(log.known(recorded(.held, known: "2014-02-01", source: "p")) == date("2014-02-01"))
    #expect(log.known(event("c", .held, .bronze, "2013-03", source: "p")) == date("2014-01"))
    #expect(log.known(given) == date("2013-03"))
    let undated = event("c", .held, .bronze)
    #expect(log.known(undated) == nil)
    // Nothing tells that it was not known.
    #expect(LabelLog(events: [undated], rules: []).known(by: CalendarDate("2000-01-01")!).awards.count == 1)
  }
}

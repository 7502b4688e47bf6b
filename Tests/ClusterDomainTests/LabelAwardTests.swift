// Awards: several sources of one award, which end is taken, which rule, and who disagrees.

import ClusterDomain
import Testing

@Suite struct LabelAwardTests {
  private func award(_ events: [LabelEvent], rules: [LabelRule] = schemeRules) throws -> LabelAward {
    try #require(LabelLog(events: events, rules: rules).awards.first)
  }

  @Test func eventsOfOneAwardAreOneAward() throws {
    let log = LabelLog(events: ladders, rules: schemeRules)
    let award = try #require(log.awards(of: "san-daniele").first)
    #expect(log.awards(of: "san-daniele").count == 1)
    #expect(award.kind == .awarded)
    #expect(award.date == date("2014-11"))
    #expect(award.start == CalendarDate(year: 2014, month: 11, day: 1))
    #expect(award.end == AwardEnd(date: try #require(date("2016-07-24")), basis: .stated("s")))
    #expect(award.portfolio == "Food industry")
    #expect(!award.isCollective)
    // November 2014 and two years would be November 2016.
    #expect(award.disagreements.map(\.source) == ["press"])
  }

  @Test func awardsKeepTheOrderOfFirstMention() {
    let log = LabelLog(events: ladders, rules: schemeRules)
    #expect(
      log.awards.map(\.id).prefix(4) == ["le2c-bronze-2013-03", "le2c-gold-2015-09", "le2c-gold-", "sd"])
    #expect(log.awards(of: "node").map(\.date) == ["2012-04-18", "2015", "2018", "2021", "2024"].map(date))
  }

  @Test func statedEndBeatsStatedYearsBeatDerived() throws {
    let derived = event("c", .awarded, .bronze, "2013-03", award: "a")
    let years = event("c", .awarded, .bronze, "2013-03", years: 4, award: "a", source: "y")
    let end = event("c", .held, .bronze, until: "2016-01-31", award: "a", source: "e")
    #expect(try award([derived]).end?.basis == .derived("first"))
    #expect(try award([derived]).end?.isDerived == true)
    #expect(
      try award([derived, years]).end
        == AwardEnd(
          date: try #require(date("2017-03")), basis: .statedYears("y")))
    #expect(
      try award([derived, years, end]).end
        == AwardEnd(
          date: try #require(date("2016-01-31")), basis: .stated("e")))
    #expect(try award([derived, years, end]).disagreements.map(\.source) == ["s", "y"])
  }

  @Test func theMorePreciseStatementIsTaken() throws {
    let month = event("c", .awarded, .bronze, "2013-03", until: "2015-03", award: "a")
    let exact = event("c", .awarded, .bronze, "2013-03-14", until: "2015-03-31", award: "a", source: "x")
    let other = event("c", .held, .bronze, until: "2015-04-30", award: "a", source: "o")
    let award = try award([month, exact, other])
    #expect(award.date == date("2013-03-14"))
    #expect(award.end?.date == date("2015-03-31"))
    #expect(award.disagreements.map(\.source) == ["o"])
  }

  @Test func anotherLevelDisagrees() throws {
    let events = [
      event("c", .awarded, .bronze, "2013-03", award: "a"),
      event("c", .held, .silver, award: "a", source: "o"),
    ]
    #expect(try award(events).level == .bronze)
    #expect(try award(events).disagreements.map(\.source) == ["o"])
  }

  @Test func theStartComesFromTheEndWhereNoDateIsStated() throws {
    let held = try award([event("c", .held, .bronze, until: "2016-07-24")])
    #expect(held.start == CalendarDate(year: 2014, month: 7, day: 1))
    #expect(held.date == nil)
    let renewed = try award([event("c", .renewed, .gold, until: "2027-12-31")])
    #expect(renewed.start == CalendarDate(year: 2024, month: 12, day: 31))
    let month = try award([event("c", .held, .bronze, until: "2015-03")])
    #expect(month.start == CalendarDate(year: 2013, month: 3, day: 1))
    let stated = try award([event("c", .held, .bronze, until: "2015-03", years: 1)])
    #expect(stated.start == CalendarDate(year: 2014, month: 3, day: 1))
    #expect(try award([event("c", .held, .bronze)]).start == nil)
  }

  @Test func aFirstValidityCountsFromTheMonth() throws {
    let first = event("c", .awarded, .silver, "2018-04-09")
    #expect(try award([first]).end?.date == date("2020-04"))
    #expect(try award([first]).start == CalendarDate(year: 2018, month: 4, day: 9))
    let log = LabelLog(events: [first], rules: schemeRules)
    #expect(log.standing(of: "c", on: try day("2020-04-30")).status == .expiring)
    #expect(log.standing(of: "c", on: try day("2020-05-01")).status == .grace)
    #expect(try award([event("c", .upgraded, .silver, "2018-04-09")]).end?.date == date("2020-04"))
    #expect(try award([event("c", .awarded, .silver, "2018")]).end?.date == date("2020"))
    // What a source states stays as it is, and agrees with the month.
    let years = event("c", .awarded, .gold, "2021-11-06", years: 2)
    #expect(try award([years]).end?.date == date("2023-11-06"))
    let stated = event("c", .awarded, .silver, "2018-04-09", until: "2020-04-09")
    #expect(try award([stated]).end?.date == date("2020-04-09"))
    let month = [
      event("c", .awarded, .bronze, "2013-03-14", award: "a"),
      event("c", .held, .bronze, until: "2015-03-31", award: "a", source: "list"),
    ]
    #expect(try award(month).disagreements.isEmpty)
  }

  @Test func anApplicationIsNoAwardYet() throws {
    let award = try award([event("c", .applied, .gold, "2016-05")])
    #expect(!award.isGranted)
    #expect(award.end == nil)
  }

  @Test(arguments: [
    ("2010-05", LabelLevel.bronze, "2012-05"), ("2016-05", .bronze, "2020-05"),
    ("2017-05", .bronze, "2022-05"),
    ("2018-05", .bronze, "2022-05"), ("2019-05", .bronze, "2021-05"), ("2017-05", .gold, "2018-05"),
  ])
  func theRuleWithTheShortestPeriodThatHoldsIsTaken(awarded: String, level: LabelLevel, end: String) throws {
    let rules = [
      rule("always", .firstValidity, "2", levels: [.bronze, .silver]),
      rule("late", .firstValidity, "4", levels: [.bronze], from: "2016", to: "2018"),
      rule("one-year", .firstValidity, "5", levels: [.bronze], from: "2017", to: "2017"),
      rule("same-period", .firstValidity, "6", levels: [.bronze], from: "2017", to: "2017"),
      rule("gold", .firstValidity, "1", levels: [.gold]),
      rule("no-use", nil, "9"), rule("no-number", .firstValidity, "2; 1"),
      rule("no-value", .firstValidity, nil),
    ]
    let award = try award([event("c", .awarded, level, awarded)], rules: rules)
    #expect(award.end?.date == date(end))
  }

  @Test func withoutARuleTheEndIsUnknown() throws {
    let award = try award([event("c", .awarded, .gold, "2015-09")], rules: [])
    #expect(award.end == nil)
    let log = LabelLog(events: award.events, rules: [])
    #expect(log.standing(of: "c", on: try day("2015-08-31")).status == .none)
    #expect(log.standing(of: "c", on: try day("2015-09-01")).status == .unknown)
    // Without a rule of grace a label lapses at once.
    let stated = LabelLog(events: [event("c", .held, .gold, until: "2015-09")], rules: [])
    #expect(stated.standing(of: "c", on: try day("2015-10-01")).status == .lapsed)
  }

  @Test func anAwardIsOfOneCluster() throws {
    let mine = event("c", .awarded, .bronze, "2013-03", award: "a")
    let other = event("d", .corrected, .gold, "2014-03", award: "a")
    let log = LabelLog(events: [mine, other], rules: schemeRules)
    #expect(log.awards.map(\.id) == ["a", "a@d"])
    #expect(log.award("a")?.level == .bronze && log.award("a")?.date == date("2013-03"))
  }

  @Test func aLabelHasBegunByTheDayOnWhichItIsToldOf() throws {
    let told = LabelEvent(
      id: "e", award: "a", cluster: "c", kind: .corrected, level: .bronze, validUntil: date("2031"),
      recorded: date("2026-11-28"), source: "s")
    let award = try award([event("c", .held, .bronze, award: "a"), told])
    #expect(award.start == CalendarDate("2026-11-28") && award.end?.date == date("2031"))
  }
}

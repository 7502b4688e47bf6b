// Label statuses as tables of dates: what the rules of the scheme say on each day.

import ClusterDomain
import Testing

@Suite struct LabelStandingTests {
  private let log = LabelLog(events: ladders, rules: schemeRules)

  private static let cases: [(ID<Cluster>, String, LabelStanding.Status, LabelLevel?, String, Int?)] = [
    // Bronze of March 2013 to March 2015, gold of September 2015 to September 2017, both by the two-year rule.
    ("le2c", "2013-02-28", .none, nil, "", nil),
    ("le2c", "2013-03-01", .valid, .bronze, "2015-03", 760),
    ("le2c", "2013-06-01", .valid, .bronze, "2015-03", 668),
    ("le2c", "2014-12-30", .valid, .bronze, "2015-03", 91),
    ("le2c", "2014-12-31", .expiring, .bronze, "2015-03", 90),
    ("le2c", "2015-03-31", .expiring, .bronze, "2015-03", 0),
    ("le2c", "2015-04-01", .grace, .bronze, "2015-03", -1),
    ("le2c", "2015-05-01", .grace, .bronze, "2015-03", -31),
    ("le2c", "2015-08-31", .grace, .bronze, "2015-03", -153),
    ("le2c", "2015-09-01", .valid, .gold, "2017-09", 760),
    ("le2c", "2016-06-01", .valid, .gold, "2017-09", 486),
    ("le2c", "2017-12-01", .grace, .gold, "2017-09", -62),
    ("le2c", "2018-09-30", .grace, .gold, "2017-09", -365),
    ("le2c", "2018-10-01", .lapsed, .gold, "2017-09", -366),
    ("le2c", "2026-11-23", .lapsed, .gold, "2017-09", -3341),
    // The list states the end to the day; the press says November 2014.
    ("san-daniele", "2014-10-31", .none, nil, "", nil),
    ("san-daniele", "2016-04-24", .valid, .bronze, "2016-07-24", 91),
    ("san-daniele", "2016-04-25", .expiring, .bronze, "2016-07-24", 90),
    ("san-daniele", "2016-07-01", .expiring, .bronze, "2016-07-24", 23),
    ("san-daniele", "2016-07-24", .expiring, .bronze, "2016-07-24", 0),
    ("san-daniele", "2016-07-25", .grace, .bronze, "2016-07-24", -1),
    ("san-daniele", "2017-07-24", .grace, .bronze, "2016-07-24", -365),
    ("san-daniele", "2017-07-25", .lapsed, .bronze, "2016-07-24", -366),
    ("venetian", "2026-11-23", .valid, .bronze, "2027-05", 189),
    ("venetian", "2027-03-02", .expiring, .bronze, "2027-05", 90),
    // Bronze, silver after a gap, gold stated for two years, renewed for three.
    ("smart-care", "2018-09-30", .expiring, .bronze, "2018-09", 0),
    ("smart-care", "2019-09-30", .grace, .bronze, "2018-09", -365),
    ("smart-care", "2019-10-31", .lapsed, .bronze, "2018-09", -396),
    ("smart-care", "2019-11-01", .valid, .silver, "2021-11", 760),
    ("smart-care", "2021-11-05", .expiring, .silver, "2021-11", 25),
    ("smart-care", "2021-11-06", .valid, .gold, "2023-11-06", 730),
    ("smart-care", "2023-12-24", .grace, .gold, "2023-11-06", -48),
    ("smart-care", "2024-01-01", .valid, .gold, "2027-01", 1126),
    ("smart-care", "2026-11-23", .expiring, .gold, "2027-01", 69),
    // Renewed every three years; each runs on from the former end, though only years are stated.
    ("node", "2014-12-31", .valid, .gold, "2015-04-18", 108),
    ("node", "2015-01-01", .valid, .gold, "2018-04-18", 1203),
    ("node", "2020-06-01", .valid, .gold, "2021-04-18", 321),
    ("node", "2026-11-23", .valid, .gold, "2027-04-18", 146),
    // Three years from March 2012, renewed in grace: seamless from March 2015.
    ("saxony", "2015-03-31", .expiring, .gold, "2015-03", 0),
    ("saxony", "2015-11-23", .grace, .gold, "2015-03", -237),
    ("saxony", "2015-11-24", .valid, .gold, "2018-03", 858),
    ("saxony", "2019-01-31", .grace, .gold, "2018-03", -306),
    ("saxony", "2019-02-01", .valid, .gold, "2021-03", 789),
    // A year is valid through its last day; the undated silver may be held once the bronze is gone.
    ("torino", "2015-12-31", .expiring, .bronze, "2015", 0),
    ("torino", "2016-12-31", .grace, .bronze, "2015", -366),
    ("torino", "2017-01-01", .unknown, .silver, "", nil),
    ("torino", "2012-12-31", .unknown, .silver, "", nil),
    ("nobody", "2026-11-23", .none, nil, "", nil),
  ]

  @Test(arguments: cases.indices)
  func standing(index: Int) throws {
    let (cluster, when, status, level, end, daysLeft) = Self.cases[index]
    let standing = log.standing(of: cluster, on: try day(when))
    #expect(standing.status == status, "\(cluster) on \(when)")
    #expect(standing.level == level, "\(cluster) on \(when)")
    #expect(standing.end == date(end), "\(cluster) on \(when)")
    #expect(standing.daysLeft == daysLeft, "\(cluster) on \(when)")
  }

  @Test func whatIsDerivedIsSaid() throws {
    #expect(log.standing(of: "le2c", on: try day("2013-06-01")).isDerived)
    #expect(!log.standing(of: "san-daniele", on: try day("2016-07-01")).isDerived)
    #expect(!log.standing(of: "smart-care", on: try day("2026-11-23")).isDerived)
    #expect(log.standing(of: "le2c", on: try day("2015-05-01")).graceEnd == date("2016-03"))
  }

  @Test func theDaysOfWarningCanBeChosen() throws {
    let eve = try day("2016-07-01")
    #expect(log.standing(of: "san-daniele", on: eve, warning: 22).status == .valid)
    #expect(log.standing(of: "san-daniele", on: eve, warning: 23).status == .expiring)
    #expect(log.standing(of: "san-daniele", on: try day("2016-07-24"), warning: 0).status == .expiring)
  }

  /// One award on its own, given once and ending as stated.
  private func status(
    _ events: [LabelEvent], _ when: String, rules: [LabelRule] = schemeRules,
    published: [ID<Source>: PartialDate] = [:]
  ) throws -> LabelStanding {
    LabelLog(events: events, rules: rules, published: published).standing(of: "c", on: try day(when))
  }

  @Test(arguments: [
    // A leap day: two years later there is none, so the last of February counts.
    ("2016-02-29", "2018-02-28", LabelStanding.Status.expiring), ("2016-02-29", "2018-03-01", .grace),
    ("2016-02-29", "2019-02-28", .grace), ("2016-02-29", "2019-03-01", .lapsed),
    // February of a leap year, as a month, ends with its last day.
    ("2014-02", "2016-02-29", .expiring), ("2014-02", "2016-03-01", .grace),
    ("2014-02", "2017-02-28", .grace), ("2014-02", "2017-03-01", .lapsed),
    // The ends of months and of the year.
    ("2013-01-31", "2015-01-31", .expiring), ("2013-01-31", "2015-02-01", .grace),
    ("2012-12", "2014-12-31", .expiring), ("2012-12", "2015-01-01", .grace),
    ("2012-12", "2016-01-01", .lapsed),
  ])
  func boundaries(awarded: String, when: String, expected: LabelStanding.Status) throws {
    #expect(try status([event("c", .awarded, .bronze, awarded)], when).status == expected)
  }

  // MARK: Several awards

  @Test func anUndatedRowNeverHidesAValidLabel() throws {
    let events = [event("c", .awarded, .bronze, "2015-01"), event("c", .held, .gold)]
    #expect(try status(events, "2016-01-01").level == .bronze)
    #expect(try status(events, "2017-06-01").status == .grace)
    #expect(try status(events, "2020-01-01").status == .unknown)
    #expect(try status(events, "2020-01-01").level == .gold)
  }

  @Test func anUndatedRowCountsFromItsSourcesDate() throws {
    let events = [event("c", .held, .silver, source: "page")]
    let published = [ID<Source>("page"): PartialDate(try day("2024-05-10"))]
    #expect(try status(events, "2024-05-09", published: published).status == .none)
    #expect(try status(events, "2024-05-10", published: published).status == .unknown)
    #expect(try status(events, "2010-01-01").status == .unknown)
  }

  @Test func aLateMentionIsNoSecondAward() throws {
    let events = [event("c", .awarded, .gold, "2012-04"), event("c", .held, .gold, source: "page")]
    #expect(try status(events, "2020-11-01").status == .lapsed)
    // Seen long after the grace of the dated award, it must have been given again.
    let published = [ID<Source>("page"): PartialDate(try day("2020-10-19"))]
    #expect(try status(events, "2020-10-18", published: published).status == .lapsed)
    #expect(try status(events, "2020-10-19", published: published).status == .unknown)
    // Seen while that award was valid, it tells nothing new.
    let early = [ID<Source>("page"): PartialDate(try day("2013-10-19"))]
    #expect(try status(events, "2020-10-19", published: early).status == .lapsed)
  }

  @Test func aHigherValidLabelWins() throws {
    let events = [
      event("c", .awarded, .bronze, "2015-01", until: "2019-12-31"), event("c", .awarded, .gold, "2015-07"),
    ]
    #expect(try status(events, "2016-01-01").level == .gold)
    // The gold is in grace, but the bronze is valid still.
    let later = try status(events, "2018-01-01")
    #expect(later.level == .bronze)
    #expect(later.status == .valid)
  }

  @Test func aRenewalTakesThePlaceOfTheEarlierAward() throws {
    let events = [
      event("c", .awarded, .bronze, "2015-01", until: "2019-12-31"),
      event("c", .upgraded, .silver, "2016-01"),
    ]
    #expect(try status(events, "2016-06-01").level == .silver)
    // Without the upgrade the bronze would be valid that day.
    #expect(try status(events, "2019-06-01").status == .lapsed)
    #expect(try status([events[0]], "2019-06-01").status == .valid)
  }

  @Test func otherPortfoliosStand() throws {
    let events = [
      event("c", .awarded, .bronze, "2015-01", until: "2019-12-31", portfolio: "Food industry"),
      event("c", .renewed, .bronze, "2016-01", until: "2017-12-31", portfolio: "ICT"),
    ]
    #expect(try status(events, "2019-06-01").end == date("2019-12-31"))
  }

  @Test func aRenewalWithoutAnEndDoesNotHideAValidLabel() throws {
    let noRenewals = [rule("first", .firstValidity, "2"), rule("grace", .grace, "1")]
    let events = [event("c", .awarded, .gold, "2015-03"), event("c", .renewed, .gold, "2016-10")]
    #expect(try status(events, "2017-03-31", rules: noRenewals).status == .expiring)
    #expect(try status(events, "2017-04-01", rules: noRenewals).status == .unknown)
  }

  @Test func aRenewalAfterTheGraceRunsFromItsOwnDate() throws {
    let events = [event("c", .awarded, .bronze, "2013-03"), event("c", .renewed, .bronze, "2016-04")]
    #expect(try status(events, "2016-05-01").end == date("2019-04"))
    let inGrace = [event("c", .awarded, .bronze, "2013-03"), event("c", .renewed, .bronze, "2016-03")]
    #expect(try status(inGrace, "2016-05-01").end == date("2018-03"))
    #expect(try status([inGrace[1]], "2016-05-01").end == date("2019-03"))
  }

  /// Over all days a label that is given once only goes forward.
  @Test func anAwardOnlyGoesForward() throws {
    let order: [LabelStanding.Status] = [.none, .valid, .expiring, .grace, .lapsed]
    for award in log.awards where award.end != nil {
      var last = 0
      for number in try day("2011-01-01").dayNumber...day("2030-12-31").dayNumber where number % 7 == 0 {
        let status = log.standing(of: award, on: CalendarDate(dayNumber: number)).status
        let rank = try #require(order.firstIndex(of: status))
        #expect(rank >= last, "\(award.id)")
        last = rank
      }
    }
  }
}

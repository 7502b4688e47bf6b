// Applications, assessments, refusals and withdrawals: what is pending on a day, and for how long.

import ClusterDomain
import Testing

@Suite struct LabelDecisionTests {
  private func status(
    _ events: [LabelEvent], _ when: String, published: [ID<Source>: PartialDate] = [:]
  ) throws -> LabelStanding {
    LabelLog(events: events, rules: schemeRules, published: published).standing(of: "c", on: try day(when))
  }

  @Test func applications() throws {
    let events = [
      event("c", .awarded, .bronze, "2013-03"), event("c", .applied, .silver, "2014-10", award: "silver"),
      event("c", .assessed, .silver, "2016-09-05", award: "silver"),
      event("c", .upgraded, .silver, "2016-11", award: "silver"),
    ]
    let table: [(String, LabelStanding.Status, Bool)] = [
      ("2014-09-30", .valid, false), ("2014-10-01", .valid, true), ("2015-06-01", .grace, true),
      ("2016-04-01", .assessment, true), ("2016-10-31", .assessment, true), ("2016-11-01", .valid, false),
    ]
    for (when, expected, pending) in table {
      let standing = try status(events, when)
      #expect(standing.status == expected, "\(when)")
      #expect(standing.inAssessment == pending, "\(when)")
    }
    #expect(try status(events, "2016-04-01").level == .silver)
    #expect(try status(events, "2014-01-01").level == .bronze)
  }

  @Test func aRefusalEndsAnApplication() throws {
    let events = [
      event("c", .applied, .bronze, "2014-10", award: "b"),
      event("c", .denied, .bronze, "2015-01", award: "b"),
    ]
    #expect(try status(events, "2014-10-01").status == .assessment)
    #expect(try status(events, "2015-01-01").status == .none)
  }

  @Test func aWithdrawnLabelIsLapsedFromThatDay() throws {
    let events = [
      event("c", .awarded, .gold, "2015-09", award: "g"),
      event("c", .withdrawn, .gold, "2016-05-10", award: "g"),
    ]
    #expect(try status(events, "2016-05-09").status == .valid)
    let after = try status(events, "2016-05-10")
    #expect(after.status == .lapsed)
    #expect(after.end == date("2016-05-10"))
    #expect(after.graceEnd == nil)
    let undated = [events[0], event("c", .withdrawn, .gold, award: "g")]
    #expect(try status(undated, "2016-05-09").status == .unknown)
    #expect(try status(undated, "2018-05-09").status == .lapsed)
  }

  // MARK: How long

  @Test func anApplicationWithoutADecisionLapses() throws {
    let events = [event("c", .awarded, .bronze, "2010-03"), event("c", .applied, .silver, "2014-10")]
    #expect(try status(events, "2016-10-31").status == .assessment)
    let later = try status(events, "2016-11-01")
    #expect(later.status == .lapsed)
    #expect(!later.inAssessment)
    #expect(try status([events[1]], "2016-11-01").status == .none)
    let unknown = [event("c", .held, .gold), event("c", .assessed, .gold, "2014-10-05", award: "new")]
    #expect(try status(unknown, "2016-10-05").status == .assessment)
    #expect(try status(unknown, "2016-10-06").status == .unknown)
  }

  @Test func anUndatedApplicationHidesNothing() throws {
    let undated = event("c", .applied, .silver, source: "page")
    #expect(try status([undated], "2026-11-23").status == .assessment)
    let lapsed = [event("c", .awarded, .bronze, "2010-03"), undated]
    #expect(try status(lapsed, "2026-11-23").status == .lapsed)
    #expect(try status(lapsed, "2026-11-23").inAssessment == false)
    // With the date of its source it counts from that.
    let published = [ID<Source>("page"): PartialDate(try day("2026-05-10"))]
    #expect(try status(lapsed, "2026-05-09", published: published).status == .lapsed)
    #expect(try status(lapsed, "2026-05-10", published: published).status == .assessment)
    #expect(try status(lapsed, "2028-05-10", published: published).status == .assessment)
    #expect(try status(lapsed, "2028-05-11", published: published).status == .lapsed)
  }

  @Test(
    arguments: [
      ("ICT", "Food", true), ("ICT", "ICT", false), (nil, "ICT", false), ("ICT", nil, false),
      (nil, nil, false),
    ] as [(String?, String?, Bool)])
  func aDecisionEndsApplicationsOfItsPortfolio(applied: String?, decided: String?, isPending: Bool) throws {
    let events = [
      event("c", .applied, .bronze, "2014-10", award: "a", portfolio: applied),
      event("c", .awarded, .bronze, "2015-02", award: "b", portfolio: decided),
    ]
    #expect(try status(events, "2015-03-01").inAssessment == isPending)
    #expect(try status(events, "2015-01-01").inAssessment)
  }
}

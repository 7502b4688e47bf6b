// Numbers that no dataset should hold: each is told with its place, and none stops the program.

import ClusterDomain
import Testing

@Suite struct HostileNumberTests {
  static let hostile = [
    "999999999999999999", "-9223372036854775808", "9223372036854775807", "99999999999999999999999", "0", "-1",
    "100",
  ]

  @Test(arguments: hostile)
  func statedYears(number: String) throws {
    let row = "l1,a1,le2c,awarded,bronze,,2013-03,,\(number),,,s1,\n"
    let (catalogue, problems) = try FixturePackage(["labels": FixturePackage.labelsHeader + row]).read()
    #expect(
      problems.map(\.description) == [
        "labels.csv:2: column \"stated_years\": \"\(number)\" lies not between 1 and 99; value left empty"
      ])
    #expect(catalogue.tables.labels.map(\.statedYears) == [nil])
  }

  private func problem(_ table: String, _ text: String) throws -> [String] {
    try FixturePackage([table: text]).read().problems.map(\.description)
  }

  @Test func otherColumns() throws {
    #expect(
      try problem(
        "programmes",
        "id,name,scope,region,managing_body,start,end,theme,applicants,source,note\n"
          + "p,P,EU,,,0,10000,,,s1,\n") == [
          "programmes.csv:2: column \"start\": \"0\" lies not between 1 and 9999; value left empty",
          "programmes.csv:2: column \"end\": \"10000\" lies not between 1 and 9999; value left empty",
        ])
    #expect(
      try problem("label_counts", "as_of,level,area,count,source,note\n2012,gold,,-1,s1,\n") == [
        "label_counts.csv:2: column \"count\": \"-1\" lies not between 0 and 1000000000; row skipped"
      ])
    #expect(
      try problem(
        "figures",
        "subject_type,subject,measure,bound,value,unit,as_of,basis,source,note\n"
          + "cluster,le2c,turnover,exact,1e300,EUR,,,s1,\n") == [
          "figures.csv:2: column \"value\": \"1e300\" lies not between -9000000000000000 and 9000000000000000; "
            + "row skipped"
        ])
    #expect(
      try problem("labels", FixturePackage.labelsHeader + "l1,a1,le2c,awarded,bronze,,,,,101,,s1,\n") == [
        "labels.csv:2: column \"score\": \"101\" lies not between 0 and 100; value left empty"
      ])
  }

  @Test(arguments: [
    ("1000000000", "years"), ("-2", "years"), ("0", "years"), ("1.5", "years"), ("two", "years"),
    ("", "years"),
    ("24", "months"), ("9223372036854775808", "years"),
  ])
  func rulesWithAUse(value: String, unit: String) throws {
    let header = "id,levels,rule,value,unit,use,valid_from,valid_to,source,note\n"
    let rows = "r1,,r,\(value),\(unit),first validity,,,s1,\nr2,,r,\(value),\(unit),,,,s1,\n"
    let (catalogue, problems) = try FixturePackage(["label_rules": header + rows]).read()
    let said = value.isEmpty ? unit : "\(value) \(unit)"
    #expect(
      problems.map(\.description) == [
        "label_rules.csv:2: column \"value\": \"\(said)\" is no whole number of years between 1 and 99; "
          + "rule not applied"
      ])
    #expect(catalogue.tables.labelRules.count == 2)
    #expect(LabelLog(catalogue).awards.map(\.end) == [nil])
  }

  @Test(arguments: [Int.min, -999_999_999_999_999_999, -1_000_000, 1_000_000, 999_999_999_999_999_999, .max])
  func reckoningStaysInTheCalendar(number: Int) throws {
    let today = try day("2016-02-29")
    let edge = number < 0 ? "0001" : "9999"
    for reached in [today.adding(months: number), today.adding(years: number)] {
      #expect("\(reached)".hasPrefix(edge))
    }
    let reached = [
      today.adding(days: number), CalendarDate(dayNumber: number),
      CalendarDate(dayNumber: number).adding(days: number),
    ]
    for reached in reached { #expect((1...9999).contains(reached.year)) }
    #expect(CalendarDate(dayNumber: .max) == (try day("9999-12-31")))
    #expect(CalendarDate(dayNumber: .min) == (try day("0001-01-01")))
    #expect(CalendarDate(dayNumber: .min).days(until: CalendarDate(dayNumber: .max)) == 3_652_058)
  }

  @Test(arguments: ["0001", "0001-01", "0001-01-01", "9999", "9999-02", "9999-12", "9999-12-31"])
  func theEdgesOfTheCalendar(text: String) throws {
    let partial = try #require(date(text))
    #expect(partial.last >= partial.first)
    #expect(partial.last.year == partial.first.year)
    for years in [Int.min, -1, 1, .max] { #expect(partial.adding(years: years).last.year >= 1) }
    let log = LabelLog(
      events: [
        event("c", .awarded, .bronze, text, years: .max),
        event("d", .held, .bronze, until: text, years: .min),
        event("e", .renewed, .bronze, text), event("f", .applied, .bronze, text),
      ], rules: schemeRules)
    for cluster in ["c", "d", "e", "f"] as [ID<Cluster>] {
      for day in [CalendarDate(dayNumber: .min), try day("2026-11-23"), CalendarDate(dayNumber: .max)] {
        _ = log.standing(of: cluster, on: day, warning: .max)
        _ = log.standing(of: cluster, on: day, warning: .min)
      }
    }
    let deadline = Deadline(date: partial, kind: "single", source: "s")
    let call = Call(id: "c", programme: "p", name: "C", deadlines: [deadline], source: "s")
    for days in [Int.min, .max] { _ = call.standing(on: try day("2026-11-23"), closingWithin: days) }
  }
}

// Calls held against clusters rule by rule, and grants that are counted once.

import ClusterDomain
import Testing

@Suite("Fit")
struct FitTests {
  /// 1 March 2026.
  private static let day = CalendarDate(dayNumber: 20_513)

  private static func catalogue(_ conditions: [Condition] = [], figures: [Figure] = []) -> Catalogue {
    var tables = Catalogue.Tables()
    tables.regions = [
      Region(id: "ITC4", name: "Lombardia", englishName: "Lombardy", source: "s"),
      Region(id: "ITF3", name: "Campania", englishName: "Campania", source: "s"),
    ]
    tables.clusters = [
      Cluster(id: "c", name: "C", kind: "pole", region: "ITC4", sectors: ["Energy", "ICT"], source: "s"),
      Cluster(id: "national", name: "N", source: "s"),
      Cluster(id: "abroad", name: "A", country: "DE", source: "s"),
    ]
    tables.programmes = [
      Programme(id: "eu", name: "EU", scope: "EU", source: "s"),
      Programme(id: "border", name: "B", scope: "EU", isForPart: true, source: "s"),
      Programme(id: "national", name: "N", scope: "national", source: "s"),
      Programme(id: "lombardy", name: "L", scope: "regional", region: "ITC4", source: "s"),
      Programme(id: "campania", name: "K", scope: "regional", region: "ITF3", source: "s"),
      Programme(id: "somewhere", name: "?", scope: "regional", source: "s"),
    ]
    tables.labels = [event("c", .awarded, .silver, "2025-06")]
    tables.labelRules = schemeRules
    tables.conditions = conditions
    tables.figures = figures
    tables.take(
      [
        Organisation(id: "u", name: "U", kind: .university),
        Organisation(id: "r", name: "R", kind: .research),
        Organisation(id: "f", name: "F", kind: .sme),
      ],
      ["u", "r", "f"].map { Membership(cluster: "c", organisation: $0, source: "s") })
    return Catalogue(title: "t", tables: tables)
  }

  private func fit(
    _ programme: ID<Programme> = "eu", cluster: ID<Cluster> = "c", _ conditions: [Condition] = [],
    figures: [Figure] = [], opens: String = "2026-01-01", deadline: String = "2026-06-01"
  ) throws -> Fit {
    let catalogue = Self.catalogue(conditions, figures: figures)
    let call = Call(
      id: "call", programme: programme, name: "Call", opens: PartialDate(opens),
      deadlines: [Deadline(date: try #require(PartialDate(deadline)), kind: "single", source: "s")],
      source: "s")
    let fitting = Fitting(catalogue: catalogue, labels: LabelLog(catalogue), day: Self.day)
    return fitting.fit(call, try #require(catalogue.cluster(cluster)))
  }

  @Test(arguments: [
    ("2026-01-01", "2026-06-01", FitRule.Verdict.passed), ("2026-01-01", "2026-03-01", .passed),
    ("2026-01-01", "2026-02-28", .failed), ("2026-04-01", "2026-06-01", .missing),
  ])
  func theDateComesFirst(_ opens: String, _ deadline: String, _ verdict: FitRule.Verdict) throws {
    let rule = try #require(try fit(opens: opens, deadline: deadline).rules.first)
    #expect(rule.subject == .date && rule.verdict == verdict)
  }

  @Test(
    arguments: [
      ("eu", "abroad", FitRule.Verdict.passed), ("border", "c", .missing), ("national", "c", .passed),
      ("national", "abroad", .failed),
      ("lombardy", "c", .passed), ("campania", "c", .failed), ("campania", "national", .missing),
      ("campania", "abroad", .failed), ("somewhere", "c", .missing),
    ] as [(ID<Programme>, ID<Cluster>, FitRule.Verdict)])
  func theAreaIsThatOfTheProgramme(
    _ programme: ID<Programme>, _ cluster: ID<Cluster>, _ verdict: FitRule.Verdict
  ) throws {
    let rule = try fit(programme, cluster: cluster).rules[1]
    #expect(rule.subject == .area && rule.verdict == verdict)
  }

  @Test("where no home country is known nothing is said not to be of it")
  func noHome() throws {
    let named = Self.catalogue([])
    let catalogue = Catalogue(title: "t", homeCountry: "", tables: named.tables)
    let fitting = Fitting(catalogue: catalogue, labels: LabelLog(catalogue), day: Self.day)
    for (programme, cluster) in [("national", "c"), ("campania", "national")] {
      let call = Call(id: "call", programme: ID(rawValue: programme), name: "Call", source: "s")
      let fit = fitting.fit(call, try #require(catalogue.cluster(ID(rawValue: cluster))))
      #expect(fit.rules[1].verdict == .missing)
    }
  }

  private func condition(
    _ test: String?, call: ID<Call>? = nil, named: String? = nil, programme: ID<Programme> = "eu"
  ) -> Condition {
    Condition(
      programme: programme, call: call, callName: named, condition: "asked", value: "words",
      test: test.flatMap { FitTest($0) }, source: "s")
  }

  @Test(arguments: [
    ("region = ITC4; ITF3", FitRule.Verdict.passed), ("region = ITC", .passed), ("region = ITF", .failed),
    ("country = IT", .passed), ("country = DE", .failed), ("kind = Pole", .passed), ("kind = park", .failed),
    ("sector = energy; wine", .passed), ("sector = wine", .failed), ("label >= bronze", .passed),
    ("label >= silver", .passed), ("label >= gold", .failed), ("members >= 3", .passed),
    // The list of members may be partial.
    ("members >= 4", .missing), ("research members >= 2", .passed), ("research members >= 3", .missing),
    ("sme members >= 1", .passed), ("turnover >= 1", .missing),
  ])
  func conditionsAreTested(_ test: String, _ verdict: FitRule.Verdict) throws {
    #expect(try fit("eu", [condition(test)]).rules.last?.verdict == verdict)
  }

  @Test(arguments: [
    (Figure.Bound.exact, 20.0, FitRule.Verdict.passed), (.exact, 14, .failed), (.atLeast, 14, .missing),
    (.moreThan, 14, .missing), (.lessThan, 20, .missing), (.lessThan, 15, .failed), (.about, 20, .passed),
    (.about, 15, .missing),
    (.about, 13, .failed), (.almost, 15, .failed), (.almost, 16, .missing), (.almost, 20, .passed),
  ])
  func aStatedFigureDecides(_ bound: Figure.Bound, _ value: Double, _ verdict: FitRule.Verdict) throws {
    let figure = Figure(
      subject: .cluster("c"), measure: "members", bound: bound, value: value, unit: "organisations",
      asOf: PartialDate("2020"), source: "s")
    #expect(try fit("eu", [condition("members >= 15")], figures: [figure]).rules.last?.verdict == verdict)
  }

  @Test func onlyConditionsOfTheCallCount() throws {
    let rules = try fit(
      "eu",
      [
        condition("country = IT"), condition(nil), condition("country = DE", call: "other"),
        condition("country = DE", named: "another strand"), condition("country = DE", programme: "national"),
        condition("country = DE", call: "call"),
      ]
    ).rules
    #expect(rules.map(\.verdict) == [.passed, .passed, .passed, .unchecked, .failed])
  }

  @Test func onlyTheDateMayStandAgainstWhatIsPossible() throws {
    #expect(try fit(deadline: "2026-02-01").isPossible)
    #expect(try !fit("campania").isPossible)
    #expect(try !fit("eu", [condition("country = DE")]).isPossible)
  }

  @Test(arguments: [
    "", "region", "region =", "region = ;", "colour = red", "label >= platinum", "members >= x", ">= 3",
    "members >= 0x10", "members >= -1",
  ])
  func whatIsNoTestIsNone(_ text: String) {
    #expect(FitTest(text) == nil)
  }
}

@Suite("Money of projects")
struct ProjectAmountTests {
  private func row(
    _ cluster: ID<Cluster>, _ amount: Double?, share: Bool = false, project: ID<Project>? = "p"
  ) -> Participation {
    Participation(
      cluster: cluster, project: project, programme: "g", amount: amount, isShare: share, source: "s")
  }

  @Test func aGrantIsCountedOnce() {
    let amount = ProjectAmount(of: [row("a", 500), row("b", 500), row("c", nil)])
    #expect(amount?.euros == 500 && amount?.isAtLeast == true)
    #expect(ProjectAmount(of: [row("a", 500)])?.isAtLeast == false)
    #expect(ProjectAmount(of: [row("a", nil)]) == nil)
  }

  @Test func sharesAreAddedUp() {
    #expect(ProjectAmount(of: [row("a", 200, share: true), row("b", 100, share: true)])?.euros == 300)
    let partial = ProjectAmount(of: [row("a", 200, share: true), row("b", nil)])
    #expect(partial?.euros == 200 && partial?.isAtLeast == true)
    #expect(ProjectAmount(of: [row("a", 200, share: true), row("b", 500)])?.euros == 500)
  }

  @Test func aProgrammeSumsItsProjects() {
    var tables = Catalogue.Tables()
    tables.programmes = [Programme(id: "g", name: "G", scope: "EU", source: "s")]
    tables.projects = [
      Project(id: "p", name: "P", programme: "g"), Project(id: "q", name: "Q"), Project(id: "x", name: "X"),
    ]
    tables.participations = [
      row("a", 500), row("b", 500), row("a", 70, project: "q"), row("a", 3, project: nil),
      Participation(cluster: "a", project: "x", amount: 1000, source: "s"),
    ]
    let catalogue = Catalogue(title: "t", tables: tables)
    #expect(catalogue.projects(of: "g").map(\.id) == ["p", "q"])
    let amount = catalogue.projectAmount(of: "g")
    #expect(amount.euros == 573 && amount.projects == 3 && amount.isAtLeast)
  }
}

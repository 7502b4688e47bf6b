// The page of a label: each date with what gives it, what does not go with the rules, what was known when.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("The page of a label")
struct AwardPageTests {
  private func facts(_ award: ID<LabelAward>) throws -> [String] {
    let state = Bundled.state()
    let scene = try #require(state.scene)
    let listing = FactPane.award.listing(scene, subject: .award(award), query: ListQuery())
    return try #require(listing as? FactListing).facts.map(\.text)
  }

  @Test func eachDateNamesItsRule() throws {
    let facts = try facts("a-le2c-gold-1")
    #expect(facts.contains("Given Sep 2015  stated"))
    #expect(
      facts.contains(
        "Valid to ≈ Sep 2017  2 years, validity of a first gold as stated by a holder, undated (gold-2y-vaasa)"
      ))
    #expect(
      facts.contains {
        $0.hasPrefix("Was renewable to ≈ Sep 2018  1 year") && $0.hasSuffix("(gold-renew-window)")
      })
    #expect(!facts.contains { $0.hasPrefix("Renewed, then") })
    #expect(facts.contains("Sep 2015 awarded Sep 2015 to ≈ Sep 2017, derived  1 statement"))
    // The criteria came in November 2019.
    #expect(!facts.contains { $0.hasPrefix("Eligibility") })
  }

  @Test func whatAsksForALookIsTold() throws {
    let facts = try facts("a-comet-silver-1")
    #expect(facts.contains("! No earlier benchmarking is known, which rule silver-interval asks for"))
    #expect(
      facts.contains {
        $0.hasPrefix("Renewed, then to ≈ Mar 2029  3 years") && $0.hasSuffix("from 2017 (silver-3y-2017)")
      })
    #expect(facts.contains { $0.hasPrefix("Eligibility") && $0.hasSuffix("from 15 Nov 2019") })
  }

  @Test("what was withdrawn or followed by another cannot be renewed, and says so")
  func withdrawn() throws {
    let taken = LabelEntry(
      cluster: "comet", kind: .withdrawn, level: .silver, date: PartialDate("2026-10-01"))
    let next = LabelEntry(
      cluster: "venetian-cluster", kind: .renewed, level: .bronze, date: PartialDate("2026-10"))
    let additions = Additions(
      [taken, next].enumerated().map {
        Entry(number: Int64($0.offset), day: today, content: .labelEvent($0.element))
      })
    var state = Bundled.state()
    state.apply([.additionsRead(additions)])
    let scene = try #require(state.scene)
    func facts(_ award: ID<LabelAward>) throws -> [String] {
      let listing = FactPane.award.listing(scene, subject: .award(award), query: ListQuery())
      return try #require(listing as? FactListing).facts.map(\.text)
    }
    let ended = try facts("a-comet-silver-1")
    #expect(ended.contains("Withdrawn 1 Oct 2026") && !ended.contains { $0.hasPrefix("Renew") })
    let former = try facts("a-venetian-cluster-bronze-1")
    #expect(former.contains { $0.hasPrefix("Followed by bronze, renewed Oct 2026") })
    #expect(!former.contains { $0.hasPrefix("Renew") })
    let award = try #require(scene.judgement.labels.award("a-comet-silver-1"))
    #expect(scene.timelineWords(of: award) == "S Mar 2024 to ≈ Mar 2026, withdrawn 1 Oct 2026")
  }

  @Test("a withdrawal that is ahead is told in the place of a renewal that will not be")
  func toBeWithdrawn() throws {
    let ahead = LabelEntry(
      cluster: "venetian-cluster", kind: .withdrawn, level: .bronze, date: PartialDate("2027-01"))
    var state = Bundled.state()
    let award: ID<LabelAward> = "a-venetian-cluster-bronze-1"
    func facts() throws -> [String] {
      let listing = FactPane.award.listing(
        try #require(state.scene), subject: .award(award), query: ListQuery())
      return try #require(listing as? FactListing).facts.map(\.text)
    }
    #expect(try facts().contains { $0.hasPrefix("Renewable to") })
    state.apply([.additionsRead(Additions([Entry(number: 1, day: today, content: .labelEvent(ahead))]))])
    let told = try facts()
    #expect(told.contains("To be withdrawn Jan 2027") && !told.contains { $0.contains("enewable to") })
  }

  @Test func aRowOfTheRadarOpensItAndItsClusterLiesBehind() throws {
    var state = Bundled.state()
    state.apply([.pageAsked(.labels), .opened])
    guard case .award(let id) = state.page.kind else {
      Issue.record("\(state.page.kind)")
      return
    }
    let award = try #require(state.scene?.judgement.labels.award(id))
    #expect(
      state.crumbs.last
        == "\(award.level.rawValue) of \(state.scene?.name(of: .cluster(award.cluster)) ?? "")")
    #expect(state.page.kind.panes == [.awardFacts, .awardEvents, .labelRules])
    let rules = try #require(state.view(of: .labelRules)?.listing)
    #expect(rules.count > 5)
    let levels = try #require(rules.headers.firstIndex { $0.id == "levels" })
    #expect(
      (0..<rules.count).allSatisfy { row in
        let text = rules.cell(row: row, column: levels).value.plain
        return text == "all" || text.contains(award.level.rawValue)
      })
    state.apply([.opened])
    #expect(state.page.kind == .cluster(award.cluster))
  }
}

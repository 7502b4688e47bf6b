// The pages of facts: what they say of a cluster, a member, a programme, and where their lines lead.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Pages of facts")
struct FactPaneTests {
  private func facts(_ pane: PaneID, _ subject: PaneSubject, typed: String = "") throws -> FactListing {
    try #require(listing(pane, smallScene(), subject, typed: typed) as? FactListing)
  }

  private func lines(_ pane: PaneID, _ subject: PaneSubject) throws -> [String] {
    try facts(pane, subject).facts.map(\.text)
  }

  @Test("a cluster's page has its figures, label, kinds of members, networks and remarks")
  func cluster() throws {
    let lines = try lines(.clusterFacts, .cluster("alfa"))
    for line in [
      "Region Veneto", "Founded Mar 2009", "Members 140  Jun 2020 · 2 more", "Turnover 9 bn €  undated",
      "On 23 Nov 2026 G ● to ≈ Jun 2027", "Gold awarded 1 Jun 2025 to ≈ Jun 2027, derived · 2 sources",
      "Networks", " Rete Ünica", " with Node  Germany", " with Stranger", "Remarks", "seat moved",
    ] { #expect(lines.contains(line), "\(line)") }
    #expect(lines.contains { $0.hasPrefix("university ▪") })
  }

  @Test("a cluster of which nothing is stated has a page too")
  func emptyCluster() throws {
    let lines = try lines(.clusterFacts, .cluster("vuoto"))
    #expect(lines.contains("Kind –"))
    #expect(lines.contains("Founded –"))
    #expect(lines.contains(" none stated"))
    #expect(!lines.contains("Networks"))
    #expect(!lines.contains("Remarks"))
  }

  @Test("a member's page leads to its clusters and to those that share several with it")
  func member() throws {
    let facts = try facts(.organisationFacts, .organisation("poli"))
    let links = facts.keys.indices.compactMap { facts.page(row: $0) }
    #expect(links == [.cluster("alfa"), .cluster("beta"), .organisation("ovest")])
    let lines = facts.facts.map(\.text)
    #expect(lines.contains("ALFA founder"))
    #expect(lines.contains("2 clusters Ovest"))
    #expect(lines.contains("Region Veneto"))
  }

  @Test("an implied membership is marked on the member's page")
  func implied() throws {
    #expect(try lines(.organisationFacts, .organisation("zeta")).contains("ALFA member  implied"))
  }

  @Test("a programme's page has its budget, conditions and remarks")
  func programme() throws {
    let lines = try lines(.programmeFacts, .programme("horizon"))
    #expect(lines.contains("Period 2021–2027"))
    #expect(lines.contains("Budget ≈ 1 bn €  undated"))
    #expect(lines.contains("Consortium 3 of 3 countries"))
    #expect(try self.lines(.programmeFacts, .programme("regio")).contains("Period from 2025"))
    #expect(try self.lines(.programmeFacts, .programme("naz")).suffix(2) == ["Remarks", "yearly"])
  }

  @Test("a figure stated only later says when it is first stated")
  func later() throws {
    let scene = smallScene(asOf: day("2010-01-01"))
    let facts = listing(.clusterFacts, scene, .cluster("alfa")) as? FactListing
    #expect(facts?.facts.contains { $0.text == "Members first stated 2015" } == true)
  }

  @Test("lines are found by what they say, without accents")
  func typed() throws {
    #expect(try facts(.clusterFacts, .cluster("alfa"), typed: "unica").facts.map(\.text) == [" Rete Ünica"])
    #expect(try facts(.clusterFacts, .cluster("alfa"), typed: "no such").keys.isEmpty)
  }

  @Test("a line's cells are its label and its value")
  func cells() throws {
    let facts = try facts(.clusterFacts, .cluster("alfa"))
    for (row, fact) in facts.facts.enumerated() {
      let cells = [facts.cell(row: row, column: 0), facts.cell(row: row, column: 1)]
      switch fact {
      case .heading(let text): #expect(cells.map(\.text) == [text, ""])
      case .paragraph(let text): #expect(cells.map(\.text) == ["", text])
      case .value(let label, let runs, _, _):
        #expect(cells[0].value == .optional(label))
        #expect(cells[1].text == runs.map(\.text).joined())
      }
    }
  }

  @Test("pages of what does not exist are empty and say so")
  func missing() throws {
    for (pane, subject): (PaneID, PaneSubject) in [
      (.clusterFacts, .cluster("no")), (.organisationFacts, .organisation("no")),
      (.programmeFacts, .programme("no")), (.clusterFacts, .none),
    ] { #expect(try facts(pane, subject).keys.isEmpty) }
  }
}

@Suite("Every row of the bundled dataset")
struct BundledRowTests {
  @Test("rows of a pane have keys of their own, or the cursor could not tell them apart")
  func keys() throws {
    let scene = try #require(Bundled.state().scene)
    for (pane, subject) in subjects(scene) {
      let keys = listing(pane, scene, subject).keys
      #expect(Set(keys).count == keys.count, "\(pane) of \(subject)")
    }
  }

  @Test("the cursor walks down every list to its end")
  func walking() {
    var state = Bundled.state()
    for pane in [PageKind.dashboard, .labels, .calls, .programmes, .organisations] {
      state.apply([.pageAsked(pane)])
      let count = state.keys(state.page.focus).count
      var seen: Set<String> = []
      for _ in 0..<min(count, 40) {
        seen.insert(state.cursor(state.page.focus) ?? "")
        state.apply([.moved(by: 1)])
      }
      #expect(seen.count == min(count, 40), "\(pane)")
    }
  }

  private func subjects(_ scene: Scene) -> [(PaneID, PaneSubject)] {
    let tables = scene.catalogue.tables
    return [.clusters, .labels, .regions, .calls, .allProgrammes, .organisations].map { ($0, .none) }
      + tables.clusters.flatMap { cluster in
        [.members, .programmes, .clusterFacts].map { ($0, .cluster(cluster.id)) }
      }
      + tables.organisations.flatMap { organisation in
        [.organisationClusters, .organisationFacts].map { ($0, .organisation(organisation.id)) }
      }
      + tables.programmes.flatMap { programme in
        [.programmeCalls, .participants, .programmeFacts].map { ($0, .programme(programme.id)) }
      }
  }
}

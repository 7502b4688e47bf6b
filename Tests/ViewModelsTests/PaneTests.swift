// Each pane on the small catalogue: its columns, rows, title and what it says when it is empty.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Panes")
struct PaneTests {
  private let scene = smallScene(problems: Small.problems)
  private let bare = Scene(
    judgement: Judgement(
      catalogue: Catalogue(title: "Nothing", tables: Catalogue.Tables()),
      labels: LabelLog(events: [], rules: []), asOf: today))

  private func title(_ pane: PaneID, _ scene: Scene, _ subject: PaneSubject = .none, typed: String = "")
    -> PaneTitle
  {
    Panes[pane].title(scene, subject: subject, listing: listing(pane, scene, subject, typed: typed))
  }

  @Test("every place has its pane, and each pane is registered once")
  func registry() {
    #expect(Panes.all.count == PaneID.allCases.count)
    for id in PaneID.allCases { #expect(Panes[id].id == id) }
  }

  // The rows of a file have the columns of the file.
  @Test(
    "columns of a pane have ids of their own, and one takes the rest",
    arguments: PaneID.allCases.filter { $0 != .sheet })
  func columns(_ id: PaneID) {
    let headers = Panes[id].headers
    #expect(Set(headers.map(\.id)).count == headers.count)
    #expect(headers.filter { $0.width.takesRest }.count == 1)
    #expect(headers.allSatisfy { !$0.title.isEmpty && $0.width.least <= $0.width.most })
    for header in headers {
      #expect(header.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }, "\(header.id)")
    }
  }

  private static let rowTable: [(PaneID, PaneSubject, [String])] = [
    (.clusters, .none, ["alfa", "beta", "seta", "lungo", "vuoto", "evil", "senza"]),
    (.members, .cluster("alfa"), ["poli", "zeta", "ovest"]),
    (.members, .none, []),
    (
      .programmes, .cluster("alfa"),
      ["call:h-soon", "call:h-late", "call:r-next", "participation:alfa:0", "participation:alfa:1"]
    ),
    (.programmes, .cluster("node"), ["call:h-soon", "call:h-late", "participation:node:0"]),
    (
      .labels, .none,
      ["beta-bronze", "seta-silver", "alfa-gold", "senza-bronze", "evil-gold", "lungo-bronze"]
    ),
    (.coverage, .none, ["Lombardia", "Veneto", "Molise", "national"]),
    (.regions, .none, ["ITC4", "ITF2", "ITH3", "ITC2"]),
    (.calls, .none, ["h-soon", "h-late", "r-next", "h-gone", "n-what"]),
    (
      .calendar, .none,
      [
        "deadline.1.h-soon", "label-end.beta-bronze", "opens.r-next", "renewal-end.seta-silver",
        "deadline.1.r-next", "deadline.1.h-late", "label-end.alfa-gold", "renewal-end.beta-bronze",
        "renewal-end.alfa-gold",
      ]
    ),
    (.calls, .cluster("beta"), ["h-soon", "h-late"]),
    (.allProgrammes, .none, ["horizon", "regio", "naz"]),
    (.organisations, .none, ["poli", "zeta", "ovest"]),
    (.problems, .none, ["0", "1"]),
    (.organisationClusters, .organisation("poli"), ["alfa", "beta"]),
    (.programmeCalls, .programme("horizon"), ["h-soon", "h-late", "h-gone"]),
    (.participants, .programme("horizon"), ["alfa", "node"]),
    (.labelRules, .none, ["first", "grace", "points"]),
    (.labelCounts, .none, ["0"]),
  ]

  @Test("rows in their order", arguments: rowTable)
  func rows(_ pane: PaneID, _ subject: PaneSubject, _ keys: [String]) {
    #expect(listing(pane, scene, subject).keys == keys)
  }

  private static let titleTable: [(PaneID, PaneSubject, String, String?, String)] = [
    (.clusters, .none, "Clusters", nil, "7 of 7"),
    (.members, .cluster("alfa"), "Members", "ALFA", "3 named · 140 stated 2020"),
    (.members, .cluster("seta"), "Members", Small.cjkName, "1 named"),
    (.programmes, .cluster("alfa"), "Programmes", "ALFA", "2 taken part · 2 open · 1 later"),
    (.programmes, .none, "Programmes", nil, ""),
    (.labels, .none, "Labels", nil, "6 awards · lapsing first"),
    (.outlook, .none, "If nobody renews", nil, "2 covered, 0 in 24 mo"),
    (.coverage, .none, "Coverage", nil, "2 of 4 areas covered"),
    (.regions, .none, "Regions", nil, "4 regions"),
    (.calls, .none, "Calls", nil, "2 open · 5 of 5"),
    (.calendar, .none, "Calendar", nil, "9 dates in 24 months"),
    (.problems, .none, "Problems in the data", nil, "2 problems"),
    (.organisationClusters, .organisation("poli"), "Clusters", "Politecnico di Città", "2 clusters"),
    (.programmeCalls, .programme("regio"), "Calls", "Regio Veneto", "1 call"),
    (.participants, .programme("horizon"), "Clusters that took part", nil, "2 clusters"),
    (.clusterFacts, .cluster("beta"), "Beta Energy", nil, ""),
    (.labelRules, .none, "Label rules", nil, "3 rules"),
    (.labelCounts, .none, "Label holders counted", nil, "1 count"),
  ]

  @Test("titles say what is shown, of whom, and how many", arguments: titleTable)
  func titles(_ pane: PaneID, _ subject: PaneSubject, _ name: String, _ owner: String?, _ count: String) {
    #expect(title(pane, scene, subject) == PaneTitle(name: name, owner: owner, count: count))
  }

  @Test("a typed filter shows in the counts")
  func typedCounts() {
    #expect(title(.clusters, scene, typed: "veneto").count == "3 of 7")
    #expect(title(.members, scene, .cluster("alfa"), typed: "poli").count.hasPrefix("1 of 3 named"))
    #expect(title(.labels, scene, typed: "gold").count.hasPrefix("2 of 6 awards"))
  }

  @Test("an empty pane gives a reason in one sentence", arguments: PaneID.allCases)
  func empty(_ pane: PaneID) {
    let state = Panes[pane].emptyState(bare, subject: .none, query: ListQuery())
    #expect(listing(pane, bare).keys.isEmpty)
    #expect(state.reason.hasSuffix("."))
    #expect(state.advice.isEmpty || state.advice.hasSuffix("."))
    let typed = Panes[pane].emptyState(bare, subject: .none, query: ListQuery(typed: "xyz"))
    #expect(typed.reason.contains("\"xyz\""))
    #expect(typed.advice.contains("Esc"))
  }

  @Test("the chip that emptied the clusters is named, with the keys that help")
  func guilty() throws {
    let scene = smallScene([Clause(.region, ["ITF2"]), Clause(.label, ["gold"]), Clause(.kind, ["x"])])
    #expect(scene.counts == [1, 0, 0])
    let state = Panes[.clusters].emptyState(scene, subject: .none, query: ListQuery())
    #expect(state.reason == "No cluster is left after \"label: Gold\".")
    #expect(state.advice.contains("x drops"))
  }

  @Test("a cluster without named members says how many are stated, or that they are hidden")
  func noMembers() {
    func reason(_ cluster: ID<Cluster>, implied: Bool = true) -> String {
      Panes[.members].emptyState(smallScene(implied: implied), subject: .cluster(cluster), query: ListQuery())
        .reason
    }
    #expect(reason("vuoto") == "No member is named in the sources.")
    #expect(reason("seta", implied: false) == "1 membership only implied, and hidden.")
  }

  @Test("cells of the awkward rows: nothing is blank, nothing is nought that nobody states")
  func awkwardCells() {
    let clusters = listing(.clusters, scene)
    for key in clusters.keys {
      for header in clusters.headers {
        #expect(clusters.text(key, header.id)?.isEmpty == false, "\(key) \(header.id)")
      }
    }
    for column in ["members", "employees", "turnover", "kind", "sectors", "founded", "website"] {
      #expect(clusters.text("vuoto", column) == "–")
      #expect(clusters.cell("vuoto", column)?.value == .missing)
    }
    #expect(clusters.text("vuoto", "region") == "national")
    #expect(clusters.text("alfa", "name") == "ALFA · Àlfa Meccanica — Distretto della Mobilità")
    #expect(clusters.cell("alfa", "name")?.value == .text("Àlfa Meccanica — Distretto della Mobilità"))
    #expect(clusters.text("evil", "name") == Small.evilName, "the frame makes it safe, not the pane")
  }

  @Test("regions count clusters, members and labels, and the region filter does not narrow them")
  func regionCounts() {
    let regions = listing(.regions, smallScene([Clause(.region, ["ITF2"])]))
    let columns = ["clusters", "members", "labelled", "in_grace", "lapsed", "unknown", "never"]
    #expect(columns.map { regions.text("ITH3", $0) ?? "" } == ["3", "3", "1", "0", "1", "1", "0"])
    #expect(columns.map { regions.text("ITC4", $0) ?? "" } == ["2", "3", "1", "1", "0", "0", "0"])
    #expect(regions.text("ITC2", "clusters") == "0")
    let gold = listing(.regions, smallScene([Clause(.label, ["gold"])]))
    #expect(gold.text("ITH3", "clusters") == "2")
  }

  @Test("members show in which other clusters they are, only those that are shown")
  func alsoIn() {
    #expect(listing(.members, scene, .cluster("alfa")).text("poli", "also_in") == "Beta Energy")
    #expect(listing(.members, scene, .cluster("alfa")).text("zeta", "also_in") == Small.cjkName)
    #expect(listing(.members, scene, .cluster("alfa")).text("zeta", "basis") == "implied")
    #expect(listing(.organisations, scene).text("poli", "in") == "ALFA, Beta Energy")
    #expect(listing(.organisations, smallScene(implied: false)).keys == ["poli", "ovest"])
  }

  @Test("labels tell how their end is known and how far it is")
  func labelCells() {
    let labels = listing(.labels, scene)
    #expect(labels.text("alfa-gold", "basis") == "derived")
    #expect(labels.text("seta-silver", "basis") == "stated")
    #expect(labels.text("evil-gold", "basis") == "–")
    #expect(labels.text("beta-bronze", "days_left") == "38 d")
    #expect(labels.text("lungo-bronze", "days_left") == "11 y ago")
    #expect(labels.text("alfa-gold", "sources") == "2")
    #expect(labels.text("seta-silver", "renewable_until") == "15 Mar 2027")
  }
}

// The members of one cluster: found in the background, the same as looking at each of them between two frames.

import ClusterDomain
import Sheets
import Synchronization
import Testing

@testable import ViewModels

@Suite("Members of one cluster")
struct ClusterMembersTests {
  private static let queries: [ListQuery] =
    ["cluster", "id", "name", "kind", "place", "basis", "also_in", "membership_basis", "note", "source"]
    .flatMap { column in
      [true, false].map { ListQuery(sort: [SortOrder(column: column, isAscending: $0)]) }
    } + [
      ListQuery(sort: [SortOrder(column: "kind"), SortOrder(column: "name", isAscending: false)]),
      ListQuery(sort: [SortOrder(column: "also_in", isAscending: false), SortOrder(column: "note")]),
      ListQuery(typed: "rossi"), ListQuery(typed: "milano acme"), ListQuery(typed: "nobody"),
      ListQuery(typed: "ITZ9"), ListQuery(typed: "veneto", sort: [SortOrder(column: "name")]),
      ListQuery(narrowed: [CellFilter(column: "kind", value: "sme")]),
      ListQuery(narrowed: [CellFilter(column: "note", value: "")]),
      ListQuery(narrowed: [CellFilter(column: "also_in", value: "Other")]),
      ListQuery(
        typed: "a", narrowed: [CellFilter(column: "basis", value: "implied")],
        sort: [SortOrder(column: "place")]),
    ]

  @Test("the background finds what looking at each member finds", arguments: queries)
  func rows(_ query: ListQuery) throws {
    for scene in Self.scenes {
      let expected = Self.naive(scene, query)
      let pages = Mutex<[[UInt32]]>([])
      let answer = try Self.answer(scene, query, .rows) { page in
        if case .rows(let rows) = page.content { pages.withLock { $0.append(rows.known) } }
      }
      guard case .rows(let rows) = answer.content else {
        Issue.record("no rows")
        continue
      }
      #expect(rows.known == expected)
      #expect(rows.isExact && rows.isOrdered)
      for page in pages.withLock({ $0 }) {
        #expect(page == Array(expected.prefix(page.count)), "a first page is the beginning of all")
      }
    }
  }

  @Test(
    "counts are those of the rows",
    arguments: ["id", "kind", "place", "basis", "also_in", "membership_basis", "note", "source"])
  func counts(_ column: String) throws {
    for (scene, typed) in Self.scenes.flatMap({ scene in ["", "rossi"].map { (scene, $0) } }) {
      let query = ListQuery(typed: typed)
      let answer = try Self.answer(scene, query, .counts(column: column, sum: nil))
      let list = TablePane.allMembers.listing(scene, subject: .cluster("c"), query: query)
      let position = try #require(list.headers.firstIndex { $0.id == column })
      guard case .counts(let groups) = answer.content else {
        Issue.record("no counts")
        continue
      }
      let expected = list.frequency(column: position, sum: nil)
      #expect(groups.map(\.value) == expected.map(\.value))
      #expect(groups.map(\.count) == expected.map(\.count))
      #expect(groups.map(\.text) == expected.map(\.text))
    }
  }

  @Test("a question that is stopped has no answer")
  func stopped() throws {
    let stop = StopFlag()
    let scene = Self.scenes[0]
    let roll = try #require(scene.clusterRoll(of: "c"))
    stop.set()
    for query in [Self.queries[4], Self.queries[10], ListQuery(typed: "rossi")] {
      let ask = RowsAsk(.members(scene.memberScope(of: "c")), query: query, kind: .rows)
      #expect(roll.answer(ask, in: scene, stop: stop) { _ in } == nil)
    }
    #expect(ClusterRoll("c", scene, stop) == nil)
  }

  @Test("the first page is there before anything is looked for, and every cell is that of the plain list")
  func background() throws {
    var state = Self.state
    state.apply([.paneAsked(.members)])
    var view = try #require(state.view(of: .members))
    #expect(view.listing.isPending)
    let plain = TablePane.allMembers.listing(
      try #require(state.scene), subject: .cluster("c"), query: ListQuery())
    #expect((0..<40).map { view.listing.key(row: $0) } == (0..<40).map { plain.key(row: $0) })
    #expect(view.title.count.hasSuffix("looking…"))
    try state.answerQuestions()
    view = try #require(state.view(of: .members))
    #expect(view.listing.isWhole)
    let scene = try #require(state.scene)
    #expect(view.title == TablePane.allMembers.title(scene, subject: .cluster("c"), listing: plain))
    for row in stride(from: 0, to: plain.count, by: 211) {
      for column in plain.headers.indices {
        #expect(view.listing.cell(row: row, column: column) == plain.cell(row: row, column: column))
      }
      #expect(view.listing.key(row: row) == plain.key(row: row))
      #expect(view.listing.row(key: plain.key(row: row)) == plain.row(key: plain.key(row: row)))
      #expect(view.listing.page(row: row) == plain.page(row: row))
      #expect(view.listing.provenance(row: row, column: 2) == plain.provenance(row: row, column: 2))
    }
    #expect(state.newQuestions().isEmpty)
  }

  @Test("keys ask one question each, and the rows before it stay until the answer is there")
  func keys() throws {
    var state = Self.state
    state.apply([.paneAsked(.members)])
    try state.answerQuestions()
    state.point(at: "name")
    state.apply([.sortCycled])
    var view = try #require(state.view(of: .members))
    #expect(view.listing.isPending && view.listing.key(row: 0) == "o0")
    try state.answerQuestions()
    view = try #require(state.view(of: .members))
    let scene = try #require(state.scene)
    let query = ListQuery(sort: [SortOrder(column: "name")])
    let plain = TablePane.allMembers.listing(scene, subject: .cluster("c"), query: query)
    #expect((0..<100).map { view.listing.key(row: $0) } == (0..<100).map { plain.key(row: $0) })
    state.apply([.frequencyAsked])
    #expect(state.view(of: .frequency)?.empty?.reason.hasPrefix("Counting") == true)
    try state.answerQuestions()
    #expect(state.view(of: .frequency)?.listing.count ?? 0 > 0)
  }

  @Test("clusters of few members are answered at once, whatever the size of the dataset")
  func few() throws {
    var state = Self.state
    _ = state.newQuestions()
    state.apply([.moved(by: 1)])
    #expect(state.newQuestions().isEmpty)
    let view = try #require(state.view(of: .members))
    #expect(view.listing.isWhole && !view.listing.isFoundLater)
    #expect(view.listing.keys == ["o7", "o0"])
  }

  @Test("the cluster's page counts members by kind as looking at each of them does")
  func kinds() throws {
    let scene = try #require(Self.state.scene)
    let facts = Panes[.clusterFacts].listing(scene, subject: .cluster("c"), query: ListQuery())
    let still = Scene(judgement: scene.judgement)
    let plain = Panes[.clusterFacts].listing(still, subject: .cluster("c"), query: ListQuery())
    #expect(scene.answersAtOnce("c") == false && still.answersAtOnce("c"))
    let columns = facts.headers.indices
    #expect(facts.count == plain.count && facts.count > 5)
    for row in 0..<plain.count {
      #expect(
        columns.map { facts.cell(row: row, column: $0) } == columns.map { plain.cell(row: row, column: $0) })
    }
  }

  // MARK: Members with awkward memberships

  /// The rows of the memberships in the order of a query, by looking at each.
  private static func naive(_ scene: Scene, _ query: ListQuery) -> [UInt32] {
    let all = scene.membershipRows(of: "c").compactMap { row in
      scene.catalogue.tables.memberships.organisation(row: row).map {
        Member(membership: row, organisation: $0, catalogue: scene.catalogue)
      }
    }
    return TablePane.allMembers.found(all, query, scene).map { UInt32($0.membership) }
  }

  private static func answer(
    _ scene: Scene, _ query: ListQuery, _ kind: RowsAsk.Kind,
    publish: @escaping @Sendable (RowsAnswer) -> Void = { _ in }
  ) throws -> RowsAnswer {
    let roll = try #require(scene.clusterRoll(of: "c"))
    let ask = RowsAsk(.members(scene.memberScope(of: "c")), query: query, kind: kind)
    let answer = roll.answer(ask, in: scene, stop: StopFlag(), publish: publish)
    return try #require(answer)
  }

  /// In the order of the organisations, in another order, and with some that are named more than once.
  private static let scenes: [Scene] = [(step: 1, isRepeated: false), (7, false), (7, true), (1, true)]
    .flatMap { kind in
      let catalogue = catalogue(300, step: kind.step, isRepeated: kind.isRepeated)
      let judgement = Judgement(
        catalogue: catalogue, labels: LabelLog(catalogue), asOf: ViewModelsTests.today)
      return [true, false].map { Scene(judgement: judgement, showsImplied: $0) }
    }

  private static var state: AppState {
    var state = AppState(path: "", today: ViewModelsTests.today, theme: "dusk", themes: ["dusk"])
    guard case .load(let generation) = state.startLoading() else { return state }
    let data = LoadedData(Reading(catalogue: catalogue(2_100, step: 7, isRepeated: true), path: ""))
    _ = state.apply(.loaded(generation: generation, .ready(data)))
    return state
  }

  private static func catalogue(_ count: Int, step: Int, isRepeated: Bool) -> Catalogue {
    var tables = Catalogue.Tables()
    tables.clusters = [
      Cluster(id: "c", name: "C", source: "s"), Cluster(id: "d", name: "Other", source: "s"),
    ]
    tables.regions = [Region(id: "ITH3", name: "Veneto", englishName: "Venetia", source: "s")]
    tables.sources = [
      Source(id: "s", url: "https://example.org/s"), Source(id: "t", url: "https://a.example"),
    ]
    let names = ["Rossi Àcme", "acme", "Zeta", "", "Müller", "rossi", "Öko Rossi"]
    let organisations = (0..<count).map { row in
      Organisation(
        id: ID(rawValue: "o\(row)"), name: names[row % 7] + (row % 3 == 0 ? " \(row % 50)" : ""),
        kind: Organisation.Kind.allCases[row % 4], city: row % 5 == 0 ? "Milano" : nil,
        region: row % 3 == 0 ? "ITH3" : row % 11 == 0 ? "ITZ9" : nil)
    }
    var memberships = (0..<count).map { place in
      let row = place * step % count
      return Membership(
        cluster: "c", organisation: ID(rawValue: "o\(row)"), basis: row % 6 == 0 ? .implied : .stated,
        note: row % 4 == 0 ? nil : "note \(row % 8)", source: row % 2 == 0 ? "s" : "t")
    }
    if isRepeated {
      memberships += (0..<count / 10).map { row in
        Membership(cluster: "c", organisation: ID(rawValue: "o\(row * 9)"), note: "again", source: "u")
      }
    }
    memberships.insert(Membership(cluster: "c", organisation: "nowhere", source: "s"), at: 5)
    memberships += ["o7", "o0"].map { Membership(cluster: "d", organisation: $0, source: "s") }
    tables.take(organisations, memberships)
    return Catalogue(title: "Many", homeCountry: "", tables: tables)
  }
}

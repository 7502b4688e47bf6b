// All members of the shown clusters: the same as looking at each of them, at once or in the background.

import ClusterDomain
import Sheets
import Testing

@testable import ViewModels

@Suite("Members of all shown clusters")
struct OrganisationsPaneTests {
  private func rows(_ scene: Scene, _ query: ListQuery = ListQuery()) -> [String] {
    listing(.organisations, scene, query: query).keys
  }

  private func listing(_ pane: PaneID, _ scene: Scene, query: ListQuery) -> any Listing {
    Panes[pane].listing(scene, subject: .none, query: query)
  }

  /// What the list should hold, found by looking at every organisation.
  private func naive(_ scene: Scene) -> [(id: String, clusters: [String])] {
    let shown = Set(scene.clusters.map(\.id))
    let rows = scene.catalogue.tables.organisations.compactMap { organisation -> (String, [String])? in
      let clusters = scene.catalogue.memberships(of: organisation.id)
        .filter { shown.contains($0.cluster) && (scene.showsImplied || $0.basis == .stated) }
        .compactMap { scene.catalogue.cluster($0.cluster)?.briefName }
      return clusters.isEmpty ? nil : (organisation.id.rawValue, clusters)
    }
    return rows.enumerated().sorted {
      ($1.element.1.count, $0.offset) < ($0.element.1.count, $1.offset)
    }.map { (id: $0.element.0, clusters: $0.element.1) }
  }

  private func scenes() throws -> [Scene] {
    let judgement = try Bundled.judgement()
    return [
      Scene(judgement: judgement), Scene(judgement: judgement, showsImplied: false),
      Scene(judgement: judgement, clauses: [Clause(.region, ["ITC4"])]),
      Scene(judgement: judgement, clauses: [Clause(.region, ["ITF2"]), Clause(.label, ["gold"])]),
    ]
  }

  @Test("those in most clusters come first, with the names of the clusters")
  func order() throws {
    for scene in try scenes() {
      let expected = naive(scene)
      let list = listing(.organisations, scene, query: ListQuery())
      #expect(list.keys == expected.map(\.id))
      #expect(list.unfilteredCount == expected.count)
      for row in stride(from: 0, to: list.count, by: 37) {
        #expect(list.row(key: expected[row].id) == row)
        #expect(list.cell(expected[row].id, "in")?.text == expected[row].clusters.joined(separator: ", "))
      }
    }
  }

  @Test("each column sorts as its cells do, ties as before, what is missing last, both ways")
  func sorted() throws {
    let scene = try #require(try scenes().first)
    let all = listing(.organisations, scene, query: ListQuery())
    let keys = all.keys
    for (column, header) in all.headers.enumerated() {
      let cells = keys.indices.map { all.cell(row: $0, column: column).value.sortKey }
      for isUp in [true, false] {
        let expected = keys.indices.sorted { left, right in
          let order = cells[left].compared(to: cells[right], ascending: isUp)
          return order == 0 ? left < right : order < 0
        }
        let query = ListQuery(sort: [SortOrder(column: header.id, isAscending: isUp)])
        #expect(rows(scene, query) == expected.map { keys[$0] }, "\(header.id) \(isUp)")
      }
    }
  }

  @Test(
    "typed words and values leave the rows that have them", arguments: ["", "univers", "mila poli", "zzz"])
  func filtered(_ typed: String) throws {
    for scene in try scenes() {
      let all = listing(.organisations, scene, query: ListQuery())
      let words = Folding.folded(typed).split(separator: " ")
      let expected = all.keys.filter { key in
        let text = ["name", "kind", "place", "activity"].compactMap { all.cell(key, $0)?.value.plain }
        let folded = text.map { Folding.folded($0) }
        return words.allSatisfy { word in folded.contains { $0.contains(word) } }
      }
      #expect(rows(scene, ListQuery(typed: typed)) == expected)
      let narrowed = ListQuery(typed: typed, narrowed: [CellFilter(column: "clusters", value: "2")])
      #expect(rows(scene, narrowed) == expected.filter { all.cell($0, "clusters")?.text == "2" })
    }
  }

  @Test(
    "counts made in the background are those of the rows", arguments: ["kind", "clusters", "in", "place"])
  func counted(_ column: String) throws {
    let scene = try #require(try scenes().last)
    let ask = RowsAsk(
      .members(scene.memberScope), query: ListQuery(typed: "a"),
      kind: .counts(column: column, sum: "clusters"))
    let answer = scene.memberRoll()?.answer(ask, stop: StopFlag()) { _ in }
    guard case .counts(let groups)? = answer?.content else {
      Issue.record("no counts")
      return
    }
    let list = listing(.organisations, scene, query: ListQuery(typed: "a"))
    let position = try #require(list.headers.firstIndex { $0.id == column })
    let naive = list.frequency(column: position, sum: nil)
    #expect(groups.map(\.count) == naive.map(\.count))
    #expect(Set(groups.map { "\($0.value) \($0.count)" }) == Set(naive.map { "\($0.value) \($0.count)" }))
    let clusters = try #require(list.headers.firstIndex { $0.id == "clusters" })
    var sums: [String: Double] = [:]
    for row in 0..<list.count {
      guard case .number(let number) = list.cell(row: row, column: clusters).value else { continue }
      sums[list.cell(row: row, column: position).value.plain, default: 0] += number
    }
    for group in groups { #expect(group.sum == sums[group.value], "\(group.value)") }
  }

  @Test("many members are looked for in the background, and late answers of other filters are dropped")
  func background() throws {
    var state = try Self.manyMembers()
    _ = state.apply(.pageAsked(.organisations))
    #expect(state.view(of: .organisations)?.listing.count == 0)
    #expect(state.view(of: .organisations)?.empty?.reason == "Looking through the members…")
    let effects = state.newQuestions()
    guard case .askRows(let generation, let ask)? = effects.first, effects.count == 1 else {
      Issue.record("\(effects)")
      return
    }
    #expect(state.newQuestions().isEmpty, "asked once")
    let answerer = try #require(state.answerer(of: ask))
    let found = answerer(StopFlag()) { _ in }
    let answer = try #require(found)
    var other = state
    _ = state.apply(.rowsAnswered(generation: generation, ask, answer))
    #expect(state.view(of: .organisations)?.listing.count == 30_000)
    #expect(state.view(of: .organisations)?.title.count == "30,000 of 30,000")
    _ = other.apply(.impliedToggled)
    _ = other.apply(.rowsAnswered(generation: generation, ask, answer))
    #expect(other.answerer(of: ask) == nil, "the question is about other memberships")
    #expect(other.view(of: .organisations)?.listing.count == 0)
  }

  @Test("a dataset without clusters opens on its organisations, and lists all of them")
  func alone() throws {
    var tables = Catalogue.Tables()
    tables.take([Organisation(id: "o", name: "N", kind: .bank, employees: 7)], [])
    var state = AppState(path: "", today: ViewModelsTests.today, theme: "dusk", themes: ["dusk"])
    _ = state.startLoading()
    let catalogue = Catalogue(title: "Alone", homeCountry: "", tables: tables)
    let data = LoadedData(Reading(catalogue: catalogue, path: ""))
    _ = state.apply(.loaded(generation: 1, .ready(data)))
    let view = try #require(state.view(of: .organisations))
    #expect(view.title.name == "Organisations")
    #expect(view.listing.keys == ["o"])
    #expect(view.listing.cell("o", "employees")?.value == .number(7))
  }

  @Test("members are there again after a date and back, and after other filters and back")
  func thereAndBack() throws {
    var state = try Self.manyMembers()
    _ = state.apply(.pageAsked(.organisations))
    try state.answerQuestions()
    for intents: [Intent] in [
      [.asOfMoved(months: -1)], [.asOfMoved(months: 1)], [.impliedToggled], [.impliedToggled],
    ] {
      state.apply(intents)
      try state.answerQuestions()
      #expect(state.view(of: .organisations)?.listing.count == 30_000, "\(intents)")
    }
  }

  @Test("a first page whose question was stopped is no answer: it is asked again")
  func partial() throws {
    var state = try Self.manyMembers()
    _ = state.apply(.pageAsked(.organisations))
    try state.answerQuestions()
    state.point(at: "name")
    state.apply([.sortCycled])
    guard case .askRows(let generation, let ask)? = state.newQuestions().first else {
      Issue.record("nothing is asked")
      return
    }
    var pages: [RowsAnswer] = []
    let answerer = try #require(state.answerer(of: ask))
    let whole = answerer(StopFlag()) { _ in }
    let roll = try #require(whole?.roll)
    guard case .rows(let rows)? = whole?.content else { return }
    pages.append(RowsAnswer(.rows(rows), isWhole: false, roll: roll))
    _ = state.apply(.rowsAnswered(generation: generation, ask, pages[0]))
    #expect(state.newQuestions().isEmpty, "the rest is still on its way")
    state.apply([.sortCycled])
    #expect(state.newQuestions().count == 1)
    state.apply([.sortCycled, .sortCycled])
    #expect(state.newQuestions() == [.askRows(generation: generation, ask)])
  }

  /// A state with more members than are looked through between two frames.
  private static func manyMembers() throws -> AppState {
    var tables = Catalogue.Tables()
    tables.clusters = [Cluster(id: "c", name: "C", source: "s")]
    let organisations = (0..<30_000).map {
      Organisation(id: ID(rawValue: "o\($0)"), name: "N\($0)", kind: .company)
    }
    tables.take(
      organisations, organisations.map { Membership(cluster: "c", organisation: $0.id, source: "s") })
    var state = AppState(path: "", today: ViewModelsTests.today, theme: "dusk", themes: ["dusk"])
    guard case .load(let generation) = state.startLoading() else { return state }
    let catalogue = Catalogue(title: "Many", homeCountry: "", tables: tables)
    let data = LoadedData(Reading(catalogue: catalogue, path: ""))
    _ = state.apply(.loaded(generation: generation, .ready(data)))
    return state
  }
}

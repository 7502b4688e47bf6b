// The rows of the command line are those of the screen: the same keys in the same order.

import ArgumentParser
import ClusterDomain
import Testing
import ViewModels

@testable import distretto

@Suite("Rows of the command line")
struct CommandLineRowTests {
  /// The keys that a command line prints.
  private func keys(_ line: [String], _ judged: JudgedData) throws -> [String] {
    try answer(line, judged).keys
  }

  private func answer(_ line: [String], _ judged: JudgedData, isForPeople: Bool = true) throws -> RowAnswer {
    guard let command = try Distretto.parseAsRoot(line) as? any RowCommand else {
      throw Failure.usage("no command that prints rows")
    }
    return try command.rows.answer(try command.request(), in: judged, isForPeople: isForPeople)
  }

  /// What the focused pane of a page shows, sorted by a column; both directions are two presses.
  private func screen(
    _ page: PageKind, _ judged: JudgedData, clauses: [Clause] = [], sort: String? = nil
  ) -> [String] {
    var state = CommandLineFixture.state(judged, clauses: clauses)
    _ = state.apply(.pageAsked(page))
    let pane = state.page.focus
    if let sort, let view = state.view(of: pane),
      let column = view.columns.firstIndex(where: { view.listing.headers[$0].id == sort })
    {
      _ = state.apply(.columnMoved(by: column))
      _ = state.apply(.sortCycled)
      _ = state.apply(.sortCycled)
    }
    return state.view(of: pane)?.listing.keys ?? []
  }

  static let pages: [(String, PageKind, sort: String)] = [
    ("clusters", .dashboard, "members"), ("labels", .labels, "valid_until"),
    ("regions", .regions, "clusters"),
    ("calls", .calls, "budget"), ("programmes", .programmes, "name"), ("members", .organisations, "name"),
  ]

  @Test(arguments: pages)
  func equalThoseOfThePage(command: String, page: PageKind, sort: String) throws {
    for judged in [CommandLineFixture.judged(), try CommandLineFixture.bundled()] {
      let clauses = [Clause(.region, ["ITC4", "ITH3"]), Clause(.label, ["bronze", "gold"])]
      let filters = ["--region", "lombardia,ITH3", "--label", "bronze,gold"]
      #expect(try keys([command], judged) == screen(page, judged))
      #expect(try keys([command] + filters, judged) == screen(page, judged, clauses: clauses))
      #expect(
        try keys([command, "--sort", "-\(sort)"] + filters, judged)
          == screen(page, judged, clauses: clauses, sort: sort))
      #expect(try !keys([command], judged).isEmpty)
    }
  }

  @Test func equalThoseOfThePanesOfAnEntity() throws {
    let judged = try CommandLineFixture.bundled()
    var state = CommandLineFixture.state(judged)
    _ = state.apply(.opened)
    guard case .cluster(let id) = state.page.kind else {
      Issue.record("the first cluster has no page")
      return
    }
    let members = try #require(state.view(of: .members)?.listing.keys)
    #expect(try keys(["members", "--cluster", id.rawValue], judged) == members)
    #expect(
      try keys(["programmes", "--cluster", id.rawValue], judged)
        == state.view(of: .programmes)?.listing.keys)
    let programme = try #require(judged.data.catalogue.tables.programmes.first).id
    let calls = Panes[.programmeCalls].listing(
      judged.scene(), subject: .programme(programme), query: ListQuery())
    #expect(try keys(["calls", "--programme", programme.rawValue], judged) == calls.keys)
  }

  @Test func columnsAreThoseOfTheScreenOrOfExports() throws {
    let judged = CommandLineFixture.judged()
    let view = CommandLineFixture.state(judged).view(of: .clusters)
    let shown = view.map { view in view.columns.map { view.listing.headers[$0].id } }
    #expect(try answer(["clusters"], judged).table.columns.map(\.id) == shown)
    let exported = try answer(["clusters"], judged, isForPeople: false).table.columns.map(\.id)
    #expect(exported == Panes[.clusters].headers.filter { $0.place != .screen }.map(\.id))
    let line = ["clusters", "--columns", "members, NAME", "--columns", "name,label"]
    #expect(try answer(line, judged).table.columns.map(\.id) == ["members", "name", "label"])
  }

  @Test func limitsMatchesAndImpliedMemberships() throws {
    let judged = CommandLineFixture.judged()
    #expect(try keys(["clusters", "--region", "everywhere", "--limit", "2"], judged) == ["one", "two"])
    #expect(try keys(["clusters", "--match", "third"], judged) == ["three"])
    #expect(try keys(["members", "--cluster", "one"], judged) == ["poli", "acme"])
    #expect(try keys(["members", "--cluster", "ONE", "--stated-only"], judged) == ["poli"])
    #expect(try keys(["clusters", "--member", "poli"], judged) == ["one", "two"])
    #expect(try keys(["clusters", "--took-part-in", "Horizon 2020"], judged) == ["two"])
    #expect(try keys(["calls"], judged) == ["h2020/b", "h2020/a"])
  }

  @Test func remarksCountWhatIsLeftOut() throws {
    let judged = CommandLineFixture.judged()
    let noun = RowNoun("cluster")
    #expect(noun.words(on: try answer(["clusters", "--region", "veneto"], judged)) == "1 of 3 clusters")
    #expect(noun.words(on: try answer(["clusters"], judged)) == "3 clusters")
    #expect(noun.words(on: try answer(["clusters", "--limit", "1"], judged)) == "1 of 3 rows")
    let none = try answer(["clusters", "--region", "veneto", "--label", "gold"], judged)
    #expect(none.reason == "No cluster is left after \"label: Gold\".")
  }

  @Test func valuesAreExportedPlain() throws {
    let line = [
      "clusters", "--columns", "id,name,members,label_status", "--sort", "-members", "--limit", "2",
    ]
    #expect(
      OutputFormat.csv.text(try answer(line, CommandLineFixture.judged(), isForPeople: false).table)
        == "id,name,members,label_status\none,\"Cluster \"\"One\"\", with a comma\",140,valid\n"
        + "two,二号\u{1B}[2J,,lapsed\n")
  }

  @Test func columnsCanBeListed() throws {
    #expect(
      OutputFormat.csv.text(ColumnHelp.table(.labels)).hasPrefix(
        "column,title,shown\naward,AWARD,\"csv, json, ndjson\"\n"))
    for command in ["clusters", "members", "programmes", "calls", "labels", "regions"] {
      let parsed = try #require(try Distretto.parseAsRoot([command]) as? any RowCommand)
      let words = Distretto.helpMessage(for: type(of: parsed)).split { $0.isWhitespace || ",.;".contains($0) }
      for header in Panes[try parsed.request().pane].headers {
        #expect(words.contains { $0 == header.id }, "\(command) --help lacks \(header.id)")
      }
    }
    let headers = Panes[.clusters].headers
    let far = ColumnHelp.unknown("zzzzzzzz", among: headers)
    for header in headers { #expect(far.contains(header.id)) }
    #expect(ColumnHelp.unknown("membrs", among: headers).hasSuffix("? --columns help lists all."))
  }

  @Test func wrongUsageIsRefused() {
    let judged = CommandLineFixture.judged()
    for line in [
      ["clusters", "--limit", "-1"], ["clusters", "x"], ["clusters", "--regoin", "x"],
      ["clusters", "--member", "poli", "--took-part-in", "h2020"],
    ] {
      #expect(throws: (any Error).self) { try keys(line, judged) }
    }
    #expect(throws: Failure.self) { try keys(["calls", "--programme", "h2020", "--programme", "x"], judged) }
    #expect(throws: Failure.self) { try keys(["members", "--cluster", "acme"], judged) }
  }
}

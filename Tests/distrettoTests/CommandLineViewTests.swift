// The command that is copied from a pane prints what the pane shows: the same keys in the same order.

import ArgumentParser
import ClusterDomain
import Foundation
import Testing
import ViewModels

@testable import distretto

@Suite("Copied commands")
struct CommandLineViewTests {
  /// Every pane with what leads to it.
  static let ways: [(PaneID, [Intent])] = [
    (.clusters, []), (.members, [.paneAsked(.members)]), (.programmes, [.paneAsked(.programmes)]),
    (.labels, [.pageAsked(.labels)]), (.regions, [.pageAsked(.regions)]), (.calls, [.pageAsked(.calls)]),
    (.outlook, [.pageAsked(.labels), .focusMoved(by: 1)]),
    (.coverage, [.pageAsked(.labels), .focusMoved(by: 2)]),
    (.calendar, [.pageAsked(.calls), .focusMoved(by: 1)]), (.allProgrammes, [.pageAsked(.programmes)]),
    (.programmeCalls, [.pageAsked(.programmes), .focusMoved(by: 1)]),
    (.participants, [.pageAsked(.programmes), .moved(by: 2), .focusMoved(by: 2)]),
    (.organisations, [.pageAsked(.organisations)]),
    (.organisationClusters, [.pageAsked(.organisations), .focusMoved(by: 1)]),
    (.problems, [.pageAsked(.problems)]), (.clusterFacts, [.opened]),
    (.organisationFacts, [.pageAsked(.organisations), .opened]),
    (.programmeFacts, [.pageAsked(.programmes), .opened]), (.totals, [.pageAsked(.context)]),
    (.labelRules, [.pageAsked(.context), .focusMoved(by: 1)]),
    (.labelCounts, [.pageAsked(.context), .focusMoved(by: 2)]),
    (.frequency, [.columnMoved(by: 1), .frequencyAsked]),
    (.frequency, [.paneAsked(.members), .columnMoved(by: 1), .cellFilterAsked, .frequencyAsked]),
    (.clusters, [.columnMoved(by: 1), .frequencyAsked, .moved(by: 1), .opened]),
  ]

  /// What is done before the command is copied, several things at once: each case takes the whole dataset.
  static let doings: [(clauses: [Clause], intents: [Intent])] = [
    ([], []),
    (
      [Clause(.region, [Area.everywhere]), Clause(.label, ["none"])],
      [.sortCycled, .columnMoved(by: 1), .sortAdded, .sortAdded]
    ),
    (someClauses, [.filterAsked, .typed("e"), .confirmed, .columnMoved(by: 1), .sortCycled, .sortCycled]),
    (someClauses, [.filterAsked, .typed("-l'x e"), .confirmed]),
    ([], [.columnMoved(by: 2), .cellFilterAsked]),
    (someClauses, [.impliedToggled, .asOfAsked, .typed("2016-06-01"), .confirmed]),
  ]

  private static let someClauses = [
    Clause(.region, ["ITC4", "ITH3"]), Clause(.label, ["bronze", "gold", "any valid"]),
  ]

  private func state(_ judged: JudgedData, _ clauses: [Clause], _ intents: [Intent]) -> AppState {
    let start = StartOptions(
      path: judged.path, today: CommandLineFixture.today, clauses: clauses, data: judged.data)
    var state = start.state(themes: [])
    for intent in intents { _ = state.apply(intent) }
    return state
  }

  /// What the words of a command print.
  private func keys(_ words: [String], _ judged: JudgedData) throws -> [String] {
    let command = try Distretto.parseAsRoot(words)
    if let check = command as? Check {
      #expect(check.path == nil)
      return judged.scene().problems.indices.map(String.init)
    }
    if let show = command as? Show {
      let sheets = try show.sheets(in: try judging(show.dates, judged))
      return sheets.flatMap { sheet in
        sheet.sections.flatMap { ($0.title.map { [$0] } ?? []) + $0.facts.map { "\($0)" } }
      }
    }
    let rows = try #require(command as? any RowCommand)
    return try rows.rows.answer(try rows.request(), in: try judging(rows.rows.dates, judged)).keys
  }

  private func judging(_ dates: DateOptions, _ judged: JudgedData) throws -> JudgedData {
    JudgedData(
      path: judged.path, data: judged.data, asOf: try dates.date() ?? CommandLineFixture.today,
      warningDays: dates.warn, format: judged.format)
  }

  /// What a pane shows; facts by what they say, as a page prints all of them.
  private func shown(_ state: AppState) -> [String] {
    guard let listing = state.view(of: state.page.focus)?.listing else { return [] }
    guard let facts = listing as? FactListing else {
      return state.page.focus == .problems ? listing.keys.indices.map(String.init) : listing.keys
    }
    return facts.facts.map { fact in if case .heading(let title) = fact { title } else { "\(fact)" } }
  }

  @Test(arguments: ways)
  func printTheView(pane: PaneID, way: [Intent]) throws {
    let judged = try CommandLineFixture.bundled()
    for doing in Self.doings {
      let state = state(judged, doing.clauses, way + doing.intents)
      // Where filters leave nothing to open, there is no such page.
      guard state.page.focus == pane else { continue }
      guard let words = ViewCommand.arguments(for: state, dataset: nil) else {
        let followsNobody =
          state.subject(of: pane) == .none && [.members, .programmes, .organisationClusters].contains(pane)
        #expect(followsNobody || [.totals, .labelRules, .labelCounts].contains(pane), "\(pane)")
        continue
      }
      // Pages of facts, the list of problems and counts are printed whole.
      let isFiltered = state.view(of: pane)?.list.isFiltered == true
      if isFiltered, ["show", "check", "frequency"].contains(words[0]) { continue }
      #expect(try keys(words, judged) == shown(state), "\(pane): \(words)")
    }
  }

  @Test func namesWhatActs() {
    let judged = CommandLineFixture.judged()
    let clauses = [Clause(.region, ["ITH3", "ITC4"]), Clause(.label, ["any valid"])]
    let doing: [Intent] = [
      .asOfAsked, .typed("2016-06-01"), .confirmed, .impliedToggled, .filterAsked, .typed("l'x"), .confirmed,
    ]
    func words(_ way: [Intent], dataset: String? = nil) -> String? {
      ViewCommand.words(for: state(judged, clauses, way), dataset: dataset)
    }
    #expect(
      words(doing) == "distretto clusters --region ITH3 --region ITC4 --label 'any valid' --as-of 2016-06-01"
        + " --stated-only --match 'l'\\''x'")
    #expect(words([.pageAsked(.regions)]) == "distretto regions --label 'any valid'")
    #expect(words([.pageAsked(.calls)]) == "distretto calls")
    #expect(words([.pageAsked(.problems)], dataset: "/a b") == "distretto check '/a b'")
    #expect(words([.pageAsked(.labels)], dataset: "/d")?.hasPrefix("distretto labels --dataset /d ") == true)
    #expect(words([.pageAsked(.context)]) == nil)
    #expect(
      ViewCommand.words(for: state(judged, [], [.opened, .impliedToggled]), dataset: "/d")
        == "distretto show cluster:one --dataset /d --stated-only")
    #expect(
      ViewCommand.words(for: state(judged, [], [.filterAsked, .typed("-x"), .confirmed]), dataset: nil)
        == "distretto clusters --match=-x")
  }

  @Test func valuesWithCommasSurvive() throws {
    let judged = CommandLineFixture.judged()
    let clauses = [Clause(.sector, ["design, fashion", "energy"]), Clause(.kind, ["district"])]
    let words = try #require(ViewCommand.arguments(for: state(judged, clauses, []), dataset: nil))
    let command = try #require(try Distretto.parseAsRoot(words) as? Clusters)
    #expect(try command.rows.filters.clauses(in: judged) == clauses)
  }

  @Test(arguments: [
    "", "a b", "$(x)", "`x`", "x;y", "*", "~", "a&b", "città", "l'x", "\\", "x\ny", "x\u{1B}[201~\u{3}y",
    "\u{9B}x'\\", "x-y", "!x", "a=b", "\u{202E}x",
  ])
  func theShellReadsBackWhatWasQuoted(word: String) throws {
    let quoted = ViewCommand.quoted(word)
    #expect(!quoted.unicodeScalars.contains { $0.value < 0x20 || $0.properties.generalCategory == .control })
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "printf %s \(quoted)"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let read = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(String(decoding: read, as: UTF8.self) == word)
  }
}

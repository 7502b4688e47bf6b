// Pages of entities, frames without a terminal, problems of datasets: as text.

import ArgumentParser
import ClusterDomain
import Foundation
import TUI
import Testing
import ViewModels

@testable import distretto

@Suite("Pages of the command line")
struct CommandLinePageTests {
  private func sheet(_ subject: PaneSubject) throws -> FactSheet {
    try #require(FactSheet(subject, in: CommandLineFixture.judged().scene()))
  }

  @Test func textHasSourcesAndAllStatements() throws {
    var text = ""
    FactText.write([try sheet(.cluster("one"))], to: &text, limit: 1, for: .file)
    #expect(text.hasPrefix("ONE\ncluster one, as of 23 Nov 2026\n"))
    #expect(text.contains("Members  140  2015 · 1 more  [1]\n"))
    #expect(text.contains("= 140, 2015  [1]\n"))
    #expect(text.contains("- ≈ 100, 2013; as ␛[31mprinted  [1]\n"))
    #expect(text.contains("\n1 more: distretto members --cluster one\n"))
    #expect(text.hasSuffix("\nSources\n  [1] A page  https://example.org/s\n"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func markdownHasFootnotes() throws {
    var text = ""
    FactMarkdown.write([try sheet(.cluster("one"))], to: &text, limit: 10)
    #expect(text.hasPrefix("# ONE\n\ncluster `one`, as of 23 Nov 2026\n"))
    #expect(text.contains("- **Members**: 140  2015 · 1 more[^1]\n  - 140, 2015 (shown)[^1]\n"))
    #expect(text.hasSuffix("[^1]: A page <https://example.org/s>\n"))
  }

  @Test func severalPagesShareTheirSources() throws {
    let show = try #require(
      try Distretto.parseAsRoot(["show", "cluster:one", "two", "Politecnico", "--stated-only"]) as? Show)
    let sheets = try show.sheets(in: CommandLineFixture.judged())
    #expect(sheets.map(\.id) == ["one", "two", "poli"])
    var (text, markdown) = ("", "")
    FactText.write(sheets, to: &text, limit: 10, for: .file)
    FactMarkdown.write(sheets, to: &markdown, limit: 10)
    #expect(text.components(separatedBy: "\nSources\n").count == 2)
    #expect(text.components(separatedBy: "  [1] A page").count == 2)
    #expect(!text.contains("Acme"))
    #expect(markdown.components(separatedBy: "\n[^1]: ").count == 2)
    guard case .array(let pages) = FactJSON.json(sheets, limit: nil) else {
      Issue.record("several pages are an array")
      return
    }
    #expect(pages.count == 3)
    let unknown = try #require(try Distretto.parseAsRoot(["show", "one", "onne"]) as? Show)
    #expect(throws: Failure.self) { try unknown.sheets(in: CommandLineFixture.judged()) }
    #expect(throws: (any Error).self) { try Distretto.parseAsRoot(["show"]) }
  }

  @Test func jsonHasFactsAndLists() throws {
    let json = FactJSON.json(try sheet(.organisation("poli")), limit: nil)
    guard case .object(let members) = json else {
      Issue.record("a page is an object")
      return
    }
    #expect(members.map(\.0) == ["kind", "id", "name", "as_of", "facts", "figures", "clusters"])
    #expect(
      json.compact.hasPrefix(
        #"{"kind": "member", "id": "poli", "name": "Politecnico", "as_of": "2026-11-23""#))
    #expect(json.compact.contains(#""id": "two", "name": "二号\u001b[2J""#))
  }

  @Test func jsonHasFiguresAsNumbers() throws {
    let json = FactJSON.json(try sheet(.cluster("one")), limit: nil).compact
    let figure =
      #"{"measure": "members", "bound": "about", "value": 100, "unit": "organisations", "as_of": "2013""#
    #expect(json.contains(figure))
  }

  @Test func entitiesOfTheBundledDatasetHavePages() throws {
    let judged = try CommandLineFixture.bundled()
    let scene = judged.scene()
    let tables = judged.data.catalogue.tables
    let subjects =
      tables.clusters.prefix(10).map { PaneSubject.cluster($0.id) }
      + tables.programmes.prefix(10).map { .programme($0.id) }
      + tables.organisations.prefix(10).map { .organisation($0.id) }
    for subject in subjects { #expect(FactSheet(subject, in: scene) != nil) }
  }

  @Test func framesPlayTheKeys() throws {
    let judged = CommandLineFixture.judged()
    var start = StartOptions(path: judged.path, today: CommandLineFixture.today, data: judged.data)
    let size = Size(columns: 100, rows: 20)
    let first = OnceFrame.frame(start, size: size, events: [])
    #expect(first.plainText.contains("as of 23 Nov 2026"))
    #expect(first.plainText.split(separator: "\n", omittingEmptySubsequences: false).count == 21)
    let typed = OnceFrame.frame(start, size: size, events: try KeyScript.events("/ third <Enter>"))
    #expect(typed.plainText.contains("Third") && !typed.plainText.contains("ONE"))
    let left = OnceFrame.frame(start, size: size, events: try KeyScript.events("q / third <Enter>"))
    #expect(left.plainText == first.plainText)
    start.clauses = [Clause(.region, ["ITH3"])]
    #expect(OnceFrame.frame(start, size: size, events: []).plainText.contains("region: Veneto"))
    start.isASCII = true
    #expect(!OnceFrame.frame(start, size: size, events: []).plainText.contains("╭"))
  }

  @Test func problemsAreOneLineEach() {
    let problem = Problem(
      file: "labels.csv", line: 17, column: "date", reason: "is no date of the calendar",
      text: "2015-02-30\u{1B}",
      severity: .value)
    #expect(
      ProblemList.line(problem) == "labels.csv:17: date: is no date of the calendar (2015-02-30\\u{1B})")
    let bare = Problem(file: "calls.csv", reason: "is not there", severity: .file)
    #expect(ProblemList.line(bare) == "calls.csv: is not there")
    #expect(
      OutputFormat.csv.text(ProblemList.table([bare]))
        == "file,line,column,reason,text,lost\ncalls.csv,,,is not there,,file\n")
  }

  @Test func optionsOfFramesNeedOnce() throws {
    #expect(throws: Failure.self) { try FrameOptions.parse(["--keys", "q"]).refuseStray() }
    #expect(try FrameOptions.parse(["--once", "--keys", "-"]).keys == "-")
    try FrameOptions.parse([]).refuseStray()
  }
}

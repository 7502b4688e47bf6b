// Counted values and `--where` on the command line: the same rows as on the screen, near misses explained.

import ArgumentParser
import ClusterDomain
import Testing
import ViewModels

@testable import distretto

@Suite("Frequency on the command line")
struct CommandLineFrequencyTests {
  private func answer(_ line: [String], isForPeople: Bool = false) throws -> RowAnswer {
    guard let command = try Distretto.parseAsRoot(line) as? any RowCommand else {
      throw Failure.usage("no command that prints rows")
    }
    return try command.rows.answer(
      try command.request(), in: CommandLineFixture.judged(), isForPeople: isForPeople)
  }

  private func csv(_ line: [String]) throws -> String { OutputFormat.csv.text(try answer(line).table) }

  private func failure(_ line: [String]) -> String {
    do {
      _ = try answer(line)
      return "none"
    } catch let failure as Failure {
      return failure.description
    } catch {
      return "\(error)"
    }
  }

  @Test func countsValues() throws {
    #expect(
      try csv(["frequency", "clusters", "kind", "--sum", "members"])
        == "value,count,share,sum,summed\ndistrict,2,66.67,140,1\nnational cluster,1,33.33,,0\n")
    #expect(
      try csv(["frequency", "members", "Kind", "--cluster", "one", "--sort", "-value", "--columns", "value"])
        == "value\nuniversity\ncompany\n")
    #expect(try answer(["frequency", "clusters", "region", "--member", "poli"]).found == 2)
    #expect(try answer(["frequency", "calls", "status", "--programme", "h2020", "--limit", "1"]).shown == 1)
    let shown = try answer(["frequency", "clusters", "kind"], isForPeople: true).table
    #expect(shown.columns.map(\.id) == ["value", "count", "share", "bar"])
  }

  @Test func whereNarrowsRowsAndWhatIsCounted() throws {
    #expect(try answer(["clusters", "--where", "kind=district"]).keys == ["one", "two"])
    #expect(try answer(["clusters", "--where", "kind=DISTRICT", "--where", "members=140"]).keys == ["one"])
    #expect(try answer(["clusters", "--where", "members="]).keys == ["two", "three"])
    #expect(try answer(["clusters", "--where", "short_name=one"]).keys == ["one"])
    #expect(
      try csv(["frequency", "clusters", "kind", "--where", "members=", "--columns", "value,count"])
        == "value,count\ndistrict,1\nnational cluster,1\n")
  }

  @Test func whatIsNotThereIsExplained() throws {
    #expect(
      try answer(["clusters", "--where", "kind=distrikt"]).reason?.contains("did you mean district") == true)
    #expect(failure(["clusters", "--where", "kind"]).hasPrefix("--where takes a column and a value"))
    #expect(failure(["clusters", "--where", "knd=x"]).contains("did you mean kind"))
    #expect(failure(["frequency", "clstrs", "kind"]).contains("did you mean clusters"))
    #expect(failure(["frequency", "clusters", "kindd"]).contains("did you mean kind"))
    #expect(failure(["frequency", "clusters", "kind", "--sum", "name"]) == "name is no column of numbers")
    #expect(failure(["frequency", "labels", "level", "--member", "poli"]) == "--member goes with clusters")
  }

  @Test func theCopiedCommandTellsWhatWasCounted() {
    var state = CommandLineFixture.state(CommandLineFixture.judged())
    for intent in [
      Intent.filterAsked, .typed("c"), .confirmed, .columnMoved(by: 3), .cellFilterAsked,
      .columnMoved(by: -2),
      .frequencyAsked, .columnMoved(by: 1), .sortCycled,
    ] { _ = state.apply(intent) }
    #expect(
      ViewCommand.words(for: state, dataset: nil)
        == "distretto frequency clusters region --sum members --as-of 2026-11-23 --where members=140 --match c --sort count"
    )
  }
}

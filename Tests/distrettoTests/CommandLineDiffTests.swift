// The command that compares two releases: rows, kinds, exit codes.

import ArgumentParser
import ClusterDomain
import Foundation
import Testing

@testable import distretto

@Suite("distretto diff")
struct CommandLineDiffTests {
  @Test func changesAreRowsInEveryFormat() {
    let change = Change(kind: .upgraded, subject: "le2c", name: "LE2C", before: "bronze", after: nil)
    #expect(
      OutputFormat.csv.text(Diff.table([change]))
        == "change,id,name,before,after\nupgraded,le2c,LE2C,bronze,\n")
    #expect(OutputFormat.ndjson.text(Diff.table([])).isEmpty)
  }

  @Test func kindsAreNamedInAnyCaseAndMistypedOnesAreRefused() throws {
    #expect(try Diff.kinds(["Lapsed, member lost", "renewed"]) == [.lapsed, .memberLost, .renewed])
    #expect(try Diff.kinds([]).isEmpty)
    #expect(throws: Failure.self) { try Diff.kinds(["labeled"]) }
  }

  @Test func aFolderThatIsNotThereIsSaid() throws {
    let path = try #require(Dataset.bundledPath)
    let command = try #require(try Distretto.parseAsRoot(["diff", "/nowhere", path]) as? Diff)
    #expect(throws: Failure.self) { try command.run() }
  }
}

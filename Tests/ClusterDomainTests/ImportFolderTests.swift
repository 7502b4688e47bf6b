// Where an import is written: whole or not at all, and nothing of anybody else is replaced.

import Foundation
import Testing

@testable import ClusterDomain

@Suite struct ImportFolderTests {
  private func fixture() throws -> ImportFixture {
    try ImportFixture([
      "m.csv": "id,name,kind,city\n1,One,azienda,Roma\n", "n.csv": "id,name,kind,city\n2,Two,azienda,Roma\n",
    ])
  }

  private func names(_ fixture: ImportFixture) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: fixture.folder).sorted()
  }

  @Test func anEarlierImportIsReplacedAndNothingIsLeftBeside() throws {
    let fixture = try fixture()
    _ = try fixture.run(["m.csv"])
    _ = try fixture.run(["n.csv"])
    #expect(try fixture.rows("organisations").map { $0["id"] } == ["2"])
    #expect(try names(fixture) == ["m.csv", "mappings", "n.csv", "out"])
  }

  @Test func anEmptyFolderIsTaken() throws {
    let fixture = try fixture()
    try FileManager.default.createDirectory(
      atPath: "\(fixture.folder)/out", withIntermediateDirectories: false)
    _ = try fixture.run(["m.csv"])
    #expect(try fixture.problems() == [])
  }

  @Test(arguments: [
    ("note.txt", "which no import wrote"), ("organisations.csv", "was changed after the import"),
    ("rejected.csv", "was changed after the import"),
  ])
  func whatSomebodyAddedOrChangedIsNotReplaced(name: String, reason: String) throws {
    let fixture = try fixture()
    _ = try fixture.run(["m.csv"])
    let path = "\(fixture.folder)/out/\(name)"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    try (text + "mine\n").write(toFile: path, atomically: false, encoding: .utf8)
    let before = try fixture.contents()
    let error = try #require(throws: ImportError.self) { try fixture.run(["n.csv"]) }
    #expect(error.kind == .unwritable)
    #expect(error.reason.contains(reason))
    #expect(try fixture.contents() == before)
    #expect(try names(fixture) == ["m.csv", "mappings", "n.csv", "out"])
  }

  @Test func aFolderThatIsNoImportAndAFileAreRefused() throws {
    let fixture = try fixture()
    let package = try FixturePackage()
    for target in [package.folder, "\(fixture.folder)/m.csv"] {
      let error = try #require(throws: ImportError.self) {
        try Import.run(["\(fixture.folder)/n.csv"], among: fixture.mappings, into: target, places: Places())
      }
      #expect(error.kind == .unwritable)
      #expect(error.advice.contains("nothing was changed"))
    }
    #expect(try package.read().problems.isEmpty)
  }

  @Test func afterAFailureNothingIsLeft() throws {
    let fixture = try ImportFixture([
      "odd.csv": "a,b\n1,2\n", "m.csv": "id,name,kind,city\n1,One,azienda,Roma\n",
    ])
    let kinds = ["odd.csv": ImportError.Kind.unmapped, "none.csv": .unreadable]
    for (file, kind) in kinds {
      let error = try #require(throws: ImportError.self) { try fixture.run(["m.csv", file]) }
      #expect(error.kind == kind)
    }
    #expect(try names(fixture) == ["m.csv", "mappings", "odd.csv"])
    let error = try #require(throws: ImportError.self) { try fixture.run(["m.csv"], into: "no/where") }
    #expect(error.advice.contains("first"))
  }

  @Test func aFileWithoutTheColumnsThatTheNamedMappingNeedsIsRefused() throws {
    let fixture = try fixture()
    let error = try #require(throws: ImportError.self) { try fixture.run(["m.csv"], as: "cordis-project") }
    #expect(error.reason.contains("cordis-project"))
    #expect(error.advice.contains("id, name, kind, city"))
  }

  @Test func filesOfOneNameAreToldApart() throws {
    let fixture = try fixture()
    try FileManager.default.createDirectory(atPath: "\(fixture.folder)/b", withIntermediateDirectories: false)
    try FileManager.default.copyItem(atPath: "\(fixture.folder)/n.csv", toPath: "\(fixture.folder)/b/m.csv")
    let report = try fixture.run(["m.csv", "b/m.csv"])
    #expect(report.files.map(\.name) == ["m.csv", "m.csv (2)"])
    #expect(try fixture.rows("sources").compactMap { $0["id"] } == ["m.csv", "m-csv-2", "eurostat-nuts"])
  }
}

extension ImportFolderTests {
  @Test func whatAKilledImportLeftIsTidiedUp() throws {
    let fixture = try fixture()
    _ = try fixture.run(["m.csv"])
    let files = FileManager.default
    // No process has this number: the greatest of Linux is smaller.
    try files.moveItem(atPath: "\(fixture.folder)/out", toPath: "\(fixture.folder)/.out.old-4194305-0")
    try files.createDirectory(
      atPath: "\(fixture.folder)/.out.import-4194305-0", withIntermediateDirectories: false)
    try "half".write(
      toFile: "\(fixture.folder)/.out.import-4194305-0/organisations.csv", atomically: false, encoding: .utf8)
    let error = try #require(throws: ImportError.self) { try fixture.run(["none.csv"]) }
    #expect(error.kind == .unreadable)
    #expect(try names(fixture) == ["m.csv", "mappings", "n.csv", "out"])
    #expect(try fixture.rows("organisations").map { $0["id"] } == ["1"])
  }

  @Test func aFileWithoutRowsGivesADatasetWithout() throws {
    let fixture = try ImportFixture(["m.csv": "id,name,kind,city\n"])
    #expect(try fixture.run(["m.csv"]).sums == [0, 0, 0, 0, 0])
    #expect(try fixture.problems() == [])
    #expect(
      try fixture.contents().keys.sorted() == [
        "datapackage.json", "problems.csv", "rejected.csv", "sources.csv",
      ])
  }
}

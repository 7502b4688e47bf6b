// Imports of real open data: every row is accounted for, and every dataset reads without a problem.

import Foundation
import Testing

@testable import ClusterDomain

private enum RealImports {
  static let folder = Bundled.packageRoot + "/../shared/data/real"
  static let areThere = FileManager.default.fileExists(atPath: folder + "/cordis-horizon-organization-it.csv")
}

@Suite(.enabled(if: RealImports.areThere, "the open data does not lie beside the package"))
struct RealImportTests {
  /// The files that a mapping knows, with the mapping and how many rows it has.
  static let files: [(name: String, mapping: String, rows: Int)] = [
    ("cordis-cluster-organisations.csv", "cordis-organization", 149),
    ("cordis-fp1-organizations.tsv", "cordis-organization", 7_916),
    ("cordis-horizon-organization-it.csv", "cordis-organization", 7_876),
    ("cordis-horizon-organization-part1.xlsx", "cordis-organization", 999),
    ("cordis-horizon-project-100.csv", "cordis-project", 100),
    ("eu-ft-calls-2026-08-09.json", "eu-ft-calls", 420),
    ("eu-ft-calls-open-2024.csv", "eu-ft-calls-csv", 304),
    ("eu-ft-calls-upcoming-2024.csv", "eu-ft-calls-csv", 8),
    ("it-opencup-pnrr-locations.csv", "opencup-locations", 7_814),
    ("it-startup-registry.csv", "it-startups", 12_292),
  ]

  /// Files that are no list of organisations, projects or calls.
  static let others = [
    "date-spellings-real.csv", "istat-comuni-2020-cp1252.csv", "money-spellings-real.csv", "nace-rev2.csv",
    "nuts-2021.csv", "us-lists-of-clusters.xlsx",
  ]

  @Test(arguments: files)
  func everyRowIsKeptMergedOrRejected(file: (name: String, mapping: String, rows: Int)) throws {
    let fixture = try ImportFixture([:])
    let report = try Import.run(
      ["\(RealImports.folder)/\(file.name)"], among: fixture.mappings, into: "\(fixture.folder)/out",
      places: Places())
    let found = report.files[0]
    print(
      "\(found.name): \(found.read) read = \(found.kept) kept + \(found.merged) merged + "
        + "\(found.rejected) rejected; \(found.problems) problems")
    #expect(found.mapping == file.mapping)
    #expect(found.read == file.rows)
    #expect(report.addsUp)
    #expect(found.rejected == 0)
    #expect(try fixture.rows("problems").count == found.problems)
    #expect(try fixture.rows("rejected").count == found.rejected)
    let main = try #require(fixture.mappings[file.mapping]?.makes)
    #expect(report.tables.first { $0.name == main }?.rows == found.kept)
    let reading = try Dataset.read("\(fixture.folder)/out")
    #expect(reading.problems.count == (found.problems > 0 ? 1 : 0), "that the import has problems is told")
    for table in report.tables { #expect(reading.rowCounts[table.name] == table.rows, "\(table.name)") }
  }

  @Test func everyFileOfTheFolderIsKnownHere() throws {
    let there = try FileManager.default.contentsOfDirectory(atPath: RealImports.folder)
    #expect(Set(there) == Set(Self.files.map(\.name) + Self.others))
  }

  @Test(arguments: others)
  func filesOfOtherThingsAreRefused(name: String) throws {
    let fixture = try ImportFixture([:])
    let error = try #require(throws: ImportError.self) {
      try Import.run(
        ["\(RealImports.folder)/\(name)"], among: fixture.mappings, into: "\(fixture.folder)/out",
        places: Places())
    }
    #expect(error.kind == .unmapped)
  }

  @Test func theTrapsOfTheStartupRegisterAreTold() throws {
    let fixture = try ImportFixture([:])
    _ = try Import.run(
      ["\(RealImports.folder)/it-startup-registry.csv"], among: fixture.mappings,
      into: "\(fixture.folder)/out",
      places: Places())
    let problems = try fixture.rows("problems")
    #expect(problems.count { $0["text"] == "NAN" && $0["column"] == "Provincia" } == 846)
    let organisations = try fixture.rows("organisations")
    #expect(organisations.count == 12_292)
    #expect(organisations.allSatisfy { $0["region"] != "" })
    #expect(
      organisations.contains { $0["activity"]?.hasSuffix("ATECO 012500") == true }
        || organisations.contains { $0["activity"]?.contains("ATECO 0") == true })
  }

  @Test func oneOrganisationOfManyProjectsIsOneRow() throws {
    let fixture = try ImportFixture([:])
    _ = try Import.run(
      ["\(RealImports.folder)/cordis-horizon-organization-it.csv"], among: fixture.mappings,
      into: "\(fixture.folder)/out", places: Places())
    #expect(try fixture.rows("organisations").count { $0["id"] == "999979500" } == 1)
    let projects = try fixture.rows("statements").filter {
      $0["key"] == "999979500" && $0["column"] == "project"
    }
    #expect(projects.count == 359)
    #expect(
      try fixture.rows("organisations").allSatisfy {
        $0["region"] == "" || $0["region"]?.hasPrefix("IT") == true
      })
  }
}

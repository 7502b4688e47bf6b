// Bad columns, files and descriptors: each flaw is told with its place, and the rest is read.

import ClusterDomain
import Foundation
import Testing

@Suite struct BadFileTests {
  // MARK: Columns and files

  @Test func columnsMissingAndExtra() throws {
    let optional = "id,url,title,publisher,colour\ns1,https://example.org,,,red\n"
    let (catalogue, problems) = try FixturePackage(["sources": optional]).read()
    #expect(
      problems.map(\.description) == [
        "sources.csv:1: column \"colour\": is not known in this table; column ignored",
        "sources.csv:1: column \"published\": is missing; its values are left empty",
      ])
    #expect(catalogue.tables.sources.count == 1)
  }

  @Test func aRequiredColumnMissingCostsTheTable() throws {
    let (catalogue, problems) = try FixturePackage(["labels": "id,award,cluster,event\nl1,a1,le2c,awarded\n"])
      .read()
    #expect(
      problems.contains {
        $0.description
          == "labels.csv:1: column \"level\": is missing and cannot be done without; table not read"
      })
    #expect(catalogue.tables.labels.isEmpty)
    #expect(catalogue.tables.clusters.count == 1)
  }

  @Test func columnsTwiceOrWithoutName() throws {
    let (_, problems) = try FixturePackage(["countries": "id,name,name,\nIT,Italy,x,y\n"]).read()
    #expect(
      problems.map(\.description) == [
        "countries.csv:1: column \"name\": stands twice; the second is ignored",
        "countries.csv:1: column \"column 4\": has no name; column ignored",
      ])
  }

  @Test(arguments: [
    ("", "labels.csv: is empty; table not read"),
    ("\n\n", "labels.csv: holds no line; table not read"),
    ("\"id,award\n", "labels.csv:1: the header's quotes do not match; table not read"),
  ])
  func filesWithoutATable(text: String, problem: String) throws {
    let (catalogue, problems) = try FixturePackage(["labels": text]).read()
    #expect(problems.map(\.description) == [problem])
    #expect(catalogue.tables.clusters.count == 1)
  }

  @Test func aTableInUTF16IsNotRead() throws {
    let package = try FixturePackage()
    try package.write("labels.csv", [0xFF, 0xFE, 0x69, 0x00])
    #expect(
      try package.read().problems.map(\.description) == [
        "labels.csv: is in UTF-16, not UTF-8; table not read"
      ])
  }

  @Test func aMissingFileIsToldOnce() throws {
    let (catalogue, problems) = try FixturePackage(["labels": nil]).read()
    #expect(problems.map(\.description) == ["labels.csv: there is no such file; table not read"])
    #expect(catalogue.tables.clusters.count == 1)
  }

  @Test func aMissingTableIsToldOnceAndItsReferencesOnce() throws {
    let (catalogue, problems) = try FixturePackage(["clusters": nil]).read()
    #expect(
      problems.map(\.description) == [
        "clusters.csv: there is no such file; table not read",
        "labels.csv: table \"clusters\" was not read, so 1 rows that refer to it are skipped",
      ])
    #expect(catalogue.tables.clusters.isEmpty)
    #expect(catalogue.tables.regions.count == 1)
  }

  @Test func aFolderOrAPipeAsFile() throws {
    let package = try FixturePackage(["labels": nil, "regions": nil])
    try FileManager.default.createDirectory(
      atPath: package.folder + "/labels.csv", withIntermediateDirectories: false)
    #expect(mkfifo(package.folder + "/regions.csv", 0o600) == 0)
    let (catalogue, problems) = try package.read()
    #expect(
      problems.map(\.description) == [
        "regions.csv: is a pipe, socket or device, not a regular file; table not read",
        "labels.csv: is a folder, not a file; table not read",
      ])
    #expect(catalogue.cluster("le2c")?.region == "ITC4")
  }

  @Test func aHugeFileIsRefusedWithoutReadingIt() throws {
    let package = try FixturePackage()
    #expect(truncate(package.folder + "/labels.csv", 50_000_000_000) == 0)
    let (_, problems) = try package.read()
    #expect(
      problems.map(\.description) == [
        "labels.csv: has 50000000000 bytes, more than the 2000000000 that are read; table not read"
      ])
  }

  // MARK: datapackage.json

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", "a/../../b.csv", "https://example.org/a.csv", "~/a.csv",
  ])
  func pathsOutOfTheFolderAreRefused(path: String) throws {
    let package = try FixturePackage(
      descriptor: """
        {"homeCountry": "IT", "resources": [{"name": "countries", "path": "countries.csv"}, {"name": "sources", "path": "\(path)"}]}
        """)
    let (catalogue, problems) = try package.read()
    #expect(
      problems.map(\.description) == [
        "datapackage.json: the path \"\(path)\" of \"sources\" leads out of the folder; table not read"
      ])
    #expect(catalogue.tables.countries.count == 1)
  }

  @Test func resourcesThatAreNoTables() throws {
    let package = try FixturePackage(
      descriptor: """
        {"homeCountry": "IT", "resources": [{"name": "countries", "path": "countries.csv"}, {"name": "pets", "path": "pets.csv"}, 3,
          {"name": "countries", "path": "x.csv"}, {"name": "sources", "path": ["a.csv", "b.csv"]}]}
        """)
    let (catalogue, problems) = try package.read()
    #expect(
      problems.map(\.reason) == [
        "names \"pets\", which is no table of the program; it is ignored",
        "resource 3 has no name; it is ignored",
        "names the table \"countries\" twice; the second is ignored",
        "resource \"sources\" has not exactly one path; table not read",
      ])
    #expect(catalogue.tables.countries.count == 1)
  }

  @Test func theDescriptorItselfCanBeNamed() throws {
    let package = try FixturePackage()
    let reading = try Dataset.read(package.folder + "/datapackage.json")
    #expect(reading.path == package.folder)
    #expect(reading.rowCounts["clusters"] == 1)
  }

  // MARK: Nothing to show

  private func error(_ path: String) -> DatasetError? {
    do throws(DatasetError) {
      _ = try Dataset.read(path)
      return nil
    } catch {
      return error
    }
  }

  @Test func pathsWithoutADataset() throws {
    let package = try FixturePackage()
    #expect(error("") == .missing(path: ""))
    #expect(error("/no/such/place") == .missing(path: "/no/such/place"))
    #expect(error(package.folder + "/labels.csv/x") == .missing(path: package.folder + "/labels.csv/x"))
    #expect(
      error("/dev/null")
        == .notAPackage(
          path: "/dev/null", reason: "is a pipe, socket or device, not a regular file"))
    let empty = try FixturePackage.newFolder()
    defer { try? FileManager.default.removeItem(atPath: empty) }
    #expect(error(empty) == .noDescriptor(folder: empty))
    try FileManager.default.createSymbolicLink(atPath: empty + "/loop", withDestinationPath: "loop")
    #expect(
      error(empty + "/loop").map { "\($0)".hasSuffix(": cannot be read: Too many levels of symbolic links") }
        == true)
    try FileManager.default.createDirectory(
      atPath: empty + "/datapackage.json", withIntermediateDirectories: false)
    #expect(
      error(empty) == .notAPackage(path: empty + "/datapackage.json", reason: "is a folder, not a file"))
  }

  @Test(arguments: [
    ("", ":1:1: a value is expected here but the file ends"),
    ("{\n  \"title\": \"x\"\n  \"resources\": []\n}", ":3:3: a comma or a closing brace is expected here"),
    ("{\"resources\": [{\"name\": \"a]}", ":1:25: the string that begins here is never closed"),
    ("[]", ":1:1: is no JSON object"),
    ("{}", ": has no list \"resources\", so it names no table"),
    ("{\"resources\": []}", ": has no list \"resources\", so it names no table"),
    ("id,name\n", ":1:1: a value is expected here"),
    ("{} x", ":1:4: text follows the end of the value"),
  ])
  func aBrokenDescriptorIsToldWithItsPlace(text: String, words: String) throws {
    let package = try FixturePackage(descriptor: text)
    #expect(error(package.folder)?.description == package.folder + "/datapackage.json" + words)
  }

  @Test func aDatasetWithoutAReadableTable() throws {
    let package = try FixturePackage(
      descriptor: "{\"resources\": [{\"name\": \"clusters\", \"path\": \"x.csv\"}]}")
    guard case .nothingReadable(_, let problems)? = error(package.folder) else {
      Issue.record("expected nothingReadable")
      return
    }
    #expect(problems.contains { $0.description == "x.csv: there is no such file; table not read" })
  }
}

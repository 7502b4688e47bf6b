// Bad datasets: each flaw is told with file, line, column and reason, and the rest is read.

import ClusterDomain
import Foundation
import Testing

@Suite struct BadInputTests {
  @Test func theFixtureItselfIsFlawless() throws {
    let (catalogue, problems) = try FixturePackage().read()
    #expect(problems.isEmpty)
    #expect(catalogue.title == "Test")
    #expect(catalogue.tables.clusters.map(\.sectors) == [["energy", "cleantech"]])
    #expect(catalogue.labels(of: "le2c").first?.date == date("2013-03"))
  }

  // MARK: Rows and cells

  private static let good = "l1,a1,le2c,awarded,bronze,,2013-03,,,,,s1,\n"

  @Test(arguments: [
    ("l2,a2,le2c,awarded,bronze\n", "labels.csv:3: the row has 5 cells and the header 13; row skipped"),
    (
      "l2,a2,le2c,awarded,bronze,,,,,,,s1,,more\n",
      "labels.csv:3: the row has 14 cells and the header 13; row skipped"
    ),
    (
      "l2,a2,le2c,awarded,\"bronze,,,,,,,s1,\n",
      "labels.csv:3: column \"level\": a quote opens here and is never closed; row skipped"
    ),
    (
      "l2,a2,le2c,awarded,\"bronze\"x,,,,,,,s1,\n",
      "labels.csv:3: column \"level\": text follows the closing quote; row skipped"
    ),
    (
      "l1,a2,le2c,awarded,bronze,,,,,,,s1,\n",
      "labels.csv:3: column \"id\": \"l1\" stands already on line 2; row skipped"
    ),
    (
      "l2,a2,nobody,awarded,bronze,,,,,,,s1,\n",
      "labels.csv:3: column \"cluster\": \"nobody\" stands not in table \"clusters\"; row skipped"
    ),
    (
      "l2,a2,le2c,won,bronze,,,,,,,s1,\n",
      "labels.csv:3: column \"event\": \"won\" is none of awarded, renewed, upgraded, held, applied, assessed, "
        + "denied, withdrawn; row skipped"
    ),
    (
      "l2,a2,le2c,awarded,platinum,,,,,,,s1,\n",
      "labels.csv:3: column \"level\": \"platinum\" is none of bronze, silver, gold; row skipped"
    ),
    ("l2,,le2c,awarded,bronze,,,,,,,s1,\n", "labels.csv:3: column \"award\": is empty; row skipped"),
  ])
  func aBadRowIsSkipped(row: String, problem: String) throws {
    let last = "l9,a9,le2c,held,gold,,,,,,,s1,\n"
    let package = try FixturePackage(["labels": FixturePackage.labelsHeader + Self.good + row + last])
    let (catalogue, problems) = try package.read()
    #expect(problems.map(\.description) == [problem])
    #expect(problems.allSatisfy { $0.severity == .row })
    #expect(catalogue.tables.labels.map(\.id) == ["l1", "l9"])
  }

  @Test(arguments: [
    (
      "l2,a2,le2c,awarded,bronze,,2015-02-30,,,,,s1,\n",
      "labels.csv:2: column \"date\": \"2015-02-30\" is no date of the calendar; value left empty"
    ),
    (
      "l2,a2,le2c,awarded,bronze,,March,,,,,s1,\n",
      "labels.csv:2: column \"date\": \"March\" is no date such as 2013, 2013-03 or 2013-03-14; value left empty"
    ),
    (
      "l2,a2,le2c,awarded,bronze,,,,2x,,,s1,\n",
      "labels.csv:2: column \"stated_years\": \"2x\" is no whole number; value left empty"
    ),
    (
      "l2,a2,le2c,awarded,bronze,,,,,nan,,s1,\n",
      "labels.csv:2: column \"score\": \"nan\" is no number; value left empty"
    ),
    (
      "l2,a2,le2c,awarded,bronze,,,,,,yes,s1,\n",
      "labels.csv:2: column \"collective\": \"yes\" is neither true nor empty; value left empty"
    ),
    (
      "l2,a2,le2c,awarded,bronze,,,,,,,s2,\n",
      "labels.csv:2: column \"source\": \"s2\" stands not in table \"sources\"; row kept"
    ),
    (
      "l2,a2,le2c,awarded,bronze,a\u{1B}[2Jb,,,,,,s1,\n",
      "labels.csv:2: column \"portfolio\": \"a\\u{1B}[2Jb\" holds the control character U+001B; kept as data"
    ),
    (
      "l2,a2,le2c,awarded,bronze,a\u{0}b,,,,,,s1,\n",
      "labels.csv:2: column \"portfolio\": \"a\\u{0}b\" holds the control character U+0000; kept as data"
    ),
  ])
  func aBadValueLeavesItsRow(row: String, problem: String) throws {
    let (catalogue, problems) = try FixturePackage(["labels": FixturePackage.labelsHeader + row]).read()
    #expect(problems.map(\.description) == [problem])
    #expect(problems.allSatisfy { $0.severity == .value })
    #expect(catalogue.tables.labels.map(\.id) == ["l2"])
  }

  @Test func controlCharactersStayInTheData() throws {
    let row = "x,\"A\u{0}\u{1B}]0;B\u{7}\",,,IT,,,,,,s1,\n"
    let (catalogue, problems) = try FixturePackage([
      "clusters": FixturePackage.clustersHeader + row, "labels": nil,
    ])
    .read()
    #expect(catalogue.tables.clusters.map(\.name) == ["A\u{0}\u{1B}]0;B\u{7}"])
    #expect(problems.first?.column == "name")
  }

  @Test func bytesOfAnotherEncodingAreNamedByLineAndByte() throws {
    let package = try FixturePackage(["labels": nil])
    let row = Array("x,Citt".utf8) + [0xE0] + Array(" Studi,,,IT,,,,,,s1,\n".utf8)
    try package.write("clusters.csv", Array(FixturePackage.clustersHeader.utf8) + row)
    let (catalogue, problems) = try package.read()
    #expect(catalogue.tables.clusters.map(\.name) == ["Citt\u{FFFD} Studi"])
    let words = try #require(problems.first { $0.line == 2 }).description
    #expect(words.contains("clusters.csv:2: column \"name\""))
    #expect(words.contains("byte 5 of the cell, 0xE0, is no UTF-8"))
  }

  @Test func aTrueReplacementCharacterIsNoProblem() throws {
    let row = "x,A\u{FFFD}B,,,IT,,,,,,s1,\n"
    let package = try FixturePackage(["clusters": FixturePackage.clustersHeader + row, "labels": nil])
    let (_, problems) = try package.read()
    #expect(problems.allSatisfy { $0.file != "clusters.csv" })
  }

  @Test func aHugeCellIsRefused() throws {
    let huge = String(repeating: "x", count: 10_000_000)
    let rows = "x,\(huge),,,IT,,,,,,s1,\ny,Y,,,IT,,,,,,s1,\(huge)\n"
    let package = try FixturePackage(["clusters": FixturePackage.clustersHeader + rows, "labels": nil])
    let (catalogue, all) = try package.read()
    let problems = all.filter { $0.file == "clusters.csv" }
    #expect(
      problems.map(\.reason) == [
        "has 10000000 bytes, more than 65536; row skipped",
        "has 10000000 bytes, more than 65536; value left empty",
      ])
    #expect(problems.allSatisfy { ($0.text?.count ?? 0) < 90 })
    #expect(catalogue.tables.clusters.map(\.id) == ["y"])
  }

  @Test func aReferenceThatMayBeEmptyIsLeftEmpty() throws {
    let row = "x,X,,,IT,ITX9,,,,,s1,\n"
    let package = try FixturePackage(["clusters": FixturePackage.clustersHeader + row, "labels": nil])
    let (catalogue, problems) = try package.read()
    #expect(catalogue.tables.clusters.map(\.region) == [nil])
    #expect(
      problems.contains {
        $0.reason == "stands not in table \"regions\"; value left empty" && $0.text == "ITX9"
      })
  }

  @Test func aSkippedRowLeavesItsOwnReferencesDangling() throws {
    let clusters = FixturePackage.clustersHeader + "le2c,,,,IT,,,,,,s1,\n"
    let (catalogue, problems) = try FixturePackage(["clusters": clusters]).read()
    #expect(catalogue.tables.labels.isEmpty)
    #expect(problems.map(\.line) == [2, 2])
  }

  @Test func ofAThousandProblemsAFileListsNoMore() throws {
    let rows = (0..<1200).map { "l\($0),a,le2c,awarded,tin,,,,,,,s1,\n" }.joined()
    let (_, problems) = try FixturePackage(["labels": FixturePackage.labelsHeader + rows]).read()
    #expect(problems.count == 1001)
    #expect(problems.last?.description == "labels.csv: 200 more problems are not listed")
  }

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
        {"resources": [{"name": "countries", "path": "countries.csv"}, {"name": "sources", "path": "\(path)"}]}
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
        {"resources": [{"name": "countries", "path": "countries.csv"}, {"name": "pets", "path": "pets.csv"}, 3,
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

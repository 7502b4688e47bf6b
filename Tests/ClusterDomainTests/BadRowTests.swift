// Bad rows and cells: each flaw is told with file, line, column and reason, and the rest is read.

import ClusterDomain
import Testing

@Suite struct BadRowTests {
  @Test func theFixtureItselfIsFlawless() throws {
    let (catalogue, problems) = try FixturePackage().read()
    #expect(problems.isEmpty)
    #expect(catalogue.title == "Test")
    #expect(catalogue.tables.clusters.map(\.sectors) == [["energy", "cleantech"]])
    #expect(catalogue.labels(of: "le2c").first?.date == date("2013-03"))
  }

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
        + "denied, withdrawn, corrected; row skipped"
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
    let rows = "x,\(huge),,,IT,,,,,,s1,\ny,Y,,,IT,,,,,,s1,\(huge.prefix(65_537))\n"
    let package = try FixturePackage(["clusters": FixturePackage.clustersHeader + rows, "labels": nil])
    let (catalogue, all) = try package.read()
    let problems = all.filter { $0.file == "clusters.csv" }
    #expect(
      problems.map(\.reason) == [
        "has 10000000 bytes, more than 65536; row skipped",
        "has 65537 bytes, more than 65536; value left empty",
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
}

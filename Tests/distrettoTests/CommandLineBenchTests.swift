// `distretto bench`: that everything is measured and asked for as said. How long it took is nobody's business here.

import ArgumentParser
import Foundation
import Sheets
import TUI
import Testing
import ViewModels

@testable import distretto

@Suite("Bench")
@TerminalActor
struct CommandLineBenchTests {
  private func measure(_ words: String...) throws -> BenchSamples {
    let bench = try Bench.parse(words + ["--runs", "1"])
    return try bench.measure(Size(columns: 80, rows: 24), Settings(environment: [:]), in: BenchFolder())
  }

  private func rows(_ samples: BenchSamples) -> [String: [String]] {
    let table = samples.table
    let rows = (0..<table.count).map { row in
      table.columns.indices.map { PlainValue.text(table.cell(row, $0).value) }
    }
    return Dictionary(rows.map { ($0[0], $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func aMadeFileIsMeasuredFromItsFirstFrameToTheLastCount() throws {
    let samples = try measure("--rows", "12000", "--search", "zan")
    let rows = rows(samples)
    for name in [
      "start: first frame", "reading: first rows", "reading: to the end", "opening again: all rows", "Down",
      "PageDown", "End", "jump to 50 %", "filter kind=company: first page", "filter kind=company: count",
      "sort by employees: first page", "sort by employees: all rows", "sort by name: all rows",
      "frequency of kind", "choices of region", "frame: drawing", "frame: sent for Down",
      "frame: sent for PageDown", "reading: peak memory", "all: peak memory",
    ] {
      let row = try #require(rows[name], "\(name) is missing")
      for number in row[2...4] { #expect(try #require(Double(number)) > 0, "\(name)") }
    }
    #expect(rows["Down"]?[1] == "10")
    #expect(rows["frame: drawing"]?[1] == "20")
    #expect(rows["sort by name: all rows"]?[1] == "2")
    #expect(rows["frame: sent for Down"]?[5] == "bytes")
  }

  @Test func columnsAndWordsCanBeNamed() throws {
    let fixture = try FileFixture()
    let samples = try measure(
      try fixture.members(), "--filter", "Provincia=BS", "--search", "forlì", "--sort", "fatturato",
      "--group",
      "addetti")
    let names = Set(samples.names)
    for name in [
      "filter provincia=BS: count", "search forlì by letters: count", "sort by fatturato: all rows",
      "frequency of addetti", "sort by nome: all rows",
    ] {
      #expect(names.contains(name), "\(name)")
    }
    #expect(rows(samples)["search forlì by letters: seen"]?[1] == "5")
    // So small a file leaves no cache to be opened again.
    #expect(!names.contains("opening again: all rows"))
  }

  @Test func whatAFileDoesNotHaveIsNotMeasured() throws {
    let fixture = try FileFixture()
    let samples = try measure(try fixture.write("days.csv", "day\n2024-01-01\n2024-02-01\n2024-03-01\n"))
    let steps = Set(samples.names.filter { !$0.contains(":") })
    #expect(steps == ["Down", "PageDown", "End", "jump to 50 %"])
  }

  @Test(arguments: [
    (["soci.csv", "--sort", "adetti"], ExitCodes.usage, "did you mean addetti"),
    (["soci.csv", "--filter", "provincia=XX"], 64, "no row has provincia=XX"),
    (["soci.csv", "--filter", "provincia"], 64, "column=value"),
    (["none.csv"], ExitCodes.unreadable, "no such file"), (["."], 64, "is a dataset"),
    (["empty.csv"], 2, "is empty"),
  ])
  func mistakesHaveTheirCodes(words: [String], code: Int32, says: String) throws {
    let fixture = try FileFixture()
    _ = try fixture.members()
    try fixture.write("empty.csv", "")
    let bench = try Bench.parse(["\(fixture.folder.path)/\(words[0])"] + words.dropFirst() + ["--runs", "1"])
    let failure = #expect(throws: Failure.self) {
      try bench.measure(Size(columns: 80, rows: 24), Settings(environment: [:]), in: BenchFolder())
    }
    #expect(failure?.code == code)
    #expect(failure?.description.contains(says) == true, "\(failure?.description ?? "")")
  }

  @Test(arguments: [["--rows", "0"], ["a.csv", "--rows", "5"], ["-"], ["--runs", "0"], ["--format"]])
  func oddOptionsAreRefused(words: [String]) {
    #expect(throws: (any Error).self) { try Bench.parse(words) }
  }

  @Test func theMadeFileIsTheSameEachTimeAndHasAwkwardCells() throws {
    var bytes: [UInt8] = []
    #expect(
      BenchMembers(rows: 2000).write { piece in
        bytes += piece
        return true
      })
    var again: [UInt8] = []
    _ = BenchMembers(rows: 1000).write { piece in
      again += piece
      return true
    }
    #expect(bytes.starts(with: again))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.split(separator: "\n").count == 2001)
    #expect(text.contains(",\"") && text.contains("\"\"") && text.contains("Forlì") && text.contains(",,"))
    let fixture = try FileFixture()
    let sheet = try OpenSheet.read(try fixture.write("m.csv", text), SheetOptions())
    #expect(sheet.reading.sheet.rowCount == 2000)
    #expect(sheet.problemCount == 0)
  }

  @Test func aDiskThatTakesNothingMoreEndsTheMaking() {
    #expect(!BenchMembers(rows: 10).write { _ in false })
  }

  @Test func theFolderGoesAwayWithItsFiles() throws {
    var folder: BenchFolder? = try BenchFolder()
    let path = try #require(folder?.path)
    _ = try folder?.makeMembers(3)
    #expect(FileManager.default.fileExists(atPath: "\(path)/members.csv"))
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func whatKilledMeasurementsLeftGoesWithTheNextOne() throws {
    var used: BenchFolder? = try BenchFolder()
    let path = try #require(used?.path)
    // Made as it is, but held by nobody.
    let left = path.dropLast(6) + "left00"
    let other = path.dropLast(6) + "of-another-name"
    for folder in [left, other] {
      try FileManager.default.createDirectory(atPath: "\(folder)/cache-0", withIntermediateDirectories: true)
      try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder)/cache-0/table.sheet"))
    }
    defer { try? FileManager.default.removeItem(atPath: String(other)) }
    _ = try BenchFolder()
    #expect(!FileManager.default.fileExists(atPath: String(left)))
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(FileManager.default.fileExists(atPath: "\(other)/cache-0/table.sheet"))
    used = nil
  }

  @Test func middleAndShareAreThoseOfTheBook() {
    #expect(BenchSamples.median([1, 2, 9]) == 2)
    #expect(BenchSamples.median([1, 2, 4, 9]) == 3)
    #expect(BenchSamples.share(0.95, of: (1...100).map(Double.init)) == 95)
    #expect(BenchSamples.share(0.95, of: [7]) == 7)
    #expect(BenchSamples.median([]) == 0 && BenchSamples.share(0.95, of: []) == 0)
  }
}

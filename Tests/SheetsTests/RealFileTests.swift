// Real files of publishers, where they lie beside the package: all their rows and nothing else.

import Foundation
import Testing

@testable import Sheets

private enum RealFiles {
  static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/../shared/data/real"
  static let areThere = FileManager.default.fileExists(atPath: folder + "/nuts-2021.csv")
}

/// What is known of a file.
struct RealFile: CustomTestStringConvertible, Sendable {
  var name: String
  var rows: Int
  var columns: Int
  var summary: String
  var sheet: String?
  var testDescription: String { name + (sheet.map { " \($0)" } ?? "") }
}

private let files = [
  RealFile(
    name: "cordis-cluster-organisations.csv", rows: 149, columns: 25,
    summary: "semicolon-separated, utf-8, LF"),
  RealFile(
    name: "cordis-fp1-organizations.tsv", rows: 7916, columns: 24, summary: "tab-separated, utf-8, LF"),
  RealFile(
    name: "cordis-horizon-organization-it.csv", rows: 7876, columns: 25,
    summary: "semicolon-separated, utf-8, LF"),
  RealFile(
    name: "cordis-horizon-organization-part1.xlsx", rows: 999, columns: 25, summary: "XLSX, sheet DATA"),
  RealFile(
    name: "cordis-horizon-project-100.csv", rows: 100, columns: 19, summary: "comma-separated, utf-8, LF"),
  RealFile(name: "date-spellings-real.csv", rows: 194, columns: 4, summary: "comma-separated, utf-8, CRLF"),
  RealFile(name: "eu-ft-calls-2026-08-09.json", rows: 420, columns: 16, summary: "JSON, utf-8"),
  RealFile(name: "eu-ft-calls-open-2024.csv", rows: 304, columns: 19, summary: "comma-separated, utf-8, LF"),
  RealFile(
    name: "eu-ft-calls-upcoming-2024.csv", rows: 8, columns: 19, summary: "comma-separated, utf-8, LF"),
  RealFile(
    name: "istat-comuni-2020-cp1252.csv", rows: 7904, columns: 23,
    summary: "semicolon-separated, windows-1252, LF"),
  RealFile(
    name: "it-opencup-pnrr-locations.csv", rows: 7814, columns: 12, summary: "comma-separated, utf-8, LF"),
  RealFile(name: "it-startup-registry.csv", rows: 12292, columns: 26, summary: "comma-separated, utf-8, LF"),
  RealFile(name: "money-spellings-real.csv", rows: 357, columns: 4, summary: "comma-separated, utf-8, CRLF"),
  RealFile(name: "nace-rev2.csv", rows: 996, columns: 10, summary: "semicolon-separated, utf-8, LF"),
  RealFile(name: "nuts-2021.csv", rows: 2218, columns: 2, summary: "semicolon-separated, utf-8, CRLF"),
  RealFile(name: "us-lists-of-clusters.xlsx", rows: 41, columns: 1, summary: "XLSX, sheet traded, one of 4"),
  RealFile(
    name: "us-lists-of-clusters.xlsx", rows: 67, columns: 1, summary: "XLSX, sheet all, one of 4",
    sheet: "all"),
]

@Suite(.enabled(if: RealFiles.areThere, "the real files do not lie beside the package"))
struct RealFileTests {
  @Test(arguments: files) func hasAllRows(_ file: RealFile) throws {
    let table = try ReadTable(path: "\(RealFiles.folder)/\(file.name)", ReadingOptions(sheet: file.sheet))
    #expect(table.rows.count == file.rows)
    #expect(table.header.count == file.columns)
    #expect(table.description.summary == file.summary)
    #expect(table.description.headerLine == (table.description.format == .json ? nil : 1))
    #expect(table.description.titleRows == [])
    #expect(table.invalidBytes == 0)
    #expect(Set(table.lines).count == table.lines.count || table.description.format == .json)
  }

  @Test(arguments: files.filter { $0.columns > 1 && !$0.name.hasSuffix("nuts-2021.csv") })
  func hasAllCells(_ file: RealFile) throws {
    let table = try ReadTable(path: "\(RealFiles.folder)/\(file.name)")
    #expect(table.rows.allSatisfy { $0.count == file.columns })
  }

  @Test func headerCellsWithLineBreaksBecomeOneLine() throws {
    let table = try ReadTable(path: "\(RealFiles.folder)/istat-comuni-2020-cp1252.csv")
    #expect(table.header.allSatisfy { !$0.contains("\n") && !$0.contains("\r") && !$0.contains("  ") })
    #expect(table.header[6] == "Denominazione in italiano")
    #expect(table.header[11].contains("Unità territoriale sovracomunale (valida"))
  }

  @Test func largeCellsAreWhole() throws {
    let table = try ReadTable(path: "\(RealFiles.folder)/eu-ft-calls-open-2024.csv")
    let longest = table.rows.joined().compactMap { $0?.utf8.count }.max() ?? 0
    #expect(longest > 15_000)
  }

  @Test func compressedFilesHaveTheSameRows() throws {
    let path = "\(RealFiles.folder)/cordis-cluster-organisations.csv"
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let plain = try ReadTable(path: path)
    let packed = try ReadTable(Deflating.gzip(bytes), ending: "csv.gz")
    #expect(packed.rows == plain.rows)
    #expect(packed.description.summary == plain.description.summary + ", gzip")
  }
}

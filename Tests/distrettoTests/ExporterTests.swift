// Files that are exported: as commands print them, never over another file, nothing left where it fails.

import Foundation
import Testing

@testable import ViewModels
@testable import distretto

@Suite("Exporter")
struct ExporterTests {
  private func folder() throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/export-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private func task(_ path: String, marked: [Int] = []) -> ExportTask {
    let judged = CommandLineFixture.judged()
    let listing = Panes[.clusters].listing(judged.scene(), subject: .none, query: ListQuery())
    let columns = ["id", "name"].compactMap { id in listing.headers.firstIndex { $0.id == id } }
    return ExportTask(
      path: path, listing: listing, columns: columns, marked: Set(marked.map { listing.key(row: $0) }),
      asOf: judged.asOf)
  }

  @Test(
    "the end of the name chooses the format", arguments: ["a.csv", "A.JSON", "b.ndjson", "c.md", "d.txt"])
  func formats(_ name: String) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let task = task("\(folder)/\(name)")
    let ended = Exporter.write(task)
    #expect(ended.isDone, "\(ended.words)")
    let format = try #require(ExportFormat(path: name).flatMap { OutputFormat(rawValue: $0.rawValue) })
    var expected = ""
    format.write(RowTable(task.listing, columns: task.columns), to: &expected, for: .file)
    #expect(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) == expected)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [name])
  }

  @Test("what is there is not written over, and what fails leaves nothing")
  func refusals() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "mine".write(toFile: "\(folder)/a.csv", atomically: true, encoding: .utf8)
    #expect(Exporter.write(task("\(folder)/a.csv")).isDone == false)
    #expect(try String(contentsOfFile: "\(folder)/a.csv", encoding: .utf8) == "mine")
    #expect(Exporter.write(task("\(folder)/none/b.csv")).words.contains("No such file or directory"))
    #expect(Exporter.write(task("\(folder)/b.xls")).words.contains(".csv, .json, .ndjson, .md, .ics or .txt"))
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/l.csv", withDestinationPath: "nowhere")
    #expect(Exporter.write(task("\(folder)/l.csv")).isDone == false)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.csv", "l.csv"])
  }

  @Test("rows that were lost while they were written are in no file")
  func lost() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let ended = Exporter.write(task("\(folder)/a.csv")) { false }
    #expect(!ended.isDone && ended.words.contains("/a.csv is not written"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
  }

  @Test("marked rows alone are written, in the given order")
  func marked() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let task = task("\(folder)/m.csv", marked: [1])
    #expect(Exporter.write(task).words == "1 row written to \(folder)/m.csv.")
    let lines = try String(contentsOfFile: "\(folder)/m.csv", encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2 && lines[1].hasPrefix(task.listing.key(row: 1)))
  }
}

// Notebooks that cannot be written, that others make at the same moment, that are replaced, and that hold what is odd.

import ClusterDomain
import Foundation
import GRDB
import Testing

@testable import Notebook

private let day = CalendarDate(dayNumber: 20_000)

@Suite("Notebooks that cannot be written, and new ones")
struct NotebookOpeningTests {
  private let folder = NotebookFolder()

  @Test func whatLiesWhereNothingCanBeWrittenIsReadAllTheSame() throws {
    #expect(try Notebook.additions(at: folder.file) == Additions())
    do { _ = try Notebook(path: folder.file).add(.watch("a"), on: day) }
    #expect(Notebook.unchangingAdditions(at: folder.file)?.watched == ["a"])
    #expect(try Notebook.additions(at: folder.file).watched == ["a"])
    let odd = folder.path + "/100%? #1 Perché 絹.sqlite"
    try FileManager.default.copyItem(atPath: folder.file, toPath: odd)
    #expect(Notebook.unchangingAdditions(at: odd)?.watched == ["a"])
    #expect(Notebook.unchangingAdditions(at: folder.path + "/none.sqlite") == nil)
  }

  @Test("programs that make the notebook at the same moment all succeed")
  func together() async throws {
    let file = folder.file
    let results = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<8 {
        group.addTask {
          (try? Notebook(path: file).add(.watch(ID(rawValue: "c\(number)")), on: day)) != nil
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(!results.contains(false))
    #expect(try Notebook(path: file).additions().watched.count == 8)
  }

  @Test("programs that bring an earlier version up to date at the same moment all succeed")
  func migratedTogether() async throws {
    let file = folder.file
    Notebook.makeFolder(of: file)
    do {
      let queue = try DatabaseQueue(path: file)
      try Migrations.all.migrate(queue, upTo: Migrations.all.migrations[0])
    }
    let results = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { (try? Notebook.additions(at: file)) != nil } }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(!results.contains(false))
  }

  @Test("between two calls the file alone holds everything, so that copies of it are whole")
  func copies() throws {
    let notebook = try Notebook(path: folder.file)
    _ = try notebook.add(.note("a", "x"), on: day)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/deep/er") == ["notebook.sqlite"])
    let copy = try Data(contentsOf: URL(fileURLWithPath: folder.file))
    for text in ["y", "z"] { _ = try notebook.add(.note("a", text), on: day) }
    // Written over in place, as by cp, while the program goes on.
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: copy)
    try handle.close()
    _ = try notebook.add(.note("a", "later"), on: day)
    let entries = try Notebook(path: folder.file).additions().entries
    #expect(entries.map(\.content) == [.note("a", "x"), .note("a", "later")])
  }

  @Test("a folder that was removed is made anew")
  func removed() throws {
    let notebook = try Notebook(path: folder.file)
    _ = try notebook.add(.note("a", "x"), on: day)
    try FileManager.default.removeItem(atPath: folder.path)
    _ = try notebook.add(.note("a", "y"), on: day)
    #expect(try notebook.additions().entries.map(\.content) == [.note("a", "y")])
  }

  @Test("a file that was emptied is a new notebook, and what is no notebook is left as it is")
  func others() throws {
    let notebook = try Notebook(path: folder.file)
    _ = try notebook.add(.note("a", "x"), on: day)
    try Data().write(to: URL(fileURLWithPath: folder.file))
    _ = try notebook.add(.note("a", "y"), on: day)
    #expect(try notebook.additions().entries.map(\.content) == [.note("a", "y")])
    let other = folder.path + "/other.sqlite"
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE entries (number)") }
    let before = try Data(contentsOf: URL(fileURLWithPath: other))
    let error = #expect(throws: NotebookError.self) { try Notebook(path: other) }
    #expect(error?.reason == "is a database of something else")
    #expect(try Data(contentsOf: URL(fileURLWithPath: other)).count == before.count)
  }

  @Test(
    "values of a wrong type are passed over wherever a row is read",
    arguments: [
      "kind = x'ff'", "cluster = x'ff00'", "text = x'ff00fe'", "day = 1e300", "kind = 7", "years = 'abc'",
      "years = 1e300",
      "level = x'00'", "date = 3.5",
    ])
  func oddValues(_ change: String) throws {
    let entry = LabelEntry(cluster: "a", kind: .awarded, level: .gold, date: PartialDate("2026"), years: 2)
    let notebook = try Notebook(path: folder.file)
    _ = try notebook.add(.watch("b"), on: day)
    _ = try notebook.add(.labelEvent(entry), on: day)
    _ = try notebook.add(.note("a", "x"), on: day)
    try DatabaseQueue(path: folder.file).write { database in
      try database.execute(sql: "UPDATE entries SET \(change) WHERE number > 1")
    }
    #expect(try notebook.additions().watched == ["b"])
    for _ in 0..<3 { _ = try notebook.add(.undo(nil), on: day) }
    #expect(try notebook.additions().watched.isEmpty)
  }
}

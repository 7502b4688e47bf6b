// The notebook: what was added is there again, whoever reads it, and what cannot be added is said.

import ClusterDomain
import Foundation
import GRDB
import Testing

@testable import Notebook

/// A folder that is gone with the test.
final class NotebookFolder: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path + "/notebook-\(UUID().uuidString)"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var file: String { "\(path)/deep/er/notebook.sqlite" }
}

private let day = CalendarDate(dayNumber: 20_000)

extension Additions {
  /// What the notes say, the oldest first.
  fileprivate var noteTexts: [String] {
    entries.compactMap { if case .note(_, let text) = $0.content { text } else { nil } }
  }
}

@Suite("The notebook")
struct NotebookTests {
  private let folder = NotebookFolder()

  @Test func nothingIsMadeWhereNothingWasAdded() throws {
    #expect(!Notebook.isThere(at: folder.file))
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func whatWasAddedIsThereAgain() throws {
    let notebook = try Notebook(path: folder.file)
    #expect(try notebook.add(.watch("le2c"), on: day).result == .watched("le2c"))
    #expect(try notebook.add(.watch("afil"), on: day).result == .watched("afil"))
    #expect(
      try notebook.add(.note("le2c", "call Ms. Ü\u{1B}[31m\nsoon"), on: day).result
        == .entered(.note("le2c", "call Ms. Ü\u{1B}[31m\nsoon")))
    #expect(try notebook.add(.watch("afil"), on: day).result == .unwatched("afil"))
    let again = try Notebook(path: folder.file).additions()
    #expect(again.watched == ["le2c"])
    #expect(again.noteTexts == ["call Ms. Ü\u{1B}[31m\nsoon"])
    #expect(again.entries(about: "le2c").map(\.day) == [day, day])
    #expect(again.entries(about: "afil").isEmpty)
    #expect(try notebook.additions() == again)
  }

  @Test func whatWasDoneLastIsTakenBackFirst() throws {
    let notebook = try Notebook(path: folder.file)
    #expect(try notebook.add(.undo(nil), on: day).result == .nothingToUndo)
    for addition in [Addition.watch("a"), .note("a", "x"), .watch("a")] {
      _ = try notebook.add(addition, on: day)
    }
    func undo() throws -> (AdditionResult, Additions) {
      let (done, additions) = try notebook.add(.undo(nil), on: day)
      return (done, additions)
    }
    var (done, additions) = try undo()
    #expect(done == .undone(.watch("a")))
    #expect(additions.watched == ["a"])
    (done, additions) = try undo()
    #expect(done == .undone(.note("a", "x")))
    #expect(additions.noteTexts.isEmpty)
    (done, additions) = try undo()
    #expect(additions == Additions())
    #expect(try undo().0 == .nothingToUndo)
  }

  @Test func twoProgramsSeeEachOthersEntries() throws {
    let (one, other) = (try Notebook(path: folder.file), try Notebook(path: folder.file))
    _ = try one.add(.watch("a"), on: day)
    _ = try other.add(.note("b", "x"), on: day)
    #expect(try one.additions().noteTexts == ["x"])
    #expect(try other.additions().watched == ["a"])
    #expect(try other.add(.undo(nil), on: day).additions.noteTexts.isEmpty)
  }

  @Test func ownEntriesAreTakenBackBeforeThoseOfOthers() throws {
    let (one, other) = (try Notebook(path: folder.file), try Notebook(path: folder.file))
    _ = try one.add(.watch("a"), on: day)
    _ = try other.add(.note("b", "x"), on: day)
    _ = try one.add(.note("a", "y"), on: day)
    #expect(try one.add(.undo(nil), on: day).additions.noteTexts == ["x"])
    #expect(try one.add(.undo(nil), on: day).additions.watched.isEmpty)
    #expect(try one.additions().noteTexts == ["x"])
    #expect(try one.add(.undo(nil), on: day).additions == Additions())
  }

  @Test func aFileInThePlaceOfAnotherIsGoneOnWith() throws {
    let notebook = try Notebook(path: folder.file)
    _ = try notebook.add(.watch("a"), on: day)
    try FileManager.default.moveItem(atPath: folder.file, toPath: folder.file + ".old")
    let other = try Notebook(path: folder.file)
    for text in ["x", "y"] { _ = try other.add(.note("b", text), on: day) }
    // Its number in the file before is that of another's entry now.
    #expect(try notebook.add(.undo(nil), on: day).result == .undone(.note("b", "y")))
    _ = try notebook.add(.watch("c"), on: day)
    #expect(try other.additions().watched == ["c"])
    #expect(try Notebook(path: folder.file + ".old").additions().watched == ["a"])
  }

  @Test func theFileAloneHoldsEverything() throws {
    let notebook = try Notebook(path: folder.file)
    _ = try notebook.add(.watch("a"), on: day)
    try FileManager.default.copyItem(atPath: folder.file, toPath: folder.file + ".copy")
    #expect(try Notebook(path: folder.file + ".copy").additions().watched == ["a"])
  }

  @Test func manyAtOnceAreAllThere() async throws {
    let notebook = try Notebook(path: folder.file)
    let file = folder.file
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let own = number % 2 == 0 ? notebook : try Notebook(path: file)
          for count in 0..<5 { _ = try own.add(.note("a", "\(number) \(count)"), on: day) }
        }
      }
      try await group.waitForAll()
    }
    #expect(Set(try notebook.additions().noteTexts).count == 40)
  }

  @Test func aDamagedFileIsSaidAndLeftAlone() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/deep/er", withIntermediateDirectories: true)
    let bytes = Data(String(repeating: "no database ", count: 500).utf8)
    try bytes.write(to: URL(filePath: folder.file))
    let error = #expect(throws: NotebookError.self) { try Notebook(path: folder.file) }
    #expect(error?.description.contains("is damaged") == true)
    #expect(error?.description.contains("move it away") == true)
    #expect(try Data(contentsOf: URL(filePath: folder.file)) == bytes)
  }

  @Test func aFolderThatCannotBeLookedAtIsNotAnEmptyNotebook() throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: "\(folder.path)/deep"))
    #expect(Notebook.isThere(at: folder.file))
    #expect(throws: NotebookError.self) { try Notebook(path: folder.file) }
  }

  @Test func aFileInPlaceOfTheFolderIsSaid() throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: "\(folder.path)/deep"))
    let error = #expect(throws: NotebookError.self) { try Notebook(path: folder.file) }
    #expect(error?.description.contains("cannot be written") == true)
  }

  @Test func aNewerVersionsFileIsLeftAlone() throws {
    let notebook = try Notebook(path: folder.file)
    _ = try notebook.add(.watch("a"), on: day)
    try DatabaseQueue(path: folder.file).write { database in
      try database.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999: later')")
    }
    let error = #expect(throws: NotebookError.self) { try Notebook(path: folder.file) }
    #expect(error?.description.contains("newer version") == true)
  }
}

@Suite("Entries of the notebook")
struct NotebookEntryTests {
  private let folder = NotebookFolder()

  private var label: LabelEntry {
    LabelEntry(
      cluster: "le2c", kind: .renewed, level: .gold, date: PartialDate("2026-03"),
      validUntil: PartialDate("2029"),
      years: 3, award: "a-1", note: "as told")
  }

  private var deadline: DeadlineEntry {
    DeadlineEntry(
      call: "i3/call", date: PartialDate(day), time: "17:00", zone: "Brussels", replaces: PartialDate("2026"),
      note: nil)
  }

  @Test func labelEventsAndDeadlinesAreThereAgain() throws {
    let notebook = try Notebook(path: folder.file)
    #expect(try notebook.add(.labelEvent(label), on: day).result == .entered(.labelEvent(label)))
    #expect(try notebook.add(.deadline(deadline), on: day).result == .entered(.deadline(deadline)))
    let bare = LabelEntry(cluster: "b", kind: .corrected, level: .bronze)
    _ = try notebook.add(.labelEvent(bare), on: day)
    let again = try Notebook(path: folder.file).additions()
    #expect(again.entries.map(\.content) == [.labelEvent(label), .deadline(deadline), .labelEvent(bare)])
    #expect(try notebook.add(.undo(nil), on: day).result == .undone(.labelEvent(bare)))
    #expect(try notebook.add(.undo(nil), on: day).result == .undone(.deadline(deadline)))
    #expect(try notebook.additions().entries.map(\.content) == [.labelEvent(label)])
  }

  @Test(
    "a notebook of every earlier version is read and goes on", arguments: Migrations.all.migrations.indices)
  func earlierVersions(_ number: Int) throws {
    Notebook.makeFolder(of: folder.file)
    do {
      let pool = try DatabasePool(path: folder.file)
      try Migrations.all.migrate(pool, upTo: Migrations.all.migrations[number])
      try pool.write { database in
        for (kind, cluster, text) in [("watch", "a", nil), ("note", "b", "said"), ("dance", "c", nil)]
          as [(String, String, String?)]
        {
          try database.execute(
            sql: "INSERT INTO entries (day, kind, cluster, text) VALUES ('2024-10-04', ?, ?, ?)",
            arguments: [kind, cluster, text])
        }
      }
    }
    let notebook = try Notebook(path: folder.file)
    #expect(try notebook.additions().entries.map(\.content) == [.watch("a"), .note("b", "said")])
    #expect(try notebook.additions().entries.map(\.day) == [day, day])
    _ = try notebook.add(.deadline(deadline), on: day)
    #expect(try notebook.additions().entries.count == 3)
  }
}

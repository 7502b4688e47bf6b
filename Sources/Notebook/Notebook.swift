// The notebook: what a user adds, in a small database that outlives crashes and power cuts.

public import ClusterDomain
import GRDB
import Glibc
import Synchronization

/// A journal of additions: nothing is ever deleted, taking back marks an entry as undone.
///
/// Several programs may use it at once. What a call has returned is on the disk. The file is open only during a call, so
/// that it is whole, without a log beside it, whenever somebody copies it or puts a copy in its place.
public final class Notebook: Sendable {
  /// The file.
  public let path: String
  /// The entries of this program in the file that it last wrote to, in their order.
  private let own = Mutex(Own())

  private struct Own {
    var file: FileStamp?
    var numbers: [Int64] = []
  }

  /// A notebook; makes folder and file where they are missing, and throws where it cannot be used.
  public init(path: String) throws(NotebookError) {
    self.path = path
    try perform { _ in }
  }

  /// Opens the file and brings its tables up to date; where another program does the same at this moment, again.
  private static func queue(_ path: String) throws -> DatabaseQueue {
    makeFolder(of: path)
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // A write-ahead log alone may lose its last entries when the power fails.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    var tries = 0
    while true {
      do {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
          guard try !Self.isOfOthers(database) else {
            throw NotebookError(
              path, "is a database of something else",
              advice: "move it away to begin a notebook; it is left as it is")
          }
          _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        }
        try Migrations.all.migrate(queue)
        guard try queue.read({ try !Migrations.all.hasBeenSuperseded($0) }) else {
          throw NotebookError(path, "was written by a newer version", advice: "use that version")
        }
        return queue
      } catch let error as DatabaseError where tries < 10 && isTransient(error) {
        tries += 1
        usleep(50_000)
      }
    }
  }

  /// Whether there are tables, but none of a notebook.
  private static func isOfOthers(_ database: Database) throws -> Bool {
    let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    return !tables.isEmpty && !tables.contains("grdb_migrations")
  }

  /// Making the log or the tables of a new file fails at once, whatever the timeout, while another program makes them.
  private static func isTransient(_ error: DatabaseError) -> Bool {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_SCHEMA, .SQLITE_CONSTRAINT: return true
    case .SQLITE_ERROR:
      let message = error.message ?? ""
      return message.contains("already exists") || message.contains("duplicate column name")
    default: return false
    }
  }

  /// Everything that was added to a file, which may lie where nothing can be written; nothing where there is no file.
  public static func additions(at path: String) throws(NotebookError) -> Additions {
    guard isThere(at: path) else { return Additions() }
    do throws(NotebookError) {
      return try Notebook(path: path).additions()
    } catch {
      guard error.isReadOnly, let additions = unchangingAdditions(at: path) else { throw error }
      return additions
    }
  }

  /// Reads a file that nobody can write, without a log beside it; nil where that does not help.
  static func unchangingAdditions(at path: String) -> Additions? {
    var log = stat()
    guard stat("\(path)-wal", &log) != 0 || log.st_size == 0 else { return nil }
    var configuration = Configuration()
    configuration.readonly = true
    let escaped = path.utf8.map { byte in
      (0x21..<0x7F).contains(byte) && !"?#%".utf8.contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    let queue = try? DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
    return queue.flatMap { queue in try? queue.read { try additions($0) } }
  }

  /// Whether anything was ever added; true also of what only cannot be looked at, so that opening it says why.
  public static func isThere(at path: String) -> Bool { access(path, F_OK) == 0 || errno != ENOENT }

  /// Everything that was added, as it stands now.
  public func additions() throws(NotebookError) -> Additions {
    try perform { queue throws in try queue.read { try Self.additions($0) } }
  }

  /// Does one thing; returns what became of it, and everything that was added then.
  public func add(_ addition: Addition, on day: CalendarDate) throws(NotebookError) -> (
    result: AdditionResult, additions: Additions
  ) {
    try perform { queue throws in
      let (result, number, additions) = try queue.write { database in
        let (result, number) = try self.enter(addition, on: day, in: database)
        return (result, number, try Self.additions(database))
      }
      // Only what is on the disk is this program's: numbers that were not kept are given out again.
      if let number { own.withLock { $0.numbers.append(number) } }
      return (result, additions)
    }
  }

  private func perform<Result>(_ body: (DatabaseQueue) throws -> Result) throws(NotebookError) -> Result {
    do {
      let queue = try Self.queue(path)
      // What cannot be put back into the file stays in the log beside it.
      defer { try? queue.close() }
      forgetOtherFile()
      return try body(queue)
    } catch let error as NotebookError {
      throw error
    } catch {
      throw NotebookError(path, error)
    }
  }

  /// Numbers of another file, in whose place this one has come, are not this program's entries.
  private func forgetOtherFile() {
    let file = FileStamp(path)
    own.withLock { own in
      if let file, !file.isSameFile(as: own.file) { own = Own(file: file) }
    }
  }

  /// Makes the folder of a notebook, for this user alone, and returns it; what fails is told when the file is opened.
  @discardableResult
  public static func makeFolder(of path: String) -> String {
    path.split(separator: "/").dropLast().reduce(into: "") { folder, part in
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }
}

extension Notebook {
  private func enter(
    _ addition: Addition, on day: CalendarDate, in database: Database
  ) throws -> (result: AdditionResult, number: Int64?) {
    let content: Entry.Content
    switch addition {
    case .watch(let cluster):
      let isWatched = try Self.additions(database).watched.contains(cluster)
      let row = EntryRow(.watch(cluster), isEnd: isWatched)
      return (isWatched ? .unwatched(cluster) : .watched(cluster), try row.insert(on: day, into: database))
    case .undo(let number): return (try undo(number, in: database), nil)
    case .note(let cluster, let text): content = .note(cluster, text)
    case .labelEvent(let entry): content = .labelEvent(entry)
    case .deadline(let entry): content = .deadline(entry)
    }
    return (.entered(content), try EntryRow(content).insert(on: day, into: database))
  }

  /// Takes back an entry; without a number the last one of this program, or where it has none, the last one of all.
  ///
  /// Entries that a newer version wrote are left to it.
  private func undo(_ number: Int64?, in database: Database) throws -> AdditionResult {
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM entries WHERE NOT undone ORDER BY number DESC")
    let known = rows.compactMap { row in EntryRow(row).map { (number: row["number"] as Int64, entry: $0) } }
    let own = Set(own.withLock { $0.numbers })
    let found =
      number.map { number in known.first { $0.number == number } }
      ?? known.first { own.contains($0.number) } ?? known.first
    guard let found else { return .nothingToUndo }
    try database.execute(sql: "UPDATE entries SET undone = 1 WHERE number = ?", arguments: [found.number])
    return .undone(found.entry.content)
  }

  /// Reads the journal from its beginning; entries that a newer version wrote are passed over.
  private static func additions(_ database: Database) throws -> Additions {
    var additions = Additions()
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM entries WHERE NOT undone ORDER BY number")
    while let row = try rows.next() {
      guard let entry = EntryRow(row) else { continue }
      if entry.isEnd, case .watch(let cluster) = entry.content {
        additions.unwatch(cluster)
        continue
      }
      additions.append(
        Entry(
          number: row["number"], day: EntryRow.day(row), content: entry.content)
      )
    }
    return additions
  }
}

// The files of an import while they are written: tables as they get rows, what was rejected, what is doubtful.

import Glibc

/// Writes the files of one import into a folder.
struct ImportOutput {
  let folder: String
  /// By the number of the table.
  private var tables: [TableFile?]
  private var rejected: TableFile
  private var problems: TableFile
  private var present = 0

  static let statements = DeclaredTable.all.firstIndex { $0.name == "statements" } ?? 0
  static let rejectedName = "rejected.csv"
  static let problemsName = "problems.csv"

  /// A file that was written.
  struct Written {
    var name: String
    var rows: Int
    var hash: String
  }

  init(folder: String) {
    self.folder = folder
    tables = Array(repeating: nil, count: DeclaredTable.all.count)
    let columns = ["file", "line", "column", "reason"]
    rejected = TableFile(path: "\(folder)/\(Self.rejectedName)", header: columns + ["row"])
    problems = TableFile(path: "\(folder)/\(Self.problemsName)", header: columns + ["text"])
  }

  /// Whether something could not be written.
  var hasFailed: Bool { failure != nil }

  /// Why writing failed, in the system's words.
  var failure: String? {
    rejected.failure ?? problems.failure ?? tables.lazy.compactMap { $0?.failure }.first
  }

  // MARK: Rows

  /// Begins a row of a table.
  mutating func begin(_ table: Int) {
    present = table
    guard tables[table] == nil else { return }
    let declared = DeclaredTable.all[table]
    tables[table] = TableFile(
      path: "\(folder)/\(declared.name).csv", header: declared.columns.map(\.name))
  }

  /// Adds a cell.
  mutating func add(_ text: String) { tables[present]?.add(text) }

  /// Adds a cell.
  mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { add($0) } }

  /// Adds a cell.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) { tables[present]?.add(bytes) }

  /// Adds an empty cell.
  mutating func addNothing() { tables[present]?.addNothing() }

  /// Ends the row.
  mutating func end() { tables[present]?.end() }

  /// Forgets the row.
  mutating func drop() { tables[present]?.drop() }

  /// The bytes of the row so far.
  func present<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    tables[present]?.present(body) ?? body(UnsafeBufferPointer(start: nil, count: 0))
  }

  /// Adds a whole row to a table.
  mutating func addRow(_ table: String, _ cells: [String]) {
    guard let number = DeclaredTable.all.firstIndex(where: { $0.name == table }) else { return }
    begin(number)
    for cell in cells { add(cell) }
    end()
  }

  mutating func reject(_ cells: [String]) { Self.add(cells, to: &rejected) }

  mutating func problem(_ cells: [String]) { Self.add(cells, to: &problems) }

  private static func add(_ cells: [String], to file: inout TableFile) {
    for cell in cells { file.add(cell) }
    file.end()
  }

  // MARK: The end

  /// Closes all files; the tables that have rows in their order, then what was rejected and is doubtful.
  mutating func finish() throws(ImportError) -> (
    tables: [(table: DeclaredTable, rows: Int)], files: [Written]
  ) {
    var found: [(table: DeclaredTable, rows: Int)] = []
    var files: [Written] = []
    for number in tables.indices {
      guard let written = try finish(&tables[number]) else { continue }
      if written.rows == 0 {
        _ = unlink("\(folder)/\(written.name)")
      } else {
        found.append((DeclaredTable.all[number], written.rows))
        files.append(written)
      }
    }
    var rest: [TableFile?] = [rejected, problems]
    for index in rest.indices {
      if let written = try finish(&rest[index]) { files.append(written) }
    }
    return (found, files)
  }

  private func finish(_ file: inout TableFile?) throws(ImportError) -> Written? {
    guard let hash = file?.finish(), let written = file else { return nil }
    if let failure = written.failure {
      throw ImportError(
        .unwritable, folder, "cannot be written: \(failure)", advice: "make room, or name another folder")
    }
    let name = String(
      written.path[
        (written.path.lastIndex(of: "/").map { written.path.index(after: $0) } ?? written.path.startIndex)...]
    )
    return Written(name: name, rows: written.rows, hash: hash)
  }
}

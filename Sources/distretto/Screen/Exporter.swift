// Writes the rows of a list into a new file: all of them or nothing, and never over what is there.

import Glibc
import ViewModels

/// Writes files.
enum Exporter {
  /// The formats by the ends of file names.
  private static let formats: [(ending: String, format: OutputFormat)] = [
    (".csv", .csv), (".json", .json), (".ndjson", .ndjson), (".md", .markdown), (".txt", .table),
  ]

  /// The ends that names can have, in words.
  static let endings = Unknown.list(formats.map(\.ending), "or")

  /// The format that a file's name asks for; nil where its end is none of those known.
  static func format(of path: String) -> OutputFormat? {
    formats.first { path.lowercased().hasSuffix($0.ending) }?.format
  }

  /// Writes the rows of a task; says how it ended.
  static func write(_ task: ExportTask) -> (words: String, isDone: Bool) {
    let path = expanded(task.path)
    guard let format = format(of: path) else {
      return ("\"\(task.path)\" ends in none of \(endings), so the format is not clear.", false)
    }
    var status = stat()
    guard lstat(path, &status) != 0 else {
      return ("\(task.path) is there already and is not written over; choose another name.", false)
    }
    let draft = "\(path).part\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return (failure(task.path), false) }
    defer { unlink(draft) }
    var output = FileOutput(descriptor)
    format.write(RowTable(task), to: &output, for: .file)
    guard output.finish(), link(draft, path) == 0 else { return (failure(task.path), false) }
    let count = task.rowCount
    return ("\(Formatting().count(count)) \(count == 1 ? "row" : "rows") written to \(task.path).", true)
  }

  private static func failure(_ path: String) -> String {
    "\(path) cannot be written: \(String(cString: strerror(errno))); nothing is left of it."
  }

  /// A path whose `~/` is the home folder, as a shell would have it.
  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }
}

extension RowTable {
  /// The rows of an export.
  fileprivate init(_ task: ExportTask) {
    let all = RowTable(task.listing, columns: task.columns)
    guard let rows = task.rows else {
      self = all
      return
    }
    self.init(columns: all.columns, count: rows.count) { row, column in all.cell(rows[row], column) }
  }
}

/// A file that is written in large pieces; what fails is told at the end.
private struct FileOutput: TextOutputStream {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var error: Int32 = 0

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  mutating func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 18 { flush() }
  }

  private mutating func flush() {
    var done = 0
    while done < buffer.count, error == 0 {
      let count = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { error = errno } else { done += count }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Whether all of it is on the disk; `errno` says why not.
  mutating func finish() -> Bool {
    flush()
    if error == 0, fsync(descriptor) != 0 { error = errno }
    if close(descriptor) != 0, error == 0 { error = errno }
    errno = error
    return error == 0
  }
}

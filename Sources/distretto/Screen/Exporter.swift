// Writes the rows of a list into a new file: all of them or nothing, and never over what is there.

import Glibc
import ViewModels

/// Writes files.
enum Exporter {
  /// Writes the rows of a task, if they are all still sound once they are written; says how it ended.
  static func write(_ task: ExportTask, areSound: () -> Bool = { true }) -> (words: String, isDone: Bool) {
    guard let format = task.format.flatMap({ OutputFormat(rawValue: $0.rawValue) }) else {
      return ("\"\(task.path)\" ends in none of \(ExportFormat.endings), so the format is not clear.", false)
    }
    let rows = task.rows()
    guard rows?.isEmpty != true else {
      return ("All marked rows are filtered away; - drops the marks.", false)
    }
    if let fault = publish(
      task.path, areSound: areSound, { format.write(RowTable(task, rows), to: &$0, for: .file) })
    {
      return (fault, false)
    }
    let written = rows?.count ?? task.listing.count
    let away = task.rowCount - written
    let dates = format == .ics ? "\(CalendarWriter.dates(RowTable(task, rows)).count) dates of " : ""
    let words = "\(dates)\(counted(written)) written to \(task.path)"
    return (away > 0 ? "\(words); \(counted(away)) more, marked, filtered away." : "\(words).", true)
  }

  /// Writes a brief; says how it ended.
  static func write(
    _ task: BriefTask, areSound: () -> Bool = { true }
  ) -> (words: String, isDone: Bool) {
    if let fault = publish(task.path, areSound: areSound, { write(task.brief(), as: task.format, to: &$0) }) {
      return (fault, false)
    }
    let count = task.count
    return (
      "A brief about \(count == 1 ? "1 cluster" : "\(count) clusters") is written to \(task.path).", true
    )
  }

  /// Writes a brief in a format.
  static func write(_ brief: Brief, as format: BriefTask.Format, to output: inout some TextOutputStream) {
    switch format {
    case .markdown: BriefMarkdown.write(brief, to: &output)
    case .html: BriefHTML.write(brief, to: &output)
    }
  }

  /// Makes a new file whole or not at all; says what is wrong where it is not made.
  private static func publish(
    _ typed: String, areSound: () -> Bool = { true }, _ write: (inout DraftFile) -> Void
  ) -> String? {
    let path = expanded(typed)
    var status = stat()
    guard lstat(path, &status) != 0 else { return isThere(typed) }
    guard var draft = DraftFile(beside: path) else { return failure(typed) }
    write(&draft)
    guard areSound() else {
      draft.discard()
      return "\(typed) is not written: the cache of its rows is broken; try again once they are read anew."
    }
    return draft.publish(as: path) ? nil : errno == EEXIST ? isThere(typed) : failure(typed)
  }

  private static func counted(_ count: Int) -> String {
    "\(Formatting().count(count)) \(count == 1 ? "row" : "rows")"
  }

  private static func isThere(_ path: String) -> String {
    "\(path) is there already and is not written over; choose another name."
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
  fileprivate init(_ task: ExportTask, _ rows: [Int]?) {
    let all = RowTable(task.listing, columns: task.columns)
    guard let rows else {
      self = all
      asOf = task.asOf
      return
    }
    self.init(columns: all.columns, count: rows.count) { row, column in all.cell(rows[row], column) }
    occasions = { all.occasions?(rows[$0]) ?? [] }
    asOf = task.asOf
  }
}

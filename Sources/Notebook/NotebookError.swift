// Why the notebook cannot be read or written, said so that a person can do something about it.

import GRDB

/// A failure of the notebook; what was confirmed before is still in it.
public struct NotebookError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// What is wrong, without a full stop.
  public let reason: String
  /// What to do about it, without a full stop.
  public let advice: String

  /// Whether the file lies where nothing can be written.
  public let isReadOnly: Bool

  init(_ path: String, _ reason: String, advice: String, isReadOnly: Bool = false) {
    self.path = path
    self.reason = reason
    self.advice = advice
    self.isReadOnly = isReadOnly
  }

  init(_ path: String, _ error: any Error) {
    guard let error = error as? DatabaseError else {
      self.init(path, "\(error)", advice: "look whether the file can be written")
      return
    }
    let reason = error.message ?? "the database fails"
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      self.init(path, "is damaged: \(reason)", advice: "move it away to begin a new one; it is left as it is")
    case .SQLITE_FULL: self.init(path, "cannot grow: the disk is full", advice: "make room and try again")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_IOERR:
      self.init(
        path, "cannot be written: \(reason)", advice: "make its folder one that can be written",
        isReadOnly: true)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(path, "is used by another program for too long", advice: "try again")
    default: self.init(path, reason, advice: "look whether the file can be written")
    }
  }

  /// The same with the path last, for lines that may be cut: `it cannot grow: the disk is full; make room (PATH)`.
  public var reasonFirst: String { "it \(reason); \(advice) (\(path))" }

  /// `PATH: REASON; ADVICE`.
  public var description: String { "\(path): \(reason); \(advice)" }
}

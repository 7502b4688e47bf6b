// What of a file tells that it is another of the same name, or has changed.

import Glibc

/// A file as it is at one moment.
public struct FileStamp: Equatable, Sendable {
  private let device: UInt64
  private let inode: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// Looks at a file; nil where there is none, or none that can be looked at.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  /// Whether nothing is in it.
  var isEmpty: Bool { size == 0 }

  /// Whether both are of one file, whatever was written into it in between.
  func isSameFile(as other: FileStamp?) -> Bool { device == other?.device && inode == other?.inode }
}

/// What of a notebook tells that somebody has written into it.
public struct NotebookStamp: Equatable, Sendable {
  private let file: FileStamp?
  /// What is not in the file yet; reading alone leaves an empty one for a moment.
  private let log: FileStamp?

  /// Looks at a notebook and the log beside it.
  public init(_ path: String) {
    file = FileStamp(path)
    log = FileStamp("\(path)-wal").flatMap { $0.isEmpty ? nil : $0 }
  }
}

// What of a file tells that it is another of the same name, or has changed.

import Glibc

/// A file as it is at one moment.
public struct FileStamp: Equatable, Sendable {
  private let device: UInt64
  private let inode: UInt64
  private let size: Int64
  private let seconds: Int

  /// Looks at a file; nil where there is none, or none that can be looked at.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
  }

  /// Whether both are of one file, whatever was written into it in between.
  func isSameFile(as other: FileStamp?) -> Bool { device == other?.device && inode == other?.inode }
}

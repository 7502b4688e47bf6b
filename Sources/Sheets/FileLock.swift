// Tells files and folders that are in use from those that were left behind by a program that is gone.

import Glibc

/// A lock on a file or folder; the system takes it back when the program ends, however it ends.
public final class FileLock: Sendable {
  private let descriptor: Int32

  /// Locks a regular file, or a folder, without waiting.
  ///
  /// Nil where there is none, where it is not the user's own, or where somebody else holds it.
  public init?(_ path: String, isFolder: Bool = false) {
    // Some network drives lock only what is open for writing, which a folder never is.
    let access = isFolder ? O_RDONLY : O_RDWR
    descriptor = open(path, access | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0,
      status.st_mode & S_IFMT == (isFolder ? S_IFDIR : S_IFREG), status.st_uid == geteuid(),
      Self.take(descriptor, at: path)
    else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Locks what was opened at a path; false where somebody else did so first, or has taken it away since.
  static func take(_ descriptor: Int32, at path: String) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
    var (opened, named) = (stat(), stat())
    return fstat(descriptor, &opened) == 0 && lstat(path, &named) == 0 && opened.st_ino == named.st_ino
      && opened.st_dev == named.st_dev
  }
}

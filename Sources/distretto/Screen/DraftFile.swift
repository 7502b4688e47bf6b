// A file that has no name until it is whole, so that whatever ends the program leaves nothing half-written.

import Glibc

/// A file that is written in large pieces; what fails is told at the end.
struct DraftFile: TextOutputStream {
  private let descriptor: Int32
  /// Where the system knows no files without names.
  private let name: String?
  private var buffer: [UInt8] = []
  private var error: Int32 = 0

  /// `O_TMPFILE`, which is no plain number in the system's headers.
  private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY

  /// Begins a file in the folder of another; nil where that is refused, `errno` says why.
  init?(beside path: String) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let nameless = open(folder, O_WRONLY | O_CLOEXEC | Self.nameless, 0o666)
    if nameless >= 0 {
      descriptor = nameless
      name = nil
      return
    }
    let name = "\(path).part\(getpid())"
    let named = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard named >= 0 else { return nil }
    descriptor = named
    self.name = name
  }

  mutating func write(_ text: String) {
    guard error == 0 else { return }
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

  /// Gives up the file, which leaves nothing.
  func discard() {
    if let name { unlink(name) }
    close(descriptor)
  }

  /// Gives the file its name once all of it is on the disk, unless there is such a file; `errno` says why not.
  mutating func publish(as path: String) -> Bool {
    flush()
    if error == 0, fsync(descriptor) != 0 { error = errno }
    if error == 0, !put(at: path) { error = errno }
    discard()
    errno = error
    return error == 0
  }

  private func put(at path: String) -> Bool {
    guard let name else {
      return linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
    }
    if link(name, path) == 0 { return true }
    // Some file systems have no links.
    guard errno == EPERM || errno == ENOTSUP else { return false }
    var status = stat()
    guard lstat(path, &status) != 0 else {
      errno = EEXIST
      return false
    }
    return rename(name, path) == 0
  }
}

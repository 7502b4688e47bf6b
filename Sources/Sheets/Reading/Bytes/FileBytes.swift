// The bytes of a regular file, a named pipe or standard input; nothing else is read.

import Glibc

/// An open file; closed when nobody holds it any more.
final class FileBytes: ByteStream {
  let path: String
  let size: Int?
  private(set) var consumed = 0
  /// Whether bytes can be read at any place, not only one after the other.
  let isRegular: Bool
  /// Bytes that were read one after the other.
  private var readInOrder = 0
  private let descriptor: Int32
  private let isStandardInput: Bool
  /// A pipe whose writer has not come yet reads as ended; it must be waited for once.
  private var awaitsWriter: Bool

  init(_ path: String) throws(SheetError) {
    isStandardInput = path == "-"
    let descriptor = try Self.open(path)
    do throws(SheetError) {
      let status = try Self.status(descriptor, path)
      isRegular = status.st_mode & S_IFMT == S_IFREG && (path != "-" || lseek(descriptor, 0, SEEK_CUR) == 0)
      size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    } catch {
      if path != "-" { close(descriptor) }
      throw error
    }
    self.path = path
    self.descriptor = descriptor
    awaitsWriter = !isRegular
    if isRegular { _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL) }
  }

  deinit { if !isStandardInput { close(descriptor) } }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SheetError) -> Int {
    if awaitsWriter { awaitWriter() }
    let got = try retrying { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
    consumed += got
    readInOrder += got
    if got == 0, !buffer.isEmpty, isRegular, let size, readInOrder < size {
      throw SheetError(
        path, "became shorter while it was read", advice: "open it again once nobody writes it any more")
    }
    return got
  }

  /// Reads at `offset`, filling the buffer unless the file ends; only for regular files.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SheetError) -> Int {
    guard offset >= 0 else { return 0 }
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let (place, overflows) = offset.addingReportingOverflow(count)
      guard !overflows else { return count }
      let got = try retrying { pread(descriptor, rest.baseAddress, rest.count, place) }
      guard got > 0 else { break }
      count += got
    }
    consumed += count
    return count
  }

  var isReady: Bool {
    if isRegular { return true }
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 150) != 0
  }

  private func awaitWriter() {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, -1) < 0, errno == EINTR {}
    awaitsWriter = false
  }

  private func retrying(_ call: () -> Int) throws(SheetError) -> Int {
    while true {
      let got = call()
      if got >= 0 { return got }
      let code = errno
      guard code == EINTR else {
        throw SheetError(
          path, "cannot be read on: \(words(code))", advice: "check the disk or the connection")
      }
    }
  }
}

extension FileBytes {
  private static func open(_ path: String) throws(SheetError) -> Int32 {
    if path == "-" { return 0 }
    // A zero byte would cut the path silently and open another file.
    guard !path.isEmpty, !path.utf8.contains(0) else { throw failure(ENOENT, path) }
    // Without O_NONBLOCK opening a pipe would wait here until somebody writes to it.
    let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno, path) }
    let flags = fcntl(descriptor, F_GETFL)
    _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK)
    return descriptor
  }

  private static func status(_ descriptor: Int32, _ path: String) throws(SheetError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno, path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFIFO: return status
    case S_IFSOCK where path == "-": return status
    case S_IFDIR: throw SheetError(path, "is a folder", advice: "name a file in it")
    case S_IFSOCK: throw SheetError(path, "is a socket", advice: "name a regular file or a pipe")
    default: throw device(path)
    }
  }

  private static func device(_ path: String) -> SheetError {
    path == "-"
      ? SheetError(
        path, "standard input is a terminal or device", advice: "name a file or send one by a pipe")
      : SheetError(path, "is a device", advice: "name a regular file or a pipe")
  }

  private static func failure(_ code: Int32, _ path: String) -> SheetError {
    switch code {
    case ENOENT, ENOTDIR:
      SheetError(path, "there is no such file", advice: "check the name and the folder")
    case EACCES, EPERM:
      SheetError(path, "may not be read", advice: "ask its owner for permission, or copy it")
    case ENXIO: SheetError(path, "is a socket or a device without a driver", advice: "name a regular file")
    case EMFILE, ENFILE:
      SheetError(
        path, "too many files are open at once", advice: "allow more with ulimit -n, or open fewer")
    default: SheetError(path, "cannot be opened: \(words(code))", advice: "check the name and the disk")
    }
  }
}

/// The system's words for an error.
private func words(_ code: Int32) -> String {
  var buffer = [CChar](repeating: 0, count: 256)
  guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
  let text = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  return text.isEmpty ? "error \(code)" : text.lowercased()
}

// Reads regular files whole and nothing else: a pipe, a device or a folder named as a table must not hang or flood.

import Glibc

/// Why a file was not read.
enum DataFileError: Error {
  case missing
  case folder
  case notRegular
  case tooLarge(bytes: Int)
  case system(String)

  /// A sentence's end: what is wrong with the file.
  var reason: String {
    switch self {
    case .missing: "there is no such file"
    case .folder: "is a folder, not a file"
    case .notRegular: "is a pipe, socket or device, not a regular file"
    case .tooLarge(let bytes): "has \(bytes) bytes, more than the \(DataFile.largest) that are read"
    case .system(let words): "cannot be read: \(words)"
    }
  }
}

enum DataFile {
  /// The largest file that is read whole, in bytes.
  static let largest = 2_000_000_000

  /// The bytes of a regular file; never waits for a writer.
  static func read(_ path: String) throws(DataFileError) -> [UInt8] {
    // A zero byte would cut the path silently and open another file.
    guard !path.utf8.contains(0) else { throw .missing }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .folder
    default: throw .notRegular
    }
    let size = Int(status.st_size)
    guard size <= largest else { throw .tooLarge(bytes: size) }
    return try contents(of: descriptor, expecting: size)
  }

  private static func contents(of descriptor: Int32, expecting size: Int) throws(DataFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = size + 1  // One more than stated, so that the end is seen without growing.
    var failed: Int32 = 0
    repeat {
      let start = bytes
      var ended = false
      bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        _ = buffer.update(fromContentsOf: start)
        count = start.count
        while count < buffer.count, !ended {
          let got = Self.read(descriptor, into: buffer, from: count)
          if got < 0 { failed = errno }
          ended = got <= 0
          count += max(0, got)
        }
      }
      if ended { break }
      capacity *= 2  // The file grew while it was read.
    } while bytes.count <= largest
    guard failed == 0 else { throw failure(failed) }
    guard bytes.count <= largest else { throw .tooLarge(bytes: bytes.count) }
    return bytes
  }

  private static func read(_ descriptor: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>, from: Int)
    -> Int
  {
    while true {
      let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[from...])
      let got = Glibc.read(descriptor, rest.baseAddress, rest.count)
      if got >= 0 || errno != EINTR { return got }
    }
  }

  private static func failure(_ number: Int32) -> DataFileError {
    switch number {
    case ENOENT, ENOTDIR: .missing
    case ENXIO: .notRegular
    default: .system(String(cString: strerror(number)))
    }
  }
}

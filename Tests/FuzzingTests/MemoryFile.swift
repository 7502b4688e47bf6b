// Files that go away by themselves, for readers that want a path.

import Glibc

/// A file without a name in any folder; gone with the object.
final class MemoryFile {
  private let descriptor: Int32

  init(_ bytes: [UInt8]) {
    var template = Array(("/tmp/fuzzed-" + String(repeating: "X", count: 6)).utf8CString)
    descriptor = mkstemp(&template)
    unlink(template)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done, done)
      }
      if count <= 0 { break }
      done += count
    }
  }

  deinit { close(descriptor) }

  var path: String { "/proc/self/fd/\(descriptor)" }
}

/// A folder for files that need names; goes away with the object.
final class MemoryFolder {
  let path: String
  private var names: [String] = []

  init() {
    var template = Array(("/tmp/fuzzed-" + String(repeating: "X", count: 6)).utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  func write(_ name: String, _ bytes: [UInt8]) {
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    if !names.contains(name) { names.append(name) }
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
  }
}

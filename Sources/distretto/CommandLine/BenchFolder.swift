// A temporary folder for a measurement: the made file and the caches, gone with it.

import Glibc

/// A folder that is removed with the object.
final class BenchFolder {
  let path: String

  init() throws(Failure) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let name = "distretto-bench-" + String(repeating: "X", count: 6)
    var template = Array("\(parent.isEmpty ? "/tmp" : parent)/\(name)".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .unreadable("no temporary folder can be made: \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Removes a folder in it.
  func remove(_ name: String) { Self.remove("\(path)/\(name)") }

  /// Makes a list of members with so many rows, and gives back its path.
  func makeMembers(_ rows: Int) throws(Failure) -> String {
    let file = "\(path)/members.csv"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    defer { if descriptor >= 0 { close(descriptor) } }
    guard descriptor >= 0, BenchMembers(rows: rows).write({ Self.put($0, descriptor) }) else {
      throw .unreadable("\(file): cannot be written: \(String(cString: strerror(errno)))")
    }
    return file
  }

  private static func put(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func remove(_ path: String) {
    if let directory = opendir(path) {
      var names: [String] = []
      while let entry = readdir(directory) {
        names.append(
          withUnsafePointer(to: &entry.pointee.d_name) { name in
            name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
          })
      }
      closedir(directory)
      for name in names where name != "." && name != ".." { remove("\(path)/\(name)") }
    }
    Glibc.remove(path)
  }
}

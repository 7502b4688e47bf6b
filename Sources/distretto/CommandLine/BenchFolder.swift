// A temporary folder for a measurement: the made file and the caches, gone with it.

import Glibc
import Sheets

/// A folder that is removed with the object.
final class BenchFolder: Sendable {
  let path: String
  /// Tells other measurements that the folder is in use.
  private let lock: FileLock?

  private static let prefix = "distretto-bench-"

  init() throws(Failure) {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let parent = named.isEmpty ? "/tmp" : named
    Self.sweep(parent)
    var (path, lock) = try Self.make(in: parent)
    // Another measurement that began at the same moment may have swept a folder that was not locked yet.
    while lock == nil, access(path, F_OK) != 0 { (path, lock) = try Self.make(in: parent) }
    (self.path, self.lock) = (path, lock)
  }

  private static func make(in parent: String) throws(Failure) -> (path: String, lock: FileLock?) {
    var template = Array("\(parent)/\(prefix)\(String(repeating: "X", count: 6))".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .unreadable("no temporary folder can be made: \(String(cString: strerror(errno)))")
    }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (path, FileLock(path, isFolder: true))
  }

  deinit { Self.remove(path) }

  /// Removes what measurements left that were killed.
  private static func sweep(_ parent: String) {
    for name in FolderListing.names(in: parent)
    where name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6 {
      let folder = "\(parent)/\(name)"
      guard let lock = FileLock(folder, isFolder: true) else { continue }
      withExtendedLifetime(lock) { remove(folder) }
    }
  }

  /// From now on the folder goes too where the program is ended by Ctrl-C, TERM or HUP.
  ///
  /// To be called before there are other threads, which would else be ended by the signals.
  func goWithSignals() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] where !Self.isIgnored(signal) { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let (path, awaited) = (path, signals)
    Threads.start {
      var (signals, signal) = (awaited, Int32(0))
      guard sigwait(&signals, &signal) == 0 else { return }
      // Others may still be writing into it.
      for _ in 0..<1000 where access(path, F_OK) == 0 { Self.remove(path) }
      _exit(128 + signal)
    }
  }

  /// Whether our parent chose that a signal does nothing, as nohup does.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    return sigaction(signal, nil, &action) == 0
      && unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

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
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      for name in FolderListing.names(in: path) { remove("\(path)/\(name)") }
    }
    Glibc.remove(path)
  }
}

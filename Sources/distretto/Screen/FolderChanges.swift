// Notices that files of a folder change, without looking again and again.

import Glibc
import Sheets

/// A folder that is watched.
struct FolderChanges: ~Copyable {
  private let descriptor: Int32

  /// Nil where the folder cannot be watched: changes are then seen at the next start.
  private init?(folder: String) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let events =
      IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF
    guard inotify_add_watch(descriptor, folder, UInt32(events)) >= 0 else {
      close(descriptor)
      return nil
    }
    // Data packages may keep their tables one level down.
    for name in Self.subfolders(of: folder) {
      inotify_add_watch(descriptor, "\(folder)/\(name)", UInt32(events) | UInt32(IN_ONLYDIR))
    }
    self.descriptor = descriptor
  }

  /// More than a dataset has; a folder of a thousand others is not followed into all of them.
  private static let mostSubfolders = 32

  private static func subfolders(of folder: String) -> [String] {
    guard let entries = opendir(folder) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries), names.count < mostSubfolders {
      guard entry.pointee.d_type == DT_DIR else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  deinit { close(descriptor) }

  /// Tells of changes of a folder, each once nothing more has come for so many milliseconds, `rounds` further changes
  /// later at the latest, and when it is gone; returns where the folder cannot be watched to begin with.
  ///
  /// A folder that is replaced, as by a checkout, is another one: it is looked for by its name.
  static func follow(
    _ folder: String, settled milliseconds: Int32, rounds: Int = .max, _ tell: () -> Void
  ) {
    guard var changes = FolderChanges(folder: folder) else { return }
    while true {
      while changes.wait(milliseconds, rounds) { tell() }
      tell()
      var pause: UInt32 = 500
      while true {
        Threads.pause(milliseconds: pause)
        if let found = FolderChanges(folder: folder) {
          changes = found
          break
        }
        // Most often it comes again at once, as with a checkout.
        pause = min(pause * 2, 2000)
      }
      tell()
    }
  }

  /// Waits for a change; false once the folder itself is gone.
  private func wait(_ milliseconds: Int32, _ rounds: Int) -> Bool {
    var rest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    for _ in 0..<rounds {
      guard take() else { return false }
      guard poll(&rest, 1, milliseconds) > 0 else { break }
    }
    return true
  }

  /// Takes the events that are waiting, or the next one; false where the folder is gone.
  private func take() -> Bool {
    let gone = UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT)
    return withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      guard count > 0 else { return false }
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= count {
        let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
        if event.mask & gone != 0 { return false }
        offset += MemoryLayout<inotify_event>.size + Int(event.len)
      }
      return true
    }
  }
}

// Notices that files of a folder change, without looking again and again.

import Glibc

/// Waits for changes in a folder.
struct FolderChanges: ~Copyable {
  private let descriptor: Int32

  /// Nil where the folder cannot be watched: changes are then seen at the next start.
  init?(folder: String) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let events = IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE
    guard inotify_add_watch(descriptor, folder, UInt32(events)) >= 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Returns once something has changed and nothing more for so many milliseconds, after `rounds` further changes at
  /// the latest; false where nothing can come any more.
  func wait(settled milliseconds: Int32, rounds: Int = .max) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    guard read(descriptor, &buffer, buffer.count) > 0 else { return false }
    var rest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    for _ in 0..<rounds {
      guard poll(&rest, 1, milliseconds) > 0 else { break }
      guard read(descriptor, &buffer, buffer.count) > 0 else { return false }
    }
    return true
  }
}

// Stdout: written in large pieces; a closed pipe ends the program quietly, a full disk loudly.

import Glibc
import Sheets

/// A buffered stdout.
struct StandardOutput: TextOutputStream {
  private static let limit = 1 << 16

  private var buffer: [UInt8] = []

  mutating func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.limit { flush() }
  }

  /// Writes what is held back.
  mutating func flush() {
    // Nothing that was found after a loss is written, since zeros may have been read in place of what is lost.
    guard CacheLosses.count == 0 else { Self.endWithLosses() }
    var position = 0
    while position < buffer.count {
      let written = buffer[position...].withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { Self.end(errno) }
      position += written
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func endWithLosses() -> Never {
    let folder = Settings.current.cacheFolder ?? "the cache"
    Words.complain(
      "a file in \(folder) was cut or cannot be read any more, so the rest is not written; run the command again,"
        + " which then reads the data themselves")
    exit(ExitCodes.unreadable)
  }

  private static func end(_ reason: Int32) -> Never {
    guard reason != EPIPE else { exit(ExitCodes.fine) }
    Words.complain("the output cannot be written: \(String(cString: strerror(reason)))")
    exit(ExitCodes.unreadable)
  }
}

/// Where rows go to, as far as it changes how they are written.
struct Destination: Sendable {
  /// A file or a pipe.
  static let file = Destination(isTerminal: false, columns: nil)

  /// Whether people see it at once, so that nothing in it may be obeyed.
  let isTerminal: Bool
  /// The width of the terminal, where it is known.
  let columns: Int?

  /// Where stdout goes.
  static var standardOutput: Destination {
    guard isatty(STDOUT_FILENO) == 1 else { return .file }
    return Destination(isTerminal: true, columns: terminalSize?.columns)
  }

  /// The size of the terminal on stdout or stderr.
  static var terminalSize: (columns: Int, rows: Int)? {
    for descriptor in [STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO] {
      var size = winsize()
      if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return (Int(size.ws_col), Int(size.ws_row))
      }
    }
    return nil
  }
}

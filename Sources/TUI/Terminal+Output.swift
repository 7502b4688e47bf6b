// Frames out: one write for each, and patience with a terminal that does not take it all at once.

import CNcurses
import Glibc

extension Terminal {
  /// Shows a frame; while the terminal still takes an earlier one, only the latest is kept for later.
  public func present(_ frame: Frame) {
    guard isOpen else { return }
    guard tail.isEmpty || !hasPainted else {
      skipped = frame
      return
    }
    hasPainted = true
    skipped = nil
    let bytes = screen.paint(frame)
    if !bytes.isEmpty { tail += modes.frameStart + bytes + modes.frameEnd }
    flush()
  }

  /// Has everything sent again with the next frame, which the loop asks for at once.
  public func repaint() {
    screen.forget()
    wake()
  }

  /// Puts a text on the user's clipboard through the terminal; `false` when it is too long or cannot be done.
  @discardableResult
  public func copy(_ text: String) -> Bool {
    let encoded = Base64.encode(Array(text.utf8))
    // What most terminals accept in one piece.
    guard isOpen, screen.type.hasPrivateModes, encoded.count <= 74_994 else { return false }
    let plain = Array("\u{1B}]52;c;".utf8) + encoded + [0x07]
    send(plain)
    // tmux may be set to ignore the plain form and still to pass this one on.
    if environment("TMUX") != nil {
      send(Array("\u{1B}Ptmux;\u{1B}".utf8) + plain + Array("\u{1B}\\".utf8))
    }
    return true
  }

  func send(_ bytes: [UInt8]) {
    tail += bytes
    flush()
  }

  /// Writes as much as the terminal takes now.
  func flush() {
    while !tail.isEmpty {
      let count = tail.withUnsafeBytes { write(tty, $0.baseAddress, $0.count) }
      if count > 0 {
        tail = tail.dropFirst(count)
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        tail = []
      }
    }
    tail = []
    if let frame = skipped { present(frame) }
  }

  /// Writes everything, but waits no longer than a moment for a terminal that has stopped taking it.
  func flushPatiently() {
    skipped = nil
    flush()
    var wait = pollfd(fd: tty, events: Int16(POLLOUT), revents: 0)
    while !tail.isEmpty, poll(&wait, 1, 300) > 0 { flush() }
    tail = []
  }
}

/// Bytes as letters, as the clipboard sequence wants them.
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let letter = letters[Int(value >> (18 - 6 * place) & 63)]
        encoded.append(place <= group.count ? letter : UInt8(ascii: "="))
      }
    }
    return encoded
  }
}

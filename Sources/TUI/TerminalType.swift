// What follows from a terminal's name and from the environment, without asking the terminal.

/// A kind of terminal, by the name in `TERM`.
struct TerminalType: Hashable, Sendable {
  /// The name.
  let name: String

  /// Descriptions to try, the best first: not every machine has those of newer terminals.
  var candidates: [String] {
    var names = [name]
    if isOne(of: ["tmux", "screen"]) {
      names.append("screen-256color")
    } else if isOne(of: ["xterm", "alacritty", "foot", "kitty", "ghostty", "wezterm", "contour", "rio"]) {
      names.append("xterm-256color")
    }
    return names + ["xterm", "vt100"].filter { !names.contains($0) }
  }

  /// The description with direct colour, where the name says that one fits.
  var directCandidates: [String] {
    guard isOne(of: ["xterm", "alacritty", "foot", "kitty", "ghostty", "wezterm", "contour", "rio"]) else {
      return []
    }
    let base = name.hasSuffix("-256color") ? String(name.dropLast(9)) : name
    return base == "xterm" ? ["xterm-direct"] : ["\(base)-direct", "xterm-direct"]
  }

  /// Whether it ignores or knows the private modes of xterm: mouse, marked paste, frames shown at once.
  var hasPrivateModes: Bool { !isOne(of: ["linux", "vt", "dumb", "ansi", "sun", "cons", "hurd"]) }

  private func isOne(of prefixes: [String]) -> Bool {
    prefixes.contains { name.hasPrefix($0) }
  }

  /// The depth for a number of colours.
  static func depth(colors: Int) -> ColorDepth {
    switch colors {
    case ..<8: .mono
    case ..<256: .ansi16
    case 256...0xFFFF: .indexed256
    default: .direct
    }
  }
}

/// Why there is no terminal to draw on.
public struct TerminalError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and, where the terminal can be told otherwise, how; one sentence without its full stop.
  public let description: String

  static let none = TerminalError(
    description: "there is no terminal: standard input is none and /dev/tty cannot be opened")

  static let unset = TerminalError(
    description: "TERM is not set, so nothing is known of the terminal; set TERM=xterm-256color")

  static func unknown(_ name: String) -> TerminalError {
    TerminalError(
      description: "TERM is \"\(name)\", which this machine has no description of; set TERM=xterm-256color")
  }

  static func plain(_ name: String) -> TerminalError {
    TerminalError(
      description: "TERM is \"\(name)\", which cannot address the screen; set TERM=xterm-256color")
  }

  static let crowded = TerminalError(
    description: "too many files are open at once to open the terminal; allow more with ulimit -n")

  static let modes = TerminalError(description: "the terminal cannot be switched to raw input")
}

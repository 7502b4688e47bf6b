// The byte strings that switch a terminal's modes, and what its keys send.

/// What to send to one kind of terminal on entering and leaving the screen.
struct TerminalModes: Sendable {
  /// Asks for mouse events.
  let mouseOn: [UInt8]
  /// Asks for none.
  let mouseOff: [UInt8]
  /// Goes before a frame, so that it is shown at once.
  let frameStart: [UInt8]
  /// Goes after it.
  let frameEnd: [UInt8]
  private let pasteOn: [UInt8]
  private let pasteOff: [UInt8]
  private let keypadOn: [UInt8]
  private let keypadOff: [UInt8]
  private let screenOff: [UInt8]

  /// The strings for the terminal of a screen.
  @TerminalActor
  init(screen: TerminalScreen) {
    let isPrivate = screen.type.hasPrivateModes
    func bytes(_ text: String) -> [UInt8] { isPrivate ? Array(text.utf8) : [] }
    mouseOn = bytes("\u{1B}[?1000h\u{1B}[?1006h")
    mouseOff = bytes("\u{1B}[?1006l\u{1B}[?1000l")
    frameStart = bytes("\u{1B}[?2026h")
    frameEnd = bytes("\u{1B}[?2026l")
    pasteOn = bytes("\u{1B}[?2004h")
    pasteOff = bytes("\u{1B}[?2004l")
    keypadOn = screen.string("smkx") ?? []
    keypadOff = screen.string("rmkx") ?? []
    let normal = (screen.string("sgr0") ?? []) + (screen.string("cnorm") ?? [])
    // Where there is no second screen, the prompt goes below the page.
    screenOff = normal + (screen.string("rmcup") ?? Array("\u{1B}[999;1H\r\n".utf8))
  }

  /// What to send before the first frame.
  func entering(mouse: Bool) -> [UInt8] { keypadOn + pasteOn + (mouse ? mouseOn : []) }

  /// What undoes it; harmless where a mode is not on.
  var leaving: [UInt8] { frameEnd + mouseOff + pasteOff + keypadOff }

  /// What leaves the screen without asking ncurses, as after a crash.
  var abandoning: [UInt8] { leaving + screenOff }

  /// What this terminal's keys send, by its description and its line settings.
  @TerminalActor
  func sequences(of screen: TerminalScreen, erase: UInt8) -> [(bytes: [UInt8], key: Key)] {
    var sequences = Self.names.compactMap { name, key in
      screen.string(name).map { (bytes: $0, key: key) }
    }
    sequences += (1...12).compactMap { number in
      screen.string("kf\(number)").map { (bytes: $0, key: .function(number)) }
    }
    // A lone printable byte, or Esc itself, can only be a mistake in the description.
    sequences.removeAll { $0.bytes.count < 3 || $0.bytes.first != 0x1B }
    if erase == 0x08 { sequences.append((bytes: [0x08], key: .backspace)) }
    return sequences
  }

  private static let names: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
    ("kich1", .insert), ("kdch1", .delete), ("kpp", .pageUp), ("knp", .pageDown), ("kcbt", .backTab),
    ("kent", .enter),
  ]
}

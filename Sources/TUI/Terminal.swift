// The terminal as the rest of the program sees it: open, show frames, run the loop, close.

import CNcurses
import Glibc

/// The terminal that the program runs in; the only owner of its screen, modes and input.
@TerminalActor
public final class Terminal {
  /// What the user may choose.
  public struct Options: Sendable {
    /// Whether mouse events are asked for.
    public var mouse: Bool
    /// Whether to spell frames in ASCII even where the terminal shows more.
    public var ascii: Bool

    /// Options; all have a default.
    public init(mouse: Bool = true, ascii: Bool = false) {
      self.mouse = mouse
      self.ascii = ascii
    }
  }

  /// Width and height now.
  public internal(set) var size: Size
  /// How many colours there are.
  public var depth: ColorDepth { screen.depth }
  /// Whether it shows more than ASCII; if not, frames are spelled in ASCII.
  public let isUTF8: Bool

  /// Whether mouse events are sent; while they are, the terminal's own selection of text needs Shift.
  public var mouse: Bool {
    didSet {
      guard mouse != oldValue, isOpen else { return }
      guardScreen()
      send(mouse ? modes.mouseOn : modes.mouseOff)
    }
  }

  let tty: Int32
  let screen: TerminalScreen
  let modes: TerminalModes
  var parser: KeyParser
  /// Bytes that the terminal has not taken yet.
  var tail: ArraySlice<UInt8> = []
  /// The latest frame that came while bytes were waiting.
  var skipped: Frame?
  /// Events that did not come from outside.
  var ownEvents: [InputEvent] = []
  var deadline: ContinuousClock.Instant?
  /// Whether the screen was entered: bytes before that are no reason to skip a frame.
  var hasPainted = false
  var isWoken = false
  var isStopAsked = false
  var isInputOpen = true
  var isOpen = true

  /// Takes in hand what ends the program by a crash, until then without effect.
  ///
  /// To be called before others set handlers for faults that they mend: theirs must be asked first.
  public nonisolated static func watchForCrashes() { cn_guard_install() }

  /// Takes over the terminal; to be called on the main thread, before the loop.
  public static func open(_ options: Options = Options()) throws(TerminalError) -> Terminal {
    let tty = cn_tty_open()
    do throws(TerminalError) {
      guard tty >= 0 else { throw .none }
      // Without its pipe the loop would hear of no signal and no result.
      guard TerminalActor.executor.wakeInput >= 0 else { throw .crowded }
      return try Terminal(tty: tty, options: options)
    } catch {
      if tty >= 0 { Glibc.close(tty) }
      throw isCrowded ? .crowded : error
    }
  }

  /// Whether so few files can be opened that a terminal cannot be, which ncurses and /dev/tty tell in other words.
  private static var isCrowded: Bool {
    let descriptors = (0..<needed).map { _ in Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC) }
    let isShort = descriptors.last == -1 && (errno == EMFILE || errno == ENFILE)
    for descriptor in descriptors where descriptor >= 0 { Glibc.close(descriptor) }
    return isShort
  }

  /// The terminal, the screen's two files, and a description.
  private static let needed = 4

  private init(tty: Int32, options: Options) throws(TerminalError) {
    let isUTF8 = cn_locale_is_utf8() != 0 && !options.ascii
    guard let name = environment("TERM") else { throw .unset }
    let type = TerminalType(name: name)
    let size = Self.size(of: tty) ?? Size(columns: 80, rows: 24)
    let screen = try TerminalScreen(
      type: type, size: size, depth: Self.limit, wantsDirect: Self.wantsDirect, isUTF8: isUTF8)
    let modes = TerminalModes(screen: screen)
    parser = KeyParser(
      sequences: modes.sequences(of: screen, erase: UInt8(truncatingIfNeeded: cn_tty_erase(tty))))
    guard cn_tty_raw(tty) == 0 else { throw .modes }
    self.tty = tty
    self.isUTF8 = isUTF8
    self.size = size
    self.screen = screen
    self.modes = modes
    mouse = options.mouse
    cn_signals_on(TerminalActor.executor.wakeOutput)
    cn_stderr_hide()
    guardScreen()
    // Sent together with the first frame.
    tail = modes.entering(mouse: mouse)[...]
  }

  /// Gives the terminal back as it was; what was written to standard error meanwhile follows.
  public func close() {
    guard isOpen else { return }
    leaveScreen()
    isOpen = false
    cn_signals_off()
    cn_stderr_show()
    Glibc.close(tty)
  }

  /// The most colours that the environment lets us use.
  private static var limit: ColorDepth {
    if environment("NO_COLOR") != nil { return .mono }
    return wantsDirect ? .direct : .indexed256
  }

  private static var wantsDirect: Bool {
    ["truecolor", "24bit"].contains(environment("COLORTERM")) && environment("NO_COLOR") == nil
  }

  static func size(of tty: Int32) -> Size? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard cn_tty_size(tty, &rows, &columns) == 0 else { return nil }
    return Size(columns: Int(columns), rows: Int(rows))
  }
}

/// A variable of the environment that is set and not empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

// The screen without a terminal, for tests: the same painting, read back as text and as bytes.

import CNcurses

extension Terminal {
  /// A screen in memory that behaves as a terminal of this kind would.
  public static func headless(
    size: Size, term: String = "xterm-256color", isUTF8: Bool = true
  ) throws(TerminalError) -> HeadlessTerminal {
    try HeadlessTerminal(size: size, term: term, isUTF8: isUTF8)
  }
}

/// A terminal that nobody sees.
@TerminalActor
public final class HeadlessTerminal {
  /// Width and height now.
  public private(set) var size: Size
  /// What the last frame would have sent to the terminal.
  public private(set) var bytes: [UInt8] = []
  /// How many colours this kind of terminal has.
  public var depth: ColorDepth { screen.depth }
  private let screen: TerminalScreen

  fileprivate init(size: Size, term: String, isUTF8: Bool) throws(TerminalError) {
    cn_locale_set_utf8()
    self.size = size
    screen = try TerminalScreen(
      type: TerminalType(name: term), size: size, depth: nil, wantsDirect: false, isUTF8: isUTF8)
  }

  /// Shows a frame.
  public func present(_ frame: Frame) { bytes = screen.paint(frame) }

  /// Changes the size, as a window does.
  public func resize(_ size: Size) {
    self.size = size
    screen.resize(size)
  }

  /// Has everything sent again with the next frame.
  public func repaint() { screen.forget() }

  /// What a row shows, as ncurses holds it, trailing blanks included.
  public func text(row: Int) -> String { screen.text(row: row) }
}

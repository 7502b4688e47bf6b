// Frames to bytes: ncurses compares a frame with what the terminal shows and says what to send.

import CNcurses

/// A screen in memory; with a terminal or, in tests, without one.
@TerminalActor
final class TerminalScreen {
  let type: TerminalType
  let depth: ColorDepth
  private let colors: Int
  private let isUTF8: Bool
  private let screen: OpaquePointer
  private var cells: [cn_cell] = []

  /// A screen for a terminal, by the first description found.
  init(
    type: TerminalType, size: Size, depth limit: ColorDepth?, wantsDirect: Bool, isUTF8: Bool
  ) throws(TerminalError) {
    guard cn_type_check(type.name) != 0 else { throw .plain(type.name) }
    let names = (wantsDirect ? type.directCandidates : []) + type.candidates
    guard let screen = Self.open(names, size) else { throw .unknown(type.name) }
    self.type = type
    self.screen = screen
    self.isUTF8 = isUTF8
    colors = Int(cn_screen_number(screen, "colors"))
    depth = min(limit ?? .direct, TerminalType.depth(colors: colors))
  }

  /// A screen by the first description that can be had.
  private static func open(_ names: [String], _ size: Size) -> OpaquePointer? {
    for name in names where cn_type_check(name) > 0 {
      if let screen = cn_screen_open(name, Int32(size.rows), Int32(size.columns)) { return screen }
    }
    return nil
  }

  isolated deinit { cn_screen_free(screen) }

  /// The bytes that turn what the terminal shows into this frame.
  func paint(_ frame: Frame) -> [UInt8] {
    cells.removeAll(keepingCapacity: true)
    cells.reserveCapacity(frame.slots.count)
    // A closure would be asked for its actor at each cell.
    for slot in frame.slots {
      cells.append(cn_cell(base: slot.scalar, style: slot.look, marks: slot.marks))
    }
    if !isUTF8 { spellInASCII() }
    let page = frame.looks[0].style
    let styles = frame.looks.all.map { style(of: $0.style, on: page) }
    let marks = frame.marks.map { Self.marks($0) }
    let cursor = frame.cursor.flatMap { Rect(frame.size).contains($0) ? $0 : nil }
    cn_screen_paint(
      screen, cells, Int32(frame.size.rows), Int32(frame.size.columns), styles, Int32(styles.count), marks,
      Int32(cursor?.row ?? -1), Int32(cursor?.column ?? 0))
    return take()
  }

  func resize(_ size: Size) { cn_screen_resize(screen, Int32(size.rows), Int32(size.columns)) }

  /// Makes the next frame be sent whole.
  func forget() { cn_screen_forget(screen) }

  /// The bytes that leave the screen; the next frame enters it again.
  func end() -> [UInt8] {
    cn_screen_end(screen)
    return take()
  }

  /// A string of the terminal's description.
  func string(_ name: String) -> [UInt8]? {
    let room = 128
    var count: Int32 = -1
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      count = cn_screen_string(screen, name, buffer.baseAddress, Int32(room))
      filled = max(0, Int(count))
    }
    return count < 0 ? nil : bytes
  }

  /// The text of a row as ncurses holds it.
  func text(row: Int) -> String {
    var scalars = [UInt32](repeating: 0, count: 4096)
    let count = cn_screen_read(screen, Int32(row), &scalars, Int32(scalars.count))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.prefix(max(0, Int(count))).compactMap(Unicode.Scalar.init))
    return String(view)
  }

  private func take() -> [UInt8] {
    let waiting = cn_screen_waiting(screen)
    guard waiting > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: waiting) { buffer, count in
      count = cn_screen_take(screen, buffer.baseAddress, waiting)
    }
  }

  private func spellInASCII() {
    for index in cells.indices {
      // The second half of a wide character becomes a cell of its own.
      let base = cells[index].base
      cells[index].base = base == 0 ? 0x20 : UInt32(ASCIIText.character(for: base))
      cells[index].marks = 0
    }
  }

  private static func marks(_ scalars: [Unicode.Scalar]) -> cn_marks {
    let values = scalars.map(\.value) + [0, 0, 0, 0]
    return cn_marks(scalar: (values[0], values[1], values[2], values[3]))
  }
}

extension TerminalScreen {
  /// A style as ncurses takes it; `page` is the style of the page.
  private func style(of style: Style, on page: Style) -> cn_style {
    var shown = NumberedStyle(ink: -1, paper: -1, attributes: style.attributes)
    if depth != .mono {
      (shown.ink, shown.paper) = (number(of: style.foreground), number(of: style.background))
      if colors < 16 {
        shown = EightColors(ink: number(of: page.foreground), paper: number(of: page.background)).style(shown)
      }
    }
    return cn_style(
      foreground: shown.ink, background: shown.paper, attributes: UInt32(shown.attributes.rawValue))
  }

  /// A colour as ncurses numbers it on this terminal.
  private func number(of color: Color?) -> Int32 {
    guard let color else { return -1 }
    switch (color, depth) {
    case (.terminal, _): return -1
    case (.indexed(let index), .direct): return index < 8 ? Int32(index) : direct(RGB.indexed[Int(index)])
    case (.indexed(let index), .indexed256): return Int32(index)
    case (.indexed(let index), _): return Int32(index < 16 ? index : RGB.nearest16(RGB.indexed[Int(index)]))
    case (.rgb(let red, let green, let blue), .direct): return direct(RGB(red, green, blue))
    case (.rgb(let red, let green, let blue), .indexed256):
      return Int32(RGB.nearest256(RGB(red, green, blue)))
    case (.rgb(let red, let green, let blue), _): return Int32(RGB.nearest16(RGB(red, green, blue)))
    }
  }

  /// Descriptions with direct colour keep 0 to 7 for the ANSI colours.
  private func direct(_ color: RGB) -> Int32 {
    let value = Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue)
    return (1..<8).contains(value) ? 8 : value
  }
}

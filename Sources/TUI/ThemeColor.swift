// A colour of a theme's palette and how it is shown where the terminal has fewer colours.

/// The 16 ANSI colours by name, in the order of their numbers.
let ansiNames = [
  "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "brightblack", "brightred",
  "brightgreen", "brightyellow", "brightblue", "brightmagenta", "brightcyan", "brightwhite",
]

/// One colour of a palette: as red, green, blue, and what replaces it at 256 and at 16 colours.
struct ThemeColor: Hashable, Sendable {
  /// What it is where every colour can be shown.
  var direct: Color
  /// Hand-picked for 256 colours; the nearest of 16–255 when left out.
  var indexed256: Color?
  /// Hand-picked for 16 colours; the nearest of 0–15 when left out.
  var ansi16: Color?
  /// Whether 16 colours show the page's own ink instead, and dim: bright black, the only grey, is hardly seen in
  /// some palettes and not there at all where the terminal has 8 colours.
  var isDim16 = false

  /// The terminal's own colour, or an ANSI colour by its name, which is the same at every depth.
  init?(name: String) {
    if name == "terminal" {
      direct = .terminal
    } else if let index = ansiNames.firstIndex(of: name) {
      direct = .indexed(UInt8(index))
    } else {
      return nil
    }
  }

  /// A colour by its `#rrggbb`.
  init?(hex: String) {
    guard let rgb = RGB(hex: hex) else { return nil }
    direct = .rgb(rgb.red, rgb.green, rgb.blue)
  }

  /// A colour written in either way.
  init?(_ text: String) {
    guard let color = ThemeColor(name: text) ?? ThemeColor(hex: text) else { return nil }
    self = color
  }

  /// The colour as a terminal of this depth can be told it; none in mono, nor where it is the page's, dim.
  func color(at depth: ColorDepth) -> Color? {
    switch depth {
    case .mono: nil
    case .direct: direct
    case .indexed256: indexed256 ?? generated(RGB.nearest256)
    case .ansi16: isDim16 ? nil : ansi16 ?? generated(RGB.nearest16)
    }
  }

  private func generated(_ nearest: (RGB) -> UInt8) -> Color {
    guard case .rgb(let red, let green, let blue) = direct else { return direct }
    return .indexed(nearest(RGB(red, green, blue)))
  }
}

// What a style comes to on a real screen, for the lint: colours that the terminal decides are assumed.

/// The terminal's own colours, as the lint assumes them.
struct ThemeGround: Hashable, Sendable {
  let ink: RGB
  let paper: RGB

  /// Dark and light terminals as they mostly are: a near black and black, a near white and white.
  static func assumed(for variant: Theme.Variant) -> [ThemeGround] {
    switch variant {
    case .dark:
      [RGB(18, 18, 22), RGB(0, 0, 0)].map { ThemeGround(ink: RGB(220, 220, 220), paper: $0) }
    case .light:
      [RGB(252, 252, 250), RGB(255, 255, 255)].map { ThemeGround(ink: RGB(30, 30, 30), paper: $0) }
    }
  }

  /// The colours that a style shows.
  ///
  /// The 16 ANSI colours count as xterm's. `dim` counts as two thirds of the way from the paper to the ink, which is
  /// what VTE, Alacritty and xterm draw.
  func shown(_ style: Style) -> (ink: RGB, paper: RGB) {
    var front = color(style.foreground, default: ink)
    var back = color(style.background, default: paper)
    if style.attributes.contains(.reverse) { swap(&front, &back) }
    if style.attributes.contains(.dim) { front = front.mixed(with: back, share: 1.0 / 3) }
    return (front, back)
  }

  private func color(_ color: Color?, default other: RGB) -> RGB {
    switch color {
    case .rgb(let red, let green, let blue): RGB(red, green, blue)
    case .indexed(let index): RGB.indexed[Int(index)]
    case .terminal, nil: other
    }
  }
}

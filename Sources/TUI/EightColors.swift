// The bright half of the 16 colours on terminals that have only the other half.

/// A style in colours as ncurses numbers them; -1 is the terminal's own.
struct NumberedStyle: Equatable {
  var ink: Int32
  var paper: Int32
  var attributes: Attributes = []
}

/// Styles for eight colours, on a page with its own ink and paper.
struct EightColors {
  /// Bright black, and the number that the bright half starts with.
  private static let grey: Int32 = 8
  private let ink: Int32
  private let paper: Int32
  /// The paper of the page as it was asked for.
  private let asked: Int32

  /// For a page with these colours.
  init(ink: Int32, paper: Int32) {
    asked = paper
    self.paper = paper == Self.grey ? -1 : Self.plain(paper)
    self.ink = ink == Self.grey ? -1 : Self.plain(ink)
  }

  /// The style with colours that the terminal has.
  ///
  /// A bright ink is its plain colour, bold. Grey would be bold black, which many terminals show no brighter than a
  /// black page: it is the page's ink, dim where the terminal can. A paper that would be lost in the page, or would
  /// be black in place of grey, is the page turned round.
  func style(_ wanted: NumberedStyle) -> NumberedStyle {
    let isPage = wanted.paper == asked
    if !isPage, wanted.paper == Self.grey || Self.plain(wanted.paper) == paper {
      let attributes = wanted.attributes.subtracting(.dim).union(.reverse)
      return NumberedStyle(ink: ink, paper: paper, attributes: attributes)
    }
    var style = wanted
    style.paper = isPage ? paper : Self.plain(wanted.paper)
    if wanted.ink == Self.grey {
      style.ink = isPage ? ink : Self.readable(on: style.paper)
      if isPage { style.attributes.insert(.dim) }
    } else if wanted.ink > Self.grey {
      style.ink = Self.plain(wanted.ink)
      style.attributes.insert(.bold)
    }
    return style
  }

  private static func plain(_ color: Int32) -> Int32 { color >= grey ? color - grey : color }

  /// Black on green, yellow, cyan and white; white on the others; the terminal's own on its own.
  private static func readable(on color: Int32) -> Int32 {
    color < 0 ? -1 : [2, 3, 6, 7].contains(color) ? 0 : 7
  }
}

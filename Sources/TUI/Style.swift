// How a cell looks: colours and attributes, named by the role that a text plays.

/// What a text is on the page, such as `title` or `label.gold`; a theme gives each role its style.
public struct Role: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// Dotted name; a theme that lacks `a.b.c` uses `a.b`, then `a`, then `text`.
  public let rawValue: String

  /// A role by its dotted name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A role given as a literal.
  public init(stringLiteral value: String) { rawValue = value }
}

/// A colour as a terminal can be told it.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// One of the terminal's palette: 0–15 are the ANSI colours, 16–255 the fixed cube and greys.
  case indexed(UInt8)
  /// Red, green and blue; only for terminals with direct colour.
  case rgb(UInt8, UInt8, UInt8)
}

/// Emphasis that does not need colour.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Attributes by their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Heavier strokes.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter.
  public static let dim = Attributes(rawValue: 2)
  /// Underlined.
  public static let underline = Attributes(rawValue: 4)
  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 8)
  /// Slanted.
  public static let italic = Attributes(rawValue: 16)
}

/// The look of one cell; parts that are `nil` are taken from what lies beneath.
public struct Style: Hashable, Sendable {
  /// Colour of the text.
  public var foreground: Color?
  /// Colour behind it.
  public var background: Color?
  /// Emphasis.
  public var attributes: Attributes

  /// A style; what is left out is taken from beneath.
  public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// This style laid over another: its own parts win, attributes add up.
  public func over(_ base: Style) -> Style {
    Style(
      foreground: foreground ?? base.foreground, background: background ?? base.background,
      attributes: attributes.union(base.attributes))
  }
}

/// How many colours the terminal shows.
public enum ColorDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// None: bold, underline and reverse only.
  case mono
  /// The 16 ANSI colours.
  case ansi16
  /// 256 indexed colours.
  case indexed256
  /// 24 bits per colour.
  case direct

  /// Orders by how much can be shown.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

// A theme: a palette and the look of each role, for any colour depth.

/// A look of the whole program.
///
/// A theme file is TOML:
/// ```toml
/// [theme]
/// name = "nord"
/// variant = "dark"
/// inherits = "distretto-dark"
/// [palette]
/// ink = "#d8dee9"
/// paper = { rgb = "#2e3440", c256 = 236, c16 = "black" }
/// [roles]
/// "title.focus" = "accent bold"
/// [mono]
/// "title.focus" = "bold"
/// ```
/// A palette colour is `#rrggbb`, an ANSI name such as `brightblue`, `terminal`, or a table with hand-picked
/// replacements. What is left out is generated: for 256 colours the nearest of 16–255 in OKLab, for 16 colours the
/// nearest by hue, then by lightness; `c16 = "dim"` is the page's own ink, dim.
public struct Theme: Equatable, Sendable {
  /// What kind of background a theme is made for.
  public enum Variant: String, Hashable, Sendable, CaseIterable {
    /// Light text on dark.
    case dark
    /// Dark text on light.
    case light
  }

  /// The name to ask for it: small letters and hyphens.
  public let name: String
  /// The name for people.
  public let title: String
  /// Dark or light.
  public let variant: Variant
  /// Who made it, or the palette that it is built on.
  public let author: String?
  /// Under which licence.
  public let licence: String?
  /// Where it comes from.
  public let url: String?
  /// What it promises and the lint holds it to, such as `high-contrast`.
  public let claims: [String]
  /// What could not be understood; these roles fall back.
  public let problems: [ThemeProblem]

  let paints: [Role: ThemePaint]
  let mono: [Role: Attributes]

  /// The style of every role on a terminal of this depth.
  public func sheet(at depth: ColorDepth) -> StyleSheet {
    guard depth != .mono else {
      return StyleSheet(depth: .mono, styles: monoStyles)
    }
    // Few colours are used by many roles, and the nearest one takes a search.
    let used = Set(paints.values.flatMap { [$0.ink, $0.paper].compactMap(\.self) })
    let colors = Dictionary(uniqueKeysWithValues: used.map { ($0, $0.color(at: depth)) })
    let styles = paints.mapValues { paint in
      let isDim = depth == .ansi16 && paint.ink?.isDim16 == true
      return Style(
        foreground: paint.ink.flatMap { colors[$0] ?? nil },
        background: paint.paper.flatMap { colors[$0] ?? nil },
        attributes: isDim ? paint.attributes.union(.dim) : paint.attributes)
    }
    return StyleSheet(depth: depth, styles: styles)
  }

  private var monoStyles: [Role: Style] {
    var styles = mono.mapValues { Style(attributes: $0) }
    for role in Role.all where styles[role] == nil {
      let emphasis = role.fallbacks.lazy.compactMap { mono[$0] ?? ThemeMono.standard[$0] }.first
      styles[role] = Style(attributes: emphasis ?? [])
    }
    return styles
  }
}

/// The look of one role as its theme states it.
struct ThemePaint: Hashable, Sendable {
  var ink: ThemeColor?
  var paper: ThemeColor?
  var attributes: Attributes = []
}

/// A theme that cannot be used, and why.
public struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, or the name of a bundled theme's file.
  public let file: String
  /// Line from 1, where it is known.
  public let line: Int?
  /// Column from 1, where it is known.
  public let column: Int?
  /// What is wrong, in words.
  public let reason: String

  /// An error in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil, reason: String) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// Written as `file:line:column: reason`.
  public var description: String {
    ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") + ": " + reason
  }
}

/// Something in a theme that ought to be mended; the theme works all the same.
public struct ThemeProblem: Hashable, Sendable, CustomStringConvertible {
  /// The file, or the theme's name.
  public let theme: String
  /// The line in the file, where it is known.
  public let line: Int?
  /// The role that it is about.
  public let role: Role?
  /// What is wrong, in words.
  public let reason: String

  /// A problem of a theme.
  public init(theme: String, line: Int? = nil, role: Role? = nil, reason: String) {
    self.theme = theme
    self.line = line
    self.role = role
    self.reason = reason
  }

  /// Written as `theme:line: role: reason`.
  public var description: String {
    let place = theme + (line.map { ":\($0)" } ?? "")
    return place + ": " + (role.map { "\($0.rawValue): " } ?? "") + reason
  }
}

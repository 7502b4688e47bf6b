// What a theme looks like at one colour depth: a style for each role.

/// A style for each role at one colour depth.
public struct StyleSheet: Equatable, Sendable {
  /// The depth that the styles were made for.
  public let depth: ColorDepth

  private let own: [Role: Style]
  private let whole: [Role: Style]

  /// A sheet from the styles as a theme states them; the longest stated prefix of a role counts.
  public init(depth: ColorDepth, styles: [Role: Style]) {
    let page = styles[.text] ?? Style()
    var own = styles
    for role in Role.all where own[role] == nil {
      own[role] = role.fallbacks.lazy.compactMap { styles[$0] }.first ?? page
    }
    self.depth = depth
    self.own = own
    whole = own.mapValues { $0.onPage(page) }
  }

  /// The whole style of a role: what it leaves open comes from `text`.
  public func style(_ role: Role) -> Style {
    if let found = whole[role] { return found }
    return role.fallbacks.lazy.compactMap { whole[$0] }.first ?? Style()
  }

  /// The style of a role on top of another.
  ///
  /// What the role leaves open comes from the other. Over a cursor it is the other way round, so that the bar is
  /// of one piece and always readable: the cursor's colours win where the theme sets them, emphasis adds up, and
  /// nothing is dim.
  public func style(_ role: Role, over base: Role) -> Style {
    let base = (role: base, style: style(base))
    let top = stated(role)
    guard base.role.isCursor else { return top.over(base.style) }
    let bar = stated(base.role)
    let emphasis = top.attributes.subtracting(.dim).union(bar.attributes)
    return Style(
      foreground: bar.foreground ?? top.foreground ?? base.style.foreground,
      background: bar.background ?? top.background ?? base.style.background, attributes: emphasis)
  }

  /// What the theme itself says about a role, without what lies beneath.
  func stated(_ role: Role) -> Style {
    if let found = own[role] { return found }
    return role.fallbacks.lazy.compactMap { own[$0] }.first ?? Style()
  }

  /// No colour and no emphasis at all.
  public static let plain = StyleSheet(depth: .mono, styles: [:])

  /// The built-in emphasis for terminals without colour.
  public static let mono = StyleSheet(
    depth: .mono, styles: ThemeMono.standard.mapValues { Style(attributes: $0) })
}

extension Style {
  /// This style with the colours that it leaves open taken from the page; emphasis is not inherited.
  func onPage(_ page: Style) -> Style {
    Style(
      foreground: foreground ?? page.foreground, background: background ?? page.background,
      attributes: attributes)
  }
}

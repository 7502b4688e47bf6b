// Whether a theme can be read by everyone: contrast, colour vision, few colours, the cursor.

/// Holds a theme against the rules that every theme must meet, without drawing anything.
///
/// - Every role is stated, or falls back to a parent that is not `text`.
/// - Contrast as in WCAG 2.2: text 4.5, borders and bars 3, quiet borders 2 (they only structure a page that reads
///   without them). A theme that claims `high-contrast` owes 7, 4.5 and 3. The 16 ANSI
///   colours are the user's own: where they are used 3 is enough, 2 for quiet lines, counted in xterm's colours.
/// - Whatever is written in a row stays as readable under either cursor, and the cursors can be seen.
/// - Gold, silver and bronze, and the statuses valid, expiring and lapsed, look different to every kind of colour
///   vision: 0.06 in OKLab, three times what is just noticeable, or a different attribute. Their letters and shapes
///   come first in any case; colour is the second sign, never the only one.
/// - A theme for dark terminals has a dark background, one for light terminals a light one.
public enum ThemeLint {
  /// What is wrong with a theme, in sentences; empty for a good one.
  public static func problems(in theme: Theme) -> [ThemeProblem] {
    let sheets = ColorDepth.allCases.map(theme.sheet(at:))
    return theme.problems + claims(theme) + coverage(theme) + background(theme)
      + sheets.flatMap { contrast(theme, $0) + cursors(theme, $0) + levels(theme, $0) + pairs(theme, $0) }
  }

  /// Two looks are different from here on, in OKLab.
  static let apart = 0.06
  /// Roles that are drawn as lines and blocks, not as letters.
  static let lines: Set<Role> = [
    .border, .borderFocus, .pickerBorder, .thumb, .bar,
  ]
  /// Lines that only structure the page.
  static let quietLines: Set<Role> = [.border]
  /// Attributes by which two looks can be told apart on every terminal; `dim` is not one of them.
  static let telling: Attributes = [.bold, .underline, .reverse, .italic]

  private static func claims(_ theme: Theme) -> [ThemeProblem] {
    theme.claims.filter { $0 != "high-contrast" }.map {
      ThemeProblem(theme: theme.name, reason: "claims “\($0)”, which nobody checks; there is high-contrast")
    }
  }

  private static func coverage(_ theme: Theme) -> [ThemeProblem] {
    Role.all.compactMap { role in
      if role.path.first == "text" { return nil }
      let found = role.fallbacks.first { theme.paints[$0] != nil }
      guard found == nil || found == .text else { return nil }
      return ThemeProblem(
        theme: theme.name, role: role, reason: "is not stated, nor is any of its parents but text")
    }
  }

  private static func background(_ theme: Theme) -> [ThemeProblem] {
    guard case .rgb(let red, let green, let blue)? = theme.sheet(at: .direct).style(.text).background else {
      return []
    }
    let isLight = RGB(red, green, blue).linear.perceived.lightness > 0.6
    guard isLight != (theme.variant == .light) else { return [] }
    let reason = "calls itself \(theme.variant.rawValue) but its background is \(isLight ? "light" : "dark")"
    return [ThemeProblem(theme: theme.name, role: .text, reason: reason)]
  }

  private static func contrast(_ theme: Theme, _ sheet: StyleSheet) -> [ThemeProblem] {
    guard sheet.depth != .mono else { return [] }
    return Role.all.compactMap { role in
      let needed = need(role, theme, sheet.style(role))
      let found = contrast(of: sheet.style(role), theme.variant)
      guard found < needed else { return nil }
      let place = "on its background at \(sheet.depth.words)"
      return problem(theme, role, "has a contrast of \(short(found)) \(place); it needs \(short(needed))")
    }
  }

  private static func cursors(_ theme: Theme, _ sheet: StyleSheet) -> [ThemeProblem] {
    guard sheet.depth != .mono else { return [] }
    let rowRoles: [Role] = [.text, .textDim, .textStrong, .mark, .link, .source, .warning]
    return [Role.cursor, .cursorUnfocused].flatMap { bar in
      (rowRoles + Role.levels).compactMap { role in
        let style = sheet.style(role, over: bar)
        let needed = need(.text, theme, style)
        let found = contrast(of: style, theme.variant)
        guard found < needed else { return nil }
        let place = "over \(bar.rawValue) at \(sheet.depth.words)"
        return problem(theme, role, "has a contrast of \(short(found)) \(place); it needs \(short(needed))")
      }
    }
  }

  /// Gold from silver from bronze, valid from expiring from lapsed.
  private static func levels(_ theme: Theme, _ sheet: StyleSheet) -> [ThemeProblem] {
    let groups: [[Role]] = [
      [.labelGold, .labelSilver, .labelBronze], [.statusValid, .statusExpiring, .statusLapsed],
    ]
    return groups.flatMap { group in
      group.indices.flatMap { one in
        group[(one + 1)...].compactMap { alike(group[one], $0, theme, sheet) }
      }
    }
  }

  private static func alike(
    _ one: Role, _ two: Role, _ theme: Theme, _ sheet: StyleSheet
  ) -> ThemeProblem? {
    let (first, second) = (sheet.style(one), sheet.style(two))
    if sheet.depth == .mono {
      guard first.attributes == second.attributes else { return nil }
      return problem(theme, one, "looks like \(two.rawValue) without colour")
    }
    let differ = first.attributes.symmetricDifference(second.attributes).intersection(telling)
    guard differ.isEmpty else { return nil }
    for ground in ThemeGround.assumed(for: theme.variant) {
      let (left, right) = (ground.shown(first), ground.shown(second))
      for vision in ColorVision.allCases {
        let distance = max(vision.distance(left.ink, right.ink), vision.distance(left.paper, right.paper))
        if distance < apart {
          let who = vision == .normal ? "" : " with \(vision)"
          return problem(theme, one, "looks like \(two.rawValue)\(who) at \(sheet.depth.words)")
        }
      }
    }
    return nil
  }

  /// Roles that say something only by looking different from another.
  private static func pairs(_ theme: Theme, _ sheet: StyleSheet) -> [ThemeProblem] {
    let pairs: [(Role, Role)] = [
      (.cursor, .text), (.cursorUnfocused, .text), (.cursor, .cursorUnfocused), (.borderFocus, .border),
      (.titleFocus, .title), (.headerSorted, .header), (.chip, .text),
    ]
    return pairs.compactMap { role, other in
      let (one, two) = (sheet.style(role), sheet.style(other))
      if role.isCursor, !isBar(one, two, theme) {
        return problem(theme, role, "cannot be seen beside \(other.rawValue) at \(sheet.depth.words)")
      }
      guard one == two else { return nil }
      return problem(theme, role, "looks like \(other.rawValue) at \(sheet.depth.words)")
    }
  }

  private static func isBar(_ one: Style, _ two: Style, _ theme: Theme) -> Bool {
    let differ = one.attributes.symmetricDifference(two.attributes).intersection(telling)
    if !differ.isEmpty { return true }
    return ThemeGround.assumed(for: theme.variant).allSatisfy { ground in
      ColorVision.normal.distance(ground.shown(one).paper, ground.shown(two).paper) > 0.03
    }
  }

  private static func need(_ role: Role, _ theme: Theme, _ style: Style) -> Double {
    let isHigh = theme.claims.contains("high-contrast") && !style.isANSI
    if quietLines.contains(role) { return isHigh ? 3 : 2 }
    if lines.contains(role) || style.isANSI { return isHigh ? 4.5 : 3 }
    return isHigh ? 7 : 4.5
  }

  /// The contrast on the worst of the backgrounds that the terminal may have.
  private static func contrast(of style: Style, _ variant: Theme.Variant) -> Double {
    let found = ThemeGround.assumed(for: variant).map { ground in
      let shown = ground.shown(style)
      return shown.ink.contrast(with: shown.paper)
    }
    return found.min() ?? 1
  }

  private static func problem(_ theme: Theme, _ role: Role, _ reason: String) -> ThemeProblem {
    ThemeProblem(theme: theme.name, role: role, reason: reason)
  }

  private static func short(_ value: Double) -> String {
    // Cut, not rounded: 4.49 must not read as the 4.5 that it misses.
    let tenths = Int(value * 10)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension Style {
  /// Whether it uses a colour that the user's terminal decides.
  var isANSI: Bool {
    [foreground, background].contains {
      if case .indexed(let index)? = $0 { index < 16 } else { false }
    }
  }
}

extension ColorDepth {
  /// For sentences.
  var words: String {
    switch self {
    case .mono: "no colour"
    case .ansi16: "16 colours"
    case .indexed256: "256 colours"
    case .direct: "direct colour"
    }
  }
}

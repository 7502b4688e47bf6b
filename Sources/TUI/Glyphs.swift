// Everything on the page that is drawn and is not text: lines, arrows, marks; in Unicode and in ASCII.

/// A set of drawing characters, each one column wide.
public struct Glyphs: Hashable, Sendable {
  /// Rounded light borders and shapes; for UTF-8.
  public static let unicode = Glyphs(
    topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯", horizontal: "─", vertical: "│",
    teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼", thumb: "█", track: "│",
    ellipsis: "…", up: "↑", down: "↓", left: "←", right: "→", ascending: "▲", descending: "▼",
    expanded: "▾", collapsed: "▸", step: "›", bullet: "•", pointer: "▶", marked: "◆", full: "●", half: "◐",
    empty: "○", failed: "✕", check: "✓", warning: "!", unknown: "?", dot: "·",
    bars: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], sparks: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])

  /// The same in ASCII, still told apart without colour.
  public static let ascii = Glyphs(
    topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", horizontal: "-", vertical: "|",
    teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+", thumb: "#", track: "|",
    ellipsis: "~", up: "^", down: "v", left: "<", right: ">", ascending: "^", descending: "v",
    expanded: "-", collapsed: "+", step: ">", bullet: "-", pointer: ">", marked: "*", full: "*", half: "~",
    empty: "o", failed: "x", check: "+", warning: "!", unknown: "?", dot: ".",
    bars: [" ", " ", " ", " ", "#", "#", "#", "#"], sparks: ["_", "_", ".", ".", ":", ":", "#", "#"])

  /// Corner of a border.
  public let topLeft: Character
  /// Corner of a border.
  public let topRight: Character
  /// Corner of a border.
  public let bottomLeft: Character
  /// Corner of a border.
  public let bottomRight: Character
  /// Line from left to right.
  public let horizontal: Character
  /// Line from top to bottom.
  public let vertical: Character
  /// Where a line leaves a left border.
  public let teeLeft: Character
  /// Where a line meets a right border.
  public let teeRight: Character
  /// Where a line leaves a top border.
  public let teeTop: Character
  /// Where a line meets a bottom border.
  public let teeBottom: Character
  /// Where two lines cross.
  public let cross: Character
  /// The part of a scroll bar that is in view.
  public let thumb: Character
  /// The rest of a scroll bar.
  public let track: Character
  /// Stands for what was cut off.
  public let ellipsis: Character
  /// Arrow up.
  public let up: Character
  /// Arrow down.
  public let down: Character
  /// Arrow to the left.
  public let left: Character
  /// Arrow to the right; also "leads to".
  public let right: Character
  /// Sorted from small to large.
  public let ascending: Character
  /// Sorted from large to small.
  public let descending: Character
  /// A branch that is open.
  public let expanded: Character
  /// A branch that is shut.
  public let collapsed: Character
  /// Between the steps of a path.
  public let step: Character
  /// Before an item of a list.
  public let bullet: Character
  /// Before the row in focus, where colour cannot say it.
  public let pointer: Character
  /// Marked by the user.
  public let marked: Character
  /// Whole: valid, reached, full.
  public let full: Character
  /// In part: soon to lapse, partly met.
  public let half: Character
  /// None: empty, not met.
  public let empty: Character
  /// Failed, lapsed.
  public let failed: Character
  /// Passed.
  public let check: Character
  /// A warning.
  public let warning: Character
  /// Unknown or missing.
  public let unknown: Character
  /// Between small pieces of text.
  public let dot: Character
  /// A horizontal bar's last cell, from one eighth to full.
  public let bars: [Character]
  /// A column of a small chart, from one eighth to full.
  public let sparks: [Character]
}

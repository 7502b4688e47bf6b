// Everything on the page that is drawn and is not text: lines, arrows, marks; in Unicode and in ASCII.

/// A set of drawing characters, each one column wide.
public struct Glyphs: Hashable, Sendable {
  /// Rounded light borders and shapes; for UTF-8.
  public static let unicode = Glyphs(
    topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯", horizontal: "─", vertical: "│",
    ellipsis: "…", ascending: "▲", descending: "▼", step: "›", marked: "◆", full: "●", empty: "○")

  /// The same in ASCII, still told apart without colour.
  public static let ascii = Glyphs(
    topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", horizontal: "-", vertical: "|",
    ellipsis: ">", ascending: "^", descending: "v", step: ">", marked: "*", full: "*", empty: "o")

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
  /// Stands for what was cut off.
  public let ellipsis: Character
  /// Sorted from small to large.
  public let ascending: Character
  /// Sorted from large to small.
  public let descending: Character
  /// Between the steps of a path.
  public let step: Character
  /// Marked by the user.
  public let marked: Character
  /// Whole: valid, reached, full.
  public let full: Character
  /// None: empty, not met.
  public let empty: Character
}

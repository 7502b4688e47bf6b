// Bars of text: a share of a width in eighths of a cell.

/// Writes bars.
public enum Bar {
  /// How wide a bar is where nothing else says so.
  public static let usualWidth = 24

  private static let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar of `share` (0 to 1) of a width in cells; what is not nothing is seen.
  public static func text(_ share: Double, width: Int, isASCII: Bool = false) -> String {
    guard share.isFinite, share > 0, width > 0 else { return "" }
    let units = isASCII ? 1 : parts.count
    let length = min(width * units, max(1, Int((min(share, 1) * Double(width * units)).rounded())))
    return String(repeating: isASCII ? "#" : "█", count: length / units)
      + (isASCII ? "" : parts[length % units])
  }
}

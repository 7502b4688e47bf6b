// What to show of a text on a terminal that has nothing but ASCII: one character for each, of the same width.

/// Stand-ins in ASCII for other characters.
enum ASCIIText {
  /// The character that stands for a scalar; `?` when nothing resembles it.
  static func character(for scalar: UInt32) -> UInt8 {
    switch scalar {
    case ..<0x80: UInt8(scalar)
    case 0xA0..<0x250: latin[Int(scalar - 0xA0)]
    case 0x1E00..<0x1F00: latinAdditional[Int(scalar - 0x1E00)]
    default: drawn[scalar] ?? line(scalar)
    }
  }

  private static func line(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
    case 0x2018...0x201B, 0x2032: UInt8(ascii: "'")
    case 0x201C...0x201F, 0x2033: UInt8(ascii: "\"")
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576:
      UInt8(ascii: "-")
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577:
      UInt8(ascii: "|")
    case 0x250C...0x257F: UInt8(ascii: "+")
    case 0x2581...0x2584: UInt8(ascii: "_")
    case 0x2580, 0x2585...0x2593: UInt8(ascii: "#")
    case 0x2800: UInt8(ascii: " ")
    case 0x2801...0x28FF: UInt8(ascii: ":")
    case 0x2400...0x2421: UInt8(ascii: "?")
    default: UInt8(ascii: "?")
    }
  }

  private static let drawn: [UInt32: UInt8] = {
    let pairs: [(String, String)] = [
      ("●◉⬤■◆★•▪", "********"), ("◐◑◒◓◌◍", "%%%%:+"), ("○◯□◇☆◦", "oooooo"), ("✕✗✘✖", "xxxx"), ("✓✔", "++"),
      ("↑▲△▴⇧", "^^^^^"), ("↓▼▽▾⇩", "vvvvv"), ("←◀◁◂⇦‹", "<<<<<<"), ("→▶▷▸⇨›", ">>>>>>"),
      ("↔↕⏎↵", "-|<<"), ("…‥", ">>"), ("€₤", "EL"), ("†‡‰", "++%"), ("≤≥≠≈", "<>#~"), ("™№", "TN"),
      ("‼⚠", "!!"),
      ("∞√∑", "?V?"), ("‚„", ",\""),
    ]
    var table: [UInt32: UInt8] = [:]
    for (from, to) in pairs {
      for (scalar, byte) in zip(from.unicodeScalars, to.utf8) { table[scalar.value] = byte }
    }
    return table
  }()

  /// U+00A0 to U+024F.
  private static let latin = Array(
    """
     !cL?Y|S"Ca<--R-o+23'uP.,1o>????AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLl??LlNnNnNnnNnOoOoOoOoRrRrRrSsSsSs\
    SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs??????????????????f?????????????Oo?????????????Uu???????????????\
    ?????????????AaIiOoUuUuUuUuUu?AaAa????GgKkOoOo??j???Gg??NnAa????AaAaEeEeIiIiOoOoRrRrUuUuSsTt??Hh\
    ??????AaEeOoOoOoOoYy????????????????????????????
    """.utf8)

  /// U+1E00 to U+1EFF.
  private static let latinAdditional = Array(
    """
    AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRr\
    SsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy????S?AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
    EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????
    """.utf8)
}

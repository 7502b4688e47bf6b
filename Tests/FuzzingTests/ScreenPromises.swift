// What terminals send and what is sent to them: the same keys in whatever pieces, and no controls in what is shown.

@testable import TUI

enum ScreenPromises {
  static func checkKeys(_ bytes: [UInt8]) throws {
    let sequences: [(bytes: [UInt8], key: Key)] = [(Array("\u{1B}[1~".utf8), .home)]
    var parser = KeyParser(sequences: sequences)
    let whole = parser.feed(bytes)
    var other = KeyParser(sequences: sequences)
    var pieces: [InputEvent] = []
    for byte in bytes { pieces += other.feed([byte]) }
    try promise(whole == pieces, "other keys in small pieces")
    try promise(whole.count <= bytes.count, "more keys than bytes")
    for event in whole {
      guard case .key(let key) = event else { continue }
      let isPlain =
        if case .character(let sign) = key { sign.unicodeScalars.allSatisfy { $0.value >= 0x20 } } else {
          true
        }
      try promise(isPlain, "a control character as a key")
    }
    for _ in 0..<3 { _ = parser.timeout() }
    try promise(parser.quietTime == nil || parser.feed([0x18]).count <= 2, "a sequence that never ends")
  }

  static func checkText(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let visible = SafeText.visible(text)
    try promise(
      visible.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) },
      "a control character is shown")
    try promise(Width.of(text) == Width.of(visible), "\(Width.of(text)) columns, shown \(Width.of(visible))")
    for columns in [0, 1, 2, 7, 40] {
      let clipped = Width.clipped(text, to: columns)
      try promise(Width.of(clipped) <= columns, "clipped to \(Width.of(clipped)) of \(columns) columns")
      guard columns > 1 else { continue }
      for line in Width.wrapped(text, to: columns) {
        try promise(Width.of(line) <= columns, "a line of \(Width.of(line)) of \(columns) columns")
      }
    }
  }

  static func checkTheme(_ bytes: [UInt8]) throws {
    let theme: Theme
    do throws(ThemeError) {
      theme = try Theme.parse(String(decoding: bytes, as: UTF8.self), name: "a")
    } catch {
      return try promise(error.line ?? 1 > 0 && !error.reason.isEmpty, "a mistake without place: \(error)")
    }
    for problem in theme.problems + ThemeLint.problems(in: theme) {
      try promise(problem.line ?? 1 > 0 && !problem.reason.isEmpty, "a problem without place: \(problem)")
    }
  }
}

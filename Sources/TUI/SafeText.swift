// Turns any text into cells that a terminal draws as we count them: no control codes, no joined emoji.

/// The one place where text from data becomes what may be sent to a terminal.
public enum SafeText {
  /// The text as it is drawn: controls as their pictures, direction marks and other dangers as U+FFFD.
  public static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var view = String.UnicodeScalarView()
    each(text) { base, marks, _ in
      view.append(base)
      view.append(contentsOf: marks)
      return true
    }
    return String(view)
  }

  /// Calls `body` with base, marks and width of each cell until it returns `false`.
  static func each(
    _ text: some StringProtocol, _ body: (Unicode.Scalar, [Unicode.Scalar], Int) -> Bool
  ) {
    if isPlain(text) {
      for scalar in text.unicodeScalars {
        guard body(scalar, [], 1) else { return }
      }
      return
    }
    for character in text {
      guard each(in: character, body) else { return }
    }
  }

  /// Whether each scalar is a character of its own, one column wide and shown as it stands, as in most texts of
  /// Europe and in all lines and marks of a page: finding the bounds of characters takes ten times as long.
  static func isPlain(_ text: some StringProtocol) -> Bool { text.unicodeScalars.allSatisfy(isPlain) }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300: true
    // Dashes, quotes and dots; arrows and signs of mathematics; lines, blocks and shapes.
    case 0x2010..<0x2028, 0x2030..<0x205F, 0x2190..<0x2300, 0x2500..<0x25FD: true
    default: false
    }
  }

  private static func each(
    in character: Character, _ body: (Unicode.Scalar, [Unicode.Scalar], Int) -> Bool
  ) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return true }
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      let width = Width.of(scalar: first)
      if width > 0, first.value >= 0x20, first.value != 0x7F, !isReplaced(first) {
        return body(first, [], width)
      }
    }
    var pending: (base: Unicode.Scalar, width: Int)?
    var marks: [Unicode.Scalar] = []
    for scalar in scalars {
      // What a joiner appends, most terminals draw somewhere else than counted.
      if scalar == "\u{200D}", pending != nil { break }
      if isDropped(scalar, inCluster: pending != nil) { continue }
      if isMark(scalar), !isVowel(scalar) || pending.map({ isKorean($0.base) }) ?? false {
        if pending == nil { pending = (" ", 1) }
        if marks.count < 4 { marks.append(scalar) }
        continue
      }
      if let cell = pending {
        guard body(cell.base, marks, cell.width) else { return false }
        marks.removeAll()
      }
      let base = shown(scalar)
      pending = (base, max(1, Width.of(scalar: base)))
    }
    guard let cell = pending else { return true }
    return body(cell.base, marks, cell.width)
  }

  /// Zero-width characters without a look of their own, and the parts of emoji beyond their base.
  private static func isDropped(_ scalar: Unicode.Scalar, inCluster: Bool) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x20E3, 0x180B...0x180F:
      true
    case 0x1F3FB...0x1F3FF, 0xE0001...0xE007F: inCluster
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && Width.of(scalar: scalar) == 0 && !isReplaced(scalar)
  }

  /// A vowel or end of a Korean syllable: drawn into the letter before it, but not into anything else.
  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .otherLetter
  }

  private static func isKorean(_ scalar: Unicode.Scalar) -> Bool {
    [0x1100...0x115F, 0xA960...0xA97C, 0xAC00...0xD7A3].contains { $0.contains(scalar.value) }
  }

  private static func isReplaced(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return false }
    if (0x1F1E6...0x1F1FF).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: return true
    case .spaceSeparator: return scalar != "\u{3000}"
    default: return false
    }
  }

  /// What stands for a scalar on the screen; most stand for themselves.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    let picture: UInt32? =
      switch value {
      case 0..<0x20: 0x2400 + value
      case 0x7F: 0x2421
      // Half a flag is a letter.
      case 0x1F1E6...0x1F1FF: 0x41 + value - 0x1F1E6
      default: nil
      }
    if let picture { return Unicode.Scalar(picture) ?? "\u{FFFD}" }
    guard isReplaced(scalar) || Width.of(scalar: scalar) == 0 else { return scalar }
    return scalar.properties.generalCategory == .spaceSeparator ? " " : "\u{FFFD}"
  }
}

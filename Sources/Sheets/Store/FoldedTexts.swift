// The folded forms of texts that are not plain ASCII; plain ones are searched as they stand.

/// The folded twins of some texts.
struct FoldedTexts {
  /// Which texts have one, ascending.
  private(set) var rows: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private(set) var bytes: [UInt8] = []

  /// Folds those texts of a block that differ from their folded form by more than the case of letters.
  init(_ block: TextBlock) {
    guard !Self.isPlain(block.bytes) else { return }
    for index in 0..<block.count {
      let text = block[index]
      if Self.isPlain(text) { continue }
      rows.append(UInt32(index))
      bytes += Folding.folded(String(decoding: text, as: UTF8.self)).utf8
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
    }
  }

  /// Whether folding changes nothing but the case: all ASCII, and no back quote, which folds to an apostrophe.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let raw = UnsafeRawBufferPointer(text)
    while index + 8 <= text.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quotes = word ^ 0x6060_6060_6060_6060
      let hasQuote = (quotes &- 0x0101_0101_0101_0101) & ~quotes & 0x8080_8080_8080_8080
      if (word & 0x8080_8080_8080_8080) | hasQuote != 0 { return false }
      index += 8
    }
    while index < text.count {
      if text[index] >= 0x80 || text[index] == 0x60 { return false }
      index += 1
    }
    return true
  }
}

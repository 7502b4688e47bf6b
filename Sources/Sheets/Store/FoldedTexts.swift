// The folded forms of texts that are not plain ASCII; plain ones are searched as they stand.

/// The folded twins of some texts.
struct FoldedTexts {
  /// Which texts have one, ascending.
  private(set) var rows: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private(set) var bytes: [UInt8] = []

  /// Folds those texts of a block that differ from their folded form by more than the case of letters.
  init(_ block: TextBlock) {
    var row = 0
    var place = 0
    while let odd = Self.firstOdd(block.bytes, from: place) {
      while row < block.count, block.ends[row] <= odd { row &+= 1 }
      guard row < block.count else { return }
      append(block[row])
      rows.append(UInt32(truncatingIfNeeded: row))
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
      place = Int(block.ends[row])
    }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { buffer in
      if let count = Folding.fold(text, into: buffer) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
      } else {
        bytes += Folding.folded(String(decoding: text, as: UTF8.self)).utf8
      }
    }
  }

  /// Whether folding changes nothing but the case.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool { firstOdd(text, from: 0) == nil }

  private typealias Block = SIMD32<UInt8>

  /// The first byte that folding changes by more than the case: none of ASCII but the back quote, which becomes an
  /// apostrophe.
  private static func firstOdd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(text)
    let backQuotes = Block(repeating: 0x60)
    var index = start
    while index &+ 32 <= raw.count {
      let block = raw.loadUnaligned(fromByteOffset: index, as: Block.self)
      let words = unsafeBitCast(block, to: SIMD4<UInt64>.self)
      let quotes = unsafeBitCast(block .== backQuotes, to: SIMD4<UInt64>.self)
      let letters = ((words[0] | words[1]) | (words[2] | words[3])) & 0x8080_8080_8080_8080
      if letters | (quotes[0] | quotes[1]) | (quotes[2] | quotes[3]) != 0 { break }
      index &+= 32
    }
    while index < text.count {
      if text[index] >= 0x80 || text[index] == 0x60 { return index }
      index &+= 1
    }
    return nil
  }
}

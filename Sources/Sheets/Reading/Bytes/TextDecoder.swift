// Turns pieces of encoded text into UTF-8 and counts what does not belong to the encoding.

/// A decoder that may be given a text in pieces.
struct TextDecoder {
  private let encoding: TextEncoding
  /// UTF-8 of each byte, the number of its bytes in the highest byte; for encodings of single bytes.
  private let table: [UInt32]
  private(set) var invalidBytes = 0

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    // What is no UTF-8 is most often a line pasted in from windows-1252.
    table = Self.table(CodePage.upperHalf(encoding) ?? CodePage.windows1252)
  }

  /// Appends `bytes` as UTF-8; how many were taken, which is all but a character that is cut off.
  mutating func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Int {
    switch encoding {
    case .utf8: decodeUTF8(bytes, isLast: isLast, into: &output)
    case .utf16le: decodeUTF16(bytes, low: 0, isLast: isLast, into: &output)
    case .utf16be: decodeUTF16(bytes, low: 1, isLast: isLast, into: &output)
    case .windows1252, .windows1250, .latin9: decodeSingle(bytes, into: &output)
    }
  }

  private mutating func decodeUTF8(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Int {
    var index = 0
    while index < bytes.count {
      let end = UTF8Check.validEnd(bytes, from: index)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
      index = end
      guard index < bytes.count else { break }
      if !isLast, UTF8Check.sequence(bytes, at: index) == .incomplete { break }
      invalidBytes += 1
      append(table[Int(bytes[index])], to: &output)
      index += 1
    }
    return index
  }

  private mutating func decodeSingle(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Int {
    var index = 0
    while index < bytes.count {
      let end = UTF8Check.asciiEnd(bytes, from: index)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
      index = end
      while index < bytes.count, bytes[index] >= 0x80 {
        let entry = table[Int(bytes[index])]
        if entry == Self.replacement { invalidBytes += 1 }
        append(entry, to: &output)
        index += 1
      }
    }
    return index
  }

  private mutating func decodeUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>, low: Int, isLast: Bool, into output: inout [UInt8]
  ) -> Int {
    var index = 0
    func unit(_ place: Int) -> UInt32 { UInt32(bytes[place + low]) | UInt32(bytes[place + 1 - low]) << 8 }
    while index + 1 < bytes.count {
      let first = unit(index)
      if first & 0xFC00 == 0xD800, index + 3 >= bytes.count, !isLast { return index }
      if first & 0xFC00 == 0xD800, index + 3 < bytes.count, unit(index + 2) & 0xFC00 == 0xDC00 {
        append(Self.packed(0x10000 + (first & 0x3FF) << 10 + (unit(index + 2) & 0x3FF)), to: &output)
        index += 4
        continue
      }
      if first & 0xF800 == 0xD800 { invalidBytes += 2 }
      append(Self.packed(first), to: &output)
      index += 2
    }
    guard isLast, index < bytes.count else { return index }
    invalidBytes += 1
    append(Self.replacement, to: &output)
    return index + 1
  }

  @inline(__always)
  private func append(_ packed: UInt32, to output: inout [UInt8]) {
    var rest = packed
    for _ in 0..<(Self.length(packed)) {
      output.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Four bytes leave no room for their number, but the fourth is never zero and never below 0x80.
  private static func length(_ packed: UInt32) -> Int {
    packed >> 24 >= 0x80 ? 4 : Int(packed >> 24)
  }

  private static let replacement = packed(0xFFFD)

  private static func table(_ upperHalf: [UInt16]) -> [UInt32] {
    (UInt32(0)..<128).map(packed) + upperHalf.map { packed(UInt32($0)) }
  }

  /// A character's UTF-8, the first byte lowest; U+FFFD for what is no character.
  private static func packed(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0..<0x80: 1 << 24 | scalar
    case 0x80..<0x800: 2 << 24 | (0x80 | scalar & 0x3F) << 8 | 0xC0 | scalar >> 6
    case 0x800..<0xD800, 0xE000..<0x10000:
      3 << 24 | (0x80 | scalar & 0x3F) << 16 | (0x80 | scalar >> 6 & 0x3F) << 8 | 0xE0 | scalar >> 12
    case 0x10000..<0x110000:
      (0x80 | scalar & 0x3F) << 24 | (0x80 | scalar >> 6 & 0x3F) << 16
        | (0x80 | scalar >> 12 & 0x3F) << 8 | 0xF0 | scalar >> 18
    default: packed(0xFFFD)
    }
  }
}

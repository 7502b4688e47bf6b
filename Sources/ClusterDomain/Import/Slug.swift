// Keys of entities made from names and codes.

import Sheets

/// Keys such as `le2c`.
enum Slug {
  /// Longer keys are cut here, in bytes.
  static let longest = 80

  /// Whether a byte may stand in a key made from a name.
  static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  /// Whether a code can be a key as it stands: letters, digits, and `.`, `_`, `-`, `/` between them.
  static func isCode(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count <= longest, let first = bytes.first, isSign(first) else { return false }
    return bytes.allSatisfy { isSign($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x2F || $0 == 0x5F }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// The key for a text: a code as it stands, a name in small letters with hyphens.
  ///
  /// A text without a Latin letter or digit gives a key from its hash.
  static func key(_ bytes: some Collection<UInt8>) -> [UInt8] {
    if isCode(bytes) { return Array(bytes) }
    var key: [UInt8] = []
    var isGap = false
    for byte in Folding.folded(String(decoding: bytes, as: UTF8.self)).utf8 {
      guard isSign(byte) else {
        isGap = true
        continue
      }
      if isGap, !key.isEmpty { key.append(UInt8(ascii: "-")) }
      isGap = false
      key.append(byte)
      if key.count >= longest { break }
    }
    return key.isEmpty ? Array("x-\(String(Hash128(bytes).low, radix: 36))".utf8) : key
  }
}

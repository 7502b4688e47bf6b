// A character of several bytes that may arrive in pieces, and what cannot be part of one.

/// A character of several bytes, as far as it has arrived.
struct UTF8Sequence: Sendable {
  /// Whether Esc came before it.
  let isAlt: Bool
  private var value: UInt32
  private var missing: Int
  private var next: ClosedRange<UInt8> = 0x80...0xBF

  /// Starts with the first byte; `nil` when none can start with it.
  init?(lead: UInt8, isAlt: Bool) {
    switch lead {
    case 0xC2...0xDF: (value, missing) = (UInt32(lead & 0x1F), 1)
    case 0xE0...0xEF: (value, missing) = (UInt32(lead & 0x0F), 2)
    case 0xF0...0xF4: (value, missing) = (UInt32(lead & 0x07), 3)
    default: return nil
    }
    self.isAlt = isAlt
    // Longer forms than needed, surrogates and what lies beyond U+10FFFF show in the second byte.
    switch lead {
    case 0xE0: next = 0xA0...0xBF
    case 0xED: next = 0x80...0x9F
    case 0xF0: next = 0x90...0xBF
    case 0xF4: next = 0x80...0x8F
    default: break
    }
  }

  /// Takes the next byte; `false` when it does not belong here.
  mutating func append(_ byte: UInt8) -> Bool {
    guard missing > 0, next.contains(byte) else { return false }
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    next = 0x80...0xBF
    return true
  }

  /// The character, once all of it is here.
  var scalar: Unicode.Scalar? { missing == 0 ? Unicode.Scalar(value) : nil }
}

// Tells valid UTF-8 from other bytes (Unicode, table 3-7), ASCII many bytes at a time.

enum UTF8Check {
  /// What stands at one place.
  enum Sequence: Equatable {
    case valid(Int)
    /// The bytes end before the character does.
    case incomplete
    case invalid
  }

  /// How many bytes from `start` on are valid and whole characters.
  static func validEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = asciiEnd(bytes, from: start)
    while index &+ 4 <= raw.count {
      let word = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
      let length = characterLength(word)
      if length == 0 { return index }
      index &+= length
      // One blank between two words is stepped over, longer ASCII is left to the fast way.
      if length == 1, word & 0x8080_8080 == 0 { index = asciiEnd(bytes, from: index) }
    }
    while index < bytes.count, case .valid(let length) = sequence(bytes, at: index) { index &+= length }
    return index
  }

  /// The length of the character that begins in the lowest byte; 0 where none does.
  @inline(__always)
  private static func characterLength(_ word: UInt32) -> Int {
    if word & 0x80 == 0 { return 1 }
    if word & 0xC0E0 == 0x80C0 { return word & 0x1E == 0 ? 0 : 2 }
    if word & 0xC0_C0F0 == 0x80_80E0 {
      let second = word & 0x200F
      return second == 0 || second == 0x200D ? 0 : 3
    }
    guard word & 0xC0C0_C0F8 == 0x8080_80F0 else { return 0 }
    let second = word & 0x3007
    return second != 0 && (word & 0x04 == 0 || second == 4) ? 4 : 0
  }

  /// The first byte from `start` on that is not ASCII.
  static func asciiEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index &+ 32 <= raw.count {
      let words = raw.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
      let high = (words[0] | words[1] | words[2] | words[3]) & highBits
      if high != 0 { break }
      index &+= 32
    }
    while index &+ 8 <= raw.count {
      let high = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & highBits
      if high != 0 { return index &+ high.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index &+= 1 }
    return index
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// What stands at `index`, which must lie in `bytes`.
  @inline(__always)
  static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Sequence {
    let lead = bytes[index]
    if lead < 0x80 { return .valid(1) }
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .invalid
    }
    guard index &+ 1 < bytes.count else { return .incomplete }
    guard second(after: lead).contains(bytes[index &+ 1]) else { return .invalid }
    for offset in 2..<max(2, length) {
      guard index &+ offset < bytes.count else { return .incomplete }
      guard bytes[index &+ offset] & 0xC0 == 0x80 else { return .invalid }
    }
    return .valid(length)
  }

  /// Longer forms than needed, surrogates and what lies beyond U+10FFFF show in the second byte.
  @inline(__always)
  private static func second(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}

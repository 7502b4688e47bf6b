// Whole numbers that are written as we would write them, so that their digits can be made again from their values.

/// Reads whole numbers.
enum Digits {
  /// The number in a text; nil for anything else, such as leading zeros or more than eighteen bytes.
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = text.first, text.count <= 18 else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard text.count > start else { return nil }
    if text[start] == UInt8(ascii: "0"), text.count > 1 { return nil }
    var value = 0
    for index in start..<text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return isNegative ? -value : value
  }

  /// The same where eight bytes can be read even of a shorter text: up to eight digits are taken at once.
  @inline(__always)
  static func number(readable start: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    guard count > 0, count <= 8, start.pointee &- UInt8(ascii: "1") < 9 else {
      return number(UnsafeBufferPointer(start: start, count: count))
    }
    let word = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    // The first digit is the lowest byte: shifting puts zeros before it.
    let digits = (word ^ 0x3030_3030_3030_3030) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    guard ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
    let pairs = (digits &* 10 &+ digits &>> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs &>> 16) & 0x0000_FFFF_0000_FFFF
    return Int(truncatingIfNeeded: (fours &* 10_000 &+ fours &>> 32) & 0xFFFF_FFFF)
  }
}

// Numbers in digits, made again for cells that are kept as numbers.

extension Int {
  /// Writes the number in digits into a buffer with room for twenty, and returns how many bytes it took.
  func write(to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var rest = magnitude
    var count = 0
    repeat {
      buffer[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    if self < 0 {
      buffer[count] = UInt8(ascii: "-")
      count += 1
    }
    var (low, high) = (0, count - 1)
    while low < high {
      buffer.swapAt(low, high)
      low += 1
      high -= 1
    }
    return count
  }

  /// A number that is written as we would write it, so that its digits can be made again from its value.
  @inline(__always)
  init?(asWritten text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.first, text.count <= 18 else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    let digits = isNegative ? 1 : 0
    guard text.count > digits else { return nil }
    if text[digits] == UInt8(ascii: "0"), text.count > 1 { return nil }
    var value = 0
    for index in digits..<text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    self = isNegative ? -value : value
  }
}

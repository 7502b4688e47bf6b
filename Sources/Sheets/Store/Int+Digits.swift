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
}

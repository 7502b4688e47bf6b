// Texts one behind the other, as chunks have them.

/// Texts one behind the other.
struct TextBlock {
  let ends: UnsafeBufferPointer<UInt32>
  let bytes: UnsafeBufferPointer<UInt8>

  var count: Int { ends.count }

  /// One of them; empty where there is none, as in a file that is broken.
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    guard ends.indices.contains(index) else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let end = Int(ends[index])
    guard start <= end, end <= bytes.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }
}

extension UnsafeBufferPointer<UInt32> {
  /// Where an element stands among these, which ascend, or would stand.
  func position(of element: UInt32) -> (index: Int, isFound: Bool) {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return (low, low < count && self[low] == element)
  }
}

// Names of columns as bytes, found again without making text of them.

/// Names in the order in which they were added.
struct NameTable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Open addressing; place + 1 of a name, 0 where there is none; a power of two of slots, half of them free.
  private var slots = [Int32](repeating: 0, count: 64)

  var count: Int { ends.count }

  /// The name at `index`.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  /// The place of `name`, which is added if it is new; it is looked for at `expected` first.
  mutating func place(of name: [UInt8], expected: Int) -> Int {
    if expected < count, matches(expected, name) { return expected }
    let hash = Self.hash(name)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, matches(index, name) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes += name
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = Int32(truncatingIfNeeded: count)
    if count * 2 > slots.count { enlarge() }
    return count - 1
  }

  /// Steps over the name at `index` in its quotes, where it comes next.
  @inline(__always)
  func isNext(_ index: Int, _ tokens: inout JSONTokens) -> Bool {
    let range = range(index)
    return bytes.withUnsafeBufferPointer { tokens.takesName(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  @inline(__always)
  private func matches(_ index: Int, _ name: [UInt8]) -> Bool {
    let range = range(index)
    guard range.count == name.count else { return false }
    return bytes.withUnsafeBufferPointer { all in
      name.withUnsafeBufferPointer { name in
        for offset in 0..<name.count where all[range.lowerBound &+ offset] != name[offset] { return false }
        return true
      }
    }
  }

  private mutating func enlarge() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for index in 0..<count {
      var slot = Int(truncatingIfNeeded: hashes[index]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: index + 1)
    }
  }

  /// FNV-1a with the bits mixed at the end.
  private static func hash(_ name: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }
}

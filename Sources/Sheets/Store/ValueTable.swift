// The different texts of a column in one chunk, each with a number: what makes a dictionary of a column.

import Glibc

/// Numbers texts in the order in which they are first met; used again for the next chunk.
///
/// A struct of raw memory, since a load asks it tens of millions of times; `deallocate` is for its owner to call.
struct ValueTable {
  /// The upper half of a slot is the text's hash, the lower half its number from 1 on; 0 is a free slot.
  private var slots: UnsafeMutableBufferPointer<UInt64>
  private var mask: Int
  private(set) var texts = TextStore()

  var count: Int { texts.count }

  init() {
    slots = .allocate(capacity: 512)
    slots.initialize(repeating: 0)
    mask = 511
  }

  func deallocate() {
    slots.deallocate()
    texts.deallocate()
  }

  mutating func removeAll() {
    if texts.count > 0 { slots.update(repeating: 0) }
    texts.removeAll()
  }

  /// The number of a text, a new one where it was not met before.
  @inline(__always)
  mutating func code(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let hash = byteHash(start, count)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return insert(start, count, hash, slot) }
      if entry >> 32 == hash >> 32 {
        let code = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) - 1
        if texts.isEqual(code, start, count) { return code }
      }
      slot = (slot + 1) & mask
    }
  }

  /// The number of a text that was met before.
  func find(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    let hash = byteHash(start, count)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let code = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == hash >> 32, texts.isEqual(code, start, count) { return code }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func insert(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ hash: UInt64, _ slot: Int
  ) -> Int {
    let code = texts.count
    texts.append(start, count)
    slots[slot] = hash & upperHalf | UInt64(code + 1)
    if texts.count * 2 > mask { grow() }
    return code
  }

  private mutating func grow() {
    slots.deallocate()
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0)
    for code in 0..<texts.count {
      let text = texts[code]
      guard let start = text.baseAddress else { continue }
      let hash = byteHash(start, text.count)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & upperHalf | UInt64(code + 1)
    }
  }
}

/// A hash of bytes that spreads well and is the same in every run.
@inline(__always)
func byteHash(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
  let raw = UnsafeRawPointer(start)
  var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
  if count >= 8 {
    var position = 0
    while position + 8 <= count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    if position < count { hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)) }
    return hash
  }
  if count >= 4 {
    let first = UInt64(raw.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
    let last = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    return mixed(hash ^ (first | last << 32))
  }
  var rest: UInt64 = 0
  for index in 0..<count { rest = rest << 8 | UInt64(start[index]) }
  return mixed(hash ^ rest)
}

@inline(__always)
private func mixed(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
  return product.high ^ product.low
}

/// Texts one behind the other, growing.
struct TextStore {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity: Int
  private var ends: UnsafeMutablePointer<UInt32>
  private var endCapacity: Int
  private(set) var count = 0
  private(set) var byteCount = 0

  init() {
    byteCapacity = 4096
    bytes = .allocate(capacity: byteCapacity)
    endCapacity = 512
    ends = .allocate(capacity: endCapacity)
  }

  func deallocate() {
    bytes.deallocate()
    ends.deallocate()
  }

  mutating func removeAll() {
    count = 0
    byteCount = 0
  }

  @inline(__always)
  mutating func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
    if byteCount + length > byteCapacity { growBytes(to: byteCount + length) }
    if count == endCapacity { growEnds() }
    memcpy(bytes + byteCount, start, length)
    byteCount += length
    ends[count] = UInt32(truncatingIfNeeded: byteCount)
    count += 1
  }

  /// Adds a text without bytes.
  mutating func appendEmpty() {
    if count == endCapacity { growEnds() }
    ends[count] = UInt32(truncatingIfNeeded: byteCount)
    count += 1
  }

  @inline(__always)
  func isEqual(_ index: Int, _ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let from = index == 0 ? 0 : Int(ends[index - 1])
    return Int(ends[index]) - from == length && memcmp(bytes + from, start, length) == 0
  }

  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    let from = index == 0 ? 0 : Int(ends[index - 1])
    return UnsafeBufferPointer(start: bytes + from, count: Int(ends[index]) - from)
  }

  var block: TextBlock {
    TextBlock(
      ends: UnsafeBufferPointer(start: ends, count: count),
      bytes: UnsafeBufferPointer(start: bytes, count: byteCount))
  }

  private mutating func growBytes(to needed: Int) {
    byteCapacity = max(needed, byteCapacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)
    memcpy(larger, bytes, byteCount)
    bytes.deallocate()
    bytes = larger
  }

  private mutating func growEnds() {
    let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: endCapacity * 2)
    larger.update(from: ends, count: count)
    ends.deallocate()
    ends = larger
    endCapacity *= 2
  }
}

private let upperHalf: UInt64 = 0xFFFF_FFFF_0000_0000

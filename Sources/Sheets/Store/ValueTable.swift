// The different texts of a column in one chunk, each with a number: what makes a dictionary of a column.

import Glibc

/// Numbers texts in the order in which they are first met; used again for the next chunk.
///
/// A struct of raw memory, since a load asks it tens of millions of times; `deallocate` is for its owner to call.
struct ValueTable {
  /// What is asked for with every text, in one place.
  private struct Slot {
    /// Part of the text's hash, which tells its place too.
    var tag: UInt32 = 0
    /// The text's number from 1 on; 0 is a free slot.
    var number: UInt32 = 0
    var start: UInt32 = 0
    var length: UInt32 = 0
  }

  private var slots: UnsafeMutableBufferPointer<Slot>
  private var mask: UInt32
  private(set) var texts = TextStore()
  /// The number of the text without bytes, if it was met.
  private(set) var emptyCode: Int?

  var count: Int { texts.count }

  init() {
    slots = .allocate(capacity: 128)
    slots.initialize(repeating: Slot())
    mask = 127
  }

  func deallocate() {
    slots.deallocate()
    texts.deallocate()
  }

  mutating func removeAll() {
    if texts.count > 0 { slots.update(repeating: Slot()) }
    texts.removeAll()
    emptyCode = nil
  }

  /// The number of a text, a new one where it was not met before.
  mutating func code(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    if count >= 8 { return code(readable: start, count) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { copy in
      guard let place = copy.baseAddress else { return 0 }
      memcpy(place, start, count)
      return code(readable: place, count)
    }
  }

  /// The same for a text of which eight bytes can be read even where it is shorter.
  @inline(__always)
  mutating func code(readable start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    if count > 16 { return codeOfLong(start, count) }
    let text = ShortText(start, count)
    let tag = text.tag
    var place = tag & mask
    while true {
      let slot = slots[Int(place)]
      if slot.number == 0 { return insert(start, count, tag, place) }
      if slot.tag == tag, slot.length == UInt32(truncatingIfNeeded: count),
        ShortText(texts.start + Int(slot.start), count) == text
      {
        return Int(slot.number) &- 1
      }
      place = (place &+ 1) & mask
    }
  }

  private mutating func codeOfLong(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let tag = longTag(start, count)
    var place = tag & mask
    while true {
      let slot = slots[Int(place)]
      if slot.number == 0 { return insert(start, count, tag, place) }
      if slot.tag == tag, slot.length == UInt32(truncatingIfNeeded: count),
        memcmp(texts.start + Int(slot.start), start, count) == 0
      {
        return Int(slot.number) &- 1
      }
      place = (place &+ 1) & mask
    }
  }

  /// The number of a text that was met before.
  func find(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    let tag = Self.tag(start, count)
    var place = tag & mask
    while slots[Int(place)].number != 0 {
      let slot = slots[Int(place)]
      if slot.tag == tag, slot.length == UInt32(truncatingIfNeeded: count),
        memcmp(texts.start + Int(slot.start), start, count) == 0
      {
        return Int(slot.number) &- 1
      }
      place = (place &+ 1) & mask
    }
    return nil
  }

  /// A part of the hash of a text, the same in every run.
  static func tag(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
    if count > 16 { return longTag(start, count) }
    if count >= 8 { return ShortText(start, count).tag }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { copy in
      guard let place = copy.baseAddress else { return 0 }
      memcpy(place, start, count)
      return ShortText(place, count).tag
    }
  }

  private mutating func insert(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ tag: UInt32, _ place: UInt32
  ) -> Int {
    let code = texts.count
    if count == 0 { emptyCode = code }
    slots[Int(place)] = Slot(
      tag: tag, number: UInt32(truncatingIfNeeded: code + 1),
      start: UInt32(truncatingIfNeeded: texts.byteCount), length: UInt32(truncatingIfNeeded: count))
    texts.append(start, count)
    if texts.count * 2 > mask { grow() }
    return code
  }

  private mutating func grow() {
    let old = slots
    mask = mask * 2 + 1
    slots = .allocate(capacity: Int(mask) + 1)
    slots.initialize(repeating: Slot())
    for slot in old where slot.number != 0 {
      var place = slot.tag & mask
      while slots[Int(place)].number != 0 { place = (place &+ 1) & mask }
      slots[Int(place)] = slot
    }
    old.deallocate()
  }
}

/// A text of at most sixteen bytes as two numbers: its first eight bytes and its last.
private struct ShortText {
  private let first: UInt64
  private let last: UInt64
  private let count: UInt64

  /// Reads eight bytes even where there are less.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    let raw = UnsafeRawPointer(start)
    let used = UInt64.max >> UInt64(64 &- 8 &* min(count, 8))
    first = raw.loadUnaligned(as: UInt64.self) & used
    last = raw.loadUnaligned(fromByteOffset: max(count, 8) &- 8, as: UInt64.self) & used
    self.count = UInt64(truncatingIfNeeded: count)
  }

  @inline(__always)
  static func == (one: ShortText, other: ShortText) -> Bool {
    (one.first ^ other.first) | (one.last ^ other.last) | (one.count ^ other.count) == 0
  }

  /// A part of a hash that spreads well and is the same in every run.
  @inline(__always)
  var tag: UInt32 {
    let product = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: (last &+ count) ^ 0xD6E8_FEB8_6659_FD93)
    return folded(product.high ^ product.low)
  }
}

private func longTag(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
  let raw = UnsafeRawPointer(start)
  var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
  var position = 0
  while position + 8 <= count {
    hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    position += 8
  }
  return folded(mixed(hash ^ raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)))
}

@inline(__always)
private func mixed(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
  return product.high ^ product.low
}

@inline(__always)
private func folded(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ hash >> 32) }

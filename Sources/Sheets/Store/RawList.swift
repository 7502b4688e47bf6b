// A growing list in memory of its own, for what is appended tens of millions of times.

import Glibc

/// Elements one behind the other; used again after `removeAll`, given back by `deallocate`, which its owner calls.
struct RawList<Element: BitwiseCopyable> {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  /// Bytes behind the last element that may be read and written, so that texts are moved many bytes at a time.
  static var slack: Int { 64 }

  init(capacity: Int) {
    self.capacity = capacity
    start = Self.memory(capacity)
  }

  func deallocate() { start.deallocate() }

  mutating func removeAll() { count = 0 }

  /// Makes room for so many more elements.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if more > capacity &- count { grow(to: count + more) }
  }

  /// Counts elements that were written behind the last one, into room that was reserved.
  @inline(__always)
  mutating func advance(by written: Int) { count &+= written }

  @inline(__always)
  mutating func append(_ element: Element) {
    reserve(1)
    start[count] = element
    count &+= 1
  }

  mutating func append(contentsOf elements: [Element]) {
    reserve(elements.count)
    elements.withUnsafeBytes { bytes in
      if let source = bytes.baseAddress { memcpy(start + count, source, bytes.count) }
    }
    count &+= elements.count
  }

  mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    reserve(elements.count)
    if let source = elements.baseAddress {
      memcpy(start + count, source, elements.count * MemoryLayout<Element>.stride)
    }
    count &+= elements.count
  }

  subscript(index: Int) -> Element {
    @inline(__always) get { start[index] }
  }

  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

  private mutating func grow(to needed: Int) {
    capacity = max(needed, capacity * 2)
    let larger = Self.memory(capacity)
    memcpy(larger, start, count * MemoryLayout<Element>.stride)
    start.deallocate()
    start = larger
  }

  private static func memory(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Element>.stride + slack, alignment: MemoryLayout<UInt64>.alignment)
    return bytes.bindMemory(to: Element.self, capacity: capacity)
  }
}

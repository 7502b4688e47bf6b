// The bytes of one chunk: memory of our own, or a part of a cache file that is mapped.

import CMapping

/// Bytes that are filled once and then only read.
///
/// Unchecked because of the pointer: no code writes through it after the initialiser that takes it has returned. What a
/// cut file does to mapped bytes readers bear: lengths come from the layout, and offsets and codes are checked.
final class ChunkMemory: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  /// The part of a file that is mapped; nil for memory of our own.
  private let part: OpaquePointer?

  /// Copies bytes.
  init(copying bytes: UnsafeRawBufferPointer) {
    let own = UnsafeMutableRawBufferPointer.allocate(byteCount: max(8, bytes.count), alignment: 64)
    own.copyMemory(from: bytes)
    self.bytes = UnsafeRawBufferPointer(own)
    part = nil
  }

  /// Maps a part of a file, from a multiple of the page size on; nil where the system refuses.
  ///
  /// Behind it stands at least one byte more, and the last one of its page is not 0.
  init?(of descriptor: Int32, offset: Int, count: Int) {
    guard count > 0, offset >= 0, let part = cm_map(descriptor, offset, count + 1) else { return nil }
    bytes = UnsafeRawBufferPointer(start: cm_start(part), count: count)
    self.part = part
  }

  /// Gives mapped pages back to the system, which still has them when they are next read.
  func letGo() { if let part { cm_let_go(part) } }

  /// Whether the file has lost bytes of it, for which zeros were or would be read.
  var isLost: Bool { part.map { cm_is_lost($0) != 0 } ?? false }

  /// Own memory from this size on is given back by another thread: for millions of rows that takes longer than a frame.
  private static let large = 1 << 20

  deinit {
    if let part {
      cm_unmap(part)
    } else if bytes.count < Self.large {
      bytes.deallocate()
    } else {
      let address = Int(bitPattern: bytes.baseAddress)
      Threads.start { UnsafeRawPointer(bitPattern: address)?.deallocate() }
    }
  }
}

/// Where something lies in the memory of a chunk.
struct Span: Sendable, Hashable {
  /// The first byte; a multiple of eight.
  var offset = 0
  /// How many elements, not bytes.
  var count = 0
}

/// Memory that chunks are put together in, one after the other.
struct ChunkBuffer: ~Copyable {
  private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
  private var count = 0

  deinit { memory.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

  mutating func removeAll() { count = 0 }

  /// Adds elements at the next multiple of eight.
  mutating func append<Element: BitwiseCopyable>(_ elements: UnsafeBufferPointer<Element>) -> Span {
    let span = Span(offset: count, count: elements.count)
    let room = room(for: elements.count, of: Element.self)
    room.copyMemory(from: UnsafeRawBufferPointer(elements))
    return span
  }

  mutating func append<Element: BitwiseCopyable>(_ elements: [Element]) -> Span {
    elements.withUnsafeBufferPointer { append($0) }
  }

  /// Adds elements as another type.
  mutating func append<Element, Stored: BitwiseCopyable>(
    _ elements: UnsafeBufferPointer<Element>, as type: Stored.Type, _ stored: (Element) -> Stored
  ) -> Span {
    let span = Span(offset: count, count: elements.count)
    let room = room(for: elements.count, of: type).bindMemory(to: type)
    for index in elements.indices { room[index] = stored(elements[index]) }
    return span
  }

  /// The memory of elements that are to be written next.
  private mutating func room<Element: BitwiseCopyable>(
    for elements: Int, of type: Element.Type
  ) -> UnsafeMutableRawBufferPointer {
    let length = elements * MemoryLayout<Element>.stride
    let next = (count + length + 7) & ~7
    reserve(next)
    defer { count = next }
    return UnsafeMutableRawBufferPointer(rebasing: memory[count..<count + length])
  }

  private mutating func reserve(_ needed: Int) {
    guard needed > memory.count else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(needed, memory.count * 2), alignment: 64)
    larger.copyMemory(from: bytes)
    memory.deallocate()
    memory = larger
  }
}

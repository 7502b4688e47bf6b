// Bytes that were taken out of a stream to be looked at, and the rest of the stream behind them.

/// A stream that begins with bytes which are in memory already.
struct ReplayedBytes: ByteStream {
  private var head: [UInt8]
  private var position: Int
  private var rest: any ByteStream

  /// Begins with the bytes of `head` from `start` on.
  init(_ head: [UInt8], from start: Int = 0, then rest: any ByteStream) {
    self.head = head
    position = min(max(0, start), head.count)
    self.rest = rest
  }

  var consumed: Int { rest.consumed }
  var size: Int? { rest.size }
  var isReady: Bool { position < head.count || rest.isReady }
  var invalidBytes: Int { rest.invalidBytes }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SheetError) -> Int {
    guard position < head.count else { return try rest.read(into: buffer) }
    let count = min(buffer.count, head.count - position)
    buffer.copyBytes(from: head[position..<position + count])
    position += count
    if position == head.count {
      head = []
      position = 0
    }
    return count
  }
}

/// Bytes that are all in memory.
struct MemoryBytes: ByteStream {
  private let bytes: [UInt8]
  private(set) var consumed = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var size: Int? { bytes.count }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SheetError) -> Int {
    let count = min(buffer.count, bytes.count - consumed)
    buffer.copyBytes(from: bytes[consumed..<consumed + count])
    consumed += count
    return count
  }
}

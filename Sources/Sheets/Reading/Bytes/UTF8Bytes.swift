// Text of any known encoding as valid UTF-8; text that is UTF-8 already is only checked.

/// A stream of UTF-8 made from another encoding.
struct UTF8Bytes: ByteStream {
  private var source: any ByteStream
  private var decoder: TextDecoder
  private let isUTF8: Bool
  /// Decoded bytes that did not fit into the reader's buffer.
  private var pending: [UInt8] = []
  private var delivered = 0
  /// Bytes of a character whose rest has not come yet.
  private var cut: [UInt8] = []
  private var raw: [UInt8] = []
  private var isEnded = false

  /// Reads `source`, which must begin after any byte order mark.
  init(_ source: any ByteStream, _ encoding: TextEncoding) {
    self.source = source
    decoder = TextDecoder(encoding)
    isUTF8 = encoding == .utf8
  }

  var consumed: Int { source.consumed }
  var size: Int? { source.size }
  var isReady: Bool { delivered < pending.count || source.isReady }
  var invalidBytes: Int { decoder.invalidBytes }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SheetError) -> Int {
    if buffer.isEmpty { return 0 }
    while true {
      if delivered < pending.count { return deliver(into: buffer) }
      if isEnded { return 0 }
      if isUTF8, cut.count < buffer.count {
        let count = try pass(into: buffer)
        if count > 0 { return count }
      } else {
        try decodeMore()
      }
    }
  }

  private mutating func deliver(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, pending.count - delivered)
    buffer.copyBytes(from: pending[delivered..<delivered + count])
    delivered += count
    if delivered == pending.count {
      pending.removeAll(keepingCapacity: true)
      delivered = 0
    }
    return count
  }

  /// Reads UTF-8 straight into the reader's buffer; what follows an invalid byte goes through `pending`.
  private mutating func pass(into buffer: UnsafeMutableRawBufferPointer) throws(SheetError) -> Int {
    buffer.copyBytes(from: cut)
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[cut.count...])
    let got = try source.read(into: room)
    isEnded = got == 0
    let bytes = UnsafeBufferPointer(
      rebasing: UnsafeBufferPointer(buffer.bindMemory(to: UInt8.self))[..<(cut.count + got)])
    cut.removeAll(keepingCapacity: true)
    let end = UTF8Check.validEnd(bytes)
    if end < bytes.count { decode(UnsafeBufferPointer(rebasing: bytes[end...])) }
    return end
  }

  private mutating func decodeMore() throws(SheetError) {
    if raw.isEmpty { raw = [UInt8](repeating: 0, count: 1 << 16) }
    let got = try raw.read(from: &source, atMost: raw.count)
    isEnded = got == 0
    let bytes = cut + raw[..<got]
    cut.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { decode($0) }
  }

  private mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) {
    let taken = decoder.decode(bytes, isLast: isEnded, into: &pending)
    cut += bytes[taken...]
  }
}

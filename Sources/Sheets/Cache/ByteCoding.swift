// Numbers and texts as bytes, for the directory of a cache file.

/// Writes numbers and texts one behind the other.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes += $0 }
  }

  mutating func put(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  /// Writes the bytes of a value as they lie in memory; only for files of one program on one machine.
  mutating func put<Value: BitwiseCopyable>(_ value: Value) {
    withUnsafeBytes(of: value) { bytes += $0 }
  }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes += text.utf8
  }

  mutating func put(_ text: String?) {
    put(text == nil ? 0 : 1)
    if let text { put(text) }
  }

  mutating func put(_ texts: [String]) {
    put(texts.count)
    for text in texts { put(text) }
  }
}

/// Reads what a `ByteWriter` wrote; nil, and nil ever after, where the bytes do not hold it.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func word() -> UInt64? {
    guard position <= bytes.count - 8 else { return nil }
    defer { position += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  mutating func number() -> Int? { word().map { Int(truncatingIfNeeded: $0) } }

  mutating func value<Value: BitwiseCopyable>(as type: Value.Type) -> Value? {
    let size = MemoryLayout<Value>.size
    guard position <= bytes.count - size else { return nil }
    defer { position += size }
    return bytes.loadUnaligned(fromByteOffset: position, as: type)
  }

  mutating func text() -> String? {
    guard let count = number(), count >= 0, count <= bytes.count - position else { return nil }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  /// A text that may be absent: the outer nil stands for broken bytes.
  mutating func optionalText() -> String?? {
    guard let isThere = number() else { return nil }
    guard isThere == 1 else { return .some(nil) }
    return text().map { .some($0) }
  }

  mutating func texts() -> [String]? {
    guard let count = number(), count >= 0, count <= bytes.count else { return nil }
    var texts: [String] = []
    for _ in 0..<count {
      guard let text = text() else { return nil }
      texts.append(text)
    }
    return texts
  }
}

/// A checksum of bytes that finds every broken page; no protection against forgery.
func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  // Four numbers and no vector: few processors multiply vectors of such numbers.
  var (one, two) = (seed, seed &* 2)
  var (three, four) = (seed &* 3, seed &* 4)
  var position = 0
  while position &+ 32 <= bytes.count {
    one = mixed(one, bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    two = mixed(two, bytes.loadUnaligned(fromByteOffset: position &+ 8, as: UInt64.self))
    three = mixed(three, bytes.loadUnaligned(fromByteOffset: position &+ 16, as: UInt64.self))
    four = mixed(four, bytes.loadUnaligned(fromByteOffset: position &+ 24, as: UInt64.self))
    position &+= 32
  }
  var sum = one ^ (two &<< 17) ^ (three &<< 31) ^ (four &<< 47) ^ UInt64(bytes.count)
  while position < bytes.count {
    sum = (sum ^ UInt64(bytes[position])) &* 0x100_0000_01B3
    position += 1
  }
  return sum
}

private let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

@inline(__always)
private func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
  let product = (lane ^ word) &* 0x2545_F491_4F6C_DD1D
  return product ^ product &>> 29
}

// Bytes that can be read at any place: a regular file, or what came through a pipe and was kept.

/// A file or memory.
enum RandomBytes {
  case file(FileBytes)
  case memory([UInt8], path: String)

  var count: Int {
    switch self {
    case .file(let file): file.size ?? 0
    case .memory(let bytes, _): bytes.count
    }
  }

  var path: String {
    switch self {
    case .file(let file): file.path
    case .memory(_, let path): path
    }
  }

  /// Fills the buffer from `offset` on; less where the bytes end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SheetError) -> Int {
    switch self {
    case .file(let file): return try file.read(at: offset, into: buffer)
    case .memory(let bytes, _):
      guard offset >= 0, offset < bytes.count else { return 0 }
      let count = min(buffer.count, bytes.count - offset)
      buffer.copyBytes(from: bytes[offset..<offset + count])
      return count
    }
  }

  /// The `length` bytes from `offset` on; less where the bytes end.
  func bytes(at offset: Int, length: Int) throws(SheetError) -> [UInt8] {
    guard offset >= 0, offset < count, length > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: min(length, count - offset))
    let result = bytes.withUnsafeMutableBytes { buffer in
      Result { () throws(SheetError) in try read(at: offset, into: buffer) }
    }
    let got = try result.get()
    return got == bytes.count ? bytes : Array(bytes[..<got])
  }

  /// Keeps what is left of a stream in memory, unless that is more than `largest` bytes.
  static func keeping(
    _ stream: any ByteStream, path: String, largest: Int = 512 << 20
  ) throws(SheetError) -> RandomBytes {
    var stream = stream
    var kept: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let got = try piece.read(from: &stream, atMost: piece.count)
      guard got > 0 else { return .memory(kept, path: path) }
      guard kept.count + got <= largest else {
        throw SheetError(
          path, "is a workbook of more than \(largest >> 20) MiB that does not come from a plain file",
          advice: "save it as a file first, and inflate it if it is compressed")
      }
      kept += piece[..<got]
    }
  }
}

/// Numbers as ZIP and other binary formats write them, lowest byte first.
struct LittleEndian {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number of `width` bytes at `offset`; `nil` where it lies outside or is too large.
  func number(_ offset: Int, _ width: Int) -> Int? {
    guard offset >= 0, width <= 8, offset <= bytes.count - width else { return nil }
    var number: UInt64 = 0
    for index in (0..<width).reversed() { number = number << 8 | UInt64(bytes[offset + index]) }
    return Int(exactly: number)
  }
}

// A CSV file that is written row by row, in blocks, with a hash of its bytes.

import Glibc

/// Writes one file.
struct TableFile {
  /// Bytes that are written and hashed together.
  static let block = 1 << 20

  let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var rowStart = 0
  private var isFirst = true
  private var state = Hash128.State()
  /// How many rows were written, without the header.
  private(set) var rows = 0
  /// Why writing failed, in the system's words; nothing is written after that.
  private(set) var failure: String?

  /// Creates the file with its header; what fails is told at the end.
  init(path: String, header: [String]) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    buffer.reserveCapacity(Self.block + 1 << 16)
    if descriptor < 0 { failure = String(cString: strerror(errno)) }
    for name in header { add(name) }
    end()
    rows = 0
  }

  /// Adds a cell to the present row.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// Adds a cell to the present row.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !isFirst { buffer.append(UInt8(ascii: ",")) }
    isFirst = false
    guard Self.needsQuotes(bytes) else { return buffer.append(contentsOf: bytes) }
    buffer.append(UInt8(ascii: "\""))
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    buffer.append(UInt8(ascii: "\""))
  }

  /// Adds an empty cell to the present row.
  mutating func addNothing() { add(UnsafeBufferPointer(start: nil, count: 0)) }

  /// Ends the present row.
  mutating func end() {
    buffer.append(UInt8(ascii: "\n"))
    rows += 1
    while buffer.count >= Self.block { flush(Self.block) }
    rowStart = buffer.count
    isFirst = true
  }

  /// Forgets the cells of the present row.
  mutating func drop() {
    buffer.removeLast(buffer.count - rowStart)
    isFirst = true
  }

  /// The bytes of the present row so far.
  func present<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[rowStart...])) }
  }

  /// Writes what is left, onto the disk, and closes the file; gives the hash of all bytes.
  mutating func finish() -> String {
    if !buffer.isEmpty { flush(buffer.count) }
    if descriptor >= 0 {
      if failure == nil, fsync(descriptor) != 0 { failure = String(cString: strerror(errno)) }
      if close(descriptor) != 0, failure == nil { failure = String(cString: strerror(errno)) }
    }
    return Self.name(state.hash)
  }

  static func name(_ hash: Hash128) -> String {
    String(hash.low, radix: 16) + "-" + String(hash.high, radix: 16)
  }

  private mutating func flush(_ count: Int) {
    buffer.withUnsafeBufferPointer { bytes in
      let part = UnsafeBufferPointer(rebasing: bytes[..<count])
      state.add(part)
      guard failure == nil else { return }
      failure = Self.write(part, to: descriptor)
    }
    buffer.removeFirst(count)
    rowStart = max(0, rowStart - count)
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> String? {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return String(cString: strerror(errno)) }
      done += count
    }
    return nil
  }

  private static func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first == 0x20 || last == 0x20 { return true }
    return bytes.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
  }
}

// Bytes that come one after the other, wherever they come from and whatever is done to them on the way.

/// Bytes that are read once, from the first to the last.
protocol ByteStream {
  /// Fills some of the buffer, at least one byte unless the end is reached; 0 means the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SheetError) -> Int
  /// Bytes of the file on disk taken so far, for progress.
  var consumed: Int { get }
  /// Size of the file on disk in bytes; `nil` for pipes.
  var size: Int? { get }
  /// Whether bytes or the end will come without a noticeable wait.
  var isReady: Bool { get }
  /// Bytes so far that do not belong to the encoding of the text and were read as windows-1252 instead.
  var invalidBytes: Int { get }
}

extension ByteStream {
  var isReady: Bool { true }
  var invalidBytes: Int { 0 }
}

/// The first bytes of a stream, taken out to be looked at.
struct StreamHead {
  private(set) var bytes: [UInt8] = []
  /// Whether the stream ended with them.
  private(set) var isWhole = false

  /// Takes bytes until there are `count`, or less where the stream ends or waits with a line already there.
  mutating func grow(to count: Int, from stream: inout any ByteStream) throws(SheetError) {
    var piece = [UInt8](repeating: 0, count: 65536)
    var hasLine = bytes.contains(0x0A)
    while bytes.count < count, !isWhole, !hasLine || stream.isReady {
      let got: Int
      do throws(SheetError) {
        got = try piece.read(from: &stream, atMost: count - bytes.count)
      } catch {
        // What fails fails again: it is told behind the lines that are here.
        guard hasLine else { throw error }
        return
      }
      if got == 0 { isWhole = true }
      bytes += piece[..<got]
      hasLine = hasLine || piece[..<got].contains(0x0A)
    }
  }
}

extension [UInt8] {
  /// Reads into the bytes that are there, from the first on; how many were read, 0 at the end.
  mutating func read(from stream: inout any ByteStream, atMost limit: Int) throws(SheetError) -> Int {
    let result = withUnsafeMutableBytes { buffer in
      Result { () throws(SheetError) in
        try stream.read(
          into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<Swift.min(limit, buffer.count)]))
      }
    }
    return try result.get()
  }
}

// Inflating by zlib, one piece at a time.

import CZlib

/// The state of one inflation; zlib keeps a pointer to it, so it must not move.
final class Inflater {
  /// What stands around the compressed bytes; the value is what zlib calls window bits.
  enum Wrapping: Int32 {
    case bare = -15
    case gzip = 31
  }

  enum Outcome {
    case goesOn
    case ended
    /// With zlib's words for it.
    case damaged(String)
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let isStarted: Bool

  init(_ wrapping: Wrapping) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isStarted = czlib_inflate_start(stream, wrapping.rawValue) == Z_OK
  }

  deinit {
    if isStarted { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Makes ready for another member.
  func reset() { if isStarted { inflateReset(stream) } }

  /// Inflates some of `input` into `output`; how much was taken and written.
  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (taken: Int, written: Int, outcome: Outcome) {
    guard isStarted else { return (0, 0, .damaged("no memory")) }
    let input = UnsafeRawBufferPointer(rebasing: input.prefix(1 << 30))
    let room = min(output.count, 1 << 30)
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(room)
    let code = inflate(stream, Z_NO_FLUSH)
    let taken = input.count - Int(stream.pointee.avail_in)
    return (taken, room - Int(stream.pointee.avail_out), outcome(code))
  }

  private func outcome(_ code: Int32) -> Outcome {
    switch code {
    case Z_OK, Z_BUF_ERROR: .goesOn
    case Z_STREAM_END: .ended
    case Z_NEED_DICT: .damaged("it needs a dictionary")
    default: .damaged(stream.pointee.msg.map { String(cString: $0) } ?? "error \(code)")
    }
  }
}

/// How much may be inflated, against files made to fill memory or disk.
struct InflationBound: Sendable {
  /// Bytes that may come out of one file.
  var largest = 1 << 40
  /// More than this for each byte taken is refused, once `harmless` bytes came out.
  var ratio = 1000
  var harmless = 64 << 20

  /// Whether `written` bytes may have come out of `taken`.
  func allows(written: Int, taken: Int) -> Bool {
    written <= largest && (written <= harmless || written / ratio <= taken)
  }
}

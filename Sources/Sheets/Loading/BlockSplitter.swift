// Cuts delimited text into blocks that end with a record, so that each can be read by itself.

import Glibc

/// Some bytes of a file that begin with a record and end with one; used again for the next ones.
///
/// Unchecked because of the pointer: one thread has it, and the splitter that fills it runs on that thread.
final class TextBlob: @unchecked Sendable {
  private(set) var start = UnsafeMutablePointer<UInt8>.allocate(capacity: slack)
  private(set) var capacity = 0
  /// How many bytes there are.
  fileprivate(set) var count = 0

  /// Bytes behind the last one that can be read and written, so that texts are taken many bytes at a time.
  private static let slack = 128

  deinit { start.deallocate() }

  /// Makes room for so many bytes, and keeps the first ones.
  fileprivate func grow(to needed: Int, keeping kept: Int = 0) {
    guard needed > capacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: needed + Self.slack)
    memcpy(larger, start, kept)
    start.deallocate()
    start = larger
    capacity = needed
  }
}

/// Reads a stream and finds where records end; quotes are followed exactly, not guessed.
struct BlockSplitter {
  private var stream: any ByteStream
  private let quote: UInt8?
  private let delimiter: UInt8
  private var carry: [UInt8] = []
  private var hasEnded = false
  /// Why there is no more, told once the records before it are taken.
  private var failure: SheetError?
  private var target: Int
  private let usual: Int

  /// The largest block where no end of a record is found: then a quote was never closed.
  static let largest = 64 << 20

  init(_ stream: any ByteStream, _ dialect: Dialect, first: Int = 128 << 10, usual: Int = 2 << 20) {
    self.stream = stream
    target = first
    self.usual = usual
    quote = dialect.quote
    delimiter = dialect.delimiter
  }

  var consumed: Int { stream.consumed }

  /// Puts the next block into `blob`; false at the end.
  ///
  /// The first ones are small, so that there is something to see at once. Where the stream fails, the whole records
  /// before that come first.
  mutating func next(into blob: TextBlob) throws(SheetError) -> Bool {
    if let failure { throw failure }
    if hasEnded && carry.isEmpty { return false }
    var limit = max(target, carry.count * 2)
    target = min(usual, target * 2)
    blob.grow(to: limit)
    memcpy(blob.start, carry, carry.count)
    var count = carry.count
    carry = []
    while true {
      do throws(SheetError) {
        try fill(blob.start, &count, limit)
      } catch {
        failure = error
        blob.count = lastRecordEnd(UnsafeBufferPointer(start: blob.start, count: count)) ?? 0
        guard blob.count > 0 else { throw error }
        return true
      }
      let bytes = UnsafeBufferPointer(start: blob.start, count: count)
      if hasEnded {
        blob.count = count
        return count > 0
      }
      if let end = lastRecordEnd(bytes) ?? (limit >= Self.largest ? lastLineEnd(bytes) ?? count : nil) {
        carry = Array(bytes[end...])
        blob.count = end
        return true
      }
      limit *= 2
      blob.grow(to: limit, keeping: count)
    }
  }

  /// Reads until there are `limit` bytes, or what a pipe has; `count` tells how many there are, also where it fails.
  private mutating func fill(
    _ start: UnsafeMutablePointer<UInt8>, _ count: inout Int, _ limit: Int
  ) throws(SheetError) {
    let before = count
    while count < limit {
      let room = UnsafeMutableRawBufferPointer(start: start + count, count: limit - count)
      let got = try stream.read(into: room)
      if got == 0 {
        hasEnded = true
        return
      }
      count += got
      // What a pipe has is shown, however little it is.
      if stream.size == nil, count - before >= 64 << 10 { return }
    }
  }

  /// The end of the last record that is whole; the last byte may be half a line break and does not count.
  private func lastRecordEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let quote else { return lastLineEnd(bytes) }
    var outside = 0
    var found: Int?
    while let opening = next(quote, in: bytes, from: outside) {
      guard opensCell(opening, bytes) else {
        found = lineEnd(in: bytes, from: outside, to: opening + 1) ?? found
        outside = opening + 1
        continue
      }
      found = lineEnd(in: bytes, from: outside, to: opening) ?? found
      guard let closing = closing(quote, in: bytes, from: opening + 1) else { return found }
      outside = closing + 1
    }
    return lineEnd(in: bytes, from: outside, to: bytes.count) ?? found
  }

  private func opensCell(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    return before == delimiter || before == lineFeed || before == carriageReturn
  }

  private func next(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    guard from < bytes.count, let start = bytes.baseAddress,
      let found = memchr(start + from, Int32(byte), bytes.count - from)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }

  private func closing(_ quote: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
    var position = from
    while let found = next(quote, in: bytes, from: position) {
      guard found + 1 < bytes.count else { return nil }
      if bytes[found + 1] != quote { return found }
      position = found + 2
    }
    return nil
  }

  private func lastLineEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    lineEnd(in: bytes, from: 0, to: bytes.count)
  }

  /// Behind the last line break of a range; a carriage return at the very end waits for its line feed.
  private func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from: Int, to: Int) -> Int? {
    var index = to - 1
    while index >= from {
      let byte = bytes[index]
      if byte == lineFeed || byte == carriageReturn && index + 1 < bytes.count { return index + 1 }
      index -= 1
    }
    return nil
  }
}

let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")

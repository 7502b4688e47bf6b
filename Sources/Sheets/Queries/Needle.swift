// A folded word, looked for in many texts at once: thirty-two places a step.

import Glibc

/// A word to look for in texts, without regard to case.
struct Needle: Sendable {
  let bytes: [UInt8]
  /// Where in the word its two rarest bytes stand.
  private let first: Int
  private let second: Int

  /// Takes a folded word; nil where it is empty.
  init?(_ folded: String) {
    let bytes = Array(folded.utf8)
    guard !bytes.isEmpty else { return nil }
    self.bytes = bytes
    let byRarity = bytes.indices.sorted { commonness(bytes[$0]) < commonness(bytes[$1]) }
    first = byRarity[0]
    second = byRarity.dropFirst().first ?? byRarity[0]
  }

  /// Calls `found` with the number of every text that holds the word, ascending, each once; stops when it says false.
  func search(_ block: TextBlock, _ found: (Int) -> Bool) {
    guard let start = block.bytes.baseAddress, block.bytes.count >= bytes.count else { return }
    var row = 0
    var position = 0
    while let hit = next(start, block.bytes.count, from: position) {
      row = Self.text(at: hit, in: block.ends, from: row)
      guard row < block.count else { return }
      let end = Int(block.ends[row])
      // What reaches into the next text is no hit.
      guard hit + bytes.count <= end else {
        position = hit + 1
        continue
      }
      if !found(row) { return }
      position = end
      row += 1
    }
  }

  /// Whether a text holds the word.
  func isIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.baseAddress else { return false }
    return next(start, text.count, from: 0) != nil
  }

  /// The first text that ends behind a byte; looks near at first, since hits come in order.
  private static func text(at hit: Int, in ends: UnsafeBufferPointer<UInt32>, from row: Int) -> Int {
    var low = row
    var step = 1
    while low + step < ends.count, Int(ends[low + step - 1]) <= hit {
      low += step
      step *= 2
    }
    var high = min(ends.count, low + step)
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) <= hit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where the word begins next, in any case of its letters.
  private func next(_ start: UnsafePointer<UInt8>, _ count: Int, from: Int) -> Int? {
    let last = count - bytes.count
    var position = from
    let raw = UnsafeRawPointer(start)
    let small = (one: Block(repeating: bytes[first]), two: Block(repeating: bytes[second]))
    let large = (one: Block(repeating: capital(bytes[first])), two: Block(repeating: capital(bytes[second])))
    while position + 31 <= last {
      let one = raw.loadUnaligned(fromByteOffset: position + first, as: Block.self)
      let two = raw.loadUnaligned(fromByteOffset: position + second, as: Block.self)
      // Comparisons of vectors are machine instructions; their `|` and `^` are not.
      let matches =
        ((one .== small.one) .| (one .== large.one)) .& ((two .== small.two) .| (two .== large.two))
      let hits = unsafeBitCast(matches, to: SIMD4<UInt64>.self)
      if (hits[0] | hits[1]) | (hits[2] | hits[3]) != 0 {
        for lane in 0..<4 {
          var rest = hits[lane]
          while rest != 0 {
            let byte = rest.trailingZeroBitCount / 8
            if isHere(start + position + lane * 8 + byte) { return position + lane * 8 + byte }
            rest &= ~(0xFF << UInt64(byte * 8))
          }
        }
      }
      position += 32
    }
    while position <= last {
      if isHere(start + position) { return position }
      position += 1
    }
    return nil
  }

  private typealias Block = SIMD32<UInt8>

  @inline(__always)
  private func isHere(_ start: UnsafePointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<bytes.count where start[index] | caseBit(bytes[index]) != bytes[index] { return false }
      return true
    }
  }
}

/// The capital of a small letter; every other byte itself.
@inline(__always)
private func capital(_ byte: UInt8) -> UInt8 { byte &- caseBit(byte) }

/// The bit that tells capitals from small letters, for letters; a folded word has small ones only.
@inline(__always)
private func caseBit(_ byte: UInt8) -> UInt8 { byte &- 0x61 < 26 ? 0x20 : 0 }

/// How often a byte stands in names, roughly: the commonest letters of European languages last.
private func commonness(_ byte: UInt8) -> Int {
  let order = Array("qxwjkyzvbfhg0123456789pdumclnrtsoiea .".utf8)
  return order.firstIndex(of: byte) ?? -1
}

// Finds delimiters, quotes and line breaks in text without a look at each byte.

/// Finds the bytes that can end a cell, sixty-four at a time.
struct MarkFinder {
  private typealias Block = SIMD32<UInt8>
  private let delimiter: Block
  private let quote: Block

  init(_ dialect: Dialect) {
    delimiter = Block(repeating: dialect.delimiter)
    quote = Block(repeating: dialect.quote ?? dialect.delimiter)
  }

  /// A bit for each of sixty-four bytes, the lowest for the first: delimiters, quotes and line breaks.
  @inline(__always)
  func find(_ start: UnsafeMutablePointer<UInt8>) -> UInt64 {
    bits(start) { (($0 .== delimiter) .| ($0 .== quote)) .| Self.areBreaks($0) }
  }

  /// The same for quotes alone, of a dialect that has them.
  @inline(__always)
  func quotes(_ start: UnsafeMutablePointer<UInt8>) -> UInt64 { bits(start) { $0 .== quote } }

  /// The same for line breaks alone.
  @inline(__always)
  func lineBreaks(_ start: UnsafeMutablePointer<UInt8>) -> UInt64 { bits(start, Self.areBreaks) }

  @inline(__always)
  private static func areBreaks(_ bytes: Block) -> SIMDMask<Block.MaskStorage> {
    (bytes .== Block(repeating: lineFeed)) .| (bytes .== Block(repeating: carriageReturn))
  }

  @inline(__always)
  private func bits(
    _ start: UnsafeMutablePointer<UInt8>, _ test: (Block) -> SIMDMask<Block.MaskStorage>
  ) -> UInt64 {
    let raw = UnsafeRawPointer(start)
    let low = test(raw.loadUnaligned(as: Block.self))
    let high = test(raw.loadUnaligned(fromByteOffset: 32, as: Block.self))
    return half(low) | half(high) &<< 32
  }

  @inline(__always)
  private func half(_ hits: SIMDMask<Block.MaskStorage>) -> UInt64 {
    let words = unsafeBitCast(hits, to: SIMD4<UInt64>.self)
    return (bits(words[0]) | bits(words[1]) &<< 8) | (bits(words[2]) &<< 16 | bits(words[3]) &<< 24)
  }

  /// A bit for each byte of a word that has all bits or none.
  @inline(__always)
  private func bits(_ word: UInt64) -> UInt64 {
    ((word & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
  }
}

// Texts one behind the other, growing, as columns collect them.

import Glibc

/// Texts one behind the other; used again after `removeAll`, given back by `deallocate`, which its owner calls.
struct TextStore {
  private var bytes = RawList<UInt8>(capacity: 1024)
  private var ends = RawList<UInt32>(capacity: 128)

  var count: Int { ends.count }
  var byteCount: Int { bytes.count }
  /// The first byte; what lies behind the last one can be read too, eight bytes far.
  var start: UnsafeMutablePointer<UInt8> { bytes.start }

  func deallocate() {
    bytes.deallocate()
    ends.deallocate()
  }

  mutating func removeAll() {
    bytes.removeAll()
    ends.removeAll()
  }

  mutating func append(_ text: UnsafePointer<UInt8>, _ length: Int) {
    bytes.reserve(length)
    memcpy(bytes.start + bytes.count, text, length)
    bytes.advance(by: length)
    appendEmpty()
  }

  /// Adds a text without bytes.
  mutating func appendEmpty() { ends.append(UInt32(truncatingIfNeeded: bytes.count)) }

  /// Adds the cells of a column; `missing` is told of those that are not there, which become empty.
  @inline(__always)
  mutating func append(_ cells: CellColumn, missing: (Int) -> Void) {
    var length = 0
    for row in 0..<cells.count { length &+= cells[row].count }
    bytes.reserve(length)
    ends.reserve(cells.count)
    let (to, marks) = (bytes.start, ends.start + ends.count)
    var end = bytes.count
    for row in 0..<cells.count {
      let cell = cells[row]
      if cell.isMissing { missing(row) }
      copyText(from: cells.text + cell.offset, to: to + end, cell.count)
      end &+= cell.count
      marks[row] = UInt32(truncatingIfNeeded: end)
    }
    bytes.advance(by: length)
    ends.advance(by: cells.count)
  }

  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    let from = index == 0 ? 0 : Int(ends[index - 1])
    return UnsafeBufferPointer(start: bytes.start + from, count: Int(ends[index]) - from)
  }

  var block: TextBlock { TextBlock(ends: ends.elements, bytes: bytes.elements) }
}

/// Copies a text whose neighbourhood may be read and overwritten: most texts are moved whole without a look at their length.
@inline(__always)
private func copyText(from: UnsafePointer<UInt8>, to: UnsafeMutablePointer<UInt8>, _ count: Int) {
  let (source, target) = (UnsafeRawPointer(from), UnsafeMutableRawPointer(to))
  target.storeBytes(of: source.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
  let next = source.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self)
  target.storeBytes(of: next, toByteOffset: 16, as: SIMD16<UInt8>.self)
  if count > 32 { memcpy(target + 32, source + 32, count &- 32) }
}

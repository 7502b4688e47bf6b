// Cells in the form in which nearly all are written, read in one go; others are left to the XML scanner.

/// A cell like `<c r="B7" s="1" t="s"><v>12</v></c>`.
struct PlainCell {
  private(set) var column: Int
  private(set) var kind = CellKindInSheet.number
  private(set) var style = 0
  /// What stands between `<v>` and `</v>`, as offsets from the first byte of the cell.
  private(set) var value = 0..<0
  /// How many bytes the cell has.
  private(set) var length = 0

  /// Reads a cell at `bytes`, of which `count` are in memory; `nil` for any other form or half a cell.
  @inline(__always)
  init?(_ bytes: UnsafePointer<UInt8>, count: Int, next: Int) {
    guard count > Self.least else { return nil }
    let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self)
    guard UInt32(littleEndian: word) & 0xFF_FFFF == 0x20_633C else { return nil }
    column = next
    // What is read beyond the last attribute is checked to be there only once.
    let end = count &- Self.least
    var index = 3
    while bytes[index] != 0x3E {
      guard index < end, bytes[index &+ 1] == 0x3D, bytes[index &+ 2] == 0x22 else { return nil }
      let name = bytes[index]
      index &+= 3
      switch name {
      case 0x72:
        var letters = 0
        while bytes[index] &- 0x41 < 26, index < end {
          letters = letters &* 26 &+ Int(bytes[index] &- 0x40)
          index &+= 1
        }
        guard letters > 0, letters <= 16_384 else { return nil }
        column = letters &- 1
        while bytes[index] &- 0x30 < 10, index < end { index &+= 1 }
      case 0x73:
        style = 0
        while bytes[index] &- 0x30 < 10, index < end, style < 1 << 24 {
          style = style &* 10 &+ Int(bytes[index] &- 0x30)
          index &+= 1
        }
      case 0x74:
        switch bytes[index] {
        case 0x73 where bytes[index &+ 1] == 0x22: kind = .shared
        case 0x6E: kind = .number
        default: return nil
        }
        index &+= 1
      default: return nil
      }
      guard bytes[index] == 0x22 else { return nil }
      index &+= bytes[index &+ 1] == 0x20 ? 2 : 1
    }
    guard index < end, column < 16_384, let value = Self.value(bytes, from: index, end) else { return nil }
    self.value = value
    length = value.upperBound &+ 8
  }

  /// More bytes than any of the fixed parts of a cell has.
  private static let least = 24

  /// The digits between `><v>` at `index` and `</v></c>`.
  @inline(__always)
  private static func value(_ bytes: UnsafePointer<UInt8>, from index: Int, _ end: Int) -> Range<Int>? {
    let raw = UnsafeRawPointer(bytes)
    guard UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self)) == 0x3E76_3C3E
    else { return nil }
    let start = index &+ 4
    var last = start
    while last < end, bytes[last] != 0x3C, bytes[last] != 0x26 { last &+= 1 }
    guard last < end,
      UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: last, as: UInt64.self)) == 0x3E63_2F3C_3E76_2F3C
    else { return nil }
    return start..<last
  }
}

/// What the content of a cell is.
enum CellKindInSheet {
  case number
  /// The number of a shared string.
  case shared
  case text
  case boolean
}

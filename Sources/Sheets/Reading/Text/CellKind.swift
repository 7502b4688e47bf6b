// Tells cells that are numbers, dates or years from cells that are words, for finding headers only.

/// What a cell looks like at first sight.
enum CellKind: Equatable {
  case empty
  case year
  case number
  case date
  case words

  /// Looks at the bytes of a cell.
  init(_ cell: [UInt8]) {
    let text = Self.trimmed(cell)
    guard let last = text.last else {
      self = .empty
      return
    }
    // What is longer is no value, however many digits it has.
    guard text.count <= 32 else {
      self = .words
      return
    }
    let digits = text.count { Self.isDigit($0) }
    if digits == text.count, digits == 4, (0x31...0x32).contains(text.first ?? 0) {
      self = .year
    } else if digits == 0 {
      self = .words
    } else if Self.isDate(text) {
      self = .date
    } else {
      let isNumber = text.allSatisfy { Self.isDigit($0) || Self.isNumberSign($0) }
      self = isNumber && (Self.isDigit(last) || last == 0x25) ? .number : .words
    }
  }

  /// Whether it is a value rather than a word.
  var isValue: Bool { self == .number || self == .date || self == .year }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Blanks, signs, points, commas, apostrophes, percent, and UTF-8 of no-break blanks and the euro.
  private static func isNumberSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x25, 0x27, 0x2B, 0x2C, 0x2D, 0x2E, 0xC2, 0xA0, 0xE2, 0x82, 0xAC, 0x80, 0xAF: true
    default: false
    }
  }

  /// Three groups of digits with `-`, `/` or `.` between them, one of them of four, perhaps a time behind.
  private static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
    let day = text.prefix { $0 != 0x20 && $0 != 0x54 }
    var sizes = (0, 0, 0)
    for byte in day {
      if isDigit(byte) {
        sizes.2 += 1
      } else if byte == 0x2D || byte == 0x2F || byte == 0x2E, sizes.0 == 0 {
        sizes = (sizes.1, sizes.2, 0)
      } else {
        return false
      }
    }
    return (1...4).contains(sizes.0) && (1...2).contains(sizes.1) && (1...4).contains(sizes.2)
      && (sizes.0 <= 2 || sizes.2 <= 2) && sizes.0 + sizes.1 + sizes.2 >= 4
  }

  private static func trimmed(_ cell: [UInt8]) -> ArraySlice<UInt8> {
    let start = cell.firstIndex { $0 > 0x20 } ?? cell.endIndex
    let end = cell.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return cell[start..<max(start, end)]
  }
}

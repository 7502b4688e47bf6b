// Cells as a dataset takes them: without blanks at the ends, with one blank for several, without control signs.

/// Cleans the text of cells.
enum CellCleaner {
  /// Cleans the text from `start` on; false where control signs were left out.
  static func clean(_ text: inout [UInt8], from start: Int) -> Bool {
    var hasBlank = false
    var isASCII = true
    for index in start..<text.count {
      let byte = text[index]
      if byte > 0x20, byte < 0x7F { continue }
      if byte == 0x20 || (0x09...0x0D).contains(byte) { hasBlank = true } else { isASCII = false }
    }
    if isASCII {
      if hasBlank { joinBlanks(&text, from: start) }
      return true
    }
    return cleanScalars(&text, from: start)
  }

  private static func joinBlanks(_ text: inout [UInt8], from start: Int) {
    var end = start
    var isGap = false
    for index in start..<text.count {
      let byte = text[index]
      if byte <= 0x20 {
        isGap = true
        continue
      }
      if isGap, end > start {
        text[end] = 0x20
        end += 1
      }
      isGap = false
      text[end] = byte
      end += 1
    }
    text.removeLast(text.count - end)
  }

  private static func cleanScalars(_ text: inout [UInt8], from start: Int) -> Bool {
    let cell = String(decoding: text[start...], as: UTF8.self)
    text.removeLast(text.count - start)
    var isGap = false
    var isWhole = true
    for scalar in cell.unicodeScalars {
      if isBlank(scalar) {
        isGap = true
      } else if isControl(scalar) {
        isWhole = false
      } else {
        if isGap, text.count > start { text.append(0x20) }
        isGap = false
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return isWhole
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

// The five named characters of XML and those written by number.

enum XMLEntities {
  /// Appends what the entity at the beginning of `text` stands for, and says how many bytes it has.
  ///
  /// An unknown one stays as it is.
  static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) -> Int {
    guard let end = text.firstIndex(of: 0x3B) else {
      output.append(0x26)
      return 1
    }
    let name = text[(text.startIndex + 1)..<end]
    if let known = named.first(where: { name.elementsEqual($0.name) }) {
      output.append(known.byte)
    } else if let scalar = number(name) {
      output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    } else {
      output.append(0x26)
      return 1
    }
    return end + 1 - text.startIndex
  }

  /// The text with all its entities resolved.
  static func resolved(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0x26) else { return text }
    var output: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == 0x26 {
        index += append(text[index..<min(text.count, index + 12)], to: &output)
      } else {
        output.append(text[index])
        index += 1
      }
    }
    return output
  }

  private static func number(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard name.first == 0x23 else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == 0x78 || digits.first == 0x58
    guard let value = number(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else { return nil }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The number that digits without a sign make.
  static func number(_ digits: ArraySlice<UInt8>, radix: Int) -> UInt32? {
    guard digits.first != 0x2B, digits.first != 0x2D else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: radix)
  }

  private static let named: [(name: [UInt8], byte: UInt8)] = [
    (Array("amp".utf8), 0x26), (Array("lt".utf8), 0x3C), (Array("gt".utf8), 0x3E), (Array("quot".utf8), 0x22),
    (Array("apos".utf8), 0x27),
  ]
}

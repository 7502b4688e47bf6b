// The text of one cell, decoded and trimmed, with what is odd about its bytes.

/// A cell as text.
struct CellText {
  /// Cells with more bytes are refused.
  static let longest = 65_536

  /// The text without blanks at its ends; bytes that are no UTF-8 stand as U+FFFD.
  let string: String
  /// How many bytes the cell has.
  let byteCount: Int
  /// Whether every byte is a printable character of ASCII, as in most cells; then nothing can be odd.
  let isPlain: Bool

  init(_ cell: CSVCell, in bytes: UnsafeBufferPointer<UInt8>) {
    byteCount = cell.end - cell.start
    var start = cell.start
    var end = cell.start + min(byteCount, Self.longest)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
    isPlain = part.allSatisfy { (0x20...0x7E).contains($0) }
    let text = String(decoding: part, as: UTF8.self)
    string = cell.hasDoubledQuotes ? Self.undoubled(text) : text
  }

  private static func undoubled(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isSecond = false
    for byte in text.utf8 {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The position in the file of the first byte that is no UTF-8.
  static func firstWrongByte(of cell: CSVCell, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes[cell.start..<cell.end].makeIterator()
    var position = cell.start
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): position += scalar.count
      case .error: return position
      case .emptyInput: return nil
      }
    }
  }
}

extension String {
  /// Without blanks at either end.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last, isBlank(first) || isBlank(last) else { return self }
    let bytes = Array(utf8)
    guard let start = bytes.firstIndex(where: { !isBlank($0) }),
      let end = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

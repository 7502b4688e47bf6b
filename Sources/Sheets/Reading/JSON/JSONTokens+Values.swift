// JSON values that are taken over as they are written, and those that are passed over.

extension JSONTokens {
  /// What the text of a word or number says.
  enum Word {
    case null
    case value
  }

  /// Reads `true`, `false`, `null` or a number and appends it as it is written, but `null`.
  mutating func readWord(into text: inout [UInt8]) throws(SheetError) -> Word {
    var length = 0
    while true {
      while window.position &+ length < window.end,
        Self.isWordByte(window.bytes[window.position &+ length])
      {
        length &+= 1
      }
      // What goes up to the end of the window may go on behind it.
      guard window.position &+ length == window.end, try window.refill() else { break }
    }
    let word = UnsafeBufferPointer(start: window.bytes + window.position, count: length)
    if word.elementsEqual(Self.null) {
      window.position &+= length
      return .null
    }
    guard Self.isNumber(word) || Self.words.contains(where: word.elementsEqual) else {
      throw mistake("a value is expected here")
    }
    text.append(contentsOf: word)
    window.position &+= length
    return .value
  }

  /// Reads any value and appends its text without the blanks between its parts.
  mutating func readRaw(into text: inout [UInt8], depth: Int) throws(SheetError) {
    guard text.count <= RowCells.largest else { throw tooLarge }
    guard depth < Self.deepest else { throw mistake("it is nested more than \(Self.deepest) deep") }
    switch try peek() {
    case 0x7B: try readRawMembers(into: &text, closing: 0x7D, depth: depth)
    case 0x5B: try readRawMembers(into: &text, closing: 0x5D, depth: depth)
    case 0x22: try readRawString(into: &text)
    default: if case .null = try readWord(into: &text) { text += Self.null }
    }
  }

  /// Passes over any value.
  mutating func skipValue(depth: Int, _ scratch: inout [UInt8]) throws(SheetError) {
    guard depth < Self.deepest else { throw mistake("it is nested more than \(Self.deepest) deep") }
    scratch.removeAll(keepingCapacity: true)
    let opening = try peek()
    guard opening == 0x7B || opening == 0x5B else {
      return try readRaw(into: &scratch, depth: depth)
    }
    window.position &+= 1
    let closing: UInt8 = opening == 0x7B ? 0x7D : 0x5D
    if try takes(closing) { return }
    repeat {
      if opening == 0x7B { try skipKey(&scratch) }
      try skipValue(depth: depth + 1, &scratch)
    } while try takes(0x2C)
    try expect(closing, opening == 0x7B ? "a comma or a closing brace" : "a comma or a closing bracket")
  }

  private mutating func skipKey(_ scratch: inout [UInt8]) throws(SheetError) {
    guard try peek() == 0x22 else { throw mistake("a name in quotes is expected here") }
    scratch.removeAll(keepingCapacity: true)
    try readRawString(into: &scratch)
    try expect(0x3A, "a colon")
  }

  private mutating func readRawMembers(
    into text: inout [UInt8], closing: UInt8, depth: Int
  ) throws(SheetError) {
    text.append(window.bytes[window.position])
    window.position &+= 1
    if try takes(closing) { return text.append(closing) }
    while true {
      if closing == 0x7D {
        guard try peek() == 0x22 else { throw mistake("a name in quotes is expected here") }
        try readRawString(into: &text)
        try expect(0x3A, "a colon")
        text.append(0x3A)
      }
      try readRaw(into: &text, depth: depth + 1)
      guard try takes(0x2C) else { break }
      text.append(0x2C)
    }
    try expect(closing, closing == 0x7D ? "a comma or a closing brace" : "a comma or a closing bracket")
    text.append(closing)
  }

  /// Appends a string with its quotes and escapes as they are written.
  private mutating func readRawString(into text: inout [UInt8]) throws(SheetError) {
    text.append(0x22)
    window.position &+= 1
    var isEscaped = false
    while try window.hasByte() {
      guard text.count <= RowCells.largest else { throw tooLarge }
      let byte = window.bytes[window.position]
      text.append(byte)
      window.position &+= 1
      if byte == 0x22, !isEscaped { return }
      isEscaped = byte == 0x5C && !isEscaped
    }
    throw mistake("the closing quote of a string is expected")
  }

  private static let null = Array("null".utf8)
  /// The last three are no JSON, but Python writes them.
  private static let words = ["true", "false", "NaN", "Infinity", "-Infinity"].map { Array($0.utf8) }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  /// A minus, digits, a point with digits, an exponent; zeros in front are let through.
  private static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    func isDigit() -> Bool { index < text.count && text[index] &- 0x30 < 10 }
    func digits() -> Bool {
      let start = index
      while isDigit() { index &+= 1 }
      return index > start
    }
    if text.first == 0x2D { index = 1 }
    guard digits() else { return false }
    if index < text.count, text[index] == 0x2E {
      index &+= 1
      guard digits() else { return false }
    }
    if index == text.count { return true }
    guard text[index] | 0x20 == 0x65 else { return false }
    index &+= 1
    if index < text.count, text[index] == 0x2B || text[index] == 0x2D { index &+= 1 }
    return digits() && index == text.count
  }
}

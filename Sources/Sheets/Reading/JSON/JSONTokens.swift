// The smallest parts of JSON text (RFC 8259): blanks, strings, words and numbers, read from a stream.

/// Walks over JSON text; every mistake is told with its line.
struct JSONTokens: ~Copyable {
  var window: ByteWindow
  /// Deeper nesting is refused, as it could exhaust the stack.
  static let deepest = 200

  /// Whether a string may not go over the end of a line, as in NDJSON.
  let isOneLine: Bool

  init(_ window: consuming ByteWindow, isOneLine: Bool = false) {
    self.window = window
    self.isOneLine = isOneLine
  }

  /// The next byte that is no blank, which is not taken; `nil` at the end.
  @inline(__always)
  mutating func peek() throws(SheetError) -> UInt8? {
    if window.position < window.end, window.bytes[window.position] > 0x20 {
      return window.bytes[window.position]
    }
    return try skipBlanks()
  }

  private mutating func skipBlanks() throws(SheetError) -> UInt8? {
    while true {
      while window.position < window.end {
        let byte = window.bytes[window.position]
        if byte > 0x20 || !(byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09) { return byte }
        window.position &+= 1
      }
      guard try window.refill() else { return nil }
    }
  }

  /// Steps over `symbol` after blanks, if it is there.
  @inline(__always)
  mutating func takes(_ symbol: UInt8) throws(SheetError) -> Bool {
    guard try peek() == symbol else { return false }
    window.position &+= 1
    return true
  }

  /// Steps over `symbol`, or says that `words` are expected.
  @inline(__always)
  mutating func expect(_ symbol: UInt8, _ words: StaticString) throws(SheetError) {
    guard try takes(symbol) else { throw mistake("\(words) is expected here") }
  }

  var tooLarge: SheetError {
    mutating get {
      SheetError(
        window.path, line: window.line(), "a row has more than \(RowCells.largest) bytes",
        advice: "check what wrote the file")
    }
  }

  /// Steps over `name` and the quotes around it, where exactly these bytes come next.
  @inline(__always)
  mutating func takesName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let length = name.count
    guard window.end &- window.position > length &+ 1 else { return false }
    let text = window.bytes + window.position
    guard text[length &+ 1] == 0x22, text[0] == 0x22 else { return false }
    for offset in 0..<length where text[offset &+ 1] != name[offset] { return false }
    window.position &+= length &+ 2
    return true
  }

  mutating func mistake(_ reason: String) -> SheetError {
    let end = window.position >= window.end ? " but the text ends" : ""
    return SheetError(
      window.path, line: window.line(), "no JSON: " + reason + end, advice: "check what wrote the file",
      isOfOneRow: isOneLine)
  }

  /// Reads a string whose opening quote is next and appends what it means.
  mutating func readString(into text: inout [UInt8]) throws(SheetError) {
    window.position &+= 1
    while true {
      let run = plainRun()
      guard text.count &+ run <= RowCells.largest else { throw tooLarge }
      text.append(contentsOf: UnsafeBufferPointer(start: window.bytes + window.position, count: run))
      window.position &+= run
      guard try window.hasByte() else { throw mistake("the closing quote of a string is expected") }
      switch window.bytes[window.position] {
      case 0x22:
        window.position &+= 1
        return
      case 0x5C:
        window.position &+= 1
        let (scalar, second) = try readEscape()
        Self.append(scalar, to: &text)
        if let second { Self.append(second, to: &text) }
      case 0x0A where isOneLine:
        throw mistake("the closing quote of a string is expected before the line ends")
      // RFC 8259 forbids control characters in strings; files have them all the same and the text is clear.
      case let byte where byte < 0x20:
        text.append(byte)
        window.position &+= 1
      default: break
      }
    }
  }

  /// How many bytes from `position` on are neither quote nor backslash nor control character.
  @inline(__always)
  private func plainRun() -> Int {
    let start = window.position
    let end = window.end
    let bytes = window.bytes
    var index = start
    while index &+ 8 <= end {
      let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
      let special =
        Self.zeroBytes(word ^ Self.ones &* 0x22) | Self.zeroBytes(word ^ Self.ones &* 0x5C)
        | (word &- Self.ones &* 0x20) & ~word & Self.highs
      if special != 0 { return index &+ special.trailingZeroBitCount >> 3 &- start }
      index &+= 8
    }
    while index < end, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20 { index &+= 1 }
    return index &- start
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The highest bit of each byte that is zero; of bytes after the first such one it may be wrong.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }

  /// Reads what follows a backslash; two characters where a half of a pair is followed by something else.
  private mutating func readEscape() throws(SheetError) -> (UInt32, UInt32?) {
    guard try window.hasByte() else { throw mistake("an escape is expected") }
    let byte = window.bytes[window.position]
    window.position &+= 1
    switch byte {
    case 0x22, 0x5C, 0x2F: return (UInt32(byte), nil)
    case UInt8(ascii: "n"): return (0x0A, nil)
    case UInt8(ascii: "t"): return (0x09, nil)
    case UInt8(ascii: "r"): return (0x0D, nil)
    case UInt8(ascii: "b"): return (0x08, nil)
    case UInt8(ascii: "f"): return (0x0C, nil)
    case UInt8(ascii: "u"): return try readPair()
    default:
      window.position &-= 1
      throw mistake("an escape is not known")
    }
  }

  private mutating func readPair() throws(SheetError) -> (UInt32, UInt32?) {
    var pending: UInt32?
    var unit = try readHex()
    while true {
      guard unit & 0xFC00 == 0xD800, try nextIsUnicodeEscape() else { return Self.result(pending, unit) }
      window.position &+= 2
      let low = try readHex()
      if low & 0xFC00 == 0xDC00 {
        let scalar = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
        return pending == nil ? (scalar, nil) : (0xFFFD, scalar)
      }
      // A run of first halves is no text; one sign stands for all but the last of them.
      pending = 0xFFFD
      unit = low
    }
  }

  private static func result(_ pending: UInt32?, _ unit: UInt32) -> (UInt32, UInt32?) {
    pending == nil ? (unit, nil) : (0xFFFD, unit)
  }

  private mutating func nextIsUnicodeEscape() throws(SheetError) -> Bool {
    while window.end - window.position < 2 {
      guard try window.refill() else { return false }
    }
    return window.bytes[window.position] == 0x5C && window.bytes[window.position + 1] == 0x75
  }

  private mutating func readHex() throws(SheetError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard try window.hasByte(), let digit = Self.hexDigit(window.bytes[window.position]) else {
        throw mistake("four hexadecimal digits are expected")
      }
      unit = unit << 4 | digit
      window.position &+= 1
    }
    return unit
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }

  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
  }
}

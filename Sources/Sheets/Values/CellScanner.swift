// Walks through the bytes of a cell: blanks, digits, letters, dashes.

/// Reads one cell from its first byte to its last.
struct CellScanner {
  let cell: UnsafeBufferPointer<UInt8>
  /// Where the text begins and ends, without blanks.
  let start: Int
  let end: Int
  var position: Int
  var found = ScannedCell()

  /// What a cell looks like.
  static func scan(_ cell: UnsafeBufferPointer<UInt8>) -> ScannedCell {
    let (start, end) = trimmed(cell)
    guard start < end else { return ScannedCell(.empty) }
    var scanner = CellScanner(cell: cell, start: start, end: end, position: start)
    switch cell[start] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): scanner.scanDigits()
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): scanner.scanLetters()
    default: scanner.scanSigns()
    }
    return scanner.found
  }

  /// The value of a cell that is a whole number at first sight: digits alone, which can be no date and no code.
  @inline(__always)
  static func plainNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = cell.count
    guard count > 0, count <= 15, count != 4, count != 8 else { return nil }
    if cell[0] == UInt8(ascii: "0"), count > 1 { return nil }
    var value = 0
    for index in 0..<count {
      let digit = cell[index] &- 0x30
      if digit > 9 { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// Where the text of a cell begins and ends without the blanks around it.
  @inline(__always)
  static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> (start: Int, end: Int) {
    var start = 0
    var end = cell.count
    while start < end {
      let width = blankWidth(cell, start, end)
      if width == 0 { break }
      start += width
    }
    while start < end {
      if cell[end - 1] <= 0x20 {
        end -= 1
      } else if cell[end - 1] == 0xA0, end - 2 >= start, cell[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return (start, end)
  }

  /// How many bytes the blank at `index` has; 0 where there is none.
  @inline(__always)
  static func blankWidth(_ cell: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int {
    guard index < end else { return 0 }
    let byte = cell[index]
    if byte <= 0x20 { return 1 }
    if byte < 0xC2 { return 0 }
    if byte == 0xC2 { return index + 1 < end && cell[index + 1] == 0xA0 ? 2 : 0 }
    guard byte == 0xE2, index + 2 < end else { return 0 }
    let (second, third) = (cell[index + 1], cell[index + 2])
    if second == 0x80 { return third <= 0x8A || third == 0xAF ? 3 : 0 }
    return second == 0x81 && third == 0x9F ? 3 : 0
  }

  /// The byte at the position, 0 at the end.
  var here: UInt8 {
    @inline(__always) get { position < end ? cell[position] : 0 }
  }

  @inline(__always)
  func byte(_ index: Int) -> UInt8 { index < end ? cell[index] : 0 }

  @inline(__always)
  func isDigit(_ index: Int) -> Bool { index < end && cell[index] &- 0x30 < 10 }

  /// Whether a letter of a word stands at the index: not a sign, blank or dash of more than one byte.
  @inline(__always)
  func isLetter(_ index: Int) -> Bool {
    guard index < end else { return false }
    let byte = cell[index]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 }
    if byte >= 0xC3 { return byte != 0xE2 }
    return byte < 0xC0 && index > start && cell[index - 1] >= 0xC3 && cell[index - 1] != 0xE2
  }

  @inline(__always)
  mutating func skipBlanks() {
    while true {
      let width = Self.blankWidth(cell, position, end)
      if width == 0 { return }
      position += width
    }
  }

  /// How many bytes the dash or minus at the index has; 0 where there is none.
  func dashWidth(_ index: Int) -> Int {
    if byte(index) == UInt8(ascii: "-") { return 1 }
    guard byte(index) == 0xE2 else { return 0 }
    if byte(index + 1) == 0x88, byte(index + 2) == 0x92 { return 3 }
    return byte(index + 1) == 0x80 && byte(index + 2) &- 0x90 < 6 ? 3 : 0
  }

  /// Reads digits; how many, and their value while it fits.
  @inline(__always)
  mutating func run() -> (count: Int, value: Int) {
    let first = position
    var value = 0
    while position < end, cell[position] &- 0x30 < 10 {
      value = value &* 10 &+ Int(cell[position] &- 0x30)
      position += 1
    }
    return (position - first, value)
  }

  /// Takes the letters at the position as a word of the inner table; leaves the position where there is none.
  mutating func innerWord() -> InnerWord? {
    var last = position
    while isLetter(last) { last += 1 }
    guard let word = CellWords.inner.meaning(cell, position, last) else { return nil }
    position = last
    return word
  }
}

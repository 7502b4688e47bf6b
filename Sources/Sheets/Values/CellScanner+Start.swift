// Finds the shape of a cell, beginning with its first byte.

extension CellScanner {
  /// A cell that begins with a digit.
  @inline(__always)
  mutating func scanDigits() {
    let first = run()
    if position == end { return pureDigits(first) }
    switch cell[position] {
    case UInt8(ascii: "/"), UInt8(ascii: "-"): scanParts(first)
    case UInt8(ascii: "."), UInt8(ascii: ","): scanMarked(first)
    case UInt8(ascii: "'"), UInt8(ascii: "%"): scanAmount(first)
    default: if !scanNamedDate(first) { scanAmount(first) }
    }
  }

  /// Digits behind which stands a point or a comma; most are numbers with one mark and nothing else.
  @inline(__always)
  private mutating func scanMarked(_ first: Run) {
    let mark = position
    let isPoint = cell[mark] == UInt8(ascii: ".")
    position += 1
    let second = run()
    if position == end, second.count > 0, first.count + second.count <= 15 {
      return oneMark(first, second, isPoint: isPoint)
    }
    let isNumber = !isPoint || second.count > 2
    position = mark
    if isNumber || !scanDottedDate(first) { scanAmount(first) }
  }

  /// Digits and nothing else.
  @inline(__always)
  private mutating func pureDigits(_ first: Run) {
    found.mantissa = UInt64(bitPattern: Int64(first.value))
    found.digits = UInt8(clamping: first.count)
    if first.count > 15 {
      found.shape = .longDigits
    } else if first.count > 1, cell[start] == UInt8(ascii: "0") {
      found.shape = .leadingZero
    } else if first.count == 4, (1900...2100).contains(first.value) {
      found.shape = .year
      found.setParts(first.value, 1, 1)
    } else {
      found.shape = first.count == 8 && isCompactDate(first.value) ? .compactDate : .whole
    }
  }

  private mutating func isCompactDate(_ value: Int) -> Bool {
    let (year, month, day) = (value / 10000, value / 100 % 100, value % 100)
    guard (1900...2100).contains(year), Gregorian.hasDay(year, month, day) else { return false }
    found.setParts(year, month, day)
    return true
  }

  /// A cell that begins with a sign, a currency sign or a letter that is not ASCII.
  mutating func scanSigns() {
    if scanWhole() { return }
    if isLetter(position) { return scanLetters() }
    switch here {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"): scanBound()
    // The signs ≈, ≤ and ≥.
    case 0xE2 where byte(position + 1) == 0x89: scanBound()
    default: scanPrefixed()
    }
  }

  /// A number after a sign that makes it a bound; anything else is no number at all.
  private mutating func scanBound() {
    while position < end, !isDigit(position), !isLetter(position) { position += 1 }
    found.shape = isDigit(position) ? .bound : .other
  }

  /// Whether the whole cell is a known word.
  @inline(__always)
  mutating func scanWhole() -> Bool {
    guard end - start <= 16, let word = CellWords.whole.meaning(cell, start, end) else { return false }
    switch word {
    case .flag(let index): (found.shape, found.word) = (.flag, index)
    case .missing(let index): (found.shape, found.word) = (.missing, index)
    case .notAvailable: found.shape = .notAvailable
    }
    return true
  }

  /// A cell that begins with a letter: mostly a word.
  @inline(__always)
  mutating func scanLetters() {
    if scanWhole() { return }
    found.shape = .word
    let last = cell[end - 1]
    let mayBeMore = last &- 0x30 < 10 || last == UInt8(ascii: "-") || last == UInt8(ascii: ")")
    guard mayBeMore || Self.beginsWithEuro(cell, start) else { return }
    let before = position
    guard let word = innerWord() else { return wordOrMixed() }
    switch word {
    case .unit, .scaledUnit:
      position = before
      scanPrefixed()
    case .month, .weekday, .quarter, .unclearMonth, .unclearScale: scanNamedStart(word)
    case .bound: scanBound()
    default: wordOrMixed()
    }
    if found.shape == .other { wordOrMixed() }
  }

  /// Whether `EUR` or `Euro` stands at the index: a number with a factor can follow, `EUR 5 million`.
  @inline(__always)
  static func beginsWithEuro(_ cell: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    cell[index] | 0x20 == UInt8(ascii: "e") && index + 4 < cell.count
      && cell[index + 1] | 0x20 == UInt8(ascii: "u") && cell[index + 2] | 0x20 == UInt8(ascii: "r")
  }

  private mutating func wordOrMixed() {
    found = ScannedCell(.word)
    guard end - start <= 24, cell[end - 1] &- 0x30 < 10 else { return }
    for index in start..<end where cell[index] <= 0x20 || cell[index] > 0x7E { return }
    found.shape = .mixed
  }
}

// What stands around the digits of a number: signs, brackets, currencies, factors.

extension CellScanner {
  /// Signs, brackets and currencies, then a number.
  mutating func scanPrefixed() {
    var isBracketed = false
    var hasSign = false
    while position < end, !isDigit(position) {
      let before = position
      if byte(position) == UInt8(ascii: "("), !isBracketed {
        isBracketed = true
        position += 1
      } else if byte(position) == UInt8(ascii: "+"), !hasSign {
        hasSign = true
        position += 1
      } else if !hasSign, !isBracketed, dashWidth(position) > 0 {
        (hasSign, found.isNegative) = (true, true)
        position += dashWidth(position)
      } else if isPointBeforeDigits {
        break
      } else if !takeUnit() {
        return setOther()
      }
      skipBlanks()
      if position == before { return setOther() }
    }
    guard position < end else { return setOther() }
    if isBracketed { found.isNegative = true }
    scanAmount(run(), isBracketed: isBracketed)
  }

  private mutating func setOther() { found = ScannedCell(.other) }

  /// Whether `.5` or `,5` begins here.
  private var isPointBeforeDigits: Bool {
    (here == UInt8(ascii: ".") || here == UInt8(ascii: ",")) && isDigit(position + 1)
  }

  /// A currency sign or word, once; `true` if one was taken.
  private mutating func takeUnit() -> Bool {
    let unit: AmountUnit
    switch here {
    case UInt8(ascii: "$"): (unit, position) = (.dollarSign, position + 1)
    case UInt8(ascii: "%"): (unit, position) = (.percent, position + 1)
    case 0xC2 where byte(position + 1) == 0xA3: (unit, position) = (.poundSign, position + 2)
    case 0xE2 where byte(position + 1) == 0x82 && byte(position + 2) == 0xAC:
      (unit, position) = (.eur, position + 3)
    default:
      let before = position
      switch innerWord() {
      case .unit(let found): unit = found
      case .scaledUnit(let scale, let found): (unit, self.found.scale) = (found, scale)
      default:
        position = before
        return false
      }
      if here == UInt8(ascii: "."), !isDigit(position + 1) { position += 1 }
    }
    guard found.unit == .none || found.unit == unit else { return false }
    found.unit = unit
    return true
  }

  /// What follows the digits: units, factors, signs; anything else makes another shape.
  mutating func scanSuffix(_ isBracketed: Bool) {
    var isOpen = isBracketed
    if position == end { return isOpen ? setOther() : () }
    if takeExponent() { return }
    while true {
      let hadBlank = Self.blankWidth(cell, position, end) > 0
      skipBlanks()
      guard position < end else { break }
      if takeNoCents() { continue }
      if isOpen, here == UInt8(ascii: ")") {
        isOpen = false
        position += 1
      } else if dashWidth(position) > 0 {
        guard takeTrailingMinus(hadBlank) else { return }
      } else if !takeUnit(), !takeScale() {
        return setWordShape()
      }
    }
    if isOpen { setOther() }
  }

  /// `.-`, `,-`, `,--` and `,–` instead of cents: the other mark before it is for thousands.
  private mutating func takeNoCents() -> Bool {
    let isComma = here == UInt8(ascii: ",")
    guard isComma || here == UInt8(ascii: "."), dashWidth(position + 1) > 0 else { return false }
    position += 1
    while dashWidth(position) > 0 { position += dashWidth(position) }
    switch (found.shape, isComma) {
    case (.pointThree, true): found.shape = .pointGroups
    case (.commaThree, false): found.shape = .commaGroups
    default: break
    }
    return true
  }

  /// A minus at the end; a dash before more digits makes a range.
  private mutating func takeTrailingMinus(_ hadBlank: Bool) -> Bool {
    position += dashWidth(position)
    skipBlanks()
    if position == end, !found.isNegative, !hadBlank {
      found.isNegative = true
      return true
    }
    var index = position
    while index < end, !isDigit(index) { index += 1 }
    found = ScannedCell(index < end ? .range : .other)
    return false
  }

  /// A word that multiplies, `mln` or `milioni di`.
  private mutating func takeScale() -> Bool {
    let before = position
    switch innerWord() {
    case .scale(let scale) where found.scale == 0: found.scale = scale
    case .unclearScale where found.scale == 0:
      if let scale = factorBesideEuro(before) { found.scale = scale } else { found.shape = .unclearScale }
    case .joiner where found.scale != 0: return true
    default:
      position = before
      return false
    }
    if here == UInt8(ascii: ".") { position += 1 }
    return true
  }

  /// `M€`, `Md€` and `T€` are clear, `m€` and `5 m` are not.
  private func factorBesideEuro(_ before: Int) -> Int8? {
    guard byte(position) == 0xE2, byte(position + 1) == 0x82, byte(position + 2) == 0xAC else { return nil }
    switch (byte(before), position - before) {
    case (UInt8(ascii: "M"), 1): return 6
    case (UInt8(ascii: "T"), 1): return 3
    case (UInt8(ascii: "M"), 2) where byte(before + 1) | 0x20 == UInt8(ascii: "d"): return 9
    default: return nil
    }
  }

  /// A number followed by something that is neither unit nor factor.
  private mutating func setWordShape() {
    let isCode = position > start && isLetter(position) && isDigit(position - 1)
    let word = position
    if case .until = innerWord() {
      skipBlanks()
      if isDigit(position) {
        found = ScannedCell(.range)
        return
      }
    }
    let hasBlank = (start..<end).contains { cell[$0] <= 0x20 || cell[$0] > 0x7E }
    if isCode, !hasBlank, end - start <= 24 {
      found = ScannedCell(.mixed)
    } else {
      found = ScannedCell((word..<end).contains(where: isLetter) ? .unitWord : .other)
    }
  }

  /// `E+07`; a bare `1E5` may be a code and is not taken.
  private mutating func takeExponent() -> Bool {
    guard here | 0x20 == UInt8(ascii: "e") else { return false }
    var index = position + 1
    let sign = byte(index)
    let hasSign = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    if hasSign { index += 1 }
    guard isDigit(index), end - index <= 3, hasSign || found.shape != .whole else { return false }
    var value = 0
    for digit in index..<end {
      guard isDigit(digit) else { return false }
      value = value * 10 + Int(cell[digit] &- 0x30)
    }
    guard let scale = Int8(exactly: sign == UInt8(ascii: "-") ? -value : value) else { return false }
    switch found.shape {
    case .whole: found.decimals = 0
    case .pointDecimal2, .pointDecimal, .pointThree, .commaDecimal2, .commaDecimal, .commaThree: break
    default: return false
    }
    found.shape = .exponent
    found.scale = scale
    position = end
    return true
  }
}

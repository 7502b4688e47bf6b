// The digits of numbers in the spellings of many countries.

/// The marks between the digits of a number.
private struct Marks {
  enum Mark {
    case none
    case point
    case comma
    /// A blank or an apostrophe.
    case blank
  }

  /// The mark that came first.
  var group = Mark.none
  /// The mark of another kind after it.
  var decimal = Mark.none
  /// How many runs of digits stand after the first kind.
  var groupRuns = 0
  /// The length of the last run.
  var last = 0
  /// Whether all runs but the last have three digits.
  var isRegular = true

  @inline(__always)
  mutating func note(_ mark: Mark, _ digits: Int) {
    if groupRuns > 0 && last != 3 || decimal != .none { isRegular = false }
    if group == .none {
      group = mark
    } else if mark != group {
      decimal = mark
    }
    if decimal == .none { groupRuns += 1 }
    last = digits
  }

  /// What the marks make of the digits; `first` is the length of the run before them.
  func shape(_ first: Int, _ startsWithZero: Bool, digits: Int) -> CellShape {
    if group == .none {
      return startsWithZero && first > 1 ? .leadingZero : digits > 15 ? .longDigits : .whole
    }
    if decimal == .none, groupRuns == 1 { return Self.oneMark(first, startsWithZero, group, last) }
    let isWhole = decimal == .none
    guard isRegular, !isWhole || last == 3, (1...3).contains(first), !startsWithZero, decimal != .blank else {
      return group == .point && (isWhole || decimal == .point) ? .dotted : .other
    }
    switch (group, decimal) {
    case (.point, .none): return .pointGroups
    case (.comma, .none): return .commaGroups
    case (_, .none): return .blankGroups
    case (_, .point): return last == 2 ? .pointDecimal2 : .pointDecimal
    default: return last == 2 ? .commaDecimal2 : .commaDecimal
    }
  }

  /// Digits with one mark among them.
  @inline(__always)
  static func oneMark(_ first: Int, _ startsWithZero: Bool, _ mark: Mark, _ last: Int) -> CellShape {
    let isGroup = last == 3 && (1...3).contains(first) && !startsWithZero
    if mark == .blank { return isGroup ? .blankGroups : .other }
    if startsWithZero, first > 1 { return mark == .point ? .dotted : .other }
    if mark == .point { return isGroup ? .pointThree : last == 2 ? .pointDecimal2 : .pointDecimal }
    return isGroup ? .commaThree : last == 2 ? .commaDecimal2 : .commaDecimal
  }
}

extension CellScanner {
  /// The digits of a number with their marks, then what follows them; `first` are digits already taken.
  mutating func scanAmount(_ first: Run, isBracketed: Bool = false) {
    let firstIndex = position - first.count
    var mantissa = UInt64(bitPattern: Int64(first.value))
    var digits = first.count
    var dropped = 0
    var marks = Marks()
    while true {
      let (mark, width) = markHere()
      guard mark != .none, isDigit(position + width) else { break }
      position += width
      let from = position
      dropped += takeDigits(&mantissa)
      marks.note(mark, position - from)
      digits += position - from
    }
    (found.mantissa, found.digits) = (mantissa, UInt8(clamping: digits))
    found.decimals = Int8(clamping: marks.last - dropped)
    let startsWithZero = first.count > 0 && cell[firstIndex] == UInt8(ascii: "0")
    found.shape = marks.shape(first.count, startsWithZero, digits: digits)
    scanSuffix(isBracketed)
  }

  /// Adds the digits at the position; how many were left out.
  @inline(__always)
  private mutating func takeDigits(_ mantissa: inout UInt64) -> Int {
    var dropped = 0
    while position < end, cell[position] &- 0x30 < 10 {
      // Digits beyond the nineteenth change nothing that a `Double` keeps.
      if mantissa < 1_000_000_000_000_000_000 {
        mantissa = mantissa &* 10 &+ UInt64(cell[position] &- 0x30)
      } else {
        dropped += 1
      }
      position += 1
    }
    return dropped
  }

  /// A number of two runs of digits with a point or a comma between them.
  @inline(__always)
  mutating func oneMark(_ first: Run, _ second: Run, isPoint: Bool) {
    var mantissa = UInt64(bitPattern: Int64(first.value))
    for _ in 0..<second.count { mantissa &*= 10 }
    found.mantissa = mantissa &+ UInt64(bitPattern: Int64(second.value))
    found.digits = UInt8(clamping: first.count + second.count)
    found.decimals = Int8(clamping: second.count)
    let startsWithZero = cell[start] == UInt8(ascii: "0")
    found.shape = Marks.oneMark(first.count, startsWithZero, isPoint ? .point : .comma, second.count)
    if isPoint, second.count == 4 { markMonthYear(first, found.mantissa) }
  }

  /// `12.2015` can be a month; `03.2015` is one.
  private mutating func markMonthYear(_ first: Run, _ mantissa: UInt64) {
    let year = Int(mantissa % 10000)
    guard position - start == first.count + 5, first.count <= 2, (1...12).contains(first.value),
      (1900...2100).contains(year)
    else { return }
    found.setParts(year, first.value, 1)
    found.shape = found.shape == .dotted ? .monthYear : .monthYearDot
  }

  @inline(__always)
  private func markHere() -> (Marks.Mark, Int) {
    switch here {
    case UInt8(ascii: "."): return (.point, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: "'"): return (.blank, 1)
    case 0xE2 where byte(position + 1) == 0x80 && byte(position + 2) == 0x99: return (.blank, 3)
    default:
      let width = Self.blankWidth(cell, position, end)
      return width > 0 ? (.blank, width) : (.none, 0)
    }
  }
}

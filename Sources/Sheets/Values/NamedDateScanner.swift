// Dates with the names of months and days of the week, and quarters.

extension CellScanner {
  /// A number followed by a month name: `1 gennaio 2015`, `21st March 2016`, `2014Q3`.
  mutating func scanNamedDate(_ first: Run) -> Bool {
    guard first.count <= 2 || first.count == 4 else { return false }
    let before = position
    skipOrdinal()
    skipBlanks()
    if isLetter(position), scanMonthAndYear(first) { return true }
    found = ScannedCell()
    position = before
    return false
  }

  /// `1st`, `1er`, `1°`.
  private mutating func skipOrdinal() {
    if here == 0xC2, byte(position + 1) == 0xB0 || byte(position + 1) == 0xBA || byte(position + 1) == 0xAA {
      position += 2
    }
    guard isLetter(position) else { return }
    switch (here | 0x20, byte(position + 1) | 0x20) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")),
      (UInt8(ascii: "e"), UInt8(ascii: "r")):
      if !isLetter(position + 2) { position += 2 }
    default: break
    }
  }

  /// Blanks, points, commas, dashes and words such as `de` between the parts of a date.
  private mutating func skipJoiners() {
    while position < end {
      switch here {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "'"):
        position += 1
      default:
        let width = Self.blankWidth(cell, position, end)
        if width > 0 {
          position += width
          continue
        }
        let before = position
        if case .joiner = innerWord() { continue }
        position = before
        return
      }
    }
  }

  /// The month and the year after a first number; `false` where no month follows.
  mutating func scanMonthAndYear(_ first: Run) -> Bool {
    let before = position
    skipJoiners()
    guard let word = innerWord() else {
      position = before
      return false
    }
    if case .quarter = word, first.count == 4, isDigit(position) { return setQuarter(run(), first.value) }
    var month = 0
    switch word {
    case .month(let number): month = Int(number)
    case .unclearMonth: break
    default:
      position = before
      return false
    }
    skipJoiners()
    let last = run()
    if last.count == 0, month > 0 {
      position = before
      return false
    }
    if first.count == 4 {
      setNamed(first, month, last)
    } else {
      setNamed(last, month, first)
    }
    return true
  }

  /// A date with the name of its month; an unclear month is 0.
  private mutating func setNamed(_ year: Run, _ month: Int, _ day: Run) {
    found.setParts(year.value, month, day.value)
    if month == 0 {
      found.shape = .unclearMonth
      return
    }
    switch (year.count, day.count) {
    case (4, 1...2):
      found.shape = Gregorian.hasDay(year.value, month, day.value) ? .dateNamed : .noSuchDay
    case (1...2, 1...2): found.shape = Gregorian.hasDay(2000, month, day.value) ? .shortNamed : .noSuchDay
    default: found.shape = .dateTail
    }
    readTail()
  }

  private mutating func setQuarter(_ quarter: Run, _ year: Int) -> Bool {
    guard quarter.count == 1, (1...4).contains(quarter.value), isYear(year), position == end else {
      return false
    }
    setMonth(year, quarter.value * 3 - 2, .quarter)
    return true
  }

  /// A cell that begins with the name of a month, a day of the week or a quarter.
  mutating func scanNamedStart(_ word: InnerWord) {
    found.shape = .other
    switch word {
    case .weekday(let weekday): scanWeekday(Int(weekday))
    // `DEC01` is a code.
    case .month where isDigit(position), .unclearMonth where isDigit(position): break
    case .month(let month): scanMonthFirst(Int(month))
    case .unclearMonth: found.shape = .unclearMonth
    case .quarter: scanQuarter()
    // `T3 2014`; as a factor the letter is unclear.
    case .unclearScale where cell[start] | 0x20 == UInt8(ascii: "t"): scanQuarter()
    default: break
    }
  }

  private mutating func scanQuarter() {
    skipJoiners()
    let quarter = run()
    skipJoiners()
    let year = run()
    if year.count != 4 || !setQuarter(quarter, year.value) { found.shape = .other }
  }

  /// `Tuesday, October 18, 2011` and `martedì 18 ottobre 2011`.
  private mutating func scanWeekday(_ weekday: Int) {
    skipJoiners()
    if isDigit(position) {
      let day = run()
      if day.count > 2 || !scanNamedDate(day) {
        found.shape = .other
        return
      }
    } else if case .month(let month) = innerWord() {
      scanMonthFirst(Int(month))
    }
    guard found.shape == .dateNamed else { return }
    if Gregorian.weekday(found.days) != weekday {
      found.shape = .wrongWeekday
    }
  }

  /// `October 18, 2011`, `October 2011` and `Feb 16`.
  private mutating func scanMonthFirst(_ month: Int) {
    skipJoiners()
    let second = run()
    if second.count == 0 || second.count > 4 || second.count == 3 {
      found.shape = .other
      return
    }
    if second.count == 4 {
      setMonth(second.value, month, .monthYear)
      return readTail()
    }
    skipOrdinal()
    if position == end {
      found.setParts(second.value, month, 1)
      found.shape = .monthOrDay
      return
    }
    skipJoiners()
    let third = run()
    if third.count == 0 { found.shape = .other } else { setNamed(third, month, second) }
  }
}

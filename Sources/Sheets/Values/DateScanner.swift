// Dates in numbers.

extension CellScanner {
  typealias Run = (count: Int, value: Int)

  /// Parts divided by slashes or dashes: a date, two years, or a range of numbers.
  mutating func scanParts(_ first: Run) {
    let mark = here
    position += 1
    if !isDigit(position) {
      if isLetter(position), scanMonthAndYear(first) { return }
      position = start + first.count
      return scanAmount(first)
    }
    let second = run()
    guard here == mark, isDigit(position + 1) else { return twoParts(first, second, mark) }
    position += 1
    let third = run()
    if !setDate(first, second, third, mark) {
      found = ScannedCell(mark == UInt8(ascii: "-") ? .range : .other)
      if mark == UInt8(ascii: "-") { found.shape = .mixed }
    }
  }

  /// `03/2015`, `2015-03`, `2012-2013`, `0-4`.
  private mutating func twoParts(_ first: Run, _ second: Run, _ mark: UInt8) {
    let isDash = mark == UInt8(ascii: "-")
    found.shape = isDash ? .range : .other
    guard position == end else { return }
    if first.count <= 2, second.count == 4, (1...12).contains(first.value), isYear(second.value) {
      setMonth(second.value, first.value, .monthYear)
    } else if first.count == 4, second.count == 2, isYear(first.value) {
      if (1...12).contains(second.value) {
        setMonth(first.value, second.value, isDash ? .yearMonth : .monthYear)
      } else if second.value == (first.value + 1) % 100 {
        found.shape = .yearSpan
      }
    }
  }

  func isYear(_ value: Int) -> Bool { (1900...2100).contains(value) }

  mutating func setMonth(_ year: Int, _ month: Int, _ shape: CellShape) {
    found.setParts(year, month, 1)
    found.shape = shape
  }

  /// `14.04.2015`, `2004. 09. 22.`, `31. Dec 18`; leaves the position where there is none.
  mutating func scanDottedDate(_ first: Run) -> Bool {
    let before = position
    guard first.count <= 2 || first.count == 4 else { return false }
    position += 1
    skipBlanks()
    if isLetter(position), scanMonthAndYear(first) { return true }
    let second = run()
    if second.count == 1 || second.count == 2, here == UInt8(ascii: ".") {
      position += 1
      skipBlanks()
      let third = run()
      let isEnd = !isDigit(position + 1) || !isMark(position)
      if third.count > 0, isEnd, setDate(first, second, third, UInt8(ascii: ".")) { return true }
    }
    found = ScannedCell()
    position = before
    return false
  }

  /// Whether a point or a comma stands at the index.
  private func isMark(_ index: Int) -> Bool {
    byte(index) == UInt8(ascii: ".") || byte(index) == UInt8(ascii: ",")
  }

  /// Sets the date of three numeric parts, then reads a time; `false` where the parts are no date.
  private mutating func setDate(_ first: Run, _ second: Run, _ third: Run, _ mark: UInt8) -> Bool {
    guard second.count <= 2 else { return false }
    let isDotted = mark == UInt8(ascii: ".")
    switch (first.count, third.count) {
    case (4, 1...2):
      found.setParts(first.value, second.value, third.value)
      found.shape = Gregorian.hasDay(first.value, second.value, third.value) ? .dateYMD : .noSuchDay
    case (1...2, 4): setOrder(first.value, second.value, third.value, isDotted)
    case (1...2, 2): return setShort(first.value, second.value, third.value, isDotted)
    default: return false
    }
    if isDotted, here == UInt8(ascii: ".") { position += 1 }
    readTail()
    return true
  }

  private mutating func setOrder(_ first: Int, _ second: Int, _ year: Int, _ isDotted: Bool) {
    found.setParts(year, second, first)
    let isDMY = Gregorian.hasDay(year, second, first)
    let isMDY = Gregorian.hasDay(year, first, second)
    switch (isDMY, isMDY) {
    case (false, false): found.shape = .noSuchDay
    case (true, false): found.shape = .dateDMY
    case (false, true):
      found.setParts(year, first, second)
      found.shape = .dateMDY
    case (true, true): found.shape = first == second ? .dateSame : isDotted ? .dateDots : .dateEither
    }
  }

  /// A year of two digits at the end.
  private mutating func setShort(_ first: Int, _ second: Int, _ year: Int, _ isDotted: Bool) -> Bool {
    found.setParts(year, second, first)
    // 2000 is a leap year: what is no day in it is no day in any year.
    let isDMY = Gregorian.hasDay(2000, second, first)
    let isMDY = Gregorian.hasDay(2000, first, second)
    if isDotted {
      found.shape = .shortDots
      return (isDMY || Gregorian.hasDay(2000, second, year)) && settleShort()
    }
    switch (isDMY, isMDY) {
    case (false, false): return false
    case (true, false): found.shape = .shortDMY
    case (false, true):
      found.setParts(year, first, second)
      found.shape = .shortMDY
    case (true, true): found.shape = .shortEither
    }
    return settleShort()
  }

  private mutating func settleShort() -> Bool {
    readTail()
    return true
  }

  /// What follows a date: nothing, a time, or text that makes it doubtful.
  mutating func readTail() {
    if position == end { return }
    if here == UInt8(ascii: "T") || here == UInt8(ascii: ",") { position += 1 }
    skipBlanks()
    if !readTime() || position < end { found.shape = .dateTail }
  }
}

// Collects the cells of one column of one chunk and finds out how they are kept best.

import Glibc

/// Cells of one column; raw memory that is used again for the next chunk and given back by `deallocate`.
struct ColumnBuilder {
  enum Mode {
    case values
    case integers
    case texts
  }

  private(set) var mode = Mode.values
  private(set) var values = ValueTable()
  private(set) var store = TextStore()
  private(set) var codes = RawList<UInt16>(capacity: 512)
  /// `Int.min` is an empty cell, the next no cell.
  private(set) var integers = RawList<Int>(capacity: 128)
  private(set) var missingRows: [UInt32] = []
  private(set) var missingCode = -1
  private(set) var rowCount = 0
  /// The row at which it is judged next whether the texts repeat.
  private var judgement = usualJudgement

  func deallocate() {
    values.deallocate()
    store.deallocate()
    codes.deallocate()
    integers.deallocate()
  }

  mutating func removeAll() {
    // What hardly ever repeated in many rows is not expected to in the next ones.
    judgement = mode != .values && rowCount > usualJudgement * 2 ? earlyJudgement : usualJudgement
    mode = .values
    values.removeAll()
    store.removeAll()
    codes.removeAll()
    integers.removeAll()
    missingRows.removeAll(keepingCapacity: true)
    missingCode = -1
    rowCount = 0
  }

  /// Adds the cells of some rows.
  mutating func append(_ cells: CellColumn) {
    var rest = cells
    while rest.count > 0 {
      let taken =
        switch mode {
        case .values: appendValues(rest)
        case .integers: appendIntegers(rest)
        case .texts: appendTexts(rest)
        }
      rowCount += taken
      rest = rest.dropFirst(taken)
      judge()
    }
  }

  /// Adds one cell.
  mutating func append(_ start: UnsafePointer<UInt8>, _ count: Int) {
    if mode == .values { append(code: values.code(start, count)) }
    if mode == .integers {
      let number = count == 0 ? .min : Digits.number(UnsafeBufferPointer(start: start, count: count))
      if let number { integers.append(number) } else { turnIntegersIntoTexts() }
    }
    if mode == .texts { store.append(start, count) }
    rowCount += 1
    judge()
  }

  /// Adds rows that have no such cell until there are `count`.
  mutating func pad(to count: Int) {
    while rowCount < count { appendMissing() }
  }

  /// Adds a row that has no such cell.
  mutating func appendMissing() {
    if mode == .values { append(code: codeForMissing()) }
    if mode == .integers { integers.append(.min + 1) }
    if mode == .texts {
      missingRows.append(UInt32(rowCount))
      store.appendEmpty()
    }
    rowCount += 1
  }

  /// Adds the cell of an earlier row once more; false where the column does not number its texts.
  mutating func repeatCell(of row: Int) -> Bool {
    guard mode == .values else { return false }
    codes.append(codes[row])
    rowCount += 1
    judge()
    return true
  }

  // MARK: Values

  private static let mostCodes = 0xFFFF

  /// Adds cells as long as they can be numbered; how many.
  private mutating func appendValues(_ cells: CellColumn) -> Int {
    codes.reserve(cells.count)
    let place = codes.start + codes.count
    var row = 0
    while row < cells.count {
      let cell = cells[row]
      let code =
        cell.isMissing
        ? codeForMissing() : values.code(readable: cells.text + cell.offset, cell.count)
      if code >= Self.mostCodes { break }
      place[row] = UInt16(truncatingIfNeeded: code)
      row &+= 1
    }
    codes.advance(by: row)
    if row < cells.count { spread() }
    return row
  }

  /// Adds a cell by the number of its text, unless there are too many.
  private mutating func append(code: Int) {
    if code < Self.mostCodes { codes.append(UInt16(truncatingIfNeeded: code)) } else { spread() }
  }

  /// A value of its own for rows without the cell: a text that no file can hold, since it is no UTF-8.
  private mutating func codeForMissing() -> Int {
    if missingCode >= 0 { return missingCode }
    let code = withUnsafeBytes(of: UInt16(0xFFFE)) { bytes in
      bytes.withMemoryRebound(to: UInt8.self) { $0.baseAddress.map { values.code($0, 2) } ?? 0 }
    }
    if code < Self.mostCodes { missingCode = code }
    return code
  }

  /// Gives up numbering the texts where hardly any repeats; rows without a text say nothing about that.
  private mutating func judge() {
    guard mode == .values, rowCount >= judgement else { return }
    let share = rowCount < usualJudgement ? 98 : 90
    judgement = max(rowCount * 2, usualJudgement)
    guard values.count * 2 > rowCount else { return }
    let empty = values.emptyCode.map { UInt16(truncatingIfNeeded: $0) }
    let filled = codes.elements.count { $0 != empty }
    if values.count * 100 > filled * share { spread() }
  }

  /// Keeps the texts themselves, or their numbers, instead of codes.
  private mutating func spread() {
    let areIntegers = (0..<values.count).allSatisfy { code in
      code == missingCode || values.texts[code].isEmpty || Digits.number(values.texts[code]) != nil
    }
    mode = areIntegers ? .integers : .texts
    for (row, code) in codes.elements.enumerated() {
      let text = values.texts[Int(code)]
      if Int(code) == missingCode {
        if areIntegers { integers.append(.min + 1) } else { appendMissingText(row) }
      } else if areIntegers {
        integers.append(Digits.number(text) ?? .min)
      } else if let start = text.baseAddress {
        store.append(start, text.count)
      }
    }
    codes.removeAll()
  }

  private mutating func appendMissingText(_ row: Int) {
    missingRows.append(UInt32(row))
    store.appendEmpty()
  }

  // MARK: Texts and whole numbers

  private mutating func appendTexts(_ cells: CellColumn) -> Int {
    store.append(cells) { missingRows.append(UInt32(rowCount + $0)) }
    return cells.count
  }

  /// Adds cells as long as they are whole numbers; how many.
  private mutating func appendIntegers(_ cells: CellColumn) -> Int {
    integers.reserve(cells.count)
    let place = integers.start + integers.count
    var row = 0
    while row < cells.count {
      let cell = cells[row]
      if let number = Digits.number(readable: cells.text + cell.offset, cell.count) {
        place[row] = number
      } else if cell.count == 0 {
        place[row] = cell.isMissing ? .min + 1 : .min
      } else {
        break
      }
      row &+= 1
    }
    integers.advance(by: row)
    if row < cells.count { turnIntegersIntoTexts() }
    return row
  }

  private mutating func turnIntegersIntoTexts() {
    mode = .texts
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      for (row, number) in integers.elements.enumerated() {
        if number == .min + 1 {
          appendMissingText(row)
        } else if number > .min + 1, let start = buffer.baseAddress {
          store.append(start, number.write(to: buffer))
        } else {
          store.appendEmpty()
        }
      }
    }
    integers.removeAll()
  }

  /// At the end of a chunk: gives up numbering the texts where that saves nothing.
  mutating func settle() {
    if mode == .values, values.count * 4 > rowCount * 3, rowCount > 64 { spread() }
  }
}

/// After how many rows it is judged whether the texts repeat: enough to tell 6,000 different days from names.
private let usualJudgement = 4096
/// The same where they did not in the chunk before.
private let earlyJudgement = 512

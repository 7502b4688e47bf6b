// Collects the cells of one column of one chunk and finds out how they are kept best.

import Glibc

/// Cells of one column; raw memory that is used again for the next chunk and given back by `deallocate`.
struct ColumnBuilder {
  private enum Mode {
    case values
    case integers
    case texts
  }

  private var mode = Mode.values
  private var values = ValueTable()
  private var store = TextStore()
  private var codes: UnsafeMutablePointer<UInt16>
  private var codeCapacity = 4096
  private var integers: [Int] = []
  private var missingRows: [UInt32] = []
  private var missingCode = -1
  private(set) var rowCount = 0

  init() { codes = .allocate(capacity: codeCapacity) }

  func deallocate() {
    values.deallocate()
    store.deallocate()
    codes.deallocate()
  }

  mutating func removeAll() {
    mode = .values
    values.removeAll()
    store.removeAll()
    integers.removeAll(keepingCapacity: true)
    missingRows.removeAll(keepingCapacity: true)
    missingCode = -1
    rowCount = 0
  }

  @inline(__always)
  mutating func append(_ start: UnsafePointer<UInt8>, _ count: Int) {
    switch mode {
    case .values: appendValue(start, count)
    case .texts: store.append(start, count)
    case .integers: appendInteger(start, count)
    }
    rowCount += 1
  }

  /// Adds a row that has no such cell.
  mutating func appendMissing() {
    switch mode {
    case .values:
      if missingCode < 0 { missingCode = newValueForMissing() }
      guard mode == .values else { return appendMissing() }
      put(code: missingCode)
    case .texts:
      missingRows.append(UInt32(rowCount))
      store.appendEmpty()
    case .integers: integers.append(.min + 1)
    }
    rowCount += 1
  }

  // MARK: Values

  @inline(__always)
  private mutating func appendValue(_ start: UnsafePointer<UInt8>, _ count: Int) {
    if rowCount == probe, values.count * 10 > rowCount * 9 { return leaveValues(start, count) }
    let code = values.code(start, count)
    if code >= 0xFFFF { return leaveValues(start, count) }
    put(code: code)
  }

  @inline(__always)
  private mutating func put(code: Int) {
    if rowCount == codeCapacity { growCodes() }
    codes[rowCount] = UInt16(truncatingIfNeeded: code)
  }

  private mutating func leaveValues(_ start: UnsafePointer<UInt8>, _ count: Int) {
    spread()
    if mode == .texts { store.append(start, count) } else { appendInteger(start, count) }
  }

  /// A value of its own for rows without the cell: a text that no file can hold, since it is no UTF-8.
  private mutating func newValueForMissing() -> Int {
    let code = withUnsafeBytes(of: UInt16(0xFFFE)) { bytes in
      bytes.withMemoryRebound(to: UInt8.self) { pointer in
        pointer.baseAddress.map { values.code($0, 2) } ?? 0
      }
    }
    if code >= 0xFFFF { spread() }
    return code
  }

  /// Gives up numbering the texts: too many are different.
  private mutating func spread() {
    let areIntegers = (0..<values.count).allSatisfy { code in
      code == missingCode || values.texts[code].isEmpty || Self.integer(values.texts[code]) != nil
    }
    mode = areIntegers ? .integers : .texts
    for row in 0..<rowCount {
      let code = Int(codes[row])
      if code == missingCode {
        if areIntegers {
          integers.append(.min + 1)
        } else {
          missingRows.append(UInt32(row))
          store.appendEmpty()
        }
        continue
      }
      let text = values.texts[code]
      if areIntegers {
        integers.append(Self.integer(text) ?? .min)
      } else if let start = text.baseAddress {
        store.append(start, text.count)
      }
    }
  }

  private mutating func growCodes() {
    let larger = UnsafeMutablePointer<UInt16>.allocate(capacity: codeCapacity * 2)
    larger.update(from: codes, count: codeCapacity)
    codes.deallocate()
    codes = larger
    codeCapacity *= 2
  }

  // MARK: Whole numbers

  private mutating func appendInteger(_ start: UnsafePointer<UInt8>, _ count: Int) {
    if count == 0 { return integers.append(.min) }
    if let number = Self.integer(UnsafeBufferPointer(start: start, count: count)) {
      return integers.append(number)
    }
    turnIntegersIntoTexts()
    store.append(start, count)
  }

  private mutating func turnIntegersIntoTexts() {
    mode = .texts
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      for (row, number) in integers.enumerated() {
        if number == .min + 1 { missingRows.append(UInt32(row)) }
        guard number > .min + 1, let start = buffer.baseAddress else {
          store.appendEmpty()
          continue
        }
        store.append(start, number.write(to: buffer))
      }
    }
    integers.removeAll(keepingCapacity: true)
  }

  /// A number that is written as we would write it, so that its digits can be made again from its value.
  @inline(__always)
  static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = text.first, text.count <= 18 else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    let digits = isNegative ? 1 : 0
    guard text.count > digits else { return nil }
    if text[digits] == UInt8(ascii: "0"), text.count > 1 { return nil }
    var value = 0
    for index in digits..<text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return isNegative ? -value : value
  }

  // MARK: The end of a chunk

  /// Puts the column into a chunk's memory, and hands its different texts to `note` with how often each stands there.
  mutating func finish(
    into buffer: inout ChunkBuffer, note: (UnsafeBufferPointer<UInt8>, Int) -> Void
  ) -> Segment {
    if mode == .values, values.count * 4 > rowCount * 3, rowCount > 64 { spread() }
    switch mode {
    case .values: return finishValues(&buffer, note)
    case .integers:
      noteIntegers(note)
      return finishIntegers(&buffer)
    case .texts:
      var missing = missingRows[...]
      for row in 0..<store.count {
        if missing.first == UInt32(row) { missing.removeFirst() } else { note(store[row], 1) }
      }
      var segment = Segment(kind: .texts)
      segment.texts = Self.write(store.block, to: &buffer)
      segment.missing = buffer.append(missingRows)
      return segment
    }
  }

  private mutating func finishValues(
    _ buffer: inout ChunkBuffer, _ note: (UnsafeBufferPointer<UInt8>, Int) -> Void
  ) -> Segment {
    var counts = [Int](repeating: 0, count: values.count)
    for row in 0..<rowCount { counts[Int(codes[row])] += 1 }
    for (code, count) in counts.enumerated() where code != missingCode { note(values.texts[code], count) }
    var segment = Segment(kind: values.count <= 256 ? .codes8 : .codes16, missingCode: missingCode)
    let rows = UnsafeBufferPointer(start: codes, count: rowCount)
    segment.cells =
      values.count <= 256 ? buffer.append(rows.map { UInt8(truncatingIfNeeded: $0) }) : buffer.append(rows)
    segment.texts = Self.write(values.texts.block, to: &buffer)
    return segment
  }

  private func noteIntegers(_ note: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      for number in integers where number != .min + 1 {
        let count = number == .min ? 0 : number.write(to: buffer)
        note(UnsafeBufferPointer(rebasing: buffer[..<count]), 1)
      }
    }
  }

  private func finishIntegers(_ buffer: inout ChunkBuffer) -> Segment {
    let narrow = Int(Int32.min) + 2...Int(Int32.max)
    guard integers.allSatisfy({ $0 <= .min + 1 || narrow.contains($0) }) else {
      return Segment(kind: .integers64, cells: buffer.append(integers))
    }
    let cells = integers.map { number in
      switch number {
      case .min: Int32.min
      case .min + 1: Int32.min + 1
      default: Int32(truncatingIfNeeded: number)
      }
    }
    return Segment(kind: .integers32, cells: buffer.append(cells))
  }

  private static func write(_ block: TextBlock, to buffer: inout ChunkBuffer) -> TextSpans {
    var spans = TextSpans()
    spans.ends = buffer.append(block.ends)
    spans.bytes = buffer.append(block.bytes)
    let folded = FoldedTexts(block)
    spans.foldedRows = buffer.append(folded.rows)
    spans.foldedEnds = buffer.append(folded.ends)
    spans.foldedBytes = buffer.append(folded.bytes)
    return spans
  }
}

/// After how many rows it is judged whether the texts repeat: enough to tell 6,000 different days from names.
private let probe = 4096

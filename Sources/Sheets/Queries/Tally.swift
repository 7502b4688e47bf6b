// The values of a column counted chunk by chunk, as one thread does it.

/// Values with how often they occur and what they add up to; raw memory, which its owner gives back by `deallocate`.
struct Tally {
  struct Entry {
    var count = 0
    var sum = 0.0
    var numbers = 0

    mutating func add(_ other: Entry) {
      count += other.count
      sum += other.sum
      numbers += other.numbers
    }
  }

  private var values = ValueTable()
  private var found: [Entry] = []
  private var numbers = RawList<Double>(capacity: 0)
  /// The rows without the cell.
  private(set) var missing = Entry()

  /// How many different values there are.
  var count: Int { found.count }

  /// How many bytes they take.
  var byteCount: Int { values.texts.byteCount }

  /// The values with what belongs to them.
  var entries: some Sequence<(UnsafeBufferPointer<UInt8>, Entry)> {
    found.indices.lazy.map { [values, found] in (values.texts[$0], found[$0]) }
  }

  func deallocate() {
    values.deallocate()
    numbers.deallocate()
  }

  /// Memory for the numbers of a chunk, the same for all of them, so that it is there already.
  mutating func room(for count: Int) -> UnsafeMutableBufferPointer<Double> {
    numbers.reserve(count)
    return UnsafeMutableBufferPointer(start: numbers.start, count: count)
  }

  /// Counts a column of a chunk, in all rows or some; `numbers` are added up, NaN standing for none.
  mutating func add(
    _ column: Int, of view: ChunkView, numbers: UnsafeBufferPointer<Double>?, rows: ChunkBits?
  ) {
    let segment = view.segment(column)
    switch segment.kind {
    case .codes8: add(view.elements(segment.cells, as: UInt8.self), segment, view, numbers, rows)
    case .codes16: add(view.elements(segment.cells, as: UInt16.self), segment, view, numbers, rows)
    case .absent, .texts, .integers32, .integers64: addCells(column, view, numbers, rows)
    }
  }

  /// Counts codes, and looks at the text of each only once.
  private mutating func add<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: UnsafeBufferPointer<Code>, _ segment: Segment, _ view: ChunkView,
    _ numbers: UnsafeBufferPointer<Double>?, _ rows: ChunkBits?
  ) {
    guard codes.count == view.rowCount else { return }
    let texts = view.texts(segment.texts)
    // The last one is for codes without a text, which a broken cache may hold.
    let last = texts.count
    let byCode = [Entry](unsafeUninitializedCapacity: last + 1) { entries, count in
      entries.initialize(repeating: Entry())
      count = last + 1
      Self.count(codes, last, numbers, rows, into: entries)
    }
    for code in 0..<last where byCode[code].count > 0 {
      if code == segment.missingCode { missing.add(byCode[code]) } else { add(texts[code], byCode[code]) }
    }
  }

  private static func count<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: UnsafeBufferPointer<Code>, _ last: Int, _ numbers: UnsafeBufferPointer<Double>?,
    _ rows: ChunkBits?, into entries: UnsafeMutableBufferPointer<Entry>
  ) {
    guard let entries = entries.baseAddress else { return }
    guard let numbers else {
      forEach(rows, codes.count) { entries[min(Int(codes[$0]), last)].count &+= 1 }
      return
    }
    forEach(rows, codes.count) { row in
      let entry = entries + min(Int(codes[row]), last)
      let number = numbers[row]
      entry.pointee.count &+= 1
      // Without a branch, which would often be guessed wrongly.
      entry.pointee.sum += number.isNaN ? 0 : number
      entry.pointee.numbers &+= number.isNaN ? 0 : 1
    }
  }

  private mutating func addCells(
    _ column: Int, _ view: ChunkView, _ numbers: UnsafeBufferPointer<Double>?, _ rows: ChunkBits?
  ) {
    Self.forEach(rows, view.rowCount) { row in
      let number = numbers?[row] ?? .nan
      let one = Entry(count: 1, sum: number.isNaN ? 0 : number, numbers: number.isNaN ? 0 : 1)
      view.withCell(row: row, column: column) { cell in
        if let cell { add(cell, one) } else { missing.add(one) }
      }
    }
  }

  @inline(__always)
  private static func forEach(_ rows: ChunkBits?, _ rowCount: Int, _ body: (Int) -> Void) {
    if let rows { rows.forEach(body) } else { for row in 0..<rowCount { body(row) } }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ entry: Entry) {
    let code = withUnsafePointer(to: UInt8(0)) { values.code(text.baseAddress ?? $0, text.count) }
    if code < found.count { found[code].add(entry) } else { found.append(entry) }
  }
}

extension ChunkView {
  /// Writes the numbers of a column by row, NaN where a row has none; of rows that are not asked for anything.
  func write(
    numbersOf column: Int, _ kind: ColumnKind, rows: ChunkBits?,
    to numbers: UnsafeMutableBufferPointer<Double>
  ) {
    let segment = segment(column)
    switch segment.kind {
    case .codes8: decode(elements(segment.cells, as: UInt8.self), segment, kind, into: numbers)
    case .codes16: decode(elements(segment.cells, as: UInt16.self), segment, kind, into: numbers)
    case .integers32 where kind.isNumber:
      Self.convert(elements(segment.cells, as: Int32.self), into: numbers)
    case .integers64 where kind.isNumber:
      Self.convert(elements(segment.cells, as: Int64.self), into: numbers)
    case .texts:
      numbers.update(repeating: .nan)
      let texts = texts(segment.texts)
      let rows = rows ?? ChunkBits(rowCount: rowCount, isFull: true)
      rows.forEach { if case .number(let number) = kind.value(texts[$0]) { numbers[$0] = number } }
    case .absent, .integers32, .integers64: numbers.update(repeating: .nan)
    }
  }

  /// Reads each text once, and looks it up for every row.
  private func decode<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: UnsafeBufferPointer<Code>, _ segment: Segment, _ kind: ColumnKind,
    into numbers: UnsafeMutableBufferPointer<Double>
  ) {
    guard codes.count == rowCount else { return numbers.update(repeating: .nan) }
    let texts = texts(segment.texts)
    var table = [Double](repeating: .nan, count: texts.count + 1)
    for code in 0..<texts.count {
      if case .number(let number) = kind.value(texts[code]) { table[code] = number }
    }
    table.withUnsafeBufferPointer { table in
      for row in 0..<rowCount { numbers[row] = table[min(Int(codes[row]), table.count - 1)] }
    }
  }

  private static func convert<Cell: FixedWidthInteger & SignedInteger>(
    _ cells: UnsafeBufferPointer<Cell>, into numbers: UnsafeMutableBufferPointer<Double>
  ) {
    // The two smallest stand for cells without a number.
    let least = max(Int(Cell.min) + 2, 1 - CellNumber.largest)
    if cells.count < numbers.count { numbers.update(repeating: .nan) }
    for row in 0..<min(cells.count, numbers.count) {
      let cell = Int(cells[row])
      numbers[row] = cell >= least && cell < CellNumber.largest ? Double(cell) : .nan
    }
  }
}

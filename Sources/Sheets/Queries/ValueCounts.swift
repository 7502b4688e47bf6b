// How often each value of a column occurs, and what another column adds up to over its rows.

import Glibc
import Synchronization

/// One value of a column with what belongs to it.
public struct ValueCount: Sendable, Hashable {
  /// The text as the file has it; nil for rows without the cell.
  public let text: String?
  /// How many rows.
  public let count: Int
  /// The sum of the other column over its rows; nil where none of them has a number.
  public let sum: Double?
  /// How many of the rows have a number in the other column.
  public let summed: Int
}

extension SheetReading {
  /// The values of a column over all rows or some, the most frequent first, equal ones by text.
  ///
  /// Cells are told apart as they are written, byte by byte. Nil where it was stopped, or where there are more than
  /// `most` different values: such a list helps nobody, and may not fit into memory.
  public func counts(
    of column: Int, adding sumColumn: Int? = nil, within: RowSet? = nil, tests: [RowTest] = [],
    most: Int = 500_000, stop: StopFlag = StopFlag()
  ) -> [ValueCount]? {
    let rows = passing(SheetQuestion(within: within, tests: tests), page: .max, stop: stop) { _ in }
    if stop.isSet { return nil }
    let tallies = Mutex(Tally())
    let isTooMuch = StopFlag()
    inParallel(sheet.chunks.count, stop: stop) { index in
      if isTooMuch.isSet { return }
      let chunk = sheet.chunks[index]
      let counter = ChunkCounter(
        view: chunk.view, column: column, sumColumn: sumColumn, reading: sumColumn.map { columns[$0].kind },
        rows: rows?.chunks[index])
      let tally = withExtendedLifetime(chunk) { counter.tally() }
      if sheet.isVast { chunk.memory.letGo() }
      tallies.withLock { tallies in
        tallies.merge(tally)
        if tallies.entries.count > most { isTooMuch.set() }
      }
    }
    return stop.isSet || isTooMuch.isSet ? nil : tallies.withLock { $0.values }
  }
}

/// Values with their counts, by their bytes.
struct Tally {
  struct Entry {
    var count = 0
    var sum = 0.0
    var numbers = 0
  }

  var entries: [CellBytes: Entry] = [:]
  var missing = Entry()

  mutating func merge(_ other: Tally) {
    if entries.isEmpty {
      entries = other.entries
    } else {
      for (text, entry) in other.entries { entries[text, default: Entry()].add(entry) }
    }
    missing.add(other.missing)
  }

  var values: [ValueCount] {
    var values = entries.map { ValueCount(String(decoding: $0.bytes, as: UTF8.self), $1) }
    if missing.count > 0 { values.append(ValueCount(nil, missing)) }
    return values.sorted { left, right in
      // Byte by byte, since letters that mean the same can be written in two ways.
      left.count != right.count
        ? left.count > right.count
        : (left.text ?? "").utf8.lexicographicallyPrecedes((right.text ?? "").utf8)
    }
  }
}

extension Tally.Entry {
  fileprivate mutating func add(_ other: Tally.Entry) {
    count += other.count
    sum += other.sum
    numbers += other.numbers
  }
}

extension ValueCount {
  /// A sum to the fourth decimal: what stands behind is what adding in binary leaves.
  private static func rounded(_ sum: Double) -> Double {
    sum.magnitude < 1e11 ? (sum * 10_000).rounded() / 10_000 : sum
  }

  fileprivate init(_ text: String?, _ entry: Tally.Entry) {
    self.init(
      text: text, count: entry.count, sum: entry.numbers > 0 ? Self.rounded(entry.sum) : nil,
      summed: entry.numbers)
  }
}

/// The bytes of a cell as a key.
struct CellBytes: Hashable {
  let bytes: [UInt8]

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

/// Counts the values of one chunk.
private struct ChunkCounter {
  let view: ChunkView
  let column: Int
  let sumColumn: Int?
  let reading: ColumnKind?
  let rows: ChunkBits?

  func tally() -> Tally {
    let segment = view.segment(column)
    let numbers = sumColumn.flatMap { column in
      reading.map { ChunkNumbers(view: view, column: column, reading: $0) }
    }
    switch segment.kind {
    case .codes8, .codes16: return coded(segment, numbers)
    case .absent, .texts, .integers32, .integers64: return spelled(numbers)
    }
  }

  private func coded(_ segment: Segment, _ numbers: ChunkNumbers?) -> Tally {
    let texts = view.texts(segment.texts)
    // As many as a code can be, since a broken cache may hold any.
    let most = segment.kind == .codes8 ? 256 : 65_536
    var entries = [Tally.Entry](repeating: Tally.Entry(), count: most)
    entries.withUnsafeMutableBufferPointer { entries in
      let small = view.elements(segment.cells, as: UInt8.self)
      let large = view.elements(segment.cells, as: UInt16.self)
      func count(_ row: Int) {
        let code = segment.kind == .codes8 ? Int(small[row]) : Int(large[row])
        entries[code].count += 1
        guard let numbers, let number = numbers[row] else { return }
        entries[code].sum += number
        entries[code].numbers += 1
      }
      if let rows { rows.forEach(count) } else { for row in 0..<view.rowCount { count(row) } }
    }
    var tally = Tally()
    for code in 0..<min(texts.count, entries.count) where entries[code].count > 0 {
      if code == segment.missingCode {
        tally.missing = entries[code]
      } else {
        tally.entries[CellBytes(bytes: Array(texts[code]))] = entries[code]
      }
    }
    return tally
  }

  private func spelled(_ numbers: ChunkNumbers?) -> Tally {
    var tally = Tally()
    func count(_ row: Int) {
      let number = numbers?[row]
      let one = Tally.Entry(count: 1, sum: number ?? 0, numbers: number == nil ? 0 : 1)
      view.withCell(row: row, column: column) { cell in
        if let cell {
          tally.entries[CellBytes(bytes: Array(cell)), default: Tally.Entry()].add(one)
        } else {
          tally.missing.add(one)
        }
      }
    }
    if let rows { rows.forEach(count) } else { for row in 0..<view.rowCount { count(row) } }
    return tally
  }
}

/// The numbers of a column by row: read once for each code where the column is coded.
struct ChunkNumbers {
  private let view: ChunkView
  private let column: Int
  private let segment: Segment
  private let reading: ColumnKind
  private let table: [Double]

  init(view: ChunkView, column: Int, reading: ColumnKind) {
    self.view = view
    self.column = column
    self.reading = reading
    segment = view.segment(column)
    guard segment.kind == .codes8 || segment.kind == .codes16 else {
      table = []
      return
    }
    let texts = view.texts(segment.texts)
    table = (0..<texts.count).map { code in
      if case .number(let number) = reading.value(texts[code]) { number } else { .nan }
    }
  }

  subscript(row: Int) -> Double? {
    switch segment.kind {
    case .codes8, .codes16:
      guard let code = view.code(segment, row: row), table.indices.contains(code) else { return nil }
      return table[code].isNaN ? nil : table[code]
    case .integers32, .integers64:
      return reading.isNumber ? view.integer(segment, row: row).value : nil
    case .texts:
      return view.withCell(row: row, column: column) { cell in
        if let cell, case .number(let number) = reading.value(cell) { number } else { nil }
      }
    case .absent: return nil
    }
  }
}

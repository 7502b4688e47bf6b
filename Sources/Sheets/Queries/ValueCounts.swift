// How often each value of a column occurs, and what another column adds up to over its rows.

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
  /// Cells are told apart as they are written, byte by byte. What is added up stands in another column, or is a number
  /// for each row. Nil where it was stopped, or where there are more than `most` different values: such a list helps
  /// nobody, and may not fit into memory.
  public func counts(
    of column: Int, adding sumColumn: Int? = nil, addingNumbers: RowNumbers? = nil, within: RowSet? = nil,
    tests: [RowTest] = [], most: Int = 500_000, stop: StopFlag = StopFlag()
  ) -> [ValueCount]? {
    let rows = passing(SheetQuestion(within: within, tests: tests), stop: stop)
    if stop.isSet { return nil }
    let whole = Mutex(Tally.Values())
    let isTooMuch = StopFlag()
    inParallel(sheet.chunks.count, stop: stop, begin: Tally.init) { tally, index in
      if isTooMuch.isSet { return }
      let chunk = sheet.chunks[index]
      let rows = rows?.chunks[index]
      withExtendedLifetime(chunk) {
        let view = chunk.view
        var numbers: UnsafeMutableBufferPointer<Double>?
        if let sumColumn {
          numbers = tally.room(for: view.rowCount)
          numbers.map { view.write(numbersOf: sumColumn, columns[sumColumn].kind, rows: rows, to: $0) }
        } else if let addingNumbers {
          numbers = tally.room(for: view.rowCount)
          numbers.map { addingNumbers.write(from: sheet.starts[index], to: $0) }
        }
        tally.add(column, of: view, numbers: numbers.map(UnsafeBufferPointer.init), rows: rows)
      }
      if sheet.isVast { chunk.letGo(after: [column] + (sumColumn.map { [$0] } ?? [])) }
      if tally.count > most || tally.byteCount > 1 << 30 { isTooMuch.set() }
    } end: { tally in
      if !stop.isSet, !isTooMuch.isSet { whole.withLock { $0.merge(tally) } }
      tally.deallocate()
    }
    if stop.isSet || isTooMuch.isSet { return nil }
    let values = whole.withLock { $0 }
    return values.count > most ? nil : values.sorted
  }
}

extension RowNumbers {
  /// Writes the numbers of the rows from `start` on, NaN where a row has none.
  fileprivate func write(from start: Int, to numbers: UnsafeMutableBufferPointer<Double>) {
    for index in numbers.indices { numbers[index] = self[start + index].map { Double($0) } ?? .nan }
  }
}

extension Tally {
  /// What several threads counted together.
  struct Values: Sendable {
    private var entries: [CellBytes: Entry] = [:]
    private var missing = Entry()

    var count: Int { entries.count }

    mutating func merge(_ tally: borrowing Tally) {
      for (text, entry) in tally.entries {
        entries[CellBytes(bytes: Array(text)), default: Entry()].add(entry)
      }
      missing.add(tally.missing)
    }

    var sorted: [ValueCount] {
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
}

extension ValueCount {
  /// A sum to its fifteenth digit, or the ninth decimal: what stands behind is what adding in binary leaves.
  private static func rounded(_ sum: Double) -> Double {
    var power = 1e9
    var bound = 1e6
    while power > 1, sum.magnitude >= bound {
      power /= 10
      bound *= 10
    }
    return sum.magnitude < bound ? (sum * power).rounded() / power : sum
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

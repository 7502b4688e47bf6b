// Sorts rows: the first page by one pass, the whole order by radix, both stable.

import Glibc
import Synchronization

/// Sorts some or all rows of a sheet.
struct RowSorter {
  private let reading: SheetReading
  private let keys: [SortKeys]
  /// The rows to sort; nil stands for all.
  private let rows: RowSet?

  init(reading: SheetReading, order: [RowOrder], rows: RowSet?) {
    self.reading = reading
    keys = order.map { SortKeys(reading: reading, order: $0) }
    self.rows = rows
  }

  // MARK: First page

  /// A row that may belong to the first page.
  private struct Candidate {
    let key: UInt64
    let second: UInt64
    let row: UInt32
  }

  /// The first rows of the order; nil where it was stopped.
  func first(_ count: Int, stop: StopFlag) -> [UInt32]? {
    let best = Mutex<[Candidate]>([])
    inParallel(reading.sheet.chunks.count, stop: stop) {
      RawList<UInt64>(capacity: 0)
    } _: { room, chunk in
      room.reserve(reading.sheet.chunks[chunk].rowCount)
      let bound = best.withLock { $0.count >= count ? $0.last : nil }
      let found = candidates(chunk, bound: bound, count, room: room.start)
      guard !found.isEmpty else { return }
      best.withLock { best in best = Array(sorted(best + found).prefix(count)) }
    } end: {
      $0.deallocate()
    }
    return stop.isSet ? nil : best.withLock { $0.map(\.row) }
  }

  private func candidates(
    _ chunk: Int, bound: Candidate?, _ count: Int, room: UnsafeMutablePointer<UInt64>
  ) -> [Candidate] {
    let start = reading.sheet.starts[chunk]
    var found: [Candidate] = []
    var bound = bound
    guard let limit = limit(bound, from: start) else { return [] }
    keys[0].forEachRow(of: chunk, among: rows?.chunks[chunk], upTo: limit, room: room) { row, key, limit in
      let candidate = Candidate(key: key, second: second(start + row), row: UInt32(start + row))
      if let bound, !isBefore(candidate, bound) { return }
      found.append(candidate)
      guard found.count >= 2 * count + 512 else { return }
      found = Array(sorted(found).prefix(count))
      bound = found.last
      limit = self.limit(bound, from: start + row) ?? 0
    }
    return Array(sorted(found).prefix(count))
  }

  /// The highest first key with which a row from `start` on comes before `bound`; nil for none.
  private func limit(_ bound: Candidate?, from start: Int) -> UInt64? {
    guard let bound else { return .max }
    // Of rows that are the same the first one comes first.
    guard keys.count == 1, !keys[0].isPrefix, bound.row < start else { return bound.key }
    return bound.key > 0 ? bound.key - 1 : nil
  }

  /// What decides between rows whose first keys are the same, as far as one number can.
  private func second(_ row: Int) -> UInt64 {
    if keys[0].isPrefix { return keys[0].key(row: row, depth: 1) }
    return keys.count > 1 ? keys[1].key(row: row, depth: 0) : 0
  }

  private func sorted(_ candidates: [Candidate]) -> [Candidate] { candidates.sorted(by: isBefore) }

  private func isBefore(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.key != right.key { return left.key < right.key }
    if left.second != right.second { return left.second < right.second }
    for (position, keys) in keys.enumerated() where position > 0 || keys.isPrefix {
      let result = keys.compare(Int(left.row), Int(right.row), from: position == 0 ? 1 : 0)
      if result != 0 { return result < 0 }
    }
    return left.row < right.row
  }

  // MARK: The whole order

  /// All rows in order; nil where it was stopped.
  ///
  /// Sorts by the last key first: a stable order by an earlier key keeps that of the later ones.
  func all(stop: StopFlag) -> [UInt32]? {
    var sorted: [UInt32] = []
    if let rows {
      sorted.reserveCapacity(rows.count)
      rows.forEach { sorted.append(UInt32(truncatingIfNeeded: $0)) }
    } else {
      sorted = Array(0..<UInt32(truncatingIfNeeded: reading.sheet.rowCount))
    }
    for (position, keys) in keys.enumerated().reversed() {
      // Until the last key has sorted them, all rows stand in the order of the file.
      let isInFileOrder = rows == nil && position == self.keys.count - 1
      guard var numbers = numbers(keys, of: isInFileOrder ? nil : sorted, stop: stop),
        RadixSort.sort(&numbers, &sorted, stop: stop)
      else { return nil }
      if keys.isPrefix { sorted = settleTies(keys, numbers, sorted, stop: stop) }
      if stop.isSet { return nil }
    }
    return sorted
  }

  /// The first key of each row, in the order of `rows`; nil stands for all in the order of the file.
  private func numbers(_ keys: SortKeys, of rows: [UInt32]?, stop: StopFlag) -> [UInt64]? {
    let starts = reading.sheet.starts
    var all = [UInt64](repeating: 0, count: reading.sheet.rowCount)
    all.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let target = OwnParts(base)
      inParallel(reading.sheet.chunks.count, stop: stop) { keys.write($0, to: target.pointer + starts[$0]) }
    }
    guard !stop.isSet else { return nil }
    return rows?.map { all[Int($0)] } ?? all
  }

  /// Orders rows with the same key by the rest of their texts, the runs shared out among the processors.
  private func settleTies(_ keys: SortKeys, _ numbers: [UInt64], _ rows: [UInt32], stop: StopFlag) -> [UInt32]
  {
    var rows = rows
    let runs = Self.runs(numbers) { !keys.isLast($0) }
    rows.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let target = OwnParts(base)
      inParallel(runs.count, stop: stop) { index in
        let run = runs[index]
        settle(
          keys, UnsafeMutableBufferPointer(start: target.pointer + run.lowerBound, count: run.count), 1, stop)
      }
    }
    return rows
  }

  private func settle(
    _ keys: SortKeys, _ rows: UnsafeMutableBufferPointer<UInt32>, _ depth: Int, _ stop: StopFlag
  ) {
    if stop.isSet { return }
    if depth == SortKeys.deepest { return settleTexts(keys, rows) }
    let keyed = rows.enumerated().map { (key: keys.key(row: Int($1), depth: depth), place: $0, row: $1) }
      .sorted { ($0.key, $0.place) < ($1.key, $1.place) }
    for (index, entry) in keyed.enumerated() { rows[index] = entry.row }
    for run in Self.runs(keyed.map(\.key), where: { !keys.isLast($0) }) {
      settle(keys, UnsafeMutableBufferPointer(rebasing: rows[run]), depth + 1, stop)
    }
  }

  private func settleTexts(_ keys: SortKeys, _ rows: UnsafeMutableBufferPointer<UInt32>) {
    let texts = rows.enumerated().map { (text: keys.text(row: Int($1)), place: $0, row: $1) }
      .sorted { left, right in
        let result = keys.compare(left.text, right.text)
        return result != 0 ? result < 0 : left.place < right.place
      }
    for (index, entry) in texts.enumerated() { rows[index] = entry.row }
  }

  /// Ranges of two and more equal numbers that are worth looking at.
  private static func runs(_ numbers: [UInt64], where isWorth: (UInt64) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < numbers.count {
      var end = start + 1
      while end < numbers.count, numbers[end] == numbers[start] { end += 1 }
      if end - start > 1, isWorth(numbers[start]) { runs.append(start..<end) }
      start = end
    }
    return runs
  }
}

/// A pointer whose target is written by several threads, each its own part.
private struct OwnParts<Element>: @unchecked Sendable {
  // Unchecked: a thread writes only the chunk or the run that it alone was given.
  let pointer: UnsafeMutablePointer<Element>

  init(_ pointer: UnsafeMutablePointer<Element>) { self.pointer = pointer }
}

// What is asked of a sheet, and the answer: first page first, then all of it.

import Synchronization

/// A column that rows are sorted by, or numbers of the caller's.
public struct RowOrder: Hashable, Sendable {
  /// The column's number; nil where `numbers` decide.
  public let column: Int?
  /// A number for every row of the sheet.
  public let numbers: RowNumbers?
  /// Smallest first.
  public let isAscending: Bool

  /// An order by a column.
  public init(column: Int, isAscending: Bool = true) {
    self.column = column
    numbers = nil
    self.isAscending = isAscending
  }

  /// An order by numbers.
  public init(numbers: RowNumbers, isAscending: Bool = true) {
    column = nil
    self.numbers = numbers
    self.isAscending = isAscending
  }
}

/// A number for every row of a sheet; the same object is the same numbers.
public final class RowNumbers: Hashable, Sendable {
  let all: [UInt32]
  /// Stands for no number: such rows come last in either direction.
  public static let none = UInt32.max

  /// Numbers by row.
  public init(_ all: [UInt32]) { self.all = all }

  /// The number of a row; nil where it has none.
  public subscript(row: Int) -> UInt32? {
    all.indices.contains(row) && all[row] != Self.none ? all[row] : nil
  }

  /// Compares the identities.
  public static func == (lhs: RowNumbers, rhs: RowNumbers) -> Bool { lhs === rhs }

  /// Hashes the identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Which rows are wanted, in which order.
public struct SheetQuestion: Sendable {
  /// Among which rows is looked; nil stands for all.
  public var within: RowSet?
  /// What every row must pass.
  public var tests: [RowTest]
  /// By what they are sorted, first key first; none keeps the order of the file.
  public var order: [RowOrder]

  /// Asks for rows.
  public init(within: RowSet? = nil, tests: [RowTest] = [], order: [RowOrder] = []) {
    self.within = within
    self.tests = tests
    self.order = order
  }
}

extension Sheet {
  /// Whether a pass over all rows would leave more pages in memory than a program should take.
  var isVast: Bool { rowCount > 500_000 }
}

extension SheetReading {
  /// Finds the rows that are asked for; blocks, tells of the first page before all is known, and stops when told.
  ///
  /// Rows in the order of the file are told of after `patience` at the earliest: most questions are answered by then,
  /// and two answers take longer to show than one. Calls of `publish` come one at a time. Nil where it was stopped.
  public func answer(
    _ question: SheetQuestion, page: Int = 256, patience: Duration = .milliseconds(2),
    stop: StopFlag = StopFlag(),
    publish: @escaping @Sendable (RowList) -> Void = { _ in }
  ) -> RowList? {
    let isComplete = progress.end == .complete
    let isSorted = !question.order.isEmpty
    let found = passing(question, page: page, patience: patience, stop: stop) { if !isSorted { publish($0) } }
    guard !stop.isSet else { return nil }
    let unsorted: RowList =
      found.map { .set($0, isExact: isComplete) } ?? .all(sheet.rowCount, isExact: isComplete)
    guard isSorted else { return unsorted }
    let sorter = RowSorter(reading: self, order: question.order, rows: found)
    guard let first = sorter.first(page, stop: stop) else { return nil }
    if first.count >= unsorted.count { return .sorted(first, isExact: isComplete) }
    publish(.beginning(first, of: unsorted.count, isExact: isComplete))
    return sorter.all(stop: stop).map { .sorted($0, isExact: isComplete) }
  }

  /// The rows that are asked for as a set; nil where it was stopped.
  public func rows(_ question: SheetQuestion, stop: StopFlag = StopFlag()) -> RowSet? {
    let found = passing(question, stop: stop)
    return stop.isSet ? nil : found ?? RowSet(sheet) { _ in true }
  }

  /// The rows that are asked for, in the order of the file; nil stands for all, and for what was stopped.
  func passing(
    _ question: SheetQuestion, page: Int = .max, patience: Duration = .zero, stop: StopFlag,
    publish: @escaping @Sendable (RowList) -> Void = { _ in }
  ) -> RowSet? {
    let chunks = sheet.chunks
    let (tests, within) = (question.tests, question.within)
    guard !tests.isEmpty else { return within }
    let touched = Set(tests.flatMap { $0.columns(of: sheet.columns.count) })
    let state = Mutex(PassState(chunkCount: chunks.count, page: page, patience: patience))
    inParallel(chunks.count, stop: stop) { index in
      var bits = withExtendedLifetime(chunks[index]) { self.bits(chunks[index], tests) }
      if let within { bits.formIntersection(within.chunks[index]) }
      let found = bits
      if sheet.isVast { chunks[index].letGo(after: touched) }
      state.withLock { state in
        state.bits[index] = found
        guard let list = state.firstPage(starts: sheet.starts) else { return }
        publish(list)
      }
    }
    guard !stop.isSet else { return nil }
    let bits = state.withLock { $0.bits.enumerated().map { $1 ?? ChunkBits(rowCount: chunks[$0].rowCount) } }
    return RowSet(chunks: bits, starts: sheet.starts)
  }

  private func bits(_ chunk: Chunk, _ tests: [RowTest]) -> ChunkBits {
    let tester = RowTester(view: chunk.view, readings: columns)
    var result = tester.rows(tests[0])
    for test in tests.dropFirst() where result.count > 0 { result.formIntersection(tester.rows(test)) }
    return result
  }
}

/// Chunks that were searched so far.
private struct PassState {
  var bits: [ChunkBits?]
  private let page: Int
  private let soonest: ContinuousClock.Instant
  private var isTold = false
  private var ready = 0
  private var found = 0

  init(chunkCount: Int, page: Int, patience: Duration) {
    bits = Array(repeating: nil, count: chunkCount)
    self.page = page
    soonest = .now + patience
  }

  /// The rows of the first page once they are all there, only once, and not where that is all anyway.
  mutating func firstPage(starts: [Int]) -> RowList? {
    guard !isTold else { return nil }
    while ready < bits.count, let next = bits[ready] {
      found += next.count
      ready += 1
    }
    guard found >= page, ready < bits.count, .now >= soonest else { return nil }
    isTold = true
    let known = bits[..<ready].compactMap { $0 }
    return .set(RowSet(chunks: known, starts: Array(starts[...ready])), isExact: false)
  }
}

// What rows must have to be shown: words, values, ranges of numbers.

/// One condition on rows.
public enum RowTest: Hashable, Sendable {
  /// Every word stands somewhere in the row, in any case, with or without accents.
  case words(String)
  /// Every word stands somewhere in these columns of the row.
  case wordsAmong([Int], String)
  /// The cell of a column is one of these texts; nil stands for a cell that is not there.
  case values(column: Int, [String?])
  /// The cell of a column holds every one of these words.
  case holds(column: Int, String)
  /// The number in a column lies between two bounds, both included.
  case between(column: Int, Double, Double)
  /// The cell of a column reads as nothing that can be known.
  case doubtful(column: Int)

  /// The columns that it looks at, of so many.
  func columns(of count: Int) -> [Int] {
    switch self {
    case .words: Array(0..<count)
    case .wordsAmong(let columns, _): columns
    case .values(let column, _), .holds(let column, _), .between(let column, _, _), .doubtful(let column):
      [column]
    }
  }
}

/// Finds the rows of one chunk that pass a test.
struct RowTester {
  let view: ChunkView
  let readings: [ColumnReading]

  /// The rows that pass.
  func rows(_ test: RowTest) -> ChunkBits {
    switch test {
    case .words(let typed): words(typed, columns: Array(view.layout.segments.indices))
    case .wordsAmong(let columns, let typed): words(typed, columns: columns)
    case .holds(let column, let typed): words(typed, columns: [column])
    case .values(let column, let values): rows(column, values)
    case .between(let column, let low, let high):
      rows(
        column,
        where: { reading, cell in
          if case .number(let number) = reading.value(cell) { number >= low && number <= high } else { false }
        })
    case .doubtful(let column):
      rows(
        column,
        where: { reading, cell in
          if case .doubtful = reading.value(cell) { true } else { false }
        })
    }
  }

  // MARK: Words

  private func words(_ typed: String, columns: [Int]) -> ChunkBits {
    var result = ChunkBits(rowCount: view.rowCount, isFull: true)
    for word in Folding.folded(typed).split(separator: " ") {
      guard let needle = Needle(String(word)) else { continue }
      var found = ChunkBits(rowCount: view.rowCount)
      for column in columns where found.count < view.rowCount { add(needle, column, to: &found) }
      result.formIntersection(found)
    }
    return result
  }

  private func add(_ needle: Needle, _ column: Int, to found: inout ChunkBits) {
    let segment = view.segment(column)
    switch segment.kind {
    case .absent: break
    case .texts:
      // Ascending rows are set word by word; a set bit costs no more than its finding.
      search(needle, segment.texts) { found.insert($0) }
    case .codes8, .codes16:
      var passes = [Bool](repeating: false, count: 65_536)
      var isAny = false
      search(needle, segment.texts) { code in
        guard code != segment.missingCode, code < passes.count else { return }
        passes[code] = true
        isAny = true
      }
      if isAny { found.formUnion(coded(segment, passes)) }
    case .integers32, .integers64:
      guard needle.bytes.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }) else { return }
      for row in 0..<view.rowCount {
        let isHit = view.withCell(row: row, column: column) { $0.map(needle.isIn) ?? false }
        if isHit { found.insert(row) }
      }
    }
  }

  private func search(_ needle: Needle, _ texts: TextSpans, _ found: (Int) -> Void) {
    needle.search(view.texts(texts)) {
      found($0)
      return true
    }
    let rows = view.elements(texts.foldedRows, as: UInt32.self)
    needle.search(view.foldedTexts(texts)) { index in
      if rows.indices.contains(index) { found(Int(rows[index])) }
      return true
    }
  }

  // MARK: Values

  private func rows(_ column: Int, _ values: [String?]) -> ChunkBits {
    let segment = view.segment(column)
    let wanted = values.compactMap { $0.map { Array($0.utf8) } }
    let takesMissing = values.contains { $0 == nil }
    switch segment.kind {
    case .absent: return ChunkBits(rowCount: view.rowCount, isFull: takesMissing)
    case .codes8, .codes16:
      var passes = [Bool](repeating: false, count: 65_536)
      let texts = view.texts(segment.texts)
      for code in 0..<min(texts.count, passes.count) {
        passes[code] =
          code == segment.missingCode ? takesMissing : wanted.contains { texts[code].elementsEqual($0) }
      }
      guard passes.contains(true) else { return ChunkBits(rowCount: view.rowCount) }
      return coded(segment, passes)
    case .texts, .integers32, .integers64:
      var found = ChunkBits(rowCount: view.rowCount)
      for row in 0..<view.rowCount {
        let passes = view.withCell(row: row, column: column) { cell in
          cell.map { cell in wanted.contains { $0.count == cell.count && cell.elementsEqual($0) } }
            ?? takesMissing
        }
        if passes { found.insert(row) }
      }
      return found
    }
  }

  /// The rows whose code passes: the test is made once for each code, and the rows only look it up.
  private func coded(_ segment: Segment, _ passes: [Bool]) -> ChunkBits {
    switch segment.kind {
    case .codes8: ChunkBits(view.elements(segment.cells, as: UInt8.self), passes, rowCount: view.rowCount)
    case .codes16: ChunkBits(view.elements(segment.cells, as: UInt16.self), passes, rowCount: view.rowCount)
    default: ChunkBits(rowCount: view.rowCount)
    }
  }

  /// The rows whose cell passes; for codes and whole numbers the cells are read once for each different text.
  private func rows(
    _ column: Int, where passes: (ColumnKind, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> ChunkBits {
    let segment = view.segment(column)
    let reading = readings.indices.contains(column) ? readings[column].kind : .text
    switch segment.kind {
    case .absent: return ChunkBits(rowCount: view.rowCount)
    case .codes8, .codes16:
      var table = [Bool](repeating: false, count: 65_536)
      let texts = view.texts(segment.texts)
      for code in 0..<min(texts.count, table.count) where code != segment.missingCode {
        table[code] = passes(reading, texts[code])
      }
      return coded(segment, table)
    case .texts, .integers32, .integers64:
      var found = ChunkBits(rowCount: view.rowCount)
      for row in 0..<view.rowCount {
        let isIn = view.withCell(row: row, column: column) { $0.map { passes(reading, $0) } ?? false }
        if isIn { found.insert(row) }
      }
      return found
    }
  }
}

extension ChunkBits {
  /// The rows whose codes pass; `passes` has a place for every code that there can be.
  fileprivate init<Code: FixedWidthInteger & UnsignedInteger>(
    _ codes: UnsafeBufferPointer<Code>, _ passes: [Bool], rowCount: Int
  ) {
    guard codes.count == rowCount, passes.count > Int(Code.max) else {
      self.init(rowCount: rowCount)
      return
    }
    let words = passes.withUnsafeBytes { passes in
      (0..<(rowCount + 63) / 64).map { index in
        var word: UInt64 = 0
        // Added up without a branch, which would be guessed wrongly for every other row.
        for row in (index * 64..<min(rowCount, index * 64 + 64)).reversed() {
          word = word &+ word &+ UInt64(passes[Int(truncatingIfNeeded: codes[row])])
        }
        return word
      }
    }
    self.init(words: words, rowCount: rowCount)
  }
}

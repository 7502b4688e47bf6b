// A set of rows as bits, with the ranks that find its n-th row.

/// Some rows of a sheet; immutable.
public struct RowSet: Sendable {
  /// The bits of each chunk's rows.
  let chunks: [ChunkBits]
  /// How many rows are set before each chunk, and in all.
  let ranks: [Int]
  /// The first row of each chunk.
  private let starts: [Int]

  init(chunks: [ChunkBits], starts: [Int]) {
    self.chunks = chunks
    self.starts = starts
    var ranks = [0]
    ranks.reserveCapacity(chunks.count + 1)
    for bits in chunks { ranks.append((ranks.last ?? 0) + bits.count) }
    self.ranks = ranks
  }

  /// The rows of a sheet that pass.
  public init(_ sheet: Sheet, where passes: (Int) -> Bool) {
    let chunks = sheet.chunks.indices.map { chunk in
      var bits = ChunkBits(rowCount: sheet.chunks[chunk].rowCount)
      for row in 0..<bits.rowCount where passes(sheet.starts[chunk] + row) { bits.insert(row) }
      return bits
    }
    self.init(chunks: chunks, starts: sheet.starts)
  }

  /// The rows that are in both sets of the same sheet.
  public func intersection(_ other: RowSet) -> RowSet {
    let chunks = zip(chunks, other.chunks).map { mine, others in
      var bits = mine
      bits.formIntersection(others)
      return bits
    }
    return RowSet(chunks: chunks, starts: starts)
  }

  /// How many rows there are.
  public var count: Int { ranks.last ?? 0 }

  /// The row at a position; nil beyond the end.
  public func row(at position: Int) -> Int? {
    guard position >= 0, position < count else { return nil }
    var low = 0
    var high = chunks.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if ranks[middle] <= position { low = middle } else { high = middle - 1 }
    }
    return chunks[low].row(at: position - ranks[low]).map { starts[low] + $0 }
  }

  /// How many rows of the set stand before a row, and whether it is in the set.
  public func position(of row: Int) -> (rank: Int, isFound: Bool) {
    var low = 0
    var high = chunks.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle + 1] <= row { low = middle + 1 } else { high = middle }
    }
    guard low < chunks.count, row >= starts[low] else { return (count, false) }
    let (rank, isFound) = chunks[low].rank(of: row - starts[low])
    return (ranks[low] + rank, isFound)
  }

  /// Calls `body` with every row, ascending.
  public func forEach(_ body: (Int) -> Void) {
    for (chunk, bits) in chunks.enumerated() {
      let start = starts[chunk]
      bits.forEach { body(start + $0) }
    }
  }
}

/// Some rows of a chunk.
struct ChunkBits: Sendable, Hashable {
  var words: [UInt64]
  let rowCount: Int
  private(set) var count: Int

  /// No rows of a chunk, or all of them.
  init(rowCount: Int, isFull: Bool = false) {
    self.rowCount = rowCount
    words = [UInt64](repeating: isFull ? .max : 0, count: (rowCount + 63) / 64)
    count = isFull ? rowCount : 0
    if isFull, rowCount % 64 != 0 { words[words.count - 1] = (1 << UInt64(rowCount % 64)) - 1 }
  }

  /// Rows by their words; bits beyond the rows are cleared.
  init(words: [UInt64], rowCount: Int) {
    self.words = words
    self.rowCount = rowCount
    if rowCount % 64 != 0, !words.isEmpty { self.words[words.count - 1] &= (1 << UInt64(rowCount % 64)) - 1 }
    count = self.words.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  mutating func insert(_ row: Int) {
    guard row < rowCount else { return }
    let bit: UInt64 = 1 << UInt64(row % 64)
    if words[row / 64] & bit == 0 { count += 1 }
    words[row / 64] |= bit
  }

  func contains(_ row: Int) -> Bool { row < rowCount && words[row / 64] >> UInt64(row % 64) & 1 == 1 }

  mutating func formIntersection(_ other: ChunkBits) {
    for index in words.indices { words[index] &= other.words[index] }
    recount()
  }

  mutating func formUnion(_ other: ChunkBits) {
    for index in words.indices { words[index] |= other.words[index] }
    recount()
  }

  mutating func invert() {
    self = ChunkBits(words: words.map(~), rowCount: rowCount)
  }

  private mutating func recount() { count = words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func row(at position: Int) -> Int? {
    var rest = position
    for (index, word) in words.enumerated() {
      let here = word.nonzeroBitCount
      if rest >= here {
        rest -= here
        continue
      }
      var word = word
      for _ in 0..<rest { word &= word - 1 }
      return index * 64 + word.trailingZeroBitCount
    }
    return nil
  }

  func rank(of row: Int) -> (rank: Int, isFound: Bool) {
    guard row < rowCount else { return (count, false) }
    let before = words[..<(row / 64)].reduce(0) { $0 + $1.nonzeroBitCount }
    let word = words[row / 64]
    let bit = UInt64(row % 64)
    return (before + (word & ((1 << bit) - 1)).nonzeroBitCount, word >> bit & 1 == 1)
  }

  func forEach(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var word = word
      while word != 0 {
        body(index * 64 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}

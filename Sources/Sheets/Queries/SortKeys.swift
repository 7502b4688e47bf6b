// Numbers that sort as cells do: one for each row and key, so that sorting compares no texts where it need not.

import Glibc

/// What the cells of a column sort by.
///
/// A number below 2⁶⁴ for each row: empty, doubtful and absent cells come last in either direction, numbers and dates
/// by their value, texts by the first eight bytes of their folded form; texts that begin alike are compared after.
struct SortKeys: Sendable {
  private let sheet: Sheet
  let order: RowOrder
  private let column: Int
  private let kind: ColumnKind
  /// The places of the different texts of a column that has few; nil where there are many, or values decide.
  private let ranks: [CellBytes: UInt64]?
  /// The key of cells without a value.
  static let none = UInt64.max
  /// How many keys of eight bytes are made of a text; texts that are alike so far are compared as a whole.
  static let deepest = 32

  init(reading: SheetReading, order: RowOrder) {
    sheet = reading.sheet
    self.order = order
    column = order.column ?? 0
    guard order.numbers == nil else {
      kind = .whole
      ranks = nil
      return
    }
    kind = reading.columns.indices.contains(column) ? reading.columns[column].kind : .text
    ranks = kind.isOrderedByValue ? nil : TextRanks.ranks(of: column, in: reading.sheet)
  }

  /// Whether equal keys can belong to different cells.
  var isPrefix: Bool { !kind.isOrderedByValue && ranks == nil }

  /// Gives `body` the rows of a chunk whose keys are not above a limit, which it may lower; ascending.
  ///
  /// Where no value of the chunk is that low its rows are not looked at. `room` has place for their keys.
  func forEachRow(
    of chunk: Int, among rows: ChunkBits?, upTo limit: UInt64, room: UnsafeMutablePointer<UInt64>,
    _ body: (_ row: Int, _ key: UInt64, _ limit: inout UInt64) -> Void
  ) {
    var limit = limit
    withExtendedLifetime(sheet.chunks[chunk]) {
      let view = sheet.chunks[chunk].view
      let segment = view.segment(column)
      if order.numbers == nil, segment.kind == .codes8 || segment.kind == .codes16 {
        let table = table(view, segment)
        guard table.contains(where: { $0 <= limit }) else { return }
        look(up: table, view, segment, room)
      } else {
        write(chunk, to: room)
      }
      func take(_ row: Int) { if room[row] <= limit { body(row, room[row], &limit) } }
      if let rows { rows.forEach(take) } else { for row in 0..<view.rowCount { take(row) } }
    }
  }

  /// Writes the keys of a chunk's rows.
  func write(_ chunk: Int, to keys: UnsafeMutablePointer<UInt64>) {
    if let numbers = order.numbers {
      for row in 0..<sheet.chunks[chunk].rowCount { keys[row] = key(numbers, sheet.starts[chunk] + row) }
      return
    }
    let chunk = sheet.chunks[chunk]
    withExtendedLifetime(chunk) { write(chunk.view, to: keys) }
  }

  private func write(_ view: ChunkView, to keys: UnsafeMutablePointer<UInt64>) {
    let segment = view.segment(column)
    switch segment.kind {
    case .absent: keys.update(repeating: Self.none, count: view.rowCount)
    case .codes8, .codes16:
      look(up: table(view, segment), view, segment, keys)
    case .integers32, .integers64:
      writeIntegers(view, segment, keys)
    case .texts:
      let texts = view.texts(segment.texts)
      for row in 0..<view.rowCount { keys[row] = key(texts[row]) }
      for row in view.elements(segment.missing, as: UInt32.self) where row < view.rowCount {
        keys[Int(row)] = Self.none
      }
    }
  }

  /// The keys of a chunk's codes; the last one is for codes without a text, which a broken cache may hold.
  private func table(_ view: ChunkView, _ segment: Segment) -> [UInt64] {
    let texts = view.texts(segment.texts)
    var table = [UInt64](repeating: Self.none, count: texts.count + 1)
    for code in 0..<texts.count where code != segment.missingCode { table[code] = key(texts[code]) }
    return table
  }

  private func look(
    up table: [UInt64], _ view: ChunkView, _ segment: Segment, _ keys: UnsafeMutablePointer<UInt64>
  ) {
    if segment.kind == .codes8 {
      look(up: table, view.elements(segment.cells, as: UInt8.self), view.rowCount, keys)
    } else {
      look(up: table, view.elements(segment.cells, as: UInt16.self), view.rowCount, keys)
    }
  }

  private func look<Code: FixedWidthInteger & UnsignedInteger>(
    up table: [UInt64], _ codes: UnsafeBufferPointer<Code>, _ rowCount: Int,
    _ keys: UnsafeMutablePointer<UInt64>
  ) {
    guard codes.count == rowCount else { return keys.update(repeating: Self.none, count: rowCount) }
    table.withUnsafeBufferPointer { table in
      let last = table.count - 1
      for row in 0..<rowCount { keys[row] = table[min(Int(codes[row]), last)] }
    }
  }

  private func writeIntegers(
    _ view: ChunkView, _ segment: Segment, _ keys: UnsafeMutablePointer<UInt64>
  ) {
    for row in 0..<view.rowCount {
      keys[row] =
        kind.isWhole
        ? view.integer(segment, row: row).value.map { directed(ordered($0)) } ?? Self.none
        : view.withCell(row: row, column: column) { $0.map { key($0) } ?? Self.none }
    }
  }

  private func key(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard kind.isOrderedByValue else {
      guard !cell.isEmpty else { return Self.none }
      return directed(ranks.map { $0[CellBytes(bytes: Array(cell))] ?? 0 } ?? prefix(cell))
    }
    switch kind.value(cell) {
    case .number(let number): return directed(ordered(number))
    case .date(let date):
      return directed(UInt64(Int(date.days) + 4_000_000) << 12 | UInt64(date.minutes ?? 0))
    case .flag(let flag): return directed(flag ? 1 : 0)
    case .empty, .doubtful, .text: return Self.none
    }
  }

  /// Bits that ascend as the numbers do.
  private func ordered(_ number: Double) -> UInt64 {
    let bits = (number == 0 ? 0 : number).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }

  /// The key of a row for the bytes behind those of its first key: `depth` 1 for the next eight, and so on.
  func key(row: Int, depth: Int) -> UInt64 {
    if let numbers = order.numbers { return key(numbers, row) }
    return sheet.withBytes(row: row, column: column) { cell in
      guard let cell else { return Self.none }
      guard isPrefix else { return key(cell) }
      return cell.isEmpty ? Self.none : directed(prefix(cell, depth: depth))
    }
  }

  private func key(_ numbers: RowNumbers, _ row: Int) -> UInt64 {
    guard numbers.all.indices.contains(row), numbers.all[row] != RowNumbers.none else { return Self.none }
    return directed(UInt64(numbers.all[row]))
  }

  /// Whether nothing stands behind the bytes of a key, so that equal ones belong to equal texts.
  func isLast(_ key: UInt64) -> Bool { key == Self.none || directed(key) & 0xFF == 0 }

  /// Eight bytes of the folded text, the first one highest, each plus one: zero stands behind the end.
  private func prefix(_ cell: UnsafeBufferPointer<UInt8>, depth: Int = 0) -> UInt64 {
    // Accents before the wanted bytes move them, so that only texts plain so far are taken as they stand.
    let head = UnsafeBufferPointer(rebasing: cell.prefix(8 * depth + 12))
    guard FoldedTexts.isPlain(head) else {
      return Self.packed(Folding.folded(String(decoding: cell, as: UTF8.self)).utf8.dropFirst(8 * depth))
    }
    var key: UInt64 = 0
    for index in 8 * depth..<8 * depth + 8 {
      guard index < head.count else { return key << UInt64(8 * (8 * depth + 8 - index)) }
      key = key << 8 | UInt64((head[index] &- 0x41 < 26 ? head[index] | 0x20 : head[index]) + 1)
    }
    return key
  }

  private static func packed(_ bytes: Substring.UTF8View) -> UInt64 {
    var key: UInt64 = 0
    var count = 0
    for byte in bytes.prefix(8) {
      key = key << 8 | UInt64(byte + 1)
      count += 1
    }
    return count == 0 ? 0 : key << UInt64(8 * (8 - count))
  }

  /// Turned round for descending orders; never as high as what stands for no value.
  private func directed(_ key: UInt64) -> UInt64 {
    let key = min(key, Self.none - 1)
    return order.isAscending ? key : Self.none - 1 - key
  }

  /// Compares two rows whose keys up to a depth are the same: -1, 0 or 1.
  func compare(_ left: Int, _ right: Int, from depth: Int) -> Int {
    var depth = depth
    while true {
      let (first, second) = (key(row: left, depth: depth), key(row: right, depth: depth))
      if first != second { return first < second ? -1 : 1 }
      if !isPrefix || isLast(first) { return 0 }
      depth += 1
      if depth == Self.deepest { return compare(text(row: left), text(row: right)) }
    }
  }

  /// The folded text of a row.
  func text(row: Int) -> [UInt8] {
    sheet.withBytes(row: row, column: column) { cell in
      cell.map { Array(Folding.folded(String(decoding: $0, as: UTF8.self)).utf8) } ?? []
    }
  }

  /// Compares two folded texts: -1, 0 or 1.
  func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
    if left == right { return 0 }
    return left.lexicographicallyPrecedes(right) == order.isAscending ? -1 : 1
  }
}

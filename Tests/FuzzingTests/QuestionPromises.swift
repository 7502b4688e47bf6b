// Searches, filters, orders and counts: what the plainest pass over all cells answers.

@testable import Sheets

enum QuestionPromises {
  /// A line of words and a line of numbers, then comma-separated rows, which are repeated to make columns long.
  static func check(_ bytes: [UInt8]) throws {
    let parts = bytes.split(separator: 10, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].count >= 4 else { return }
    let text = String(decoding: parts[2], as: UTF8.self)
    let rows = DelimitedPromises.naive(Array(text.utf8), Dialect(delimiter: 0x2C, quote: 0x22), line: 1).map(
      \.cells)
    guard !rows.isEmpty, rows.allSatisfy({ $0.count <= 8 }) else { return }
    let choices = parts[1].map { Int($0 ^ 0x30) }
    let all = repeated(rows, choices[0] & 7)
    let reading = reading(all, size: all.count / (1 + choices[1] % 3) + 1)
    try PlainAnswers(reading: reading, rows: all)
      .check(words: String(decoding: parts[0], as: UTF8.self), choices: Array(choices[2...]))
  }

  /// The rows again and again with other numbers.
  private static func repeated(_ rows: [[[UInt8]]], _ times: Int) -> [[[UInt8]]] {
    (0...(times * 5)).flatMap { time in
      rows.map { row in
        row.map { cell in
          let isNumber = cell.withUnsafeBufferPointer { Int(asWritten: $0) } != nil
          return isNumber && time > 0 && cell.count < 18 ? cell + Array("\(time)".utf8) : cell
        }
      }
    }
  }

  /// A sheet of chunks of `size` rows.
  static func reading(_ rows: [[[UInt8]]], size: Int) -> SheetReading {
    let builder = ChunkBuilder(columnCount: rows[0].count, isFixed: true)
    var cells = RowCells()
    var sheet = Sheet(columns: rows[0].indices.map { SheetColumn(title: "column \($0 + 1)") })
    var evidence: [ColumnEvidence] = []
    for start in stride(from: 0, to: rows.count, by: size) {
      let end = min(start + size, rows.count)
      for row in start..<end {
        cells.clear(line: row - start + 1)
        for (column, cell) in rows[row].enumerated() {
          cells.open(column)
          cells.bytes += cell
          cells.close()
        }
        builder.append(cells)
      }
      let layout = builder.finish(lineCount: end - start)
      for (column, part) in builder.evidence.enumerated() {
        if column < evidence.count { evidence[column].merge(part) } else { evidence.append(part) }
      }
      sheet.append(Chunk(memory: builder.takeMemory(), layout: layout))
    }
    var progress = LoadProgress()
    progress.end = .complete
    return SheetReading(
      path: "", source: SourceDescription(format: .delimited), sheet: sheet,
      columns: ForcedReadings().readings(of: sheet.columns, evidence), progress: progress)
  }
}

/// What a pass over all cells answers.
private struct PlainAnswers {
  let reading: SheetReading
  let rows: [[[UInt8]]]
  private let folded: [[[UInt8]]]

  init(reading: SheetReading, rows: [[[UInt8]]]) {
    self.reading = reading
    self.rows = rows
    folded = rows.map { row in row.map { Array(Folding.folded(String(decoding: $0, as: UTF8.self)).utf8) } }
  }

  func check(words: String, choices: [Int]) throws {
    let width = reading.sheet.columns.count
    let column = choices[0] % width
    let second = choices[1] % width
    try check(.words(words))
    try check(.holds(column: column, words))
    try check(.values(column: column, [words, nil]))
    try check(.values(column: second, [cell(0, second).map { String(decoding: $0, as: UTF8.self) }]))
    try check(.between(column: column, -3, 2000))
    try check(.doubtful(column: second))
    for isAscending in [true, false] {
      try checkOrder([RowOrder(column: column, isAscending: isAscending)], [])
      try checkOrder(
        [RowOrder(column: column, isAscending: isAscending), RowOrder(column: second)], [.words(words)])
    }
    try checkCounts(column, adding: second, [])
    try checkCounts(second, adding: column, [.words(words)])
  }

  private func cell(_ row: Int, _ column: Int) -> [UInt8]? {
    column < rows[row].count ? rows[row][column] : nil
  }

  private func value(_ row: Int, _ column: Int) -> CellReading? {
    cell(row, column).map { $0.withUnsafeBufferPointer { reading.columns[column].value($0) } }
  }

  private func passes(_ test: RowTest, _ row: Int) -> Bool {
    switch test {
    case .words(let typed): holds(typed, folded[row].indices, row)
    case .wordsAmong(let columns, let typed):
      columns.allSatisfy { $0 < folded[row].count } && holds(typed, columns, row)
    case .holds(let column, let typed):
      holds(typed, column < folded[row].count ? column..<column + 1 : 0..<0, row)
    case .values(let column, let values):
      values.contains { value in value.map { Array($0.utf8) } == cell(row, column) }
    case .between(let column, let low, let high):
      if case .number(let number)? = value(row, column) { number >= low && number <= high } else { false }
    case .doubtful(let column): if case .doubtful? = value(row, column) { true } else { false }
    }
  }

  private func holds(_ typed: String, _ columns: some Sequence<Int>, _ row: Int) -> Bool {
    Folding.folded(typed).split(separator: " ").allSatisfy { word in
      columns.contains { column in Self.contains(folded[row][column], Array(word.utf8)) }
    }
  }

  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { text[$0..<$0 + word.count].elementsEqual(word) }
  }

  private func check(_ test: RowTest) throws {
    let expected = rows.indices.filter { passes(test, $0) }
    let found = reading.answer(SheetQuestion(tests: [test]), page: 7)
    try promise(all(found) == expected, "\(test) finds \(all(found)), not \(expected)")
  }

  private func all(_ list: RowList?) -> [Int] {
    list.map { list in (0..<list.count).compactMap(list.row) } ?? []
  }

  private func checkOrder(_ order: [RowOrder], _ tests: [RowTest]) throws {
    let some = rows.indices.filter { row in tests.allSatisfy { passes($0, row) } }
    let expected = some.sorted { left, right in
      for key in order {
        switch (rank(left, key.column ?? 0), rank(right, key.column ?? 0)) {
        case (nil, nil): continue
        case (nil, _): return false
        case (_, nil): return true
        case (let one?, let two?):
          if one == two { continue }
          return one.lexicographicallyPrecedes(two) == key.isAscending
        }
      }
      return left < right
    }
    let found = all(reading.answer(SheetQuestion(tests: tests, order: order), page: 7))
    try promise(found == expected, "\(order) gives \(found), not \(expected)")
  }

  /// What a cell is ordered by; nil for what comes last.
  private func rank(_ row: Int, _ column: Int) -> [Double]? {
    guard let text = cell(row, column) else { return nil }
    guard reading.columns[column].kind.isOrderedByValue else {
      return text.isEmpty ? nil : folded[row][column].map { Double($0) }
    }
    switch value(row, column) {
    case .number(let number): return [number]
    case .date(let date): return [Double(date.days), Double(date.minutes ?? 0)]
    case .flag(let flag): return [flag ? 1 : 0]
    default: return nil
    }
  }

  private func checkCounts(_ column: Int, adding other: Int, _ tests: [RowTest]) throws {
    var expected: [[UInt8]?: (count: Int, sum: Double, summed: Int)] = [:]
    for row in rows.indices where tests.allSatisfy({ passes($0, row) }) {
      var entry = expected[cell(row, column)] ?? (0, 0, 0)
      entry.count += 1
      if case .number(let number)? = value(row, other) {
        entry.sum += number
        entry.summed += 1
      }
      expected[cell(row, column)] = entry
    }
    guard let found = reading.counts(of: column, adding: other, tests: tests) else {
      return try promise(false, "no counts")
    }
    try promise(found.count == expected.count, "\(found.count) values, not \(expected.count)")
    for value in found {
      let entry = expected[value.text.map { Array($0.utf8) }] ?? (0, 0, 0)
      try promise(value.count == entry.count && value.summed == entry.summed, "\(value), not \(entry)")
      let difference = abs((value.sum ?? 0) - entry.sum)
      try promise(
        difference <= abs(entry.sum) * 1e-9 + 1e-6 || entry.sum.magnitude > 1e12, "\(value), not \(entry)")
    }
  }
}

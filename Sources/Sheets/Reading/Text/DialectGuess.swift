// Finds delimiter and quote of a text by trying each and taking the one that makes the most regular table.

/// A way to cut a text into cells, and the rows it gives.
struct DialectGuess {
  let records: HeadRecords
  /// Whether the rows have one cell each; the delimiter is then one that does not occur.
  let isOneColumn: Bool
  /// Whether a cell in quotes may go on beyond the text, so that more of it would tell.
  let isUndecided: Bool

  private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
  private static let rowLimit = 400
  /// So much is tried in all ways first; more only where that has too few rows to tell.
  private static let trialSize = 48 << 10
  private static let fewRows = 12

  /// Looks at UTF-8 text from `start` on; what `options` tell is taken as it is.
  init(_ bytes: [UInt8], isWhole: Bool, from start: Int, line: Int, _ options: ReadingOptions, hint: UInt8?) {
    let isLong = bytes.count > Self.trialSize
    let first = isLong ? Array(bytes[..<Self.trialSize]) : bytes
    var trial = Trial(first, isWhole: isWhole && !isLong, from: start, options, hint)
    if isLong, trial.isSwallowed || trial.rows < Self.fewRows {
      trial = Trial(bytes, isWhole: isWhole, from: start, options, hint)
    }
    isUndecided = trial.isSwallowed && !isWhole
    var dialect = trial.best ?? Dialect(delimiter: 0x1F, quote: UInt8(ascii: "\""))
    isOneColumn = trial.score <= 0.15 && options.delimiter == nil
    if isOneColumn {
      let text = bytes[min(start, bytes.count)...]
      dialect.delimiter = [0x09, 0x7C, 0x3B, 0x2C].first { !text.contains($0) } ?? 0x1F
      dialect.quote = options.quote.map(\.byte) ?? UInt8(ascii: "\"")
    }
    let limit = max(Self.rowLimit, min(options.headerRow ?? 0, 1 << 20) + 1)
    records = HeadRecords(bytes, dialect, isWhole: isWhole, from: start, line: line, limit: limit)
  }

  /// All ways to cut a text, and the best of them.
  private struct Trial {
    private(set) var best: Dialect?
    private(set) var score = -1.0
    private(set) var rows = 0
    /// Whether a double quote may have opened a cell that goes on beyond the text.
    private(set) var isSwallowed = false

    init(_ bytes: [UInt8], isWhole: Bool, from start: Int, _ options: ReadingOptions, _ hint: UInt8?) {
      for delimiter in options.delimiter.map({ [$0] }) ?? ordered(hint) {
        for quote in quotes(options, in: bytes) {
          let dialect = Dialect(delimiter: delimiter, quote: quote)
          let records = HeadRecords(
            bytes, dialect, isWhole: isWhole, from: start, line: 1, limit: rowLimit)
          if quote == UInt8(ascii: "\""), records.isSwallowed { isSwallowed = true }
          let score = DialectGuess.score(records)
          if score > self.score { (best, self.score, rows) = (dialect, score, records.records.count) }
        }
      }
    }
  }

  private static func ordered(_ hint: UInt8?) -> [UInt8] {
    guard let hint else { return delimiters }
    return [hint] + delimiters.filter { $0 != hint }
  }

  /// The double quote is taken for granted where there is no quote at all.
  private static func quotes(_ options: ReadingOptions, in bytes: [UInt8]) -> [UInt8?] {
    if let quote = options.quote { return [quote.byte] }
    let double = UInt8(ascii: "\"")
    let single = UInt8(ascii: "'")
    return [double] + (bytes.contains(single) ? [single] : []) + (bytes.contains(double) ? [nil] : [])
  }

  /// From 0 to about 2: how regular and wide the table is, and how well its signs are explained.
  static func score(_ records: HeadRecords) -> Double {
    let counts = records.records.map { $0.cells.count }
    let width = TableShape.usualCount(counts.count > 1 ? Array(counts.dropFirst()) : counts)
    guard width > 1, !counts.isEmpty else { return 0 }
    let regular = counts.count { $0 == width }
    let consistency = Double(regular) / Double(counts.count)
    let headerFits = counts.prefix(40).contains { $0 == width } ? 1.0 : 0.5
    let faults = Double(records.faults) / Double(counts.count)
    // A stray quote can swallow most of the text as one cell.
    let coverage = max(0.3, records.coverage)
    return consistency * consistency * headerFits * breadth(width) * max(0.05, 1 - 2 * faults)
      * quoting(records) * (1 - 0.6 * strayShare(records)) * coverage
  }

  private static func breadth(_ width: Int) -> Double {
    1 + 0.05 * Double(min(width, 12))
  }

  /// Quotes that stand around cells speak for themselves; apostrophes and no quotes at all must be earned.
  private static func quoting(_ records: HeadRecords) -> Double {
    switch records.dialect.quote {
    case UInt8(ascii: "\""): 1
    case .some: records.quotedCells > records.records.count / 4 ? 0.98 : 0.5
    case nil: 0.9
    }
  }

  /// The share of plain cells with another delimiter in them that is neither a decimal sign nor punctuation.
  private static func strayShare(_ records: HeadRecords) -> Double {
    let cells = records.cells.prefix(20000)
    let own = records.dialect.delimiter
    let strays = records.bytes.withUnsafeBufferPointer { bytes in
      cells.count { !$0.isQuoted && hasStray(bytes, $0, own) }
    }
    return cells.isEmpty ? 0 : Double(strays) / Double(cells.count)
  }

  private static func hasStray(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cell: HeadRecords.Cell, _ own: UInt8
  ) -> Bool {
    for index in cell.start..<cell.end where isDelimiter(bytes[index]) && bytes[index] != own {
      let before = index > cell.start ? bytes[index - 1] : 0x20
      let after = index + 1 < cell.end ? bytes[index + 1] : 0x20
      let isDecimal = bytes[index] == 0x2C && before &- 0x30 < 10 && after &- 0x30 < 10
      if !isDecimal, after != 0x20 || index == cell.start { return true }
    }
    return false
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x3B || byte == 0x09 || byte == 0x7C
  }
}

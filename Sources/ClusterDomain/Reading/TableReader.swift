// Reads one table by its declaration: finds the columns, checks every cell, notes what is wrong.

/// Problems as they are found; of one file at most `limit` are kept.
struct ProblemLog {
  private(set) var all: [Problem] = []
  private var counts: [String: Int] = [:]
  static let limit = 1000

  mutating func add(_ problem: Problem) {
    let count = counts[problem.file, default: 0] + 1
    counts[problem.file] = count
    if count <= Self.limit { all.append(problem) }
  }

  /// Says of each file how many problems were not kept.
  mutating func close() {
    for (file, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.limit {
      all.append(
        Problem(file: file, reason: "\(count - Self.limit) more problems are not listed", severity: .file))
    }
    counts = [:]
  }
}

/// The keys of the tables read so far.
struct KnownKeys {
  /// By table the keys with the line of each; a table that could not be read stands not in it.
  var lines: [String: [String: Int]] = [:]
  /// The tables whose rows have no key, so that a reference to one cannot be checked.
  var keyless: Set<String> = []
}

/// Reads the rows of one file.
struct TableReader<Row> {
  private let table: Table<Row>
  private let file: String
  private let knownKeys: KnownKeys
  /// For each declared column the position of its cells in the file.
  private var places: [Int?] = []
  private var cellCount = 0
  private let positions: [String: Int]
  private var skippedForMissingTable: [String: Int] = [:]

  /// What was wrong.
  var problems: ProblemLog
  /// The rows, in the order of the file.
  private(set) var rows: [Row] = []
  /// The keys of the rows, with their lines.
  private(set) var keys: [String: Int] = [:]

  init(_ table: Table<Row>, file: String, knownKeys: KnownKeys, problems: ProblemLog) {
    self.table = table
    self.file = file
    self.knownKeys = knownKeys
    self.problems = problems
    positions = Dictionary(
      zip(table.columns.map(\.name), table.columns.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Reads all rows; false where the file is no such table at all.
  mutating func read(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { readRows($0) }
  }

  private mutating func readRows(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return fail("is empty; table not read") }
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      return fail("is in UTF-16, not UTF-8; table not read")
    }
    var reader = CSVReader(bytes)
    var record = CSVRecord()
    guard reader.next(&record) else { return fail("holds no line; table not read") }
    guard readHeader(record, in: bytes) else { return false }
    while reader.next(&record) { readRow(record, in: bytes) }
    for (name, count) in skippedForMissingTable.sorted(by: { $0.key < $1.key }) {
      note(
        nil, nil, "table \"\(name)\" was not read, so \(count) rows that refer to it are skipped", nil, .file)
    }
    return true
  }

  // MARK: Header

  private mutating func readHeader(_ record: CSVRecord, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard record.fault == nil else {
      return fail("the header's quotes do not match; table not read", line: record.line)
    }
    let names = record.cells.map { CellText($0, in: bytes).string.trimmed }
    cellCount = names.count
    places = table.columns.map { column in names.firstIndex(of: column.name) }
    noteUnusedColumns(names, line: record.line)
    var isComplete = true
    for (column, place) in zip(table.columns, places) where place == nil {
      switch column.need {
      case .required:
        note(record.line, column.name, "is missing and cannot be done without; table not read", nil, .file)
        isComplete = false
      case .optional:
        note(record.line, column.name, "is missing; its values are left empty", nil, .file)
      }
    }
    return isComplete
  }

  private mutating func noteUnusedColumns(_ names: [String], line: Int) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() {
      if name.isEmpty {
        note(line, "column \(index + 1)", "has no name; column ignored", nil, .file)
      } else if !seen.insert(name).inserted {
        note(line, name, "stands twice; the second is ignored", nil, .file)
      } else if positions[name] == nil {
        note(line, name, "is not known in this table; column ignored", nil, .file)
      }
    }
  }

  // MARK: Rows

  private mutating func readRow(_ record: CSVRecord, in bytes: UnsafeBufferPointer<UInt8>) {
    if let fault = record.fault { return noteFault(fault) }
    guard record.cells.count == cellCount else {
      let fault = "the row has \(record.cells.count) cells and the header \(cellCount); row skipped"
      return note(record.line, nil, fault, nil, .row)
    }
    var values: [CellValue] = []
    values.reserveCapacity(table.columns.count)
    var isKept = true
    for (column, place) in zip(table.columns, places) {
      guard let place else {
        values.append(.empty)
        continue
      }
      let text = CellText(record.cells[place], in: bytes)
      var check = CellCheck(
        column: column, row: values, positions: positions, keys: keys, knownKeys: knownKeys)
      values.append(check.value(of: text))
      let line = record.line
      for finding in check.findings {
        let offset = finding.offset.map { bytes.lineBreaks(from: record.start, to: $0) } ?? 0
        note(line + offset, column.name, finding.reason, finding.text, finding.severity)
      }
      if let missing = check.missingTable { skippedForMissingTable[missing, default: 0] += 1 }
      isKept = isKept && check.keepsRow
    }
    guard isKept, let row = table.make(ValidRow(positions: positions, values: values)) else { return }
    rows.append(row)
    keep(values, line: record.line)
  }

  private mutating func keep(_ values: [CellValue], line: Int) {
    for (column, value) in zip(table.columns, values) {
      if case .key = column.kind, case .text(let key) = value { keys[key] = line }
    }
  }

  private mutating func noteFault(_ fault: CSVFault) {
    switch fault {
    case .unclosed(let line, let cell):
      note(line, columnName(cell), "a quote opens here and is never closed; row skipped", nil, .row)
    case .textAfterQuote(let line, let cell):
      note(line, columnName(cell), "text follows the closing quote; row skipped", nil, .row)
    case .gaveUp(let line):
      note(line, nil, "too many quotes do not match; the rest of the file is not read", nil, .file)
    }
  }

  private func columnName(_ number: Int) -> String {
    let index = places.firstIndex(of: number - 1)
    return index.map { table.columns[$0].name } ?? "column \(number)"
  }

  private mutating func fail(_ reason: String, line: Int? = nil) -> Bool {
    note(line, nil, reason, nil, .file)
    return false
  }

  private mutating func note(
    _ line: Int?, _ column: String?, _ reason: String, _ text: String?, _ severity: Problem.Severity
  ) {
    problems.add(
      Problem(file: file, line: line, column: column, reason: reason, text: text, severity: severity))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many lines begin between two positions.
  func lineBreaks(from start: Int, to end: Int) -> Int {
    var count = 0
    for index in start..<Swift.min(end, self.count) {
      let isFeed = self[index] == 0x0A
      let isReturn = self[index] == 0x0D && !(index + 1 < self.count && self[index + 1] == 0x0A)
      if isFeed || isReturn { count += 1 }
    }
    return count
  }
}

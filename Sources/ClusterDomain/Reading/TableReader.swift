// Reads one table by its declaration: finds the columns, checks every cell, notes what is wrong.

/// Where the rows of a table go.
protocol RowSink {
  /// The line of an earlier row with this key.
  func line(ofKey key: String) -> Int?
  /// Takes a row as it stands where each of its cells is plainly right; false where they have to be looked at.
  ///
  /// `places` has for each declared column the position of its cell.
  mutating func takePlain(_ record: CSVRecord, _ places: [Int?], in bytes: UnsafeBufferPointer<UInt8>) -> Bool
  /// Takes a row of checked values, by the declared columns; says what is wrong with the row as a whole.
  ///
  /// `isFlawless` where nothing was noted of any of its cells.
  mutating func take(
    _ values: [CellValue], line: Int, isFlawless: Bool
  ) -> (column: String, finding: Finding)?
}

/// Reads the rows of one file.
struct TableReader<Sink: RowSink> {
  private let file: String
  private var cells: CellReader
  private let columns: [Column]
  /// For each declared column the position of its cells in the file.
  private var places: [Int?] = []
  private var cellCount = 0
  private let names: [String]
  private var skippedForMissingTable: [String: Int] = [:]

  /// Is told from time to time how much of the file is read, from 0 to 1.
  private let progress: (Double) -> Void
  /// What was wrong.
  var problems: ProblemLog
  /// Where the rows went.
  private(set) var sink: Sink

  init(
    _ columns: [Column], into sink: Sink, file: String, knownKeys: KnownKeys, problems: ProblemLog,
    progress: @escaping (Double) -> Void
  ) {
    self.progress = progress
    self.columns = columns
    self.sink = sink
    self.file = file
    self.problems = problems
    cells = CellReader(knownKeys: knownKeys)
    names = columns.map(\.name)
  }

  /// Tables with fewer rows are read too fast to tell how far they are.
  private static var rowsOfReport: Int { 16_384 }

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
    var count = 0
    while reader.next(&record) {
      readRow(record, in: bytes)
      count += 1
      if count % Self.rowsOfReport == 0 { progress(Double(record.start) / Double(bytes.count)) }
    }
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
    let names = record.cells.map { CellText($0, in: bytes).string }
    cellCount = names.count
    places = columns.map { column in names.firstIndex(of: column.name) }
    noteUnusedColumns(names, line: record.line)
    var isComplete = true
    for (column, place) in zip(columns, places) where place == nil {
      switch column.need {
      case .required:
        note(record.line, column.name, "is missing and cannot be done without; table not read", nil, .file)
        isComplete = false
      case .optional:
        note(record.line, column.name, "is missing; its values are left empty", nil, .file)
      case .extra: break
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
      } else if !self.names.contains(name) {
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
    if sink.takePlain(record, places, in: bytes) { return }
    cells.beginRow()
    var values: [CellValue] = []
    values.reserveCapacity(places.count)
    let before = problems.count
    for index in places.indices { values.append(value(of: record, column: index, after: values, in: bytes)) }
    if let missing = cells.missingTable { skippedForMissingTable[missing, default: 0] += 1 }
    guard cells.keepsRow else { return }
    let isFlawless = problems.count == before
    if let (column, finding) = sink.take(values, line: record.line, isFlawless: isFlawless) {
      note(record.line, column, finding.reason, finding.text, finding.severity)
    }
  }

  private mutating func value(
    of record: CSVRecord, column index: Int, after values: [CellValue], in bytes: UnsafeBufferPointer<UInt8>
  ) -> CellValue {
    guard let place = places[index] else { return .empty }
    let cell = record.cells[place]
    let column = columns[index]
    if cell.start == cell.end, column.need != .required { return .empty }
    let text = CellText(cell, in: bytes)
    if !text.isPlain { noteWrongByte(text, cell, column: column, of: record, in: bytes) }
    var target = ""
    if case .referenceBy(let other) = column.kind { target = tableName(in: other, of: values) }
    let value = cells.value(of: text, in: column, target: target) { sink.line(ofKey: $0) }
    for finding in cells.findings {
      note(record.line, column.name, finding.reason, finding.text, finding.severity)
    }
    return value
  }

  /// The table that another cell of the row names, in the plural or the singular.
  private func tableName(in column: String, of values: [CellValue]) -> String {
    guard let position = names.firstIndex(of: column), position < values.count,
      case .text(let word) = values[position]
    else { return "" }
    return DatasetReader.tableNames.contains(word) ? word : word + "s"
  }

  private mutating func noteWrongByte(
    _ text: CellText, _ cell: CSVCell, column: Column, of record: CSVRecord,
    in bytes: UnsafeBufferPointer<UInt8>
  ) {
    // The sign of wrong bytes can also stand in the text itself, so it only calls for a closer look.
    guard text.string.unicodeScalars.contains("\u{FFFD}"), text.byteCount <= CellText.longest,
      let position = CellText.firstWrongByte(of: cell, in: bytes)
    else { return }
    let hex = String(bytes[position], radix: 16, uppercase: true)
    note(
      record.line + bytes.lineBreaks(from: record.start, to: position), column.name,
      "byte \(position - cell.start + 1) of the cell, 0x\(hex), is no UTF-8 (saved in another encoding?); "
        + "shown as \u{FFFD}", text.string, .value)
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
    return index.map { columns[$0].name } ?? "column \(number)"
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

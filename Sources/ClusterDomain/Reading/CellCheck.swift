// Checks one cell against its column's declaration and turns it into a value.

/// The text of a cell, decoded.
struct CellText {
  /// Cells with more bytes are refused.
  static let longest = 65_536

  /// The text; bytes that are no UTF-8 stand as U+FFFD.
  let string: String
  /// How many bytes the cell has.
  let byteCount: Int
  /// The first byte that is no UTF-8, and where it lies in the file.
  let wrongByte: (value: UInt8, position: Int)?
  /// Where the cell begins in the file.
  let start: Int

  init(_ cell: CSVCell, in bytes: UnsafeBufferPointer<UInt8>) {
    start = cell.start
    byteCount = cell.end - cell.start
    let part = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.start + min(byteCount, Self.longest)])
    let text = String(decoding: part, as: UTF8.self)
    string = cell.hasDoubledQuotes ? Self.undoubled(text) : text
    // The sign of wrong bytes can also stand in the text itself, so it only calls for a closer look.
    let wrong = byteCount <= Self.longest && text.utf8.contains(0xEF) ? Self.firstWrongByte(of: part) : nil
    wrongByte = wrong.map { (part[$0], cell.start + $0) }
  }

  private static func undoubled(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isSecond = false
    for byte in text.utf8 {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func firstWrongByte(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var position = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): position += scalar.count
      case .error: return position
      case .emptyInput: return nil
      }
    }
  }
}

/// The check of one cell.
struct CellCheck {
  /// What is wrong with the cell.
  struct Finding {
    var reason: String
    var text: String?
    var severity: Problem.Severity
    /// Where in the file, if not at the row's beginning.
    var offset: Int?
  }

  let column: Column
  /// The values of the columns before this one.
  let row: [CellValue]
  let positions: [String: Int]
  /// The keys of this table so far.
  let keys: [String: Int]
  let knownKeys: KnownKeys

  private(set) var findings: [Finding] = []
  private(set) var keepsRow = true
  /// The table that the cell refers to, where that was not read and the row is skipped for it.
  private(set) var missingTable: String?

  init(column: Column, row: [CellValue], positions: [String: Int], keys: [String: Int], knownKeys: KnownKeys)
  {
    self.column = column
    self.row = row
    self.positions = positions
    self.keys = keys
    self.knownKeys = knownKeys
  }

  /// The value of a cell; what is wrong is in `findings`.
  mutating func value(of text: CellText) -> CellValue {
    guard text.byteCount <= CellText.longest else {
      return refused("has \(text.byteCount) bytes, more than \(CellText.longest)", text.string)
    }
    noteOddities(text)
    let word = text.string.trimmed
    guard !word.isEmpty else {
      if column.need == .required { return refused("is empty", nil) }
      return .empty
    }
    return parsed(word)
  }

  private mutating func noteOddities(_ text: CellText) {
    if let wrong = text.wrongByte {
      let hex = String(wrong.value, radix: 16, uppercase: true)
      let place = "byte \(wrong.position - text.start + 1) of the cell, 0x\(hex),"
      findings.append(
        Finding(
          reason: "\(place) is no UTF-8 (saved in another encoding?); shown as \u{FFFD}", text: text.string,
          severity: .value, offset: wrong.position))
    }
    if let control = text.string.unicodeScalars.first(where: isUnusual) {
      let hex = String(control.value, radix: 16, uppercase: true)
      findings.append(
        Finding(
          reason:
            "holds the control character U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex); "
            + "kept as data", text: text.string, severity: .value, offset: nil))
    }
  }

  private func isUnusual(_ scalar: Unicode.Scalar) -> Bool {
    isControl(scalar) && scalar != "\n" && scalar != "\r" && scalar != "\t"
  }

  private mutating func parsed(_ word: String) -> CellValue {
    switch column.kind {
    case .text: .text(word)
    case .list: .list(split(word))
    case .key: key(word)
    case .date: PartialDate(word).map { .date($0) } ?? refused(dateFault(word), word)
    case .integer: Int(word).map { .integer($0) } ?? refused("is no whole number", word)
    case .number: decimal(word).map { .number($0) } ?? refused("is no number", word)
    case .flag:
      word == "true"
        ? .flag(true) : word == "false" ? .flag(false) : refused("is neither true nor empty", word)
    case .choice(let words): words.contains(word) ? .text(word) : refused("is none of \(listed(words))", word)
    case .choices(let words): choices(split(word), of: words)
    case .reference(let table, let dangling): reference(word, to: table, ifDangling: dangling)
    case .referenceBy(let other): reference(word, to: tableName(in: other), ifDangling: .skipRow)
    }
  }

  private mutating func key(_ word: String) -> CellValue {
    guard let line = keys[word] else { return .text(word) }
    return refused("stands already on line \(line)", word)
  }

  private mutating func choices(_ values: [String], of words: [String]) -> CellValue {
    for value in values where !words.contains(value) {
      findings.append(
        Finding(reason: "is none of \(listed(words)); this one is left out", text: value, severity: .value))
    }
    return .list(values.filter(words.contains))
  }

  private mutating func reference(_ word: String, to table: String, ifDangling: Column.Dangling) -> CellValue
  {
    if knownKeys.keyless.contains(table) { return .text(word) }
    guard let known = knownKeys.lines[table] else {
      // Reported once for the table, not once for each row.
      guard ifDangling == .skipRow else { return .text(word) }
      missingTable = table
      keepsRow = false
      return .empty
    }
    guard known[word] == nil else { return .text(word) }
    let reason = "stands not in table \"\(table)\""
    switch ifDangling {
    case .skipRow:
      keepsRow = false
      findings.append(Finding(reason: "\(reason); row skipped", text: word, severity: .row))
      return .empty
    case .leaveEmpty:
      findings.append(Finding(reason: "\(reason); value left empty", text: word, severity: .value))
      return .empty
    case .keep:
      findings.append(Finding(reason: "\(reason); row kept", text: word, severity: .value))
      return .text(word)
    }
  }

  /// The table that another cell of the row names, in the plural or the singular.
  private func tableName(in other: String) -> String {
    guard let position = positions[other], position < row.count, case .text(let word) = row[position] else {
      return ""
    }
    return DatasetReader.tableNames.contains(word) ? word : word + "s"
  }

  private mutating func refused(_ reason: String, _ text: String?) -> CellValue {
    let isRow = column.need == .required
    keepsRow = keepsRow && !isRow
    let consequence = isRow ? "row skipped" : "value left empty"
    findings.append(
      Finding(reason: "\(reason); \(consequence)", text: text, severity: isRow ? .row : .value))
    return .empty
  }

  private func dateFault(_ word: String) -> String {
    let isShaped =
      word.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
      && [4, 7, 10].contains(word.utf8.count)
    return isShaped ? "is no date of the calendar" : "is no date such as 2013, 2013-03 or 2013-03-14"
  }

  /// A number in digits with a decimal point; no words such as `inf`, `nan` or `0x10`.
  private func decimal(_ word: String) -> Double? {
    guard word.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }),
      let number = Double(word), number.isFinite
    else { return nil }
    return number
  }

  private func split(_ word: String) -> [String] {
    word.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private func listed(_ words: [String]) -> String { words.joined(separator: ", ") }
}

extension String {
  /// Without blanks at either end.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    guard isBlank(first) || isBlank(last) else { return self }
    let bytes = Array(utf8)
    guard let start = bytes.firstIndex(where: { !isBlank($0) }),
      let end = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

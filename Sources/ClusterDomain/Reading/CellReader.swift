// Checks cells against the declarations of their columns and turns them into values.

/// What is wrong with a cell.
struct Finding {
  var reason: String
  var text: String?
  var severity: Problem.Severity
}

/// The keys of the tables read so far.
struct KnownKeys {
  /// By table its keys; a table that could not be read stands not in it.
  var tables: [String: Keys] = [:]
  /// By table without keys what its rows are called in statements; found only when one is looked for.
  var keyless: [String: () -> Set<String>] = [:]
}

/// The keys of one table.
enum Keys {
  /// With the line of each.
  case lines([String: Int])
  /// In columns.
  case organisations(OrganisationTable)

  func contains(_ key: String) -> Bool {
    switch self {
    case .lines(let lines): lines[key] != nil
    case .organisations(let table): table.row(of: ID(rawValue: key)) != nil
    }
  }
}

/// Reads the cells of one table, and gathers what is wrong with those of the present row.
struct CellReader {
  private let knownKeys: KnownKeys
  private var keylessKeys: [String: Set<String>] = [:]
  /// What is wrong with the cell read last.
  private(set) var findings: [Finding] = []
  /// Whether the present row can be kept.
  private(set) var keepsRow = true
  /// A table that the present row refers to and that was not read.
  private(set) var missingTable: String?

  init(knownKeys: KnownKeys) { self.knownKeys = knownKeys }

  /// Forgets the row before.
  mutating func beginRow() {
    keepsRow = true
    missingTable = nil
  }

  /// The value of a cell; `target` is the table that the row names for a column of kind `referenceBy`.
  ///
  /// `lineOfKey` gives the line of an earlier row of the table with a key.
  mutating func value(
    of text: CellText, in column: Column, target: String = "", lineOfKey: (String) -> Int?
  ) -> CellValue {
    if !findings.isEmpty { findings = [] }
    guard text.byteCount <= CellText.longest else {
      return refused(column, "has \(text.byteCount) bytes, more than \(CellText.longest)", text.string)
    }
    if !text.isPlain { noteControl(text.string) }
    guard !text.string.isEmpty else {
      return column.need == .required ? refused(column, "is empty", nil) : .empty
    }
    if case .key = column.kind { return key(text.string, in: column, lineOfKey(text.string)) }
    return parsed(text.string, in: column, target: target)
  }

  private mutating func noteControl(_ text: String) {
    let breaks: Set<Unicode.Scalar> = ["\n", "\r", "\t"]
    guard let control = text.unicodeScalars.first(where: { isControl($0) && !breaks.contains($0) }) else {
      return
    }
    let hex = String(control.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    note("holds the control character U+\(code); kept as data", text, .value)
  }

  private mutating func parsed(_ word: String, in column: Column, target: String) -> CellValue {
    switch column.kind {
    case .text, .key: .text(word)
    case .list: .list(split(word))
    case .date: PartialDate(word).map { .date($0) } ?? refused(column, dateFault(word), word)
    case .integer(let range): integer(word, in: range, column)
    case .number(let range): number(word, in: range, column)
    case .flag: flag(word).map { .flag($0) } ?? refused(column, "is neither true nor empty", word)
    case .choice(let words):
      words.contains(word) ? .text(word) : refused(column, "is none of \(listed(words))", word)
    case .choices(let words): .list(choices(split(word), of: words))
    case .test: test(word, column)
    case .reference(let table, let dangling): reference(word, to: table, ifDangling: dangling)
    // Without a target the row is lost already.
    case .referenceBy: target.isEmpty ? .empty : reference(word, to: target, ifDangling: .skipRow)
    }
  }

  // MARK: Kinds

  private mutating func test(_ word: String, _ column: Column) -> CellValue {
    switch FitTest(word) {
    case nil:
      return refused(column, "is no test such as \"region = ITC4; ITH3\" or \"members >= 15\"", word)
    case .region(let codes): return codes.allSatisfy(isRegion) ? .text(word) : refused(column, noCode, word)
    case .country(let codes):
      return codes.allSatisfy { isCode($0, 2...2) } ? .text(word) : refused(column, noCode, word)
    case .kind, .sector, .label, .figure: return .text(word)
    }
  }

  /// A test with a code that is none would fail every cluster.
  private var noCode: String { "has a code that is none: write countries as IT, regions as ITC4" }

  /// Whether it begins a NUTS 2 code; one of a country whose regions are known must be among them.
  private func isRegion(_ code: String) -> Bool {
    guard isCode(code, 2...4), case .lines(let known)? = knownKeys.tables["regions"] else { return false }
    return known.keys.contains { $0.hasPrefix(code) }
      || !known.keys.contains { $0.prefix(2) == code.prefix(2) }
  }

  private func isCode(_ text: String, _ lengths: ClosedRange<Int>) -> Bool {
    lengths.contains(text.count) && text.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
  }

  private mutating func key(_ word: String, in column: Column, _ line: Int?) -> CellValue {
    guard let line else { return .text(word) }
    return refused(column, "stands already on line \(line)", word)
  }

  private mutating func choices(_ values: [String], of words: [String]) -> [String] {
    for value in values where !words.contains(value) {
      note("is none of \(listed(words)); this one is left out", value, .value)
    }
    return values.filter(words.contains)
  }

  private mutating func reference(
    _ word: String, to table: String, ifDangling: Column.Dangling
  ) -> CellValue {
    guard let isKnown = knows(word, in: table) else {
      // Reported once for the table, not once for each row.
      guard ifDangling == .skipRow else { return .text(word) }
      missingTable = table
      keepsRow = false
      return .empty
    }
    if isKnown { return .text(word) }
    let reason = "stands not in table \"\(table)\""
    switch ifDangling {
    case .skipRow:
      keepsRow = false
      note("\(reason); row skipped", word, .row)
      return .empty
    case .leaveEmpty:
      note("\(reason); value left empty", word, .value)
      return .empty
    case .keep:
      note("\(reason); row kept", word, .value)
      return .text(word)
    }
  }

  /// Whether a table has a row of this key; `nil` where the table was not read.
  private mutating func knows(_ key: String, in table: String) -> Bool? {
    if let keys = knownKeys.tables[table] { return keys.contains(key) }
    guard let find = knownKeys.keyless[table] else { return nil }
    let keys = keylessKeys[table] ?? find()
    keylessKeys[table] = keys
    return keys.contains(key)
  }

  private mutating func integer(_ word: String, in range: ClosedRange<Int>, _ column: Column) -> CellValue {
    let digits = word.first.map { "+-".contains($0) } == true ? word.dropFirst() : word[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return refused(column, "is no whole number", word)
    }
    guard let number = Int(word), range.contains(number) else {
      return refused(column, "lies not between \(range.lowerBound) and \(range.upperBound)", word)
    }
    return .integer(number)
  }

  private mutating func number(_ word: String, in range: ClosedRange<Double>, _ column: Column) -> CellValue {
    guard let number = decimal(word) else { return refused(column, "is no number", word) }
    guard range.contains(number) else {
      let bounds = "\(Int(range.lowerBound)) and \(Int(range.upperBound))"
      return refused(column, "lies not between \(bounds)", word)
    }
    return .number(number)
  }

  private func flag(_ word: String) -> Bool? { ["true": true, "false": false][word] }

  /// A number in digits with a decimal point; no words such as `inf`, `nan` or `0x10`.
  private func decimal(_ word: String) -> Double? {
    guard word.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }),
      let number = Double(word), number.isFinite
    else { return nil }
    return number
  }

  private func dateFault(_ word: String) -> String {
    let isShaped =
      word.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: "-") }
      && [4, 7, 10].contains(word.utf8.count)
    return isShaped ? "is no date of the calendar" : "is no date such as 2013, 2013-03 or 2013-03-14"
  }

  private func split(_ word: String) -> [String] {
    word.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private func listed(_ words: [String]) -> String { words.joined(separator: ", ") }

  // MARK: Findings

  private mutating func refused(_ column: Column, _ reason: String, _ text: String?) -> CellValue {
    switch column.need {
    case .required:
      keepsRow = false
      note("\(reason); row skipped", text, .row)
    case .optional, .extra:
      note("\(reason); value left empty", text, .value)
    }
    return .empty
  }

  private mutating func note(_ reason: String, _ text: String?, _ severity: Problem.Severity) {
    findings.append(Finding(reason: reason, text: text, severity: severity))
  }
}

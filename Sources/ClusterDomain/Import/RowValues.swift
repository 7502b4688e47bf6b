// The values that the rules give for one row, each found when it is asked for and kept while the row is.

import Sheets

/// What is wrong with a value of a row.
struct RowFinding: Hashable {
  /// The column of the file.
  var column: Int
  var reason: String
  var text: String
}

/// The values of one row.
struct RowValues {
  let file: BoundFile
  private let sheet: Sheet
  private let rules: [BoundRule]
  private(set) var row = -1
  /// Clean texts one behind the other.
  private var bytes: [UInt8] = []
  /// By rule where its text lies; a start below zero is unasked, an end before the start is nothing.
  private var spans: [(start: Int, end: Int)]
  /// What was wrong so far; a value is asked for once, so each is told once.
  private(set) var findings: [RowFinding] = []
  private(set) var placeNumber: Int?

  init(_ file: BoundFile) {
    self.file = file
    sheet = file.sheet
    rules = file.rules
    spans = Array(repeating: (-1, -1), count: file.rules.count)
  }

  /// Goes to another row.
  mutating func begin(_ row: Int) {
    self.row = row
    bytes.removeAll(keepingCapacity: true)
    for index in spans.indices { spans[index] = (-1, -1) }
    if !findings.isEmpty { findings = [] }
    placeNumber = nil
  }

  /// The value of a rule as the file states it; nil where it states none that is known.
  ///
  /// The range is one of `withText`, and holds while the row does.
  mutating func value(_ number: Int, _ places: inout PlaceCache) -> Range<Int>? {
    if spans[number].start < 0 {
      let start = bytes.count
      let isThere = find(rules[number], &places)
      if !isThere { bytes.removeLast(bytes.count - start) }
      spans[number] = (start, isThere ? bytes.count : start - 1)
    }
    let span = spans[number]
    return span.end < span.start ? nil : span.start..<span.end
  }

  /// Gives the text of a value to `body`.
  func withText<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  mutating func note(_ column: Int, _ reason: String, _ text: some Collection<UInt8>) {
    findings.append(RowFinding(column: column, reason: reason, text: String(decoding: text, as: UTF8.self)))
  }

  /// The number of the row's place.
  mutating func place(_ places: inout PlaceCache) -> Int {
    if let placeNumber { return placeNumber }
    var key = [UInt8(file.number)]
    for item in file.evidence {
      key.append(0)
      let start = key.count
      _ = sheet.append(row: row, column: item.column, to: &key)
      _ = CellCleaner.clean(&key, from: start)
    }
    let number = places.number(of: key, file.evidence)
    placeNumber = number
    for finding in places.found[number].findings {
      findings.append(RowFinding(column: finding.column, reason: finding.reason, text: finding.text))
    }
    return number
  }
}

// MARK: - Finding values

extension RowValues {
  /// Appends the value of a rule to the bytes; false where there is none.
  private mutating func find(_ bound: BoundRule, _ places: inout PlaceCache) -> Bool {
    switch bound.origin {
    case .constant(let text):
      bytes += text
      return true
    case .place(let part):
      let number = place(&places)
      guard let text = places.found[number][part] else { return false }
      bytes += text
      return true
    case .columns(let columns):
      for (index, column) in columns.enumerated() where take(column, index, bound) { return true }
      return false
    case .joined(let columns, let separator):
      var isThere = false
      for (index, column) in columns.enumerated() {
        let start = bytes.count
        if isThere { bytes += separator }
        if take(column, index, bound) { isThere = true } else { bytes.removeLast(bytes.count - start) }
      }
      return isThere
    }
  }

  /// Appends what a cell says; false where it says nothing that is known.
  private mutating func take(_ column: Int, _ index: Int, _ bound: BoundRule) -> Bool {
    let start = bytes.count
    guard sheet.append(row: row, column: column, to: &bytes) else { return false }
    let isWhole = CellCleaner.clean(&bytes, from: start)
    if !bound.rule.until.isEmpty, let end = bytes[start...].firstIndex(where: bound.rule.until.contains) {
      bytes.removeLast(bytes.count - end)
    }
    let count = bytes.count - start
    guard count > 0 else { return false }
    if !isWhole { note(column, "holds control characters; they are left out", bytes[start...]) }
    guard count <= CellText.longest else {
      note(
        column, "has \(count) bytes, more than \(CellText.longest); left empty", bytes[start...].prefix(200))
      bytes.removeLast(count)
      return false
    }
    if withText(start..<start + count, bound.missing.contains) {
      note(column, "means here that nothing is known; left empty", bytes[start...])
      bytes.removeLast(bytes.count - start)
      return false
    }
    return bound.isPlain || convert(from: start, column, index, bound)
  }

  /// Puts the value in place of the text from `start` on.
  private mutating func convert(from start: Int, _ column: Int, _ index: Int, _ bound: BoundRule) -> Bool {
    let value: [UInt8]?
    if bound.rule.words != nil {
      value = meaning(bytes[start...], column, bound)
    } else if bound.rule.shape == .text {
      if !bound.prefix.isEmpty { bytes.insert(contentsOf: bound.prefix, at: start) }
      return true
    } else if let objection = bound.objections[index] {
      note(column, "\(objection); left empty", bytes[start...])
      value = nil
    } else {
      let kind = bound.kinds[index]
      let reading = bytes[start...].withUnsafeBufferPointer { kind.value($0) }
      value = written(reading, bound.rule.shape, bytes[start...], column)
    }
    bytes.removeLast(bytes.count - start)
    guard let value else { return false }
    bytes += bound.prefix
    bytes += value
    return true
  }

  private mutating func meaning(_ text: ArraySlice<UInt8>, _ column: Int, _ bound: BoundRule) -> [UInt8]? {
    let other: String? = bound.and.flatMap { column in sheet.text(row: row, column: column) }
    let word = String(decoding: text, as: UTF8.self)
    if let meaning = bound.rule.words?.meaning(of: word, and: other) { return Array(meaning.utf8) }
    let instead =
      bound.otherwise.map { "“\(String(decoding: $0, as: UTF8.self))” is written" } ?? "left empty"
    note(column, "is a word that mapping “\(file.mapping.name)” does not know; \(instead)", text)
    return nil
  }

  private mutating func written(
    _ reading: CellReading, _ shape: FieldRule.Shape, _ text: ArraySlice<UInt8>, _ column: Int
  ) -> [UInt8]? {
    switch reading {
    case .number(let number) where abs(number) <= 9e15: return Array(Self.text(number).utf8)
    case .number: note(column, "is too great to be exact; left empty", text)
    case .date(let date) where shape == .time: return date.time.map { Array($0.utf8) }
    case .date(let date) where shape == .zone: return date.zoneText.map { Array($0.utf8) }
    case .date(let date):
      if let found = date.text { return Array(found.utf8) }
      note(column, "is a quarter, and the tables hold years, months and days; left empty", text)
    case .doubtful(let doubt):
      note(column, "\(doubt.reason("it")); left empty", text)
    case .text: note(column, "says that nothing is known; left empty", text)
    case .flag: note(column, "is yes or no, where a value is expected; left empty", text)
    case .empty: break
    }
    return nil
  }

  private static func text(_ number: Double) -> String {
    Int64(exactly: number).map { String($0) } ?? "\(number)"
  }
}

extension FoundPlace {
  subscript(part: FieldRule.PlacePart) -> [UInt8]? {
    switch part {
    case .region: region
    case .province: province
    case .nuts3: nuts3
    case .country: country
    }
  }
}

extension SheetDate {
  /// The date as datasets write it; nil for a quarter.
  var text: String? {
    let date = CalendarDate(dayNumber: Int(days)).description
    switch precision {
    case .day: return date
    case .month: return String(date.prefix(7))
    case .year: return String(date.prefix(4))
    case .quarter: return nil
    }
  }

  /// The time of day as the clock of its zone shows it; nil where none is stated.
  var time: String? { minutes.map { Self.clock(Int($0)) } }

  /// How far the zone is ahead of UTC, `+02:00`; nil where none is stated.
  var zoneText: String? { zone.map { ($0 < 0 ? "-" : "+") + Self.clock(abs(Int($0))) } }

  private static func clock(_ minutes: Int) -> String {
    [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

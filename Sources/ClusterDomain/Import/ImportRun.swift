// Takes the rows of files one by one and writes the tables; holds keys, never rows.

import Sheets

/// Writes the rows of one import.
struct ImportRun {
  let files: [BoundFile]
  /// The present row of each file.
  var values: [RowValues]
  /// A row before, of each file, for what it said of the same thing.
  var earlier: [RowValues]
  var places: PlaceCache
  var output: ImportOutput
  var keys = KeyTable()
  var ids = KeyTable()
  /// Statements and other rows that must not be written twice.
  var seen = KeyTable()
  /// By section the hash of the key that the present row states.
  var rowKeys: [Hash128?] = []
  /// By section the key of the row that the present row is about.
  var rowIDs: [[UInt8]?] = []
  /// Where what the present row is about stood first, where that was before.
  var firstRow: RowLocation?
  /// Why no further row can be taken.
  var trouble: ImportError?
  private(set) var counts: [ImportReport.File]
  /// Countries that are named otherwise than by a place.
  var countries: Set<String> = []

  init(_ files: [BoundFile], places: Places, output: ImportOutput) {
    self.files = files
    values = files.map(RowValues.init)
    earlier = values
    self.places = PlaceCache(places)
    self.output = output
    counts = files.map {
      ImportReport.File(name: $0.name, mapping: $0.mapping.name, reading: $0.reading, unused: $0.unused)
    }
  }

  /// Takes all rows of a file; false where writing failed.
  mutating func take(_ number: Int) -> Bool {
    let file = files[number]
    rowIDs = Array(repeating: nil, count: file.sections.count)
    rowKeys = Array(repeating: nil, count: file.sections.count)
    noteSilentColumns(number)
    let faults = Dictionary(
      file.sheet.faults.map { ($0.row, $0.fault) }, uniquingKeysWith: { first, _ in first })
    for row in 0..<file.sheet.rowCount {
      values[number].begin(row)
      counts[number].read += 1
      if let fault = faults[row], fault != .badBytes {
        reject(number, nil, fault.reason)
      } else {
        take(number, hasBadBytes: faults[row] == .badBytes)
      }
      if trouble != nil || row % 4096 == 0 && output.hasFailed { return false }
    }
    return trouble == nil && !output.hasFailed
  }

  private mutating func take(_ number: Int, hasBadBytes: Bool) {
    let file = files[number]
    for (index, section) in file.sections.enumerated() {
      rowIDs[index] = nil
      rowKeys[index] = section.keys.isEmpty ? nil : values[number].key(of: section, &places)
    }
    if let lack = requirement(of: file.main, number) { return reject(number, lack.column, lack.reason) }
    use(number)
    if hasBadBytes {
      problem(number, nil, "holds bytes that are no text in the file's encoding; they stand as U+FFFD", "")
    }
    for finding in values[number].findings {
      problem(number, finding.column, finding.reason, finding.text)
    }
  }

  /// Writes all that the present row gives.
  private mutating func use(_ number: Int) {
    let file = files[number]
    var isNew = false
    firstRow = nil
    for (index, section) in file.sections.enumerated() where section.hasKey || section.isMain {
      let isAdded = put(section, index, number)
      if section.isMain { isNew = isAdded }
    }
    if isNew {
      counts[number].kept += 1
    } else {
      counts[number].merged += 1
    }
    for section in file.sections where !section.hasKey && !section.isMain {
      link(section, number, isNew: isNew)
    }
  }

  // MARK: What is told

  private mutating func reject(_ number: Int, _ column: String?, _ reason: String) {
    let file = files[number]
    let row = values[number].row
    counts[number].rejected += 1
    output.reject(
      [file.name, String(file.sheet.line(row: row)), column ?? "", reason, file.text(row: row)])
  }

  private mutating func problem(_ number: Int, _ column: Int?, _ reason: String, _ text: String) {
    let file = files[number]
    counts[number].problems += 1
    let line = file.sheet.line(row: values[number].row)
    output.problem([file.name, String(line), column.map { file.titles[$0] } ?? "", reason, text])
  }

  /// A value that stands in for one that no row states is told once, not once for each row.
  private mutating func noteSilentColumns(_ number: Int) {
    let file = files[number]
    guard file.sheet.rowCount > 0 else { return }
    for section in file.sections {
      for cell in section.cells {
        guard case .value(let rule, _) = cell.content, let instead = file.rules[rule].otherwise,
          !file.rules[rule].isStated
        else { continue }
        counts[number].problems += 1
        let names = file.rules[rule].rule.columns.joined(separator: " or ")
        let reason =
          "no row states it; “\(String(decoding: instead, as: UTF8.self))” is written for “\(cell.name)”"
        output.problem([file.name, "", names, reason, ""])
      }
    }
  }
}

/// Where a key stood first: the file, the row, and which key of several alike it got.
struct RowLocation {
  static let greatestSuffix = 0xFF_FFFF
  var file: Int
  var row: Int
  var suffix = 0

  var packed: UInt64 { UInt64(file) << 56 | UInt64(row) << 24 | UInt64(suffix) }

  init(file: Int, row: Int, suffix: Int = 0) { (self.file, self.row, self.suffix) = (file, row, suffix) }

  init(_ packed: UInt64) {
    self.init(
      file: Int(packed >> 56), row: Int(packed >> 24 & 0xFFFF_FFFF), suffix: Int(packed) & Self.greatestSuffix
    )
  }
}

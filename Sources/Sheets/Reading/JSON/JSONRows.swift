// Rows from JSON text, one value at a time.

/// The rows of a JSON or NDJSON text.
final class JSONRows: RowStream {
  private var reader: JSONRowReader

  init(_ reader: consuming JSONRowReader) { self.reader = reader }

  var header: [String] { reader.titles }
  var consumed: Int { reader.tokens.window.stream.consumed }
  var size: Int? { reader.tokens.window.stream.size }
  var invalidBytes: Int { reader.tokens.window.stream.invalidBytes }

  var isReady: Bool { reader.tokens.window.hasText || reader.tokens.window.stream.isReady }

  /// What is wrong with the first row, where no row so far was right.
  var mistake: SheetError? { reader.hasRightRow ? nil : reader.firstMistake }

  func next(into row: inout RowCells) throws(SheetError) -> Bool { try reader.next(into: &row) }
}

/// Reads one row after the other.
struct JSONRowReader: ~Copyable {
  var tokens: JSONTokens
  private(set) var columns = JSONColumns()
  private let layout: JSONLayout
  /// How many of the names that lead to the rows were passed.
  private var entered = 0
  private var isFirst = true
  private var isEnded = false
  private(set) var hasRightRow = false
  private(set) var firstMistake: SheetError?
  /// The name of the member being read, with those around it and dots between them.
  private var name: [UInt8] = []
  /// Objects further in than this are kept as text.
  private static let deepestNames = 4
  /// The column of rows that are no objects.
  private static let unnamed = Array("value".utf8)

  init(_ tokens: consuming JSONTokens, _ layout: JSONLayout) {
    self.tokens = tokens
    self.layout = layout
  }

  var titles: [String] { columns.titles }

  /// Reads the next row; a wrong line of NDJSON is a row of one text, JSON is at its end after a mistake.
  mutating func next(into row: inout RowCells) throws(SheetError) -> Bool {
    row.clear(line: 0)
    if isEnded { return false }
    do throws(SheetError) {
      guard try readRow(&row) else {
        isEnded = true
        return false
      }
      hasRightRow = true
      return true
    } catch {
      isEnded = true
      guard error.isOfOneRow, case .values = layout.rows, tokens.window.rewind() else { throw error }
      isEnded = false
      firstMistake = firstMistake ?? error
      try readWrongLine(&row)
      return true
    }
  }

  private mutating func readRow(_ row: inout RowCells) throws(SheetError) -> Bool {
    switch layout.rows {
    case .values: guard try tokens.peek() != nil else { return false }
    case .elements, .members: guard try enter(), try hasNextElement() else { return false }
    }
    _ = try tokens.peek()
    row.line = tokens.window.line()
    if tokens.isOneLine { tokens.window.hold() }
    columns.beginRow()
    if layout.rows == .members { try readKey(&row) }
    switch (try tokens.peek(), layout.isOfArrays) {
    case (0x5B, true): try readPlaces(&row)
    case (_, true): try readCell(0, &row)
    case (0x7B, false):
      name.removeAll(keepingCapacity: true)
      try readMembers(&row, depth: 0)
    default:
      try readCell(columns.column(Self.unnamed, tokens), &row)
    }
    return true
  }

  private mutating func readWrongLine(_ row: inout RowCells) throws(SheetError) {
    row.clear(line: tokens.window.line())
    row.fault = .notJSON
    columns.beginRow()
    row.open(layout.isOfArrays ? 0 : try columns.column(Self.unnamed, tokens))
    while try tokens.window.hasByte(), tokens.window.bytes[tokens.window.position] != 0x0A {
      row.bytes.append(tokens.window.bytes[tokens.window.position])
      tokens.window.position += 1
    }
    if row.bytes.last == 0x0D { row.bytes.removeLast() }
    row.close()
  }
}

extension JSONRowReader {
  /// Goes down to the rows at the first call; false when they are not there.
  private mutating func enter() throws(SheetError) -> Bool {
    var scratch: [UInt8] = []
    while entered < layout.path.count {
      try tokens.expect(0x7B, "an object")
      if try tokens.takes(0x7D) { return false }
      while try tokens.readName() != layout.path[entered] {
        try tokens.skipValue(depth: entered, &scratch)
        guard try tokens.takes(0x2C) else { return false }
      }
      entered += 1
    }
    return true
  }

  /// Steps to the next element or member; false behind the last one.
  private mutating func hasNextElement() throws(SheetError) -> Bool {
    let isObject = layout.rows == .members
    if isFirst { try tokens.expect(isObject ? 0x7B : 0x5B, isObject ? "an object" : "an array") }
    let closing: UInt8 = isObject ? 0x7D : 0x5D
    let wasFirst = isFirst
    isFirst = false
    if wasFirst {
      guard try tokens.takes(closing) else { return true }
    } else if try tokens.takes(0x2C) {
      return true
    } else {
      try tokens.expect(closing, isObject ? "a comma or a closing brace" : "a comma or a closing bracket")
    }
    try readEnd()
    return false
  }

  /// Checks that what follows the rows is well formed.
  private mutating func readEnd() throws(SheetError) {
    var scratch: [UInt8] = []
    for _ in 0..<entered {
      while try tokens.takes(0x2C) {
        _ = try tokens.readName()
        try tokens.skipValue(depth: 0, &scratch)
      }
      try tokens.expect(0x7D, "a comma or a closing brace")
    }
    guard try tokens.peek() == nil else { throw tokens.mistake("text follows the end of the value") }
  }

  private mutating func readKey(_ row: inout RowCells) throws(SheetError) {
    guard try tokens.peek() == 0x22 else { throw tokens.mistake("a name in quotes is expected here") }
    name = Array("key".utf8)
    row.open(try columns.column(name, tokens))
    try tokens.readString(into: &row.bytes)
    row.close()
    try tokens.expect(0x3A, "a colon")
  }

  /// Reads an array as the cells of a row.
  private mutating func readPlaces(_ row: inout RowCells) throws(SheetError) {
    tokens.window.position += 1
    if try tokens.takes(0x5D) { return }
    var column = 0
    repeat {
      guard column < JSONColumns.most else { throw columns.tooMany(tokens) }
      try readCell(column, &row)
      column += 1
    } while try tokens.takes(0x2C)
    try tokens.expect(0x5D, "a comma or a closing bracket")
  }

  /// Reads the members of an object, whose names begin with what `name` holds.
  private mutating func readMembers(_ row: inout RowCells, depth: Int) throws(SheetError) {
    tokens.window.position &+= 1
    if try tokens.takes(0x7D) { return try readEmptyObject(&row) }
    let prefix = name.count
    repeat {
      guard try tokens.peek() == 0x22 else { throw tokens.mistake("a name in quotes is expected here") }
      if prefix == 0, let column = columns.expected(&tokens) {
        try tokens.expect(0x3A, "a colon")
        guard try tokens.peek() == 0x7B else {
          try readCell(column, &row)
          continue
        }
        // What the object holds is no cell of this column.
        columns.giveBack(column)
        name += columns[column]
      } else {
        try tokens.readString(into: &name)
        try tokens.expect(0x3A, "a colon")
      }
      if try tokens.peek() == 0x7B, depth < Self.deepestNames {
        name.append(0x2E)
        try readMembers(&row, depth: depth + 1)
      } else {
        try readCell(columns.column(name, tokens), &row)
      }
      name.removeSubrange(prefix...)
    } while try tokens.takes(0x2C)
    try tokens.expect(0x7D, "a comma or a closing brace")
  }

  /// An object without members is a cell, unless it is the row; `name` ends with the dot before its members.
  private mutating func readEmptyObject(_ row: inout RowCells) throws(SheetError) {
    guard !name.isEmpty else { return }
    row.open(try columns.column(name.dropLast(), tokens))
    row.bytes += [0x7B, 0x7D]
    row.close()
  }

  private mutating func readCell(_ column: Int, _ row: inout RowCells) throws(SheetError) {
    row.open(column)
    var isMissing = false
    switch try tokens.peek() {
    case 0x22: try tokens.readString(into: &row.bytes)
    case 0x7B, 0x5B: try tokens.readRaw(into: &row.bytes, depth: 0)
    default: isMissing = try tokens.readWord(into: &row.bytes) == .null
    }
    row.close(isMissing: isMissing)
  }
}

// Tells cells that are right at a glance from those that need a closer look: of millions nearly all are.

/// What is known of the cells of a table's columns.
struct PlainCells {
  private let columns: [Column]
  /// Words of columns with few, by their hashes, that were looked at and found right.
  private var words = KeyTable()

  init(_ columns: [Column]) { self.columns = columns }

  /// Whether a cell is surely what its column wants; keys and references to organisations only as far as their texts go.
  func isPlain(_ cell: UnsafeBufferPointer<UInt8>, _ column: Int) -> Bool {
    guard !cell.isEmpty else { return columns[column].need != .required }
    switch columns[column].kind {
    case .text, .key, .reference("organisations", _): return Self.isPlainText(cell)
    case .choice, .reference: return words.value(of: Hash128(cell, in: column)) != nil
    case .integer(let range): return Self.whole(cell).map { range.contains($0) } ?? false
    case .number(let range):
      return Self.whole(cell).map { range.contains(Double($0)) } ?? false
    case .list, .date, .flag, .choices, .test, .referenceBy: return false
    }
  }

  /// Remembers the words of a row in which nothing was wrong.
  mutating func learn(_ values: [CellValue]) {
    for (column, value) in values.enumerated() {
      guard case .text(var word) = value else { continue }
      switch columns[column].kind {
      case .reference("organisations", _): continue
      case .choice, .reference: word.withUTF8 { _ = words.insert(Hash128($0, in: column), 1) }
      default: continue
      }
    }
  }

  /// Letters of ASCII and of the alphabets up to U+07FF without a control character, and no blank at either end.
  private static func isPlainText(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count <= CellText.longest, cell[0] != space, cell[cell.count - 1] != space else {
      return false
    }
    var index = 0
    while index < cell.count {
      switch cell[index] {
      case space...0x7E: index += 1
      case 0xC3...0xDF:
        guard index + 1 < cell.count, cell[index + 1] & 0xC0 == 0x80 else { return false }
        index += 2
      default: return false
      }
    }
    return true
  }

  /// A number of digits alone, no more than a `Double` holds exactly.
  private static func whole(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    // Zeros in front would be dropped by a closer look, and must not depend on who looks.
    guard cell.count <= 15, cell.count == 1 || cell[0] != UInt8(ascii: "0") else { return nil }
    var number = 0
    for byte in cell {
      guard byte &- UInt8(ascii: "0") < 10 else { return nil }
      number = number * 10 + Int(byte &- UInt8(ascii: "0"))
    }
    return number
  }
}

private let space = UInt8(ascii: " ")

extension CellValue {
  /// The value as a table in columns keeps it.
  var plainText: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .list(let list): list.joined(separator: "; ")
    case .date(let date): "\(date)"
    case .integer(let number): String(number)
    case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
    case .flag(let flag): flag ? "true" : ""
    }
  }
}

// A rule of a mapping, bound to the columns of one file.

import Sheets

/// A rule with the columns that it finds in a file.
final class BoundRule: Sendable {
  /// Where the text comes from.
  enum Origin: Sendable {
    case columns([Int])
    case joined([Int], with: [UInt8])
    case constant([UInt8])
    case place(FieldRule.PlacePart)
  }

  let rule: FieldRule
  let origin: Origin
  let and: Int?
  let prefix: [UInt8]
  let otherwise: [UInt8]?
  /// Words that mean nothing, folded.
  let missing: MissingWords
  /// How the cells of each of the columns are read, for numbers and dates.
  let kinds: [ColumnKind]
  /// Why no cell of a column can be taken; by the place among the columns.
  let objections: [String?]
  /// Whether some row of the file may state a value.
  let isStated: Bool

  init(_ rule: FieldRule, columns places: [String: Int], readings: [ColumnReading], missing: [String]) {
    func found(_ names: [String]) -> [Int] { names.compactMap { places[HeaderName.key($0)] } }
    self.rule = rule
    var columns: [Int] = []
    switch rule.origin {
    case .columns(let names):
      columns = found(names)
      origin = .columns(columns)
    case .joined(let names, let separator):
      columns = found(names)
      origin = .joined(columns, with: Array(separator.utf8))
    case .constant(let text): origin = .constant(Array(text.utf8))
    case .place(let part): origin = .place(part)
    }
    and = rule.and.flatMap { found([$0]).first }
    prefix = Array(rule.prefix.utf8)
    otherwise = rule.otherwise.map { Array($0.utf8) }
    self.missing = MissingWords(rule.missing + missing)
    isComparable = if case .constant = rule.origin { false } else { !rule.isOnce }
    isPlain = rule.shape == .text && rule.words == nil && rule.prefix.isEmpty
    kinds = columns.map { rule.shape.kind(readings[$0].kind) }
    isStated = columns.isEmpty ? rule.columns.isEmpty : columns.contains { readings[$0].stated > 0 }
    objections = columns.map { rule.shape == .number ? Self.objection(readings[$0].kind) : nil }
  }

  /// Whether the file has something for it.
  var isThere: Bool {
    switch origin {
    case .columns(let columns), .joined(let columns, _): !columns.isEmpty
    case .constant, .place: true
    }
  }

  /// Whether a clean text is a value as it stands.
  let isPlain: Bool

  /// Whether a later row of the same key can say something else.
  let isComparable: Bool

  /// All money of a dataset is in euro.
  private static func objection(_ kind: ColumnKind) -> String? {
    guard case .amount(let reading) = kind else { return nil }
    switch reading.unit {
    case .none, .all(.eur), .partly(.eur): return nil
    case .all(let unit), .partly(let unit): return "is in \(unit.name), and the tables hold euro"
    case .mixed: return "stands among amounts of different units, and the tables hold euro"
    }
  }
}

extension FieldRule.Shape {
  /// How cells are read that must be of this shape: as the column decides, or each by itself.
  func kind(_ decided: ColumnKind) -> ColumnKind {
    switch (self, decided) {
    case (.text, _): .text
    case (.number, .whole), (.number, .amount), (.date, .date), (.time, .date), (.zone, .date): decided
    case (.number, _): .amount(AmountReading())
    case (.date, _), (.time, _), (.zone, _): .date(DateReading())
    }
  }
}

/// Words by which files say that something is not known.
struct MissingWords: Sendable {
  private let words: Set<String>
  /// The lengths that occur, in bytes: a bit each up to 63.
  private let lengths: UInt64

  init(_ words: [String]) {
    self.words = Set(words)
    lengths = words.reduce(0) { $0 | 1 << UInt64(min(63, $1.utf8.count)) }
  }

  /// Whether a clean text is such a word.
  func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // Folding can shorten a text that is not ASCII, so only the length of ASCII words is trusted.
    guard lengths != 0, text.count <= 128 else { return false }
    guard lengths & 1 << UInt64(min(63, text.count)) != 0 || text.contains(where: { $0 >= 0x80 }) else {
      return false
    }
    return words.contains(Folding.folded(String(decoding: text, as: UTF8.self)))
  }
}

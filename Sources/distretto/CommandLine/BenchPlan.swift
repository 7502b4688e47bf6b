// What is asked of a file that is measured: columns and words of the user's, or chosen by looking.

import Sheets
import ViewModels

/// What the user named.
struct BenchWishes {
  var filter: String?
  var search: String?
  var sort: String?
  var group: String?
}

/// What is filtered, searched, sorted and counted; nil where the file has nothing of the kind.
struct BenchPlan {
  /// A value of a column.
  struct Filter {
    let column: String
    let value: String
    /// A row that has it.
    let row: Int

    /// As a table of results has it.
    var words: String { "\(column)=\(value)" }
  }

  let filter: Filter?
  let word: String?
  let number: String?
  let name: String?
  let group: String?

  /// More values than this are no codes.
  private static let mostCodes = 200

  init(_ sheet: OpenSheet, _ wishes: BenchWishes) throws(Failure) {
    let names = SheetNames(sheet)
    let reading = sheet.reading
    let own = reading.sheet.columns.indices.filter { !reading.sheet.columns[$0].isDerived }
    func title(_ column: Int?) -> String? { column.map { reading.sheet.columns[$0].title } }
    let codes = own.lazy.compactMap { Self.codes(reading, $0) }.first
    let named = own.first { Self.isNames(reading, $0) }
    name = title(named)
    number =
      try wishes.sort.map { typed throws(Failure) in try names.column(typed) }
      ?? sheet.listing(ListQuery()).headers.first { $0.isAmount }?.id
    group =
      try wishes.group.map { typed throws(Failure) in try names.column(typed) } ?? title(codes?.column)
    word = wishes.search ?? named.flatMap { Self.word(reading, $0) }
    if let typed = wishes.filter {
      let wish = try names.filter(typed)
      filter = try Self.filter(reading, try names.position(wish.column), wish.value)
    } else {
      filter = try codes.map { codes throws(Failure) in try Self.filter(reading, codes.column, codes.value) }
    }
  }

  /// A value with the first row that has it.
  private static func filter(_ reading: SheetReading, _ column: Int, _ value: String) throws(Failure)
    -> Filter
  {
    let title = reading.sheet.columns[column].title
    let rows = reading.answer(SheetQuestion(tests: [.values(column: column, [value])]))
    guard let row = rows?.row(at: 0) else { throw .usage("no row has \(title)=\(value)") }
    return Filter(column: title, value: value, row: row)
  }

  /// The most frequent text of a column with few values, for its rows.
  private static func codes(_ reading: SheetReading, _ column: Int) -> (column: Int, value: String)? {
    guard !reading.columns[column].kind.isNumber, let counts = reading.counts(of: column, most: mostCodes)
    else { return nil }
    let values = counts.compactMap(\.text).filter { !$0.isEmpty }
    guard values.count > 1, values.count * 2 <= reading.sheet.rowCount, let value = values.first else {
      return nil
    }
    return (column, value)
  }

  /// Texts from all over the file.
  private static func sample(_ reading: SheetReading, _ column: Int) -> [String] {
    let count = reading.sheet.rowCount
    return stride(from: 0, to: count, by: max(1, count / 200)).compactMap {
      reading.sheet.text(row: $0, column: column)
    }
  }

  /// Whether most cells are of several words, and most are different.
  private static func isNames(_ reading: SheetReading, _ column: Int) -> Bool {
    guard reading.columns[column].kind == .text else { return false }
    let texts = sample(reading, column)
    return texts.count { $0.contains(" ") } * 2 > texts.count && Set(texts).count * 2 > texts.count
  }

  /// The longest word of a name in the middle of the file.
  private static func word(_ reading: SheetReading, _ column: Int) -> String? {
    let text = reading.sheet.text(row: reading.sheet.rowCount / 2, column: column) ?? ""
    let words = Folding.folded(text).split(whereSeparator: { !$0.isLetter })
    return words.max { $0.count < $1.count }.map { String($0) }
  }
}

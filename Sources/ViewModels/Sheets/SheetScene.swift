// The open files as a scene has them: with the answers that are known so far.

import Sheets

/// The open files and what is known of their rows.
public struct SheetScene: Sendable {
  /// The files, by their numbers.
  public internal(set) var all: [OpenSheet] = []
  private var answers: [SheetAsk: SheetAnswer] = [:]
  /// For each file the rows that were shown last, for the time until the next answer.
  private var latest: [SheetAsk.Source: RowList] = [:]
  /// Whether questions that take long are answered later, while the rest is shown.
  public internal(set) var answersLater = false
  /// More answers than pages and their neighbours need.
  private static let most = 32

  /// No file.
  public init() {}

  /// A file by its number.
  public func sheet(_ number: Int) -> OpenSheet? { all.first { $0.number == number } }

  /// Whether an answer is known.
  func knows(_ ask: SheetAsk) -> Bool { answers[ask] != nil || ask.isTrivial }

  /// The rows to show: those asked for, or the latest ones while these are looked for.
  func rows(_ ask: SheetAsk, of sheet: OpenSheet) -> (rows: RowList, isPending: Bool) {
    if ask.isTrivial {
      return (.all(sheet.reading.sheet.rowCount, isExact: !sheet.isLoading), false)
    }
    if case .rows(let rows)? = answers[ask]?.content { return (rows, false) }
    return (latest[ask.source] ?? .all(sheet.reading.sheet.rowCount, isExact: false), true)
  }

  /// The members to show: those asked for, or the latest ones, if any, while these are looked for.
  func members(_ ask: SheetAsk) -> (rows: RowList, isPending: Bool) {
    if case .rows(let rows)? = answers[ask]?.content { return (rows, false) }
    return (latest[ask.source] ?? .all(0, isExact: false), true)
  }

  /// Forgets what is known of the members of a dataset that has made place for another.
  mutating func forgetMembers() {
    answers = answers.filter { $0.key.file != nil }
    latest = latest.filter { if case .file = $0.key { true } else { false } }
  }

  /// The counts asked for; nil while they are being made, empty where there are too many.
  func counts(_ ask: SheetAsk) -> SheetAnswer.Content? { answers[ask]?.content }

  mutating func put(_ sheet: OpenSheet) {
    if let position = all.firstIndex(where: { $0.number == sheet.number }) {
      all[position] = sheet
    } else {
      all.append(sheet)
      all.sort { $0.number < $1.number }
    }
    // More rows came: what was found among the former ones is not all any more.
    answers = answers.filter { $0.key.file != sheet.number }
  }

  mutating func put(_ answer: SheetAnswer, to ask: SheetAsk) {
    if answers.count >= Self.most { answers.removeAll() }
    answers[ask] = answer
    if case .rows(let rows) = answer.content { latest[ask.source] = rows }
  }
}

extension SheetAsk {
  /// The open file that it is about, if it is.
  var file: Int? { if case .file(let number) = source { number } else { nil } }

  /// Whether it is the whole file in its own order, which needs no looking for.
  var isTrivial: Bool {
    file != nil && kind == .rows && query.narrowed.isEmpty && query.sort.isEmpty
      && query.typed.allSatisfy { $0 == " " }
  }
}

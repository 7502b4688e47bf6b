// What a scene knows of rows that are looked for beside it: the open files, and answers about them and about members.

import Sheets

/// The open files and what is known of their rows.
public struct KnownRows: Sendable {
  /// The files, by their numbers.
  public internal(set) var all: [OpenSheet] = []
  private var answers: [RowsAsk: RowsAnswer] = [:]
  /// For each file, and for the members, what was shown last, for the time until the next answer.
  private var latest: [Place: (source: RowsAsk.Source, answer: RowsAnswer)] = [:]
  /// Counts of the rows of a file that is still being read.
  private var latestCounts: [RowsAsk: RowsAnswer] = [:]
  /// How often a file was replaced by more of it, and the dataset by another.
  private var revisions: [Place: Int] = [:]
  /// Whether questions that take long are answered later, while the rest is shown.
  public internal(set) var answersLater = false
  /// More answers than pages and their neighbours need.
  private static let mostAnswers = 32
  /// More rows in orders of their own than memory is planned for: 40 MB.
  private static let mostRows = 10_000_000

  /// What answers are about.
  private enum Place: Hashable {
    case file(Int)
    case members
  }

  /// No file.
  public init() {}

  /// A file by its number.
  public func sheet(_ number: Int) -> OpenSheet? { all.first { $0.number == number } }

  /// A file as a source of rows.
  func source(_ number: Int) -> RowsAsk.Source {
    .file(number, revision: revisions[.file(number)] ?? 0)
  }

  /// Tells the members of one dataset from those of the next.
  var membersRevision: Int { revisions[.members] ?? 0 }

  /// Whether the whole answer is known.
  func knows(_ ask: RowsAsk) -> Bool { answers[ask]?.isWhole == true || ask.isTrivial }

  /// Whether a question is about what is there now.
  func isCurrent(_ ask: RowsAsk) -> Bool {
    switch ask.source {
    case .file(let number, _): ask.source == source(number)
    case .members(let scope): scope.revision == membersRevision
    }
  }

  /// The rows to show: those asked for, or the latest ones while these are looked for.
  func rows(_ ask: RowsAsk, of sheet: OpenSheet) -> (rows: RowList, isPending: Bool) {
    let count = sheet.reading.sheet.rowCount
    if ask.isTrivial { return (.all(count, isExact: !sheet.isLoading), false) }
    if case .rows(let rows)? = answers[ask]?.content { return (rows, false) }
    guard case .rows(let rows)? = latest[.file(sheet.number)]?.answer.content else {
      return (.all(count, isExact: false), true)
    }
    return (rows, true)
  }

  /// The members to show: those asked for, or those of the latest question about the same clusters; nil for none yet.
  func members(_ ask: RowsAsk) -> (answer: RowsAnswer, isPending: Bool)? {
    if let answer = answers[ask] { return (answer, false) }
    guard let (source, answer) = latest[.members], source == ask.source else { return nil }
    return (answer, true)
  }

  /// Forgets what is known of the members of a dataset that has made place for another.
  mutating func forgetMembers() {
    revisions[.members, default: 0] += 1
    answers = answers.filter { $0.key.file != nil }
    latest[.members] = nil
  }

  /// The counts asked for, or those made of fewer rows while these are made; nil for none yet.
  func counts(_ ask: RowsAsk) -> (content: RowsAnswer.Content, isPending: Bool)? {
    if let answer = answers[ask] { return (answer.content, false) }
    return latestCounts[ask.ofAnyMoment].map { ($0.content, true) }
  }

  mutating func put(_ sheet: OpenSheet) {
    if let position = all.firstIndex(where: { $0.number == sheet.number }) {
      all[position] = sheet
    } else {
      all.append(sheet)
      all.sort { $0.number < $1.number }
    }
    // More rows came: what was found among the former ones is not all any more.
    revisions[.file(sheet.number), default: 0] += 1
    answers = answers.filter { $0.key.file != sheet.number }
  }

  /// Takes an answer; one about what was there before is shown until there is a newer one, but answers nothing.
  mutating func put(_ answer: RowsAnswer, to ask: RowsAsk) {
    let isCurrent = isCurrent(ask)
    if isCurrent {
      // What is known of one large cluster takes memory for every organisation.
      if answer.clusterRoll != nil {
        answers = answers.filter { $0.value.clusterRoll == nil || $0.key.source == ask.source }
      }
      let rows = answers.values.reduce(answer.storedRows) { $0 + $1.storedRows }
      if answers.count >= Self.mostAnswers || rows > Self.mostRows { answers.removeAll() }
      answers[ask] = answer
    }
    guard case .rows = answer.content else {
      if latestCounts.count >= Self.mostAnswers { latestCounts.removeAll() }
      if ask.file != nil { latestCounts[ask.ofAnyMoment] = answer }
      return
    }
    if let number = ask.file {
      latest[.file(number)] = (ask.source, answer)
    } else if isCurrent {
      latest[.members] = (ask.source, answer)
    }
  }
}

extension RowsAnswer {
  /// How many row numbers it keeps.
  fileprivate var storedRows: Int { if case .rows(let rows) = content { rows.storedCount } else { 0 } }
}

extension RowsAsk {
  /// The open file that it is about, if it is.
  var file: Int? { if case .file(let number, _) = source { number } else { nil } }

  /// The same question about the file as it was at any moment.
  var ofAnyMoment: RowsAsk { file.map { RowsAsk(.file($0), query: query, kind: kind) } ?? self }

  /// Whether it is the whole file in its own order, which needs no looking for.
  var isTrivial: Bool {
    file != nil && kind == .rows && query.narrowed.isEmpty && query.sort.isEmpty
      && query.typed.allSatisfy { $0 == " " }
  }
}

// Reads the lines in which users enter label events and deadlines, word by word.

/// Why a line cannot be entered, said behind what was typed: `has no date: write …`.
public struct EntryFault: Error, Hashable, Sendable {
  /// What is wrong and what to write.
  public let words: String

  init(_ words: String) { self.words = words }
}

enum EntryLine {
  /// The words of a line, and the note behind its first colon that ends a word.
  static func split(_ line: String) -> (words: [String], note: String?) {
    let note = line.firstRange(of: ": ").map { String(line[$0.upperBound...]).trimmed }
    let head = line.firstRange(of: ": ").map { line[..<$0.lowerBound] } ?? line[...]
    let words = head.split(separator: " ").map(String.init)
    return (words, note.flatMap { $0.isEmpty ? nil : $0 })
  }
}

/// Takes a line apart from its beginning.
struct EntryReader {
  private var words: ArraySlice<String>
  private let today: CalendarDate

  init(words: [String], today: CalendarDate) {
    self.words = words[...]
    self.today = today
  }

  /// The one of several words that the next one is or begins.
  mutating func choice<Choice: RawRepresentable<String>>(
    _ what: String, _ choices: [Choice]
  ) throws(EntryFault) -> Choice {
    let names = choices.map(\.rawValue).joined(separator: ", ")
    guard let word = words.first?.lowercased() else { throw EntryFault("does not say \(what): \(names)") }
    let found = choices.filter { $0.rawValue.hasPrefix(word) }
    guard let choice = found.first(where: { $0.rawValue == word }) ?? (found.count == 1 ? found[0] : nil)
    else {
      throw EntryFault("has \"\(words.first ?? "")\" for \(what), which is one of \(names)")
    }
    words.removeFirst()
    return choice
  }

  /// Takes a word away where it is the next one.
  mutating func take(_ word: String) -> Bool {
    guard words.first?.lowercased() == word else { return false }
    words.removeFirst()
    return true
  }

  /// The date that the next word is; nil where it is none.
  mutating func date() throws(EntryFault) -> PartialDate? {
    guard let word = words.first, word.first?.isNumber == true || word.lowercased() == "today" else {
      return nil
    }
    return try neededDate(after: nil)
  }

  /// The date that the next word must be.
  mutating func neededDate(after former: String?) throws(EntryFault) -> PartialDate {
    let place = former.map { " after \"\($0)\"" } ?? ""
    guard let word = words.popFirst() else {
      throw EntryFault("has no date\(place): write 2026-03-14 or 2026-03")
    }
    if word.lowercased() == "today" { return PartialDate(today) }
    guard let date = PartialDate(word) else {
      throw EntryFault("has \"\(word)\"\(place), which is no date: write 2026-03-14 or 2026-03")
    }
    return date
  }

  /// The years that the next words are.
  mutating func years() throws(EntryFault) -> Int {
    let word = words.popFirst() ?? ""
    guard let years = Int(word), LabelRule.yearsRange.contains(years) else {
      throw EntryFault("has \"\(word)\" after \"for\", which is no number of years from 1 to 99")
    }
    if let unit = words.first?.lowercased(), unit == "years" || unit == "year" { words.removeFirst() }
    return years
  }

  /// The time of day that the next word is; nil where it has no colon.
  mutating func time() throws(EntryFault) -> String? {
    guard let word = words.first, word.contains(":") else { return nil }
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { throw EntryFault("has \"\(word)\", which is no time of day such as 17:00") }
    words.removeFirst()
    return [hour, minute].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }

  /// The time zone that the next word is.
  mutating func zone() throws(EntryFault) -> String? {
    guard let word = words.first, word.lowercased() != "was" else { return nil }
    guard Deadline.knows(zone: word) else {
      throw EntryFault("has \"\(word)\", which is no time zone such as Brussels, CET or UTC")
    }
    words.removeFirst()
    return word
  }

  /// Refuses words that nothing has taken.
  func end() throws(EntryFault) {
    guard let word = words.first else { return }
    throw EntryFault("has \"\(word)\", which is not understood; a note stands behind a colon")
  }
}

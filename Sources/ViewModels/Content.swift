// What a pane shows, ready to be drawn: words and the roles they play, no colour and no cell.

public import ClusterDomain
import Sheets

/// What a text is on the page; a theme decides how each role looks.
public enum TextRole: String, Hashable, Sendable, CaseIterable {
  case text
  case dim = "text.dim"
  case strong = "text.strong"
  case link
  case source
  case mark
  case gold = "label.gold"
  case silver = "label.silver"
  case bronze = "label.bronze"
  case noLabel = "label.none"
  case valid = "status.valid"
  case expiring = "status.expiring"
  case grace = "status.grace"
  case lapsed = "status.lapsed"
  case unknownStatus = "status.unknown"
  case assessment = "status.assessment"
  case noStatus = "status.none"
  case callOpen = "call.open"
  case callClosing = "call.closing"
  case callForthcoming = "call.forthcoming"
  case callBetween = "call.between"
  case callClosed = "call.closed"
  case callUnknown = "call.unknown"
  case bar
  case warning
}

/// A stretch of text in one role.
public struct Run: Hashable, Sendable {
  /// The text as the data has it; the frame makes it safe.
  public let text: String
  /// The role it plays.
  public let role: TextRole

  /// A stretch of text in one role.
  public init(_ text: String, _ role: TextRole = .text) {
    self.text = text
    self.role = role
  }
}

/// A value as machines read it, behind a cell's text.
public enum Value: Hashable, Sendable {
  /// Words.
  case text(String)
  /// A number in the column's unit.
  case number(Double)
  /// Nothing stated.
  case missing

  /// The value as exports have it: numbers without groups, `.0` or exponent; empty for what is missing.
  public var plain: String {
    switch self {
    case .text(let text): text
    case .number(let number): Self.plain(number) ?? ""
    case .missing: ""
    }
  }

  /// A number as exports have it; nil for what is no number.
  public static func plain(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    return Int64(exactly: number).map { String($0) } ?? String(number)
  }

  /// By what the value is put in order.
  public var sortKey: SortKey {
    switch self {
    case .text(let text): .folded(text)
    case .number(let number): .number(number)
    case .missing: .missing
    }
  }

  /// Words, or nothing when there are none.
  public static func optional(_ text: String?) -> Value {
    guard let text, !text.isEmpty else { return .missing }
    return .text(text)
  }
}

/// One cell of a table.
public struct TableCell: Hashable, Sendable {
  /// What is shown.
  public let runs: [Run]
  /// What is exported.
  public let value: Value
  /// How much of the column's width a bar takes, from 0 to 1, where the cell is a bar.
  public let share: Double?
  /// What is drawn on the column's time axis, where it has one.
  public let timeline: Timeline?

  /// A cell of several roles.
  public init(_ runs: [Run], value: Value) {
    self.runs = runs
    self.value = value
    share = nil
    timeline = nil
  }

  /// What is drawn on a time axis, and the same in words.
  init(_ timeline: Timeline, words: String) {
    runs = [Run(words)]
    value = .optional(words)
    share = nil
    self.timeline = timeline
  }

  /// A bar; its text is for where its width cannot be chosen.
  public init(share: Double) {
    self.share = share
    timeline = nil
    runs = [Run(Bar.text(share, width: Bar.usualWidth), .bar)]
    value = .number(share)
  }

  /// A cell of words; nothing stated shows as unknown.
  public init(_ text: String?, _ role: TextRole = .text) {
    value = .optional(text)
    share = nil
    timeline = nil
    runs = value == .missing ? [Run(Formatting.unknown, .dim)] : [Run(text ?? "", role)]
  }

  /// A cell of a number, or of none.
  init(number: Double?, _ format: Formatting) {
    guard let number else {
      self.init(nil)
      return
    }
    self.init([Run(format.number(number))], value: .number(number))
  }

  /// The words of all runs.
  public var text: String { runs.map(\.text).joined() }
}

/// By what a row is put in order in one column; what is missing comes last either way.
public enum SortKey: Hashable, Sendable {
  /// Folded text.
  case text(String)
  /// A number or a day.
  case number(Double)
  /// A rank, and a number among those of the same rank.
  case ranked(Int, Double)
  /// Nothing stated.
  case missing

  /// A text's key, folded.
  public static func folded(_ text: String?) -> SortKey {
    guard let text, !text.isEmpty else { return .missing }
    return .text(Folding.folded(text))
  }

  /// A date's key.
  public static func date(_ date: PartialDate?) -> SortKey {
    date.map { .number(Double($0.first.dayNumber)) } ?? .missing
  }

  /// A count's key.
  public static func count(_ value: Int?) -> SortKey { value.map { .number(Double($0)) } ?? .missing }

  /// Whether this comes before, after or beside `other`; missing last in both directions.
  func compared(to other: SortKey, ascending: Bool) -> Int {
    switch (self, other) {
    case (.missing, .missing): 0
    case (.missing, _): 1
    case (_, .missing): -1
    case (.text(let left), .text(let right)):
      (left == right ? 0 : left < right ? -1 : 1) * (ascending ? 1 : -1)
    case (.number(let left), .number(let right)):
      (left == right ? 0 : left < right ? -1 : 1) * (ascending ? 1 : -1)
    case (.ranked(let left, let inner), .ranked(let right, let other)):
      ((left, inner) == (right, other) ? 0 : (left, inner) < (right, other) ? -1 : 1) * (ascending ? 1 : -1)
    default: kind < other.kind ? -1 : 1
    }
  }

  /// Keys of different kinds never stand in one column; they are ordered all the same.
  private var kind: Int {
    switch self {
    case .number: 0
    case .ranked: 1
    case .text: 2
    case .missing: 3
    }
  }
}

/// Who states a figure or a fact, when, and what others say of the same.
public struct Provenance: Hashable, Sendable {
  /// One statement.
  public struct Line: Hashable, Sendable {
    /// The value stated.
    public let value: String
    /// The date for which it was stated.
    public let date: String
    /// Title or publisher of the source.
    public let source: String
    /// Address of the source.
    public let url: String
    /// Remarks.
    public let note: String?
    /// Whether this is the one that the page shows.
    public let isShown: Bool
  }

  /// What is stated, such as `Members of LE2C`.
  public let title: String
  /// The statements, the shown one first.
  public let lines: [Line]
  /// The rule by which a shown value was derived.
  public let rule: String?
}

extension Array {
  /// The elements by a key, smallest first; those with the same key stay in their order.
  func sorted(by key: (Element) -> SortKey) -> [Element] {
    map { ($0, key($0)) }.enumerated()
      .sorted { left, right in
        let order = left.element.1.compared(to: right.element.1, ascending: true)
        return order == 0 ? left.offset < right.offset : order < 0
      }
      .map(\.element.0)
  }
}

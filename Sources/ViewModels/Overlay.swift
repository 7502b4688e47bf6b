// What lies over the panes and takes the keys: a picker, a prompt, a menu, a text.

public import ClusterDomain
import Sheets

/// What lies over the panes.
public enum Overlay: Sendable, Hashable {
  /// Typing into the filter of the focused pane.
  case filter
  /// A list to choose from.
  case picker(Picker)
  /// A line being typed.
  case prompt(Prompt)
  /// Keys that follow a first key.
  case menu(Menu)
  /// The columns of the focused pane.
  case columns(ColumnChooser)
  /// Who states the value under the cursor; the first line shown.
  case source(Provenance, offset: Int)
  /// All keys; the first line shown.
  case help(offset: Int)
}

/// A line being typed, and what for.
public struct Prompt: Sendable, Hashable {
  /// What is typed.
  public enum Purpose: Sendable, Hashable {
    /// The as-of date.
    case asOf
    /// The row to go to.
    case jump
    /// The file that the rows are written into.
    case export
    /// The file that a brief is written into.
    case brief
    /// A note about a cluster.
    case note(ID<Cluster>)
    /// A label event of a cluster, maybe of an award.
    case labelEvent(ID<Cluster>, ID<LabelAward>?)
    /// A deadline of a call.
    case deadline(ID<Call>)
    /// The day by which what counts was known.
    case knownBy
  }

  /// What is typed.
  public let purpose: Purpose
  /// What was typed so far, or is offered.
  public internal(set) var typed: String
  /// Whether nothing was typed yet: the first letter takes the place of what is offered.
  public internal(set) var isOffered: Bool

  init(_ purpose: Purpose, _ typed: String = "", isOffered: Bool = false) {
    self.purpose = purpose
    self.typed = typed
    self.isOffered = isOffered
  }
}

/// The kinds of overlay, as the keymap tells them apart.
public enum Mode: String, Sendable, Hashable, CaseIterable {
  case normal
  case filter
  case picker
  case prompt
  case menu
  case columns
  case popup
}

/// The menus of following keys.
public enum Menu: String, Sendable, Hashable {
  case facets
  case copy
}

/// One choice of a picker.
public struct PickerItem: Sendable, Hashable {
  /// What is chosen.
  public let id: String
  /// How it is called.
  public let name: String
  /// Other words that find it.
  public let alias: String
  /// What stands at the right: a count, a key.
  public let detail: String
  /// What choosing it means, where it is more than a value.
  public let intent: Intent?

  /// A choice.
  public init(id: String, name: String, alias: String = "", detail: String = "", intent: Intent? = nil) {
    self.id = id
    self.name = name
    self.alias = alias
    self.detail = detail
    self.intent = intent
  }
}

/// A list with type-ahead, from which one or several can be chosen.
public struct Picker: Sendable, Hashable {
  /// What the choice is for.
  public enum Purpose: Sendable, Hashable {
    /// Values of a facet.
    case facet(Facet)
    /// The theme; the name is the one to go back to.
    case themes(former: String)
    /// A command.
    case commands
    /// The column that is summed beside the values of another.
    case sum
    /// Values of a column of an open file.
    case values(column: String)
  }

  /// What the choice is for.
  public let purpose: Purpose
  /// What it is called.
  public let title: String
  /// All choices.
  public let items: [PickerItem]
  /// What was typed.
  public var typed = ""
  /// The choice under the cursor, among the matching ones.
  public var cursor = 0
  /// Marked choices.
  public var marked: Set<String>
  /// Whether marks were set by hand, so that they decide and not the cursor.
  public var isMarking = false

  init(_ purpose: Purpose, title: String, items: [PickerItem], marked: Set<String> = [], cursor: Int = 0) {
    self.purpose = purpose
    self.title = title
    self.items = items
    self.marked = marked
    self.cursor = cursor
  }

  /// The choices to offer: those that match what was typed, else those whose names are near to it.
  public var matches: [PickerItem] {
    let found = matching
    return found.isEmpty ? near : found
  }

  /// Whether nothing matches what was typed, so that only near names are offered.
  public var isMissed: Bool { !typed.isEmpty && matching.isEmpty }

  private var near: [PickerItem] {
    Nearest.items(to: typed, in: items) { [$0.name, $0.alias] }
  }

  /// The choices that match what was typed, those that begin with it first.
  private var matching: [PickerItem] {
    guard !typed.isEmpty else { return items }
    let search = NameSearch(typed)
    let start = Folding.folded(typed)
    let found = items.filter { search.matches(Folding.folded("\($0.name) \($0.alias)")) }
    return found.filter { Folding.folded($0.name).hasPrefix(start) }
      + found.filter { !Folding.folded($0.name).hasPrefix(start) }
  }

  /// The choice under the cursor.
  public var current: PickerItem? {
    let found = matches
    return found.isEmpty ? nil : found[min(max(0, cursor), found.count - 1)]
  }

  /// What is chosen when confirmed now.
  var chosen: [String] {
    isMarking ? items.map(\.id).filter(marked.contains) : current.map { [$0.id] } ?? []
  }

  mutating func move(by step: Int) {
    let count = matches.count
    cursor = count == 0 ? 0 : min(max(0, cursor + step), count - 1)
  }

  mutating func type(_ text: String) {
    typed = AppState.limited(typed + text)
    cursor = 0
  }

  /// Only filters take several values.
  private var takesSeveral: Bool {
    switch purpose {
    case .facet, .values: true
    case .themes, .commands, .sum: false
    }
  }

  mutating func mark() {
    guard takesSeveral, let current else { return }
    if !isMarking { isMarking = true }
    if marked.remove(current.id) == nil { marked.insert(current.id) }
    move(by: 1)
  }
}

/// Reads what people type as a date.
public enum AsOfText {
  /// `2016-06-01`, `2016-06`, `2016` (their first day), `today`, `+90d`, `-6m`, `+1y`; `nil` for anything else.
  public static func date(_ text: String, today: CalendarDate) -> CalendarDate? {
    let text = text.lowercased().filter { $0 != " " }
    if text.isEmpty || text == "today" { return today }
    if let date = PartialDate(text) { return date.first }
    guard let sign = text.first, sign == "+" || sign == "-", let unit = text.last,
      let count = Int(text.dropFirst().dropLast()), (0...40_000).contains(count)
    else { return nil }
    let steps = sign == "-" ? -count : count
    switch unit {
    case "d": return today.adding(days: steps)
    case "m": return today.adding(months: steps)
    case "y" where count < 1000: return today.adding(years: steps)
    default: return nil
    }
  }
}

extension Nearest {
  /// The items that have a name near to what was typed, best first.
  static func items<Item>(to typed: String, in items: [Item], names: (Item) -> [String]) -> [Item] {
    var places: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      for name in names(item) where !name.isEmpty && places[name] == nil { places[name] = index }
    }
    var seen: Set<Int> = []
    let candidates = places.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    return self.names(to: typed, in: candidates, limit: 6).compactMap { places[$0] }
      .filter { seen.insert($0).inserted }.map { items[$0] }
  }
}

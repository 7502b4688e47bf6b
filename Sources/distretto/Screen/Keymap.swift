// The key table: in which mode, which key, what happened. Help, bottom line, palette and README come from it.

import TUI
import ViewModels

/// A key, or several, and what it means in one mode.
struct Binding: Sendable {
  /// The section of the help in which it stands.
  enum Group: String, CaseIterable, Sendable {
    case move = "Move"
    case panes = "Panes and pages"
    case filter = "Filter, sort, mark"
    case ask = "Ask"
    case add = "Add what is yours"
    case program = "Program"
    case list = "In a list of choices"
    case columns = "In the list of columns"
    case line = "In lines that are typed"
  }

  let mode: Mode
  let keys: [Key]
  let intent: Intent
  let group: Group
  /// Two or three words for the bottom line.
  let hint: String
  /// What it does, one line for the help.
  let help: String
  /// Its place in the bottom line, smallest first; `nil` keeps it out.
  let rank: Int?
}

/// All bindings.
enum Keymap {
  static let bindings: [Binding] = normal + filter + picker + columns + prompt + menus + popup

  /// What a key means in a mode; `nil` when it is not bound.
  static func intent(for key: Key, in mode: Mode, menu: Menu?) -> Intent? {
    let candidates = mode == .menu ? menuBindings(menu) : bindings
    if let found = candidates.first(where: { $0.mode == mode && $0.keys.contains(key) }) {
      return found.intent
    }
    guard case .character(let character) = key, [.filter, .picker, .prompt].contains(mode) else { return nil }
    return .typed(String(character))
  }

  /// The bindings of a menu of following keys.
  static func menuBindings(_ menu: Menu?) -> [Binding] {
    switch menu {
    case .facets?: facets
    case .copy?: copies
    case nil: []
    }
  }

  /// The commands of the palette: what can be done in normal mode, and the pages.
  static var commands: [PickerItem] {
    (normal + facets + copies).filter { !isPlainMove($0.intent) }.map { binding in
      let keys =
        Keymap.isFollowing(binding)
        ? "\(prefix(of: binding)) \(binding.keys[0].label)" : binding.keys[0].label
      return PickerItem(
        id: "\(keys) \(binding.help)", name: binding.help, alias: binding.hint, detail: keys,
        intent: binding.intent)
    }
  }

  /// The key that opens the menu to which a binding belongs.
  static func prefix(of binding: Binding) -> String {
    if case .copied = binding.intent { "y" } else { "f" }
  }

  /// Whether a binding follows a first key.
  static func isFollowing(_ binding: Binding) -> Bool { binding.mode == .menu }

  private static func isPlainMove(_ intent: Intent) -> Bool {
    switch intent {
    case .moved, .pageMoved, .columnMoved, .movedToStart, .movedToEnd, .commandsAsked: true
    default: false
    }
  }

  static let facets: [Binding] = menus.filter { if case .facetAsked = $0.intent { true } else { false } }
  static let copies: [Binding] = menus.filter { if case .copied = $0.intent { true } else { false } }
}

extension Keymap {
  /// A row of the table.
  static func bind(
    _ mode: Mode, _ keys: [Key], _ intent: Intent, _ group: Binding.Group, _ hint: String, _ help: String,
    rank: Int? = nil
  ) -> Binding {
    Binding(mode: mode, keys: keys, intent: intent, group: group, hint: hint, help: help, rank: rank)
  }
}

// The key table: in which mode, which key, what happened. Help, bottom line, palette and README come from it.

import TUI
import ViewModels

/// A key, or several, and what it means in one mode.
struct Binding: Sendable {
  /// The section of the help in which it stands.
  enum Group: String, CaseIterable, Sendable {
    case move = "Move"
    case panes = "Panes and pages"
    case filter = "Filter and sort"
    case ask = "Ask"
    case program = "Program"
    case list = "In a list of choices"
    case line = "In the filter and date lines"
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
  static let bindings: [Binding] = normal + filter + picker + prompt + menus + popup

  /// What a key means in a mode; `nil` when it is not bound.
  static func intent(for key: Key, in mode: Mode, menu: Menu?) -> Intent? {
    let candidates = mode == .menu ? menuBindings(menu) : bindings.filter { $0.mode == mode }
    if let found = candidates.first(where: { $0.keys.contains(key) }) { return found.intent }
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

private func bind(
  _ mode: Mode, _ keys: [Key], _ intent: Intent, _ group: Binding.Group, _ hint: String, _ help: String,
  rank: Int? = nil
) -> Binding {
  Binding(mode: mode, keys: keys, intent: intent, group: group, hint: hint, help: help, rank: rank)
}

extension Keymap {
  private static let normal: [Binding] = [
    bind(.normal, [.down, .character("j")], .moved(by: 1), .move, "down", "Next row"),
    bind(.normal, [.up, .character("k")], .moved(by: -1), .move, "up", "Row before"),
    bind(
      .normal, [.pageDown, .control("f"), .character(" ")], .pageMoved(by: 1), .move, "page down", "A page on"
    ),
    bind(.normal, [.pageUp, .control("b")], .pageMoved(by: -1), .move, "page up", "A page back"),
    bind(.normal, [.character("g"), .home], .movedToStart, .move, "first", "First row"),
    bind(.normal, [.character("G"), .end], .movedToEnd, .move, "last", "Last row"),
    bind(.normal, [.right, .character("l")], .columnMoved(by: 1), .move, "column", "Column to the right"),
    bind(.normal, [.left, .character("h")], .columnMoved(by: -1), .move, "column", "Column to the left"),
    bind(.normal, [.enter], .opened, .move, "open", "Open what is under the cursor", rank: 1),
    bind(
      .normal, [.escape, .backspace], .wentBack, .move, "back", "Back one crumb; clears a typed filter first",
      rank: 2),
    bind(.normal, [.tab], .focusMoved(by: 1), .panes, "pane", "Next pane", rank: 10),
    bind(.normal, [.backTab], .focusMoved(by: -1), .panes, "pane", "Pane before"),
    bind(.normal, [.character("1")], .paneAsked(.clusters), .panes, "clusters", "Clusters"),
    bind(.normal, [.character("2")], .paneAsked(.members), .panes, "members", "Members of the cluster"),
    bind(
      .normal, [.character("3")], .paneAsked(.programmes), .panes, "programmes",
      "Programmes around the cluster"),
    bind(.normal, [.character("4")], .pageAsked(.labels), .panes, "labels", "Labels, lapsing first", rank: 7),
    bind(.normal, [.character("5")], .pageAsked(.regions), .panes, "regions", "Regions and their coverage"),
    bind(.normal, [.character("6")], .pageAsked(.calls), .panes, "calls", "Calls by deadline"),
    bind(.normal, [.character("7")], .pageAsked(.programmes), .panes, "programmes", "All programmes"),
    bind(
      .normal, [.character("8")], .pageAsked(.organisations), .panes, "members",
      "All members of the shown clusters"),
    bind(
      .normal, [.character("9")], .pageAsked(.context), .panes, "figures",
      "National figures, label rules and counts"),
    bind(.normal, [.character("z")], .zoomed, .panes, "zoom", "The focused pane alone, and back", rank: 14),
    bind(.normal, [.character("/")], .filterAsked, .filter, "filter", "Filter the pane as you type", rank: 3),
    bind(
      .normal, [.character("r")], .facetAsked(.region), .filter, "region", "Choose regions or countries",
      rank: 4),
    bind(
      .normal, [.character("f")], .facetMenuAsked, .filter, "filters",
      "Filter by region, label, sector, kind, programme", rank: 5),
    bind(
      .normal, [.character("=")], .cellFilterAsked, .filter, "like this",
      "Filter by the value under the cursor"),
    bind(
      .normal, [.character("x")], .lastClauseDropped, .filter, "drop filter", "Drop the last filter", rank: 12
    ),
    bind(.normal, [.character("X")], .clausesDropped, .filter, "drop all", "Drop all filters"),
    bind(
      .normal, [.character("s")], .sortCycled, .filter, "sort", "Sort by the column: up, down, off", rank: 6),
    bind(.normal, [.character("+")], .sortAdded, .filter, "add key", "Add the column as the next sort key"),
    bind(.normal, [.character("I")], .impliedToggled, .filter, "implied", "Hide or show implied memberships"),
    bind(.normal, [.character("a")], .asOfAsked, .ask, "as-of", "Judge everything at another date", rank: 8),
    bind(.normal, [.character("[")], .asOfMoved(months: -1), .ask, "month back", "As-of date a month back"),
    bind(.normal, [.character("]")], .asOfMoved(months: 1), .ask, "month on", "As-of date a month on"),
    bind(.normal, [.character("{")], .asOfMoved(months: -12), .ask, "year back", "As-of date a year back"),
    bind(.normal, [.character("}")], .asOfMoved(months: 12), .ask, "year on", "As-of date a year on"),
    bind(
      .normal, [.character("o")], .sourceAsked, .ask, "source", "Who states the value under the cursor",
      rank: 9),
    bind(.normal, [.character("y")], .copyMenuAsked, .ask, "copy", "Copy cell, row, table or command"),
    bind(.normal, [.character("p")], .pageAsked(.problems), .ask, "problems", "Problems in the data"),
    bind(.normal, [.character("?")], .helpAsked, .program, "help", "All keys", rank: 0),
    bind(
      .normal, [.character(":")], .commandsAsked([]), .program, "commands", "Find a command by name", rank: 11
    ),
    bind(
      .normal, [.character("T")], .themesAsked, .program, "themes", "Choose a theme, with preview", rank: 13),
    bind(.normal, [.character("M")], .mouseToggled, .program, "mouse", "Mouse on or off, to select text"),
    bind(.normal, [.control("l")], .repaintAsked, .program, "repaint", "Repaint the screen"),
    bind(.normal, [.control("z")], .suspendAsked, .program, "suspend", "Suspend to the shell"),
    bind(.normal, [.character("q"), .control("c")], .quitAsked, .program, "quit", "Quit", rank: 0),
  ]

  private static let menus: [Binding] = [
    bind(.menu, [.character("r")], .facetAsked(.region), .filter, "region", "Filter by region or country"),
    bind(.menu, [.character("l")], .facetAsked(.label), .filter, "label", "Filter by label level and status"),
    bind(.menu, [.character("s")], .facetAsked(.sector), .filter, "sector", "Filter by sector"),
    bind(.menu, [.character("k")], .facetAsked(.kind), .filter, "kind", "Filter by kind of cluster"),
    bind(
      .menu, [.character("p")], .facetAsked(.programme), .filter, "programme",
      "Filter by programme taken part in"),
    bind(.menu, [.character("c")], .copied(.cell), .ask, "cell", "Copy the cell"),
    bind(.menu, [.character("r")], .copied(.row), .ask, "row", "Copy the row"),
    bind(.menu, [.character("t")], .copied(.table), .ask, "table", "Copy the table"),
    bind(.menu, [.character("v")], .copied(.command), .ask, "view", "Copy the command that prints this view"),
  ]

  private static let filter: [Binding] =
    [
      bind(.filter, [.enter], .confirmed, .line, "keep", "Keep what was typed", rank: 1),
      bind(.filter, [.escape], .cancelled, .line, "clear", "Clear the filter", rank: 2),
      bind(.filter, [.down], .moved(by: 1), .line, "next", "Next row"),
      bind(.filter, [.up], .moved(by: -1), .line, "before", "Row before"),
    ] + editing(.filter)

  private static let picker: [Binding] =
    [
      bind(.picker, [.enter], .confirmed, .list, "choose", "Choose", rank: 1),
      bind(.picker, [.tab], .marked, .list, "mark", "Mark several", rank: 2),
      bind(.picker, [.escape], .cancelled, .list, "leave", "Leave", rank: 3),
      bind(.picker, [.down, .control("n")], .moved(by: 1), .list, "next", "Next choice"),
      bind(.picker, [.up, .control("p")], .moved(by: -1), .list, "before", "Choice before"),
      bind(.picker, [.pageDown], .moved(by: 10), .list, "on", "Ten choices on"),
      bind(.picker, [.pageUp], .moved(by: -10), .list, "back", "Ten choices back"),
    ] + editing(.picker)

  private static let prompt: [Binding] =
    [
      bind(.prompt, [.enter], .confirmed, .line, "go", "Take the date", rank: 1),
      bind(.prompt, [.escape], .cancelled, .line, "leave", "Leave", rank: 2),
    ] + editing(.prompt)

  private static let popup: [Binding] = [
    bind(
      .popup, [.escape, .enter, .character("q"), .character("o"), .character("?"), .backspace], .cancelled,
      .list, "close", "Close", rank: 1),
    bind(.popup, [.down, .character("j")], .moved(by: 1), .list, "down", "A line on", rank: 2),
    bind(.popup, [.up, .character("k")], .moved(by: -1), .list, "up", "A line back", rank: 3),
    bind(.popup, [.pageDown, .character(" ")], .moved(by: 10), .list, "on", "Ten lines on"),
    bind(.popup, [.pageUp], .moved(by: -10), .list, "back", "Ten lines back"),
    bind(.popup, [.control("c")], .quitAsked, .list, "quit", "Quit"),
    bind(.popup, [.control("z")], .suspendAsked, .list, "suspend", "Suspend to the shell"),
  ]

  private static func editing(_ mode: Mode) -> [Binding] {
    let group: Binding.Group = mode == .picker ? .list : .line
    return [
      bind(mode, [.backspace, .control("h")], .erased, group, "erase", "Erase a letter"),
      bind(mode, [.control("w"), .control("u")], .wordErased, group, "erase word", "Erase a word"),
      bind(mode, [.control("c")], .quitAsked, group, "quit", "Quit"),
      bind(mode, [.control("z")], .suspendAsked, group, "suspend", "Suspend to the shell"),
      bind(mode, [.control("l")], .repaintAsked, group, "repaint", "Repaint the screen"),
    ]
  }
}

// The key table while something lies over the panes: menus, lines to type into, lists, texts.

import TUI
import ViewModels

extension Keymap {
  static let menus: [Binding] = [
    bind(.menu, [.character("r")], .facetAsked(.region), .filter, "region", "Filter by region or country"),
    bind(.menu, [.character("l")], .facetAsked(.label), .filter, "label", "Filter by label level and status"),
    bind(.menu, [.character("s")], .facetAsked(.sector), .filter, "sector", "Filter by sector"),
    bind(.menu, [.character("k")], .facetAsked(.kind), .filter, "kind", "Filter by kind of cluster"),
    bind(
      .menu, [.character("p")], .facetAsked(.programme), .filter, "programme",
      "Filter by programme taken part in"),
    bind(.menu, [.character("w")], .facetAsked(.watch), .filter, "watch list", "Filter by your watch list"),
    bind(.menu, [.character("c")], .copied(.cell), .ask, "cell", "Copy the cell"),
    bind(.menu, [.character("r")], .copied(.row), .ask, "row", "Copy the row"),
    bind(.menu, [.character("t")], .copied(.table), .ask, "table", "Copy the table"),
    bind(.menu, [.character("v")], .copied(.command), .ask, "view", "Copy the command that prints this view"),
  ]

  static let filter: [Binding] =
    [
      bind(.filter, [.enter], .confirmed, .line, "keep", "Keep what was typed", rank: 1),
      bind(.filter, [.escape], .cancelled, .line, "clear", "Clear the filter", rank: 2),
      bind(.filter, [.down], .moved(by: 1), .line, "next", "Next row"),
      bind(.filter, [.up], .moved(by: -1), .line, "before", "Row before"),
    ] + editing(.filter)

  static let picker: [Binding] =
    [
      bind(.picker, [.enter], .confirmed, .list, "choose", "Choose", rank: 1),
      bind(.picker, [.tab], .marked, .list, "mark", "Mark several", rank: 2),
      bind(.picker, [.escape], .cancelled, .list, "leave", "Leave", rank: 3),
      bind(.picker, [.down, .control("n")], .moved(by: 1), .list, "next", "Next choice"),
      bind(.picker, [.up, .control("p")], .moved(by: -1), .list, "before", "Choice before"),
      bind(.picker, [.pageDown], .moved(by: 10), .list, "on", "Ten choices on"),
      bind(.picker, [.pageUp], .moved(by: -10), .list, "back", "Ten choices back"),
    ] + editing(.picker)

  static let columns: [Binding] = [
    bind(
      .columns, [.enter], .confirmed, .columns, "go there", "Put the column cursor there and close", rank: 7),
    bind(
      .columns, [.escape, .character("c"), .character("q"), .backspace], .cancelled, .columns, "close",
      "Close",
      rank: 2),
    bind(
      .columns, [.character(" "), .tab], .columnToggled, .columns, "show, hide", "Show or hide the column",
      rank: 1),
    bind(
      .columns, [.character("<"), .character("K")], .columnShifted(by: -1), .columns, "before",
      "Move the column before the one above", rank: 3),
    bind(
      .columns, [.character(">"), .character("J")], .columnShifted(by: 1), .columns, "after",
      "Move the column after the one below", rank: 4),
    bind(
      .columns, [.character("+"), .right, .character("l")], .columnWidened(by: 1), .columns, "wider",
      "Make the column wider", rank: 5),
    bind(
      .columns, [.character("-"), .left, .character("h")], .columnWidened(by: -1), .columns, "narrower",
      "Make the column narrower", rank: 6),
    bind(
      .columns, [.character("f")], .columnsFrozen, .columns, "freeze",
      "Freeze the columns up to this one, or none", rank: 8),
    bind(
      .columns, [.character("r")], .columnsReset, .columns, "reset", "Columns as the pane has them", rank: 9),
    bind(.columns, [.character("/")], .columnSearched, .columns, "find", "Find a column by name", rank: 10),
    bind(.columns, [.down, .character("j")], .moved(by: 1), .columns, "next", "Next column"),
    bind(.columns, [.up, .character("k")], .moved(by: -1), .columns, "before", "Column before"),
    bind(.columns, [.pageDown], .moved(by: 10), .columns, "on", "Ten columns on"),
    bind(.columns, [.pageUp], .moved(by: -10), .columns, "back", "Ten columns back"),
    bind(.columns, [.character("g"), .home], .moved(by: -.max / 2), .columns, "first", "First column"),
    bind(.columns, [.character("G"), .end], .moved(by: .max / 2), .columns, "last", "Last column"),
    bind(.columns, [.control("c")], .quitAsked, .columns, "quit", "Quit"),
    bind(.columns, [.control("z")], .suspendAsked, .columns, "suspend", "Suspend to the shell"),
    bind(.columns, [.control("l")], .repaintAsked, .columns, "repaint", "Repaint the screen"),
  ]

  static let prompt: [Binding] =
    [
      bind(.prompt, [.enter], .confirmed, .line, "go", "Take the date, go to the row", rank: 1),
      bind(.prompt, [.escape], .cancelled, .line, "leave", "Leave", rank: 2),
    ] + editing(.prompt)

  static let popup: [Binding] = [
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

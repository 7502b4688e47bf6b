// The key table while nothing lies over the panes.

import TUI
import ViewModels

extension Keymap {
  static let normal: [Binding] = [
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
    bind(
      .normal, [.character("#")], .jumpAsked, .move, "row",
      "Go to a row by its number, or by a share such as 50%",
      rank: 20),
    bind(.normal, [.enter], .opened, .move, "open", "Open what is under the cursor", rank: 1),
    bind(
      .normal, [.escape, .backspace], .wentBack, .move, "back", "Back one crumb; clears a typed filter first",
      rank: 2),
    bind(.normal, [.tab], .focusMoved(by: 1), .panes, "pane", "Next pane", rank: 13),
    bind(.normal, [.backTab], .focusMoved(by: -1), .panes, "pane", "Pane before"),
    bind(.normal, [.character("1")], .paneAsked(.clusters), .panes, "clusters", "Clusters"),
    bind(.normal, [.character("2")], .paneAsked(.members), .panes, "members", "Members of the cluster"),
    bind(
      .normal, [.character("3")], .paneAsked(.programmes), .panes, "programmes",
      "Programmes around the cluster"),
    bind(.normal, [.character("4")], .pageAsked(.labels), .panes, "labels", "Labels, lapsing first", rank: 8),
    bind(.normal, [.character("5")], .pageAsked(.regions), .panes, "regions", "Regions and their coverage"),
    bind(.normal, [.character("6")], .pageAsked(.calls), .panes, "calls", "Calls by deadline"),
    bind(.normal, [.character("7")], .pageAsked(.programmes), .panes, "programmes", "All programmes"),
    bind(
      .normal, [.character("8")], .pageAsked(.organisations), .panes, "members",
      "All members of the shown clusters"),
    bind(
      .normal, [.character("9")], .pageAsked(.context), .panes, "figures",
      "National figures, label rules and counts"),
    bind(
      .normal, [.character("N")], .pageAsked(.notebook), .panes, "yours", "Everything that you have added"),
    bind(
      .normal, [.character("D")], .pageAsked(.changes), .panes, "changes", "What has changed in the dataset"),
    bind(.normal, [.character("z")], .zoomed, .panes, "zoom", "The focused pane alone, and back", rank: 17),
    bind(.normal, [.character("/")], .filterAsked, .filter, "filter", "Filter the pane as you type", rank: 4),
    bind(
      .normal, [.character("r")], .facetAsked(.region), .filter, "region", "Choose regions or countries",
      rank: 5),
    bind(
      .normal, [.character("f")], .facetMenuAsked, .filter, "filters",
      "Filter by region, label, sector, kind, programme", rank: 6),
    bind(
      .normal, [.character("=")], .cellFilterAsked, .filter, "like this",
      "Filter by the value under the cursor"),
    bind(
      .normal, [.character("x")], .lastClauseDropped, .filter, "drop filter", "Drop the last filter", rank: 15
    ),
    bind(.normal, [.character("X")], .clausesDropped, .filter, "drop all", "Drop all filters"),
    bind(
      .normal, [.character("s")], .sortCycled, .filter, "sort", "Sort by the column: up, down, off", rank: 7),
    bind(.normal, [.character("+")], .sortAdded, .filter, "add key", "Add the column as the next sort key"),
    bind(.normal, [.character("m")], .rowMarked, .filter, "mark", "Mark the row, or unmark it", rank: 19),
    bind(
      .normal, [.character("*")], .shownRowsMarked, .filter, "mark all",
      "Mark all shown rows, or unmark them"),
    bind(.normal, [.character("-")], .marksDropped, .filter, "unmark all", "Drop all marks of the pane"),
    bind(
      .normal, [.character("c")], .columnsAsked, .filter, "columns",
      "Choose, order, widen and freeze columns", rank: 18),
    bind(.normal, [.character("I")], .impliedToggled, .filter, "implied", "Hide or show implied memberships"),
    bind(.normal, [.character("a")], .asOfAsked, .ask, "as-of", "Judge everything at another date", rank: 9),
    bind(
      .normal, [.character("[")], .asOfMoved(months: -1), .ask, "month back", "As-of date a month back",
      rank: 10),
    bind(
      .normal, [.character("]")], .asOfMoved(months: 1), .ask, "month on", "As-of date a month on", rank: 11),
    bind(.normal, [.character("{")], .asOfMoved(months: -12), .ask, "year back", "As-of date a year back"),
    bind(.normal, [.character("}")], .asOfMoved(months: 12), .ask, "year on", "As-of date a year on"),
    bind(
      .normal, [.character("K")], .knownByAsked, .ask, "known by",
      "Judge labels by what was known on an earlier day"),
    bind(
      .normal, [.character("w")], .watchToggled, .add, "watch", "Watch the cluster, or no longer", rank: 22),
    bind(.normal, [.character("n")], .noteAsked, .add, "note", "Write a note about the cluster"),
    bind(
      .normal, [.character("i")], .entryAsked, .add, "enter",
      "Enter a label event, or a deadline of a call", rank: 23),
    bind(.normal, [.character("u")], .undoAsked, .add, "undo", "Take back what you added last"),
    bind(
      .normal, [.character("(")], .axisZoomed(by: 1), .ask, "more years", "More years on the time axis"),
    bind(
      .normal, [.character(")")], .axisZoomed(by: -1), .ask, "fewer years", "Fewer years on the time axis"),
    bind(
      .normal, [.character("o")], .sourceAsked, .ask, "source", "Who states the value under the cursor",
      rank: 12),
    bind(
      .normal, [.character("y")], .copyMenuAsked, .ask, "copy",
      "Copy cell, row, table (or marked rows) or command"),
    bind(
      .normal, [.character("e")], .exportAsked, .ask, "export", "Write the rows (or marked ones) into a file"),
    bind(
      .normal, [.character("b")], .briefAsked, .ask, "brief",
      "Write a brief about the cluster, or the marked ones"),
    bind(
      .normal, [.character("F")], .frequencyAsked, .ask, "frequency", "Count the values of the column",
      rank: 21),
    bind(
      .normal, [.character("S")], .sumAsked, .ask, "sum of", "Choose what is summed beside such counts",
      rank: 3),
    bind(.normal, [.character("p")], .pageAsked(.problems), .ask, "problems", "Problems in the data"),
    bind(.normal, [.character("?")], .helpAsked, .program, "help", "All keys", rank: 0),
    bind(
      .normal, [.character(":")], .commandsAsked([]), .program, "commands", "Find a command by name", rank: 14
    ),
    bind(
      .normal, [.character("T")], .themesAsked, .program, "themes", "Choose a theme, with preview", rank: 16),
    bind(.normal, [.character("M")], .mouseToggled, .program, "mouse", "Mouse on or off, to select text"),
    bind(.normal, [.control("l")], .repaintAsked, .program, "repaint", "Repaint the screen"),
    bind(.normal, [.control("z")], .suspendAsked, .program, "suspend", "Suspend to the shell"),
    bind(.normal, [.character("q"), .control("c")], .quitAsked, .program, "quit", "Quit", rank: 0),
  ]
}

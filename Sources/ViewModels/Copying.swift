// What can be taken along: a cell, a row, a table, or the command that prints the view.

import ClusterDomain

extension AppState {
  /// More rows than this do not fit into any terminal's clipboard.
  private static let mostCopied = 60_000

  /// What is to be copied; which command prints the view is the program's affair, not the state's.
  ///
  /// Where rows are marked, they are taken in place of the one under the cursor and of all.
  mutating func copy(_ kind: CopyKind) -> [Effect] {
    overlay = nil
    if kind == .command { return [.copyCommand] }
    guard let view = view(of: page.focus), let row = view.row else {
      refuse("There is nothing to copy.")
      return []
    }
    let marked = view.list.marked
    guard (marked.isEmpty ? kind == .table ? view.listing.count : 1 : marked.count) <= Self.mostCopied else {
      refuse("Too many rows for the terminal's clipboard; y v copies a command that prints them.")
      return []
    }
    guard marked.isEmpty else { return copy(marked, kind, view) }
    let text =
      switch kind {
      case .cell: view.cursorColumn.map { view.plainText(row, $0) } ?? ""
      case .row: view.tabbed(row)
      case .table, .command: view.tabbed(0..<view.listing.count)
      }
    say("Copied the \(kind.rawValue).")
    return [.copy(text)]
  }

  private mutating func copy(_ marked: Set<String>, _ kind: CopyKind, _ view: PaneView) -> [Effect] {
    let rows = marked.compactMap { view.listing.row(key: $0) }.sorted()
    guard !rows.isEmpty else {
      refuse("All marked rows are filtered away; - drops the marks.")
      return []
    }
    let text =
      kind == .cell
      ? rows.map { row in view.cursorColumn.map { view.plainText(row, $0) } ?? "" }.joined(separator: "\n")
      : view.tabbed(rows)
    let what = kind == .cell ? "the cells of " : ""
    let away = marked.count - rows.count
    say(
      "Copied \(what)\(format.count(rows.count)) marked \(rows.count == 1 ? "row" : "rows")"
        + (away > 0 ? "; \(format.count(away)) more \(away == 1 ? "is" : "are") filtered away." : "."))
    return [.copy(text)]
  }
}

extension PaneView {
  fileprivate func tabbed(_ rows: some Sequence<Int>) -> String {
    rows.map { tabbed($0) }.joined(separator: "\n")
  }

  fileprivate func tabbed(_ row: Int) -> String {
    columns.map { plainText(row, $0) }.joined(separator: "\t")
  }

  /// A cell's text without tabs and line breaks, which stand between cells and rows.
  fileprivate func plainText(_ row: Int, _ column: Int) -> String {
    String(listing.cell(row: row, column: column).text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}

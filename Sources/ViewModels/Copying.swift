// What can be taken along: a cell, a row, a table, or the command that prints the view.

import ClusterDomain

extension AppState {
  /// What is to be copied; which command prints the view is the program's affair, not the state's.
  mutating func copy(_ kind: CopyKind) -> [Effect] {
    overlay = nil
    if kind == .command { return [.copyCommand] }
    guard let view = view(of: page.focus), let row = view.row else {
      refuse("There is nothing to copy.")
      return []
    }
    let text =
      switch kind {
      case .cell: view.cursorColumn.map { view.plainText(row, $0) } ?? ""
      case .row: view.tabbed(row)
      case .table, .command: (0..<view.listing.count).map(view.tabbed).joined(separator: "\n")
      }
    say("Copied the \(kind.rawValue).")
    return [.copy(text)]
  }
}

extension PaneView {
  fileprivate func tabbed(_ row: Int) -> String {
    columns.map { plainText(row, $0) }.joined(separator: "\t")
  }

  /// A cell's text without tabs and line breaks, which stand between cells and rows.
  fileprivate func plainText(_ row: Int, _ column: Int) -> String {
    String(listing.cell(row: row, column: column).text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}

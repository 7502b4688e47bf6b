// What columns the rows of a command have, for its help and for those who mistype one.

import ClusterDomain
import ViewModels

/// The columns of panes as options name them.
enum ColumnHelp {
  /// What `--columns` takes to list the columns.
  static let word = "help"

  private static let columns = ["column", "title", "shown"].map {
    RowTable.Column(id: $0, title: $0.uppercased())
  }

  /// The columns of a pane as rows.
  static func table(_ pane: PaneID) -> RowTable { table(Panes[pane].headers) }

  /// Columns as rows.
  static func table(_ headers: [ColumnHeader]) -> RowTable {
    RowTable(
      columns: columns,
      rows: headers.map { header in
        [header.id, header.title, header.place.words].map { TableCell($0) }
      })
  }

  /// The columns of a pane on one line.
  static func ids(_ pane: PaneID) -> String { Panes[pane].headers.map(\.id).joined(separator: ", ") }

  /// What is said of a column that is not there: the nearest, else all.
  static func unknown(_ name: String, among headers: [ColumnHeader]) -> String {
    let ids = headers.map(\.id)
    let near = Nearest.names(to: name, in: ids)
    let head = "No column is called \"\(name)\""
    guard !near.isEmpty else { return "\(head); there are \(Unknown.list(ids, "and"))." }
    return "\(head); did you mean \(Unknown.list(near, "or"))? --columns \(word) lists all."
  }
}

extension ColumnHeader.Place {
  /// The formats that show such a column unless told otherwise.
  fileprivate var words: String {
    switch self {
    case .everywhere: "always"
    case .screen: "table, markdown"
    case .export: "csv, json, ndjson"
    }
  }
}

// What can be taken along: a cell, a row, a table, or the command line that prints the view.

import ClusterDomain

extension AppState {
  mutating func copy(_ kind: CopyKind) -> [Effect] {
    overlay = nil
    guard let view = view(of: page.focus), let row = view.row else {
      refuse("There is nothing to copy.")
      return []
    }
    let text =
      switch kind {
      case .cell: view.cursorColumn.map { view.listing.cell(row: row, column: $0).text } ?? ""
      case .row: tabbed(view, row)
      case .table: view.listing.keys.indices.map { tabbed(view, $0) }.joined(separator: "\n")
      case .command: commandLine
      }
    say("Copied \(kind == .command ? text : "the \(kind.rawValue)").")
    return [.copy(text)]
  }

  private func tabbed(_ view: PaneView, _ row: Int) -> String {
    view.columns.map { view.listing.cell(row: row, column: $0).text }.joined(separator: "\t")
  }

  /// The command line that prints the focused pane's rows without a terminal.
  public var commandLine: String {
    guard page.focus != .problems else { return "distretto check" }
    let command = command
    var words = ["distretto"] + command
    for clause in clauses where command.first.map(clause.facet.acts) ?? false {
      words += ["--\(clause.facet.rawValue)", clause.values.joined(separator: ",")]
    }
    if let date = chosenDate { words += ["--as-of", date.description] }
    if warningDays != Self.usualWarning { words += ["--warn", "\(warningDays)"] }
    guard command.first != "show" else { return words.map(quoted).joined(separator: " ") }
    if !showsImplied { words.append("--stated-only") }
    let list = page.lists[page.focus] ?? ListState()
    if !list.typed.isEmpty { words += ["--match", list.typed] }
    if !list.sort.isEmpty {
      words += ["--sort", list.sort.map { ($0.isAscending ? "" : "-") + $0.column }.joined(separator: ",")]
    }
    return words.map(quoted).joined(separator: " ")
  }

  private var command: [String] {
    switch (page.focus, subject(of: page.focus)) {
    case (.labels, _): ["labels"]
    case (.regions, _): ["regions"]
    case (.calls, _): ["calls"]
    case (.allProgrammes, _): ["programmes"]
    case (.organisations, _): ["members"]
    case (.members, .cluster(let id)): ["members", "--cluster", id.rawValue]
    case (.programmes, .cluster(let id)): ["programmes", "--cluster", id.rawValue]
    case (.programmeCalls, .programme(let id)): ["calls", "--programme", id.rawValue]
    case (.organisationClusters, .organisation(let id)): ["clusters", "--member", id.rawValue]
    case (_, .cluster(let id)): ["show", "cluster:\(id)"]
    case (_, .organisation(let id)): ["show", "member:\(id)"]
    case (_, .programme(let id)): ["show", "programme:\(id)"]
    case (_, .none): ["clusters"]
    }
  }

  private func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-_,./:=".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty
      ? word
      : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

extension Facet {
  /// Whether a filter by it narrows what a command prints.
  fileprivate func acts(on command: String) -> Bool {
    switch command {
    case "clusters", "labels", "members": true
    case "regions": self != .region
    default: false
    }
  }
}

// The command line that prints what the focused pane shows, to be copied into a shell.

import ClusterDomain
import Sheets
import ViewModels

/// Commands for views: for every list of the screen a command that prints the same rows in the same order.
///
/// Pages of facts, the list of problems and counted values are printed whole, whatever was typed to filter them.
enum ViewCommand {
  /// The command for a shell; nil where no command prints the pane, or nothing is read yet.
  ///
  /// `dataset` is the path of the dataset, nil for the one that commands read anyway.
  static func words(for state: AppState, dataset: String?) -> String? {
    arguments(for: state, dataset: dataset).map { (["distretto"] + $0).map(quoted).joined(separator: " ") }
  }

  /// The command's words without the program's own name.
  static func arguments(for state: AppState, dataset: String?) -> [String]? {
    let pane = state.page.focus
    if let sheet = state.askedSheet { return arguments(for: sheet, state) }
    guard let view = state.view(of: pane),
      let command = PaneCommand.words(for: pane, of: state.subject(of: pane))
    else { return nil }
    guard pane != .problems else { return command + (dataset.map { [$0] } ?? []) }
    let place = command + (dataset.map { PaneCommand.option("dataset", $0) } ?? [])
    guard command.first != "show" else { return place + judging(state) }
    return place + filters(state, state.narrowedBy(pane)) + judging(state) + rows(state, view.list)
      + columns(view)
  }

  /// The command for a file: its rows, or the counted values of a column.
  private static func arguments(for sheet: OpenSheet, _ state: AppState) -> [String]? {
    guard sheet.reading.path != "-", let view = state.view(of: state.page.focus) else { return nil }
    var counting: [String] = []
    if case .frequency(let grouped) = state.page.kind {
      counting =
        PaneCommand.option("count", grouped.column)
        + (grouped.sum.map { PaneCommand.option("sum", $0) } ?? [])
      return ["rows", sheet.reading.path] + counting + rows(state, ListState())
    }
    guard case .sheet = state.page.kind else { return nil }
    return ["rows", sheet.reading.path] + rows(state, view.list) + columns(view)
  }

  /// A value has an option of its own: values may hold commas.
  private static func filters(_ state: AppState, _ acting: Set<Facet>) -> [String] {
    state.clauses.filter { acting.contains($0.facet) }
      .flatMap { clause in
        clause.facet == .watch
          ? clause.values == [Facet.watched] ? ["--watched"] : []
          : clause.values.flatMap {
            PaneCommand.option(clause.facet.rawValue, $0.isEmpty ? "not stated" : $0)
          }
      }
  }

  private static func judging(_ state: AppState) -> [String] {
    let date = state.chosenDate.map { PaneCommand.option("as-of", $0.description) } ?? []
    let isUsual = state.warningDays == AppState.usualWarning
    let warning = isUsual ? [] : PaneCommand.option("warn", "\(state.warningDays)")
    let known = state.knownBy.map { PaneCommand.option("known-by", $0.description) } ?? []
    return date + known + warning + (state.showsImplied ? [] : ["--stated-only"])
  }

  /// Of counted values the rows that were counted are told, not which of the counts are seen.
  private static func rows(_ state: AppState, _ list: ListState) -> [String] {
    var query = list.query
    if case .frequency(let grouped) = state.page.kind { query = grouped.query }
    let places = query.narrowed.flatMap { PaneCommand.option("where", "\($0.column)=\($0.value)") }
    let match = query.typed.isEmpty ? [] : PaneCommand.option("match", query.typed)
    guard !list.sort.isEmpty else { return places + match }
    let sort = list.sort.map { ($0.isAscending ? "" : "-") + $0.column }.joined(separator: ",")
    return places + match + PaneCommand.option("sort", sort)
  }

  /// Columns are named where others are shown than usually, or in another order.
  private static func columns(_ view: PaneView) -> [String] {
    guard view.list.arrangement.isRearranged else { return [] }
    let ids = view.columns.map { view.listing.headers[$0].id }
    return PaneCommand.option("columns", ids.joined(separator: ","))
  }

  /// A word as bash and zsh take it: in quotes where it is not plain, control codes as escapes.
  ///
  /// A control code from a dataset must not reach a terminal that the command is pasted into.
  static func quoted(_ word: String) -> String {
    if !word.isEmpty, word.utf8.allSatisfy(isPlain) { return word }
    if word.unicodeScalars.contains(where: isRisky) { return "$'\(escaped(word))'" }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || "-_,./:=+@%".utf8.contains(byte)
  }

  private static func isRisky(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func escaped(_ word: String) -> String {
    word.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "'" || scalar == "\\" {
        result += "\\\(scalar)"
      } else if isRisky(scalar) {
        for byte in String(scalar).utf8 {
          let digits = String(byte, radix: 8)
          result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}

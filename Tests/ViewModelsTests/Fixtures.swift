// What the tests share: fixed days, states that have read their data, and short questions to them.

import ClusterDomain
import Sheets
import Testing

@testable import ViewModels

/// A day given as `2026-11-23`.
func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(dayNumber: 0) }

let today = day("2026-11-23")

/// A state that has read the small catalogue.
func smallState(asOf: CalendarDate? = nil, data: LoadedData = Small.data) -> AppState {
  var state = AppState(
    path: "/data/small", today: today, asOf: asOf, theme: "dusk", themes: ["dawn", "dusk", "noon"])
  let effect = state.startLoading()
  #expect(effect == .load(generation: 1))
  state.apply([
    .loaded(generation: 1, .ready(data)), .laidOut(rows: [.clusters: 5, .members: 5], columns: [:]),
  ])
  return state
}

/// The small catalogue judged on a day and seen through filters.
func smallScene(
  _ clauses: [Clause] = [], asOf: CalendarDate = today, implied: Bool = true, problems: [Problem] = []
) -> Scene {
  Scene(
    judgement: Judgement(catalogue: Small.catalogue, labels: Small.data.labels, asOf: asOf),
    clauses: clauses, showsImplied: implied, problems: problems)
}

extension AppState {
  /// Takes in several intents; returns what they asked of the program.
  @discardableResult
  mutating func apply(_ intents: [Intent]) -> [Effect] { intents.flatMap { apply($0) } }

  /// The keys of a pane's rows.
  func keys(_ pane: PaneID) -> [String] { view(of: pane)?.listing.keys ?? [] }

  /// The key of the row under a pane's cursor.
  func cursor(_ pane: PaneID) -> String? {
    view(of: pane).flatMap { view in view.row.map { view.listing.key(row: $0) } }
  }

  /// The clusters that the filters leave.
  var shown: [String] { scene?.clusters.map(\.id.rawValue) ?? [] }

  /// The picker, when one is open.
  var picker: Picker? {
    if case .picker(let picker) = overlay { picker } else { nil }
  }

  /// Puts the column cursor of the focused pane on a column.
  mutating func point(at column: String) {
    guard let view = view(of: page.focus),
      let position = view.columns.firstIndex(where: { view.listing.headers[$0].id == column })
    else {
      Issue.record("no column \(column) in \(page.focus)")
      return
    }
    apply([.columnMoved(by: -100), .columnMoved(by: position)])
  }

  /// Moves the focused pane's cursor to the row with a key.
  mutating func put(cursorOn key: String) {
    guard let row = keys(page.focus).firstIndex(of: key) else {
      Issue.record("no row \(key) in \(page.focus)")
      return
    }
    apply([.movedToStart, .moved(by: row)])
  }
}

extension Listing {
  /// The keys of all rows.
  var keys: [String] { (0..<count).map { key(row: $0) } }

  /// The text of a cell, by the row's key and the column's id.
  func text(_ key: String, _ column: String) -> String? { cell(key, column)?.text }

  /// A cell, by the row's key and the column's id.
  func cell(_ key: String, _ column: String) -> TableCell? {
    guard let row = row(key: key), let column = headers.firstIndex(where: { $0.id == column })
    else { return nil }
    return cell(row: row, column: column)
  }
}

/// A pane's rows in a scene.
func listing(
  _ pane: PaneID, _ scene: Scene, _ subject: PaneSubject = .none, typed: String = "", sort: [SortOrder] = [],
  narrowed: [CellFilter] = []
) -> any Listing {
  Panes[pane].listing(
    scene, subject: subject, query: ListQuery(typed: typed, narrowed: narrowed, sort: sort))
}

/// Numbers that look random and are the same in every run.
struct Dice: RandomNumberGenerator {
  private var seed: UInt64

  init(_ seed: UInt64) { self.seed = seed }

  mutating func next() -> UInt64 {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var mixed = seed
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension AppState {
  /// Answers all questions that are asked now, as a thread beside the loop would.
  mutating func answerQuestions() throws {
    for effect in newQuestions() {
      guard case .askRows(let generation, let ask) = effect else { continue }
      let wanted = self.answerer(of: ask)
      let answerer = try #require(wanted)
      let found = answerer(StopFlag()) { _ in }
      let answer = try #require(found)
      _ = apply(.rowsAnswered(generation: generation, ask, answer))
    }
  }
}

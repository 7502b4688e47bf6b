// What open files do to the state: rows that come, questions that the panes have, answers.

import ClusterDomain
public import Sheets

extension AppState {
  /// The open file whose rows are seen.
  public var seenSheet: OpenSheet? {
    guard case .sheet(let number) = page.kind else { return nil }
    return sheets.sheet(number)
  }

  /// The open file whose rows are seen or counted.
  public var askedSheet: OpenSheet? {
    if case .frequency(let grouped) = page.kind, case .sheet(let number) = grouped.owner {
      return sheets.sheet(number)
    }
    return seenSheet
  }

  /// Begins with files in place of a dataset; the effect is for the program to carry out.
  public mutating func startSheets(_ paths: [String]) -> Effect {
    generation += 1
    isOnFiles = true
    trail = [Page(paths.count == 1 ? .sheet(0) : .sheets)]
    return .readSheets(generation: generation, paths)
  }

  /// Whether the seen file has a column of regions or kinds to choose from.
  public func canChoose(_ facet: Facet) -> Bool {
    facet.derivedTitle.map { seenSheet?.column($0) != nil } ?? false
  }

  mutating func take(_ sheet: OpenSheet, generation: Int) {
    guard generation == self.generation else { return }
    let isFirst = sheets.sheet(sheet.number) == nil
    sheets.put(sheet)
    loading = .ready
    if data == nil { data = .none(titled: trail[0].kind == .sheets ? "files" : sheet.name) }
    rebuild()
    if isFirst, message == nil, !sheet.isLoading { return }
    switch sheet.reading.progress.end {
    case .failed(let error): refuse("\(error.reason); what was read before is shown.")
    case .stopped: say("Stopped; \(format.count(sheet.reading.sheet.rowCount)) rows are kept.")
    case .complete where sheet.problemCount > 0 && message == nil:
      let noun = sheet.problemCount == 1 ? "problem" : "problems"
      say("\(format.count(sheet.problemCount)) \(noun) in the file; p lists them.")
    case .complete, nil: break
    }
  }

  mutating func take(_ answer: RowsAnswer, to ask: RowsAsk, generation: Int) {
    guard generation == self.generation else { return }
    sheets.put(answer, to: ask)
    if answer.isWhole { asked.remove(ask) }
    rebuild()
    if let wanted = wantedPicker, ask == wanted.ask { openPicker(wanted) }
  }

  /// The questions of the visible panes that nobody has answered or asked yet.
  public mutating func newQuestions() -> [Effect] {
    guard scene != nil else { return [] }
    var wanted = page.kind.panes.compactMap { ask(of: $0) }
    if let picker = wantedPicker { wanted.append(picker.ask) }
    let new = wanted.filter { mustAsk($0) }
    let kept = Set(wanted.map(\.ofAnyMoment))
    asked = asked.filter { kept.contains($0.ofAnyMoment) && (sheets.isCurrent($0) || isGrowing($0)) }
    asked.formUnion(new)
    return new.map { .askRows(generation: generation, $0) }
  }

  /// Whether a question is neither answered nor being answered.
  private func mustAsk(_ ask: RowsAsk) -> Bool {
    if sheets.knows(ask) || asked.contains(ask) { return false }
    // While more of a file comes, a question about less of it is let run: else none would ever be answered.
    return !isGrowing(ask) || !asked.contains { $0.ofAnyMoment == ask.ofAnyMoment }
  }

  /// Whether more of the file comes that a question is about.
  private func isGrowing(_ ask: RowsAsk) -> Bool {
    guard let number = ask.file, let sheet = sheets.sheet(number) else { return false }
    return sheet.isLoading
  }

  private func ask(of pane: PaneID) -> RowsAsk? {
    let subject = subject(of: pane)
    switch subject {
    case .sheet(let number) where pane == .sheet && sheets.sheet(number) != nil:
      return RowsAsk(sheets.source(number), query: list(of: pane, subject: subject).query, kind: .rows)
    case .values(let grouped): return scene?.ask(of: grouped)
    case .none where pane == .organisations:
      guard let scene, !scene.answersAtOnce else { return nil }
      return RowsAsk(.members(scene.memberScope), query: list(of: pane, subject: subject).query, kind: .rows)
    case .cluster(let id) where pane == .members:
      guard let scene, !scene.answersAtOnce(id) else { return nil }
      let scope = scene.memberScope(of: id)
      return RowsAsk(.members(scope), query: list(of: pane, subject: subject).query, kind: .rows)
    default: return nil
    }
  }

  /// Finds the answer to a question; nil where what it asks about is not there any more.
  public func answerer(of ask: RowsAsk) -> Answerer? {
    switch ask.source {
    case .file(let number, _):
      guard sheets.isCurrent(ask), let sheet = sheets.sheet(number) else { return nil }
      return { stop, publish in sheet.answer(ask, stop: stop, publish: publish) }
    case .members(let scope):
      guard let scene else { return nil }
      if let cluster = scope.cluster {
        guard scene.memberScope(of: cluster) == scope else { return nil }
        return { stop, publish in
          scene.clusterRoll(of: cluster, stop)?.answer(ask, in: scene, stop: stop, publish: publish)
        }
      }
      guard scene.memberScope == scope else { return nil }
      return { stop, publish in scene.memberRoll(stop)?.answer(ask, stop: stop, publish: publish) }
    }
  }

  /// Stops the reading of the file that is seen; false where it is not being read.
  mutating func stopReading() -> [Effect]? {
    guard case .sheet(let number) = page.kind, sheets.sheet(number)?.isLoading == true else { return nil }
    return [.stopReading(number)]
  }

  /// Whether a page can be shown: where files are open there is no dataset behind the others.
  mutating func mayShow(_ kind: PageKind) -> Bool {
    guard isOnFiles else { return true }
    switch kind {
    case .problems, .sheets, .sheet, .record: return true
    default:
      refuse("This page belongs to datasets; open files have their rows, F for counts and p for problems.")
      return false
    }
  }

  static let noDates = "Nothing in a file is judged at a date; datasets are."

  /// Whether files are open, where a key means nothing; says why.
  mutating func refusesOnFiles(_ reason: String) -> Bool {
    if isOnFiles { refuse(reason) }
    return isOnFiles
  }

  mutating func fail(_ reason: String, generation: Int) {
    guard generation == self.generation else { return }
    if sheets.all.isEmpty { loading = .failed(reason) }
    refuse(reason)
  }

  /// Takes the problems of a file in place of those that it had.
  mutating func take(_ problems: [Problem], of sheet: Int, generation: Int) {
    guard generation == self.generation else { return }
    sheetProblems[sheet] = problems
    rebuild()
  }

  // MARK: Choosing values

  /// A choice of values that waits for their counts.
  struct WantedPicker: Sendable, Hashable {
    let ask: RowsAsk
    let facet: Facet
    let column: String
  }

  /// Counts the regions or kinds of the file's rows, to choose among them.
  mutating func askSheetFacet(_ facet: Facet) {
    guard case .sheet(let number) = page.kind, let sheet = sheets.sheet(number) else { return }
    guard let title = facet.derivedTitle, sheet.column(title) != nil else {
      return refuse("This file has no \(facet.title.lowercased()); F counts the column under the cursor.")
    }
    var query = focusedList.query
    query.sort = []
    query.narrowed.removeAll { $0.column == title }
    let wanted = WantedPicker(
      ask: RowsAsk(sheets.source(number), query: query, kind: .counts(column: title, sum: nil)),
      facet: facet,
      column: title)
    wantedPicker = wanted
    if sheets.knows(wanted.ask) { openPicker(wanted) }
  }

  private mutating func openPicker(_ wanted: WantedPicker) {
    wantedPicker = nil
    guard case .counts(let groups)? = sheets.counts(wanted.ask)?.content else { return }
    let chosen = Set(focusedList.narrowed.filter { $0.column == wanted.column }.map(\.value))
    let items = groups.map { group in
      PickerItem(id: group.value, name: group.text, detail: format.count(group.count))
    }
    overlay = .picker(
      Picker(
        .values(column: wanted.column), title: wanted.facet.title, items: items, marked: chosen,
        cursor: items.firstIndex { chosen.contains($0.id) } ?? 0))
  }

  /// Keeps the rows whose column has one of these values; none drops the filter.
  mutating func choose(_ values: [String], of column: String) {
    change(page.focus) { list in
      list.narrowed.removeAll { $0.column == column }
      list.narrowed += values.map { CellFilter(column: column, value: $0) }
    }
  }
}

extension Facet {
  /// The derived column of files that says the same.
  var derivedTitle: String? {
    switch self {
    case .region: "REGION"
    case .kind: "KIND"
    default: nil
    }
  }
}

/// Work that finds an answer: it blocks, may tell of a first page, and gives nil where it was stopped.
public typealias Answerer =
  @Sendable (StopFlag, _ publish: @escaping @Sendable (RowsAnswer) -> Void) -> RowsAnswer?

extension Scene {
  /// The question behind counts that take long; nil for those that are made at once.
  func ask(of grouped: GroupedColumn) -> RowsAsk? {
    var query = grouped.query
    query.sort = []
    let kind = RowsAsk.Kind.counts(column: grouped.column, sum: grouped.sum)
    if case .sheet(let number) = grouped.owner {
      return RowsAsk(sheets.source(number), query: query, kind: kind)
    }
    switch (grouped.pane, grouped.owner) {
    case (.organisations, _) where !answersAtOnce:
      return RowsAsk(.members(memberScope), query: query, kind: kind)
    case (.members, .cluster(let id)) where !answersAtOnce(id):
      return RowsAsk(.members(memberScope(of: id)), query: query, kind: kind)
    default: return nil
    }
  }
}

extension LoadedData {
  /// No data, for when only files are open.
  static func none(titled title: String) -> LoadedData {
    LoadedData(
      Reading(catalogue: Catalogue(title: title, homeCountry: "", tables: Catalogue.Tables()), path: ""))
  }
}

// The rules of the state: what each intent changes, and what it asks of the program. Pure.

import ClusterDomain

extension AppState {
  /// Takes in what happened; the effects are for the program to carry out.
  public mutating func apply(_ intent: Intent) -> [Effect] {
    let former = page.kind
    defer {
      if page.kind != former { dropMark(ofPage: former) }
      giveBack()
    }
    if let effects = learn(intent) { return effects }
    message = nil
    return act(on: intent)
  }

  /// What a person does.
  private mutating func act(on intent: Intent) -> [Effect] {
    switch intent {
    case .moved(let step): move(by: step)
    case .pageMoved(let pages): move(by: pages * max(1, pageHeight - 1))
    case .movedToStart: move(by: -.max / 2)
    case .movedToEnd: move(by: .max / 2)
    case .columnMoved(let step): moveColumn(by: step)
    case .jumpAsked: askJump()
    case .focusMoved(let step): moveFocus(by: step)
    case .paneAsked(let pane): if mayShow(.dashboard) { ask(for: pane) }
    case .opened: return open()
    case .wentBack: return goBack()
    case .crumbClicked(let crumb): goBack(to: crumb)
    case .pageAsked(let kind): if mayShow(kind) { go(to: kind) }
    case .zoomed: page.isZoomed.toggle()
    case .clicked(let pane, let row): return click(pane, row: row)
    case .headerClicked(let pane, let column): clickHeader(pane, column: column)
    case .paneClicked(let pane): clickPane(pane)
    case .scrolled(let pane, let step): scroll(pane, by: step)
    case .overlayClicked(let line): return clickOverlay(line: line)
    case .filterAsked: overlay = .filter
    case .facetAsked(let facet): askFacet(facet)
    case .facetMenuAsked: overlay = .menu(.facets)
    case .cellFilterAsked: filterByCell()
    case .lastClauseDropped: dropLastFilter()
    case .clausesDropped: dropAllFilters()
    case .sortCycled: sort { $0.cycleSort(by: $1) }
    case .sortAdded: sort { $0.addSort(by: $1) }
    case .impliedToggled: if !refusesOnFiles("Memberships belong to datasets.") { toggleImplied() }
    case .frequencyAsked: askFrequency()
    case .sumAsked: askSum()
    case .rowMarked: markRow()
    case .shownRowsMarked: markShownRows()
    case .marksDropped: dropMarks()
    case .columnsAsked: askColumns()
    case .columnToggled: toggleColumn()
    case .columnShifted(let step): shiftColumn(by: step)
    case .columnWidened(let step): widenColumn(by: step)
    case .columnsFrozen: freezeColumns()
    case .columnsReset: resetColumns()
    case .columnSearched: changeChooser { $0.isTyping = true }
    case .asOfAsked: if !refusesOnFiles(Self.noDates) { overlay = .prompt(Prompt(.asOf)) }
    case .asOfMoved(let months): if !refusesOnFiles(Self.noDates) { moveDate(months: months) }
    case .axisZoomed(let steps): zoomAxis(by: steps)
    case .watchToggled: return toggleWatch()
    case .noteAsked: askNote()
    case .entryAsked: askEntry()
    case .knownByAsked: if !refusesOnFiles(Self.noDates) { overlay = .prompt(Prompt(.knownBy)) }
    case .undoAsked: return undo()
    case .sourceAsked: askSource()
    case .helpAsked: overlay = .help(offset: 0)
    case .themesAsked: askThemes()
    case .commandsAsked(let items): overlay = .picker(Picker(.commands, title: "Commands", items: items))
    case .copyMenuAsked: overlay = .menu(.copy)
    case .copied(let kind): return copy(kind)
    case .exportAsked: askExport()
    case .briefAsked: askBrief()
    case .typed(let text): type(text)
    case .erased: erase { $0.dropLast() }
    case .wordErased:
      if !isPromptEmpty { erase { $0.prefix(upTo: $0.trimmedEnd.lastIndex(of: " ") ?? $0.startIndex) } }
    case .marked: changePicker { $0.mark() }
    case .confirmed: return confirm()
    case .cancelled: cancel()
    case .unboundPressed(let key): refuse("\(key) does nothing here; ? lists the keys.")
    case .mouseToggled: return toggleMouse()
    case .repaintAsked: return [.repaint]
    case .suspendAsked: return [.suspend]
    case .quitAsked: return quit()
    default: break
    }
    return []
  }

  /// What comes from elsewhere: from the disk, the terminal, the clock; nil for what a person does.
  private mutating func learn(_ intent: Intent) -> [Effect]? {
    switch intent {
    case .laidOut(let heights, let columns): layOut(heights, columns)
    case .loadingProgressed(let generation, let progress):
      if generation == self.generation { loadingProgress = progress }
    case .loaded(let generation, let outcome): take(outcome, generation: generation)
    case .dayChanged(let day): changeDay(day)
    case .workEnded(let words, let isDone): message = Message(text: words, isRefusal: !isDone)
    case .exportEnded(let words, let isDone):
      exports -= 1
      message = Message(text: words, isRefusal: !isDone)
    case .datasetChanged: return reload()
    case .reloaded(let generation, let outcome, let changes):
      return take(outcome, changes: changes, generation: generation)
    case .compared(let old, let changes): take(changes, since: old)
    case .additionsRead(let additions): take(additions)
    case .added(let result, let additions): return take(result, additions)
    case .notAdded(let words): takeRefusal(words)
    case .notebookUnreadable(let words): refuse(words)
    case .sheetRead(let generation, let sheet): take(sheet, generation: generation)
    case .sheetFailed(let generation, let reason): fail(reason, generation: generation)
    case .rowsAnswered(let generation, let ask, let answer): take(answer, to: ask, generation: generation)
    case .sheetProblemsFound(let generation, let sheet, let problems):
      take(problems, of: sheet, generation: generation)
    default: return nil
    }
    return []
  }

  /// Asks for the dataset to be read; earlier answers still on their way are dropped.
  public mutating func startLoading() -> Effect {
    generation += 1
    return .load(generation: generation)
  }

  mutating func refuse(_ text: String) { message = Message(text: text, isRefusal: true) }

  mutating func say(_ text: String) { message = Message(text: text, isRefusal: false) }

  /// Judges and filters anew, after date, filters or data changed.
  mutating func rebuild() {
    guard let data else { return }
    for pane in page.kind.panes { pin(pane) }
    let judgement = judgement(of: data)
    memory = ListingMemory()
    scene = Scene(
      judgement: judgement, clauses: clauses, showsImplied: showsImplied,
      problems: data.problems, sheetProblems: sheetProblems, format: format, axisYears: axisYears,
      changeLog: changeLog, sheets: sheets)
  }

  /// The data as they are to be shown, judged; what the former judgement knows is kept where it still holds.
  private mutating func judgement(of data: LoadedData) -> Judgement {
    let former = scene?.judgement
    let shown = shownData(data)
    defer { lastShown = shown }
    guard let former, former.asOf == asOf, lastShown?.shown == shown.shown else {
      return Judgement(
        catalogue: shown.shown.catalogue, labels: shown.shown.labels, asOf: asOf, knownBy: knownBy,
        warningDays: warningDays,
        additions: additions)
    }
    return former.additions == additions ? former : Judgement(former, additions: additions)
  }

  private func shownData(_ data: LoadedData) -> ShownData {
    if let last = lastShown, last.data == data, last.knownBy == knownBy,
      last.additions.saysTheSame(as: additions)
    {
      return last
    }
    return ShownData(data: data, additions: additions, knownBy: knownBy)
  }

  private mutating func take(_ outcome: LoadOutcome, generation: Int) {
    guard generation == self.generation else { return }
    switch outcome {
    case .failed(let reason): loading = .failed(reason)
    case .ready(let data):
      self.data = data
      sheets.forgetMembers()
      loading = .ready
      openWhereRowsAre()
      rebuild()
      guard !data.problems.isEmpty, message == nil else { return }
      say(
        "\(data.problems.count) \(data.problems.count == 1 ? "problem" : "problems") in the data; p lists them."
      )
    }
  }

  /// Datasets made from lists of organisations or calls have no clusters, and nothing to show on the first page.
  private mutating func openWhereRowsAre() {
    guard let tables = data?.catalogue.tables, tables.clusters.isEmpty, trail.count == 1,
      trail[0].kind == .dashboard
    else { return }
    if !tables.organisations.isEmpty {
      trail = [Page(.organisations)]
    } else if !tables.calls.isEmpty {
      trail = [Page(.calls)]
    } else if !tables.programmes.isEmpty {
      trail = [Page(.programmes)]
    }
  }

  private mutating func changeDay(_ day: CalendarDate) {
    guard day != today else { return }
    today = day
    rebuild()
  }

  private mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    say(usesMouse ? "Mouse on." : "Mouse off: text can be selected. M turns it on again.")
    return [.setMouse(usesMouse)]
  }
}

extension String {
  /// The text without blanks at its end.
  var trimmedEnd: Substring {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}

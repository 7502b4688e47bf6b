// Filtering, ordering, choosing: what overlays take in and what it does to the clauses.

import ClusterDomain

extension AppState {
  mutating func askFacet(_ facet: Facet) {
    if isOnFiles { return askSheetFacet(facet) }
    guard let scene else { return refuse("The data are still being read.") }
    let offers = scene.offers(for: facet)
    let chosen = clauses.first { $0.facet == facet }?.values ?? []
    let items = offers.map { offer in
      PickerItem(id: offer.id, name: offer.name, alias: offer.alias, detail: format.count(offer.count))
    }
    let cursor = items.firstIndex { chosen.contains($0.id) } ?? 0
    overlay = .picker(
      Picker(.facet(facet), title: facet.title, items: items, marked: Set(chosen), cursor: cursor))
  }

  mutating func askThemes() {
    let items = themes.map { PickerItem(id: $0, name: $0) }
    let cursor = themes.firstIndex(of: theme) ?? 0
    overlay = .picker(Picker(.themes(former: theme), title: "Theme", items: items, cursor: cursor))
  }

  mutating func changePicker(_ body: (inout Picker) -> Void) {
    guard case .picker(var picker) = overlay else { return }
    body(&picker)
    overlay = .picker(picker)
    if case .themes = picker.purpose, let current = picker.current { theme = current.id }
  }

  mutating func type(_ text: String) {
    switch overlay {
    case .filter: change(page.focus) { $0.typed = Self.limited($0.typed + text) }
    case .picker: changePicker { $0.type(text) }
    case .prompt(let prompt): type(text, into: prompt)
    case .columns:
      changeChooser {
        $0.typed = Self.limited($0.typed + text)
        $0.cursor = 0
      }
    default: break
    }
  }

  private mutating func type(_ text: String, into prompt: Prompt) {
    switch prompt.purpose {
    case .note, .labelEvent, .deadline: return typeEntry(prompt, text)
    case .asOf, .knownBy, .jump, .export, .brief: break
    }
    let former = prompt.isOffered ? "" : prompt.typed
    overlay = .prompt(Prompt(prompt.purpose, Self.limited(former + text)))
  }

  /// Nobody types so much; a paste by accident does.
  static func limited(_ typed: String) -> String { String(typed.prefix(200)) }

  /// Whether a line is being typed in which nothing stands: erasing a word of it leaves it open.
  var isPromptEmpty: Bool {
    switch overlay {
    case .prompt(let prompt): prompt.typed.isEmpty
    case .picker(let picker): picker.typed.isEmpty
    case .filter: focusedList.typed.isEmpty
    default: false
    }
  }

  mutating func erase(_ shorter: (String) -> Substring) {
    switch overlay {
    case .filter:
      let typed = focusedList.typed
      if typed.isEmpty { overlay = nil } else { change(page.focus) { $0.typed = String(shorter($0.typed)) } }
    case .picker(let picker):
      if picker.typed.isEmpty { cancel() } else { changePicker { $0.typed = String(shorter($0.typed)) } }
    case .prompt(let prompt):
      let typed = String(shorter(prompt.typed))
      overlay = prompt.typed.isEmpty ? nil : .prompt(Prompt(prompt.purpose, typed))
    case .columns(let chooser):
      changeChooser { $0.typed = String(shorter($0.typed)) }
      if chooser.typed.isEmpty { changeChooser { $0.isTyping = false } }
    default: overlay = nil
    }
  }

  mutating func confirm() -> [Effect] {
    switch overlay {
    case .picker(let picker): return choose(from: picker)
    case .prompt(let prompt): return confirm(prompt)
    case .columns(let chooser):
      if chooser.isTyping { changeChooser { $0.isTyping = false } } else { goToColumn(of: chooser) }
    default: overlay = nil
    }
    return []
  }

  private mutating func confirm(_ prompt: Prompt) -> [Effect] {
    switch prompt.purpose {
    case .asOf: confirmDate(prompt.typed)
    case .jump: jump(to: prompt.typed)
    case .export: return export(to: prompt.typed)
    case .brief: return writeBrief(to: prompt.typed)
    case .note(let cluster): return writeNote(about: cluster, prompt.typed)
    case .labelEvent, .deadline: return enter(prompt)
    case .knownBy: confirmKnownBy(prompt.typed)
    }
    return []
  }

  mutating func cancel() {
    switch overlay {
    case .filter: change(page.focus) { $0.typed = "" }
    case .picker(let picker): if case .themes(let former) = picker.purpose { theme = former }
    case .columns(let chooser) where chooser.isTyping || !chooser.typed.isEmpty:
      return changeChooser { $0 = ColumnChooser() }
    default: break
    }
    overlay = nil
  }

  private mutating func choose(from picker: Picker) -> [Effect] {
    guard picker.isMarking || picker.current != nil else {
      refuse("Nothing matches \"\(picker.typed)\"; Backspace shortens it.")
      return []
    }
    overlay = nil
    switch picker.purpose {
    case .facet(let facet): set(Clause(facet, picker.chosen))
    case .themes: theme = picker.current?.id ?? theme
    case .sum: sum(picker.current?.id ?? "")
    case .values(let column): choose(picker.chosen, of: column)
    case .commands: return picker.current?.intent.map { apply($0) } ?? []
    }
    return []
  }

  /// Sets a filter in place of an earlier one of its facet; no value, or the home country, drops it.
  public mutating func set(_ clause: Clause) {
    let isHome = clause.facet == .region && clause.values == [scene?.catalogue.homeCountry ?? ""]
    let isDropped = clause.values.isEmpty || isHome
    if let position = clauses.firstIndex(where: { $0.facet == clause.facet }) {
      clauses.remove(at: position)
      if !isDropped { clauses.insert(clause, at: position) }
    } else if !isDropped {
      clauses.append(clause)
    }
    rebuild()
    let count = scene?.clusters.count ?? 0
    say("\(format.count(count)) \(count == 1 ? "cluster matches" : "clusters match").")
  }

  mutating func filterByCell() {
    guard let view = view(of: page.focus), let row = view.row, let column = view.cursorColumn else {
      return refuse("No cell is under the cursor.")
    }
    guard !(view.listing is FactListing) else {
      return refuse("A line of facts is no filter; f lists the filters.")
    }
    if let clause = view.listing.clause(row: row, column: column) { return set(clause) }
    let value = view.listing.cell(row: row, column: column).value.plain
    narrow(by: CellFilter(column: view.listing.headers[column].id, value: value), in: view)
  }

  private mutating func narrow(by filter: CellFilter, in view: PaneView) {
    let words = filter.words(view.listing.headers)
    guard !view.list.narrowed.contains(filter) else { return refuse("All rows here have \(words).") }
    change(page.focus) { $0.narrowed.append(filter) }
    let listing = self.view(of: page.focus)?.listing
    // While rows are looked for, their number stands in the border as soon as it is known.
    guard let listing, !listing.isPending else { return say("Rows with \(words).") }
    say("\(format.count(listing.count)) \(listing.count == 1 ? "row has" : "rows have") \(words).")
  }

  mutating func dropLastFilter() {
    if !focusedList.typed.isEmpty {
      change(page.focus) { $0.typed = "" }
    } else if let last = focusedList.narrowed.last, let headers = view(of: page.focus)?.listing.headers {
      change(page.focus) { $0.narrowed.removeLast() }
      if page.name == last.words(headers) { page.name = nil }
      say("Dropped \(last.words(headers)).")
    } else if let last = clauses.popLast() {
      rebuild()
      say("Dropped the \(last.facet.rawValue) filter: \(format.count(scene?.clusters.count ?? 0)) clusters.")
    } else {
      refuse("No filter is set. r filters by region, f by more.")
    }
  }

  mutating func dropAllFilters() {
    let isFiltered = page.lists.values.contains(where: \.isFiltered)
    guard !clauses.isEmpty || isFiltered else { return refuse("No filter is set.") }
    clauses = []
    page.name = nil
    for pane in page.lists.keys {
      page.lists[pane]?.typed = ""
      page.lists[pane]?.narrowed = []
    }
    rebuild()
    say("All filters dropped.")
  }

  mutating func toggleImplied() {
    showsImplied.toggle()
    rebuild()
    say(showsImplied ? "Implied memberships are shown." : "Implied memberships are hidden.")
  }

  mutating func askSource() {
    guard let view = view(of: page.focus), let row = view.row else {
      return refuse("No row is under the cursor.")
    }
    let listing = view.listing
    let candidates = ([view.cursorColumn].compactMap { $0 }) + Array(listing.headers.indices)
    guard let found = candidates.lazy.compactMap({ listing.provenance(row: row, column: $0) }).first else {
      return refuse("No source is recorded for this line.")
    }
    overlay = .source(found, offset: 0)
  }
}

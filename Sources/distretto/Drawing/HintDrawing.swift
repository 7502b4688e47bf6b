// Draws the bottom line: the keys that matter now, or what is being typed.

import ClusterDomain
import TUI
import ViewModels

extension Drawing {
  /// The bottom line of a mode.
  mutating func drawHints(_ state: AppState, in rect: Rect) {
    let isTight = Layout(size: frame.size, page: state.page).detail.isEmpty
    if isTight, let message = state.message, state.overlay == nil || state.mode == .columns {
      writeClipped(
        message.text, at: Point(column: rect.left + 1, row: rect.top), width: rect.size.columns - 2,
        role: message.isRefusal ? .messageError : .message)
      return
    }
    switch state.overlay {
    case .filter:
      let typed = state.view(of: state.page.focus)?.list.typed ?? ""
      let count =
        state.view(of: state.page.focus).map { view in
          let shown = state.format.count(view.listing.count)
          return "\(shown) of \(state.format.count(view.listing.unfilteredCount))"
        } ?? ""
      drawLine("filter", typed, note: count, mode: .filter, in: rect)
    case .prompt(let prompt): drawPrompt(prompt, state, in: rect)
    case .menu(let menu):
      drawMenu(Keymap.menuBindings(menu), title: menu == .facets ? "filter by" : "copy", in: rect)
    default:
      let view = state.view(of: state.page.focus)
      let shown = Keymap.bindings.filter {
        $0.mode == state.mode && $0.rank != nil && $0.isUseful(in: state, view)
      }
      drawKeys(ordered(shown), from: rect.left + 1, in: rect)
    }
  }

  /// A line being typed, with what it means so far.
  private mutating func drawPrompt(_ prompt: Prompt, _ state: AppState, in rect: Rect) {
    let typed = prompt.typed
    let (name, note) =
      switch prompt.purpose {
      case .asOf: ("as of", dateNote(typed, state))
      case .jump: ("row", rowNote(typed, state))
      case .export: ("write to", exportNote(typed, state))
      case .brief: ("brief to", briefNote(typed, state))
      case .knownBy:
        ("known by", typed.isEmpty ? "a date; nothing counts all that is told" : dateNote(typed, state))
      case .labelEvent(let cluster, _):
        ("label event", entryNote(prompt, state, at: .cluster(cluster), such: LabelEntry.example))
      case .deadline(let call):
        ("deadline", entryNote(prompt, state, at: .call(call), such: DeadlineEntry.example))
      case .note(let cluster):
        ("note", "about \(state.scene?.name(of: .cluster(cluster)) ?? cluster.rawValue)")
      }
    drawLine(name, typed, note: note, mode: .prompt, in: rect)
  }

  /// What is missing in a line that is entered, or where it would stand.
  private func entryNote(
    _ prompt: Prompt, _ state: AppState, at subject: PaneSubject, such example: String
  ) -> String {
    guard !prompt.typed.isEmpty else { return example }
    do throws(EntryFault) {
      _ = try prompt.addition(today: state.today)
      return "at \(state.scene?.name(of: subject) ?? "")"
    } catch {
      return error.words
    }
  }

  /// The day that what was typed stands for.
  private func dateNote(_ typed: String, _ state: AppState) -> String {
    guard !typed.isEmpty else { return "2016-06-01, 2016-06, today, +90d, -1y" }
    return AsOfText.date(typed, today: state.today).map { state.format.day($0) }
      ?? "is no date; write 2016-06-01, 2016-06, today, +90d, -6m"
  }

  /// Where what was typed leads.
  private func rowNote(_ typed: String, _ state: AppState) -> String {
    let count = state.view(of: state.page.focus)?.listing.count ?? 0
    guard !typed.isEmpty else { return "1 to \(state.format.count(count)), or a share such as 50%" }
    return switch RowText.place(typed, among: count) {
    case .row(let row): "row \(state.format.count(row + 1)) of \(state.format.count(count))"
    case .outside: "is none of the \(state.format.count(count)) rows"
    case .unclear: "is no row; write 120 or 50%"
    }
  }

  /// What a brief would be about.
  private func briefNote(_ typed: String, _ state: AppState) -> String {
    guard BriefTask.Format(path: typed) != nil else { return "a name that ends in .md or .html" }
    return "about \(state.scene?.counted(state.briefCount, "cluster") ?? "")"
  }

  /// What would be written.
  private func exportNote(_ typed: String, _ state: AppState) -> String {
    guard let task = state.exportTask(to: typed) else { return "there are no rows" }
    guard let format = task.format else { return "a name that ends in \(ExportFormat.endings)" }
    return "\(state.format.count(task.rowCount)) \(task.rowCount == 1 ? "row" : "rows") as \(format.rawValue)"
  }

  /// The keys that can follow, on as many lines as they take.
  private mutating func drawMenu(_ bindings: [Binding], title: String, in rect: Rect) {
    var lines: [[Binding]] = [[]]
    var used = Width.of(title) + 3
    for binding in bindings {
      if used + width(of: binding) > rect.size.columns {
        lines.append([])
        used = 1
      }
      lines[lines.count - 1].append(binding)
      used += width(of: binding)
    }
    for (index, line) in lines.enumerated() {
      let row = Rect(
        column: rect.left, row: rect.top - lines.count + 1 + index, columns: rect.size.columns, rows: 1)
      frame.fill(row, role: .text)
      if index == 0 {
        frame.write(title, at: Point(column: 1, row: row.top), width: row.size.columns, role: .prompt)
      }
      drawKeys(line, from: index == 0 ? Width.of(title) + 3 : 1, in: row)
    }
  }

  /// By rank; help and quit, of rank 0, always keep their place at the end.
  private func ordered(_ bindings: [Binding]) -> [Binding] {
    bindings.sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
  }

  private mutating func drawKeys(_ bindings: [Binding], from start: Int, in rect: Rect) {
    let fixed = bindings.filter { $0.rank == 0 }
    let reserved = fixed.reduce(0) { $0 + width(of: $1) }
    var column = start
    for binding in bindings where binding.rank != 0 {
      guard column + width(of: binding) + reserved <= rect.right else { break }
      column += drawKey(binding, at: Point(column: column, row: rect.top))
    }
    for binding in fixed where column + width(of: binding) <= rect.right + 2 {
      column += drawKey(binding, at: Point(column: column, row: rect.top))
    }
  }

  private func keyLabel(_ binding: Binding) -> String {
    glyphs == .ascii ? binding.keys[0].asciiLabel : binding.keys[0].label
  }

  private func width(of binding: Binding) -> Int {
    Width.of(keyLabel(binding)) + 1 + Width.of(binding.hint) + 2
  }

  private mutating func drawKey(_ binding: Binding, at point: Point) -> Int {
    let width = width(of: binding)
    write(
      [(keyLabel(binding), .hintKey), (" \(binding.hint)", .hintText)], at: point, width: width)
    hit(Rect(column: point.column, row: point.row, columns: width - 2, rows: 1), binding.intent)
    return width
  }

  /// The last characters of a text that fit into a width.
  static func tail(of text: String, width: Int) -> String {
    var left = width
    return String(
      text.reversed().prefix { character in
        left -= Width.of(character)
        return left >= 0
      }.reversed())
  }

  /// A line into which is typed, with what it means so far and the keys that end it.
  private mutating func drawLine(_ name: String, _ typed: String, note: String, mode: Mode, in rect: Rect) {
    let room = rect.size.columns - 2
    var column = rect.left + 1
    column += write(
      [("\(name) \(glyphs.step) ", .prompt)], at: Point(column: column, row: rect.top), width: room)
    // The end of a long text is the part being typed.
    let tail = Self.tail(of: SafeText.visible(typed), width: max(4, room - Width.of(name) - 6))
    column += frame.write(
      tail, at: Point(column: column, row: rect.top), width: rect.right - column, role: .promptText)
    frame.cursor = Point(column: min(column, rect.right - 1), row: rect.top)
    guard column + 12 < rect.right else { return }
    column += 3
    let place = Point(column: column, row: rect.top)
    column += writeClipped(note, at: place, width: rect.right - column - 1, role: .textDim) + 3
    let keys = Keymap.bindings.filter { $0.mode == mode && $0.rank != nil }
    let needed = keys.reduce(0) { $0 + width(of: $1) }
    guard column + needed <= rect.right else { return }
    drawKeys(keys, from: column, in: rect)
  }
}

extension Binding {
  /// Whether the key can do something now, with the focused pane as it stands; keys that cannot are left out of the
  /// bottom line.
  func isUseful(in state: AppState, _ view: PaneView?) -> Bool {
    switch intent {
    case .opened:
      view.flatMap { view in view.row.map { view.id == .frequency || view.listing.page(row: $0) != nil } }
        == true
    case .wentBack: state.trail.count > 1 || state.page.isZoomed
    case .lastClauseDropped:
      !state.clauses.isEmpty || view?.list.isFiltered == true
    case .rowMarked, .jumpAsked, .exportAsked: view?.row != nil
    case .watchToggled, .noteAsked: state.isAboutCluster
    case .entryAsked: state.canEnter
    case .briefAsked: state.briefCount > 0
    case .sumAsked: state.page.focus == .frequency
    case .frequencyAsked: Panes[state.page.focus].hasHeader && state.page.focus != .frequency
    case .pageAsked(let kind): state.page.kind != kind && (!state.isOnFiles || kind == .problems)
    case .asOfAsked, .facetMenuAsked: !state.isOnFiles
    // Where time is what the page is about.
    case .asOfMoved: state.page.kind == .labels
    case .facetAsked(let facet): !state.isOnFiles || state.canChoose(facet)
    case .zoomed, .focusMoved: state.page.kind.panes.count > 1
    case .columnsAsked: Panes[state.page.focus].hasHeader
    default: true
    }
  }
}

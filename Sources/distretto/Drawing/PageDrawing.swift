// Draws a whole page: breadcrumb, panes, label strip, detail, keys, and what lies over them.

import ClusterDomain
import TUI
import ViewModels

/// Makes frames out of states.
enum PageDrawing {
  /// The frame of a state at a size, with what clicks on it mean.
  static func draw(_ state: AppState, size: Size, sheet: StyleSheet, glyphs: Glyphs) -> Drawing {
    var drawing = Drawing(size: size, sheet: sheet, glyphs: glyphs)
    guard size.columns >= Layout.least.columns, size.rows >= Layout.least.rows else {
      drawing.drawTooSmall()
      return drawing
    }
    let layout = Layout(size: size, page: state.page)
    drawing.drawTop(state, in: layout.top)
    if state.scene == nil {
      drawing.drawWaiting(state, in: Rect(column: 0, row: 1, columns: size.columns, rows: size.rows - 2))
    }
    for (index, pane) in layout.panes.enumerated() {
      guard let view = state.view(of: pane.id) else { continue }
      let isMaster = pane.id == state.page.kind.panes[0] || layout.panes.count == 1 && index == 0
      drawing.draw(
        view, in: pane.rect, number: pane.id.number,
        chips: drawing.chips(state, view, withClauses: isMaster, width: pane.rect.size.columns),
        format: state.format)
    }
    if let sheet = state.seenSheet {
      drawing.drawStrip(sheet, format: state.format, in: layout.strip)
    } else if let scene = state.scene, !state.isOnFiles {
      drawing.drawStrip(scene.summary, warningDays: state.warningDays, in: layout.strip)
    }
    drawing.drawDetail(state, layout)
    drawing.drawHints(state, in: layout.hints)
    drawing.drawOverlay(state, layout, size: size)
    return drawing
  }
}

extension PaneID {
  /// The number key that leads to it.
  var number: Int? {
    switch self {
    case .clusters: 1
    case .members: 2
    case .programmes: 3
    case .labels: 4
    case .regions: 5
    case .calls: 6
    case .allProgrammes: 7
    case .organisations: 8
    case .totals: 9
    default: nil
    }
  }
}

extension Drawing {
  /// Says which size is needed.
  mutating func drawTooSmall() {
    let size = frame.size
    let words =
      "Needs \(Layout.least.columns)×\(Layout.least.rows), this is \(size.columns)×\(size.rows). q quits."
    for (index, line) in Width.wrapped(words, to: max(1, size.columns)).prefix(size.rows).enumerated() {
      frame.write(line, at: Point(column: 0, row: index), width: size.columns, role: .text)
    }
  }

  mutating func drawTop(_ state: AppState, in rect: Rect) {
    let date = state.format.day(state.asOf)
    let isChosen = state.chosenDate != nil
    var right: [(String, Role)] = []
    if let scene = state.scene, rect.size.columns >= 80, !state.isOnFiles {
      right.append(
        (
          "\(state.format.count(scene.clusters.count)) of \(state.format.count(scene.total)) clusters · ",
          .textDim
        ))
    }
    // Nothing in a file is judged at a date.
    if !state.isOnFiles { right += [("as of ", .textDim), (date, isChosen ? .warning : .textStrong)] }
    if let known = state.knownBy { right.append((", known by \(state.format.day(known))", .warning)) }
    let rightWidth = right.reduce(0) { $0 + Width.of($1.0) }
    write(right, at: Point(column: rect.right - 1 - rightWidth, row: rect.top), width: rightWidth)
    hit(Rect(column: rect.right - 1 - rightWidth, row: rect.top, columns: rightWidth, rows: 1), .asOfAsked)
    var column = rect.left + 1
    let end = rect.right - rightWidth - 3
    if rect.size.columns >= Layout.stacked {
      column += write(
        [("distretto", .brand), ("  ", .text)], at: Point(column: column, row: rect.top), width: end - column)
    }
    drawCrumbs(
      state.crumbs, pages: state.trail.count, from: Point(column: column, row: rect.top), width: end - column)
  }

  /// The path taken; when it is too long the first crumbs give way.
  private mutating func drawCrumbs(_ crumbs: [String], pages: Int, from point: Point, width: Int) {
    guard width > 3, !crumbs.isEmpty else { return }
    let step = " \(glyphs.step) "
    var shown = crumbs[...]
    func needed(_ crumbs: ArraySlice<String>) -> Int {
      crumbs.reduce(0) { $0 + Width.of($1) } + Width.of(step) * (crumbs.count - 1)
    }
    while shown.count > 1, needed(shown) + (shown.count < crumbs.count ? 4 : 0) > width {
      shown = shown.dropFirst()
    }
    var column = 0
    if shown.count < crumbs.count {
      column += frame.write("\(glyphs.ellipsis)\(step)", at: point, width: width, role: .crumb)
    }
    for (index, crumb) in zip(shown.indices, shown) {
      let isLast = index == crumbs.count - 1
      let place = Point(column: point.column + column, row: point.row)
      let used = writeClipped(
        crumb, at: place, width: max(0, width - column), role: isLast ? .crumbActive : .crumb)
      // The last crumbs are pages; what stands before them is the area of the first one.
      hit(
        Rect(column: place.column, row: place.row, columns: used, rows: 1),
        .crumbClicked(max(0, index - crumbs.count + pages)))
      column += used
      guard !isLast else { continue }
      column += frame.write(
        step, at: Point(column: point.column + column, row: point.row), width: max(0, width - column),
        role: .crumb)
    }
  }

  /// While there are no data: what is being done, or why there are none.
  mutating func drawWaiting(_ state: AppState, in rect: Rect) {
    var lines: [(String, Role)] = []
    let width = min(76, rect.size.columns - 4)
    switch state.loading {
    case .reading(let path):
      lines = [("Reading \(path) …", .textDim)]
      if let progress = state.loadingProgress {
        let bar = Bar.text(progress.part, width: 20, isASCII: glyphs == .ascii)
        lines.append(("\(progress.file)  \(bar)  \(Int(progress.part * 100)) %", .textDim))
      }
    case .ready: break
    case .failed(let reason):
      lines = Width.wrapped(reason, to: width).map { ($0, .messageError) }
      lines += [("", .text), ("q quits.", .textDim)]
    }
    let top = rect.top + max(1, (rect.size.rows - lines.count) / 3)
    for (index, line) in lines.prefix(max(0, rect.bottom - top)).enumerated() {
      frame.write(line.0, at: Point(column: rect.left + 2, row: top + index), width: width, role: line.1)
    }
  }

  /// The filters that act on a pane, each with the count after it, and the typed one; names give way, counts do not.
  func chips(_ state: AppState, _ view: PaneView, withClauses: Bool, width: Int) -> [(String, Role)] {
    guard let scene = state.scene else { return [] }
    let acting = withClauses ? state.narrowedBy(view.id) : []
    var shown: [(name: String, count: Int?)] = []
    for (index, clause) in scene.clauses.enumerated() where acting.contains(clause.facet) {
      shown.append(("\(clause.facet.rawValue): \(scene.clauseNames[index])", scene.counts[index]))
    }
    if case .frequency(let grouped) = state.page.kind {
      let headers = Panes[grouped.pane].headers
      shown += grouped.query.narrowed.map { ($0.words(headers), nil) }
      if !grouped.query.typed.isEmpty { shown.append(("/ \(grouped.query.typed)", nil)) }
    }
    shown += view.list.narrowed.map { ($0.words(view.listing.headers), nil) }
    if !view.list.typed.isEmpty { shown.append(("/ \(view.list.typed)", nil)) }
    // What acts on this list last leaves what is shown.
    if view.list.isFiltered { shown[shown.count - 1].count = view.listing.count }
    guard !shown.isEmpty else { return [] }
    let share = max(8, (width - 4) / shown.count - 10)
    return shown.flatMap { chip in
      let name = Width.clipped(SafeText.visible(chip.name), to: share, ellipsis: String(glyphs.ellipsis))
      let count = chip.count.map { " \(state.format.count($0))  " } ?? " "
      return [(" \(name) ", Role.chip), (count, Role.chipCount)]
    }
  }

  /// How the shown clusters stand with their labels; what does not fit is left out whole.
  mutating func drawStrip(_ summary: LabelSummary, warningDays: Int, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let all = strip(summary, warningDays: warningDays) { $0.rawValue }
    let isTight = all.reduce(1) { $0 + Width.of($1.0) + 2 } > rect.size.columns
    let parts = isTight ? Array(strip(summary, warningDays: warningDays) { $0.letter }.dropFirst()) : all
    var column = rect.left + 1
    for (text, role) in parts {
      guard column + Width.of(text) < rect.right else { break }
      column +=
        frame.write(text, at: Point(column: column, row: rect.top), width: rect.right - column, role: role)
        + 2
    }
  }

  /// What the strip says, with levels by a name of the caller's.
  private func strip(
    _ summary: LabelSummary, warningDays: Int, named name: (LabelLevel) -> String
  ) -> [(String, Role)] {
    var parts: [(String, Role)] = [("labels", .textDim)]
    parts += LabelLevel.allCases.reversed().map { level in
      ("\(name(level)) ■ \(summary.alive[level] ?? 0)", Role(rawValue: level.role.rawValue))
    }
    let soon = summary.byStatus[.expiring] ?? 0
    let lapsing = ("lapsing in \(warningDays) d \(soon)", soon > 0 ? Role.statusExpiring : .textDim)
    // What needs action comes before what does not; a nought waits for the room that is left.
    if soon > 0 { parts.append(lapsing) }
    for (status, name) in Self.stripStatuses where summary.byStatus[status] != nil || status != .assessment {
      parts.append(
        ("\(status.shape) \(name) \(summary.byStatus[status] ?? 0)", Role(rawValue: status.role.rawValue)))
    }
    return soon == 0 ? parts + [lapsing] : parts
  }

  private static let stripStatuses: [(LabelStanding.Status, String)] = [
    (.grace, "in grace"), (.assessment, "in assessment"), (.lapsed, "lapsed"), (.unknown, "unknown"),
    (.none, "never"),
  ]

  /// The message, or the whole text under the cursor where the table cuts it.
  mutating func drawDetail(_ state: AppState, _ layout: Layout) {
    guard !layout.detail.isEmpty else { return }
    let place = Point(column: layout.detail.left + 1, row: layout.detail.top)
    let width = layout.detail.size.columns - 2
    if let message = state.message {
      writeClipped(message.text, at: place, width: width, role: message.isRefusal ? .messageError : .message)
    } else if let view = state.view(of: state.page.focus), let row = view.row {
      writeClipped(underCursor(view, row), at: place, width: width, role: .textDim)
    }
  }

  /// A cell's whole text, or who states a fact.
  private func underCursor(_ view: PaneView, _ row: Int) -> String {
    if view.listing is FactListing {
      let line = view.listing.provenance(row: row, column: 1)?.lines.first
      return line.map { "stated by  \($0.source)" } ?? ""
    }
    guard let column = view.cursorColumn else { return "" }
    let text = view.listing.cell(row: row, column: column).text
    return "\(view.listing.headers[column].title.lowercased())  \(text)"
  }
}

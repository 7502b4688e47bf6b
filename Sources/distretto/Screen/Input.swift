// From what the terminal reports to what happened: keys through the key table, clicks through the drawing.

import TUI
import ViewModels

/// Turns input into intents.
enum Input {
  private static let wheelStep = 3

  /// What an event means in a state, given what was drawn last; empty when it means nothing.
  static func intents(for event: InputEvent, in state: AppState, drawing: Drawing?) -> [Intent] {
    switch event {
    case .key(let key): intents(for: key, in: state)
    case .paste(let text): paste(text, in: state)
    case .mouse(let mouse): click(mouse, in: state, drawing: drawing)
    default: []
    }
  }

  private static func intents(for key: Key, in state: AppState) -> [Intent] {
    var menu: Menu?
    if case .menu(let open) = state.overlay { menu = open }
    guard let intent = Keymap.intent(for: key, in: state.mode, menu: menu) else {
      switch state.mode {
      case .menu: return [.cancelled]
      case .normal: return [.unboundPressed(key.label)]
      default: return []
      }
    }
    return [complete(intent)]
  }

  /// The key table asks for the palette; what is in it comes from the same table.
  private static func complete(_ intent: Intent) -> Intent {
    if case .commandsAsked = intent { .commandsAsked(Keymap.commands) } else { intent }
  }

  /// Pasted text goes where is typed; elsewhere it starts a filter.
  private static func paste(_ text: String, in state: AppState) -> [Intent] {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard !line.isEmpty else { return [] }
    switch state.mode {
    case .filter, .picker, .prompt: return [.typed(line)]
    case .normal: return [.filterAsked, .typed(line)]
    case .menu, .columns, .popup: return []
    }
  }

  private static func click(_ mouse: MouseEvent, in state: AppState, drawing: Drawing?) -> [Intent] {
    guard let drawing else { return [] }
    switch mouse.action {
    case .wheelUp, .wheelDown:
      let step = mouse.action == .wheelUp ? -wheelStep : wheelStep
      if state.overlay != nil, state.mode != .filter { return [.moved(by: step)] }
      return drawing.pane(at: mouse.point).map { [.scrolled($0, by: step)] } ?? []
    case .press where mouse.button == 0:
      if let intent = drawing.intent(at: mouse.point) { return [complete(intent)] }
      // A click beside what lies over the panes puts it away.
      return [.popup, .picker, .columns, .menu].contains(state.mode) ? [.cancelled] : []
    default: return []
    }
  }
}

extension Drawing {
  /// The pane drawn at a place.
  func pane(at point: Point) -> PaneID? {
    hits.last { hit in
      guard hit.rect.contains(point) else { return false }
      if case .paneClicked = hit.intent { return true }
      return false
    }.flatMap { hit in
      if case .paneClicked(let pane) = hit.intent { pane } else { nil }
    }
  }
}

// The dashboard in a terminal: takes what happened, passes it to the state, shows one frame.

import Glibc
import Sheets
import TUI
import ViewModels

/// Runs the dashboard until it is left.
enum Dashboard {
  /// Opens the terminal, shows the dataset, and gives the terminal back; returns the exit code.
  static func run(_ start: StartOptions) -> Int32 {
    TerminalActor.onThisThread {
      let library = ThemeStock.library(folders: start.themeFolders)
      let model = AppModel(start.state(themes: library.names))
      let background = Background(start)
      // Begun before the terminal is opened, so that both are done at once.
      if let files = start.files {
        background.perform(model.openSheets(files))
      } else if let data = model.state.data {
        background.compare(data)
      } else {
        background.perform(model.load())
      }
      do throws(TerminalError) {
        let terminal = try Terminal.open(Terminal.Options(mouse: start.usesMouse, ascii: start.isASCII))
        let themes = ThemeStock(library, depth: terminal.depth)
        let code = Session(terminal, start, model, themes, background).run()
        terminal.close()
        return code
      } catch {
        Words.complain("\(error.description); distretto clusters prints rows without a screen")
        return ExitCodes.unreadable
      }
    }
  }
}

/// One run of the dashboard: the terminal, the model, and the last drawing.
@TerminalActor
private final class Session {
  /// How long the first frame waits, in milliseconds, for data that should be there in a moment: a page that only
  /// says that they are being read would flash.
  private static let patience = 20
  /// How long a frame waits, in milliseconds, for the answer to what a key has just asked: most are there by then, and
  /// a frame without them is one that flashes and that the answer has to wait for.
  private static let answerPatience = 4

  private let terminal: Terminal
  private let themes: ThemeStock
  private let glyphs: Glyphs
  private let start: StartOptions
  private let model: AppModel
  private let background: Background
  private var drawing: Drawing?
  private var isPatient = true
  private var hasAsked = false
  private var isAwaitingAnswer = false
  private var losses = 0
  private var exitCode: Int32?

  init(
    _ terminal: Terminal, _ start: StartOptions, _ model: AppModel, _ themes: ThemeStock,
    _ background: Background
  ) {
    self.terminal = terminal
    self.themes = themes
    self.model = model
    self.background = background
    self.start = start
    glyphs = terminal.isUTF8 ? .unicode : .ascii
  }

  func run() -> Int32 {
    background.take = { intent in
      self.send(intent)
      // Only keys are waited for.
      self.hasAsked = false
      self.terminal.wake()
    }
    background.takesTime = { self.terminal.wake() }
    background.follow()
    terminal.run { events in self.handle(events) }
    return exitCode ?? 0
  }

  /// All waiting events are taken in before one frame is drawn.
  private func handle(_ events: [InputEvent]) -> LoopStep {
    var isChanged = events.isEmpty
    for event in events where exitCode == nil {
      if take(event) { isChanged = true }
    }
    if exitCode != nil { return .leave }
    replaceLost()
    guard isChanged else { return .idle }
    if mustWait() { return .wait(Self.patience) }
    if mustWaitForAnswer() { return .wait(Self.answerPatience) }
    send(.dayChanged(start.day()))
    let frame = nextFrame()
    hasAsked = false
    // Drawing reads rows as well.
    replaceLost()
    return .draw(frame, wakeAfter: Today.millisecondsLeft())
  }

  /// Has read again what was lost since the last look with a cache file that broke.
  private func replaceLost() {
    let count = CacheLosses.known
    guard count != losses, case .ready = model.state.loading else { return }
    losses = count
    background.replaceLost(in: model.state)
  }

  /// Whether the first frame is still to come and the data may be there in a moment.
  private func mustWait() -> Bool {
    guard isPatient, case .reading = model.state.loading else { return false }
    isPatient = false
    // Made while the data are read rather than after.
    _ = themes.sheet(named: model.state.theme)
    return true
  }

  /// Whether something was asked since the last frame whose answer may be there in a moment; waits only once for it.
  private func mustWaitForAnswer() -> Bool {
    isAwaitingAnswer = hasAsked && !isAwaitingAnswer
    hasAsked = false
    return isAwaitingAnswer
  }

  /// Takes one event in; false when it means nothing here, as the release of a button does.
  private func take(_ event: InputEvent) -> Bool {
    switch event {
    case .terminated(let signal): exitCode = 128 + signal
    case .inputClosed: exitCode = 0
    case .resized, .resumed: break
    default:
      let intents = Input.intents(for: event, in: model.state, drawing: drawing)
      guard !intents.isEmpty else { return false }
      for intent in intents { send(intent) }
    }
    layOut()
    return true
  }

  /// Tells the state how many rows its panes have: the next key may already count on it.
  private func layOut() {
    if let news = Layout.news(for: model.state, size: terminal.size) { send(news) }
  }

  private func send(_ intent: Intent) {
    for effect in model.send(intent) { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .load, .reload, .readSheets, .stopReading, .export, .writeBrief, .add: background.perform(effect)
    case .askRows(let generation, let ask):
      guard let answerer = model.state.answerer(of: ask) else { return }
      hasAsked = true
      background.ask(ask, generation, answerer)
    case .copy(let text): copy(text)
    case .copyCommand: copyCommand()
    case .setMouse(let isOn): terminal.mouse = isOn
    case .repaint: terminal.repaint()
    case .suspend: terminal.suspend()
    case .quit: exitCode = 0
    }
  }

  private func copy(_ text: String, saying done: String? = nil) {
    if terminal.copy(text) {
      if let done { send(.workEnded(done, isDone: true)) }
    } else {
      send(
        .workEnded(
          "Too long for the terminal's clipboard; y v copies a command that prints it.", isDone: false))
    }
  }

  private func copyCommand() {
    guard let command = ViewCommand.words(for: model.state, dataset: start.namedDataset) else {
      return send(.workEnded("No command prints this pane.", isDone: false))
    }
    copy(command, saying: "Copied \(command)")
  }

  private func nextFrame() -> Frame {
    let sheet = themes.sheet(named: model.state.theme)
    layOut()
    let drawing = PageDrawing.draw(model.state, size: terminal.size, sheet: sheet, glyphs: glyphs)
    self.drawing = drawing
    return drawing.frame
  }
}

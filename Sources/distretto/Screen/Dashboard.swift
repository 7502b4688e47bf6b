// The dashboard in a terminal: takes what happened, passes it to the state, shows one frame.

import ClusterDomain
import Dispatch
import Glibc
import TUI
import ViewModels

/// Runs the dashboard until it is left.
enum Dashboard {
  /// Opens the terminal, shows the dataset, and gives the terminal back; returns the exit code.
  static func run(_ start: StartOptions) -> Int32 {
    TerminalActor.onThisThread {
      do throws(TerminalError) {
        let terminal = try Terminal.open(Terminal.Options(mouse: start.usesMouse, ascii: start.isASCII))
        let session = Session(terminal, start)
        let code = session.run()
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
  private let terminal: Terminal
  private let themes: ThemeStock
  private let glyphs: Glyphs
  private let start: StartOptions
  private var model: AppModel
  private lazy var desk = SheetDesk(start.sheetOptions) { intent in
    // Goes straight to the loop: the threads of other tasks may all be busy reading.
    Task { @TerminalActor in self.take(intent) }
  }
  private var drawing: Drawing?
  private var exitCode: Int32?

  init(_ terminal: Terminal, _ start: StartOptions) {
    self.terminal = terminal
    themes = ThemeStock(depth: terminal.depth, folders: start.themeFolders)
    glyphs = terminal.isUTF8 ? .unicode : .ascii
    self.start = start
    model = AppModel(start.state(themes: themes.names))
  }

  func run() -> Int32 {
    if let files = start.files {
      perform(model.openSheets(files))
    } else if model.state.data == nil {
      perform(model.load())
    }
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
    guard isChanged else { return .idle }
    send(.dayChanged(start.day()))
    return .draw(nextFrame(), wakeAfter: Today.millisecondsLeft())
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
    case .load(let generation): load(generation)
    case .readSheets(let generation, let paths): desk.read(paths, generation: generation)
    case .stopReading(let number): desk.stop(number)
    case .askSheet(let generation, let ask):
      if let answerer = model.state.answerer(of: ask) { desk.ask(ask, generation: generation, answerer) }
    case .export(let task): export(task)
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

  /// Writes rows off the loop; how it ended comes back between two frames.
  private func export(_ task: ExportTask) {
    DispatchQueue.global().async {
      let (words, isDone) = Exporter.write(task)
      Task { @TerminalActor in self.take(.workEnded(words, isDone: isDone)) }
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

  /// Reads the dataset off the loop; the answer comes back between two frames.
  private func load(_ generation: Int) {
    let (path, cacheFolder) = (start.path, start.cacheFolder)
    Task.detached {
      do throws(DatasetError) {
        let reading = try Dataset.read(path, cacheFolder: cacheFolder)
        await self.finish(generation, .ready(LoadedData(reading)))
        // What was kept is shown at once, and looked through behind it.
        guard !reading.isCacheIntact() else { return }
        await self.finish(generation, .ready(LoadedData(try Dataset.read(path))))
      } catch {
        await self.finish(generation, .failed(error.description))
      }
    }
  }

  private func take(_ intent: Intent) {
    send(intent)
    terminal.wake()
  }

  private func finish(_ generation: Int, _ outcome: LoadOutcome) {
    send(.loaded(generation: generation, outcome))
    terminal.wake()
  }
}

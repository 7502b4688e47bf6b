// The dashboard in a terminal: takes what happened, passes it to the state, shows one frame.

import ClusterDomain
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
        Words.complain(error.description)
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
    if model.state.data == nil { perform(model.load()) }
    terminal.run { events in self.handle(events) }
    return exitCode ?? 0
  }

  /// All waiting events are taken in before one frame is drawn.
  private func handle(_ events: [InputEvent]) -> LoopStep {
    for event in events where exitCode == nil { take(event) }
    if exitCode != nil { return .leave }
    send(.dayChanged(start.day()))
    return .draw(nextFrame(), wakeAfter: Today.millisecondsLeft())
  }

  private func take(_ event: InputEvent) {
    switch event {
    case .terminated(let signal): exitCode = 128 + signal
    case .inputClosed: exitCode = 0
    default: for intent in Input.intents(for: event, in: model.state, drawing: drawing) { send(intent) }
    }
    layOut()
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
    case .copy(let text): _ = terminal.copy(text)
    case .setMouse(let isOn): terminal.mouse = isOn
    case .repaint: terminal.repaint()
    case .suspend: terminal.suspend()
    case .quit: exitCode = 0
    }
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
    let path = start.path
    Task.detached {
      let outcome = LoadOutcome.reading(path)
      await self.finish(generation, outcome)
    }
  }

  private func finish(_ generation: Int, _ outcome: LoadOutcome) {
    send(.loaded(generation: generation, outcome))
    terminal.wake()
  }
}

extension LoadOutcome {
  /// Reads a dataset; blocks until it is there.
  static func reading(_ path: String) -> LoadOutcome {
    do throws(DatasetError) {
      return .ready(LoadedData(try Dataset.read(path)))
    } catch {
      return .failed(error.description)
    }
  }
}

// The dashboard on a file without a terminal: keys go in, frames come out, and each has its time.

import Sheets
import TUI
import ViewModels

/// How long a key took, in milliseconds from the key to a frame.
struct BenchReply {
  /// To the frame that follows at once.
  var shown = 0.0
  /// To the first answer on the screen: the first page.
  var first = 0.0
  /// To the last answer on the screen: all rows, in order.
  var whole = 0.0
  /// What the first frame would have sent to the terminal.
  var bytes = 0
  /// What it took to draw the first frame, of `shown`.
  var drawing = 0.0
}

/// A dashboard that nobody sees; answers come from other threads, as they do for one that is seen.
@TerminalActor
final class BenchSession {
  private let model: AppModel
  private let desk: SheetDesk
  private let inbox: BenchInbox
  private let themes: ThemeStock
  private let screen: HeadlessTerminal
  private var drawing: Drawing?
  private var drawingTime = 0.0
  private var waiting: Set<RowsAsk> = []
  private var latest: Intent?
  private var failure: Failure?
  private var hasProblems = false

  init(_ start: StartOptions, size: Size) throws(Failure) {
    do throws(TerminalError) {
      screen = try Terminal.headless(size: size)
    } catch {
      throw .unreadable(error.description)
    }
    let inbox = BenchInbox()
    self.inbox = inbox
    desk = SheetDesk(start.sheetOptions, takesTime: {}, send: { inbox.put($0) })
    let library = ThemeStock.library(folders: start.themeFolders)
    themes = ThemeStock(library, depth: screen.depth)
    model = AppModel(start.state(themes: library.names))
  }

  /// The state as it is now.
  var state: AppState { model.state }

  /// The open file.
  var sheet: OpenSheet {
    get throws(Failure) {
      guard let sheet = model.state.sheets.sheet(0) else { throw .unreadable("no row was read") }
      return sheet
    }
  }

  // MARK: Reading

  /// Reads the file; the reply's first answer is the first row on the screen, its last the end of the file.
  func open(_ path: String) throws(Failure) -> BenchReply {
    let began = ContinuousClock.now
    perform(model.openSheets([path]))
    var reply = shown(since: began)
    reply.first = 0
    while true {
      try takeNews()
      reply.whole = began.milliseconds
      guard let reading = model.state.sheets.sheet(0)?.reading else { continue }
      if reply.first == 0, reading.sheet.rowCount > 0 { reply.first = reply.whole }
      if reading.progress.end == nil { continue }
      guard reading.progress.end == .complete else { throw .unreadable("\(path) cannot be read to its end") }
      break
    }
    while !hasProblems { try takeNews() }
    // What is read from a cache is then compared with its checksums; a user does not wait for that.
    desk.stop(0)
    return reply
  }

  // MARK: Keys

  /// Presses a key, and waits until nothing more comes of it.
  @discardableResult
  func press(_ key: Key) throws(Failure) -> BenchReply {
    let began = ContinuousClock.now
    for intent in Input.intents(for: .key(key), in: model.state, drawing: drawing) { send(intent) }
    layOut()
    var reply = shown(since: began)
    var hasAnswer = false
    while !waiting.isEmpty {
      try takeNews()
      reply.whole = began.milliseconds
      if !hasAnswer { reply.first = reply.whole }
      hasAnswer = true
    }
    return reply
  }

  /// Types a text, key by key.
  func type(_ text: String) throws(Failure) { for character in text { try press(.character(character)) } }

  /// Moves the cursor to a column of the file.
  func go(to column: String) {
    guard let view = model.state.view(of: .sheet),
      let place = view.columns.firstIndex(where: { view.listing.headers[$0].id == column })
    else { return }
    send(.columnMoved(by: place - view.cursorPosition))
    draw()
  }

  /// Has the state forget the answers that it knows, as it does when a file has more rows.
  func forgetAnswers() {
    if let latest { send(latest) }
    draw()
  }

  // MARK: What both do

  private func shown(since began: ContinuousClock.Instant) -> BenchReply {
    draw()
    let time = began.milliseconds
    return BenchReply(
      shown: time, first: time, whole: time, bytes: screen.bytes.count, drawing: drawingTime)
  }

  /// Waits for intents from other threads, takes all that are there, and draws one frame.
  private func takeNews() throws(Failure) {
    for intent in inbox.take() {
      note(intent)
      send(intent)
    }
    if let failure { throw failure }
    draw()
  }

  private func note(_ intent: Intent) {
    switch intent {
    case .sheetRead: latest = intent
    case .sheetFailed(_, let reason): failure = .unreadable(reason)
    case .sheetProblemsFound: hasProblems = true
    case .rowsAnswered(_, let ask, let answer): if answer.isWhole { waiting.remove(ask) }
    default: break
    }
  }

  private func send(_ intent: Intent) {
    for effect in model.send(intent) { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .readSheets(let generation, let paths): desk.read(paths, generation: generation)
    case .askRows(let generation, let ask):
      guard let answerer = model.state.answerer(of: ask) else { return }
      waiting.insert(ask)
      desk.ask(ask, generation: generation, answerer)
    default: break
    }
  }

  private func layOut() {
    if let news = Layout.news(for: model.state, size: screen.size) { send(news) }
  }

  private func draw() {
    layOut()
    let began = ContinuousClock.now
    let drawing = PageDrawing.draw(
      model.state, size: screen.size, sheet: themes.sheet(named: model.state.theme), glyphs: .unicode)
    drawingTime = began.milliseconds
    self.drawing = drawing
    screen.present(drawing.frame)
  }
}

extension ContinuousClock.Instant {
  /// Milliseconds since then.
  fileprivate var milliseconds: Double { (ContinuousClock.now - self) / .milliseconds(1) }
}

// One frame without a terminal: the keys are played on the dashboard's own state, and the page is printed.

import ArgumentParser
import ClusterDomain
import TUI
import ViewModels

/// Options of a frame printed as text.
struct FrameOptions: ParsableArguments {
  @Flag(help: "Print one frame as text and leave.")
  var once = false

  @Option(help: ArgumentHelp("Columns and rows of the frame; 120x30 when not given.", valueName: "size"))
  var size: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The keys to play before, such as '/ venet <Enter>'.", valueName: "keys"))
  var keys: String?

  @Flag(help: "Print the roles of the cells below the text.")
  var roles = false

  /// Complains of options that need `--once`.
  func refuseStray() throws(Failure) {
    guard !once else { return }
    let stray = [(size != nil, "--size"), (keys != nil, "--keys"), (roles, "--roles")].first(where: \.0)
    if let stray { throw .usage("\(stray.1) needs --once") }
  }

  /// Plays the keys and prints the frame; what the dashboard says first goes to stderr.
  func print(_ start: StartOptions) throws(Failure) {
    let events = try KeyScript.events(keys ?? "")
    let size = try FrameSize.size(self.size ?? "120x30")
    if let notice = start.notice { Words.complain(notice) }
    var start = start
    start.notice = nil
    let frame = OnceFrame.frame(start, size: size, events: events)
    var output = StandardOutput()
    output.write(start.isASCII ? frame.asciiText : frame.plainText)
    if roles { output.write(frame.roleText) }
    output.flush()
  }
}

/// Frames without a terminal.
enum OnceFrame {
  /// The frame that stands after the events, taken in as the dashboard takes them; `q` ends it early.
  static func frame(_ start: StartOptions, size: Size, events: [InputEvent]) -> Frame {
    let library = ThemeStock.library(folders: start.themeFolders)
    let themes = ThemeStock(library, depth: .indexed256)
    let model = AppModel(start.state(themes: library.names))
    let desk = SheetOnce(start.sheetOptions)
    if let since = start.since, let data = model.state.data {
      _ = model.send(OlderRelease.news(of: data, since: since, on: model.state.asOf))
    }
    if let files = start.files { desk.perform([model.openSheets(files)], on: model) }
    var drawing = draw(model, size, themes, start, desk)
    for event in events {
      for intent in Input.intents(for: event, in: model.state, drawing: drawing) {
        let effects = model.send(intent)
        if effects.contains(.quit) { return drawing.frame }
        desk.perform(effects, on: model)
      }
      drawing = draw(model, size, themes, start, desk)
    }
    return drawing.frame
  }

  private static func draw(
    _ model: AppModel, _ size: Size, _ themes: ThemeStock, _ start: StartOptions, _ desk: SheetOnce
  ) -> Drawing {
    if let news = Layout.news(for: model.state, size: size) { desk.perform(model.send(news), on: model) }
    let sheet = themes.sheet(named: model.state.theme)
    return PageDrawing.draw(model.state, size: size, sheet: sheet, glyphs: start.isASCII ? .ascii : .unicode)
  }
}

/// Sizes as they are typed.
enum FrameSize {
  /// `120x30` as a size.
  static func size(_ text: String) throws(Failure) -> Size {
    let parts = text.lowercased().split(separator: "x", omittingEmptySubsequences: false).compactMap {
      Int($0)
    }
    guard parts.count == 2, parts.allSatisfy((1...2000).contains) else {
      throw .usage("\"\(text)\" is no size: write columns and rows, such as 120x30")
    }
    return Size(columns: parts[0], rows: parts[1])
  }
}

/// Keys as they are typed.
enum KeyScript {
  private static let named: [Key] = [
    .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
    .pageUp, .pageDown, .character(" "), .character("<"), .function(1), .control("l"),
  ]

  /// The events of a script; an unknown key is an error that names it.
  static func events(_ text: String) throws(Failure) -> [InputEvent] {
    if let events = Key.script(text) { return events }
    let unknown = text.split(separator: "<").dropFirst()
      .compactMap { part in part.firstIndex(of: ">").map { "<\(part[..<$0])>" } }
      .first { Key(name: $0) == nil }
    throw .usage(Unknown.words("key", unknown ?? text, among: named.map(\.name)))
  }
}

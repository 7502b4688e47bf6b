import ArgumentParser
import ClusterDomain
import Glibc
import TUI
import ViewModels

struct StartOptions: Sendable {
  var path: String
  var asOf: CalendarDate?
  var theme: String?
  var clauses: [Clause] = []
  var usesMouse = true
  var isASCII = false
  var themeFolders: [String] = []
  func state(themes: [String]) -> AppState {
    AppState(path: path, today: Today.date(), asOf: asOf, theme: theme ?? "distretto-dark", themes: themes)
  }
}
enum ExitCodes { static let unreadable: Int32 = 2 }
enum Words {
  static func complain(_ s: String) { let t = "distretto: \(s)\n"; _ = write(2, t, t.utf8.count) }
}
enum Today {
  static func date() -> CalendarDate {
    var t = time(nil); var p = tm(); localtime_r(&t, &p);
    return CalendarDate(year: Int(p.tm_year) + 1900, month: Int(p.tm_mon) + 1, day: Int(p.tm_mday))
      ?? CalendarDate(dayNumber: 0)
  }
  static func millisecondsLeft() -> Int { 3_600_000 }
}
@main struct Distretto: ParsableCommand {
  @Flag var once = false
  @Flag var roles = false
  @Option var size = "120x30"
  @Option var keys = ""
  @Option var theme: String?
  @Option var asOf: String?
  @Argument var path: String?
  func run() throws {
    let p = path ?? Dataset.bundledPath ?? "?"
    let start = StartOptions(path: p, asOf: asOf.flatMap { CalendarDate($0) }, theme: theme)
    guard once else { throw ExitCode(Dashboard.run(start)) }
    let n = size.split(separator: "x").compactMap { Int($0) }
    let size = Size(columns: n[0], rows: n[1])
    let stock = ThemeStock(depth: .indexed256, folders: [])
    let model = AppModel(start.state(themes: stock.names))
    _ = model.load()
    _ = model.send(.loaded(generation: 1, .reading(p)))
    var drawing = PageDrawing.draw(
      model.state, size: size, sheet: stock.sheet(named: model.state.theme), glyphs: .unicode)
    func draw() {
      _ = model.send(.laidOut(Layout(size: size, page: model.state.page).heights))
      drawing = PageDrawing.draw(
        model.state, size: size, sheet: stock.sheet(named: model.state.theme), glyphs: .unicode)
    }
    draw()
    for e in Key.script(keys) ?? [] {
      for i in Input.intents(for: e, in: model.state, drawing: drawing) { _ = model.send(i) }; draw()
    }
    print(drawing.frame.plainText, terminator: "")
    if roles { print(drawing.frame.roleText) }
  }
}

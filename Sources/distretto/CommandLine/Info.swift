// What the program finds around itself: versions, paths, terminal; for reports of errors.

import ArgumentParser
import ClusterDomain
import Glibc
import TUI
import ViewModels

/// Prints what is there.
struct Info: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Print version, paths, terminal and platform; nothing secret.",
    discussion: "Put it into every report of an error.")

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let settings = Settings.current
    let lines = InfoLines.lines(settings)
    var output = StandardOutput()
    if json {
      output.write(JSON.object(lines.map { ($0.name, JSON($0.value)) }).pretty() + "\n")
    } else {
      for (name, value) in lines {
        let pad = String(repeating: " ", count: max(1, 18 - name.count))
        output.write("\(name)\(pad)\(SafeText.visible(value ?? "not set"))\n")
      }
    }
    output.flush()
    if let problem = settings.problem(ofTheme: settings.theme) { Words.complain(problem) }
  }
}

/// What `info` prints.
enum InfoLines {
  /// Names and values, in their order.
  static func lines(_ settings: Settings) -> [(name: String, value: String?)] {
    let size = Destination.terminalSize.map { "\($0.columns)x\($0.rows)" }
    let terminal = ["TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LC_NUMERIC", "LANG"]
    let paths: [(String, String?)] = [
      ("version", Settings.version), ("platform", platform), ("program", Self.program),
      ("dataset", settings.dataset ?? Dataset.bundledPath), ("bundled dataset", Dataset.bundledPath),
      ("notebook", settings.notebookPath), ("theme", settings.theme),
      ("theme folders", settings.themeFolders.map(marked).joined(separator: ", ")),
      ("mapping folders", settings.mappingFolders.map(marked).joined(separator: ", ")),
    ]
    return paths + terminal.map { ($0, settings.environment[$0]) } + [
      ("size", size), ("colours, guessed", guess(settings.environment)),
      ("numbers", settings.format.count(1_234_567)),
      ("multiplexer", getenv("TMUX") != nil ? "tmux" : getenv("STY") != nil ? "screen" : "none"),
      ("over ssh", getenv("SSH_CONNECTION") != nil ? "yes" : "no"),
    ]
  }

  /// How many colours the variables promise; the terminal's description decides in the end.
  static func guess(_ environment: [String: String]) -> String {
    let term = environment["TERM"] ?? ""
    if environment["NO_COLOR"] != nil { return "none, as NO_COLOR is set" }
    if term.isEmpty || term == "dumb" || term.hasPrefix("vt") { return "none" }
    if ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") || term.hasSuffix("-direct") {
      return "24 bits"
    }
    return term.contains("256") ? "256" : "16"
  }

  private static func marked(_ folder: String) -> String {
    access(folder, F_OK) == 0 ? folder : "\(folder) (not there)"
  }

  private static var platform: String {
    var names = utsname()
    guard uname(&names) == 0 else { return "unknown" }
    return [text(&names.sysname), text(&names.release), text(&names.machine)].joined(separator: " ")
  }

  private static var program: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func text<Field>(_ field: inout Field) -> String {
    withUnsafeBytes(of: &field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

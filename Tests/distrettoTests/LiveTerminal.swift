// A real terminal for tests: tmux draws it, a shell runs in it, keys go in, the screen is read back.

import Foundation
import Testing

@testable import distretto

/// What was waited for did not come.
struct LiveTimeout: Error, CustomStringConvertible {
  let description: String
}

/// A terminal of its own, with a shell that waits for commands.
///
/// In the shell, `./run` starts the program on the bundled dataset; `pid` is that of the last one started.
final class LiveTerminal {
  /// The program beside the tests; nil where only the tests were built.
  static let program: String? = executable(
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("distretto").path)
  /// tmux; nil where it is not installed.
  static let tmux: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    .split(separator: ":").lazy.compactMap { executable("\($0)/tmux") }.first

  /// Every line of the screen without the blanks at its end.
  var screen: [String] { get throws { try lines(capture()) } }
  /// The screen with the sequences that colour it.
  var styledScreen: String { get throws { try capture("-e") } }
  /// The process number of the program started last.
  var pid: pid_t {
    get throws {
      let text = try String(contentsOf: folder.appendingPathComponent("pid"), encoding: .utf8)
      return try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }
  }
  /// What the terminal was told: second screen, mouse, cursor, keypad.
  var modes: String {
    get throws {
      let flags = ["alternate_on", "mouse_any_flag", "mouse_sgr_flag", "cursor_flag", "keypad_flag"]
      return try ask("display-message", "-p", flags.map { "#{\($0)}" }.joined(separator: " "))
        .trimmingCharacters(in: .newlines)
    }
  }
  /// The modes of a terminal in which a shell runs.
  static let shellModes = "0 0 0 1 0"

  /// Holds the shell's files, and the terminal's socket.
  let folder: URL
  private var runs = 0

  private static func executable(_ path: String) -> String? {
    FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// Opens a terminal of a size and waits for the shell in it.
  private init(columns: Int, rows: Int) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("live-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let program = try #require(Self.program)
    let script = "#!/bin/sh\necho $$ > pid.new && mv pid.new pid\nexec '\(program)' \"$@\"\n"
    try script.write(to: folder.appendingPathComponent("run"), atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.appendingPathComponent("run").path)
    try ask(
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", folder.path,
      "ulimit -c 0; exec env 'PS1=ready> ' bash --norc --noprofile --noediting", ";", "set-option", "-g",
      "status", "off")
  }

  /// Opens a terminal, uses it, and ends everything in it, whatever happens.
  static func use(
    columns: Int = 100, rows: Int = 28, _ body: (LiveTerminal) async throws -> Void
  ) async throws {
    let terminal = try LiveTerminal(columns: columns, rows: rows)
    defer { terminal.close() }
    try await terminal.wait("the shell") { $0.contains { $0.hasPrefix("ready>") } }
    try await body(terminal)
  }

  private func close() {
    _ = try? ask("kill-server")
    // tmux takes its socket away a moment after it answered.
    for _ in 0..<50 where FileManager.default.fileExists(atPath: folder.path) {
      try? FileManager.default.removeItem(at: folder)
      usleep(2_000)
    }
  }

  /// Takes the terminal away from what runs in it, as closing its window does.
  func hangUp() throws { try ask("kill-server") }

  /// Types a line and Enter.
  func enter(_ line: String) throws { try ask("send-keys", "-l", "--", line, ";", "send-keys", "Enter") }

  /// Types a text as it stands.
  func type(_ text: String) throws { try ask("send-keys", "-l", "--", text) }

  /// Presses keys, as tmux names them.
  func press(_ keys: String...) throws { try ask(["send-keys"] + keys) }

  /// Sends bytes as a terminal sends them.
  func send(_ bytes: String) throws {
    try ask(["send-keys", "-H"] + bytes.utf8.map { String($0, radix: 16) })
  }

  /// Pastes a text, marked as pasted where the program asks for it.
  func paste(_ text: String) throws { try ask("set-buffer", "--", text, ";", "paste-buffer", "-p") }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) throws {
    try ask("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Waits until the screen is as it should be.
  func wait(
    _ what: String, for limit: Duration = .seconds(10), until isThere: ([String]) throws -> Bool
  ) async throws {
    let end = ContinuousClock.now + limit
    while true {
      let now = try screen
      if try isThere(now) { return }
      // Looked at once more after the last pause: other tests may have made it long.
      guard ContinuousClock.now < end else {
        throw LiveTimeout(description: "waited for \(what), saw:\n\(now.joined(separator: "\n"))")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Waits until a text is on the screen.
  func wait(for text: String) async throws {
    try await wait("\"\(text)\"") { $0.contains { $0.contains(text) } }
  }

  /// Enters a command, of which `waitForEnd` then tells how it ended.
  func run(_ command: String) throws {
    runs += 1
    try enter("clear; \(command); echo ended \(runs) with $?")
  }

  /// Waits until the shell tells how the last command ended.
  func waitForEnd(_ code: Int32) async throws {
    let words = "ended \(runs) with \(code)"
    try await wait(words) { $0.contains { $0.hasPrefix(words) } }
  }

  /// Starts the program and waits until it shows clusters.
  func start(environment: String = "", before: String = "") async throws {
    try run("\(before)\(environment) ./run --today 2026-11-23")
    try await wait(for: "LE2C")
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func capture(_ options: String...) throws -> String {
    try ask(["capture-pane", "-p"] + options)
  }

  @discardableResult
  private func ask(_ words: String...) throws -> String { try ask(words) }

  @discardableResult
  private func ask(_ words: [String]) throws -> String {
    let tmux = try #require(Self.tmux)
    let ending = try LiveProcess.run(
      [tmux, "-L", "live", "-f", "/dev/null"] + words, environment: environment)
    guard ending.code == 0 else { throw LiveTimeout(description: "tmux: \(ending.output)") }
    return ending.output
  }

  /// Nothing of the machine's own settings.
  private var environment: [String: String] {
    let own = ProcessInfo.processInfo.environment
    var environment = [
      "HOME": folder.path, "TMUX_TMPDIR": folder.path, "LC_ALL": "C.UTF-8",
      "PATH": own["PATH"] ?? "/usr/bin:/bin", "SHELL": "/bin/bash", "HISTFILE": "/dev/null",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    environment["LD_LIBRARY_PATH"] = own["LD_LIBRARY_PATH"]
    return environment
  }
}

// Programs started as a shell starts them: no blocked signals and no open files from the tests.

import Foundation
import Testing

/// One program, run to its end.
///
/// Foundation's `Process` hands on the signal mask of the thread it is used on, and a socket; a terminal's
/// server would keep both.
enum LiveProcess {
  /// How a program ended, and what it wrote to either stream.
  struct Ending {
    let code: Int32
    let output: String
  }

  /// Starts a program with nothing to read and waits until it ends.
  static func run(_ words: [String], environment: [String: String]) throws -> Ending {
    // A file rather than a pipe: what another test starts meanwhile cannot keep it open.
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("live-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let pid = try spawn(words, environment, output: output.path)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return Ending(
      code: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F,
      output: try String(contentsOf: output, encoding: .utf8))
  }

  private static func spawn(
    _ words: [String], _ environment: [String: String], output: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    for file in Int32(3)..<256 { posix_spawn_file_actions_addclose(&actions, file) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var pid: pid_t = 0
    try #require(posix_spawn(&pid, words[0], &actions, &attributes, &arguments, &variables) == 0)
    return pid
  }
}

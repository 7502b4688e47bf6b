// How the command line ends and complains: exit codes, one kind of error, words on stderr.

import Glibc
import TUI

/// What the program tells the shell.
enum ExitCodes {
  static let fine: Int32 = 0
  /// `check` or `themes --lint` found problems, `import` rows or values that it could not use, `--fail-if-any` rows.
  static let problems: Int32 = 1
  /// A dataset cannot be read, a terminal cannot be opened, output cannot be written.
  static let unreadable: Int32 = 2
  /// An unknown command, option, name or date.
  static let usage: Int32 = 64

  /// The same for people, as the help shows it.
  static let explained = """
    Exit codes: 0 fine, also when nothing was found; 1 problems were found (check, import, themes --lint), changes (diff), or \
    rows where --fail-if-any was given; \
    2 the dataset cannot be read, the terminal not opened, the output not written; 64 wrong usage.
    """
}

/// Why a command cannot go on, in one sentence.
struct Failure: Error, Equatable, CustomStringConvertible {
  let description: String
  let code: Int32

  /// Something typed that means nothing here.
  static func usage(_ words: String) -> Failure { Failure(description: words, code: ExitCodes.usage) }

  /// Something that cannot be read or opened.
  static func unreadable(_ words: String) -> Failure {
    Failure(description: words, code: ExitCodes.unreadable)
  }
}

/// Words for people; rows go to stdout, words never do.
enum Words {
  /// Says what is wrong, or what a reader of the rows must know; always.
  static func complain(_ words: String) { put("distretto: \(words)") }

  /// Says something of use to a person at the terminal; nothing where nobody reads along.
  static func remark(_ words: String) {
    if isatty(STDERR_FILENO) == 1 { put(words) }
  }

  private static func put(_ words: String) {
    let line =
      words.split(separator: "\n", omittingEmptySubsequences: false)
      .map { SafeText.visible(String($0)) }.joined(separator: "\n") + "\n"
    _ = write(STDERR_FILENO, line, line.utf8.count)
  }
}

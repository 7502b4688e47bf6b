// Lists the themes that can be asked for, and tells what is wrong with them.

import ArgumentParser
import Glibc
import TUI
import Themes
import ViewModels

/// Lists or lints themes.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes, or check theme files.",
    discussion: """
      Themes of your own are files NAME.theme in $XDG_CONFIG_HOME/distretto/themes (~/.config/distretto/themes); \
      one of the name of a bundled theme stands in for it.

        distretto themes
        distretto themes --lint                  all themes
        distretto themes --lint mine.theme

      Exit codes: 0 fine, 1 a theme has problems, 2 a file cannot be read, 64 wrong usage.
      """)

  @Flag(help: "Tell what could not be understood, and what is hard to read.")
  var lint = false

  @Argument(
    help: ArgumentHelp("Theme files to check.", valueName: "FILE"), completion: .file(extensions: ["theme"]))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "table, csv, json, ndjson or markdown; not with --lint, which prints lines.", valueName: "format"),
    completion: .list(OutputFormat.names))
  var format: String?

  func validate() throws {
    if !files.isEmpty, !lint { throw ValidationError("Files are taken with --lint only.") }
    if lint, format != nil { throw ValidationError("--lint prints lines; it takes no --format.") }
  }

  func run() throws {
    let format = try OutputFormat.named(self.format ?? OutputFormat.table.rawValue)
    let settings = Settings.current
    guard !lint else { return try ThemeCheck(settings).run(files) }
    var output = StandardOutput()
    format.write(ThemeTable.table(settings.themes), to: &output, for: .standardOutput)
    output.flush()
  }
}

/// Themes as rows.
enum ThemeTable {
  private static let columns = ["name", "title", "variant", "author", "licence", "from", "url"].map {
    RowTable.Column(id: $0, title: $0.uppercased())
  }

  /// All themes; of one that cannot be read only the name and the place, with the reason on stderr.
  static func table(_ library: ThemeLibrary) -> RowTable {
    RowTable(
      columns: columns,
      rows: library.names.map { name in
        let from = library.file(of: name) ?? "bundled"
        do throws(ThemeError) {
          let theme = try library.theme(named: name)
          let words = [
            name, theme.title, theme.variant.rawValue, theme.author, theme.licence, from, theme.url,
          ]
          return words.map { TableCell($0) }
        } catch {
          Words.complain(error.description)
          return [name, nil, nil, nil, nil, from, nil].map { TableCell($0) }
        }
      })
  }
}

/// Holds themes against the rules of themes.
struct ThemeCheck {
  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  /// Prints the problems of files, or of all themes.
  func run(_ files: [String]) throws {
    var code = ExitCodes.fine
    var output = StandardOutput()
    for (library, name) in files.isEmpty
      ? settings.themes.names.map({ (settings.themes, $0) }) : try own(files)
    {
      do throws(ThemeError) {
        let problems = ThemeLint.problems(in: try library.theme(named: name))
        for problem in problems { output.write(SafeText.visible(problem.description) + "\n") }
        if !problems.isEmpty { code = max(code, ExitCodes.problems) }
      } catch {
        Words.complain(error.description)
        code = ExitCodes.unreadable
      }
    }
    output.flush()
    if code != ExitCodes.fine { throw ExitCode(code) }
  }

  /// A library for each file, so that it may build on the themes that are there.
  private func own(_ files: [String]) throws -> [(ThemeLibrary, String)] {
    try files.map { file in
      guard file.hasSuffix(".theme") else { throw Failure.usage("\(file): a theme's file ends in .theme") }
      guard access(file, R_OK) == 0 else {
        throw Failure.unreadable("\(file): cannot be read: \(String(cString: strerror(errno)))")
      }
      let slash = file.lastIndex(of: "/")
      let folder = slash.map { String(file[...$0]) } ?? "."
      let name = file[(slash.map { file.index(after: $0) } ?? file.startIndex)...].dropLast(".theme".count)
      return (
        ThemeLibrary(bundled: BundledThemes.all, folders: [folder] + settings.themeFolders), String(name)
      )
    }
  }
}

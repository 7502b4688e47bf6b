// Starting on paths alone, as most starts do: the command line's parser takes longer than all the rest of the start.

import ClusterDomain
import Glibc
import ViewModels

/// Starts that need no parser.
enum PlainStart {
  /// The paths among the words of a command line; nil where there are options, or where the first may be a command.
  static func paths(among words: [String]) -> [String]? {
    if let first = words.first, first.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return nil }
    return words.allSatisfy { $0 == "-" || !$0.hasPrefix("-") } ? words : nil
  }
}

extension StartOptions {
  /// What the dashboard starts with on a dataset or on files, where nothing else is asked for.
  init(paths: [String], theme named: String?, _ settings: Settings) throws(Failure) {
    let files = try FileOptions.files(among: paths)
    let path = if let files { files[0] } else { try settings.dataset(named: paths.first) }
    guard path == "-" || access(path, F_OK) == 0 else { throw Self.missing(path) }
    let theme = try settings.theme(named: named)
    let notice = settings.problem(ofTheme: theme)
    self.init(
      path: path, theme: notice == nil ? theme : ThemeStock.standard, themeFolders: settings.themeFolders,
      cacheFolder: settings.cacheFolder, notebookPath: settings.notebookPath, format: settings.format,
      files: files,
      sheetOptions: SheetOptions(settings), notice: notice, namedDataset: settings.datasetToName(path))
  }

  /// A word that is no path may be a mistyped command.
  private static func missing(_ path: String) -> Failure {
    let commands = Distretto.commandNames
    let near = path.contains("/") ? [] : Nearest.names(to: path, in: commands)
    guard !near.isEmpty else { return .unreadable("\(path): there is no such file or folder") }
    return .usage(
      "\"\(path)\" is neither a command nor a dataset; did you mean \(Unknown.list(near, "or"))?")
  }
}

extension SheetOptions {
  /// How files are opened where nothing is said about them.
  init(_ settings: Settings) {
    recognition = SheetRecognition(folders: settings.mappingFolders)
    cacheFolder = settings.cacheFolder
  }
}

// What the environment decides: dataset, theme, where themes lie, how numbers are written.

import ClusterDomain
import Glibc
import TUI
import Themes
import ViewModels

/// The program's settings, a pure function of environment variables.
struct Settings: Sendable, Equatable {
  /// The version that `--version` and `info` print.
  static let version = "0.1.0"
  /// The variables that are asked for.
  static let variables = [
    "DISTRETTO_DATASET", "DISTRETTO_THEME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME",
    "LC_ALL",
    "LC_NUMERIC", "LC_CTYPE",
    "LANG", "TERM", "COLORTERM", "NO_COLOR",
  ]

  /// The dataset to open when none is named.
  let dataset: String?
  /// The theme to use when none is named.
  let theme: String
  /// Where a user's themes are looked for.
  let themeFolders: [String]
  /// Where caches of large files lie; nil where no folder is known.
  let cacheFolder: String?
  /// The file of what a user adds; nil where no folder is known.
  let notebookPath: String?
  /// Where a user's mappings are looked for.
  let mappingFolders: [String]
  /// The locale for numbers, such as `it_IT.UTF-8`; empty when none is set.
  let locale: String
  /// The variables that were set.
  let environment: [String: String]

  /// Settings from variables; empty ones count as unset.
  init(environment: [String: String]) {
    let set = environment.filter { !$0.value.isEmpty }
    dataset = set["DISTRETTO_DATASET"]
    theme = set["DISTRETTO_THEME"] ?? ThemeStock.standard
    let config =
      set["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? set["HOME"].map { "\($0)/.config" }
    themeFolders = config.map { ["\($0)/distretto/themes"] } ?? []
    let cache =
      set["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? set["HOME"].map { "\($0)/.cache" }
    let state =
      set["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? set["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.local/state" : nil }
    notebookPath = state.map { "\($0)/distretto/notebook.sqlite" }
    cacheFolder = cache.map { "\($0)/distretto/sheets" }
    mappingFolders = config.map { ["\($0)/distretto/mappings"] } ?? []
    locale = set["LC_ALL"] ?? set["LC_NUMERIC"] ?? set["LANG"] ?? ""
    self.environment = set
  }

  /// The settings of this process.
  static var current: Settings {
    var found: [String: String] = [:]
    for name in variables {
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
    return Settings(environment: found)
  }

  /// How numbers are written for people.
  var format: Formatting { Formatting(numbers: NumberStyle(locale: locale)) }

  /// All themes that can be asked for.
  var themes: ThemeLibrary { ThemeStock.library(folders: themeFolders) }

  /// All mappings that can be asked for.
  var mappings: Mappings { Mappings(folders: mappingFolders) }

  /// The dataset to read: the named one, else that of the environment, else the bundled one.
  func dataset(named path: String?) throws(Failure) -> String {
    if let path { return path }
    if let found = dataset ?? Dataset.bundledPath { return found }
    throw .unreadable("no dataset: name a folder with a datapackage.json, or set DISTRETTO_DATASET")
  }

  /// The dataset's path where a command must name it to read the same; nil for the bundled one.
  func datasetToName(_ path: String) -> String? {
    if path == Dataset.bundledPath, dataset == nil { return nil }
    guard let whole = realpath(path, nil) else { return path }
    defer { free(whole) }
    return String(cString: whole)
  }

  /// Why a theme cannot be used, and which one is used instead; nil where nothing is wrong.
  func problem(ofTheme name: String) -> String? {
    let names = themes.names
    let rest = "\(ThemeStock.standard) is used instead."
    guard names.contains(name) else { return "\(Unknown.words("theme", name, among: names)) \(rest)" }
    // Those that come with the program are known to be good.
    guard themes.file(of: name) != nil else { return nil }
    do throws(ThemeError) {
      _ = try themes.theme(named: name)
      return nil
    } catch {
      return "\(error.description); \(rest)"
    }
  }

  /// The theme to use: the named one, which must exist, else that of the environment.
  func theme(named name: String?) throws(Failure) -> String {
    guard let name else { return theme }
    let names = themes.names
    guard !names.contains(name) else { return name }
    throw .usage(Unknown.words("theme", name, among: names))
  }
}

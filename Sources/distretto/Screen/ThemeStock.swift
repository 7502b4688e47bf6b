// The themes at hand, each turned into styles once.

import TUI
import Themes

/// Bundled and own themes for one colour depth.
final class ThemeStock {
  /// The theme that is used when none is named.
  static let standard = "distretto-dark"

  private let library: ThemeLibrary
  private let depth: ColorDepth
  private var sheets: [String: StyleSheet] = [:]

  /// The themes of a library for terminals of one depth.
  init(_ library: ThemeLibrary, depth: ColorDepth) {
    self.depth = depth
    self.library = library
  }

  /// The bundled themes and those in folders, the latter winning by name.
  static func library(folders: [String]) -> ThemeLibrary {
    ThemeLibrary(bundled: BundledThemes.all, folders: folders)
  }

  /// The styles of a theme; of the standard one when it cannot be read.
  func sheet(named name: String) -> StyleSheet {
    if let known = sheets[name] { return known }
    let theme = (try? library.theme(named: name)) ?? (try? library.theme(named: Self.standard))
    let sheet = theme?.sheet(at: depth) ?? .mono
    sheets[name] = sheet
    return sheet
  }
}

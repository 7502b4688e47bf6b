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

  /// The bundled themes and those in folders, the latter winning by name.
  init(depth: ColorDepth, folders: [String]) {
    self.depth = depth
    library = ThemeLibrary(bundled: BundledThemes.all, folders: folders)
  }

  /// The names to choose from.
  var names: [String] { library.names }

  /// The styles of a theme; of the standard one when it cannot be read.
  func sheet(named name: String) -> StyleSheet {
    if let known = sheets[name] { return known }
    let theme = (try? library.theme(named: name)) ?? (try? library.theme(named: Self.standard))
    let sheet = theme?.sheet(at: depth) ?? .mono
    sheets[name] = sheet
    return sheet
  }
}

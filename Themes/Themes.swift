// The themes that come with the program, held in the program itself so that none can be missing.

/// The themes that come with the program.
public enum BundledThemes {
  /// Their names: the two defaults, then those for any terminal, then known schemes.
  public static let names = [
    "distretto-dark", "distretto-light", "terminal", "terminal-light", "mono", "high-contrast-dark",
    "high-contrast-light", "catppuccin-latte", "catppuccin-mocha", "dracula", "everforest-dark",
    "gruvbox-dark", "gruvbox-light", "kanagawa", "nord", "rose-pine", "solarized-dark",
    "solarized-light", "tokyo-night",
  ]

  /// The TOML of a theme; nil where there is none of that name.
  public static func text(named name: String) -> String? {
    bytes(named: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every theme with its text, as a library of themes takes them.
  public static var all: [(name: String, text: String)] {
    names.compactMap { name in text(named: name).map { (name, $0) } }
  }

  private static func bytes(named name: String) -> [UInt8]? {
    switch name {
    case "distretto-dark": PackageResources.distretto_dark_theme
    case "distretto-light": PackageResources.distretto_light_theme
    case "terminal": PackageResources.terminal_theme
    case "terminal-light": PackageResources.terminal_light_theme
    case "mono": PackageResources.mono_theme
    case "high-contrast-dark": PackageResources.high_contrast_dark_theme
    case "high-contrast-light": PackageResources.high_contrast_light_theme
    case "catppuccin-latte": PackageResources.catppuccin_latte_theme
    case "catppuccin-mocha": PackageResources.catppuccin_mocha_theme
    case "dracula": PackageResources.dracula_theme
    case "everforest-dark": PackageResources.everforest_dark_theme
    case "gruvbox-dark": PackageResources.gruvbox_dark_theme
    case "gruvbox-light": PackageResources.gruvbox_light_theme
    case "kanagawa": PackageResources.kanagawa_theme
    case "nord": PackageResources.nord_theme
    case "rose-pine": PackageResources.rose_pine_theme
    case "solarized-dark": PackageResources.solarized_dark_theme
    case "solarized-light": PackageResources.solarized_light_theme
    case "tokyo-night": PackageResources.tokyo_night_theme
    default: nil
    }
  }
}

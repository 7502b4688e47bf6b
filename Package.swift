// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let themes = [
  "catppuccin-latte", "catppuccin-mocha", "distretto-dark", "distretto-light", "dracula",
  "everforest-dark", "gruvbox-dark", "gruvbox-light", "high-contrast-dark", "high-contrast-light",
  "kanagawa", "mono", "nord", "rose-pine", "solarized-dark", "solarized-light", "terminal",
  "terminal-light", "tokyo-night",
]

let mappings = [
  "cordis-organization", "cordis-project", "eu-ft-calls", "eu-ft-calls-csv", "it-startups",
  "opencup-locations", "organisations",
]

// Where it is set, as by `Tests/FuzzingTests/run`, tests of kept inputs become the program that finds them.
let isFuzzing = Context.environment["DISTRETTO_FUZZ"] != nil
let fuzzed: [Target.Dependency] = ["ClusterDomain", "Sheets", "TUI", "CZlib"]

let package = Package(
  name: "distretto",
  products: [
    .executable(name: "distretto", targets: ["distretto"]),
    .library(name: "ClusterDomain", targets: ["ClusterDomain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Toml", dependencies: ["TOMLKit"], swiftSettings: settings),
    .target(name: "TUI", dependencies: ["CNcurses", "TOMLKit", "Toml"], swiftSettings: settings),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CMapping"),
    .target(name: "Sheets", dependencies: ["CMapping", "CZlib"], swiftSettings: settings),
    .target(
      name: "ClusterDomain", dependencies: ["Sheets", "Toml"],
      resources: [.copy("Datasets/italy")] + mappings.map { .embedInCode("Mappings/\($0).toml") },
      swiftSettings: settings),
    .target(
      name: "Notebook", dependencies: ["ClusterDomain", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .target(name: "ViewModels", dependencies: ["ClusterDomain", "Sheets"], swiftSettings: settings),
    .target(
      name: "Themes", path: "Themes", resources: themes.map { .embedInCode("\($0).theme") },
      swiftSettings: settings),
    .executableTarget(
      name: "distretto",
      dependencies: [
        "TUI", "ViewModels", "ClusterDomain", "Notebook", "Sheets", "Themes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "NotebookTests",
      dependencies: ["Notebook", "ClusterDomain", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .testTarget(name: "SheetsTests", dependencies: ["Sheets", "CZlib"], swiftSettings: settings),
    .testTarget(
      name: "ClusterDomainTests", dependencies: ["ClusterDomain", "Sheets", "Toml"], swiftSettings: settings),
    .testTarget(
      name: "TUITests", dependencies: ["TUI", "Themes"], swiftSettings: settings),
    .testTarget(
      name: "ViewModelsTests", dependencies: ["ViewModels", "ClusterDomain", "Sheets"],
      swiftSettings: settings),
    .testTarget(
      name: "distrettoTests",
      dependencies: ["distretto", "TUI", "ViewModels", "ClusterDomain", "Sheets", "Themes"],
      exclude: ["Golden"], swiftSettings: settings),
    isFuzzing
      ? .executableTarget(
        name: "FuzzingTests", dependencies: fuzzed, path: "Tests/FuzzingTests",
        exclude: ["Corpus", "KeptCorpusTests.swift", "run"],
        swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
      : .testTarget(
        name: "FuzzingTests", dependencies: fuzzed, exclude: ["Corpus", "Fuzz.swift", "run"],
        swiftSettings: settings),
  ]
)

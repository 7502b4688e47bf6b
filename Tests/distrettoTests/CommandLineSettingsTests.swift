// Settings from an injected environment, and what info makes of them.

import ArgumentParser
import ClusterDomain
import Testing
import ViewModels

@testable import distretto

@Suite("Settings")
struct CommandLineSettingsTests {
  @Test func defaults() {
    let settings = Settings(environment: [:])
    #expect(settings.dataset == nil)
    #expect(settings.theme == ThemeStock.standard)
    #expect(settings.themeFolders == [])
    #expect(settings.format.count(1234) == "1,234")
  }

  @Test func emptyVariablesCountAsUnset() {
    #expect(Settings(environment: ["DISTRETTO_THEME": "", "HOME": ""]) == Settings(environment: [:]))
  }

  @Test func datasets() throws {
    let settings = Settings(environment: ["DISTRETTO_DATASET": "/data"])
    #expect(try settings.dataset(named: nil) == "/data")
    #expect(try settings.dataset(named: "/other") == "/other")
  }

  @Test func themes() throws {
    #expect(try Settings(environment: ["DISTRETTO_THEME": "nord"]).theme(named: nil) == "nord")
    #expect(
      try Settings(environment: ["DISTRETTO_THEME": "nord"]).theme(named: "distretto-light")
        == "distretto-light")
  }

  @Test func themesThatCannotBeUsedAreNamed() throws {
    let settings = Settings(environment: [:])
    #expect(settings.problem(ofTheme: "nord") == nil)
    #expect(
      settings.problem(ofTheme: "nrod")
        == "No theme is called \"nrod\"; did you mean nord? distretto-dark is used instead.")
    let start = try Browse.parse([]).start(Settings(environment: ["DISTRETTO_THEME": "nrod"]))
    #expect(start.theme == ThemeStock.standard)
    #expect(start.notice?.contains("nrod") == true)
    #expect(start.state(themes: []).message?.text == start.notice)
  }

  @Test(
    arguments: [
      ([], true), (["members.csv"], true), (["./data", "-"], true), (["-"], true), (["clusters"], false),
      (["help"], false), ([""], false), (["--once"], false), (["members.csv", "--ascii"], false),
      (["-h"], false), (["members.csv", "clusters"], true),
    ] as [([String], Bool)])
  func onlyPathsNeedNoParser(words: [String], isPlain: Bool) {
    #expect(PlainStart.paths(among: words) == (isPlain ? words : nil))
  }

  @Test func aPlainStartIsTheParsedOne() throws {
    let settings = Settings(environment: ["HOME": "/home/ada", "DISTRETTO_THEME": "nord"])
    for paths in [[], ["/usr"], ["/etc/hostname", "/etc/passwd"]] {
      let plain = try StartOptions(paths: paths, theme: nil, settings)
      let parsed = try Browse.parse(paths).start(settings)
      #expect(plain.path == parsed.path)
      #expect(plain.files == parsed.files && plain.theme == parsed.theme && plain.notice == parsed.notice)
      #expect(plain.warningDays == parsed.warningDays && plain.usesMouse == parsed.usesMouse)
      #expect(plain.isASCII == parsed.isASCII && plain.clauses == parsed.clauses)
      #expect(plain.themeFolders == parsed.themeFolders && plain.namedDataset == parsed.namedDataset)
      #expect(plain.sheetOptions.cacheFolder == parsed.sheetOptions.cacheFolder)
      #expect(plain.sheetOptions.recognition.version == parsed.sheetOptions.recognition.version)
    }
  }

  @Test func onlyADatasetOfOnesOwnIsNamedInCommands() throws {
    let bundled = try Settings(environment: [:]).dataset(named: nil)
    #expect(Settings(environment: [:]).datasetToName(bundled) == nil)
    #expect(Settings(environment: ["DISTRETTO_DATASET": "/usr"]).datasetToName("/usr") == "/usr")
    #expect(Settings(environment: ["DISTRETTO_DATASET": "/usr"]).datasetToName(bundled) != nil)
    #expect(Settings(environment: [:]).datasetToName("/usr/../usr") == "/usr")
  }

  @Test func theFirstMessageIsNotDrownedByStartOptions() {
    let judged = CommandLineFixture.judged(problems: [
      Problem(file: "calls.csv", reason: "is not there", severity: .file)
    ])
    let start = StartOptions(
      path: judged.path, today: CommandLineFixture.today, clauses: [Clause(.region, ["ITC4"])],
      usesMouse: false, data: judged.data)
    let state = start.state(themes: [])
    #expect(state.message?.text.contains("problem") == true)
    #expect(!state.usesMouse)
    #expect(state.clauses == start.clauses)
    #expect(state.view(of: .clusters)?.listing.keys == ["one"])
  }

  @Test(arguments: [
    (["HOME": "/h"], "/h/.config/distretto/themes"),
    (["HOME": "/h", "XDG_CONFIG_HOME": "/c"], "/c/distretto/themes"),
    (["HOME": "/h", "XDG_CONFIG_HOME": "relative"], "/h/.config/distretto/themes"),
  ])
  func themeFolders(environment: [String: String], folder: String) {
    #expect(Settings(environment: environment).themeFolders == [folder])
  }

  @Test(arguments: [
    (["LANG": "it_IT.UTF-8"], "1.234"), (["LANG": "it_IT.UTF-8", "LC_ALL": "C"], "1,234"),
    (["LANG": "en_GB.UTF-8", "LC_NUMERIC": "de_DE"], "1.234"),
  ])
  func locales(environment: [String: String], number: String) {
    #expect(Settings(environment: environment).format.count(1234) == number)
  }

  @Test(arguments: [
    (["TERM": "xterm-256color"], "256"), (["TERM": "xterm-256color", "COLORTERM": "truecolor"], "24 bits"),
    (["TERM": "linux"], "16"), (["TERM": "dumb", "COLORTERM": "truecolor"], "none"), ([:], "none"),
    (["TERM": "xterm-256color", "NO_COLOR": "1"], "none, as NO_COLOR is set"),
  ])
  func colours(environment: [String: String], guess: String) {
    #expect(InfoLines.guess(environment) == guess)
  }

  @Test func infoNamesEverythingOnce() {
    let lines = InfoLines.lines(Settings(environment: ["DISTRETTO_DATASET": "/data"]))
    #expect(lines.first { $0.name == "dataset" }?.value == "/data")
    #expect(Set(lines.map(\.name)).count == lines.count)
  }
}

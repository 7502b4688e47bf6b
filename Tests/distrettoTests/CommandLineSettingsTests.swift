// Settings from an injected environment, and what info makes of them.

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

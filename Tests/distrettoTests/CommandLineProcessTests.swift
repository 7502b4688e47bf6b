// The built binary as the shell sees it: exit codes, streams, closed pipes.

import ClusterDomain
import Foundation
import Testing

@testable import distretto

/// The binary beside the tests; nil where only the tests were built.
private let binary: String? = {
  let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("distretto").path
  return FileManager.default.isExecutableFile(atPath: path) ? path : nil
}()

@Suite("The binary", .enabled(if: binary != nil, "distretto is not built beside the tests"))
struct CommandLineProcessTests {
  private struct Ending: Equatable {
    let code: Int32
    let output: String
    let words: String
  }

  private func run(_ command: String) throws -> Ending {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.environment = ["D": binary ?? "", "LANG": "C.UTF-8", "TERM": "dumb"]
    // Words go to a file: a process that fills two pipes waits for ever for the reader of one.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: file) }
    let (output, words) = (Pipe(), try FileHandle(forWritingTo: file))
    process.standardOutput = output
    process.standardError = words
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try words.close()
    let errors = try Data(contentsOf: file)
    return Ending(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      words: String(decoding: errors, as: UTF8.self))
  }

  @Test func rowsGoToStdoutAndNothingElse() throws {
    let ending = try run("$D regions --columns id --format csv")
    #expect(ending.code == 0)
    #expect(ending.output.hasPrefix("id\nITC1\n"))
    #expect(ending.words == "")
  }

  @Test func theSameDatasetTwiceIsNoChange() throws {
    let path = try #require(Dataset.bundledPath)
    let same = try run("$D diff '\(path)' '\(path)' --format csv")
    #expect(same == Ending(code: 0, output: "change,id,name,before,after\n", words: ""))
    #expect(try run("$D diff /nowhere '\(path)'").code == 2)
  }

  @Test func rowsThatAreBadNewsEndWithACode() throws {
    let some = try run("$D labels --lapse 30d --as-of 2016-07-01 --fail-if-any --columns level --format csv")
    #expect(some.code == 1)
    #expect(some.output == "level\nbronze\nbronze\n")
    #expect(try run("$D labels --lapse 1d --as-of 2016-07-01 --fail-if-any").code == 0)
    #expect(try run("$D labels --lapse soon").code == 64)
    #expect(try run("$D clusters --as-of ''").code == 64)
  }

  @Test("nights with nothing to do are silent, and a list that is missing is no good news")
  func jobs() throws {
    let none = try run(
      "XDG_STATE_HOME=/nowhere $D labels --renew 1d --as-of 2010-01-01 --fail-if-any --format csv")
    #expect(none.code == 0 && none.words.isEmpty)
    let asked = try run("$D labels --lapse 1d --as-of 2010-01-01")
    #expect(asked.words.contains("none is valid and ends within 1d"))
    let missing = try run("XDG_STATE_HOME=/nowhere $D labels --watched --lapse 90d --fail-if-any")
    #expect(missing.code == 2 && missing.words.contains("your watch list is empty"))
    #expect(try run("XDG_STATE_HOME=/nowhere $D labels --watched --lapse 90d").code == 0)
    let grace = try run(
      "$D labels --renew 1y --as-of 2016-09-01 --region friuli --columns status --format csv")
    #expect(grace.output.split(separator: "\n").dropFirst().allSatisfy { $0 == "grace" })
    #expect(grace.output.contains("grace"))
  }

  @Test("the day is that of the time zone")
  func timeZones() throws {
    let command = "$D labels --limit 1 --columns as_of --format csv"
    let days = try ["Pacific/Kiritimati", "Etc/GMT+12"].map { zone in
      let rows = try run("TZ=\(zone) \(command)").output.split(separator: "\n")
      return try #require(rows.last.flatMap { CalendarDate($0) })
    }
    // The two are 26 hours apart.
    #expect((1...2).contains(days[1].days(until: days[0])))
  }

  @Test func limitsAreSaid() throws {
    let ending = try run("$D clusters --limit 2 --format ndjson --today 2026-11-23")
    #expect(ending.output.split(separator: "\n").count == 2)
    #expect(
      ending.words.hasPrefix("distretto: 2 of ") && ending.words.hasSuffix(" rows, as of 23 Nov 2026\n"))
  }

  @Test func nothingFoundIsNoError() throws {
    let ending = try run("$D clusters --match zzzzqqqq --format json")
    #expect(ending.code == 0)
    #expect(ending.output == "[]\n")
    #expect(ending.words.contains("Nothing here matches \"zzzzqqqq\"."))
  }

  @Test(arguments: [
    ("$D clusters --region lombarida", Int32(64), "did you mean Lombardia?"),
    ("$D clustrs", 64, "did you mean clusters?"), ("$D show le2x", 64, "did you mean le2c?"),
    ("$D --keys q", 64, "--keys needs --once"), ("$D clusters --nonsense", 64, "--nonsense"),
    ("$D clusters --dataset /nowhere", 2, "there is no such file or folder"),
    ("$D check /nowhere", 2, "there is no such file or folder"), ("$D clusters > /dev/full", 2, "No space"),
    ("$D themes nord.theme", 64, "--lint"), ("$D themes --lint /nowhere.theme", 2, "cannot be read"),
    ("$D themes --lint --format csv", 64, "takes no --format"),
  ])
  func mistakesHaveTheirCodes(command: String, code: Int32, words: String) throws {
    let ending = try run(command)
    #expect(ending.code == code)
    #expect(ending.words.contains(words))
    #expect(ending.output == "")
  }

  @Test func aClosedPipeIsNoError() throws {
    let ending = try run("($D clusters --region everywhere --format csv; echo $? >&2) | true")
    #expect(ending.words == "0\n")
  }

  @Test func checkTellsProblemsByItsCode() throws {
    let ending = try run(
      """
      T=$(mktemp -d) && cp -r "$(dirname $D)"/distretto_ClusterDomain.resources/italy/. $T &&
      printf 'x,"no"\\n' >> $T/regions.csv && $D check $T; code=$?; rm -r $T; exit $code
      """)
    #expect(ending.code == 1)
    #expect(ending.output.hasPrefix("regions.csv:"))
  }

  @Test func oneFrameNeedsNoTerminal() throws {
    let ending = try run("$D --once --size 60x12 --today 2026-11-23 --keys '<Down>'")
    #expect(ending.code == 0)
    #expect(ending.output.split(separator: "\n", omittingEmptySubsequences: false).count == 13)
    #expect(ending.output.contains("as of 23 Nov 2026"))
  }

  @Test func themesThatCannotBeUsedAreSaidOnce() throws {
    let ending = try run("DISTRETTO_THEME=nrod $D --once --size 60x12")
    #expect(ending.code == 0)
    #expect(
      ending.words
        == "distretto: No theme is called \"nrod\"; did you mean nord? distretto-dark is used instead.\n")
    let broken = try run(
      """
      T=$(mktemp -d) && mkdir -p $T/distretto/themes && echo '[' > $T/distretto/themes/mine.theme &&
      XDG_CONFIG_HOME=$T $D --theme mine --once; code=$?; rm -r $T; exit $code
      """)
    #expect(broken.code == 0)
    #expect(broken.words.contains("mine.theme") && broken.words.contains("is used instead"))
  }

  @Test func pagesOfSeveralIDs() throws {
    #expect(try run("$D show le2c horizon-2020 --format json").output.hasPrefix("[\n"))
    #expect(try run("$D clusters --columns help").output.contains("label_status"))
    let rows = try run("printf 'a,b\\n1,2\\n' | $D rows - --columns help")
    #expect(rows.code == 0 && rows.output.contains("always"))
  }

  @Test func theDashboardRefusesATerminalThatCannotShowIt() throws {
    #expect(try run("setsid $D").code == 2)
  }

  @Test(arguments: [
    "", "browse", "clusters", "members", "programmes", "calls", "labels", "regions", "show", "check",
    "themes", "info",
  ])
  func everyCommandHasHelp(command: String) throws {
    let ending = try run("$D \(command) --help")
    #expect(ending.code == 0)
    #expect(ending.output.contains("USAGE: distretto"))
  }

  @Test func versionAndInfo() throws {
    #expect(try run("$D --version").output == "\(Settings.version)\n")
    #expect(try run("$D info").output.contains("bundled dataset"))
  }

  @Test func rowsOfACacheThatIsCutAreNotPrinted() throws {
    let ending = try run(
      """
      T=$(mktemp -d) && export HOME=$T && cd $T || exit
      (echo id,name; seq -f '%.0f,Fonderie Brambilla' 1 60000) > a.csv
      $D rows a.csv --format csv > good; C=$(ls .cache/distretto/sheets/*)
      ($D rows a.csv --format csv; echo $? >&2) |
        (dd bs=1000 count=1 of=out 2> /dev/null; truncate -s 8192 $C; cat >> out)
      cmp -n $(stat -c %s out) out good && $D rows a.csv --format csv | cmp - good && echo as before
      rm -r $T
      """)
    #expect(ending.output == "as before\n")
    #expect(ending.words.contains("/.cache/distretto/sheets was cut") && ending.words.hasSuffix("\n2\n"))
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func aSignalledMeasurementLeavesNothing(signal: String) throws {
    // A shell starts what runs beside it with Ctrl-C ignored; env undoes that.
    let ending = try run(
      """
      T=$(mktemp -d); TMPDIR=$T env --default-signal=INT,TERM,HUP "$D" bench --rows 2000000 > /dev/null & P=$!
      for i in $(seq 500); do ls $T/*/members.csv > /dev/null 2>&1 && break; sleep 0.02; done
      ls $T | wc -l; kill -\(signal) $P; wait $P; echo $?; ls $T | wc -l; rm -r $T
      """)
    let code = ["INT": SIGINT, "TERM": SIGTERM, "HUP": SIGHUP][signal, default: 0] + 128
    #expect(ending.output == "1\n\(code)\n0\n")
  }
}

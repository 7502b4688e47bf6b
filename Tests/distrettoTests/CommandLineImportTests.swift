// `distretto import` and `distretto mappings` as the shell sees them: exit codes, streams, what is written.

import Foundation
import Testing

@testable import distretto

@Suite("Import", .enabled(if: Shell.binary != nil, "distretto is not built beside the tests"))
struct CommandLineImportTests {
  private static let good = "id,name,kind,city\n1,One,azienda,Roma\n2,Two,pmi,Milano\n2,Two,pmi,Milano\n"

  @Test func cleanFilesGiveADatasetAndTheirCounts() throws {
    let shell = try Shell(["m.csv": Self.good])
    let ending = try shell.run("$D import m.csv --into out --format csv")
    #expect(ending.code == 0)
    #expect(
      ending.output == "file,mapping,read,kept,merged,rejected,problems\nm.csv,organisations,3,2,1,0,0\n")
    #expect(ending.words.contains("3 rows read = 2 kept + 1 merged + 0 rejected"))
    #expect(try shell.run("$D check out").code == 0)
  }

  @Test func rejectedRowsAndDoubtsAreCodeOne() throws {
    let shell = try Shell(["m.csv": Self.good + ",nobody,azienda,Roma\n3,Three,azienda\n"])
    let ending = try shell.run("$D import m.csv --into out")
    #expect(ending.code == 1)
    #expect(ending.words.contains("out/rejected.csv"))
    #expect(ending.output.contains("REJECTED"))
  }

  @Test(arguments: [
    ("$D import odd.csv --into out", Int32(64), "no mapping knows"),
    ("$D import none.csv --into out", 2, "none.csv"),
    ("$D import m.csv --into m.csv", 2, "is no folder"),
    ("$D import m.csv --into no/where", 2, "make no first"),
    ("$D import m.csv", 64, "--into"), ("$D import --into out", 64, "FILE"),
    ("$D import m.csv --as organisation --into out", 64, "did you mean organisations"),
    ("$D import m.csv --as cordis-project --into out", 64, "has not what mapping"),
    ("$D import m.csv --into out --format yaml", 64, "yaml"), ("$D import m.csv --into ''", 64, "folder"),
  ])
  func mistakesHaveTheirCodes(command: String, code: Int32, words: String) throws {
    let shell = try Shell(["m.csv": Self.good, "odd.csv": "a,b\n1,2\n"])
    let ending = try shell.run(command)
    #expect(ending.code == code)
    #expect(ending.words.contains(words), "\(ending.words)")
    #expect(ending.output == "")
  }

  @Test func mappingsOfOnesOwnAreListedAndTheirMistakesTold() throws {
    let shell = try Shell(["config/distretto/mappings/mine.toml": "[mapping]\nname = 3\n"])
    let ending = try shell.run("XDG_CONFIG_HOME=$PWD/config $D mappings --format csv")
    #expect(ending.code == 1)
    #expect(ending.words.contains("mine.toml:"))
    #expect(ending.output.contains("\ncordis-organization,"))
    #expect(try shell.run("$D mappings").code == 0)
  }

  @Test func theInputOfAPipeIsRead() throws {
    let shell = try Shell(["m.csv": Self.good])
    let ending = try shell.run("cat m.csv | $D import - --into out --format csv")
    #expect(ending.code == 0)
    #expect(ending.output.contains("standard input,organisations,3,2,1,0,0"))
  }
}

/// A shell in a folder with files, which is removed with it.
private final class Shell {
  struct Ending {
    let code: Int32
    let output: String
    let words: String
  }

  /// The binary beside the tests; nil where only the tests were built.
  static let binary: String? = {
    let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("distretto").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  private let folder: URL

  init(_ files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("distretto-\(UUID().uuidString)")
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: false, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func run(_ command: String) throws -> Ending {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = [
      "D": Self.binary ?? "", "LANG": "C.UTF-8", "TERM": "dumb", "PATH": "/usr/bin:/bin",
    ]
    // Words go to a file: a process that fills two pipes waits for ever for the reader of one.
    let file = folder.appendingPathComponent(".words")
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    let (output, words) = (Pipe(), try FileHandle(forWritingTo: file))
    process.standardOutput = output
    process.standardError = words
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try words.close()
    return Ending(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      words: String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }
}

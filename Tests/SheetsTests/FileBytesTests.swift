// What can be opened and what cannot, and what is said of it.

import Foundation
import Testing

@testable import Sheets

@Suite struct FileBytesTests {
  private func refusal(_ path: String) -> SheetError? { sheetError { _ = try FileBytes(path) } }

  @Test func aMissingFileIsNamed() {
    let error = refusal("/nowhere/at/all.csv")
    #expect(error?.description == "/nowhere/at/all.csv: there is no such file; check the name and the folder")
  }

  @Test func aNameWithAZeroByteOpensNothingElse() throws {
    let file = try ScratchFile([0x61])
    #expect(refusal(file.path + "\0.csv")?.reason == "there is no such file")
    #expect(refusal("")?.reason == "there is no such file")
  }

  @Test func aFolderIsRefused() { #expect(refusal("/tmp")?.reason == "is a folder") }

  @Test func aDeviceIsRefused() { #expect(refusal("/dev/zero")?.reason == "is a device") }

  @Test func aSocketIsRefused() throws {
    let path = FileManager.default.temporaryDirectory.path + "/sheets-\(UUID().uuidString.prefix(8)).socket"
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer {
      close(descriptor)
      unlink(path)
    }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    #expect(refusal(path)?.reason.contains("socket") == true)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything")) func aForbiddenFileIsNamed() throws {
    let file = try ScratchFile([0x61])
    chmod(file.path, 0)
    #expect(refusal(file.path)?.reason == "may not be read")
  }

  @Test func anEmptyFileIsEmpty() throws {
    let file = try ScratchFile([])
    #expect(sheetError { _ = try SourceOpener.open(file.path, ReadingOptions()) }?.reason == "is empty")
    let blank = try ScratchFile(Array("\n\n\r\n".utf8))
    #expect(sheetError { _ = try SourceOpener.open(blank.path, ReadingOptions()) }?.reason == "is empty")
  }

  @Test func aFileThatGrowsAfterOpeningIsReadOn() throws {
    let file = try ScratchFile(Array("ab".utf8))
    var stream: any ByteStream = try FileBytes(file.path)
    #expect(stream.size == 2)
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file.path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("cd".utf8))
    try handle.close()
    #expect(try drained(&stream) == Array("abcd".utf8))
    #expect(stream.consumed == 4)
  }

  @Test func aFileThatShrinksAfterOpeningIsNoWholeFile() throws {
    let file = try ScratchFile([UInt8](repeating: 0x61, count: 100_000))
    var stream: any ByteStream = try FileBytes(file.path)
    truncate(file.path, 10)
    let error = sheetError { _ = try drained(&stream) }
    #expect(error?.reason == "became shorter while it was read")
  }

  @Test func aPipeWaitsForItsWriter() async throws {
    let path = FileManager.default.temporaryDirectory.path + "/sheets-\(UUID().uuidString).pipe"
    try #require(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let opened = try FileBytes(path)
    #expect(opened.size == nil)
    let writer = Thread {
      usleep(50_000)
      guard let file = fopen(path, "w") else { return }
      for word in ["a;b\n", "1;2\n", "3;4\n"] {
        fputs(word, file)
        fflush(file)
        usleep(5_000)
      }
      fclose(file)
    }
    writer.start()
    var stream: any ByteStream = opened
    #expect(try drained(&stream) == Array("a;b\n1;2\n3;4\n".utf8))
  }

  @Test func firstRowsOfAPipeComeBeforeTheRest() throws {
    let pipe = try SlowPipe(first: "a;b\n1;2\n", rest: "3;4\n")
    let opened = try SourceOpener.open(pipe.path, ReadingOptions())
    guard case .delimited(var stream, _, let header, _) = opened.body else {
      Issue.record("no delimited text")
      return
    }
    #expect(header == ["a", "b"])
    pipe.letGo()
    #expect(try drained(&stream) == Array("1;2\n3;4\n".utf8))
  }

  @Test func firstLinesOfJSONComeBeforeTheRest() throws {
    let pipe = try SlowPipe(
      first: "{\"a\":1,\"l\":[{\"x\":1}]}\n{\"a\":2}\n", rest: "{\"a\":3}\n")
    let opened = try SourceOpener.open(pipe.path, ReadingOptions())
    guard case .rows(var rows) = opened.body else {
      Issue.record("no rows")
      return
    }
    var row = RowCells()
    #expect(try rows.next(into: &row))
    #expect(rows.header == ["a", "l"])
    #expect(try rows.next(into: &row))
    pipe.letGo()
    #expect(try rows.next(into: &row))
    #expect(row.texts == [Array("3".utf8)])
    #expect(try !rows.next(into: &row))
  }
}

/// A named pipe whose writer writes the rest only when it is told to.
private final class SlowPipe {
  let path = FileManager.default.temporaryDirectory.path + "/sheets-\(UUID().uuidString).pipe"
  private let gate = DispatchSemaphore(value: 0)

  init(first: String, rest: String) throws {
    try #require(mkfifo(path, 0o600) == 0)
    let (path, gate) = (path, gate)
    Thread {
      guard let file = fopen(path, "w") else { return }
      fputs(first, file)
      fflush(file)
      gate.wait()
      fputs(rest, file)
      fclose(file)
    }.start()
  }

  func letGo() { gate.signal() }

  deinit {
    // The writer must not wait for ever where a test fails before it lets go.
    gate.signal()
    unlink(path)
  }
}

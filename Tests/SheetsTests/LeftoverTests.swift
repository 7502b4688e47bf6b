// What killed writers left in the cache goes, and nothing else does.

import Glibc
import Testing

@testable import Sheets

@Suite("Leftovers of killed writers")
struct LeftoverTests {
  private let folder = TemporaryFolder()
  private let name = "00112233445566ff.sheet"

  private var cache: String { "\(folder.path)/cache" }

  private func read(_ name: String) throws -> SheetReading {
    var request = SheetRequest(path: folder.write(name, NaiveTable(rowCount: 50, seed: 3).text()))
    request.cacheFolder = cache
    request.leastCached = 0
    return try SheetReader.read(request)
  }

  @Test("The next writer takes them away, and leaves alone what is not one")
  func swept() throws {
    #expect(CacheFolder.make(cache))
    let kept = [
      name, "\(name).12", "\(name).12.34.56", "\(name).12.x", "0011.sheet.12.34", "notes", "\(name).12.34~",
    ]
    for file in kept { folder.write("cache/\(file)", "kept") }
    folder.write("cache/\(name).12.34", "left")
    folder.write("elsewhere", "kept")
    symlink("\(folder.path)/elsewhere", "\(cache)/\(name).1.1")
    mkdir("\(cache)/\(name).2.2", 0o700)
    mkfifo("\(cache)/\(name).3.3", 0o600)
    _ = try read("table.csv")
    let left = folder.names(in: cache)
    #expect(
      left.filter { $0.hasPrefix(name) }
        == (kept.filter { $0.hasPrefix(name) }
        + ["\(name).1.1", "\(name).2.2", "\(name).3.3"]).sorted())
    #expect(left.contains("notes") && left.contains("0011.sheet.12.34"))
    #expect(folder.names(in: folder.path).contains("elsewhere"))
  }

  @Test("What somebody still writes is left alone, and gets its name")
  func beingWritten() throws {
    let file = folder.write("table.csv", "a\n1\n")
    let print = try #require(Fingerprint(path: file, options: ReadingOptions(), derivations: ""))
    var writer = CacheWriter(folder: cache, fingerprint: print)
    #expect(writer != nil)
    let names = folder.names(in: cache)
    #expect(names.count == 1)
    _ = try read("other.csv")
    #expect(Set(folder.names(in: cache)).isSuperset(of: names))
    writer = nil
    #expect(Set(folder.names(in: cache)).isDisjoint(with: names))
  }

  @Test("A lock is one's own while it is held, and takes only what is of its kind")
  func locks() {
    let file = folder.write("file", "")
    var lock = FileLock(file)
    #expect(lock != nil)
    #expect(FileLock(file) == nil)
    lock = nil
    #expect(FileLock(file) != nil)
    #expect(FileLock(file, isFolder: true) == nil && FileLock(folder.path) == nil)
    #expect(FileLock(folder.path, isFolder: true) != nil)
    #expect(FileLock("\(folder.path)/nothing") == nil)
  }
}

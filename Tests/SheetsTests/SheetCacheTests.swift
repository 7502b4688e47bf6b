// The cache gives the same sheet, or none.

import Glibc
import Testing

@testable import Sheets

@Suite("Caches are the source, or are not used")
struct SheetCacheTests {
  let folder = TemporaryFolder()
  let table = NaiveTable(rowCount: 5000, seed: 9)

  private func request(_ cache: String = "cache") -> SheetRequest {
    var request = SheetRequest(path: "\(folder.path)/table.csv")
    request.cacheFolder = "\(folder.path)/\(cache)"
    request.leastCached = 0
    return request
  }

  private func readTwice() throws -> (first: SheetReading, second: SheetReading) {
    folder.write("table.csv", table.text())
    return (try SheetReader.read(request()), try SheetReader.read(request()))
  }

  private var cacheFile: String {
    "\(folder.path)/cache/\(folder.names(in: "\(folder.path)/cache").first ?? "")"
  }

  @Test("The second reading comes from the cache and is the same")
  func sameSheet() throws {
    let (first, second) = try readTwice()
    #expect(!first.progress.isFromCache)
    #expect(second.progress.isFromCache)
    #expect(second.sheet.cells == table.rows)
    #expect(second.sheet.columns == first.sheet.columns)
    #expect(second.columns == first.columns)
    #expect(second.source == first.source)
    #expect((0..<50).map { second.sheet.line(row: $0) } == (0..<50).map { first.sheet.line(row: $0) })
    #expect(SheetReader.verify(second, request(), stop: StopFlag()))
    #expect(folder.names(in: "\(folder.path)/cache").count == 1)
  }

  @Test("What is small or in the cache is there in a moment")
  func quick() throws {
    folder.write("table.csv", table.text())
    #expect(!SheetReader.isQuick(request()))
    _ = try SheetReader.read(request())
    #expect(SheetReader.isQuick(request()))
    #expect(!SheetReader.isQuick(request("other")))
    var small = request("other")
    small.leastCached = 1 << 20
    #expect(SheetReader.isQuick(small))
    #expect(!SheetReader.isQuick(SheetRequest(path: "-")))
  }

  @Test("A file that changed is read anew, and its cache replaced")
  func stale() throws {
    _ = try readTwice()
    let other = NaiveTable(rowCount: 500, seed: 10)
    folder.write("table.csv", other.text())
    let reading = try SheetReader.read(request())
    #expect(!reading.progress.isFromCache)
    #expect(reading.sheet.cells == other.rows)
    #expect(folder.names(in: "\(folder.path)/cache").count == 1)
  }

  @Test("Another way of reading has a cache of its own")
  func otherOptions() throws {
    _ = try readTwice()
    var other = request()
    other.options.delimiter = UInt8(ascii: ";")
    #expect(try !SheetReader.read(other).progress.isFromCache)
    other = request()
    other.derivationVersion = { "2" }
    #expect(try !SheetReader.read(other).progress.isFromCache)
  }

  @Test("The cache of other derivations takes the place of the former one")
  func otherDerivations() throws {
    _ = try readTwice()
    var other = request()
    other.derivationVersion = { "2" }
    #expect(try !SheetReader.read(other).progress.isFromCache)
    #expect(try SheetReader.read(other).progress.isFromCache)
    #expect(try !SheetReader.read(request()).progress.isFromCache)
    #expect(folder.names(in: "\(folder.path)/cache").count == 1)
  }

  @Test("Whether a file is quick to read is known without its derivations")
  func quickWithoutDerivations() throws {
    _ = try readTwice()
    let asked = StopFlag()
    var request = request()
    request.derivationVersion = {
      asked.set()
      return ""
    }
    #expect(SheetReader.isQuick(request))
    #expect(!asked.isSet)
  }

  @Test("A cache that was cut is not used", arguments: [0, 100, 4096, 40_000, -1])
  func cut(to length: Int) throws {
    _ = try readTwice()
    let bytes = folder.read(cacheFile)
    let kept = length < 0 ? bytes.count + length : length
    folder.write("cache/" + (folder.names(in: "\(folder.path)/cache").first ?? ""), Array(bytes.prefix(kept)))
    let reading = try SheetReader.read(request())
    #expect(!reading.progress.isFromCache)
    #expect(reading.sheet.cells == table.rows)
  }

  @Test("A cache with a flipped bit in its header or directory is not used")
  func flippedDirectory() throws {
    _ = try readTwice()
    let name = "cache/" + (folder.names(in: "\(folder.path)/cache").first ?? "")
    let bytes = folder.read(cacheFile)
    for position in [0, 8, 16, 24, 40, bytes.count - 1, bytes.count - 200] {
      var broken = bytes
      broken[position] ^= 4
      folder.write(name, broken)
      #expect(CacheReader.open(folder: "\(folder.path)/cache", fingerprint: try fingerprint()) == nil)
    }
  }

  private func fingerprint() throws -> Fingerprint {
    try #require(Fingerprint(path: request().path, options: ReadingOptions(), derivations: ""))
  }

  @Test("Flipped bits among the rows are found, and reading them crashes nothing")
  func flippedRows() throws {
    _ = try readTwice()
    let name = "cache/" + (folder.names(in: "\(folder.path)/cache").first ?? "")
    let bytes = folder.read(cacheFile)
    var chance = Chance(3)
    for _ in 0..<20 {
      var broken = bytes
      for _ in 0..<200 {
        broken[Int.random(in: 4096..<100_000, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
      }
      folder.write(name, broken)
      let reading = try SheetReader.read(request())
      #expect(reading.progress.isFromCache)
      #expect(!SheetReader.verify(reading, request(), stop: StopFlag()))
      _ = reading.sheet.cells
      _ = reading.answer(
        SheetQuestion(tests: [.words("fonderie")], order: [RowOrder(column: 3), RowOrder(column: 2)]))
      _ = reading.counts(of: 1, adding: 2)
      _ = reading.answer(SheetQuestion(tests: [.values(column: 1, ["Veneto"])], order: [RowOrder(column: 1)]))
    }
  }

  @Test("Where no cache can be written the sheet is read all the same")
  func noFolder() throws {
    folder.write("table.csv", table.text())
    folder.write("blocked", "a file where a folder should be")
    let reading = try SheetReader.read(request("blocked"))
    #expect(reading.sheet.cells == table.rows)
    #expect(try !SheetReader.read(request("blocked")).progress.isFromCache)
  }

  @Test("A stopped reading leaves no cache")
  func stopped() throws {
    folder.write("table.csv", NaiveTable(rowCount: 8000, seed: 2).text())
    let stop = StopFlag()
    _ = try SheetReader.read(request(), stop: stop) { _ in stop.set() }
    #expect(folder.names(in: "\(folder.path)/cache").isEmpty)
  }

  @Test("The file may go away while its sheet is used")
  func vanished() throws {
    let (_, second) = try readTwice()
    unlink(request().path)
    unlink(cacheFile)
    #expect(second.sheet.cells == table.rows)
  }

  @Test("A cache whose directory says what cannot be is not used")
  func unsound() throws {
    let (_, second) = try readTwice()
    let folder = "\(folder.path)/cache"
    let layout = try #require(second.sheet.chunks.first).layout
    let (directory, _, _) = try #require(CacheReader.open(folder: folder, fingerprint: try fingerprint()))
    func isUsed(_ change: (inout CacheDirectory) -> Void) throws -> Bool {
      var broken = directory
      change(&broken)
      // Only what the directory says is judged here, so that its chunks are those of the file.
      return broken.bytes.withUnsafeBytes { bytes in
        CacheDirectory(bytes).map { read in
          read.places.allSatisfy { $0.layout.isSound(in: $0.count) }
        } ?? false
      }
    }
    #expect(try isUsed { _ in })
    #expect(try !isUsed { $0.places[0].layout.rowCount = 1 << 40 })
    #expect(try !isUsed { $0.places[0].layout.rowCount = layout.rowCount + 1 })
    #expect(try !isUsed { $0.places[0].layout.segments[1].cells.offset = 4 })
    #expect(try !isUsed { $0.places[0].layout.segments[2].cells = Span(offset: 8, count: 3) })
    #expect(try !isUsed { $0.places[0].layout.segments[3].texts.bytes.count = 1 << 62 })
    #expect(try !isUsed { $0.places[0].layout.faults.count += 1 })
    #expect(try !isUsed { $0.evidence[0].zeroEndings = .max })
    #expect(try !isUsed { $0.evidence[4].firstYear = .min + 1 })
  }

  @Test("A count of titles that no file has is no crash")
  func titlesWithoutEnd() {
    var words = SourceDescription(format: .delimited).words
    #expect(SourceDescription(words: words) != nil)
    words[10] = String(Int.max)
    #expect(SourceDescription(words: words) == nil)
  }

  @Test("Rows that fill their pieces exactly have a cache")
  func fullPieces() throws {
    folder.write("table.csv", "[" + (0..<256).map { "{\"a\":\($0)}" }.joined(separator: ",") + "]")
    #expect(try !SheetReader.read(request()).progress.isFromCache)
    #expect(try SheetReader.read(request()).progress.isFromCache)
  }
}

// Cache files that are cut while their rows are used: the program lives, notices, and reads the file again.

import Glibc
import Testing

@testable import Sheets

@Suite("Caches that break while they are used")
struct LostCacheTests {
  private let folder = TemporaryFolder()
  private let table = NaiveTable(rowCount: 5000, seed: 21)

  private var request: SheetRequest {
    var request = SheetRequest(path: "\(folder.path)/table.csv")
    request.cacheFolder = "\(folder.path)/cache"
    request.leastCached = 0
    return request
  }

  /// Reads the file from its cache, and says where that lies.
  private func readCached() throws -> (SheetReading, cache: String) {
    folder.write("table.csv", table.text())
    _ = try SheetReader.read(request)
    let name = try #require(folder.names(in: "\(folder.path)/cache").first)
    let reading = try SheetReader.read(request)
    #expect(reading.progress.isFromCache && reading.isIntact)
    return (reading, "\(folder.path)/cache/\(name)")
  }

  @Test("Whatever is asked of a cache that was cut, nothing crashes, and it is known to be lost")
  func cut() throws {
    let losses = CacheLosses.count
    let (_, cache) = try readCached()
    let size = folder.read(cache).count
    for length in [0, 1, 4096, 8192, 20_000, size / 2] {
      let (reading, cache) = try readCached()
      #expect(truncate(cache, length) == 0)
      _ = reading.sheet.cells
      for column in 0..<reading.sheet.columns.count {
        _ = reading.answer(SheetQuestion(tests: [], order: [RowOrder(column: column)]))
        _ = reading.counts(of: column, adding: 2)
      }
      _ = reading.answer(SheetQuestion(tests: [.words("an")], order: []))
      #expect(!reading.isIntact, "\(length)")
      let anew = try SheetReader.readAnew(request)
      #expect(anew.sheet.cells == table.rows && anew.isIntact)
      #expect(folder.names(in: "\(folder.path)/cache").isEmpty)
    }
    #expect(CacheLosses.count > losses)
  }

  @Test("A loss is noticed where nobody looked, and only there")
  func unseen() throws {
    let (reading, cache) = try readCached()
    var other = request
    other.cacheFolder = "\(folder.path)/other"
    _ = try SheetReader.read(other)
    let sound = try SheetReader.read(other)
    #expect(truncate(cache, 4096) == 0)
    #expect(!reading.isIntact)
    #expect(sound.isIntact && sound.sheet.cells == table.rows)
  }

  @Test("A cut within the last page of the last part, which reads as zeros without a fault, is noticed")
  func cutInLastPage() throws {
    let (reading, cache) = try readCached()
    let print = try #require(Fingerprint(path: request.path, options: request.options, derivations: ""))
    let (directory, _, _) = try #require(
      CacheReader.open(folder: "\(folder.path)/cache", fingerprint: print))
    let last = try #require(directory.places.max { $0.offset < $1.offset })
    let losses = CacheLosses.known
    #expect(truncate(cache, last.offset + last.count - 10) == 0)
    #expect(CacheLosses.count > losses)
    #expect(!reading.isIntact)
  }

  @Test("A cache is cut under threads that read it")
  func raced() throws {
    for round in 0..<8 {
      let (reading, cache) = try readCached()
      let size = folder.read(cache).count
      let stop = StopFlag()
      Threads.atOnce(4) { number in
        if number == 3 {
          usleep(UInt32(200 * round))
          _ = truncate(cache, size * (round % 4) / 5)
          return
        }
        for column in 0..<reading.sheet.columns.count {
          _ = reading.answer(SheetQuestion(tests: [], order: [RowOrder(column: column)]), stop: stop)
          _ = reading.counts(of: column, adding: 2)
        }
        _ = reading.sheet.cells
      }
      #expect(!reading.isIntact)
    }
  }

  @Test("Memory is mapped and let go on many threads while faults are mended")
  func manyParts() throws {
    let file = folder.write("bytes", [UInt8](repeating: 7, count: 1 << 16))
    let descriptor = open(file, O_RDWR)
    defer { close(descriptor) }
    #expect(ftruncate(descriptor, 4096) == 0)
    Threads.atOnce(4) { _ in
      for count in 1..<500 {
        // The first page is there, those behind it are not.
        let memory = ChunkMemory(of: descriptor, offset: 0, count: 4097 + count * 16)
        #expect(memory?.bytes.first == 7)
        #expect(memory?.bytes.last == 0)
        #expect(memory?.isLost == true)
        let sound = ChunkMemory(of: descriptor, offset: 0, count: count)
        #expect(sound?.bytes.last == 7 && sound?.isLost == false)
      }
    }
  }
}

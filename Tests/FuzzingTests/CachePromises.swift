// Cache files: one that is broken is not used, or gives cells and answers, whatever it holds.

import Glibc

@testable import Sheets

enum CachePromises {
  /// Four bytes for the length of the directory, the directory, then the chunks; sums are made right.
  static func check(_ bytes: [UInt8]) throws {
    guard bytes.count > 4 else { return }
    let length = bytes[..<4].reversed().reduce(0) { $0 << 8 | Int($1) }
    let directory = Array(bytes[4...].prefix(length))
    let chunks = Array(bytes[4...].dropFirst(length))
    let folder = MemoryFolder()
    folder.write("table.csv", Array("a,b\n1,2\n".utf8))
    var request = SheetRequest(path: "\(folder.path)/table.csv")
    request.cacheFolder = folder.path
    request.leastCached = 0
    guard let print = Fingerprint(path: request.path, options: request.options, derivations: "") else {
      return
    }
    let gap = [UInt8](repeating: 0, count: (4096 - chunks.count % 4096) % 4096)
    let header = CacheHeader(
      directoryOffset: 4096 + chunks.count + gap.count, directoryCount: directory.count,
      directoryChecksum: directory.withUnsafeBytes(checksum), fingerprint: print.sum)
    folder.write(print.fileName, header.bytes + chunks + gap + directory)
    let reading = try SheetReader.read(request)
    _ = SheetReader.verify(reading, request, stop: StopFlag())
    try ask(reading)
  }

  private static func ask(_ reading: SheetReading) throws {
    let sheet = reading.sheet
    for row in [0, 1, sheet.rowCount / 2, sheet.rowCount - 1] {
      _ = sheet.line(row: row)
      for column in sheet.columns.indices { _ = sheet.text(row: row, column: column) }
    }
    _ = sheet.faults
    _ = reading.answer(SheetQuestion(tests: [.words("a 1")]))
    for column in sheet.columns.indices.prefix(3) {
      let order = [RowOrder(column: column)]
      let rows = reading.answer(SheetQuestion(order: order))
      try promise(rows?.count == sheet.rowCount, "an order of \(rows?.count ?? -1) rows of \(sheet.rowCount)")
      _ = reading.answer(SheetQuestion(tests: [.doubtful(column: column)], order: order))
      _ = reading.answer(SheetQuestion(tests: [.values(column: column, ["1", nil])]))
      _ = reading.counts(of: column, adding: 0)
    }
  }
}

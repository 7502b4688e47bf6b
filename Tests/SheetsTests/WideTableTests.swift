// Tables of many columns: each costs what its cells cost, and no more are taken than any table has.

import Testing

@testable import Sheets

@Suite struct WideTableTests {
  private let folder = TemporaryFolder()

  private func read(_ text: String, _ name: String = "table.csv") throws -> SheetReading {
    try SheetReader.read(SheetRequest(path: folder.write(name, text)))
  }

  @Test func moreColumnsThanAnyTableHasAreRefused() throws {
    let wide = String(repeating: ",", count: ChunkBuilder.mostColumns)
    let error = sheetError { _ = try read("\(wide)\n\(wide)\n") }
    #expect(error?.reason == "has a row of more than 65536 cells")
  }

  @Test func aRowOfMoreCellsThanAnyTableHasEndsTheReading() throws {
    // Behind what is looked at to find the dialect.
    let plain = String(repeating: "1,2\n", count: 70_000)
    let reading = try read("a,b\n\(plain)3" + String(repeating: ",x", count: 70_000) + "\n")
    guard case .failed(let error) = reading.progress.end else {
      Issue.record("\(String(describing: reading.progress.end))")
      return
    }
    #expect(error.reason == "has a row of more than 65536 cells")
    #expect(reading.sheet.text(row: 0, column: 1) == "2")
  }

  @Test func columnsThatAChunkHasNoCellOfTakeNoMemoryInIt() throws {
    let builder = ChunkBuilder(columnCount: 3, isFixed: true)
    var row = RowCells()
    for line in 1...1000 {
      row.clear(line: line)
      row.open(0)
      row.bytes.append(UInt8(ascii: "x"))
      row.close()
      builder.append(row)
    }
    let layout = builder.finish(lineCount: 1000)
    #expect(layout.segments.map(\.kind) == [.codes8, .absent, .absent])
    let chunk = Chunk(memory: builder.takeMemory(), layout: layout)
    #expect(chunk.withCell(row: 999, column: 0) { $0.map { Array($0) } } == [UInt8(ascii: "x")])
    #expect(chunk.withCell(row: 999, column: 2) { $0 == nil })
  }

  @Test func cellsThatComeLateInTheirColumnStandInTheirRows() throws {
    let names = (0..<40).map { "\"n\($0)\":\($0)" }.joined(separator: ",")
    let rows = (0..<300).map { $0 == 170 ? "{\(names)}" : "{\"n3\":\"\($0)\"}" }
    let reading = try read("[\(rows.joined(separator: ","))]", "table.json")
    #expect(reading.sheet.rowCount == 300)
    #expect(reading.sheet.columns.count == 40)
    for (column, title) in reading.sheet.columns.map(\.title).enumerated() {
      for row in 0..<300 {
        let expected = row == 170 ? String(title.dropFirst()) : title == "n3" ? "\(row)" : nil
        #expect(reading.sheet.text(row: row, column: column) == expected)
      }
    }
  }

  @Test func namesInAnotherOrderCostNoMoreThanInTheFirst() throws {
    let names = (0..<2000).map { "\"n\($0)\":\($0)" }
    let back = names.reversed().joined(separator: ",")
    let rows = ["{\(names.joined(separator: ","))}"] + (0..<20).map { _ in "{\(back)}" }
    let reading = try read("[\(rows.joined(separator: ","))]", "table.json")
    #expect(reading.sheet.cells.dropFirst().allSatisfy { $0 == reading.sheet.cells[0] })
    #expect(reading.sheet.text(row: 20, column: 1999) == "1999")
  }

  @Test func theLookAtTheFirstRowsEndsWithSoManyCells() {
    let bytes = Array("a,b\n1,2,3,4,5\n".utf8)
    let dialect = Dialect(delimiter: UInt8(ascii: ","), quote: nil)
    func look(_ most: Int) -> HeadRecords {
      HeadRecords(bytes, dialect, isWhole: true, from: 0, line: 1, limit: 9, most: most)
    }
    #expect(look(7).records.map(\.cells.count) == [2, 5])
    #expect(look(6).records.map(\.cells.count) == [2])
    #expect(!look(6).isTooWide)
    #expect(look(1).records.isEmpty)
    #expect(look(1).isTooWide)
  }
}

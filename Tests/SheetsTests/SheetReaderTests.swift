// Reading delimited files into sheets: every cell comes back as it was written, however the file is cut into blocks.

import Testing

@testable import Sheets

@Suite("Sheets hold what the file holds")
struct SheetReaderTests {
  let folder = TemporaryFolder()

  @Test("Every cell of a large table comes back", arguments: ["\n", "\r\n", "\r"])
  func largeTable(lineBreak: String) throws {
    let table = NaiveTable(rowCount: 6000, seed: 1)
    let path = folder.write("table.csv", table.text(lineBreak: lineBreak))
    let reading = try SheetReader.read(SheetRequest(path: path))
    #expect(reading.sheet.columns.map(\.title) == table.header)
    #expect(reading.sheet.cells == table.rows)
    #expect(reading.progress.end == .complete)
  }

  @Test("Lines are counted through cells of several lines")
  func lines() throws {
    let path = folder.write("lines.csv", "a,b\n1,x\n2,\"y\nz\"\n\n3,w\n")
    let sheet = try SheetReader.read(SheetRequest(path: path)).sheet
    #expect((0..<3).map { sheet.line(row: $0) } == [2, 3, 6])
  }

  @Test("Lines are right in every block")
  func linesOfBlocks() throws {
    let table = NaiveTable(rowCount: 5000, seed: 3)
    let path = folder.write("table.csv", table.text())
    let sheet = try SheetReader.read(SheetRequest(path: path)).sheet
    var line = 2
    for (row, cells) in table.rows.enumerated() {
      #expect(sheet.line(row: row) == line)
      line += 1 + cells.joined().count { $0 == "\n" }
    }
  }

  @Test("Blocks of any size give the same rows", arguments: [40, 64, 100, 333, 4096])
  func blocks(size: Int) throws {
    let table = NaiveTable(rowCount: 300, seed: 5)
    for lineBreak in ["\n", "\r\n", "\r"] {
      let text = table.text(lineBreak: lineBreak)
      let dialect = Dialect(delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "\""))
      var splitter = BlockSplitter(MemoryBytes(Array(text.utf8)), dialect, first: size, usual: size)
      let builder = ChunkBuilder(columnCount: 6, isFixed: true)
      var scanner = RecordScanner(dialect)
      var rows: [[String?]] = []
      let blob = TextBlob()
      while try splitter.next(into: blob) {
        let lines = scanner.scan(blob, into: builder)
        var sheet = Sheet(columns: [])
        let layout = builder.finish(lineCount: lines)
        sheet.append(Chunk(memory: builder.takeMemory(), layout: layout))
        rows += sheet.cells
      }
      #expect(rows == [table.header] + table.rows)
    }
  }

  @Test("Cells of every length are found, with and without quotes", arguments: ["\n", "\r\n", "\r"])
  func lengths(lineBreak: String) throws {
    let rows = (0..<140).map { length in
      let text = String(repeating: "x", count: length)
      return [text, text + "\"" + text, text + ",", text + "\n" + text, text + "y"]
    }
    for isLastLineOpen in [false, true] {
      let lines =
        ["\"a\",b,c,d,e"]
        + rows.map { row in
          // The first cell is quoted without need, the last one never.
          (row.dropLast().map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" } + row.suffix(1))
            .joined(separator: ",")
        }
      let text = lines.joined(separator: lineBreak) + (isLastLineOpen ? "" : lineBreak)
      let sheet = try SheetReader.read(SheetRequest(path: folder.write("lengths.csv", text))).sheet
      #expect(sheet.cells == rows)
      #expect(sheet.faultCount == 0)
      #expect((0..<sheet.rowCount).allSatisfy { sheet.line(row: $0) == 2 + 2 * $0 })
    }
  }

  @Test("Short rows have no cell, long rows keep theirs, both are noted")
  func raggedRows() throws {
    let path = folder.write("ragged.csv", "a,b,c\n1\n1,2,3,4,5\n1,2,\n1,2,3\n")
    let sheet = try SheetReader.read(SheetRequest(path: path)).sheet
    #expect(sheet.columns.map(\.title) == ["a", "b", "c", "column 4", "column 5"])
    #expect(
      sheet.cells == [
        ["1", nil, nil, nil, nil], ["1", "2", "3", "4", "5"], ["1", "2", "", nil, nil],
        ["1", "2", "3", nil, nil],
      ])
    #expect(sheet.faults.map { [$0.row, Int($0.fault.rawValue)] } == [[0, 0], [1, 1]])
  }

  @Test("A quote that is never closed costs no other row")
  func unclosedQuote() throws {
    let path = folder.write("quote.csv", "a,b\n1,\"open\n2,two\n3,three\n")
    let sheet = try readQuoted(path)
    #expect(sheet.cells == [["1", "\"open"], ["2", "two"], ["3", "three"]])
    #expect(sheet.faults.map(\.fault) == [.unclosedQuote])
  }

  @Test("Text behind a closing quote stays in its cell")
  func textAfterQuote() throws {
    let path = folder.write("quote.csv", "a,b\n\"x\" y,1\n\"z\",2\n")
    let sheet = try readQuoted(path)
    #expect(sheet.cells == [["\"x\" y", "1"], ["z", "2"]])
    #expect(sheet.faults.map(\.fault) == [.textAfterQuote])
  }

  private func readQuoted(_ path: String) throws -> Sheet {
    var request = SheetRequest(path: path)
    request.options.quote = .double
    request.options.delimiter = UInt8(ascii: ",")
    return try SheetReader.read(request).sheet
  }

  @Test(
    "Numbers come back as they were written",
    arguments: ["007", "-0", "+5", "1e3", "9223372036854775807", "1.0"])
  func spellings(odd: String) throws {
    let rows = (0..<6000).map { String($0 * 7919) } + [odd, "", "12"]
    let path = folder.write("n.csv", "n,m\n" + rows.map { "\($0),x" }.joined(separator: "\n") + "\n")
    let sheet = try SheetReader.read(SheetRequest(path: path)).sheet
    #expect(sheet.cells.map { $0[0] } == rows)
  }

  /// Writes the rows of a table eighty times: so many blocks that no thread reads them all while another one is about
  /// to tell of the first.
  private func writeLongTable() -> (path: String, table: NaiveTable) {
    let table = NaiveTable(rowCount: 2000, seed: 2)
    let text = table.text()
    let body = text.drop { $0 != "\n" }.dropFirst()
    return (folder.write("table.csv", text + String(repeating: String(body), count: 79)), table)
  }

  @Test("A stopped reading keeps what it has")
  func stopping() throws {
    let (path, table) = writeLongTable()
    let stop = StopFlag()
    let reading = try SheetReader.read(SheetRequest(path: path), stop: stop) { _ in stop.set() }
    #expect(reading.progress.end == .stopped)
    #expect(reading.sheet.rowCount > 0)
    #expect(reading.sheet.rowCount < 2000 * 80)
    #expect(reading.sheet.cells == (0..<reading.sheet.rowCount).map { table.rows[$0 % 2000] })
  }

  @Test("Of a compressed file that is cut every whole row before the cut is kept")
  func cutShort() throws {
    let table = NaiveTable(rowCount: 8000, seed: 5)
    let packed = Deflating.gzip(Array(table.text().utf8))
    for end in [packed.count - 4, packed.count / 2] {
      let path = folder.write("cut.csv.gz", Array(packed[..<end]))
      let reading = try SheetReader.read(SheetRequest(path: path))
      guard case .failed(let error)? = reading.progress.end else {
        Issue.record("\(String(describing: reading.progress.end))")
        continue
      }
      #expect(error.reason.contains("cut short"))
      let count = reading.sheet.rowCount
      #expect(end > packed.count / 2 ? count == 8000 : (3000..<5000).contains(count), "\(count)")
      #expect(reading.sheet.cells == Array(table.rows.prefix(count)))
    }
  }

  @Test("Derived columns stand first and follow their inputs")
  func derivations() throws {
    let table = NaiveTable(rowCount: 5000, seed: 4)
    var request = SheetRequest(path: folder.write("table.csv", table.text()))
    request.derivations = { header in
      [
        Derivation(title: "LENGTHS", inputs: [header.firstIndex(of: "region") ?? 0, 3]) { cells in
          cells[0] == "" ? nil : "\(cells[0]?.count ?? -1)/\(cells[1]?.count ?? -1)"
        }
      ]
    }
    let sheet = try SheetReader.read(request).sheet
    #expect(sheet.columns.first == SheetColumn(title: "LENGTHS", isDerived: true))
    let expected = table.rows.map { $0[1].isEmpty ? nil : "\($0[1].count)/\($0[3].count)" }
    #expect((0..<sheet.rowCount).map { sheet.text(row: $0, column: 0) } == expected)
    #expect(sheet.cells.map { Array($0.dropFirst()) } == table.rows)
  }

  @Test("Rows come while the rest is read")
  func firstRows() throws {
    let (path, _) = writeLongTable()
    let counts = Counted()
    let reading = try SheetReader.read(SheetRequest(path: path)) { counts.add($0.sheet.rowCount) }
    #expect((counts.all.first ?? 0) > 0)
    #expect((counts.all.first ?? .max) < reading.sheet.rowCount)
    #expect(counts.all == counts.all.sorted())
  }
}

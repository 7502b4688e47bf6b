// Tests of how cells are numbered, read as numbers, kept and folded, against the plain way to do so.

import Testing

@testable import Sheets

@Suite("Cells are kept as they are")
struct CellStoreTests {
  /// Gives the bytes of a text to `body`, with room behind them that holds other bytes.
  private func withText<Result>(_ text: String, _ body: (UnsafePointer<UInt8>, Int) -> Result) -> Result? {
    let bytes = Array(text.utf8)
    return (bytes + [UInt8](repeating: 0x39, count: 64)).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { body($0, bytes.count) }
    }
  }

  @Test("Digits at once give the number that digits one by one give")
  func digits() {
    let texts = [
      "", "0", "7", "10", "99", "00", "01", "-1", "-0", "1234", "12345678", "99999999", "123456789",
      "123456789012345678", "1234567890123456789", "12a4", "1/23", "1:23", "12 4", "é1", "1é", "-", "+5",
    ]
    for text in texts {
      let plain = Array(text.utf8).withUnsafeBufferPointer { Digits.number($0) }
      #expect(withText(text) { Digits.number(readable: $0, $1) } == .some(plain), "\(text)")
      if let plain { #expect(String(plain) == text) }
    }
  }

  @Test("Texts of every length get one number each, in the order in which they come")
  func numbers() {
    var table = ValueTable()
    defer { table.deallocate() }
    var known: [String: Int] = [:]
    for round in 0..<3 {
      for length in 0..<40 {
        for ending in ["", "a", "b", "à", "\0"] {
          let text = String(repeating: "x", count: length) + ending
          let wanted = known[text] ?? known.count
          known[text] = wanted
          let code = withText(text) { round == 1 ? table.code($0, $1) : table.code(readable: $0, $1) }
          #expect(code == wanted, "\(length) \(ending)")
        }
      }
    }
    #expect(table.count == known.count)
  }

  @Test(
    "Columns give back their cells, however often the texts repeat", arguments: [1, 3, 700, 5000, 60_000])
  func columns(different: Int) {
    var column = ColumnBuilder()
    defer { column.deallocate() }
    for isWhole in [false, true] {
      let rows: [String?] = (0..<40_000).map { row in
        row % 11 == 10 ? nil : row % 7 == 6 ? "" : (isWhole ? "" : "n") + "\(row * 7919 % different)"
      }
      var buffer = ChunkBuffer()
      var evidence = ColumnEvidence()
      append(rows, to: &column)
      let segment = column.finish(into: &buffer, noting: &evidence)
      column.removeAll()
      let layout = ChunkLayout(rowCount: rows.count, segments: [segment])
      let view = ChunkView(bytes: buffer.bytes, layout: layout)
      let cells = rows.indices.map { row in
        view.withCell(row: row, column: 0) { $0.map { String(decoding: $0, as: UTF8.self) } }
      }
      #expect(cells == rows)
      #expect(evidence.count(.empty) == rows.count { $0 == "" })
    }
  }

  private func append(_ rows: [String?], to column: inout ColumnBuilder) {
    var text: [UInt8] = []
    let places = rows.map { row in
      guard let row else { return CellPlace.missing }
      text += row.utf8
      return CellPlace(text.count - row.utf8.count, text.count)
    }
    text += [UInt8](repeating: 0x39, count: 64)
    text.withUnsafeBufferPointer { text in
      places.withUnsafeBufferPointer { places in
        guard let text = text.baseAddress, let places = places.baseAddress else { return }
        for start in stride(from: 0, to: rows.count, by: 999) {
          let count = min(999, rows.count - start)
          column.append(CellColumn(places + start, stride: 1, count: count, in: text))
        }
      }
    }
  }

  @Test("Folding bytes gives what folding characters gives")
  func folding() {
    for text in [
      "", "Forlì", "STRAßE `x`", "Æsir", "ŁUKASIK Ž", "Đà", "ŉ", "Müller & Söhne", "a\u{300}", "漢字", "“x”",
    ] {
      let bytes = Array(text.utf8)
      let folded = bytes.withUnsafeBufferPointer { text in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { buffer in
          Folding.fold(text, into: buffer).map { String(decoding: buffer[..<$0], as: UTF8.self) }
        }
      }
      #expect(folded == nil || folded == Folding.folded(text))
      #expect((folded == nil) == text.unicodeScalars.contains { $0.value >= 0x250 })
    }
  }
}

// The CSV reader: cells, quotes, line breaks, line numbers, and what it does with quotes that do not match.

import Testing

@testable import ClusterDomain

@Suite struct CSVReaderTests {
  /// The rows as trimmed text; a row with a fault is its description.
  private func rows(_ text: String) -> [[String]] {
    rows(Array(text.utf8)).map(\.cells)
  }

  private func rows(_ bytes: [UInt8]) -> [(line: Int, cells: [String])] {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = CSVReader(buffer)
      var record = CSVRecord()
      var rows: [(line: Int, cells: [String])] = []
      while reader.next(&record) {
        let fault = record.fault.map { ["\($0)"] }
        rows.append((record.line, fault ?? record.cells.map { CellText($0, in: buffer).string }))
      }
      return rows
    }
  }

  @Test(
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
      ("\u{FEFF}a,b\n", [["a", "b"]]),
      ("\"a,b\",c\n", [["a,b", "c"]]),
      ("\"a \"\"b\"\" c\",\"\"\n", [["a \"b\" c", ""]]),
      ("\"\"\"\"\n", [["\""]]),
      ("\"a\nb\",c\n", [["a\nb", "c"]]),
      ("a \"b\" c,d\n", [["a \"b\" c", "d"]]),
      ("a,\n,b\n", [["a", ""], ["", "b"]]),
      ("\n\na,b\n\r\n\r\nc,d\n\n", [["a", "b"], ["c", "d"]]),
      ("", []),
      ("\n", []),
      ("a", [["a"]]),
      ("\"a\"", [["a"]]),
      (",", [["", ""]]),
      ("già,🙂\n", [["già", "🙂"]]),
    ] as [(String, [[String]])])
  func cells(text: String, expected: [[String]]) {
    #expect(rows(text) == expected)
  }

  @Test func lineNumbersCountBreaksInCells() {
    let text = "h\r\n\"a\r\nb\"\r\n\r\n\"c\rd\ne\"\r\nf\r\n"
    #expect(rows(Array(text.utf8)).map(\.line) == [1, 2, 5, 8])
  }

  @Test func anUnclosedQuoteCostsOneRow() {
    let found = rows(Array("h,i\n1,\"x\n2,y\n3,z\n".utf8))
    #expect(found.map(\.line) == [1, 2, 3, 4])
    #expect(found[1].cells == ["unclosed(line: 2, cell: 2)"])
    #expect(found[3].cells == ["3", "z"])
  }

  @Test func aQuoteThatClosesInALaterRowCostsOneRow() {
    let found = rows(Array("h,i\n1,\"x\n2,\"y, z\"\n3,w\n".utf8))
    #expect(found.map(\.line) == [1, 2, 3, 4])
    #expect(found[1].cells == ["textAfterQuote(line: 2, cell: 2)"])
    #expect(found[2].cells == ["2", "y, z"])
  }

  @Test func afterAMultiLineCellReadingGoesOnBehindTheWrongQuote() {
    let found = rows(Array("1,\"a\nb\",\"c\"d\n2,e,f\n".utf8))
    #expect(found.map(\.line) == [1, 3])
    #expect(found[0].cells == ["textAfterQuote(line: 2, cell: 3)"])
    #expect(found[1].cells == ["2", "e", "f"])
  }

  @Test(.timeLimit(.minutes(1)))
  func wrongQuotesNeverTakeQuadraticTime() {
    let lines = String(repeating: "a,\"\"\"\n", count: 20_000)
    let found = rows(Array(lines.utf8))
    #expect(found.count <= 20_000)
    let opened = String(repeating: "\"\n", count: 20_001)
    #expect(!rows(Array(opened.utf8)).isEmpty)
  }

  @Test func whatIsWrittenIsReadBack() {
    var random = SplitMix(seed: 7)
    let pieces = ["", "a", "\"", ",", "\n", "\r\n", "è", " ", "\"\"", "long text"]
    for _ in 0..<300 {
      let width = Int.random(in: 2...5, using: &random)
      let table = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<3).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
      }
      let text = table.map { row in
        row.map {
          "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }
        .joined(separator: ",")
      }.joined(separator: "\n")
      #expect(rows(text) == table.map { $0.map(\.trimmed) })
    }
  }
}

/// A small generator of numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

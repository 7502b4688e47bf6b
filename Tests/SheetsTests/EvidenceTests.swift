// Evidence is the same in whatever parts and order the cells come, and no bytes are too strange for it.

import Testing

@testable import Sheets

@Suite struct EvidenceTests {
  private static let cells = [
    "", " ", "Milano", "Associazione Fabbrica Intelligente", "n/a", "NA", "no", "si", "true", "0", "775",
    "2011",
    "20150401", "007", "1.234", "1,234", "1.234.567", "12.50", "12,5", "8.286 €", "£5", "100 - 200", "> 5",
    "4 ans", "5 m", "31/12/2015", "12/31/2015", "03/04/2015", "03.04.2015", "31.12.15", "01-Jan-08",
    "Q3 2014",
    "Feb 16", "2010-11", "2012-13", "0000-00-00", "01.10", "ITC4C1", "1234567890123456", "2015-05-01T10:30Z",
    "25,45%", "1E5", "Mai 2012 - Janvier 2014", "\u{A0}5\u{A0}", "–", "1.5E+07",
  ]

  /// Everything counted.
  private func counts(_ evidence: ColumnEvidence) -> [Int] {
    CellShape.allCases.map { evidence.count($0) } + AmountUnit.allCases.map { evidence.units[$0.rawValue] }
      + (0..<64).map { evidence.missing[$0] }
      + [
        Int(evidence.flags), Int(truncatingIfNeeded: evidence.widths), evidence.zeroEndings, evidence.times,
        evidence.firstYear, evidence.lastYear,
      ]
  }

  @Test func partsAndOrderDoNotMatter() {
    var random = SplitMix(seed: 3)
    for _ in 0..<300 {
      let cells = (0..<Int.random(in: 1...60, using: &random)).compactMap { _ in
        Self.cells.randomElement(using: &random)
      }
      let whole = evidence(cells)
      var parts = Array(repeating: ColumnEvidence(), count: 4)
      for cell in cells.shuffled(using: &random) {
        withBytes(cell) { parts[Int.random(in: 0..<4, using: &random)].note($0) }
      }
      var merged = ColumnEvidence()
      for part in parts.shuffled(using: &random) { merged.merge(part) }
      #expect(counts(merged) == counts(whole))
      #expect(merged.decision() == whole.decision())
    }
  }

  @Test func aCountIsAsManyCells() {
    for cell in Self.cells {
      var once = ColumnEvidence()
      withBytes(cell) { once.note($0, count: 7) }
      #expect(counts(once) == counts(evidence(Array(repeating: cell, count: 7))), "\(cell)")
    }
  }

  @Test func everyReadingAgreesWithTheCountOfDoubts() {
    var random = SplitMix(seed: 8)
    let forced: [ForcedReading?] = [
      nil, .text, .code, .flag, .number(decimal: nil), .number(decimal: .comma),
      .date(order: nil, since: nil),
      .date(order: .mdy, since: 1950),
    ]
    for _ in 0..<400 {
      let cells = (0..<Int.random(in: 1...30, using: &random)).compactMap { _ in
        Self.cells.randomElement(using: &random)
      }
      let reading = evidence(cells).decision(forced.randomElement(using: &random) ?? nil)
      let doubts = cells.count { if case .doubtful = reading.read($0) { true } else { false } }
      #expect(doubts >= reading.unfit || reading.kind == .flag, "\(cells)")
      for cell in cells {
        let isBlank = cell.allSatisfy { $0 == " " }
        #expect((reading.read(cell) == .empty) == isBlank, "\(cell)")
      }
    }
  }

  @Test func strangeBytesAreRead() {
    var random = SplitMix(seed: 21)
    let signs =
      Array("0123456789.,-/' €£$%()+<>:TZabcdeJanQ".utf8) + [
        0, 9, 10, 0xA0, 0xC2, 0xE2, 0x80, 0x82, 0xAC, 0xFF,
      ]
    let kinds = [
      evidence(["1,5"]).decision(), evidence(["31/12/2015"]).decision(), evidence(["yes", "no"]).decision(),
      evidence(["a"]).decision(), evidence(["12"]).decision(),
    ]
    var numbers = 0
    for _ in 0..<8_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? 0
      }
      bytes.withUnsafeBufferPointer { cell in
        var noted = ColumnEvidence()
        noted.note(cell)
        // What is seen at a glance is what a whole scan finds.
        if noted.count(CellScanner.scan(cell).shape) != 1 { Issue.record("\(bytes)") }
        for reading in kinds {
          guard case .number(let number) = reading.value(cell) else { continue }
          numbers += 1
          if !number.isFinite { Issue.record("\(bytes)") }
        }
      }
    }
    #expect(numbers > 50)
  }

  @Test func plainNumbersAreWhatAWholeScanFinds() {
    var random = SplitMix(seed: 34)
    let numbers = column("1.5", "2.5")
    for _ in 0..<4000 {
      let length = Int.random(in: 1...18, using: &random)
      let text = String((0..<length).compactMap { _ in "0123456789".randomElement(using: &random) })
      let scanned = withBytes(text) { CellScanner.scan($0) }
      let noted = evidence([text])
      #expect(noted.count(scanned.shape) == 1, "\(text)")
      #expect(noted.widths == 1 << UInt64(length))
      #expect(noted.zeroEndings == (text.hasSuffix("0") ? 1 : 0))
      let isNumber = ShapeSet.numbers.contains(scanned.shape)
      #expect((numbers.read(text) == .number(Double(text) ?? .nan)) == isNumber, "\(text)")
    }
  }

  @Test func cellsArePartsOfLargerBuffers() {
    let bytes = Array("12,5031/12/2015".utf8)
    bytes.withUnsafeBufferPointer { all in
      let first = CellScanner.scan(UnsafeBufferPointer(rebasing: all[0..<5]))
      let second = CellScanner.scan(UnsafeBufferPointer(rebasing: all[5...]))
      #expect(first.shape == .commaDecimal2)
      #expect(second.shape == .dateDMY)
    }
    #expect(CellScanner.scan(UnsafeBufferPointer(start: nil, count: 0)).shape == .empty)
  }

  @Test func wordTablesFindTheirWordsInAnyCase() {
    for word in CellWords.missing {
      #expect(shape(word) == .missing, "\(word)")
      #expect(shape(word.uppercased()) == .missing, "\(word)")
      #expect(word.utf8.count <= 16)
    }
    for word in CellWords.flags { #expect(shape(word.uppercased()) == .flag, "\(word)") }
    #expect(CellWords.innerWords.count <= 400)
    for (word, _) in CellWords.innerWords {
      let isFound = withBytes(word.uppercased()) { CellWords.inner.meaning($0, 0, $0.count) != nil }
      // Other letters than those of Latin-1 are known as they are written in the table.
      #expect(isFound || withBytes(word) { CellWords.inner.meaning($0, 0, $0.count) != nil }, "\(word)")
    }
    #expect(CellWords.missing.count <= 64)
    #expect(CellWords.flags.count <= 64)
    #expect(CellShape.allCases.count <= 64)
    #expect(AmountUnit.allCases.count <= 64)
    #expect(Set(CellWords.missing).count == CellWords.missing.count)
    #expect(shape("nothing") == .word)
  }
}

// Orders, counts and sums where cells are long numbers, hold zero bytes, or are written in two ways.

import Testing

@testable import Sheets

@Suite struct AnswerOrderTests {
  private let folder = TemporaryFolder()

  private func read(_ rows: [String]) throws -> SheetReading {
    try SheetReader.read(SheetRequest(path: folder.write("table.csv", rows.joined(separator: "\n") + "\n")))
  }

  private func order(_ reading: SheetReading, _ column: Int) -> [Int]? {
    reading.answer(SheetQuestion(order: [RowOrder(column: column)]))?.all
  }

  @Test func numbersOfTooManyDigitsAreDoubtsHoweverTheyAreKept() throws {
    // Many different numbers are kept as numbers, and a few that repeat as texts.
    let many = (1...300).map { "\($0 * 37)" }
    let long = ["1234567890123456", "123456789012345678"]
    for rows in [many + long, (0..<150).flatMap { _ in ["5", "70"] } + long] {
      let reading = try read(["id,staff"] + rows.map { "x,\($0)" })
      #expect(reading.columns[1].kind == .whole)
      #expect(order(reading, 1)?.suffix(2) == [rows.count - 2, rows.count - 1])
      let counts = try #require(reading.counts(of: 0, adding: 1))
      #expect(counts.map(\.summed) == [rows.count - 2])
      #expect(counts.first?.sum == Double(rows.dropLast(2).compactMap { Int($0) }.reduce(0, +)))
    }
  }

  @Test(arguments: [("1.230642", 36, 44.303112), ("0.1", 3, 0.3), ("98765432109.87", 7, 691_358_024_769.09)])
  func sumsAreAsExactAsTheNumbers(number: String, count: Int, sum: Double) throws {
    let reading = try read(["id,amount"] + Array(repeating: "x,\(number)", count: count))
    #expect(reading.counts(of: 0, adding: 1)?.map(\.sum) == [sum])
  }

  @Test func textsThatGoOnBehindAZeroByteComeAfterThoseThatDoNot() throws {
    // More texts than are ranked, so that their bytes are compared.
    let names = (0..<5000).map { "name \($0)" }
    let rows = ["abcdefg\0z", "abcdefg\0b", "abcdefg"]
    let reading = try read(["id,name"] + (rows + names).map { "1,\($0)" })
    #expect(order(reading, 1)?.prefix(3) == [2, 1, 0])
  }

  @Test func textsThatLookAlikeAreOrderedByTheirBytes() throws {
    // The same syllable as one letter and as two parts: equal as strings, different as bytes.
    let (one, two) = ("\u{AC00}", "\u{1100}\u{1161}")
    let reading = try read(["id,name"] + [one, two, one, two].map { "1,\($0)" })
    #expect(order(reading, 1) == [1, 3, 0, 2])
    for _ in 0..<20 {
      let texts = try #require(reading.counts(of: 1)).compactMap(\.text)
      #expect(texts.map { Array($0.utf8) } == [Array(two.utf8), Array(one.utf8)])
    }
  }

  @Test(arguments: ["long ", "längs "]) func longTextsThatBeginAlikeAreOrdered(word: String) throws {
    let long = String(repeating: word, count: 4000)
    let names = (0..<400).map { "name \($0)" }
    let reading = try read(["id,name"] + ([long + "b", long, long + "a", long] + names).map { "1,\($0)" })
    let beginning = try #require(order(reading, 1)).filter { $0 < 4 }
    #expect(beginning == [1, 3, 2, 0])
    let page = reading.answer(SheetQuestion(order: [RowOrder(column: 1, isAscending: false)]), page: 10)
    #expect(page?.all.filter { $0 < 4 } == [0, 2, 1, 3])
  }
}

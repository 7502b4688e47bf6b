// Answers of a sheet held against the plainest way to find them.

import Testing

@testable import Sheets

@Suite("Sheets answer as a naive search does")
struct SheetQuestionTests {
  // Shared by all tests: it only takes time, and nobody changes it.
  static let table = NaiveTable(rowCount: 4000, seed: 21)
  static let folded = table.rows.map { $0.map { Folding.folded($0) } }
  static let shared = Result {
    let folder = TemporaryFolder()
    return try SheetReader.read(SheetRequest(path: folder.write("table.csv", table.text())))
  }

  let table = Self.table
  let reading: SheetReading

  init() throws { reading = try Self.shared.get() }

  @Test(
    "Words are found in any case, with or without accents, in any column",
    arguments: [
      "fonderie", "FORLI", "muller", "rossi", "a,b", "o'neil", "lukasik", "M1000", "2013-0", "zz",
      "fond veneto",
      "na 77", "-", "9", "valle d'aosta forli",
    ])
  func words(typed: String) {
    let wanted = Folding.folded(typed).split(separator: " ").map(String.init)
    let expected = table.rows.indices.filter { row in
      wanted.allSatisfy { word in Self.folded[row].contains { $0.contains(word) } }
    }
    #expect(reading.answer(SheetQuestion(tests: [.words(typed)]))?.all == expected)
  }

  @Test("Values are found as they are written", arguments: [["Veneto"], ["Veneto", ""], ["veneto"], [nil]])
  func values(values: [String?]) {
    let expected = table.rows.indices.filter { values.contains(table.rows[$0][1]) }
    #expect(reading.answer(SheetQuestion(tests: [.values(column: 1, values)]))?.all == expected)
  }

  @Test("Values of columns of numbers and of texts are found")
  func valuesOfEveryKind() {
    for column in [0, 2, 3, 4, 5] {
      let value = table.rows[777][column]
      let expected = table.rows.indices.filter { table.rows[$0][column] == value }
      #expect(reading.answer(SheetQuestion(tests: [.values(column: column, [value])]))?.all == expected)
    }
  }

  @Test("Several tests must all pass")
  func severalTests() {
    let expected = table.rows.indices.filter { row in
      let staff = Int(table.rows[row][2])
      return table.rows[row][1] == "Lombardia" && staff.map { (100...5000).contains($0) } ?? false
        && table.rows[row].contains { $0.contains("Müller") }
    }
    let tests: [RowTest] = [
      .values(column: 1, ["Lombardia"]), .between(column: 2, 100, 5000), .words("müller"),
    ]
    #expect(!expected.isEmpty)
    #expect(reading.answer(SheetQuestion(tests: tests))?.all == expected)
  }

  @Test("Numbers sort by value, empty cells last in both directions", arguments: [true, false])
  func sortNumbers(isAscending: Bool) {
    let expected = naive([RowOrder(column: 2, isAscending: isAscending)])
    #expect(answer([RowOrder(column: 2, isAscending: isAscending)]) == expected)
  }

  @Test("Texts sort by their folded forms", arguments: [0, 1, 3, 4, 5])
  func sortTexts(column: Int) {
    for isAscending in [true, false] {
      let order = [RowOrder(column: column, isAscending: isAscending)]
      #expect(answer(order) == naive(order))
    }
  }

  @Test("Several keys sort one after the other")
  func sortByMany() {
    let order = [RowOrder(column: 1), RowOrder(column: 5, isAscending: false), RowOrder(column: 2)]
    #expect(answer(order) == naive(order))
  }

  @Test("The first page of an order is its beginning, filtered or not")
  func firstPage() throws {
    for tests in [[], [RowTest.words("fonderie")]] {
      for order in [
        [RowOrder(column: 2)], [RowOrder(column: 3)], [RowOrder(column: 1), RowOrder(column: 2)],
      ] {
        let pages = Published()
        let all = try #require(
          reading.answer(SheetQuestion(tests: tests, order: order), page: 50) { pages.add($0) })
        let first = try #require(pages.all.first)
        #expect(!first.isOrdered)
        #expect(first.count == all.count)
        #expect((0..<50).map { first.row(at: $0) } == (0..<50).map { all.row(at: $0) })
        #expect(first.row(at: 50) == nil)
      }
    }
  }

  @Test("The first page in the order of the file is the beginning of all")
  func firstPageInFileOrder() throws {
    let question = SheetQuestion(tests: [.words("fonderie")])
    let all = try #require(reading.answer(question)?.all)
    let pages = Published()
    // Where the chunk of the first page is the last one that is done, there is no first page.
    for _ in 0..<1000 where pages.all.isEmpty {
      #expect(reading.answer(question, page: 20, patience: .zero) { pages.add($0) }?.all == all)
    }
    let first = try #require(pages.all.first)
    #expect(pages.all.count == 1)
    #expect(!first.isExact && first.count >= 20)
    #expect(first.all == Array(all.prefix(first.count)))
  }

  @Test("Where all comes at once there is no first page before it")
  func noFirstPage() {
    let pages = Published()
    let question = SheetQuestion(tests: [.words("fonderie")])
    #expect(reading.answer(question, page: 20, patience: .seconds(3600)) { pages.add($0) } != nil)
    #expect(pages.all.isEmpty)
  }

  @Test(
    "The largest and smallest numbers of each width are added up",
    arguments: [
      (["2147483647", "-2147483646"], Segment.Kind.integers32),
      (["2147483648", "-2147483647", "999999999999999", "-999999999999999"], .integers64),
    ])
  func bounds(numbers: [String], kind: Segment.Kind) throws {
    let folder = TemporaryFolder()
    let usual = (0..<6000).map { "usual,\($0 * 7919 % 100_003)" } + ["usual,"]
    let rows = usual + numbers.map { "\($0),\($0)" }
    let path = folder.write("n.csv", "group,number\n" + rows.joined(separator: "\n") + "\n")
    let reading = try SheetReader.read(SheetRequest(path: path))
    #expect(reading.sheet.chunks.first?.layout.segments[1].kind == kind)
    let counts = try #require(reading.counts(of: 0, adding: 1))
    for number in numbers {
      let group = try #require(counts.first { $0.text == number })
      #expect(group.sum == Double(number) && group.summed == 1, "\(number)")
    }
    #expect(counts.first { $0.text == "usual" }?.summed == 6000)
  }

  @Test("Rows and positions belong together")
  func positions() throws {
    let list = try #require(reading.answer(SheetQuestion(tests: [.words("fonderie")])))
    for position in stride(from: 0, to: list.count, by: 97) {
      let row = try #require(list.row(at: position))
      #expect(list.position(of: row) == position)
    }
    #expect(list.row(at: list.count) == nil)
    #expect(list.row(at: -1) == nil)
  }

  @Test("Values are counted and added up", arguments: [0, 1, 3, 5])
  func counts(column: Int) throws {
    let counts = try #require(reading.counts(of: column, adding: 2))
    let groups = Dictionary(grouping: table.rows, by: { $0[column] })
    #expect(counts.count == groups.count)
    #expect(counts.map(\.count) == counts.map(\.count).sorted(by: >))
    for value in counts {
      let rows = groups[value.text ?? "?"] ?? []
      #expect(value.count == rows.count)
      let numbers = rows.compactMap { Double($0[2]) }
      #expect(value.sum == (numbers.isEmpty ? nil : numbers.reduce(0, +)))
    }
  }

  @Test("Counts of some rows are those of the filter")
  func filteredCounts() throws {
    let counts = try #require(reading.counts(of: 1, tests: [.words("fonderie")]))
    let rows = table.rows.filter { row in row.contains { $0.lowercased().contains("fonderie") } }
    #expect(counts.reduce(0) { $0 + $1.count } == rows.count)
  }

  @Test("A stopped question has no answer")
  func stopped() {
    let stop = StopFlag()
    stop.set()
    #expect(reading.answer(SheetQuestion(tests: [.words("a")]), stop: stop) == nil)
    #expect(reading.counts(of: 1, stop: stop) == nil)
  }

  private func answer(_ order: [RowOrder]) -> [Int]? { reading.answer(SheetQuestion(order: order))?.all }

  private func naive(_ order: [RowOrder]) -> [Int] {
    table.rows.indices.sorted { left, right in
      for key in order {
        let column = key.column ?? 0
        let (first, second) = (table.rows[left][column], table.rows[right][column])
        if first.isEmpty != second.isEmpty { return second.isEmpty }
        let result =
          column == 2
          ? compareNumbers(first, second)
          : compareTexts(Self.folded[left][column], Self.folded[right][column])
        if result != 0 { return key.isAscending ? result < 0 : result > 0 }
      }
      return left < right
    }
  }

  private func compareNumbers(_ left: String, _ right: String) -> Int {
    let (first, second) = (Int(left) ?? 0, Int(right) ?? 0)
    return first == second ? 0 : first < second ? -1 : 1
  }

  private func compareTexts(_ left: String, _ right: String) -> Int {
    if left == right { return 0 }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
  }
}

// Answers to questions about the members of the shown clusters, off the loop.

import ClusterDomain
import Sheets

extension MemberRoll {
  /// Finds what is asked; blocks, and tells of the first page as soon as it is known.
  ///
  /// Nil where it was stopped.
  func answer(
    _ ask: RowsAsk, stop: StopFlag, publish: @escaping @Sendable (RowsAnswer) -> Void
  ) -> RowsAnswer? {
    let question = question(ask.query)
    switch ask.kind {
    case .rows:
      return table.reading.answer(question, stop: stop) {
        publish(RowsAnswer(.rows($0), isWhole: false, roll: self))
      }.map { RowsAnswer(.rows($0), isWhole: true, roll: self) }
    case .counts(let id, let sum):
      let sumsClusters = sum == "clusters"
      let sum = sum.flatMap { Self.columns[$0] }?.rawValue
      if let column = column(id) {
        let asked = SheetQuestion(within: question.within, tests: question.tests)
        let rows = table.reading.rows(asked, stop: stop)
        let number: ((Int) -> Double?)? =
          sumsClusters
          ? { self.counts[$0].map { Double($0) } }
          : sum.map { sum in { self.table.reading.number(row: $0, column: sum) } }
        return rows.flatMap { column.groups(of: $0, summing: number, stop) }
          .map { RowsAnswer(.counts($0)) }
      }
      guard let column = Self.columns[id]?.rawValue else { return RowsAnswer(.counts([])) }
      let counts = table.reading.counts(
        of: column, adding: sum, addingNumbers: sumsClusters ? self.counts : nil, within: question.within,
        tests: question.tests, stop: stop)
      if stop.isSet { return nil }
      return RowsAnswer(counts.map { .counts(table.reading.groups($0, column: column)) } ?? .tooMany)
    }
  }

  /// Those in most clusters come first, among them, or where nothing else is asked for.
  private func question(_ query: ListQuery) -> SheetQuestion {
    var question = SheetQuestion(within: members)
    question.tests = query.memberTests
    for (id, values) in query.alternatives {
      if let column = column(id) {
        question.within = column.rows(having: values, among: question.within ?? members, of: table)
      } else if let column = Self.columns[id] {
        question.tests.append(.values(column: column.rawValue, values))
      }
    }
    question.order = query.sort.compactMap { order in
      if let column = column(order.column) {
        return RowOrder(numbers: column.ranks, isAscending: order.isAscending)
      }
      return Self.columns[order.column].map {
        RowOrder(column: $0.rawValue, isAscending: order.isAscending)
      }
    }
    if !question.order.contains(where: { $0.numbers === counts }) {
      question.order.append(RowOrder(numbers: counts, isAscending: false))
    }
    return question
  }
}

extension SheetReading {
  /// The number in a cell; nil where there is none.
  func number(row: Int, column: Int) -> Double? {
    sheet.withBytes(row: row, column: column) { cell in
      guard let cell, case .number(let number) = columns[column].kind.value(cell) else { return nil }
      return number
    }
  }
}

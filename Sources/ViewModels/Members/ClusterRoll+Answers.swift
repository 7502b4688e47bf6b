// Answers to questions about the members of one cluster, off the loop.

import ClusterDomain
import Sheets

extension ClusterRoll {
  /// Finds what is asked; blocks, and tells of the first page as soon as it is known.
  ///
  /// Nil where it was stopped.
  func answer(
    _ ask: RowsAsk, in scene: Scene, stop: StopFlag, publish: @escaping @Sendable (RowsAnswer) -> Void
  ) -> RowsAnswer? {
    switch ask.kind {
    case .rows:
      // All of them in their own order need no looking for.
      guard ask.query != ListQuery() else { return answer(.sorted(rows), isWhole: true) }
      guard let question = question(ask.query, scene, stop) else { return nil }
      let others = others(ask.query, scene)
      let found = table.reading.answer(question, stop: stop) { first in
        guard let first = self.merged(first, others, ask.query, scene, stop) else { return }
        publish(self.answer(first, isWhole: false))
      }
      return found.flatMap { merged($0, others, ask.query, scene, stop) }.map { answer($0, isWhole: true) }
    case .counts(let id, _): return counts(id, ask.query, scene, stop)
    }
  }

  private func answer(_ rows: RowList, isWhole: Bool) -> RowsAnswer {
    RowsAnswer(.rows(rows), isWhole: isWhole, roll: nil, clusterRoll: self)
  }

  private func question(_ query: ListQuery, _ scene: Scene, _ stop: StopFlag) -> SheetQuestion? {
    var question = SheetQuestion(within: members)
    question.tests = query.memberTests
    for (id, values) in query.alternatives {
      if let column = Self.columns[id] {
        question.tests.append(.values(column: column.rawValue, values))
      } else if let column = TablePane.memberColumn(id) {
        guard let column = self.column(column, scene, stop) else { return nil }
        question.within = column.rows(having: values, among: question.within ?? members, of: table)
      }
    }
    for order in query.sort {
      if let column = Self.columns[order.column] {
        question.order.append(RowOrder(column: column.rawValue, isAscending: order.isAscending))
      } else if let column = TablePane.memberColumn(order.column) {
        guard let column = self.column(column, scene, stop) else { return nil }
        question.order.append(RowOrder(numbers: column.ranks, isAscending: order.isAscending))
      }
    }
    // Members with the same values stay in the order in which they are named.
    if !isAligned { question.order.append(RowOrder(numbers: places)) }
    return question
  }

  // MARK: Organisations that are named more than once

  /// The further memberships that a query leaves, in its order.
  private func others(_ query: ListQuery, _ scene: Scene) -> [Member] {
    guard !further.isEmpty else { return [] }
    let all = further.compactMap { member($0, scene.catalogue) }
    return TablePane.allMembers.found(all, query, scene)
  }

  /// Organisations as memberships, and each of the others where it belongs among them; nil where it was stopped.
  private func merged(
    _ list: RowList, _ others: [Member], _ query: ListQuery, _ scene: Scene, _ stop: StopFlag
  ) -> RowList? {
    let known = list.known.map { firsts[Int($0)] }
    // Of a beginning the end is not known, nor what stands behind it.
    let isWhole = list.isOrdered && list.isExact
    var found: [UInt32] = []
    found.reserveCapacity(known.count + others.count)
    var taken = 0
    for other in others {
      if stop.isSet { return nil }
      let place = place(of: other, in: known[taken...], query, scene)
      if place == known.count, !isWhole { break }
      found += known[taken..<place]
      found.append(UInt32(other.membership))
      taken = place
    }
    found += known[taken...]
    return list.isOrdered
      ? .sorted(found, isExact: list.isExact)
      : .beginning(found, of: list.count + others.count, isExact: list.isExact)
  }

  /// The first place in an order whose member comes after another.
  private func place(
    of other: Member, in found: ArraySlice<UInt32>, _ query: ListQuery, _ scene: Scene
  ) -> Int {
    var (low, high) = (found.startIndex, found.endIndex)
    while low < high {
      let middle = (low + high) / 2
      guard let member = member(Int(found[middle]), scene.catalogue) else { return low }
      let order = TablePane.allMembers.compare(member, other, by: query.sort, scene)
      if order < 0 || order == 0 && member.membership < other.membership {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  // MARK: Counts

  private func counts(
    _ id: String, _ query: ListQuery, _ scene: Scene, _ stop: StopFlag
  ) -> RowsAnswer? {
    guard let column = TablePane.memberColumn(id), let question = question(query, scene, stop) else {
      return stop.isSet ? nil : RowsAnswer(.counts([]))
    }
    let reading = table.reading
    let groups: [ValueGroup]?
    if let place = Self.columns[id]?.rawValue {
      let counts = reading.counts(of: place, within: question.within, tests: question.tests, stop: stop)
      if counts == nil, !stop.isSet { return RowsAnswer(.tooMany) }
      groups = counts.map { reading.groups($0, column: place) }
    } else {
      let asked = SheetQuestion(within: question.within, tests: question.tests)
      groups = self.column(column, scene, stop).flatMap { column in
        reading.rows(asked, stop: stop).flatMap { column.groups(of: $0, stop) }
      }
    }
    guard let groups, !stop.isSet else { return nil }
    var grouping = ValueGrouping()
    for other in others(query, scene) {
      grouping.add(column.cell(other, scene), summing: nil) { column.order(other, scene) }
    }
    return RowsAnswer(.counts(groups.adding(grouping.groups).largestFirst))
  }
}

extension [ValueGroup] {
  /// These groups with the counts of others; sums stay as they are.
  fileprivate func adding(_ others: [ValueGroup]) -> [ValueGroup] {
    guard !others.isEmpty else { return self }
    var groups = Dictionary(map { ($0.value, $0) }, uniquingKeysWith: { first, _ in first })
    for other in others {
      let count = (groups[other.value]?.count ?? 0) + other.count
      groups[other.value] = ValueGroup(value: other.value, text: other.text, key: other.key, count: count)
    }
    return Array(groups.values)
  }
}

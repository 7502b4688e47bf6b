// A column beside the table of organisations: what depends on clusters and memberships, as codes by row.

import ClusterDomain
import Sheets

/// A column of codes beside the table, with what each code reads and sorts as.
struct RollColumn: Sendable {
  /// By the row of an organisation.
  let codes: [UInt32]
  /// By code.
  let values: [Value]
  /// By code.
  let texts: [String]
  /// By code by what it is put in order among the values.
  let keys: [SortKey]
  /// By row the place of its value among all values.
  let ranks: RowNumbers

  init(codes: [UInt32], values: [Value], texts: [String], keys: [SortKey]? = nil, ranks: RowNumbers) {
    self.codes = codes
    self.values = values
    self.texts = texts
    self.keys = keys ?? values.map(\.sortKey)
    self.ranks = ranks
  }

  /// The rows with one of these values.
  func rows(having wanted: [String], among rows: RowSet, of table: OrganisationTable) -> RowSet {
    let passes = values.map { wanted.contains($0.plain) }
    // Rows that are not asked for may have codes without a value.
    return rows.intersection(
      RowSet(table.reading.sheet) { row in
        let code = Int(codes[row])
        return passes.indices.contains(code) && passes[code]
      })
  }

  /// The values of rows with how often each occurs, the largest first; nil where it was stopped.
  func groups(
    of rows: RowSet, summing number: ((Int) -> Double?)? = nil, _ stop: StopFlag
  ) -> [ValueGroup]? {
    var counts = [Int](repeating: 0, count: values.count)
    var sums = [Double](repeating: 0, count: values.count)
    var summed = counts
    rows.forEach { row in
      if stop.isSet { return }
      let code = Int(codes[row])
      counts[code] += 1
      if let number = number?(row) {
        sums[code] += number
        summed[code] += 1
      }
    }
    if stop.isSet { return nil }
    return counts.indices.filter { counts[$0] > 0 }.map { code in
      ValueGroup(
        value: values[code].plain, text: texts[code], key: keys[code],
        count: counts[code], sum: summed[code] > 0 ? sums[code] : nil, summed: summed[code])
    }.largestFirst
  }
}

extension [ValueGroup] {
  /// The groups, largest first; those of one size in the order of their values.
  var largestFirst: [ValueGroup] {
    sorted { left, right in
      guard left.count == right.count else { return left.count > right.count }
      let order = left.key.compared(to: right.key, ascending: true)
      return order == 0 ? left.value < right.value : order < 0
    }
  }
}

extension ListQuery {
  /// What the typed words ask of organisations in columns: the same columns in every list of members.
  var memberTests: [RowTest] {
    let searched: [OrganisationColumn] = [.name, .kind, .place, .regionName, .activity]
    return typed.allSatisfy { $0 == " " } ? [] : [.wordsAmong(searched.map(\.rawValue), typed)]
  }
}

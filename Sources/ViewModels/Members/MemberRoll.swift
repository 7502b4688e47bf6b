// The members of the shown clusters among all organisations: which they are, and in which clusters each is.

import ClusterDomain
import Sheets
import Synchronization

/// Whose members are meant: what the clusters were filtered by, and which memberships count.
public struct MemberScope: Hashable, Sendable {
  let clauses: [Clause]
  let showsImplied: Bool
  let asOf: CalendarDate
}

/// A column of codes beside the table, with what each code reads and sorts as.
struct RollColumn: Sendable {
  /// By the row of an organisation.
  let codes: [UInt32]
  /// By code.
  let values: [Value]
  /// By code.
  let texts: [String]
  /// By row the place of its value among all values.
  let ranks: RowNumbers
}

/// The members of the shown clusters; made once for a scope, since it looks at every membership.
final class MemberRoll: Sendable {
  let table: OrganisationTable
  /// The rows of those that are in at least one of the clusters.
  let members: RowSet
  private let memberships: MembershipTable
  /// By the row of a cluster what it is called; empty where it is not shown.
  private let names: [String]
  private let isHidden: Set<UInt32>
  /// By the row of an organisation in how many of the clusters it is.
  private let counts: RowNumbers
  private let countColumn: RollColumn
  private let nameColumn = Mutex<RollColumn?>(nil)

  init(_ scene: Scene) {
    let tables = scene.catalogue.tables
    table = tables.organisations
    memberships = tables.memberships
    let shown = Set(scene.clusters.map(\.id))
    names = tables.clusters.map { shown.contains($0.id) ? $0.briefName : "" }
    isHidden = scene.showsImplied ? [] : Set(tables.memberships.implied.withNumbers { Array($0) })
    let counts = Self.counts(tables, isShown: names.map { !$0.isEmpty }, isHidden)
    members = RowSet(tables.organisations.reading.sheet) { counts[$0] > 0 }
    self.counts = RowNumbers(counts)
    let numbers = 0...Int(counts.max() ?? 0)
    countColumn = RollColumn(
      codes: counts, values: numbers.map { .number(Double($0)) },
      texts: numbers.map { scene.format.count($0) },
      ranks: self.counts)
  }

  private static func counts(_ tables: Catalogue.Tables, isShown: [Bool], _ isHidden: Set<UInt32>) -> [UInt32]
  {
    var counts = [UInt32](repeating: 0, count: tables.organisations.count)
    tables.memberships.clusters.withNumbers { clusters in
      tables.memberships.organisations.withNumbers { organisations in
        for (row, cluster) in clusters.enumerated() where cluster < isShown.count && isShown[Int(cluster)] {
          let organisation = Int(organisations[row])
          guard organisation < counts.count, isHidden.isEmpty || !isHidden.contains(UInt32(row)) else {
            continue
          }
          counts[organisation] += 1
        }
      }
    }
    return counts
  }

  /// Whether any organisation states what a column of the list has; nil for columns that are not in the table.
  func isStated(_ id: String) -> Bool? {
    Self.columns[id].map { table.reading.columns[$0.rawValue].stated > 0 }
  }

  /// The organisation in a row with the shown clusters that it is in.
  func member(row: Int) -> SharedMember {
    SharedMember(organisation: table[row], clusters: clusterNames(row: row))
  }

  /// The names of the shown clusters that an organisation is in, in the order of its memberships.
  private func clusterNames(row: Int) -> [String] {
    memberships.byOrganisation[row].compactMap { membership in
      guard let cluster = memberships.clusters[membership], cluster < names.count,
        !names[Int(cluster)].isEmpty, isHidden.isEmpty || !isHidden.contains(UInt32(membership))
      else { return nil }
      return names[Int(cluster)]
    }
  }

  // MARK: Columns that are not in the table

  /// The columns of the table by the ids of the pane's columns.
  static let columns: [String: OrganisationColumn] = [
    "id": .id, "name": .name, "kind": .kind, "place": .place, "activity": .activity, "employees": .employees,
    "turnover": .turnover, "vat_number": .vatNumber, "tax_code": .taxCode, "website": .website,
  ]

  /// The column of a list that depends on the shown clusters; nil for one of the table.
  private func column(_ id: String) -> RollColumn? {
    switch id {
    case "clusters": countColumn
    case "in": clusterColumn()
    default: nil
    }
  }

  /// The clusters of each organisation as codes: few different lists stand for all of them.
  private func clusterColumn() -> RollColumn {
    if let made = nameColumn.withLock({ $0 }) { return made }
    var codes = [UInt32](repeating: 0, count: table.count)
    var known: [[String]: UInt32] = [[]: 0]
    var texts = [""]
    members.forEach { row in
      let names = clusterNames(row: row)
      if let code = known[names] {
        codes[row] = code
      } else {
        codes[row] = UInt32(texts.count)
        known[names] = codes[row]
        texts.append(names.joined(separator: ", "))
      }
    }
    let keys = texts.map { Folding.folded($0) }
    var ranks = [UInt32](repeating: 0, count: texts.count)
    for (rank, code) in texts.indices.sorted(by: { keys[$0] < keys[$1] }).enumerated() {
      ranks[code] = UInt32(rank)
    }
    let made = RollColumn(
      codes: codes, values: texts.map { .optional($0) }, texts: texts,
      ranks: RowNumbers(codes.map { ranks[Int($0)] }))
    nameColumn.withLock { $0 = made }
    return made
  }

  // MARK: Answers

  /// Finds what is asked; blocks, and tells of the first page as soon as it is known.
  ///
  /// Nil where it was stopped.
  func answer(
    _ ask: SheetAsk, stop: StopFlag, publish: @escaping @Sendable (SheetAnswer) -> Void
  ) -> SheetAnswer? {
    let question = question(ask.query)
    switch ask.kind {
    case .rows:
      return table.reading.answer(question, stop: stop) { publish(SheetAnswer(.rows($0))) }
        .map { SheetAnswer(.rows($0)) }
    case .counts(let id, let sum):
      let sum = sum.flatMap { Self.columns[$0] }?.rawValue
      if let column = column(id) { return groups(column, question, sum, stop) }
      guard let column = Self.columns[id]?.rawValue else { return SheetAnswer(.counts([])) }
      let counts = table.reading.counts(
        of: column, adding: sum, within: question.within, tests: question.tests, stop: stop)
      if stop.isSet { return nil }
      return SheetAnswer(counts.map { .counts(table.reading.groups($0, column: column)) } ?? .tooMany)
    }
  }

  /// Those in most clusters come first, among them, or where nothing else is asked for.
  private func question(_ query: ListQuery) -> SheetQuestion {
    var question = SheetQuestion(within: members)
    let searched: [OrganisationColumn] = [.name, .kind, .place, .activity]
    if !query.typed.allSatisfy({ $0 == " " }) {
      question.tests.append(.wordsAmong(searched.map(\.rawValue), query.typed))
    }
    for (id, values) in query.alternatives {
      if let column = column(id) {
        question.within = rows(of: column, values, among: question.within ?? members)
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
    question.order.append(RowOrder(numbers: counts, isAscending: false))
    return question
  }

  private func rows(of column: RollColumn, _ values: [String], among rows: RowSet) -> RowSet {
    let passes = column.values.map { values.contains($0.plain) }
    return rows.intersection(RowSet(table.reading.sheet) { passes[Int(column.codes[$0])] })
  }

  private func groups(
    _ column: RollColumn, _ question: SheetQuestion, _ sum: Int?, _ stop: StopFlag
  ) -> SheetAnswer? {
    guard
      let rows = table.reading.answer(
        SheetQuestion(within: question.within, tests: question.tests), stop: stop)
    else { return nil }
    var counts = [Int](repeating: 0, count: column.values.count)
    var sums = [Double](repeating: 0, count: column.values.count)
    var summed = counts
    for position in 0..<rows.count {
      guard let row = rows.row(at: position) else { continue }
      if stop.isSet { return nil }
      let code = Int(column.codes[row])
      counts[code] += 1
      if let sum, let number = table.reading.number(row: row, column: sum) {
        sums[code] += number
        summed[code] += 1
      }
    }
    let groups = counts.indices.filter { counts[$0] > 0 }.map { code in
      ValueGroup(
        value: column.values[code].plain, text: column.texts[code], key: column.values[code].sortKey,
        count: counts[code], sum: summed[code] > 0 ? sums[code] : nil, summed: summed[code])
    }
    return SheetAnswer(.counts(groups.sorted { ($1.count, $0.value) < ($0.count, $1.value) }))
  }
}

extension ListQuery {
  /// The values that columns must have: of each column any of its values.
  var alternatives: [(column: String, values: [String])] {
    var found: [(column: String, values: [String])] = []
    for filter in narrowed {
      if let position = found.firstIndex(where: { $0.column == filter.column }) {
        found[position].values.append(filter.value)
      } else {
        found.append((filter.column, [filter.value]))
      }
    }
    return found
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

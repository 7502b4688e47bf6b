// The members of one cluster among all organisations: which memberships they are, and what columns say of each.

import ClusterDomain
import Sheets
import Synchronization

/// The members of one cluster; made once for a scope, since it looks at each of them.
final class ClusterRoll: Sendable {
  let table: OrganisationTable
  let memberships: MembershipTable
  /// The memberships by their rows, ascending.
  let rows: [UInt32]
  /// The rows of the organisations that they speak of.
  let members: RowSet
  /// By the row of an organisation its first membership here.
  let firsts: [UInt32]
  /// Whether the organisations stand in the order of their first memberships.
  let isAligned: Bool
  /// By the row of an organisation the place of its first membership.
  let places: RowNumbers
  /// Memberships of organisations that were named before: few, and looked at one by one.
  let further: [Int]
  private let made = Mutex<[String: RollColumn]>([:])
  private let kinds = Mutex<[ValueGroup]?>(nil)

  /// Looks at every membership; nil where it was stopped, and where there is no such cluster.
  init?(_ id: ID<Cluster>, _ scene: Scene, _ stop: StopFlag) {
    guard let cluster = scene.catalogue.row(of: id) else { return nil }
    let tables = scene.catalogue.tables
    table = tables.organisations
    memberships = tables.memberships
    let implied = scene.showsImplied ? PackedNumbers() : memberships.implied
    var firsts = [UInt32](repeating: RowNumbers.none, count: table.count)
    var rows: [UInt32] = []
    var further: [Int] = []
    var last = -1
    var isAligned = true
    Self.each(memberships, of: cluster, but: implied, stop) { membership, organisation in
      guard firsts.indices.contains(organisation) else { return }
      rows.append(membership)
      guard firsts[organisation] == RowNumbers.none else { return further.append(Int(membership)) }
      firsts[organisation] = membership
      if organisation < last { isAligned = false }
      last = organisation
    }
    if stop.isSet { return nil }
    let named = firsts
    members = RowSet(table.reading.sheet) { named[$0] != RowNumbers.none }
    self.firsts = firsts
    self.rows = rows
    self.isAligned = isAligned
    self.further = further
    places = RowNumbers(firsts)
  }

  /// Calls `body` with the memberships of a cluster and the rows of their organisations; both lists ascend.
  private static func each(
    _ memberships: MembershipTable, of cluster: Int, but hidden: PackedNumbers, _ stop: StopFlag,
    _ body: (_ membership: UInt32, _ organisation: Int) -> Void
  ) {
    memberships.byCluster.withMembers(of: cluster) { members in
      memberships.organisations.withNumbers { organisations in
        hidden.withNumbers { hidden in
          var next = 0
          for membership in members where Int(membership) < organisations.count {
            if membership & 0xFFFF == 0, stop.isSet { return }
            while next < hidden.count, hidden[next] < membership { next += 1 }
            if next < hidden.count, hidden[next] == membership { continue }
            body(membership, Int(organisations[Int(membership)]))
          }
        }
      }
    }
  }

  /// A membership with its organisation; nil for one that leads nowhere.
  func member(_ membership: Int, _ catalogue: Catalogue) -> Member? {
    memberships.organisation(row: membership).map {
      Member(membership: membership, organisation: $0, catalogue: catalogue)
    }
  }

  /// How many members are of each kind, the most frequent first.
  func kinds(_ catalogue: Catalogue) -> [ValueGroup] {
    kinds.withLock { known in
      if let known { return known }
      let column = OrganisationColumn.kind.rawValue
      let counts = table.reading.counts(of: column, within: members) ?? []
      var tallies = counts.reduce(into: [String: Int]()) { $0[$1.text ?? "", default: 0] += $1.count }
      for membership in further {
        let kind = member(membership, catalogue)?.text(OrganisationColumn.kind)
        tallies[kind ?? "", default: 0] += 1
      }
      let groups = tallies.map {
        ValueGroup(value: $0.key, text: $0.key, key: .folded($0.key), count: $0.value)
      }.largestFirst
      known = groups
      return groups
    }
  }

  // MARK: Columns that are not in the table

  /// The columns of the table by the ids of the pane's columns.
  static let columns: [String: OrganisationColumn] = [
    "id": .id, "name": .name, "kind": .kind, "place": .place,
  ]

  /// A column of the list that is none of the table; nil where it was stopped.
  func column(_ column: Column<Member>, _ scene: Scene, _ stop: StopFlag) -> RollColumn? {
    let id = column.header.id
    if let known = made.withLock({ $0[id] }) { return known }
    guard let made = RollColumn(self, column, scene, stop) else { return nil }
    self.made.withLock { $0[id] = made }
    return made
  }
}

extension RollColumn {
  /// Looks at every member's cell; nil where it was stopped.
  fileprivate init?(_ roll: ClusterRoll, _ column: Column<Member>, _ scene: Scene, _ stop: StopFlag) {
    let isByCount = column.header.id == TablePane.alsoIn
    var codes = [UInt32](repeating: 0, count: roll.table.count)
    var counts = isByCount ? [UInt32](repeating: RowNumbers.none, count: roll.table.count) : []
    var known: [String: UInt32] = [:]
    var (values, texts, keys): ([Value], [String], [SortKey]) = ([], [], [])
    roll.members.forEach { row in
      if stop.isSet { return }
      guard let member = roll.member(Int(roll.firsts[row]), scene.catalogue) else { return }
      let cell = column.cell(member, scene)
      if isByCount, case .number(let count) = column.order(member, scene) { counts[row] = UInt32(count) }
      let plain = cell.value.plain
      if let code = known[plain] {
        codes[row] = code
        return
      }
      codes[row] = UInt32(values.count)
      known[plain] = codes[row]
      values.append(cell.value)
      texts.append(cell.text)
      keys.append(column.order(member, scene))
    }
    if stop.isSet { return nil }
    let ranks = isByCount ? counts : Self.ranks(codes, keys)
    self.init(codes: codes, values: values, texts: texts, keys: keys, ranks: RowNumbers(ranks))
  }

  /// By row the place of its code's key among all keys; what is missing has none.
  private static func ranks(_ codes: [UInt32], _ keys: [SortKey]) -> [UInt32] {
    let order = keys.indices.sorted { keys[$0].compared(to: keys[$1], ascending: true) < 0 }
    var ranks = [UInt32](repeating: RowNumbers.none, count: keys.count)
    var rank: UInt32 = 0
    for (position, code) in order.enumerated() where keys[code] != .missing {
      if position > 0, keys[order[position - 1]] != keys[code] { rank += 1 }
      ranks[code] = rank
    }
    return codes.map { ranks.indices.contains(Int($0)) ? ranks[Int($0)] : RowNumbers.none }
  }
}

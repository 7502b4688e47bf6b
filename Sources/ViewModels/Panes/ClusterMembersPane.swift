// The pane of the members of one cluster: few are looked at between two frames, many in the background.

import ClusterDomain
import Sheets

/// The members of the cluster under the master's cursor or of the page.
struct ClusterMembersPane: Pane {
  let id = PaneID.members
  let hasHeader = true
  let narrowedBy: Set<Facet> = []
  let headers = TablePane.allMembers.headers

  func listing(_ scene: Scene, subject: PaneSubject, query: ListQuery) -> any Listing {
    guard case .cluster(let cluster) = subject, !scene.answersAtOnce(cluster) else {
      return TablePane.allMembers.listing(scene, subject: subject, query: query)
    }
    let ask = ask(scene, cluster, query)
    if let (answer, isPending) = scene.sheets.members(ask), let roll = answer.clusterRoll,
      case .rows(let rows) = answer.content
    {
      return ClusterMemberListing(scene, ask, rows, of: roll.rows.count, isPending: isPending)
    }
    let all = scene.catalogue.membershipCount(of: cluster)
    let first = query == ListQuery() ? scene.firstMembers(of: cluster) : []
    return ClusterMemberListing(
      scene, ask, .beginning(first, of: first.isEmpty ? 0 : all, isExact: false), of: all, isPending: true)
  }

  private func ask(_ scene: Scene, _ cluster: ID<Cluster>, _ query: ListQuery) -> RowsAsk {
    RowsAsk(.members(scene.memberScope(of: cluster)), query: query, kind: .rows)
  }

  func title(_ scene: Scene, subject: PaneSubject, listing: any Listing) -> PaneTitle {
    var count = scene.memberCount(subject, listing.count, listing.unfilteredCount)
    if listing.isPending {
      count += " · looking…"
    } else if let listing = listing as? ClusterMemberListing, !listing.rows.isOrdered {
      count += " · sorting…"
    }
    return PaneTitle(name: "Members", owner: scene.name(of: subject), count: count)
  }

  func emptyState(_ scene: Scene, subject: PaneSubject, query: ListQuery) -> EmptyState {
    if case .cluster(let cluster) = subject, !scene.answersAtOnce(cluster),
      scene.sheets.members(ask(scene, cluster, query))?.isPending ?? true
    {
      return EmptyState("Looking through the members…", "Esc goes back.")
    }
    return TablePane.allMembers.emptyState(scene, subject: subject, query: query)
  }
}

extension Scene {
  /// The first page of a cluster's members, so that they are there before all of them are looked at.
  fileprivate func firstMembers(of cluster: ID<Cluster>) -> [UInt32] {
    let memberships = catalogue.tables.memberships
    guard let row = catalogue.row(of: cluster) else { return [] }
    return memberships.byCluster.first(256, of: row).filter { membership in
      memberships.organisation(row: membership) != nil
        && (showsImplied || !memberships.isImplied(row: membership))
    }.map { UInt32($0) }
  }
}

/// Members in an order, by the rows of their memberships; a cell is made when it is looked at.
struct ClusterMemberListing: Listing {
  let rows: RowList
  /// Whether these are the rows of an earlier question, and the present one is being answered.
  let isPending: Bool
  let unfilteredCount: Int
  let headers = TablePane.allMembers.headers
  private let scene: Scene
  private let ask: RowsAsk
  private let widths = MeasuredWidths()

  init(_ scene: Scene, _ ask: RowsAsk, _ rows: RowList, of all: Int, isPending: Bool) {
    self.scene = scene
    self.ask = ask
    self.rows = rows
    self.isPending = isPending
    unfilteredCount = all
  }

  var isFoundLater: Bool { true }

  var isWhole: Bool { !isPending && rows.isOrdered && rows.isExact }

  var count: Int { rows.count }

  func key(row: Int) -> String { member(row)?.id.rawValue ?? "at \(row)" }

  func row(key: String) -> Int? {
    guard case .members(let scope) = ask.source,
      let cluster = scope.cluster.flatMap({ scene.catalogue.row(of: $0) }),
      let organisation = scene.catalogue.tables.organisations.row(of: ID(rawValue: key))
    else { return nil }
    let memberships = scene.catalogue.tables.memberships
    return scene.membershipRows(ofOrganisation: organisation)
      .filter { memberships.cluster(row: $0) == cluster }.compactMap { rows.position(of: $0) }.min()
  }

  func cell(row: Int, column: Int) -> TableCell {
    guard let member = member(row) else { return TableCell([Run("…", .dim)], value: .missing) }
    return memberColumns[column].cell(member, scene)
  }

  private func member(_ row: Int) -> Member? {
    rows.row(at: row).flatMap { membership in
      scene.catalogue.tables.memberships.organisation(row: membership).map {
        Member(membership: membership, organisation: $0, catalogue: scene.catalogue)
      }
    }
  }

  func widest(column: Int, measured measure: (TableCell) -> Int) -> Int {
    widths.width(of: column) { rows.sample.reduce(0) { max($0, measure(cell(row: $1, column: column))) } }
  }

  func page(row: Int) -> PageKind? { member(row).map { .organisation($0.id) } }

  func landing(row: Int) -> Landing? { nil }

  func subject(row: Int) -> PaneSubject { member(row).map { .organisation($0.id) } ?? .none }

  func provenance(row: Int, column: Int) -> Provenance? {
    member(row).flatMap { memberColumns[column].provenance?($0, scene) }
  }

  func clause(row: Int, column: Int) -> Clause? { nil }
}

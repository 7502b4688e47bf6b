// The members of one cluster, each with the other clusters that it is in.

import ClusterDomain

/// A membership and the organisation that it speaks of, by their rows: a cluster may have very many.
struct Member: Sendable {
  let membership: Int
  let organisation: Int
  let catalogue: Catalogue

  func text(_ column: OrganisationColumn) -> String? {
    catalogue.tables.organisations.text(column, row: organisation)
  }

  func text(_ column: MembershipColumn) -> String? {
    catalogue.tables.memberships.text(column, row: membership)
  }

  /// The page of the organisation.
  var id: ID<Organisation> { ID(rawValue: text(OrganisationColumn.id) ?? "") }

  fileprivate var isImplied: Bool { catalogue.tables.memberships.isImplied(row: membership) }
}

extension Scene {
  /// What the other clusters of a member are called.
  fileprivate func otherClusters(of member: Member) -> [String] {
    let memberships = catalogue.tables.memberships
    let own = memberships.cluster(row: member.membership)
    return membershipRows(ofOrganisation: member.organisation).compactMap { row in
      memberships.cluster(row: row).flatMap { $0 == own ? nil : catalogue.tables.clusters[$0].briefName }
    }
  }
}

extension TablePane where Row == Member {
  /// The id of the column of other clusters: it sorts by how many there are.
  static let alsoIn = "also_in"

  /// A column by its id.
  static func memberColumn(_ id: String) -> Column<Member>? { memberColumns.first { $0.header.id == id } }

  /// The members of the cluster under the master's cursor or of the page, all looked at for each question.
  static let allMembers = TablePane(
    id: .members, columns: memberColumns,
    rows: { scene, subject in
      guard case .cluster(let id) = subject else { return [] }
      let memberships = scene.catalogue.tables.memberships
      return scene.membershipRows(of: id).compactMap { row in
        memberships.organisation(row: row).map {
          Member(membership: row, organisation: $0, catalogue: scene.catalogue)
        }
      }
    },
    key: { $0.id.rawValue },
    words: { member, _ in
      let columns: [OrganisationColumn] = [.name, .kind, .place, .regionName, .activity]
      return columns.map { member.text($0) }
    },
    opens: { .organisation($0.id) },
    leads: { .organisation($0.id) },
    named: { scene, subject, rows, all in
      PaneTitle(
        name: "Members", owner: scene.name(of: subject), count: scene.memberCount(subject, rows.count, all))
    },
    empty: { scene, subject in noMembers(scene, subject) })
}

private func noMembers(_ scene: Scene, _ subject: PaneSubject) -> EmptyState {
  guard case .cluster(let id) = subject else {
    return EmptyState("No cluster is left to follow.", "Members follow the cursor in Clusters (1).")
  }
  let all = scene.catalogue.membershipCount(of: id)
  if all > 0 {
    return EmptyState("\(scene.counted(all, "membership")) only implied, and hidden.", "I shows them.")
  }
  let stated = scene.figure("members", of: .cluster(id)).map { " of \(scene.format.figure($0)) stated" } ?? ""
  return EmptyState(
    "No member\(stated) is named in the sources.", "Enter in Clusters opens the cluster's page.")
}

extension Scene {
  /// `18 named · 140 stated 2015`: how much of a list is there.
  func memberCount(_ subject: PaneSubject, _ shown: Int, _ all: Int) -> String {
    guard case .cluster(let id) = subject else { return "" }
    let hidden = catalogue.membershipCount(of: id) - all
    let named =
      shown == all ? "\(format.count(shown)) named" : "\(format.count(shown)) of \(format.count(all)) named"
    let implied = hidden > 0 ? " · \(hidden) implied hidden" : ""
    guard let stated = figure("members", of: .cluster(id)) ?? figure("companies", of: .cluster(id)) else {
      return named + implied
    }
    let year = stated.asOf.map { " \($0.first.year)" } ?? ""
    return "\(named)\(implied) · \(format.figure(stated)) stated\(year)"
  }
}

let memberColumns: [Column<Member>] = [
  Column(
    "cluster", "CLUSTER", place: .export,
    cell: { member, _ in TableCell(member.text(MembershipColumn.cluster)) }),
  Column("id", "ID", place: .export, cell: { member, _ in TableCell(member.text(OrganisationColumn.id)) }),
  Column(
    "name", "ORGANISATION", width: .rest(atLeast: 12),
    cell: { member, _ in TableCell(member.text(OrganisationColumn.name)) },
    provenance: { member, scene in
      let membership = scene.catalogue.tables.memberships[member.membership]
      let cluster = scene.name(of: .cluster(membership.cluster)) ?? ""
      return scene.provenance(
        row: "\(member.text(OrganisationColumn.name) ?? ""), member of \(cluster)", source: membership.source,
        note: membership.note, table: "memberships", key: membership.statementKey)
    }),
  Column(
    "kind", "KIND", width: .fitting(4...11),
    cell: { member, _ in TableCell(member.text(OrganisationColumn.kind)) }),
  Column(
    "place", "PLACE", width: .fitting(5...14, rank: 3),
    cell: { member, _ in TableCell(member.text(OrganisationColumn.place)) }),
  Column(
    "basis", "NAMED AS", width: .fitting(20...30, rank: 4), place: .screen,
    cell: { member, _ in
      member.isImplied
        ? TableCell("implied", .warning) : TableCell(member.text(MembershipColumn.note), .dim)
    }),
  Column(
    TablePane.alsoIn, "ALSO IN", width: .fitting(7...22, rank: 2),
    cell: { member, scene in
      let names = scene.otherClusters(of: member)
      return TableCell(names.isEmpty ? nil : names.joined(separator: ", "))
    },
    order: { member, scene in
      let others = scene.membershipRows(ofOrganisation: member.organisation).count - 1
      return .count(others > 0 ? others : nil)
    }),
  Column(
    "membership_basis", "BASIS", place: .export,
    cell: { member, _ in TableCell(member.text(MembershipColumn.basis)) }),
  Column(
    "note", "NOTE", place: .export, cell: { member, _ in TableCell(member.text(MembershipColumn.note)) }),
  Column(
    "source", "SOURCE", place: .export,
    cell: { member, scene in
      let source = member.text(MembershipColumn.source)
      return TableCell(source.flatMap { scene.catalogue.source(ID(rawValue: $0))?.url } ?? source)
    }),
]

extension Scene {
  /// An organisation's city, else its region.
  func place(of organisation: Organisation) -> String? {
    organisation.city ?? organisation.region.flatMap { catalogue.region($0)?.name }
  }
}

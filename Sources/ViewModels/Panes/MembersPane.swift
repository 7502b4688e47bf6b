// The members of one cluster, each with the other clusters that it is in.

import ClusterDomain

/// A membership with the organisation that it speaks of.
struct Member: Sendable {
  let membership: Membership
  let organisation: Organisation
}

extension TablePane where Row == Member {
  /// The members of the cluster under the master's cursor or of the page.
  static let members = TablePane(
    id: .members, columns: memberColumns,
    rows: { scene, subject in
      guard case .cluster(let id) = subject else { return [] }
      return scene.memberships(of: id).compactMap { membership in
        scene.catalogue.organisation(membership.organisation)
          .map { Member(membership: membership, organisation: $0) }
      }
    },
    key: { $0.organisation.id.rawValue },
    words: { member, scene in
      [
        member.organisation.name, member.organisation.kind.rawValue, member.organisation.city,
        member.organisation.activity, member.organisation.region.flatMap { scene.catalogue.region($0)?.name },
      ]
    },
    opens: { .organisation($0.organisation.id) },
    leads: { .organisation($0.organisation.id) },
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
  let all = scene.catalogue.memberships(of: id).count
  if all > 0 {
    return EmptyState("\(scene.counted(all, "membership")) only implied, and hidden.", "I shows them.")
  }
  let stated = scene.figure("members", of: .cluster(id)).map { " of \(scene.format.figure($0)) stated" } ?? ""
  return EmptyState(
    "No member\(stated) is named in the sources.", "Enter in Clusters opens the cluster's page.")
}

extension Scene {
  /// `18 named · 140 stated 2015`: how much of a list is there.
  fileprivate func memberCount(_ subject: PaneSubject, _ shown: Int, _ all: Int) -> String {
    guard case .cluster(let id) = subject else { return "" }
    let hidden = catalogue.memberships(of: id).count - all
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

private let memberColumns: [Column<Member>] = [
  Column(
    "cluster", "CLUSTER", place: .export, cell: { member, _ in TableCell(member.membership.cluster.rawValue) }
  ),
  Column("id", "ID", place: .export, cell: { member, _ in TableCell(member.organisation.id.rawValue) }),
  Column(
    "name", "ORGANISATION", width: .rest(atLeast: 12),
    cell: { member, _ in TableCell(member.organisation.name) },
    provenance: { member, scene in
      scene.provenance(
        row:
          "\(member.organisation.name), member of \(scene.name(of: .cluster(member.membership.cluster)) ?? "")",
        source: member.membership.source, note: member.membership.note, table: "memberships",
        key: member.membership.statementKey)
    }),
  Column(
    "kind", "KIND", width: .fitting(4...11),
    cell: { member, _ in TableCell(member.organisation.kind.rawValue) }),
  Column(
    "place", "PLACE", width: .fitting(5...14, rank: 3),
    cell: { member, scene in TableCell(scene.place(of: member.organisation)) }),
  Column(
    "basis", "NAMED AS", width: .fitting(20...30, rank: 4), place: .screen,
    cell: { member, _ in
      TableCell(
        member.membership.basis == .implied ? "implied" : member.membership.note,
        member.membership.basis == .implied ? .warning : .dim)
    }),
  Column(
    "also_in", "ALSO IN", width: .fitting(7...22, rank: 2),
    cell: { member, scene in
      let others = scene.memberships(of: member.organisation.id).filter {
        $0.cluster != member.membership.cluster
      }
      let names = others.compactMap { scene.catalogue.cluster($0.cluster)?.briefName }
      return TableCell(names.isEmpty ? nil : names.joined(separator: ", "))
    },
    order: { member, scene in
      let others = scene.memberships(of: member.organisation.id).count - 1
      return .count(others > 0 ? others : nil)
    }),
  Column(
    "membership_basis", "BASIS", place: .export,
    cell: { member, _ in TableCell(member.membership.basis.rawValue) }),
  Column("note", "NOTE", place: .export, cell: { member, _ in TableCell(member.membership.note) }),
  Column(
    "source", "SOURCE", place: .export,
    cell: { member, scene in
      TableCell(scene.catalogue.source(member.membership.source)?.url ?? member.membership.source.rawValue)
    }),
]

extension Scene {
  /// An organisation's city, else its region.
  func place(of organisation: Organisation) -> String? {
    organisation.city ?? organisation.region.flatMap { catalogue.region($0)?.name }
  }
}

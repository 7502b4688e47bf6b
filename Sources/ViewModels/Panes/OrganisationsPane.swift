// All organisations that are members of the shown clusters, and in how many.

import ClusterDomain

/// An organisation with the shown clusters that it is in.
struct SharedMember: Sendable {
  let organisation: Organisation
  let clusters: [ID<Cluster>]
}

extension TablePane where Row == SharedMember {
  /// The members of all shown clusters, those in most clusters first.
  static let organisations = TablePane(
    id: .organisations, columns: organisationColumns,
    rows: { scene, _ in
      let shown = Set(scene.clusters.map(\.id))
      return scene.catalogue.tables.organisations.compactMap { organisation in
        let clusters = scene.memberships(of: organisation.id).map(\.cluster).filter(shown.contains)
        return clusters.isEmpty ? nil : SharedMember(organisation: organisation, clusters: clusters)
      }.enumerated().sorted { left, right in
        (-left.element.clusters.count, left.offset) < (-right.element.clusters.count, right.offset)
      }.map(\.element)
    },
    key: { $0.organisation.id.rawValue },
    words: { row, scene in
      [
        row.organisation.name, row.organisation.kind.rawValue, scene.place(of: row.organisation),
        row.organisation.activity,
      ]
    },
    opens: { .organisation($0.organisation.id) },
    leads: { .organisation($0.organisation.id) },
    named: { scene, _, rows, all in
      PaneTitle(
        name: "Members of all shown clusters", owner: nil,
        count: "\(scene.format.count(rows.count)) of \(scene.format.count(all))")
    },
    empty: { _, _ in EmptyState("The shown clusters have no named members.", "X drops all filters.") },
    narrowedBy: Set(Facet.allCases))
}

private let organisationColumns: [Column<SharedMember>] = [
  Column("id", "ID", place: .export, cell: { row, _ in TableCell(row.organisation.id.rawValue) }),
  Column(
    "name", "ORGANISATION", width: .rest(atLeast: 14), cell: { row, _ in TableCell(row.organisation.name) }),
  Column(
    "kind", "KIND", width: .fitting(4...11), cell: { row, _ in TableCell(row.organisation.kind.rawValue) }),
  Column(
    "place", "PLACE", width: .fitting(5...18, rank: 2),
    cell: { row, scene in TableCell(scene.place(of: row.organisation)) }),
  Column(
    "activity", "ACTIVITY", width: .fitting(8...24, rank: 3),
    cell: { row, _ in TableCell(row.organisation.activity) }),
  Column(
    "clusters", "CLUSTERS", width: .fitting(8...8), isNumber: true,
    cell: { row, scene in
      TableCell([Run(scene.format.count(row.clusters.count))], value: .number(Double(row.clusters.count)))
    }),
  Column(
    "in", "IN", width: .fitting(6...30, rank: 1),
    cell: { row, scene in
      TableCell(
        row.clusters.compactMap { scene.catalogue.cluster($0)?.briefName }.joined(separator: ", "))
    }),
]

// The projects of a programme, each grant once, and the clusters that take part in one.

import ClusterDomain

extension TablePane where Row == Project {
  /// The projects of the programme under the master's cursor or of the page.
  static let projects = TablePane(
    id: .projects, columns: projectColumns,
    rows: { scene, subject in
      guard case .programme(let id) = subject else { return [] }
      return scene.catalogue.projects(of: id)
    },
    key: { $0.id.rawValue },
    words: { project, scene in
      [project.name, project.id.rawValue]
        + scene.catalogue.participations(in: project.id).map { scene.catalogue.cluster($0.cluster)?.name }
    },
    opens: { .project($0.id) },
    named: { scene, subject, rows, _ in
      guard case .programme(let id) = subject else {
        return PaneTitle(name: "Projects", owner: nil, count: "")
      }
      let amount = scene.catalogue.projectAmount(of: id)
      let money = amount.projects > 0 ? " · \(scene.words(for: amount)) stated" : ""
      return PaneTitle(name: "Projects", owner: nil, count: scene.counted(rows.count, "project") + money)
    },
    empty: { _, _ in EmptyState("No project of this programme is in the dataset.") })
}

private let projectColumns: [Column<Project>] = [
  Column("id", "ID", place: .export, cell: { project, _ in TableCell(project.id.rawValue) }),
  Column("project", "PROJECT", width: .rest(atLeast: 14), cell: { project, _ in TableCell(project.name) }),
  Column(
    "year", "YEAR", width: .fitting(4...4, rank: 1), isNumber: true,
    cell: { project, scene in
      let year = scene.catalogue.participations(in: project.id).compactMap(\.year).min()?.first.year
      return TableCell(
        year.map { [Run(String($0))] } ?? [Run(Formatting.unknown, .dim)],
        value: year.map { .number(Double($0)) } ?? .missing)
    }),
  .count("clusters", "CLUSTERS", rank: 2) { project, scene in
    Set(scene.catalogue.participations(in: project.id).map(\.cluster)).count
  },
  Column(
    "amount", "AMOUNT", width: .fitting(6...14, rank: 0), isNumber: true,
    cell: { project, scene in
      let amount = ProjectAmount(of: scene.catalogue.participations(in: project.id))
      return amount.map { TableCell([Run(scene.words(for: $0))], value: .number($0.euros)) } ?? TableCell(nil)
    }),
]

extension TablePane where Row == Participation {
  /// Who takes part in the page's project.
  static let projectClusters = TablePane(
    id: .projectClusters, columns: participationColumns,
    rows: { scene, subject in
      guard case .project(let id) = subject else { return [] }
      return scene.catalogue.participations(in: id)
    },
    key: { "\($0.statementKey)/\($0.source)" },
    words: { row, scene in [scene.catalogue.cluster(row.cluster)?.name, row.note] },
    opens: { .cluster($0.cluster) },
    leads: { .cluster($0.cluster) },
    named: { scene, subject, rows, _ in
      let amount = ProjectAmount(of: rows).map { " · \(scene.words(for: $0)) stated" } ?? ""
      return PaneTitle(
        name: scene.name(of: subject) ?? "Project", owner: nil,
        count: scene.counted(rows.count, "participation") + amount)
    },
    empty: { _, _ in EmptyState("No cluster of the dataset is known to take part.") })
}

private let participationColumns: [Column<Participation>] = [
  Column("id", "CLUSTER ID", place: .export, cell: { row, _ in TableCell(row.cluster.rawValue) }),
  Column(
    "cluster", "CLUSTER", width: .rest(atLeast: 14),
    cell: { row, scene in
      TableCell(scene.catalogue.cluster(row.cluster)?.listName ?? row.cluster.rawValue)
    },
    provenance: { row, scene in scene.provenance(of: row) }),
  Column(
    "programme", "PROGRAMME", width: .fitting(8...30, rank: 2),
    cell: { row, scene in TableCell(row.programme.flatMap { scene.catalogue.programme($0)?.name }, .dim) }),
  .date("year", "YEAR", rank: 1) { row, _ in row.year },
  Column(
    "amount", "AMOUNT", width: .fitting(6...14, rank: 0), isNumber: true,
    cell: { row, scene in
      row.amount.map { TableCell([Run(scene.format.euro($0))], value: .number($0)) } ?? TableCell(nil)
    },
    provenance: { row, scene in scene.provenance(of: row) }),
  Column(
    "whose", "WHOSE", width: .fitting(5...7, rank: 3),
    cell: { row, _ in
      row.amount == nil ? TableCell([], value: .missing) : TableCell(row.isShare ? "share" : "project", .dim)
    }),
  Column("note", "NOTE", width: .fitting(8...50, rank: 4), cell: { row, _ in TableCell(row.note, .dim) }),
]

extension Scene {
  /// `2.5 M €`, or `≥ 2.5 M €` where it may be more.
  func words(for amount: ProjectAmount) -> String {
    (amount.isAtLeast ? "≥ " : "") + format.euro(amount.euros)
  }

  fileprivate func provenance(of row: Participation) -> Provenance {
    provenance(
      row: catalogue.cluster(row.cluster)?.briefName ?? row.cluster.rawValue, source: row.source,
      note: row.note,
      table: "participations", key: row.statementKey)
  }
}

// The clusters that the filters leave: the master of the dashboard.

import ClusterDomain
import Sheets

extension TablePane where Row == Cluster {
  /// The clusters that pass the filters.
  static let clusters = TablePane(
    id: .clusters, columns: clusterColumns,
    rows: { scene, _ in scene.clusters },
    key: { $0.id.rawValue },
    words: { cluster, scene in clusterWords(cluster, scene) },
    opens: { .cluster($0.id) },
    leads: { .cluster($0.id) },
    named: { scene, _, rows, _ in
      PaneTitle(
        name: "Clusters", owner: nil,
        count: "\(scene.format.count(rows.count)) of \(scene.format.count(scene.total))")
    },
    empty: { scene, _ in emptiedClusters(scene) },
    narrowedBy: Set(Facet.allCases))

  /// The clusters of one organisation.
  static let ofOrganisation = TablePane(
    id: .organisationClusters, columns: clusterColumns,
    rows: { scene, subject in
      guard case .organisation(let id) = subject else { return [] }
      return scene.memberships(of: id).compactMap { scene.catalogue.cluster($0.cluster) }
    },
    key: { $0.id.rawValue },
    words: { cluster, scene in clusterWords(cluster, scene) },
    opens: { .cluster($0.id) },
    leads: { .cluster($0.id) },
    named: { scene, subject, rows, _ in
      PaneTitle(name: "Clusters", owner: scene.name(of: subject), count: scene.counted(rows.count, "cluster"))
    },
    empty: { _, _ in EmptyState("In no cluster's list.", "I shows memberships that are only implied.") })

  /// The clusters that took part in one programme.
  static let participants = TablePane(
    id: .participants, columns: clusterColumns,
    rows: { scene, subject in
      guard case .programme(let id) = subject else { return [] }
      var seen: Set<ID<Cluster>> = []
      return scene.catalogue.participations(in: id).filter { seen.insert($0.cluster).inserted }
        .compactMap { scene.catalogue.cluster($0.cluster) }
    },
    key: { $0.id.rawValue },
    words: { cluster, scene in clusterWords(cluster, scene) },
    opens: { .cluster($0.id) },
    leads: { .cluster($0.id) },
    named: { scene, _, rows, _ in
      PaneTitle(name: "Clusters that took part", owner: nil, count: scene.counted(rows.count, "cluster"))
    },
    empty: { _, _ in EmptyState("No cluster of the dataset is known to have taken part.") })
}

private func clusterWords(_ cluster: Cluster, _ scene: Scene) -> [String?] {
  let region = cluster.region.flatMap { scene.catalogue.region($0) }
  return [
    cluster.name, cluster.shortName, cluster.id.rawValue, cluster.place,
    cluster.sectors.joined(separator: " "),
    region?.name, region?.englishName, cluster.region == nil ? scene.place(of: cluster) : nil,
  ]
}

private func emptiedClusters(_ scene: Scene) -> EmptyState {
  guard let guilty = scene.counts.firstIndex(of: 0) else {
    let abroad = scene.catalogue.tables.clusters.count
    guard abroad == 0 else {
      return EmptyState(
        "All \(scene.counted(abroad, "cluster")) of the dataset are abroad.",
        "r, then everywhere, shows them.")
    }
    return EmptyState("The dataset holds no clusters.", "p shows what could not be read.")
  }
  let name = scene.clauseNames[guilty]
  let advice = "x drops the last filter, X drops all."
  if guilty == 0, scene.clauses[0].facet == .region {
    return EmptyState("No cluster of the dataset lies in \(name).", advice)
  }
  return EmptyState("No cluster is left after \"\(scene.clauses[guilty].facet.rawValue): \(name)\".", advice)
}

private let clusterColumns: [Column<Cluster>] = [
  Column("id", "ID", place: .export, cell: { cluster, _ in TableCell(cluster.id.rawValue) }),
  Column(
    "name", "NAME", width: .rest(atLeast: 12),
    cell: { cluster, scene in
      TableCell(scene.listRuns(cluster), value: .text(cluster.name))
    },
    order: { cluster, _ in .folded(cluster.listName) },
    provenance: { cluster, scene in
      scene.provenance(
        row: cluster.name, source: cluster.source, note: cluster.note, table: "clusters",
        key: cluster.id.rawValue)
    }),
  Column("short_name", "SHORT", place: .export, cell: { cluster, _ in TableCell(cluster.shortName) }),
  Column(
    "region", "REGION", width: .fitting(9...21),
    cell: { cluster, scene in
      scene.marking(
        cluster, .place, TableCell(scene.place(of: cluster), cluster.region == nil ? .dim : .text))
    },
    provenance: { cluster, scene in
      scene.provenance(
        row: cluster.name, source: cluster.source, note: cluster.note, table: "clusters",
        key: cluster.id.rawValue)
    },
    clause: { cluster, scene in scene.regionClause(of: cluster) }),
  Column(
    "region_code", "NUTS 2", place: .export, cell: { cluster, _ in TableCell(cluster.region?.rawValue) }),
  Column("country", "COUNTRY", place: .export, cell: { cluster, _ in TableCell(cluster.country) }),
  Column(
    "label", "LABEL", width: .fitting(21...23, rank: 0), place: .screen,
    cell: { cluster, scene in
      let standing = scene.judgement.standing(of: cluster.id)
      return scene.marking(
        cluster, .label, TableCell(standing.runs(scene.format), value: .text(standing.status.rawValue)))
    },
    order: { cluster, scene in scene.judgement.standing(of: cluster.id).urgencyKey },
    provenance: { cluster, scene in scene.labelProvenance(of: cluster) },
    clause: { cluster, scene in
      let standing = scene.judgement.standing(of: cluster.id)
      return Clause(.label, (standing.level.map { [$0.rawValue] } ?? []) + [standing.status.rawValue])
    }),
  Column(
    "label_level", "LEVEL", place: .export,
    cell: { cluster, scene in TableCell(scene.judgement.standing(of: cluster.id).level?.rawValue) }),
  Column(
    "label_status", "STATUS", place: .export,
    cell: { cluster, scene in TableCell(scene.judgement.standing(of: cluster.id).status.rawValue) }),
  Column(
    "valid_until", "VALID UNTIL", place: .export,
    cell: { cluster, scene in TableCell(scene.judgement.standing(of: cluster.id).end?.description) }),
  figureColumn("members", "MEMBERS", rank: 2), boundColumn("members"), dateColumn("members"),
  figureColumn("employees", "STAFF", rank: 4), boundColumn("employees"), dateColumn("employees"),
  figureColumn("turnover", "TURNOVER", rank: 5), boundColumn("turnover"), dateColumn("turnover"),
  Column(
    "kind", "KIND", width: .fitting(18...26, rank: 3),
    cell: { cluster, _ in TableCell(cluster.kind) },
    clause: { cluster, _ in Clause(.kind, [cluster.kind]) }),
  Column(
    "sectors", "SECTORS", width: .fitting(8...34, rank: 6),
    cell: { cluster, _ in TableCell(cluster.sectors.joined(separator: ", ")) },
    clause: { cluster, _ in
      cluster.sectors.isEmpty ? nil : Clause(.sector, cluster.sectors.map { Folding.folded($0) })
    }),
  Column(
    "founded", "FOUNDED", place: .export, cell: { cluster, _ in TableCell(cluster.founded?.description) }),
  Column("website", "WEBSITE", place: .export, cell: { cluster, _ in TableCell(cluster.website) }),
  Column(
    "source", "SOURCE", place: .export,
    cell: { cluster, scene in
      TableCell(scene.catalogue.source(cluster.source)?.url ?? cluster.source.rawValue)
    }),
]

/// How the source bounds a figure: without it, "more than 100" would be exported as 100.
private func boundColumn(_ measure: String) -> Column<Cluster> {
  Column(
    "\(measure)_bound", "BOUND", place: .export,
    cell: { cluster, scene in TableCell(scene.figure(measure, of: .cluster(cluster.id))?.bound.rawValue) })
}

private func dateColumn(_ measure: String) -> Column<Cluster> {
  Column(
    "\(measure)_as_of", "AS OF", place: .export,
    cell: { cluster, scene in TableCell(scene.figure(measure, of: .cluster(cluster.id))?.asOf?.description) })
}

private func figureColumn(_ measure: String, _ title: String, rank: Int) -> Column<Cluster> {
  Column(
    measure, title, width: .fitting(title.count...11, rank: rank), isNumber: true,
    cell: { cluster, scene in
      scene.marking(cluster, .figure(measure), scene.figureCell(measure, of: .cluster(cluster.id)))
    },
    order: { cluster, scene in
      scene.figure(measure, of: .cluster(cluster.id)).map { .number($0.value) } ?? .missing
    },
    provenance: { cluster, scene in
      scene.provenance(measure, of: .cluster(cluster.id), named: cluster.briefName)
    })
}

extension Cluster {
  /// The short name before the full one, where both are wanted on one line.
  var listName: String {
    guard let shortName, !shortName.isEmpty, !plainName.contains(shortName) else { return plainName }
    return "\(shortName) · \(plainName)"
  }
}

extension Scene {
  /// A cluster's region, or why it has none: its country abroad, `national` at home.
  func place(of cluster: Cluster) -> String {
    if let region = cluster.region { return catalogue.region(region)?.name ?? region.rawValue }
    guard cluster.country != catalogue.homeCountry else { return "national" }
    return catalogue.country(ID(rawValue: cluster.country))?.name ?? cluster.country
  }

  /// The filter by a cluster's region, or by what stands for it.
  func regionClause(of cluster: Cluster) -> Clause {
    let isHome = cluster.country == catalogue.homeCountry
    return Clause(.region, [cluster.region?.rawValue ?? (isHome ? Area.national : cluster.country)])
  }

  /// The statements behind the label that a cluster shows.
  func labelProvenance(of cluster: Cluster) -> Provenance? {
    let standing = judgement.standing(of: cluster.id)
    return judgement.labels.awards(of: cluster.id).first { $0.id == standing.award }
      .map { provenance(of: $0) }
  }

  /// The memberships of an organisation that are shown.
  func memberships(of id: ID<Organisation>) -> [Membership] {
    catalogue.memberships(of: id).filter { showsImplied || $0.basis == .stated }
  }

  /// The rows of the memberships of a cluster that are shown.
  func membershipRows(of id: ID<Cluster>) -> [Int] { shown(catalogue.membershipRows(of: id)) }

  /// The rows of the memberships of the organisation in a row that are shown.
  func membershipRows(ofOrganisation row: Int) -> [Int] {
    shown(catalogue.membershipRows(ofOrganisation: row))
  }

  private func shown(_ memberships: [Int]) -> [Int] {
    showsImplied ? memberships : memberships.filter { !catalogue.tables.memberships.isImplied(row: $0) }
  }
}

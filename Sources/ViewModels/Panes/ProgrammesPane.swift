// All funding programmes, with what is open in each.

import ClusterDomain

extension TablePane where Row == Programme {
  /// Every programme of the dataset.
  static let allProgrammes = TablePane(
    id: .allProgrammes, columns: programmeColumns,
    rows: { scene, _ in scene.catalogue.tables.programmes },
    key: { $0.id.rawValue },
    words: { programme, _ in
      [programme.name, programme.id.rawValue, programme.managingBody, programme.theme, programme.scope]
    },
    opens: { .programme($0.id) },
    leads: { .programme($0.id) },
    named: { scene, _, rows, all in
      PaneTitle(
        name: "Programmes", owner: nil,
        count: "\(scene.format.count(rows.count)) of \(scene.format.count(all))")
    },
    empty: { _, _ in EmptyState("The dataset holds no programmes.", "p shows what could not be read.") })
}

private let programmeColumns: [Column<Programme>] = [
  Column("id", "ID", place: .export, cell: { programme, _ in TableCell(programme.id.rawValue) }),
  Column(
    "name", "PROGRAMME", width: .rest(atLeast: 14),
    cell: { programme, _ in TableCell(programme.name) },
    provenance: { programme, scene in
      scene.provenance(of: programme)
    }),
  Column(
    "scope", "SCOPE", width: .fitting(5...8, rank: 2), cell: { programme, _ in TableCell(programme.scope) }),
  Column(
    "period", "PERIOD", width: .fitting(6...9, rank: 1),
    cell: { programme, _ in TableCell(programme.period) },
    order: { programme, _ in .count(programme.start) }),
  Column(
    "budget", "BUDGET", width: .fitting(6...12, rank: 3), isNumber: true,
    cell: { programme, scene in scene.figureCell("budget", of: .programme(programme.id)) },
    provenance: { programme, scene in
      scene.provenance("budget", of: .programme(programme.id), named: programme.name)
    }),
  Column(
    "open_calls", "OPEN", width: .fitting(4...4, rank: 4), isNumber: true,
    cell: { programme, scene in
      let open = scene.catalogue.calls(of: programme.id).filter {
        scene.judgement.standing(of: $0).status.isOpen
      }
      return TableCell(
        [Run("\(open.count)", open.isEmpty ? .dim : .callOpen)], value: .number(Double(open.count)))
    }),
  Column(
    "managing_body", "MANAGED BY", width: .fitting(8...26, rank: 5),
    cell: { programme, _ in TableCell(programme.managingBody) }),
  Column(
    "theme", "THEME", width: .fitting(8...30, rank: 6), cell: { programme, _ in TableCell(programme.theme) }),
  Column(
    "applicants", "WHO CAN APPLY", place: .export, cell: { programme, _ in TableCell(programme.applicants) }),
  Column(
    "source", "SOURCE", place: .export,
    cell: { programme, scene in
      TableCell(scene.catalogue.source(programme.source)?.url ?? programme.source.rawValue)
    }),
]

extension Programme {
  /// `2014–2020`, `from 2025`.
  var period: String? {
    switch (start, end) {
    case (let start?, let end?): start == end ? "\(start)" : "\(start)–\(end)"
    case (let start?, nil): "from \(start)"
    case (nil, let end?): "to \(end)"
    case (nil, nil): nil
    }
  }
}

// The registry of panes: one line each.

/// Every pane of the program.
public enum Panes {
  /// The panes by their place.
  public static let all: [any Pane] = [
    TablePane.clusters,
    ClusterMembersPane(),
    TablePane.programmes,
    TablePane.labels,
    TablePane.outlook,
    TablePane.coverage,
    TablePane.regions,
    TablePane.calls,
    TablePane.calendar,
    TablePane.weeks,
    TablePane.allProgrammes,
    OrganisationsPane(),
    FactPane.totals,
    TablePane.labelRules,
    TablePane.labelCounts,
    TablePane.notebook,
    TablePane.changes,
    TablePane.problems,
    FrequencyPane(),
    TablePane.ofOrganisation,
    TablePane.programmeCalls,
    TablePane.participants,
    FactPane.cluster,
    FactPane.organisation,
    FactPane.programme,
    FactPane.call,
    TablePane.fitting,
    TablePane.fitRules,
    TablePane.projects,
    TablePane.projectClusters,
    FactPane.award,
    TablePane.awardEvents,
    TablePane.sheets,
    SheetPane(),
    FactPane.record,
  ]

  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// The pane at a place.
  public static subscript(_ id: PaneID) -> any Pane { byID[id] ?? TablePane.problems }
}

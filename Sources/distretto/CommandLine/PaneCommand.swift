// Which command prints which pane: the one table behind copied commands and the hints below lists.

import ClusterDomain
import ViewModels

/// The command that prints a pane, as an array of words without the program's own name.
enum PaneCommand {
  /// The command and whose rows it prints; nil for a pane that no command prints, or that follows nobody.
  static func words(for pane: PaneID, of subject: PaneSubject) -> [String]? {
    switch (pane, subject) {
    case (.clusters, _): ["clusters"]
    case (.labels, _): ["labels"]
    case (.outlook, _): ["outlook"]
    case (.coverage, _): ["coverage"]
    case (.regions, _): ["regions"]
    case (.calls, _): ["calls"]
    case (.calendar, _): ["calendar"]
    case (.weeks, _): ["calendar", "--weeks"]
    case (.allProgrammes, _): ["programmes"]
    case (.organisations, _): ["members"]
    case (.notebook, _): ["notebook"]
    case (.problems, _): ["check"]
    case (.members, .cluster(let id)): ["members"] + option("cluster", id.rawValue)
    case (.programmes, .cluster(let id)): ["programmes"] + option("cluster", id.rawValue)
    case (.programmeCalls, .programme(let id)): ["calls"] + option("programme", id.rawValue)
    case (.projects, .programme(let id)): ["projects", id.rawValue]
    case (.fitting, .call(let id)): ["fit", id.rawValue]
    case (.fitRules, .fit(let call, let cluster)): ["fit", call.rawValue] + option("for", cluster.rawValue)
    case (.participants, .programme(let id)): ["clusters"] + option("took-part-in", id.rawValue)
    case (.organisationClusters, .organisation(let id)): ["clusters"] + option("member", id.rawValue)
    case (.clusterFacts, _), (.organisationFacts, _), (.programmeFacts, _), (.awardFacts, _),
      (.callFacts, .call):
      subject.typed.map { ["show", $0] }
    case (.frequency, .values(let grouped)): frequency(of: grouped)
    default: nil
    }
  }

  private static func frequency(of grouped: GroupedColumn) -> [String]? {
    guard let list = words(for: grouped.pane, of: grouped.owner), let name = list.first,
      Frequency.lists.contains(name)
    else { return nil }
    return ["frequency", name, grouped.column] + list.dropFirst()
      + (grouped.sum.map { option("sum", $0) } ?? [])
  }

  /// An option with its value: in one word where the value could be taken for an option or for nothing.
  static func option(_ name: String, _ value: String) -> [String] {
    value.isEmpty || value.hasPrefix("-") ? ["--\(name)=\(value)"] : ["--\(name)", value]
  }
}

extension PaneSubject {
  /// The kind and the id of a subject.
  var entity: (kind: EntityNames.Kind, id: String)? {
    switch self {
    case .none, .values, .sheet, .record, .fit, .project: nil
    case .cluster(let id): (.cluster, id.rawValue)
    case .organisation(let id): (.member, id.rawValue)
    case .programme(let id): (.programme, id.rawValue)
    case .award(let id): (.label, id.rawValue)
    case .call(let id): (.call, id.rawValue)
    }
  }

  /// What `show` takes to print the subject's page, such as `cluster:le2c`.
  var typed: String? { entity.map { "\($0.kind.rawValue):\($0.id)" } }
}

// What entities are called on pages, and counts with their nouns.

import ClusterDomain

extension Scene {
  /// What a source is called.
  func name(of source: ID<Source>) -> String {
    let found = catalogue.source(source)
    return found?.title ?? found?.publisher ?? source.rawValue
  }

  /// What a label is called: `bronze of Venetian Cluster`.
  func name(of award: LabelAward) -> String {
    "\(award.level.rawValue) of \(catalogue.cluster(award.cluster)?.briefName ?? award.cluster.rawValue)"
  }

  /// A count with its noun.
  public func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(format.count(count)) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// The name of whom a pane belongs to.
  public func name(of subject: PaneSubject) -> String? {
    switch subject {
    case .none: nil
    case .cluster(let id): catalogue.cluster(id)?.briefName ?? id.rawValue
    case .organisation(let id): catalogue.organisation(id)?.name ?? id.rawValue
    case .programme(let id): catalogue.programme(id)?.name ?? id.rawValue
    case .award(let id): judgement.labels.award(id).map { name(of: $0) } ?? id.rawValue
    case .call(let id): catalogue.call(id)?.name ?? id.rawValue
    case .fit(_, let cluster): name(of: .cluster(cluster)).map { "fit of \($0)" }
    case .project(let id): catalogue.project(id)?.name ?? id.rawValue
    case .values(let grouped): "frequency of \(grouped.title)"
    case .sheet(let number): sheets.sheet(number)?.name
    case .record(let sheet, let row): sheets.sheet(sheet)?.title(row: row)
    }
  }

  /// The cluster that a subject is or belongs to.
  func cluster(of subject: PaneSubject?) -> ID<Cluster>? {
    switch subject {
    case .cluster(let id), .fit(_, let id): id
    case .award(let id): judgement.labels.award(id)?.cluster
    default: nil
    }
  }
}

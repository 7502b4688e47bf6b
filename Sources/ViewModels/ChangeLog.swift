// What is not as it was when the program began, or in the older release that was named: each difference once.

import ClusterDomain

/// Changes as they are noticed, one after the other; what goes back to what it was is no change any more.
public struct ChangeLog: Sendable {
  /// What a change is a change of: several of the same make one.
  private struct Key: Hashable {
    let aspect: String
    let subject: String
    let detail: String?
  }

  private var order: [Key] = []
  private var known: [Key: Change] = [:]
  private var unseen: Set<String> = []
  /// The older release that the dataset was held against.
  var since: String?

  /// Nothing noticed yet.
  public init() {}

  /// All changes, in the order in which they were first noticed.
  var changes: [Change] { order.compactMap { known[$0] } }

  var isEmpty: Bool { known.isEmpty }

  /// Takes in what has changed since the last look.
  mutating func add(_ changes: [Change]) {
    for change in changes {
      let key = Key(aspect: change.kind.aspect, subject: change.subject, detail: change.detail)
      let merged = known[key].map { $0.followed(by: change) } ?? change
      if known[key] == nil { order.append(key) }
      known[key] = merged.before == merged.after && known[key] != nil ? nil : merged
      if change.kind.concernsCluster { unseen.insert(change.subject) }
    }
    order.removeAll { known[$0] == nil }
    unseen.formIntersection(known.values.lazy.filter(\.kind.concernsCluster).map(\.subject))
  }

  /// What has changed of a cluster, as long as nobody has looked at it.
  func unseen(of cluster: ID<Cluster>) -> [Change] {
    guard unseen.contains(cluster.rawValue) else { return [] }
    return order.filter { $0.subject == cluster.rawValue }.compactMap { known[$0] }.filter(
      \.kind.concernsCluster)
  }

  /// Whether nobody has looked yet at what has changed of a cluster.
  func isUnseen(_ cluster: ID<Cluster>) -> Bool { unseen.contains(cluster.rawValue) }

  /// Whether nobody has looked yet at what has changed of a part of a cluster that a cell shows.
  func isUnseen(_ cluster: ID<Cluster>, _ part: ChangedPart) -> Bool {
    isUnseen(cluster) && unseen(of: cluster).contains { part.isConcerned(by: $0) }
  }

  /// Takes the mark off a cluster; false where it has none.
  mutating func see(_ cluster: ID<Cluster>) -> Bool { unseen.remove(cluster.rawValue) != nil }
}

/// What a cell shows of a cluster.
enum ChangedPart {
  case label
  case place
  case figure(String)

  fileprivate func isConcerned(by change: Change) -> Bool {
    switch self {
    case .label: change.kind.aspect == "label"
    case .place: change.kind == .moved
    case .figure(let measure): change.kind == .figure && change.detail == measure
    }
  }
}

extension Change {
  /// Both changes as one: from what the first began with to what the second ended with.
  fileprivate func followed(by next: Change) -> Change {
    Change(
      kind: next.kind, subject: subject, name: next.name, detail: detail, before: before, after: next.after)
  }
}

extension Change.Kind {
  /// What it is a change of.
  fileprivate var aspect: String {
    switch self {
    case .clusterAdded, .clusterRemoved: "cluster"
    case .programmeAdded, .programmeRemoved: "programme"
    case .callAdded, .callRemoved: "call"
    case .labelled, .upgraded, .downgraded, .renewed, .lapsed, .shortened, .standing: "label"
    case .memberGained, .memberLost: "member"
    case .renamed, .moved, .details, .figure, .deadlinesMoved: rawValue
    }
  }
}

// Whose members a scene shows, and whether questions about them are answered at once.

import ClusterDomain
import Sheets
import Synchronization

extension Scene {
  /// More members or memberships than this are not looked through between two frames.
  private static let fewMembers = 20_000
  /// More members of one cluster than this are not sorted between two frames.
  private static let fewOfCluster = 2_000

  /// Whose members the shown clusters have; the date matters only where it decides which clusters are shown.
  var memberScope: MemberScope {
    let isDated = clauses.contains { $0.facet == .label }
    return MemberScope(
      clauses: clauses, showsImplied: showsImplied, asOf: isDated ? judgement.asOf : nil,
      revision: sheets.membersRevision)
  }

  /// Whether questions about members are answered while the frame waits.
  var answersAtOnce: Bool {
    let tables = catalogue.tables
    return !sheets.answersLater
      || max(tables.organisations.count, tables.memberships.count) <= Self.fewMembers
  }

  /// The members of one cluster, by which memberships count.
  func memberScope(of cluster: ID<Cluster>) -> MemberScope {
    MemberScope(
      cluster: cluster, clauses: [], showsImplied: showsImplied, asOf: nil, revision: sheets.membersRevision)
  }

  /// Whether questions about the members of a cluster are answered while the frame waits.
  func answersAtOnce(_ cluster: ID<Cluster>) -> Bool {
    !sheets.answersLater || catalogue.membershipCount(of: cluster) <= Self.fewOfCluster
  }

  /// The members of the shown clusters; looks at every membership the first time.
  ///
  /// Nil where it was stopped.
  func memberRoll(_ stop: StopFlag = StopFlag()) -> MemberRoll? {
    let scope = memberScope
    return judgement.rolls.withLock { rolls in
      if let known = rolls[scope] { return known }
      guard let made = MemberRoll(self, stop) else { return nil }
      // One list of members is at work at a time; others are made again when they are wanted.
      rolls = [scope: made]
      return made
    }
  }

  /// The members of one cluster; looks at each of them the first time.
  ///
  /// Nil where it was stopped, and where there is no such cluster.
  func clusterRoll(of cluster: ID<Cluster>, _ stop: StopFlag = StopFlag()) -> ClusterRoll? {
    let scope = memberScope(of: cluster)
    return judgement.clusterRolls.withLock { rolls in
      if let known = rolls[scope] { return known }
      guard let made = ClusterRoll(cluster, self, stop) else { return nil }
      rolls = [scope: made]
      return made
    }
  }
}

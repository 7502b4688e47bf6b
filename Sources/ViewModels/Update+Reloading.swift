// A dataset whose files change while it is shown: it is read again in place, and what has changed is marked until seen.

import ClusterDomain

extension AppState {
  /// Asks for the dataset to be read again, beside what is shown.
  mutating func reload() -> [Effect] {
    guard !isOnFiles, let data, case .ready = loading else { return [] }
    // Two readings at once could end in the wrong order.
    guard !isReloading else {
      mustReload = true
      return []
    }
    isReloading = true
    return [.reload(generation: generation, data, asOf)]
  }

  mutating func take(_ outcome: LoadOutcome, changes: [Change], generation: Int) -> [Effect] {
    isReloading = false
    guard generation == self.generation else { return [] }
    switch outcome {
    case .failed(let reason):
      refuse("What was read before stays, as the changed dataset cannot be read: \(reason)")
    case .ready(let data):
      let more = data.problems.count - (self.data?.problems.count ?? 0)
      self.data = data
      sheets.forgetMembers()
      changeLog.add(changes)
      rebuild()
      say(
        words(for: changes) + (more > 0 ? " \(scene?.counted(more, "new problem") ?? ""), p lists them." : "")
      )
    }
    guard mustReload else { return [] }
    mustReload = false
    return reload()
  }

  mutating func take(_ changes: [Change], since old: String) {
    changeLog.since = old
    changeLog.add(changes)
    rebuild()
    let count = changes.isEmpty ? "Nothing has changed" : "\(format.count(changes.count)) changes"
    say("\(count) since \(old)\(changes.isEmpty ? "." : "; D lists them, Δ marks their clusters.")")
  }

  private func words(for changes: [Change]) -> String {
    guard !changes.isEmpty else {
      return "The dataset was read again; no cluster, member or call has changed."
    }
    if changeLog.isEmpty { return "The dataset was read again and is as it was when the program began." }
    let subjects = Set(changes.filter(\.kind.concernsCluster).map(\.subject))
      .filter { data?.catalogue.cluster(ID(rawValue: $0)) != nil }
    let count = "\(format.count(changes.count)) \(changes.count == 1 ? "change" : "changes")"
    guard !subjects.isEmpty else { return "The dataset was read again: \(count); D lists them." }
    let clusters = "\(format.count(subjects.count)) \(subjects.count == 1 ? "cluster" : "clusters")"
    return "The dataset was read again: \(count), marked Δ at \(clusters); D lists them."
  }

  /// Takes the mark off a changed cluster once its page, which says what has changed, was left.
  mutating func dropMark(ofPage kind: PageKind) {
    guard case .cluster(let cluster) = kind, changeLog.see(cluster) else { return }
    rebuild()
  }
}

extension Scene {
  /// What has changed of a cluster since the program began, as long as nobody has looked at it.
  func changeFacts(of cluster: Cluster) -> [Fact] {
    let found = changeLog.unseen(of: cluster.id)
    guard !found.isEmpty else { return [] }
    return [.heading("Changed")]
      + found.map { change in
        let words = [change.before, change.after].map { $0 ?? Formatting.unknown }.joined(separator: " → ")
        return .value(change.kind.rawValue, [Run(words, .mark)])
      }
  }
}

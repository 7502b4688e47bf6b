// Writing a brief about the marked clusters.

import ClusterDomain

extension AppState {
  /// The clusters that a brief would be about: the marked ones of the focused list, or the one at hand.
  var clustersForBrief: [ID<Cluster>] {
    guard let scene, let view = view(of: page.focus), !isOnFiles else { return [] }
    let marked = view.list.marked
    guard !marked.isEmpty else { return clusterAtHand.map { [$0] } ?? [] }
    var seen: Set<ID<Cluster>> = []
    let rows =
      marked.count <= 100
      ? marked.compactMap { view.listing.row(key: $0) }.sorted()
      : (0..<view.listing.count).filter { marked.contains(view.listing.key(row: $0)) }
    return rows.compactMap { scene.cluster(of: view.listing.subject(row: $0)) }.filter {
      seen.insert($0).inserted
    }
  }

  mutating func askBrief() {
    let clusters = clustersForBrief
    guard !clusters.isEmpty else {
      return refuse("No cluster is marked or under the cursor; m marks those that a brief is to be about.")
    }
    overlay = .prompt(Prompt(.brief, clusters.count == 1 ? "\(clusters[0]).md" : "brief.md", isOffered: true))
  }

  mutating func writeBrief(to typed: String) -> [Effect] {
    guard let scene, !clustersForBrief.isEmpty else { return [] }
    guard let format = BriefTask.Format(path: typed) else {
      refuse("\"\(typed)\" ends in neither .md nor .html, so the format is not clear.")
      return []
    }
    overlay = nil
    exports += 1
    let clusters = clustersForBrief
    say("Writing a brief about \(scene.counted(clusters.count, "cluster"))…")
    return [.writeBrief(BriefTask(path: typed, format: format, scene: scene, clusters: clusters))]
  }

  /// How many clusters a brief would be about, as far as marks tell.
  public var briefCount: Int {
    focusedList.marked.isEmpty ? (isAboutCluster ? 1 : 0) : focusedList.marked.count
  }
}

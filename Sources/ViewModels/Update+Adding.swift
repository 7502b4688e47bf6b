// What a user adds: the watch list and notes. The state changes only once the notebook has it.

import ClusterDomain

extension AppState {
  /// The cluster that the focused row, or else the page, is about.
  var clusterAtHand: ID<Cluster>? {
    guard !isOnFiles, let scene, let view = view(of: page.focus) else { return nil }
    let row = view.row.map { view.listing.subject(row: $0) }
    return scene.cluster(of: row) ?? scene.cluster(of: page.kind.subject)
  }

  /// Whether the focused row, or the page, is about a cluster.
  public var isAboutCluster: Bool { clusterAtHand != nil }

  private static let noCluster = "This row is about no cluster; clusters are watched and noted."

  mutating func toggleWatch() -> [Effect] {
    guard let cluster = clusterAtHand else {
      refuse(Self.noCluster)
      return []
    }
    return add(.watch(cluster))
  }

  mutating func askNote() {
    guard let cluster = clusterAtHand else { return refuse(Self.noCluster) }
    overlay = .prompt(Prompt(.note(cluster)))
  }

  /// Longer ones are documents; what does not fit is not taken in part.
  static let longestNote = 2000

  mutating func typeNote(_ prompt: Prompt, _ text: String) {
    guard prompt.typed.count + text.count <= Self.longestNote else {
      return refuse("A note has at most \(format.count(Self.longestNote)) characters.")
    }
    overlay = .prompt(Prompt(prompt.purpose, prompt.typed + text))
  }

  mutating func writeNote(about cluster: ID<Cluster>, _ typed: String) -> [Effect] {
    overlay = nil
    let text = typed.trimmedEnd
    guard !text.isEmpty else { return [] }
    draft = Prompt(.note(cluster), typed)
    return add(.note(cluster, String(text)))
  }

  static let noNotebook = "Watch list and notes belong to datasets."

  mutating func add(_ addition: Addition) -> [Effect] {
    adding += 1
    return [.add(addition)]
  }

  /// Says why nothing was added, and gives a note back to who typed it.
  mutating func takeRefusal(_ words: String) {
    adding = max(0, adding - 1)
    if let draft, overlay == nil { overlay = .prompt(draft) }
    draft = nil
    refuse(words)
  }

  mutating func take(_ additions: Additions) {
    guard additions != self.additions else { return }
    self.additions = additions
    rebuild()
  }

  mutating func take(_ result: AdditionResult, _ additions: Additions) {
    adding = max(0, adding - 1)
    if case .noted = result { draft = nil }
    take(additions)
    say(words(for: result))
  }

  private func words(for result: AdditionResult) -> String {
    func name(_ id: ID<Cluster>) -> String { scene?.catalogue.cluster(id)?.briefName ?? id.rawValue }
    return switch result {
    case .watched(let id): "\(name(id)) is watched; f w shows all that are."
    case .unwatched(let id): "\(name(id)) is no longer watched."
    case .noted(let id): "Noted at \(name(id)); its page shows it."
    case .undone(true, let id): "The note at \(name(id)) is taken back."
    case .undone(false, let id):
      self.additions.watched.contains(id)
        ? "\(name(id)) is watched again." : "\(name(id)) is no longer watched."
    case .nothingToUndo: "There is nothing to take back."
    }
  }
}

extension Scene {
  /// What the user added about a cluster.
  func additionFacts(of cluster: Cluster) -> [Fact] {
    let additions = judgement.additions
    let notes = additions.notes(about: cluster.id)
    let isWatched = additions.watched.contains(cluster.id)
    guard isWatched || !notes.isEmpty else { return [] }
    return [.heading("Yours")]
      + (isWatched ? [.value("Watched", [Run("★ yes", .mark)])] : [])
      + notes.map { .value(format.day($0.day), [Run($0.text)]) }
  }

  /// A cluster's name in a list, behind a sign where it has changed and a star where it is watched.
  func listRuns(_ cluster: Cluster) -> [Run] {
    let sign = changes[cluster.id.rawValue] == nil ? [] : [Run("Δ ", .mark)]
    let star = judgement.additions.watched.contains(cluster.id) ? [Run("★ ", .mark)] : []
    return sign + star + [Run(cluster.listName)]
  }
}

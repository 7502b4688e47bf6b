// What a user adds: watched clusters, notes, label events, deadlines. The state changes only once the notebook has it.

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

  mutating func typeEntry(_ prompt: Prompt, _ text: String) {
    guard prompt.typed.count + text.count <= Self.longestNote else {
      return refuse("Such a line has at most \(format.count(Self.longestNote)) characters.")
    }
    // A database takes a NUL for the end of a text.
    overlay = .prompt(Prompt(prompt.purpose, prompt.typed + text.filter { $0 != "\0" }))
  }

  mutating func writeNote(about cluster: ID<Cluster>, _ typed: String) -> [Effect] {
    overlay = nil
    let text = typed.trimmedEnd
    guard !text.isEmpty else { return [] }
    return add(.note(cluster, String(text)), from: Prompt(.note(cluster), typed))
  }

  /// Takes back the entry under the cursor of the list of entries, elsewhere what was added last.
  mutating func undo() -> [Effect] {
    guard !refusesOnFiles(Self.noNotebook) else { return [] }
    guard page.focus == .notebook, let view = view(of: .notebook), let row = view.row else {
      return add(.undo(nil))
    }
    return add(.undo(Int64(view.listing.key(row: row))))
  }

  static let noNotebook = "What you enter belongs to datasets."

  mutating func add(_ addition: Addition, from prompt: Prompt? = nil) -> [Effect] {
    underway.append(prompt)
    return [.add(addition)]
  }

  /// Says why nothing was added, and keeps what was typed.
  mutating func takeRefusal(_ words: String) {
    if let typed = nextUnderway() { returned.append(typed) }
    isLeaving = false
    refuse(words)
  }

  /// What was typed for the addition of which the notebook tells next: they come back in their order.
  private mutating func nextUnderway() -> Prompt? {
    underway.isEmpty ? nil : underway.removeFirst()
  }

  /// Gives a line that did not arrive back to who typed it, once nothing else is being typed.
  mutating func giveBack() {
    guard overlay == nil, !returned.isEmpty else { return }
    overlay = .prompt(returned.removeFirst())
  }

  mutating func take(_ additions: Additions) {
    guard additions != self.additions else { return }
    self.additions = additions
    rebuild()
  }

  mutating func take(_ result: AdditionResult, _ additions: Additions) -> [Effect] {
    _ = nextUnderway()
    take(additions)
    say(words(for: result))
    // Who wanted to leave meanwhile leaves now.
    return isLeaving && underway.isEmpty && exports == 0 ? [.quit] : []
  }

  private func words(for result: AdditionResult) -> String {
    switch result {
    case .watched(let id): "\(name(id)) is watched; f w shows all that are."
    case .unwatched(let id): "\(name(id)) is no longer watched."
    case .entered(.note(let id, _)): "Noted at \(name(id)); its page shows it."
    case .entered(.labelEvent(let entry)):
      "Entered at \(name(entry.cluster)): \(entry.kind.rawValue) \(entry.level.rawValue); its page shows it beside what others say."
    case .entered(.deadline(let entry)):
      "Entered: \(format.date(entry.date)) as a deadline of \(name(entry.call))."
    case .entered(.watch(let id)): "\(name(id)) is watched."
    case .undone(.note(let id, _)): "The note at \(name(id)) is taken back."
    case .undone(.watch(let id)):
      additions.watched.contains(id) ? "\(name(id)) is watched again." : "\(name(id)) is no longer watched."
    case .undone(.labelEvent(let entry)):
      "\(entry.kind.rawValue.capitalizedFirst) \(entry.level.rawValue) at \(name(entry.cluster)) is taken back."
    case .undone(.deadline(let entry)):
      "\(format.date(entry.date)) as a deadline of \(name(entry.call)) is taken back."
    case .nothingToUndo: "There is nothing to take back."
    }
  }

  func name(_ id: ID<Cluster>) -> String { scene?.name(of: .cluster(id)) ?? id.rawValue }

  func name(_ id: ID<Call>) -> String { scene?.name(of: .call(id)) ?? id.rawValue }
}

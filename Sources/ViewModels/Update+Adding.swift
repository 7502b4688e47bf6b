// What a user adds: watched clusters, notes, label events, deadlines. The state changes only once the notebook has it.

public import ClusterDomain

extension AppState {
  /// The cluster that the focused row, or else the page, is about.
  var clusterAtHand: ID<Cluster>? {
    guard !isOnFiles, let scene, let view = view(of: page.focus) else { return nil }
    let row = view.row.map { view.listing.subject(row: $0) }
    return scene.cluster(of: row) ?? scene.cluster(of: page.kind.subject)
  }

  /// Whether the focused row, or the page, is about a cluster.
  public var isAboutCluster: Bool { clusterAtHand != nil }

  /// Whether a label event or a deadline can be entered at the focused row, or at the page.
  public var canEnter: Bool { !isOnFiles && entryAtHand != nil }

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

  mutating func askEntry() {
    guard !isOnFiles, let purpose = entryAtHand else {
      return refuse(
        "This row is about no cluster and no call; label events and deadlines are entered at theirs.")
    }
    overlay = .prompt(Prompt(purpose))
  }

  /// What can be entered at the focused row, or else at the page.
  private var entryAtHand: Prompt.Purpose? {
    let row = view(of: page.focus).flatMap { view in view.row.map { view.listing.subject(row: $0) } }
    for subject in [row, page.kind.subject] {
      switch subject {
      case .call(let id): return .deadline(id)
      case .fit(let id, _) where page.focus == .callFacts: return .deadline(id)
      case .award(let id): return scene?.cluster(of: subject).map { .labelEvent($0, id) }
      default: if let cluster = scene?.cluster(of: subject) { return .labelEvent(cluster, nil) }
      }
    }
    return nil
  }

  /// Longer ones are documents; what does not fit is not taken in part.
  static let longestNote = 2000

  mutating func typeEntry(_ prompt: Prompt, _ text: String) {
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

  mutating func enter(_ prompt: Prompt) -> [Effect] {
    guard !prompt.typed.trimmedEnd.isEmpty else {
      overlay = nil
      return []
    }
    do throws(EntryFault) {
      guard let addition = try prompt.addition(today: today) else { return [] }
      overlay = nil
      draft = prompt
      return add(addition)
    } catch {
      refuse("\"\(prompt.typed)\" \(error.words).")
      return []
    }
  }

  static let noNotebook = "What you enter belongs to datasets."

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
    if case .entered = result { draft = nil }
    take(additions)
    say(words(for: result))
  }

  private func words(for result: AdditionResult) -> String {
    switch result {
    case .watched(let id): "\(name(id)) is watched; f w shows all that are."
    case .unwatched(let id): "\(name(id)) is no longer watched."
    case .entered(.note(let id, _)): "Noted at \(name(id)); its page shows it."
    case .entered(.labelEvent(let entry)):
      "Entered at \(name(entry.cluster)): \(entry.kind.rawValue) \(entry.level.rawValue); the label's page shows it beside what others say."
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

  private func name(_ id: ID<Cluster>) -> String { scene?.name(of: .cluster(id)) ?? id.rawValue }

  private func name(_ id: ID<Call>) -> String { scene?.name(of: .call(id)) ?? id.rawValue }
}

extension Prompt {
  /// What the line adds, where it is one that adds something; throws what is wrong with it.
  public func addition(today: CalendarDate) throws(EntryFault) -> Addition? {
    switch purpose {
    case .labelEvent(let cluster, let award):
      .labelEvent(try LabelEntry(typed, of: cluster, award: award, today: today))
    case .deadline(let call): .deadline(try DeadlineEntry(typed, of: call, today: today))
    case .note(let cluster): .note(cluster, typed)
    case .asOf, .knownBy, .jump, .export, .brief: nil
    }
  }
}

extension Scene {
  /// What the user added about a cluster.
  func additionFacts(of cluster: Cluster) -> [Fact] {
    let entries = judgement.additions.entries(about: cluster.id)
    guard !entries.isEmpty else { return [] }
    return [.heading("Yours")]
      + entries.map { entry in
        switch entry.content {
        case .watch: .value("Watched", [Run("★ since \(format.day(entry.day))", .mark)])
        default: .value(format.day(entry.day), [Run(words(for: entry))])
        }
      }
  }

  /// What an entry says, in one line.
  func words(for entry: Entry) -> String {
    switch entry.content {
    case .watch: "watched"
    case .note(_, let text): text
    case .labelEvent(let event):
      [
        "\(event.kind.rawValue) \(event.level.rawValue)", event.date.map(format.date),
        event.validUntil.map { "to \(format.date($0))" }, event.years.map { "for \($0) years" }, event.note,
      ].compactMap(\.self).joined(separator: ", ")
    case .deadline(let deadline):
      [
        format.date(deadline.date), deadline.time, deadline.zone,
        deadline.replaces.map { "in place of \(format.date($0))" }, deadline.note,
      ].compactMap(\.self).joined(separator: ", ")
    }
  }

  /// A cluster's name in a list, behind a sign where it has changed and a star where it is watched.
  func listRuns(_ cluster: Cluster) -> [Run] {
    let sign = changes[cluster.id.rawValue] == nil ? [] : [Run("Δ ", .mark)]
    let star = judgement.additions.watched.contains(cluster.id) ? [Run("★ ", .mark)] : []
    return sign + star + [Run(cluster.listName)]
  }
}

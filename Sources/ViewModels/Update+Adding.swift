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

  mutating func enter(_ prompt: Prompt) -> [Effect] {
    guard !prompt.typed.trimmedEnd.isEmpty else {
      overlay = nil
      return []
    }
    do throws(EntryFault) {
      guard let addition = try prompt.addition(today: today) else { return [] }
      if let fault = fault(of: addition, at: prompt) {
        refuse(fault)
        return []
      }
      overlay = nil
      return add(addition, from: prompt)
    } catch {
      refuse("\"\(prompt.typed)\" \(error.words).")
      return []
    }
  }

  /// What of an entry does not go with what it is entered at.
  private func fault(of addition: Addition, at prompt: Prompt) -> String? {
    switch addition {
    case .deadline(let entry):
      guard let old = entry.replaces, let call = scene?.catalogue.call(entry.call) else { return nil }
      let known = Set(call.deadlines.map(\.date) + (call.closes.map { [$0] } ?? [])).sorted()
      guard !known.contains(old) else { return nil }
      let others = known.map { "\($0)" }.joined(separator: ", ")
      return "The call has no deadline \(old)\(known.isEmpty ? "." : "; it has \(others).")"
    case .labelEvent(let entry):
      let log = scene?.judgement.labels
      if entry.kind == .withdrawn || entry.kind == .corrected, entry.award == nil,
        log?.awards(of: entry.cluster).contains(where: { $0.level == entry.level }) == false
      {
        return
          "\(name(entry.cluster)) has no \(entry.level.rawValue) label that could be \(entry.kind.rawValue)."
      }
      guard entry.kind == .withdrawn, case .labelEvent(_, let id?) = prompt.purpose,
        let level = log?.award(id)?.level, level != entry.level
      else { return nil }
      return
        "This label is \(level.rawValue), not \(entry.level.rawValue); other labels are withdrawn at their own row."
    case .watch, .note, .undo: return nil
    }
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

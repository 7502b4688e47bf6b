// Entering label events and deadlines: at what, and what does not go with it.

public import ClusterDomain

extension AppState {
  /// Whether a label event or a deadline can be entered at the focused row, or at the page.
  public var canEnter: Bool { !isOnFiles && entryAtHand != nil }

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
      return scene?.catalogue.call(entry.call).flatMap { fault(of: entry, at: $0) }
    case .labelEvent(let entry):
      guard entry.kind == .withdrawn || entry.kind == .corrected else { return nil }
      return fault(of: entry, at: prompt)
    case .watch, .note, .undo: return nil
    }
  }

  private func fault(of entry: DeadlineEntry, at call: Call) -> String? {
    let holding = call.closingDates
    let dates = holding.map { "\($0.date)" }.joined(separator: ", ")
    if let old = entry.replaces, !holding.contains(where: { $0.date == old }) {
      return "The call has no deadline \(old)\(dates.isEmpty ? "." : "; it has \(dates).")"
    }
    let isThere = holding.contains {
      $0.date == entry.date && ($0.deadline?.moment != nil || entry.time == nil)
    }
    return isThere && entry.replaces == nil ? "The call has the deadline \(entry.date) already." : nil
  }

  /// What is taken away or corrected must be there, of that level, and given by then.
  private func fault(of entry: LabelEntry, at prompt: Prompt) -> String? {
    guard let log = scene?.judgement.labels else { return nil }
    if case .labelEvent(_, let id?) = prompt.purpose, let award = log.award(id), award.level != entry.level {
      return
        "This label is \(award.level.rawValue), not \(entry.level.rawValue); \(entry.kind.rawValue) is entered at its own row."
    }
    let awards = log.awards(of: entry.cluster).filter { $0.level == entry.level && $0.isGranted }
    guard !awards.isEmpty else {
      return
        "\(name(entry.cluster)) has no \(entry.level.rawValue) label that could be \(entry.kind.rawValue)."
    }
    guard entry.kind == .withdrawn, let day = entry.date?.last else { return nil }
    let meant = entry.award.flatMap { log.award($0) }.map { [$0] } ?? awards
    guard meant.allSatisfy({ ($0.start ?? day) > day }), let first = meant.compactMap(\.start).min() else {
      return nil
    }
    return "It was given \(format.day(first)), after that."
  }
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

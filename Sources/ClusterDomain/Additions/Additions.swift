// What a user adds beside a dataset, as it stands and as it is added. Datasets themselves are never changed.

/// Something that a user has added.
public struct Entry: Hashable, Sendable {
  /// What it is.
  public enum Content: Hashable, Sendable {
    /// A cluster is on the watch list.
    case watch(ID<Cluster>)
    /// A note about a cluster.
    case note(ID<Cluster>, String)
    /// A label event that the dataset does not have, or has otherwise.
    case labelEvent(LabelEntry)
    /// A deadline that the dataset does not have, or has otherwise.
    case deadline(DeadlineEntry)
  }

  /// Its number among all that was ever added.
  public let number: Int64
  /// The day on which it was added.
  public let day: CalendarDate
  /// What it is.
  public let content: Content

  /// An entry from its parts.
  public init(number: Int64, day: CalendarDate, content: Content) {
    self.number = number
    self.day = day
    self.content = content
  }

  /// The cluster that it is about; nil for a deadline of a call.
  public var cluster: ID<Cluster>? {
    switch content {
    case .watch(let cluster), .note(let cluster, _): cluster
    case .labelEvent(let entry): entry.cluster
    case .deadline: nil
    }
  }
}

/// Everything that a user has added, as it stands now.
public struct Additions: Hashable, Sendable {
  /// All entries, the oldest first; of watched clusters the one that put them on the list.
  public private(set) var entries: [Entry] = []
  /// The clusters on the watch list.
  public private(set) var watched: Set<ID<Cluster>> = []

  /// Nothing added yet.
  public init() {}

  /// What entries add, in their order.
  public init(_ entries: [Entry]) { for entry in entries { append(entry) } }

  /// Adds an entry behind all others.
  public mutating func append(_ entry: Entry) {
    entries.append(entry)
    if case .watch(let cluster) = entry.content { watched.insert(cluster) }
  }

  /// Takes a cluster off the watch list.
  public mutating func unwatch(_ cluster: ID<Cluster>) {
    watched.remove(cluster)
    entries.removeAll { $0.content == .watch(cluster) }
  }

  /// What was added about a cluster, the oldest first.
  public func entries(about cluster: ID<Cluster>) -> [Entry] { entries.filter { $0.cluster == cluster } }

  /// Whether a dataset says something else with it: label events or deadlines.
  public var changesData: Bool { entries.contains { $0.isOfData } }

  /// Whether others say the same beside a dataset.
  public func saysTheSame(as other: Additions) -> Bool {
    entries.filter(\.isOfData) == other.entries.filter(\.isOfData)
  }
}

extension Entry {
  /// Whether it stands beside the rows of the dataset.
  fileprivate var isOfData: Bool {
    switch content {
    case .labelEvent, .deadline: true
    case .watch, .note: false
    }
  }
}

/// Something that a user does to what is added.
public enum Addition: Hashable, Sendable {
  /// Puts a cluster on the watch list, or takes it off where it is on it.
  case watch(ID<Cluster>)
  /// Writes a note about a cluster.
  case note(ID<Cluster>, String)
  /// Enters a label event.
  case labelEvent(LabelEntry)
  /// Enters a deadline.
  case deadline(DeadlineEntry)
  /// Takes back the entry with this number, or what was done last.
  case undo(Int64?)
}

/// What became of an addition.
public enum AdditionResult: Hashable, Sendable {
  /// A cluster is watched from now on.
  case watched(ID<Cluster>)
  /// A cluster is no longer watched.
  case unwatched(ID<Cluster>)
  /// A note, a label event or a deadline was entered.
  case entered(Entry.Content)
  /// Something was taken back: what was added, or the watching that was ended.
  case undone(Entry.Content)
  /// There is nothing to take back.
  case nothingToUndo
}

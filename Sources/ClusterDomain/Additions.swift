// What a user adds beside a dataset: a watch list and notes. Datasets themselves are never changed.

/// A note about a cluster.
public struct Note: Hashable, Sendable {
  /// Its number among all that was ever added.
  public let number: Int64
  /// The cluster that it is about.
  public let cluster: ID<Cluster>
  /// What it says.
  public let text: String
  /// The day on which it was written.
  public let day: CalendarDate

  /// A note from its parts.
  public init(number: Int64, cluster: ID<Cluster>, text: String, day: CalendarDate) {
    self.number = number
    self.cluster = cluster
    self.text = text
    self.day = day
  }
}

/// Everything that a user has added, as it stands now.
public struct Additions: Hashable, Sendable {
  /// The clusters on the watch list.
  public var watched: Set<ID<Cluster>> = []
  /// The notes, the oldest first.
  public var notes: [Note] = []

  /// Nothing added yet.
  public init() {}

  /// The notes about a cluster, the oldest first.
  public func notes(about cluster: ID<Cluster>) -> [Note] { notes.filter { $0.cluster == cluster } }
}

/// Something that a user does to what is added.
public enum Addition: Hashable, Sendable {
  /// Puts a cluster on the watch list, or takes it off where it is on it.
  case watch(ID<Cluster>)
  /// Writes a note about a cluster.
  case note(ID<Cluster>, String)
  /// Takes back what was done last.
  case undo
}

/// What became of an addition.
public enum AdditionResult: Hashable, Sendable {
  /// A cluster is watched from now on.
  case watched(ID<Cluster>)
  /// A cluster is no longer watched.
  case unwatched(ID<Cluster>)
  /// A note was written.
  case noted(ID<Cluster>)
  /// A note, or else a change of the watch list, was taken back.
  case undone(wasNote: Bool, ID<Cluster>)
  /// There is nothing to take back.
  case nothingToUndo
}

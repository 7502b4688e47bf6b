// A dataset with its label log, as it came from the disk and as it is shown.

public import ClusterDomain

/// A dataset with its label log, made once per reading.
public final class LoadedData: Sendable, Hashable {
  /// The data.
  public let catalogue: Catalogue
  /// All awards.
  public let labels: LabelLog
  /// What could not be read.
  public let problems: [Problem]

  /// Takes a reading and derives the awards.
  public init(_ reading: Reading) {
    catalogue = reading.catalogue
    problems = reading.problems
    labels = LabelLog(reading.catalogue)
  }

  private init(_ catalogue: Catalogue, _ labels: LabelLog, _ problems: [Problem]) {
    self.catalogue = catalogue
    self.labels = labels
    self.problems = problems
  }

  /// The data with what a user has entered among them, and labels as they were known by a day; the same object where
  /// neither changes anything.
  public func shown(with additions: Additions, knownBy: CalendarDate?) -> LoadedData {
    guard additions.changesData || knownBy != nil else { return self }
    let catalogue = additions.applied(to: catalogue)
    let log = catalogue === self.catalogue ? labels : LabelLog(catalogue)
    return LoadedData(catalogue, knownBy.map { log.known(by: $0) } ?? log, problems)
  }

  /// The same reading is the same data.
  public static func == (lhs: LoadedData, rhs: LoadedData) -> Bool { lhs === rhs }

  /// Hashes the identity of the reading.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A dataset with what is entered beside it, and what it was made of.
struct ShownData: Sendable {
  let data: LoadedData
  let additions: Additions
  let knownBy: CalendarDate?
  let shown: LoadedData

  init(data: LoadedData, additions: Additions, knownBy: CalendarDate?) {
    self.data = data
    self.additions = additions
    self.knownBy = knownBy
    shown = data.shown(with: additions, knownBy: knownBy)
  }
}

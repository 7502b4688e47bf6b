// One difference between two releases of a dataset, in the words of those who watch labels and members.

/// Something that is not the same in two releases of a dataset.
public struct Change: Hashable, Sendable {
  /// What has changed.
  public enum Kind: String, CaseIterable, Sendable {
    /// A cluster is new.
    case clusterAdded = "cluster added"
    /// A cluster is gone.
    case clusterRemoved = "cluster removed"
    /// A cluster has another name.
    case renamed
    /// A cluster belongs to another region or has another seat.
    case moved
    /// A cluster holds a valid label and held none.
    case labelled
    /// A cluster's valid label is of a higher level.
    case upgraded
    /// A cluster's valid label is of a lower level.
    case downgraded
    /// A valid label of the same level ends later.
    case renewed
    /// A cluster held a valid label and holds none.
    case lapsed
    /// A valid label of the same level ends earlier.
    case shortened
    /// A cluster without a valid label stands otherwise: in grace, lapsed, in assessment.
    case standing = "label status"
    /// A cluster is of another kind, has other sectors, another founding date or website.
    case details
    /// A figure of a cluster says something else.
    case figure
    /// An organisation is a member now.
    case memberGained = "member gained"
    /// An organisation is a member no more.
    case memberLost = "member lost"
    /// A programme is new.
    case programmeAdded = "programme added"
    /// A programme is gone.
    case programmeRemoved = "programme removed"
    /// A call is new.
    case callAdded = "call added"
    /// A call is gone.
    case callRemoved = "call removed"
    /// A call closes on other days.
    case deadlinesMoved = "deadlines moved"

    /// Whether it is a change of a cluster, not of a programme or a call.
    public var concernsCluster: Bool {
      switch self {
      case .programmeAdded, .programmeRemoved, .callAdded, .callRemoved, .deadlinesMoved: false
      default: true
      }
    }
  }

  /// What has changed.
  public let kind: Kind
  /// The key of the cluster, programme or call.
  public let subject: String
  /// Its name, the newer one.
  public let name: String
  /// What of it has changed, where there may be several: a member, a measure.
  public let detail: String?
  /// What the older release says, where both say something.
  public let before: String?
  /// What the newer release says.
  public let after: String?

  /// A change from its parts.
  public init(
    kind: Kind, subject: String, name: String, detail: String? = nil, before: String? = nil,
    after: String? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.name = name
    self.detail = detail
    self.before = before
    self.after = after
  }
}

// Questions about rows that may take long, and what came back: of an open file or of a dataset's members.

public import Sheets

/// What is asked of the rows of an open file, or of the members of clusters.
public struct RowsAsk: Hashable, Sendable {
  /// What kind of answer is wanted.
  public enum Kind: Hashable, Sendable {
    /// Rows in an order.
    case rows
    /// How often the values of a column occur, with the sum of another.
    case counts(column: String, sum: String?)
  }

  /// Whose rows are asked about.
  public enum Source: Hashable, Sendable {
    /// Those of an open file, as it was at a moment of its reading.
    case file(Int, revision: Int = 0)
    /// The members of clusters.
    case members(MemberScope)
  }

  /// Whose rows.
  public let source: Source
  /// Which rows.
  public let query: ListQuery
  /// What about them.
  public let kind: Kind

  /// A question.
  public init(_ source: Source, query: ListQuery, kind: Kind) {
    self.source = source
    self.query = query
    self.kind = kind
  }
}

/// What came back; the same object is the same answer.
public final class RowsAnswer: Sendable, Hashable {
  /// What it says.
  public enum Content: Sendable {
    /// Rows; there may be more to come.
    case rows(RowList)
    /// Values with their counts.
    case counts([ValueGroup])
    /// The column has too many different values to count them.
    case tooMany
  }

  /// What it says.
  public let content: Content
  /// Whether it is all, not only a first page.
  public let isWhole: Bool
  /// The members that rows of it are among.
  let roll: MemberRoll?
  /// The members of one cluster that rows of it are among, by their memberships.
  let clusterRoll: ClusterRoll?

  /// An answer.
  public convenience init(_ content: Content, isWhole: Bool = true) {
    self.init(content, isWhole: isWhole, roll: nil)
  }

  init(_ content: Content, isWhole: Bool, roll: MemberRoll?, clusterRoll: ClusterRoll? = nil) {
    self.content = content
    self.isWhole = isWhole
    self.roll = roll
    self.clusterRoll = clusterRoll
  }

  /// Compares the identities.
  public static func == (lhs: RowsAnswer, rhs: RowsAnswer) -> Bool { lhs === rhs }

  /// Hashes the identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

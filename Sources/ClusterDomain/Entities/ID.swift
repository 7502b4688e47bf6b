// A typed identifier: the id of a cluster cannot be passed where a programme's is wanted.

/// The key of one entity in a dataset, a short lower-case slug such as `le2c`.
public struct ID<Target>: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The key as it is written in the tables.
  public let rawValue: String

  /// Wraps a key as it is written in the tables.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Wraps a key given as a literal.
  public init(stringLiteral value: String) { rawValue = value }

  /// The key itself.
  public var description: String { rawValue }

  /// Orders by the key's own text.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// Something that a dataset keys; unlike `Identifiable` it leaves the name `ID` to the keys themselves.
public protocol Entity: Sendable {
  /// Its key in the dataset.
  var id: ID<Self> { get }
}

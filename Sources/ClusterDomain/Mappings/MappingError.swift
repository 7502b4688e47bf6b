// What is wrong in a mapping file: where, why, and what to do.

/// A mistake in a mapping.
public struct MappingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file as it was named.
  public let file: String
  /// Counted from 1; nil where the file could not be read.
  public let line: Int?
  /// Counted from 1.
  public let column: Int?
  /// What is wrong, without a full stop.
  public let reason: String
  /// What to do about it, without a full stop.
  public let advice: String

  /// `FILE:LINE:COLUMN: REASON; ADVICE`.
  public var description: String {
    let place = [line, column].compactMap(\.self).map { ":\($0)" }.joined()
    return "\(visible(file, limit: 300))\(place): \(reason); \(advice)"
  }
}

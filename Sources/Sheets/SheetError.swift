// Why a file could not be read, said so that a person can do something about it.

/// A failure to read a file: what is wrong, where, and what to do.
public struct SheetError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file as it was named; `-` is standard input.
  public let path: String
  /// The line of the file, counted from 1, where there is one.
  public let line: Int?
  /// What is wrong, without a full stop.
  public let reason: String
  /// What to do about it, without a full stop.
  public let advice: String
  /// Whether the rows behind this one can be read all the same.
  let isOfOneRow: Bool

  init(_ path: String, line: Int? = nil, _ reason: String, advice: String, isOfOneRow: Bool = false) {
    self.path = path
    self.line = line
    self.reason = reason
    self.advice = advice
    self.isOfOneRow = isOfOneRow
  }

  /// `PATH:LINE: REASON; ADVICE`.
  public var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return "\(place): \(reason); \(advice)"
  }
}

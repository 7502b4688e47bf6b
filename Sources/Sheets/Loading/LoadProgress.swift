// How far the reading of a file has come.

/// How far the reading of a file has come.
public struct LoadProgress: Sendable, Hashable {
  /// Why there will be no further rows.
  public enum End: Sendable, Hashable {
    /// The file was read to its end.
    case complete
    /// Somebody stopped it; what was read is kept.
    case stopped
    /// The file broke off; what was read is kept.
    case failed(SheetError)
  }

  /// Bytes of the file that were taken so far.
  public var bytes = 0
  /// Bytes of the whole file; nil where nobody knows, as for a pipe.
  public var size: Int?
  /// Seconds since the beginning.
  public var seconds = 0.0
  /// How it ended; nil while it goes on.
  public var end: End?
  /// Whether the rows came from the cache.
  public var isFromCache = false

  /// Nothing read yet.
  public init() {}

  /// The part that is read, from 0 to 1; nil where the size is not known.
  public var part: Double? {
    guard let size, size > 0 else { return end == nil ? nil : 1 }
    return end == .complete ? 1 : min(1, Double(bytes) / Double(size))
  }

  /// Seconds that the rest will take at the speed so far; nil where that cannot be said.
  public var secondsLeft: Double? {
    guard end == nil, let part, part > 0.01, seconds > 0.2 else { return nil }
    return seconds * (1 - part) / part
  }
}

/// A sheet as far as it is read, with what was found out about its file.
public struct SheetReading: Sendable {
  /// The file, as it was named.
  public let path: String
  /// What was found by looking, or forced.
  public let source: SourceDescription
  /// The rows so far.
  public let sheet: Sheet
  /// How each column is to be understood, judged from all its rows so far.
  public let columns: [ColumnReading]
  /// How far the reading is.
  public let progress: LoadProgress

  /// Whether all rows are still there; false once the cache file that they lie in was cut or cannot be read.
  public var isIntact: Bool { !sheet.isLost }
}

// The way to stop work that runs elsewhere.

import Synchronization

/// Set once by whoever wants work to stop, and asked often by who does it.
public final class StopFlag: Sendable {
  private let flag = Atomic(false)

  /// Not set yet.
  public init() {}

  /// Whether the work is to stop.
  public var isSet: Bool { flag.load(ordering: .relaxed) }

  /// Asks for the work to stop.
  public func set() { flag.store(true, ordering: .relaxed) }
}

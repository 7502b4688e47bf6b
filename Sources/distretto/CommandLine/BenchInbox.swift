// Where intents of other threads wait for the one that measures.

import Dispatch
import Synchronization
import ViewModels

/// Intents in the order in which they came.
final class BenchInbox: Sendable {
  private let intents = Mutex<[Intent]>([])
  private let isFilled = DispatchSemaphore(value: 0)

  /// Adds an intent.
  func put(_ intent: Intent) {
    let isFirst = intents.withLock { intents in
      intents.append(intent)
      return intents.count == 1
    }
    if isFirst { isFilled.signal() }
  }

  /// All intents that are there; waits for the first.
  func take() -> [Intent] {
    isFilled.wait()
    return intents.withLock { intents in
      defer { intents.removeAll() }
      return intents
    }
  }
}

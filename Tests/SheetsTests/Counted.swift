// Numbers gathered from several threads.

import Synchronization

/// Numbers in the order in which they were added.
final class Counted: Sendable {
  private let numbers = Mutex<[Int]>([])

  var all: [Int] { numbers.withLock { $0 } }

  func add(_ number: Int) { numbers.withLock { $0.append(number) } }
}

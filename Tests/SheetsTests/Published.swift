// Lists that were published, from whatever thread.

import Synchronization

@testable import Sheets

/// Lists in the order in which they came.
final class Published: Sendable {
  private let lists = Mutex<[RowList]>([])

  var all: [RowList] { lists.withLock { $0 } }

  func add(_ list: RowList) { lists.withLock { $0.append(list) } }
}

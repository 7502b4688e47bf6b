// Problems of a dataset as they are found, bounded for each file.

/// Problems as they are found; of one file at most `limit` are kept.
struct ProblemLog {
  private(set) var all: [Problem] = []
  private var counts: [String: Int] = [:]
  /// How many there were, also those that were not kept.
  private(set) var count = 0
  static let limit = 1000

  mutating func add(_ problem: Problem) {
    let count = counts[problem.file, default: 0] + 1
    counts[problem.file] = count
    self.count += 1
    if count <= Self.limit { all.append(problem) }
  }

  /// What was found in one file, and how many problems beyond these.
  func found(in file: String) -> (kept: [Problem], more: Int) {
    let kept = all.filter { $0.file == file }
    return (kept, counts[file, default: 0] - kept.count)
  }

  /// Adds what was found in one file when it was read before.
  mutating func add(_ problems: [Problem], more: Int, in file: String) {
    for problem in problems { add(problem) }
    counts[file, default: 0] += more
    count += more
  }

  /// Says of each file how many problems were not kept.
  mutating func close() {
    for (file, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.limit {
      all.append(
        Problem(file: file, reason: "\(count - Self.limit) more problems are not listed", severity: .file))
    }
    counts = [:]
  }
}

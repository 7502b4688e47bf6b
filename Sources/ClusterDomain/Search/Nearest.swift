// The names nearest to a misspelt one, for "did you mean".

import Sheets

/// Finds names near to what was typed.
public enum Nearest {
  /// The nearest of the candidates, best first; none where nothing is near.
  ///
  /// Nearness is the Damerau–Levenshtein distance (optimal string alignment: insertions, deletions, replacements,
  /// swaps of neighbours) of the folded texts; what begins with the typed text or holds it comes before.
  public static func names(to typed: String, in candidates: [String], limit: Int = 3) -> [String] {
    let wanted = Array(Folding.folded(typed).unicodeScalars)
    guard !wanted.isEmpty, limit > 0 else { return [] }
    let scored = candidates.enumerated().compactMap { index, name in
      score(wanted, Array(Folding.folded(name).unicodeScalars)).map { (score: $0, index: index, name: name) }
    }
    let sorted = scored.sorted { ($0.score, $0.index) < ($1.score, $1.index) }
    var found: [String] = []
    for (_, _, name) in sorted where found.count < limit && !found.contains(name) { found.append(name) }
    return found
  }

  /// The lower the nearer; `nil` for what is too far away to be meant.
  private static func score(_ wanted: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Int? {
    if wanted == name { return 0 }
    if name.starts(with: wanted) { return 10 }
    let words = name.split { $0 == " " || $0 == "-" || $0 == "_" }
    if words.contains(where: { $0.starts(with: wanted) }) { return 20 }
    if wanted.count > 1, contains(name, wanted) { return 30 }
    let allowed = max(1, wanted.count / 3)
    let whole = distance(wanted, name, limit: allowed)
    let part = words.map { distance(wanted, Array($0), limit: allowed) }.min() ?? .max
    if whole <= allowed { return 30 + 10 * whole }
    return part <= allowed ? 35 + 10 * part : nil
  }

  private static func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }

  /// The distance of two texts, or more than `limit` where it is at least that.
  static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar], limit: Int) -> Int {
    guard abs(first.count - second.count) <= limit else { return limit + 1 }
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in 1...first.count {
      var current = [row] + Array(repeating: 0, count: second.count)
      for column in 1...second.count {
        let isSame = first[row - 1] == second[column - 1]
        var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = cost
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}

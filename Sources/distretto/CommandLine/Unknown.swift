// What is said of a name that nobody bears, with the names that may be meant.

import ClusterDomain

/// Messages about mistyped names.
enum Unknown {
  /// Short lists are given whole when nothing is near.
  private static let short = 14

  /// A sentence such as `No region is called "lombarida"; did you mean Lombardia?`.
  static func words(_ kind: String, _ typed: String, among names: [String], or others: [String] = [])
    -> String
  {
    let head = "No \(kind) is called \"\(typed)\""
    let near = Nearest.names(to: typed, in: names)
    let found = near.isEmpty ? Nearest.names(to: typed, in: others) : near
    if !found.isEmpty { return "\(head); did you mean \(list(found, "or"))?" }
    guard !names.isEmpty, names.count <= short else { return head + "." }
    return "\(head); there \(names.count == 1 ? "is" : "are") \(list(names, "and"))."
  }

  /// `a`, `a or b`, `a, b or c`.
  static func list(_ words: [String], _ joint: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(joint) \(last)"
  }
}

// The styles that a frame uses, each stored once, and how roles lie upon each other.

/// The table of looks of one frame.
struct Looks: Sendable {
  /// A role with the style that came out of it.
  struct Look: Hashable, Sendable {
    /// What it is.
    let role: Role
    /// Role names as laid upon each other, for the role goldens.
    let trace: String
    /// The style, complete.
    let style: Style
  }

  private struct Pair: Hashable, Sendable {
    let role: Role
    let over: Role?
  }

  private(set) var all: [Look]
  private var written: [Pair: UInt16] = [:]
  private var lastWritten: (pair: Pair, index: UInt16)

  /// The table with the page itself, the role `text`, in its first place.
  init(sheet: StyleSheet) {
    let page = Pair(role: "text", over: nil)
    all = [Look(role: page.role, trace: page.role.rawValue, style: sheet.style(page.role))]
    written[page] = 0
    lastWritten = (page, 0)
  }

  subscript(_ index: UInt16) -> Look { all[Int(index)] }

  /// The look of text in a role, on the page or over another role.
  mutating func index(of role: Role, over: Role?, sheet: StyleSheet) -> UInt16 {
    let pair = Pair(role: role, over: over)
    if lastWritten.pair == pair { return lastWritten.index }
    let index = written[pair] ?? add(look(of: pair, sheet: sheet))
    written[pair] = index
    lastWritten = (pair, index)
    return index
  }

  private func look(of pair: Pair, sheet: StyleSheet) -> Look {
    guard let over = pair.over else {
      return Look(role: pair.role, trace: pair.role.rawValue, style: sheet.style(pair.role))
    }
    return Look(
      role: pair.role, trace: "\(pair.role.rawValue) over \(over.rawValue)",
      style: sheet.style(pair.role, over: over))
  }

  private mutating func add(_ look: Look) -> UInt16 {
    // So many looks on one page can only be a mistake; the page's own is a harmless answer.
    guard all.count < Int(UInt16.max) else { return 0 }
    all.append(look)
    return UInt16(all.count - 1)
  }
}

// The keys that a row states, as hashes for comparing and as texts for the tables.

import Sheets

extension RowValues {
  /// The hash of a section's key; nil where the row states none.
  mutating func key(of section: BoundSection, _ places: inout PlaceCache) -> Hash128? {
    guard let key = statedKey(of: section, &places) else { return nil }
    var state = Hash128.State()
    state.add(UInt64(section.tableNumber))
    for rule in key.rules {
      guard let value = value(rule, &places) else {
        state.add(UnsafeBufferPointer(start: nil, count: 0))
        continue
      }
      if key.isFolded {
        var text = Folding.folded(withText(value) { String(decoding: $0, as: UTF8.self) })
        text.withUTF8 { state.add($0) }
      } else {
        withText(value) { state.add($0) }
      }
    }
    return state.hash
  }

  /// The first key whose first column states something.
  private mutating func statedKey(
    of section: BoundSection, _ places: inout PlaceCache
  ) -> BoundSection.Key? {
    for key in section.keys {
      if let first = key.rules.first, value(first, &places) != nil { return key }
    }
    return nil
  }

  /// What the key of a row is made from: the columns for it, otherwise those that tell rows apart.
  mutating func baseID(of section: BoundSection, _ places: inout PlaceCache) -> [UInt8] {
    for rule in section.ids {
      if let value = value(rule, &places) { return withText(value, Slug.key) }
    }
    var text: [UInt8] = []
    for rule in statedKey(of: section, &places)?.rules ?? [] {
      guard let value = value(rule, &places) else { continue }
      if !text.isEmpty { text.append(0x20) }
      withText(value) { text.append(contentsOf: $0) }
    }
    return Slug.key(text)
  }

  /// The key that a row got, by what distinguishes it from others alike.
  mutating func id(of section: BoundSection, suffix: Int, _ places: inout PlaceCache) -> [UInt8] {
    let base = baseID(of: section, &places)
    return suffix == 0 ? base : base + Array("-\(suffix)".utf8)
  }

  /// Tells that a value stands in for one that this row does not state, unless that was told already.
  mutating func noteInstead(_ bound: BoundRule, _ instead: [UInt8]) {
    let column: Int?
    switch bound.origin {
    case .columns(let columns), .joined(let columns, _): column = columns.first
    case .place: column = file.evidence.first?.column
    case .constant: column = nil
    }
    guard bound.isStated, let column, !findings.contains(where: { $0.column == column }) else { return }
    note(
      column, "states nothing that is known; “\(String(decoding: instead, as: UTF8.self))” is written",
      [UInt8]())
  }
}

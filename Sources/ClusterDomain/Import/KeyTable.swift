// Millions of keys by their hashes, each with the row where it stood first, without an object for any of them.

/// A table of hashes with a number each.
struct KeyTable {
  /// What was there before.
  struct Entry {
    var isNew: Bool
    /// The number that the key has now.
    var value: UInt64
  }

  private var lows: [UInt64] = []
  private var highs: [UInt64] = []
  private var values: [UInt64] = []
  private(set) var count = 0

  /// The number of a key; `value` becomes it where the key is new.
  mutating func insert(_ hash: Hash128, _ value: UInt64) -> Entry {
    if (count + 1) * 4 > lows.count * 3 { grow() }
    // A slot of two zeros is free; the one hash that looks so moves over.
    let high = hash.low == 0 && hash.high == 0 ? 1 : hash.high
    let slot = slot(of: hash.low, high)
    if lows[slot] != 0 || highs[slot] != 0 { return Entry(isNew: false, value: values[slot]) }
    (lows[slot], highs[slot], values[slot]) = (hash.low, high, value)
    count += 1
    return Entry(isNew: true, value: value)
  }

  /// The number of a key; nil where it is not there.
  func value(of hash: Hash128) -> UInt64? {
    guard !lows.isEmpty else { return nil }
    let high = hash.low == 0 && hash.high == 0 ? 1 : hash.high
    let slot = slot(of: hash.low, high)
    return lows[slot] != 0 || highs[slot] != 0 ? values[slot] : nil
  }

  /// Gives a key that is there another number.
  mutating func set(_ hash: Hash128, _ value: UInt64) {
    guard !lows.isEmpty else { return }
    let high = hash.low == 0 && hash.high == 0 ? 1 : hash.high
    let slot = slot(of: hash.low, high)
    if lows[slot] != 0 || highs[slot] != 0 { values[slot] = value }
  }

  private func slot(of low: UInt64, _ high: UInt64) -> Int {
    let mask = lows.count - 1
    var slot = Int(truncatingIfNeeded: low) & mask
    while lows[slot] != 0 || highs[slot] != 0 {
      if lows[slot] == low, highs[slot] == high { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let old = (lows, highs, values)
    let size = max(64, lows.count * 2)
    lows = Array(repeating: 0, count: size)
    highs = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    for index in old.0.indices where old.0[index] != 0 || old.1[index] != 0 {
      let slot = slot(of: old.0[index], old.1[index])
      (lows[slot], highs[slot], values[slot]) = (old.0[index], old.1[index], old.2[index])
    }
  }
}

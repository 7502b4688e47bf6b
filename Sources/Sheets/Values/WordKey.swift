// A short word as two numbers, so that it is found in a table without a string.

/// Up to sixteen bytes of a word in lower case.
struct WordKey: Hashable, Sendable {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0

  /// No word.
  init() {}

  /// The bytes from `start` to `end`, which are at most sixteen.
  @inline(__always)
  init(_ cell: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    var before: UInt8 = 0
    var shift: UInt64 = 0
    for index in start..<min(end, start + 16) {
      let byte = Self.lowered(cell[index], after: before)
      before = cell[index]
      if shift < 64 { low |= UInt64(byte) &<< shift } else { high |= UInt64(byte) &<< (shift &- 64) }
      shift &+= 8
    }
  }

  /// The key of a word of a table.
  init(_ word: String) {
    let bytes = Array(word.utf8)
    self = bytes.withUnsafeBufferPointer { WordKey($0, 0, $0.count) }
  }

  /// Lower case for ASCII and for the accented letters of Latin-1, whose second byte follows 0xC3.
  @inline(__always)
  private static func lowered(_ byte: UInt8, after before: UInt8) -> UInt8 {
    if byte &- 0x41 < 26 { return byte | 0x20 }
    return before == 0xC3 && byte < 0x9F ? byte | 0x20 : byte
  }

  /// Where to look first in a table of 512 places.
  @inline(__always)
  var place: Int { Int(truncatingIfNeeded: ((low ^ high &* 31) &* 0x9E37_79B9_7F4A_7C15) &>> 55) }
}

/// Words with what they mean; one object with its tables in place, so that a look-up neither copies nor counts.
final class WordTable<Meaning: Sendable>: Sendable {
  private let keys: InlineArray<512, WordKey>
  private let meanings: InlineArray<512, Meaning?>
  /// For each first byte the lengths that its words have, as bits.
  private let lengths: InlineArray<256, UInt32>

  /// A table of at most 400 words of at most sixteen bytes.
  ///
  /// What is longer or comes later is left out; of a word that stands twice the first meaning stays.
  init(_ words: [(String, Meaning)]) {
    var keys = InlineArray<512, WordKey>(repeating: WordKey())
    var meanings = InlineArray<512, Meaning?>(repeating: nil)
    var lengths = InlineArray<256, UInt32>(repeating: 0)
    for (word, meaning) in words.prefix(400) where (1...16).contains(word.utf8.count) {
      let key = WordKey(word)
      var place = key.place
      while meanings[place] != nil, keys[place] != key { place = (place + 1) % 512 }
      if meanings[place] == nil { (keys[place], meanings[place]) = (key, meaning) }
      for first in [word, word.uppercased()].compactMap(\.utf8.first) {
        lengths[Int(first)] |= 1 << UInt32(word.utf8.count)
      }
    }
    (self.keys, self.meanings, self.lengths) = (keys, meanings, lengths)
  }

  /// Whether a word may begin with the byte and have the length; mostly not, which is quick to see.
  @inline(__always)
  func mayHave(_ first: UInt8, _ length: Int) -> Bool {
    length <= 16 && lengths[Int(first)] &>> UInt32(truncatingIfNeeded: length) & 1 == 1
  }

  /// What the word from `start` to `end` means; `nil` where the table does not have it.
  @inline(__always)
  func meaning(_ cell: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Meaning? {
    guard start < end, mayHave(cell[start], end - start) else { return nil }
    let key = WordKey(cell, start, end)
    var place = key.place
    while let meaning = meanings[place] {
      if keys[place] == key { return meaning }
      place = (place &+ 1) & 511
    }
    return nil
  }
}

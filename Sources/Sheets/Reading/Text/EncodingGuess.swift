// Finds the encoding of a text by its first bytes: marks, zero bytes, valid UTF-8, letters of languages.

/// An encoding that was found.
struct EncodingGuess: Equatable {
  var encoding: TextEncoding
  /// Bytes of the byte order mark.
  var markLength = 0

  /// Looks at the first bytes of a text; `isWhole` says that there are no more.
  init(_ head: [UInt8], isWhole: Bool) {
    if let mark = Self.marks.first(where: { head.starts(with: $0.bytes) }) {
      encoding = mark.encoding
      markLength = mark.bytes.count
    } else {
      encoding = Self.wide(head) ?? (Self.isUTF8(head, isWhole: isWhole) ? .utf8 : Self.single(head))
    }
  }

  /// The length of the byte order mark of `encoding` at the beginning of `head`.
  static func markLength(of encoding: TextEncoding, in head: [UInt8]) -> Int {
    marks.first { $0.encoding == encoding && head.starts(with: $0.bytes) }?.bytes.count ?? 0
  }

  /// Whether it begins with the mark of UTF-32, which begins like that of UTF-16.
  static func isUTF32(_ head: [UInt8]) -> Bool {
    head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF])
  }

  private static let marks: [(bytes: [UInt8], encoding: TextEncoding)] = [
    ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16le), ([0xFE, 0xFF], .utf16be),
  ]

  /// UTF-16 shows in zero bytes, of which one half of the places has many and the other next to none.
  private static func wide(_ head: [UInt8]) -> TextEncoding? {
    let units = head.count / 2
    guard units > 1 else { return nil }
    var zeros = (even: 0, odd: 0)
    for index in 0..<units {
      if head[2 * index] == 0 { zeros.even += 1 }
      if head[2 * index + 1] == 0 { zeros.odd += 1 }
    }
    if zeros.odd * 5 > units, zeros.even * 20 < zeros.odd { return .utf16le }
    if zeros.even * 5 > units, zeros.odd * 20 < zeros.even { return .utf16be }
    return nil
  }

  /// Text of single bytes hardly ever has sequences of UTF-8, so a few bad bytes among many may pass; JSON is UTF-8 by
  /// its own rule (RFC 8259, section 8.1), and one sequence is enough to believe it.
  private static func isUTF8(_ head: [UInt8], isWhole: Bool) -> Bool {
    head.withUnsafeBufferPointer { bytes in
      var good = 0
      var bad = 0
      var index = UTF8Check.asciiEnd(bytes, from: 0)
      while index < bytes.count {
        switch UTF8Check.sequence(bytes, at: index) {
        case .valid(let length):
          good += 1
          index += length
        case .incomplete where !isWhole: index = bytes.count
        case .incomplete, .invalid:
          bad += 1
          index += 1
        }
        index = UTF8Check.asciiEnd(bytes, from: index)
      }
      let isJSON = bytes.first { $0 > 0x20 }.map { $0 == 0x7B || $0 == 0x5B } ?? false
      return bad == 0 || good > (isJSON ? 0 : 4 * bad)
    }
  }

  private static func single(_ head: [UInt8]) -> TextEncoding {
    let letters = LetterStatistics(head)
    if letters.isCentral { return .windows1250 }
    return letters.isLatin9 ? .latin9 : .windows1252
  }
}

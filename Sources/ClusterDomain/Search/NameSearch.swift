// What was typed to find a name, ready to be tried on many.

import Glibc
import Sheets

/// A search for names: every word typed must occur, in any order, in any case, with or without accents.
public struct NameSearch: Sendable, Hashable {
  private let words: [String]

  /// Takes what was typed; words are separated by blanks.
  public init(_ typed: String) {
    words = Folding.folded(typed).split { $0.isWhitespace }.map { String($0) }
  }

  /// Whether nothing was typed, so that everything matches.
  public var isEmpty: Bool { words.isEmpty }

  /// Whether every word occurs in a text that is already folded.
  public func matches(_ foldedText: String) -> Bool {
    guard !words.isEmpty else { return true }
    var text = foldedText
    return text.withUTF8 { text in
      words.allSatisfy { word in
        var word = word
        return word.withUTF8 { contains(text, $0) }
      }
    }
  }

  /// Looks for the word's first byte and then compares, each in one call of the C library.
  private func contains(_ text: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.baseAddress, let wordStart = word.baseAddress else { return word.isEmpty }
    var position = 0
    while position + word.count <= text.count {
      let rest = text.count - word.count - position + 1
      guard let found = memchr(start + position, Int32(word[0]), rest) else { return false }
      if memcmp(found, wordStart, word.count) == 0 { return true }
      position = UnsafeRawPointer(found) - UnsafeRawPointer(start) + 1
    }
    return false
  }
}

// Which languages the letters beyond ASCII speak for, to tell encodings of single bytes apart.

/// How often each byte from 0x80 on occurs in a text.
struct LetterStatistics {
  private var counts = [Int](repeating: 0, count: 128)
  /// Bytes 0xA4 that stand where a currency sign does, and œ or Œ where Latin-9 has them between letters.
  private var latin9Signs = 0

  init(_ text: [UInt8]) {
    for (index, byte) in text.enumerated() where byte >= 0x80 {
      counts[Int(byte) - 0x80] += 1
      if byte == 0xA4 || (byte == 0xBC || byte == 0xBD) && Self.isInWord(text, index) { latin9Signs += 1 }
    }
  }

  /// Whether windows-1250 makes more sense than windows-1252.
  var isCentral: Bool {
    // Western files are far more common here, so that a letter or two must not decide.
    likelihood(Self.central) > likelihood(Self.western) + 4
  }

  /// Whether ISO-8859-15 makes more sense than windows-1252, which has signs where the other has controls.
  var isLatin9: Bool { latin9Signs > 0 && counts[..<32].allSatisfy { $0 == 0 } }

  private static func isInWord(_ text: [UInt8], _ index: Int) -> Bool {
    func isLetter(_ place: Int) -> Bool {
      text.indices.contains(place) && (0x61...0x7A).contains(text[place] | 0x20)
    }
    return isLetter(index - 1) && isLetter(index + 1) || isLetter(index + 1) && isLetter(index + 2)
  }

  /// The logarithm of the likelihood of the letters in the language that fits best.
  private func likelihood(_ languages: [Language]) -> Double {
    languages.map { language in
      zip(counts, language.weights).reduce(0) { $0 + Double($1.0) * $1.1 }
    }.max() ?? 0
  }
}

extension LetterStatistics {
  /// The letters of a language by how often they occur.
  private struct Language {
    /// For each byte from 0x80 on the logarithm of its share.
    let weights: [Double]

    /// `letters` names the most frequent ones first; their capitals count too, as a tenth.
    init(_ letters: String, in page: [UInt16]) {
      var share = [Double](repeating: 0.0005, count: 128)
      let scalars = Array(letters.unicodeScalars)
      for (rank, scalar) in scalars.enumerated() {
        let weight = 1 / Double(rank + 2)
        Self.add(weight, scalar, page, &share)
        for capital in scalar.properties.uppercaseMapping.unicodeScalars {
          Self.add(weight / 10, capital, page, &share)
        }
      }
      let sum = share.reduce(0, +)
      weights = zip(share, page).enumerated().map { index, entry in
        // What both encodings have in common, and is no letter, says nothing.
        if CodePage.windows1252[index] == CodePage.windows1250[index], !Self.isLetter(entry.1) { return 0 }
        return entry.1 == 0xFFFD ? -12 : Self.logarithm(entry.0 / sum)
      }
    }

    private static func add(
      _ weight: Double, _ scalar: Unicode.Scalar, _ page: [UInt16], _ share: inout [Double]
    ) {
      if let place = page.firstIndex(of: UInt16(truncatingIfNeeded: scalar.value)) { share[place] += weight }
    }

    private static func isLetter(_ unit: UInt16) -> Bool {
      Unicode.Scalar(unit).map { $0.properties.isAlphabetic } ?? false
    }

    /// The natural logarithm of a share, near enough: by halving.
    private static func logarithm(_ share: Double) -> Double {
      var rest = share
      var result = 0.0
      while rest < 1 {
        rest *= 2
        result -= 0.6931
      }
      return result
    }
  }

  private static let western = [
    "èàùòéìîç", "äüößé", "éèàêçôîùâûœëïü", "óíáéñúüç", "ãçéáóíêõúàâô", "åäöéæøü", "éëïöèüó",
  ].map { Language($0, in: CodePage.windows1252) }

  private static let central = [
    "łąęóżśćńź", "íáéřěýčžšůúťďňó", "áíčéýžšúľťôňďäóĺŕ", "čšžćđ", "áéöóőüíúű", "ăşţâî",
  ].map { Language($0, in: CodePage.windows1250) }
}

// Text as it is compared: without case, accents and the variants of dashes and apostrophes.

/// Folds text for searching and comparing.
public enum Folding {
  /// Lower-case text without accents: `Forlì` and `FORLI` give `forli`, `Straße` gives `strasse`.
  ///
  /// Apostrophes, quotes, dashes and blanks become their ASCII forms; marks and invisible signs are dropped.
  public static func folded(_ text: String) -> String {
    var text = text
    if let ascii = text.withUTF8(foldedASCII) { return ascii }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the folded form of a text in UTF-8 into a buffer as large as the text, and returns how many bytes it took.
  ///
  /// Nil where the text has anything but letters of Western and Central Europe: that is left to `folded`.
  static func fold(_ text: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int?
  {
    let latin = latin
    var (from, to) = (0, 0)
    while from < text.count {
      let byte = text[from]
      if byte < 0x80 {
        buffer[to] = lowered(byte)
        from &+= 1
        to &+= 1
        continue
      }
      guard byte &- 0xC2 < 0x1E, from + 1 < text.count, text[from + 1] & 0xC0 == 0x80 else { return nil }
      let letter = Int(byte & 0x1F) << 6 | Int(text[from + 1] & 0x3F)
      guard letter < latin.count, let folded = latin[letter] else { return nil }
      buffer[to] = folded.0
      buffer[to + 1] = folded.1
      from &+= 2
      to &+= folded.1 == 0 ? 1 : 2
    }
    return to
  }

  private static func foldedASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { buffer in
      for (index, byte) in bytes.enumerated() { buffer[index] = lowered(byte) }
      return bytes.count
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "`"): UInt8(ascii: "'")
    default: byte
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if scalar.isASCII { return bytes.append(lowered(UInt8(truncatingIfNeeded: scalar.value))) }
    if scalar.value < latin.count, let folded = latin[Int(scalar.value)] {
      bytes.append(folded.0)
      if folded.1 != 0 { bytes.append(folded.1) }
      return
    }
    if let replacement = replacements[scalar] { return bytes += replacement }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .format: break
    case .spaceSeparator: bytes.append(UInt8(ascii: " "))
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        if let replacement = replacements[lower] {
          bytes += replacement
        } else if lower.properties.generalCategory != .nonspacingMark {
          bytes += Array(String(lower).utf8)
        }
      }
    }
  }

  /// One past the last letter with a place of its own in `latin`.
  private static let latinEnd: UInt32 = 0x250

  /// The folded forms of one or two bytes of the letters of Western and Central Europe, by their numbers.
  private static let latin: [(UInt8, UInt8)?] = (0..<latinEnd).map { value in
    guard value >= 0x80, let scalar = Unicode.Scalar(value) else { return nil }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    guard let first = lower.first, lower.count == 1, let bytes = replacements[scalar] ?? replacements[first],
      (1...2).contains(bytes.count)
    else { return nil }
    return (bytes[0], bytes.count > 1 ? bytes[1] : 0)
  }

  private static let replacements: [Unicode.Scalar: [UInt8]] = {
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for (plain, variants) in variants {
      for scalar in variants.unicodeScalars { table[scalar] = Array(plain.utf8) }
    }
    return table
  }()

  /// Each folded form with the lower-case characters that it stands for.
  private static let variants: [(String, String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặḁẚª"), ("ae", "æǣǽ"), ("b", "ḃḅḇƀɓ"), ("c", "çćĉċčḉƈ"),
    ("d", "ďđḋḍḏḑḓðɖɗ"), ("e", "èéêëēĕėęěȅȇȩẹẻẽếềểễệḕḗḙḛḝ"), ("f", "ḟƒ"), ("ff", "ﬀ"), ("ffi", "ﬃ"),
    ("ffl", "ﬄ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("g", "ĝğġģǥǧǵḡɠ"), ("h", "ĥħȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋỉịḭḯ"), ("ij", "ĳ"), ("j", "ĵǰ"), ("k", "ķĸǩḱḳḵƙ"), ("l", "ĺļľŀłḷḹḻḽƚ"),
    ("m", "ḿṁṃ"), ("n", "ñńņňŉŋǹṅṇṉṋ"), ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱọỏốồổỗộớờởỡợṍṏṑṓº"), ("oe", "œ"),
    ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšșſṡṣṥṧṩ"), ("ss", "ß"), ("t", "ţťŧțṫṭṯṱẗ"), ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựṳṵṷṹṻ"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžẑẓẕƶ"),
    ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ίϊΐ"), ("ο", "ό"), ("υ", "ύϋΰ"), ("ω", "ώ"), ("σ", "ς"),
    ("и", "й"), ("е", "ё"),
    ("'", "’‘‚‛ʼʹʻ´′＇"), ("\"", "“”„‟«»″"), ("-", "‐‑‒–—―−﹘﹣－"), ("...", "…"), ("&", "＆"),
  ]
}

// Names of places in the form in which they are compared.

import Sheets

/// Names of places as keys.
enum PlaceName {
  /// The name in lower case, without accents, signs and the little words that writers put in or leave out.
  ///
  /// `Reggio nell'Emilia` and `REGGIO EMILIA` give the same key, and so do `Provincia di Forlì-Cesena` and
  /// `FORLI' CESENA`. A name of little words alone keeps them.
  static func key(_ name: String) -> String {
    let words = Folding.words(name)
    let kept = words.filter { !littleWords.contains($0) }
    return (kept.isEmpty ? words : kept).joined(separator: " ")
  }

  /// The same with all words: `La Salle` and `Salle` are two municipalities.
  static func plainKey(_ name: String) -> String { Folding.words(name).joined(separator: " ") }

  /// The keys under which a municipality is sought: as written if it has accents, with all words, with the main ones.
  static func municipalityKeys(_ name: String) -> [String] {
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    return (isASCII ? [] : [name.lowercased()]) + [plainKey(name), "short " + key(name)]
  }

  private static let littleWords: Set<String> = [
    "di", "del", "della", "dell", "dello", "dei", "degli", "delle", "de", "nell", "nella", "d", "l", "la",
    "le",
    "e", "ed", "of", "the", "and", "und", "et", "regione", "region", "provincia", "province", "prov",
    "provinz",
    "autonoma", "autonome", "autonomous", "aut", "auton", "p", "a", "pa", "citta", "metropolitana",
    "metropolitan", "libero", "consorzio", "comunale",
  ]

  /// The name, and its parts where it is written in two languages, `Bolzano/Bozen`.
  static func keys(_ name: String) -> [String] { languages(name).map(key) }

  /// The name, then its parts where it is written in two languages.
  static func languages(_ name: String) -> [String] {
    let parts = name.split { $0 == "/" }.map(String.init)
    return parts.count > 1 ? [name] + parts : [name]
  }

  /// The name and the initials of the province behind it, `Monza (MB)`.
  static func bracketed(_ text: String) -> (name: String, initials: String)? {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
    let initials = text[text.index(after: open)...].dropLast()
    return (String(text[..<open]), String(initials))
  }
}

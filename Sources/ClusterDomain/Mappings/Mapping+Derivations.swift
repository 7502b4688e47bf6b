// Columns that a file does not have and that a mapping makes from its others: region and kind.

public import Sheets

extension Mapping {
  /// The columns REGION and KIND for a file with these titles, each only where the file has evidence for it.
  ///
  /// REGION is the name of the NUTS 2 region of Italy, the code of one abroad, the code of the country where no
  /// more is stated, and `ITH1 or ITH2` where several are meant
  /// or two statements contradict each other. What is not known keeps its text behind a `?`.
  public func derivations(header: [String], places: Places) -> [Derivation] {
    [region(header, places), kind(header)].compactMap(\.self)
  }

  /// Changes whenever `derivations` would give other columns, as long as the mapping's text is the same.
  public static func derivationVersion(places: Places) -> String {
    "\(places.version) \(RegionNames.version)"
  }

  private func region(_ header: [String], _ places: Places) -> Derivation? {
    let evidence = evidence(in: header)
    guard !evidence.isEmpty else { return nil }
    let kinds = evidence.map(\.kind)
    return Derivation(title: "REGION", inputs: evidence.map(\.index)) { texts in
      let stated = zip(kinds, texts).compactMap { kind, text in
        text.flatMap { $0.trimmed.isEmpty ? nil : (kind, $0.trimmed) }
      }
      guard let first = stated.first else { return nil }
      let statements = PlaceStatements(Dictionary(stated, uniquingKeysWith: { first, _ in first }))
      let found = PlaceOfRow(statements, places: places, isExplained: false)
      if !found.regions.isEmpty { return found.regions.joined(separator: " or ") }
      let region = found.place?.region.map { RegionNames.name(of: $0) ?? $0 }
      return region ?? found.place?.country ?? "?\(first.1)"
    }
  }

  /// The columns of a file that tell the place, by kind.
  func evidence(in header: [String]) -> [(kind: PlaceKind, index: Int)] {
    let titles = HeaderName.places(header)
    return places.compactMap { column in
      column.names.lazy.compactMap { titles[HeaderName.key($0)] }.first.map { (column.kind, $0) }
    }
  }

  private func kind(_ header: [String]) -> Derivation? {
    guard let rule = main?.rules["kind"], case .columns(let names) = rule.origin, let words = rule.words
    else {
      return nil
    }
    let titles = HeaderName.places(header)
    guard let own = names.lazy.compactMap({ titles[HeaderName.key($0)] }).first else { return nil }
    let and = rule.and.flatMap { titles[HeaderName.key($0)] }
    return Derivation(title: "KIND", inputs: [own] + (and.map { [$0] } ?? [])) { texts in
      guard let word = texts[0]?.trimmed, !word.isEmpty else { return nil }
      return words.meaning(of: word, and: texts.dropFirst().first ?? nil) ?? "?\(word)"
    }
  }
}

extension [String: String] {
  /// What a word means, first together with that of a second column.
  func meaning(of word: String, and other: String?) -> String? {
    let first = HeaderName.word(word)
    if let other, let found = self["\(first) + \(HeaderName.word(other))"] { return found }
    return self[first]
  }
}

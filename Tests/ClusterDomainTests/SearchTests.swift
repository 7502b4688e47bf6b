// Folding, searching and "did you mean".

import ClusterDomain
import Sheets
import Testing

@Suite struct SearchTests {
  @Test(arguments: [
    ("LE2C", "le2c"), ("Forlì", "forli"), ("FORLI\u{300}", "forli"), ("Straße", "strasse"), ("Ærø", "aero"),
    ("Łódź", "lodz"), ("Þingvellir", "thingvellir"), ("Œuvre", "oeuvre"), ("İstanbul", "istanbul"),
    ("ISTANBUL ı", "istanbul i"), ("Valle d’Aosta", "valle d'aosta"), ("l`Aquila", "l'aquila"),
    ("Friuli–Venezia Giulia", "friuli-venezia giulia"), ("“Motore”", "\"motore\""), ("A\u{A0}B", "a b"),
    ("soft\u{AD}hyphen", "softhyphen"), ("Vallée", "vallee"), ("Ñandú", "nandu"),
    ("ŠKODA ŽĎÁR", "skoda zdar"),
    ("Ửng", "ung"), ("ﬁne", "fine"), ("Κύπρος", "κυπροσ"), ("МОЙ", "мои"), ("東京", "東京"), ("🙂", "🙂"), ("", ""),
    ("a\u{0}\u{1B}b", "a\u{0}\u{1B}b"),
  ])
  func folding(text: String, folded: String) {
    #expect(Folding.folded(text) == folded)
    #expect(Folding.folded(folded) == folded)
  }

  @Test(arguments: [
    ("", true), ("  ", true), ("venet", true), ("NETO mecc", true), ("meccatronica veneto", true),
    ("é", true), ("veneto lombardia", false), ("venetoo", false), ("cluster-veneto", false),
  ])
  func search(typed: String, isFound: Bool) {
    let text = Folding.folded("Cluster Meccatronica del Véneto")
    #expect(NameSearch(typed).matches(text) == isFound)
  }

  @Test func searchEqualsTheNaiveSearch() {
    var random = SplitMix(seed: 11)
    func text(_ length: Int) -> String {
      String((0..<length).map { _ in "aAbè -'".randomElement(using: &random) ?? "a" })
    }
    for _ in 0..<2000 {
      let name = Folding.folded(text(Int.random(in: 0...12, using: &random)))
      let typed = text(Int.random(in: 0...5, using: &random))
      let words = Folding.folded(typed).split(separator: " ").map(String.init)
      let naive = words.allSatisfy { word in
        name.indices.contains { name[$0...].hasPrefix(word) }
      }
      #expect(NameSearch(typed).matches(name) == naive, "\(typed) in \(name)")
    }
  }

  private static let regions = [
    "lombardia", "liguria", "veneto", "lazio", "piemonte", "friuli-venezia giulia",
  ]

  @Test(arguments: [
    ("lombarida", ["lombardia"]), ("lomb", ["lombardia"]), ("Véneto", ["veneto"]),
    ("venezia", ["friuli-venezia giulia"]), ("venetia", ["friuli-venezia giulia", "veneto"]),
    ("piemnte", ["piemonte"]),
    ("ombardi", ["lombardia"]),
    ("xyz", []), ("", []), ("laz", ["lazio"]), ("ligura", ["liguria"]), ("vneto", ["veneto"]),
  ])
  func nearest(typed: String, expected: [String]) {
    #expect(Nearest.names(to: typed, in: Self.regions) == expected)
  }

  @Test func nearestIsLimitedAndWithoutDoubles() {
    #expect(Nearest.names(to: "a", in: ["ab", "ac", "ab", "ad", "ae"]) == ["ab", "ac", "ad"])
    #expect(Nearest.names(to: "a", in: ["ab", "ac"], limit: 1) == ["ab"])
    #expect(Nearest.names(to: "a", in: ["ab"], limit: 0).isEmpty)
  }
}

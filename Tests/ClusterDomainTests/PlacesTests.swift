// Codes and names of places in the spellings of many files.

import Testing

@testable import ClusterDomain

@Suite struct PlacesTests {
  private static let places = Places()
  private var places: Places { Self.places }

  /// The regions that a statement can mean, or its country in small letters, or nothing.
  private func regions(_ finding: PlaceFinding) -> String {
    switch finding {
    case .found(let place, _): place.region ?? place.country?.lowercased() ?? ""
    case .ambiguous(let regions): regions.joined(separator: " ")
    case .unknown: ""
    }
  }

  @Test(arguments: [
    ("ITC4C", "ITC4"), ("itc4c", "ITC4"), ("ITC4", "ITC4"), ("ITD55", "ITH5"), ("ITD1", "ITH1"),
    ("ITE43", "ITI4"), ("ITE1A", "ITI1"), ("ITC45", "ITC4"), ("ITF42", "ITF4"), ("ITG25", "ITG2"),
    ("ITG2A", "ITG2"), ("ITG2H", "ITG2"), ("ITG24", "ITG2"), ("ITC", "ITC1 ITC2 ITC3 ITC4"),
    ("ITD", "ITH1 ITH2 ITH3 ITH4 ITH5"), ("IT", "it"), ("ITZZZ", "it"), ("DE212", "DE21"), ("DE2", "de"),
    ("EL30", "EL30"), ("GR30", "EL30"), ("EL", "gr"), ("UKC11", "UKC1"), ("UK", "gb"), ("FRK26", "FRK2"),
    ("http://data.europa.eu/nuts/code/ITC4C", "ITC4"), ("ITC5", ""), ("ITX11", ""), ("US123", ""),
    ("ITC4C1", ""), ("IT-25", ""), ("ITC4é", ""), ("", ""), ("I", ""),
  ])
  func nuts(code: String, expected: String) { #expect(regions(places.nuts(code)) == expected) }

  @Test func nutsKeepsTheProvinceAndTheStatedVintage() {
    let lombardy = Place(region: "ITC4", nuts3: "ITC4C", province: "MI", country: "IT")
    #expect(places.nuts("ITC4C") == .found(lombardy, by: .nuts))
    let bologna = Place(region: "ITH5", nuts3: "ITH55", province: "BO", country: "IT")
    #expect(places.nuts("ITD55") == .found(bologna, by: .nuts))
    let former = Place(region: "ITG2", nuts3: "ITG29", province: "OT", country: "IT")
    #expect(places.nuts("ITG29") == .found(former, by: .nuts))
    let notListed = Place(region: "ITC4", nuts3: "ITC4Z", country: "IT")
    #expect(places.nuts("ITC4Z") == .found(notListed, by: .nuts))
    let munich = Place(region: "DE21", nuts3: "DE212", country: "DE")
    #expect(places.nuts("DE212") == .found(munich, by: .nuts))
  }

  @Test(arguments: [
    ("MI", "ITC4"), ("mi", "ITC4"), ("NA", "ITF3"), ("FO", "ITH5"), ("FC", "ITH5"), ("PS", "ITI3"),
    ("PU", "ITI3"), ("SU", "ITG2"), ("OT", "ITG2"), ("CI", "ITG2"), ("VS", "ITG2"), ("OG", "ITG2"),
    ("BT", "ITF4"), ("BAT", "ITF4"), ("FM", "ITI3"), ("MB", "ITC4"), ("VB", "ITC1"), ("BZ", "ITH1"),
    ("TN", "ITH2"), ("ROMA", "ITI4"), ("RM", "ITI4"), ("IT-MI", "ITC4"), ("NAN", ""), ("nan", ""), ("EE", ""),
    ("XX", ""), ("Forlì-Cesena", "ITH5"), ("FORLI-CESENA", "ITH5"), ("Forli' Cesena", "ITH5"),
    ("Reggio nell'Emilia", "ITH5"), ("Reggio nell’Emilia", "ITH5"), ("Reggio Emilia", "ITH5"),
    ("Reggio Calabria", "ITF6"), ("Reggio di Calabria", "ITF6"), ("REGGIO DI CALABRIA", "ITF6"),
    ("Massa Carrara", "ITI1"), ("Massa e Carrara", "ITI1"), ("Monza e della Brianza", "ITC4"),
    ("Monza-Brianza", "ITC4"), ("Monza e Brianza", "ITC4"), ("Pesaro-Urbino", "ITI3"),
    ("PESARO E URBINO", "ITI3"), ("Bolzano/Bozen", "ITH1"), ("Bozen", "ITH1"), ("Alto Adige", "ITH1"),
    ("Provincia autonoma di Trento", "ITH2"), ("P.A. Trento", "ITH2"), ("Aosta", "ITC2"),
    ("Valle d'Aosta/Vallée d'Aoste", "ITC2"), ("L'Aquila", "ITF1"), ("L’AQUILA", "ITF1"), ("Spezia", "ITC3"),
    ("Città Metropolitana di Milano", "ITC4"), ("Barletta-Andria-Trani", "ITF4"), ("Verbania", "ITC1"),
    ("Verbano Cusio Ossola", "ITC1"), ("Olbia-Tempio", "ITG2"), ("Sud Sardegna", "ITG2"), ("Napoli", "ITF3"),
    ("Mailand", "ITC4"), ("Florence", "ITI1"), ("Milano (MI)", "ITC4"), ("Reggio", "ITF6 ITH5"),
    ("Atlantide", ""), ("", ""), ("-", ""),
  ])
  func province(text: String, expected: String) { #expect(regions(places.province(text)) == expected) }

  @Test(arguments: [
    ("LOMBARDIA", "ITC4"), ("Lombardy", "ITC4"), ("Lombardei", "ITC4"), ("Regione Lombardia", "ITC4"),
    ("Piemont", "ITC1"), ("Piedmont", "ITC1"), ("Emilia Romagna", "ITH5"), ("EMILIA-ROMAGNA", "ITH5"),
    ("Emilia–Romagna", "ITH5"), ("Romagna", "ITH5"), ("Friuli VG", "ITH4"), ("FVG", "ITH4"),
    ("Friuli V.G.", "ITH4"), ("FRIULI-VENEZIA GIULIA", "ITH4"), ("Friuli Venezia Giulia", "ITH4"),
    ("Friaul-Julisch Venetien", "ITH4"), ("Trentino Alto Adige", "ITH1 ITH2"),
    ("TRENTINO-ALTO ADIGE", "ITH1 ITH2"), ("Trentino-Alto Adige/Südtirol", "ITH1 ITH2"),
    ("Trentino", "ITH2"), ("Südtirol", "ITH1"), ("SUDTIROL", "ITH1"), ("South Tyrol", "ITH1"),
    ("P.A. Bolzano", "ITH1"), ("Provincia Autonoma di Bolzano/Bozen", "ITH1"), ("Valle D'Aosta", "ITC2"),
    ("VALLE D AOSTA", "ITC2"), ("Val d'Aosta", "ITC2"), ("Aostatal", "ITC2"), ("Puglie", "ITF4"),
    ("Apulia", "ITF4"), ("Sardinien", "ITG2"), ("Sardinia", "ITG2"), ("Toskana", "ITI1"), ("Latium", "ITI4"),
    ("Le Marche", "ITI3"), ("Abruzzi", "ITF1"), ("IT-25", "ITC4"), ("IT-32", "ITH1 ITH2"), ("it-45", "ITH5"),
    ("IT-BZ", "ITH1"), ("LA SPEZIA", "ITC3"), ("PESARO E URBINO", "ITI3"),
    ("Nord-Ovest", "ITC1 ITC2 ITC3 ITC4"),
    ("Lombarida", ""), ("Bayern", ""), ("", ""), ("MI", ""),
  ])
  func region(text: String, expected: String) { #expect(regions(places.region(text)) == expected) }

  @Test(arguments: [
    ("03", "ITC4"), ("3", "ITC4"), ("003", "ITC4"), ("030", "ITC4"), ("10", "ITI2"), ("010", "ITC1 ITI2"),
    ("020", "ITC2 ITG2"), ("20", "ITG2"), ("200", "ITG2"), ("04", "ITH1 ITH2"), ("040", "ITH1 ITH2"),
    ("041", "ITH1"), ("042", "ITH2"), ("21", ""), ("0", ""), ("000", ""), ("0003", ""), ("3a", ""),
    ("-3", ""),
  ])
  func istatRegion(text: String, expected: String) { #expect(regions(places.istatRegion(text)) == expected) }

  @Test(arguments: [
    ("015", "ITC4"), ("15", "ITC4"), ("1", "ITC1"), ("001", "ITC1"), ("111", "ITG2"), ("104", "ITG2"),
    ("215", "ITC4"), ("263", "ITF3"), ("202", ""), ("112", ""), ("000", ""), ("0150", ""), ("", ""),
  ])
  func istatProvince(text: String, expected: String) {
    #expect(regions(places.istatProvince(text)) == expected)
  }

  @Test(arguments: [
    ("015146", "ITC4"), ("15146", "ITC4"), ("1272", "ITC1"), ("063049", "ITF3"), ("015000", ""), ("146", ""),
    ("999001", ""),
  ])
  func istatMunicipality(text: String, expected: String) {
    #expect(regions(places.istatMunicipality(text)) == expected)
  }

  @Test(arguments: [
    ("IT", "it"), ("Italia", "it"), ("ITALY", "it"), ("Italien", "it"), ("ITA", "it"), ("NA", "na"),
    ("EL", "gr"), ("GR", "gr"), ("UK", "gb"), ("Deutschland", "de"), ("The Netherlands", "nl"),
    ("Stati Uniti", "us"), ("Padania", ""), ("", ""), ("ZZ", ""),
  ])
  func country(text: String, expected: String) { #expect(regions(places.country(text)) == expected) }

  @Test func everyCapitalIsFoundInItsProvince() {
    #expect(ProvinceRow.all.count == 107 + 4)
    for row in ProvinceRow.all {
      #expect(!row.capitals.isEmpty, "\(row.initials)")
      for capital in row.capitals {
        #expect(regions(places.municipality(capital)) == row.place.region, "\(capital)")
        #expect(
          regions(places.municipality("\(capital) (\(row.initials))")) == row.place.region, "\(capital)")
      }
    }
    #expect(regions(places.municipality("FORLI'")) == "ITH5")
    #expect(regions(places.municipality("Andria")) == "ITF4")
    #expect(regions(places.municipality("Bozen")) == "ITH1")
    #expect(regions(places.municipality("Sesto San Giovanni")) == "")
  }

  @Test func municipalitiesOfAListAreFound() {
    let places = Places(municipalities: [
      ("Castro", "ITC46"), ("Castro", "ITF45"), ("San Donà di Piave", "ITH35"), ("Nowhere", "XX"),
      ("Glorenza/Glurns", "ITH10"), ("Carbonia", "ITG2C"), ("La Salle", "ITC20"), ("Salle", "ITF13"),
      ("Paternò", "ITG17"), ("Paterno", "ITF51"), ("Reggio nell'Emilia", "ITH53"),
    ])
    #expect(places.municipality("Castro") == .ambiguous(["ITC4", "ITF4"]))
    #expect(regions(places.municipality("CASTRO (LE)")) == "ITF4")
    #expect(regions(places.municipality("SAN DONA' DI PIAVE")) == "ITH3")
    #expect(regions(places.municipality("Glurns")) == "ITH1")
    #expect(regions(places.municipality("Carbonia")) == "ITG2")
    #expect(places.municipality("Nowhere") == .unknown)
    #expect(regions(places.municipality("LA SALLE")) == "ITC2")
    #expect(regions(places.municipality("Salle")) == "ITF1")
    #expect(regions(places.municipality("Paternò")) == "ITG1")
    // Without its accent the name can be either.
    #expect(places.municipality("PATERNO'") == .ambiguous(["ITF5", "ITG1"]))
    #expect(regions(places.municipality("REGGIO EMILIA")) == "ITH5")
  }

  @Test func tablesHoldEachCodeOnce() {
    let rows = ProvinceRow.all
    let nuts = rows.flatMap(\.nuts)
    #expect(Set(nuts).count == nuts.count)
    #expect(Set(rows.map(\.initials)).count == rows.count)
    #expect(Set(rows.map(\.code)).count == rows.count)
    #expect(rows.allSatisfy { row in row.nuts.allSatisfy { RegionRow.ids.contains(String($0.prefix(4))) } })
    #expect(RegionRow.ids.count == 21)
    #expect(Set(RegionRow.ids).count == 21)
  }

  @Test func namesThatMeanSeveralPlacesAreKnown() {
    var provinces: [String: Set<String>] = [:]
    for row in ProvinceRow.all {
      for key in row.names.flatMap(PlaceName.keys) { provinces[key, default: []].insert(row.initials) }
    }
    #expect(provinces.filter { $0.value.count > 1 } == ["reggio": ["RC", "RE"]])
    var regions: [String: Set<String>] = [:]
    for row in RegionRow.all {
      for name in row.names { regions[PlaceName.key(name), default: []].insert(row.id) }
    }
    #expect(regions.filter { $0.value.count > 1 }.isEmpty)
  }
}

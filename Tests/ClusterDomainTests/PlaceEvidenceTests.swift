// What several columns say of one place: the most exact decides, and nothing is dropped.

import Testing

@testable import ClusterDomain

@Suite struct PlaceEvidenceTests {
  private static let places = Places(municipalities: [
    ("Castro", "ITC46"), ("Castro", "ITF45"), ("Monza", "ITC45"),
  ])

  private func find(_ texts: [PlaceKind: String]) -> PlaceAnswer { Self.places.find(PlaceStatements(texts)) }

  private func region(_ answer: PlaceAnswer) -> String? {
    if case .found(let place, _) = answer.finding { place.region } else { nil }
  }

  @Test func theMostExactStatementWins() {
    let answer = find([.region: "Lombardia", .province: "MI", .country: "Italia", .municipality: "Milano"])
    let milan = Place(region: "ITC4", nuts3: "ITC4C", province: "MI", country: "IT")
    #expect(answer.finding == .found(milan, by: .province))
    #expect(answer.remarks.isEmpty)
  }

  @Test func aProvinceSettlesTrentinoAltoAdige() {
    #expect(region(find([.region: "TRENTINO-ALTO ADIGE", .province: "TN"])) == "ITH2")
    #expect(region(find([.region: "TRENTINO-ALTO ADIGE", .province: "BZ"])) == "ITH1")
    #expect(find([.region: "TRENTINO-ALTO ADIGE"]).finding == .ambiguous(["ITH1", "ITH2"]))
    #expect(find([.istatRegion: "04", .municipality: "Bolzano"]).remarks.isEmpty)
  }

  @Test func lessExactStatementsSettleWhatIsAmbiguous() {
    let castro = find([.municipality: "Castro", .region: "Puglia"])
    #expect(region(castro) == "ITF4")
    #expect(castro.remarks.isEmpty)
    #expect(region(find([.istatRegion: "010", .region: "Umbria"])) == "ITI2")
    #expect(region(find([.nuts: "ITC", .region: "Liguria"])) == "ITC3")
    #expect(region(find([.province: "Reggio", .region: "Calabria"])) == "ITF6")
  }

  @Test func contradictionsAreReported() {
    let answer = find([.province: "MI", .region: "Veneto"])
    #expect(region(answer) == "ITC4")
    #expect(answer.isContradicted)
    #expect(answer.remarks.map(\.description) == ["region Veneto says ITH3, but province MI says ITC4 MI"])
    let same = find([.province: "MI", .municipality: "Bergamo"])
    #expect(region(same) == "ITC4")
    #expect(same.isContradicted)
    #expect(find([.nuts: "DE212", .country: "IT"]).isContradicted)
  }

  @Test func provincesThatExchangedMunicipalitiesDoNotDisagree() {
    #expect(find([.province: "MB", .municipality: "Monza"]).remarks.isEmpty)
    #expect(find([.province: "SU", .nuts: "ITG27"]).remarks.isEmpty)
    #expect(find([.province: "OT", .istatProvince: "090"]).remarks.isEmpty)
    #expect(find([.province: "FO", .municipality: "Cesena"]).remarks.isEmpty)
  }

  @Test func unknownStatementsAreListedAndTheRestIsUsed() {
    let answer = find([.province: "NAN", .region: "CAMPANIA"])
    #expect(answer.finding == .found(Place(region: "ITF3", country: "IT"), by: .region))
    #expect(answer.remarks == [.unknown(.province, "NAN", nearest: [])])
    #expect(answer.remarks.first?.description.contains("Napoli") == true)
    #expect(!answer.isContradicted)
    let misspelt = find([.region: "Lombarida"])
    #expect(misspelt.finding == .unknown)
    #expect(misspelt.remarks.first?.description == "region Lombarida is unknown; near to it: Lombardia")
  }

  @Test func otherCountriesAreNotReadAsItaly() {
    let answer = find([.province: "MI", .country: "US"])
    #expect(answer.finding == .found(Place(country: "US"), by: .country))
    #expect(answer.remarks == [.notItaly(.province, "MI", country: "US")])
    #expect(region(find([.nuts: "DE212", .country: "DE"])) == "DE21")
    #expect(region(find([.nuts: "EL30", .country: "Greece"])) == "EL30")
    #expect(
      find([.country: "Padania", .province: "MI"]).remarks == [.unknown(.country, "Padania", nearest: [])])
  }

  @Test func aCoarseCodeGivesWayToAnExactName() {
    let answer = find([.nuts: "IT", .province: "NA"])
    #expect(
      answer.finding
        == .found(Place(region: "ITF3", nuts3: "ITF33", province: "NA", country: "IT"), by: .province))
    #expect(region(find([.nuts: "ITC4", .municipality: "Milano"])) == "ITC4")
  }

  @Test func nothingStatedIsUnknown() {
    #expect(find([:]) == PlaceAnswer(finding: .unknown, remarks: []))
    #expect(find([.province: "", .region: ""]) == PlaceAnswer(finding: .unknown, remarks: []))
  }

  @Test func nearNamesAreLookedForOnlyWhereSomebodyReadsThem() {
    let statements = PlaceStatements([.province: "Bresia"])
    let near = Self.places.find(statements).remarks.map(\.description)
    #expect(near.count == 1 && near.allSatisfy { $0.contains("Brescia") })
    #expect(
      Self.places.find(statements, isExplained: false).remarks == [.unknown(.province, "Bresia", nearest: [])]
    )
    let known = Self.places.find(PlaceStatements([.province: "BS", .municipality: "Bresia"])).remarks
    #expect(known == [.unknown(.municipality, "Bresia", nearest: [])])
  }
}

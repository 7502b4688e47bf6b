// The tables of places against the lists that Eurostat and ISTAT publish, where they lie beside the package.

import Foundation
import Testing

@testable import ClusterDomain

private enum Lists {
  static let folder = Bundled.packageRoot + "/../shared/data/real"
  static let areThere = ["nuts-2021.csv", "istat-comuni-2020-cp1252.csv", "it-opencup-pnrr-locations.csv"]
    .allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }

  /// The rows of a file without quoted cells, each divided by the mark.
  static func rows(_ name: String, _ mark: Character, _ encoding: String.Encoding) throws -> [[String]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    let text = try #require(String(data: data, encoding: encoding))
    return text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    }
  }
}

@Suite(.enabled(if: Lists.areThere, "the published lists do not lie beside the package"))
struct RealPlacesTests {
  private func region(_ finding: PlaceFinding) -> String? {
    if case .found(let place, _) = finding { place.region } else { nil }
  }

  @Test func everyItalianCodeOfNUTS2021IsAProvince() throws {
    let places = Places()
    let rows = try Lists.rows("nuts-2021.csv", ";", .utf8).filter {
      $0[0].hasPrefix("IT") && $0[0].count == 5
    }
    #expect(rows.count == 107)
    for row in rows {
      guard case .found(let place, .nuts) = places.nuts(row[0]) else {
        Issue.record("\(row[0]) is not found")
        continue
      }
      #expect(place.region == String(row[0].prefix(4)))
      let province = try #require(place.province, "\(row[0])")
      #expect(places.province(province) == .found(place, by: .province))
      #expect(places.province(row[1]) == .found(place, by: .province), "\(row[1])")
    }
  }

  @Test func everyItalianRegionOfNUTS2021IsFoundByName() throws {
    let rows = try Lists.rows("nuts-2021.csv", ";", .utf8).filter {
      $0[0].hasPrefix("IT") && $0[0].count == 4
    }
    #expect(rows.count == 21)
    for row in rows { #expect(region(Places().region(row[1])) == row[0], "\(row[1])") }
  }

  @Test func foreignCodesGiveTheirRegion() throws {
    let places = Places()
    let codes = try Lists.rows("nuts-2021.csv", ";", .utf8).dropFirst().map { $0[0] }
      .filter { (4...5).contains($0.count) && !$0.hasPrefix("IT") && !$0.dropFirst(2).hasPrefix("Z") }
    #expect(codes.count > 1500)
    for code in codes { #expect(region(places.nuts(code)) == String(code.prefix(4)), "\(code)") }
  }

  @Test func everyMunicipalityIsFoundInTheRegionThatTheListStates() throws {
    let rows = try Lists.rows("istat-comuni-2020-cp1252.csv", ";", .windowsCP1252)
      .filter { $0.count == 23 && $0[0].count == 2 && $0[0].allSatisfy(\.isNumber) }
    #expect(rows.count == 7904)
    let nuts = rows.map { $0[21].trimmingCharacters(in: .whitespaces) }
    let places = Places(municipalities: rows.map { ($0[6], $0[22].trimmingCharacters(in: .whitespaces)) })
    var ambiguous: Set<String> = []
    var checked: Set<[String]> = []
    for (row, expected) in zip(rows, nuts) {
      if checked.insert([row[1], row[2], row[11], row[13], row[22], expected]).inserted {
        #expect(region(places.nuts(row[22].trimmingCharacters(in: .whitespaces))) == expected)
        #expect(region(places.province(row[13])) == expected, "\(row[13])")
        #expect(region(places.istatProvince(row[2])) == expected, "\(row[2])")
        #expect(region(places.istatProvince(row[1])) == expected, "\(row[1])")
        #expect(region(places.province(row[11])) == expected, "\(row[11])")
      }
      #expect(region(places.istatMunicipality(row[4])) == expected, "\(row[4])")
      let answer = places.find(
        PlaceStatements([.municipality: row[6].uppercased(), .istatRegion: row[0], .region: row[10]]))
      if case .ambiguous = places.municipality(row[6]) { ambiguous.insert(row[6]) }
      // Without its accent a name can be that of another municipality.
      let isFound = region(answer.finding) == expected || answer.finding == .ambiguous(["ITH1", "ITH2"])
      #expect(isFound && answer.remarks.isEmpty, "\(row[6]): \(answer)")
    }
    #expect(ambiguous == ["Samone", "Calliano", "Livo", "Peglio", "Castro", "San Teodoro", "Paterno"])
  }

  @Test func projectLocationsAgreeInAllTheirColumns() throws {
    let places = Places()
    let rows = try Lists.rows("it-opencup-pnrr-locations.csv", ",", .utf8).dropFirst().filter {
      $0.count == 12
    }
    #expect(rows.count > 7000)
    var seen: Set<[String]> = []
    for row in rows where seen.insert(Array(row[5...10])).inserted {
      let answer = places.find(
        PlaceStatements([
          .istatRegion: row[5], .region: row[6], .istatProvince: row[7], .province: row[8],
          .istatMunicipality: row[10] == "-1" ? "" : row[10], .country: row[2],
        ]))
      #expect(region(answer.finding) != nil && answer.remarks.isEmpty, "\(row): \(answer)")
    }
  }
}

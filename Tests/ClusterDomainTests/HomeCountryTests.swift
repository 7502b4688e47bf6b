// The home country: stated, or that of all regions, or none.

import ClusterDomain
import Testing

@Suite struct HomeCountryTests {
  private func read(_ member: String, regions: String) throws -> (String, [String]) {
    let package = try FixturePackage(
      [
        "regions": "id,name,name_en,legacy,country,source\n" + regions,
        "countries": "id,name\nIT,Italy\nFR,France\n", "labels": nil, "clusters": nil,
      ],
      descriptor: """
        {\(member) "resources": [{"name": "sources", "path": "sources.csv"},
          {"name": "countries", "path": "countries.csv"}, {"name": "regions", "path": "regions.csv"}]}
        """)
    let (catalogue, problems) = try package.read()
    return (catalogue.homeCountry, problems.map(\.description))
  }

  private static let italian = "ITC4,Lombardia,Lombardy,,IT,s1\n"
  private static let french = "FRK2,Rhône-Alpes,Rhône-Alpes,,FR,s1\n"

  @Test(arguments: [
    ("\"homeCountry\": \"FR\",", italian, "FR"), ("", italian, "IT"), ("", french, "FR"),
    ("\"homeCountry\": \"\",", french + french.replacing("FRK2", with: "FRK1"), "FR"),
    ("\"homeCountry\": 3,", italian, "IT"),
  ])
  func statedOrOfAllRegions(member: String, regions: String, country: String) throws {
    let (home, problems) = try read(member, regions: regions)
    #expect(home == country)
    #expect(problems.isEmpty)
  }

  @Test(arguments: ["", italian + french])
  func noneWhereTheRegionsDiffer(regions: String) throws {
    let (home, problems) = try read("", regions: regions)
    #expect(home.isEmpty)
    #expect(problems == ["datapackage.json: names no homeCountry; all countries are shown"])
  }
}

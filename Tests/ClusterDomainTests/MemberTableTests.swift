// The two large tables in columns: what goes in comes out, both ways, also from the cache, also where it is broken.

import Foundation
import Testing

@testable import ClusterDomain

@Suite struct MemberTableTests {
  private static let organisationsHeader = "id,name,kind,city,region,activity,employees\n"
  private static let membershipsHeader = "cluster,organisation,basis,kind,city,region,activity,source,note\n"

  private func package(_ organisations: String, _ memberships: String = "") throws -> FixturePackage {
    try FixturePackage([
      "organisations": Self.organisationsHeader + organisations,
      "memberships": Self.membershipsHeader + memberships,
    ])
  }

  @Test func rowsComeOutAsTheyWentIn() throws {
    let rows = [
      Organisation(id: "a", name: "Àcme, \"S.r.l.\"", kind: .sme, city: "Forlì", region: "ITC4"),
      Organisation(
        id: "b", name: "日本\nline", kind: .other, activity: " x ", vatNumber: "IT1", taxCode: "0012",
        employees: 0, turnover: 1.5, website: "https://b.example"),
    ]
    let table = OrganisationTable(rows, regions: [])
    #expect(table.map { "\($0)" } == rows.map { "\($0)" })
    #expect(rows.map { table.row(of: $0.id) } == [0, 1])
    #expect(table.row(of: "c") == nil)
  }

  @Test func membershipsLeadBothWays() throws {
    var tables = Catalogue.Tables()
    tables.clusters = ["x", "y", "z"].map { Cluster(id: $0, name: "N", source: "s") }
    let organisations = ["p", "q", "r"].map { Organisation(id: $0, name: "N", kind: .bank) }
    let pairs: [(ID<Cluster>, ID<Organisation>)] = [
      ("y", "q"), ("x", "p"), ("y", "p"), ("nowhere", "p"), ("x", "nobody"), ("x", "q"),
    ]
    tables.take(
      organisations, pairs.map { Membership(cluster: $0.0, organisation: $0.1, basis: .implied, source: "s") }
    )
    let catalogue = Catalogue(title: "T", tables: tables)
    #expect(catalogue.memberships(of: "x" as ID<Cluster>).map(\.organisation) == ["p", "nobody", "q"])
    #expect(catalogue.memberships(of: "y" as ID<Cluster>).map(\.organisation) == ["q", "p"])
    #expect(catalogue.memberships(of: "z" as ID<Cluster>).isEmpty)
    #expect(catalogue.memberships(of: "p" as ID<Organisation>).map(\.cluster) == ["x", "y", "nowhere"])
    #expect(catalogue.memberships(of: "r" as ID<Organisation>).isEmpty)
    #expect((0..<6).allSatisfy { catalogue.tables.memberships.isImplied(row: $0) })
  }

  @Test(arguments: [
    (
      "a,A,company,,,,\na,B,company,,,,\n",
      "organisations.csv:3: column \"id\": \"a\" stands already on line 2; row skipped"
    ),
    ("a,,company,,,,\n", "organisations.csv:2: column \"name\": is empty; row skipped"),
    (
      "a,A,firm,,,,\n",
      "organisations.csv:2: column \"kind\": \"firm\" is none of company, sme, research, university, "
        + "public, association, bank, other; row skipped"
    ),
    (
      "a,A,company,,ITX9,,\n",
      "organisations.csv:2: column \"region\": \"ITX9\" stands not in table \"regions\"; value left empty"
    ),
    (
      "a,A,company,,,,many\n",
      "organisations.csv:2: column \"employees\": \"many\" is no whole number; value left empty"
    ),
    (
      "a,A,company,,,,-1\n",
      "organisations.csv:2: column \"employees\": \"-1\" lies not between 0 and 1000000000; value left empty"
    ),
    (
      "a,A\u{1B}[31m,company,,,,\n",
      "organisations.csv:2: column \"name\": \"A\\u{1B}[31m\" holds the control character U+001B; kept as data"
    ),
    ("a,A,company\n", "organisations.csv:2: the row has 3 cells and the header 7; row skipped"),
  ])
  func whatIsWrongIsToldAsInEveryTable(_ rows: String, _ problem: String) throws {
    let good = "z,Z,company,,ITC4,,12\n"
    let (catalogue, problems) = try package(rows + good, "le2c,z,stated,,,,,s1,\n").read()
    #expect(problems.map(\.description) == [problem])
    #expect(catalogue.tables.organisations.last?.employees == 12)
    #expect(catalogue.memberships(of: "le2c" as ID<Cluster>).map(\.organisation) == ["z"])
  }

  @Test func aSourceThatIsNotThereIsToldForEveryRow() throws {
    let rows = "a,A,company,,,,\nb,B,company,,,,\n"
    let (catalogue, problems) = try package(
      rows, "le2c,a,stated,,,,,s9,\nle2c,b,stated,,,,,s9,\nle2c,c,stated,,,,,s1,\n"
    )
    .read()
    #expect(problems.map(\.line) == [2, 3, 4])
    #expect(catalogue.tables.memberships.map(\.organisation) == ["a", "b"])
  }

  // MARK: The cache

  /// A package whose tables are large enough to be kept, with one bad row and one bad value.
  private func largePackage() throws -> FixturePackage {
    let bad = "o5,Again,company,,,,\nx,X,company,,ITX9,,\n"
    let long = String(repeating: "a, \"\"b\"\" ", count: 50)
    let rows = (0..<2500).map { "o\($0),Name \($0 % 977) àé,company,Milano,ITC4,\"\(long)c\",\($0)\n" }
    let memberships = (0..<2500).map {
      "le2c,o\(($0 * 7) % 2500),\($0 % 3 == 0 ? "implied" : "stated"),,,,,s1,n\n"
    }
    return try package(rows.joined() + bad, memberships.joined() + "le2c,nobody,stated,,,,,s1,\n")
  }

  private func description(_ reading: Reading) -> [String] {
    let tables = reading.catalogue.tables
    let le2c = reading.catalogue.memberships(of: "le2c" as ID<Cluster>)
    return tables.organisations.map { "\($0)" } + tables.memberships.map { "\($0)" } + le2c.map { "\($0)" }
      + tables.organisations.map { "\(tables.organisations.row(of: $0.id) ?? -1)" }
      + reading.problems.map(\.description)
  }

  @Test func theCacheGivesWhatTheFilesGave() throws {
    let package = try largePackage()
    let cache = try FixturePackage.newFolder()
    defer { try? FileManager.default.removeItem(atPath: cache) }
    let plain = description(try Dataset.read(package.folder))
    let first = try Dataset.read(package.folder, cacheFolder: cache)
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache).count == 2)
    let second = try Dataset.read(package.folder, cacheFolder: cache)
    #expect(description(first) == plain)
    #expect(description(second) == plain)
    #expect(second.isCacheIntact())
    #expect(plain.contains { $0.contains("stands already on line 7") })
    #expect(second.rowCounts["memberships"] == 2500)
  }

  @Test("only a change of what members refer to makes the cache anew", arguments: ["labels", "sources"])
  func changes(of table: String) throws {
    let package = try largePackage()
    let cache = try FixturePackage.newFolder()
    defer { try? FileManager.default.removeItem(atPath: cache) }
    let plain = description(try Dataset.read(package.folder, cacheFolder: cache))
    func inodes() throws -> Set<UInt64> {
      let manager = FileManager.default
      return Set(
        try manager.contentsOfDirectory(atPath: cache).compactMap { name in
          try manager.attributesOfItem(atPath: "\(cache)/\(name)")[.systemFileNumber] as? UInt64
        })
    }
    let before = try inodes()
    let file = "\(package.folder)/\(table).csv"
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    try package.write("\(table).csv", Array("\(text)\n".utf8))
    #expect(description(try Dataset.read(package.folder, cacheFolder: cache)).count == plain.count)
    #expect(try (inodes() == before) == (table == "labels"))
  }

  @Test func aChangeOfClustersMakesTheCacheAnew() throws {
    let package = try largePackage()
    let cache = try FixturePackage.newFolder()
    defer { try? FileManager.default.removeItem(atPath: cache) }
    _ = try Dataset.read(package.folder, cacheFolder: cache)
    let other = "x,Other,,,IT,ITC4,Milano,,2009,,s1,\n"
    try package.write("clusters.csv", Array((FixturePackage.clustersHeader + other).utf8))
    let reading = try Dataset.read(package.folder, cacheFolder: cache)
    #expect(reading.catalogue.tables.memberships.isEmpty)
    #expect(reading.problems.contains { $0.reason.hasPrefix("stands not in table \"clusters\"") })
  }

  @Test(arguments: [0.0, 0.3, 0.6, 0.9, 0.9999])
  func aBrokenCacheIsNoticedAndNeverTrapped(_ place: Double) throws {
    let package = try largePackage()
    let cache = try FixturePackage.newFolder()
    defer { try? FileManager.default.removeItem(atPath: cache) }
    let plain = description(try Dataset.read(package.folder, cacheFolder: cache))
    for name in try FileManager.default.contentsOfDirectory(atPath: cache) {
      let url = URL(fileURLWithPath: "\(cache)/\(name)")
      var bytes = try Data(contentsOf: url)
      let start = Int(Double(bytes.count - 64) * place)
      for index in start..<start + 64 { bytes[index] ^= 0x5A }
      try bytes.write(to: url)
    }
    let reading = try Dataset.read(package.folder, cacheFolder: cache)
    let found = description(reading)
    #expect(found == plain || !reading.isCacheIntact())
  }

  @Test func aCacheThatCannotBeWrittenOnlyCostsSpeed() throws {
    let package = try largePackage()
    let reading = try Dataset.read(package.folder, cacheFolder: "/proc/none/such")
    #expect(description(reading) == description(try Dataset.read(package.folder)))
  }
}

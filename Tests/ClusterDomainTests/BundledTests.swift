// The bundled dataset: it reads without a problem, and the figures of the founding article stand in it.

import ClusterDomain
import Testing

@Suite struct BundledTests {
  private let reading: Reading
  private var catalogue: Catalogue { reading.catalogue }

  init() throws { reading = try Bundled.reading.get() }

  @Test func itReadsWithoutAProblem() {
    #expect(reading.problems.map(\.description) == [])
    #expect(reading.rowCounts.count == 20)
    #expect(reading.rowCounts.values.allSatisfy { $0 > 0 })
  }

  @Test func theTestsFindItBesideThem() {
    #expect(Dataset.bundledPath != nil)
  }

  private func seeded(_ measure: String, _ subject: Subject, year: String = "2013") -> Figure? {
    catalogue.all(measure, of: subject).first { figure in
      figure.source == "seed" && figure.asOf.map { "\($0)".hasPrefix(year) } == true
    }
  }

  @Test func theFederation() throws {
    let federation = Subject.total("italian-industrial-cluster-federation")
    let table: [(String, Double, Figure.Bound)] = [
      ("clusters", 50, .about), ("businesses", 75_000, .moreThan), ("employees", 489_000, .exact),
      ("turnover", 67_000_000_000, .exact),
    ]
    for (measure, value, bound) in table {
      let figure = try #require(seeded(measure, federation), "\(measure)")
      #expect(figure.value == value)
      #expect(figure.bound == bound)
    }
    #expect(catalogue.total("italian-industrial-cluster-federation")?.sectors.count == 4)
  }

  @Test func theLombardyEnergyCluster() throws {
    let le2c = Subject.cluster("le2c")
    let table: [(String, Double, Figure.Bound, String)] = [
      ("sme members", 100, .moreThan, "2013"), ("research members", 8, .exact, "2013"),
      ("public members", 10, .exact, "2013"), ("turnover", 9_000_000_000, .about, "2013"),
      ("companies with growing turnover 2010-2012", 65, .exact, "2012"),
    ]
    for (measure, value, bound, year) in table {
      let figure = try #require(seeded(measure, le2c, year: year), "\(measure)")
      #expect(figure.value == value)
      #expect(figure.bound == bound)
    }
    #expect(catalogue.cluster("le2c")?.region.flatMap(catalogue.region)?.name == "Lombardia")
  }

  @Test func itsFirstLabelAndItsNetwork() throws {
    let bronze = try #require(catalogue.labels(of: "le2c").first { $0.source == "seed" })
    #expect(bronze.level == .bronze)
    #expect(bronze.date == date("2013-03"))
    let network = ID<Network>("international-cleantech-network")
    #expect(catalogue.networks(of: "le2c").contains { $0.network == network })
    #expect(
      catalogue.tables.networkMemberships.contains {
        $0.network == network && $0.memberName.contains("OREEC")
      })
  }

  @Test func theThermalIncentive() throws {
    let budgets = catalogue.tables.figures.filter { $0.measure == "budget" && $0.source == "seed" }
    #expect(budgets.contains { $0.value == 900_000_000 && $0.asOf == date("2013-01") })
  }

  @Test func theInitiativeBehindTheLabels() {
    let texts =
      catalogue.tables.labelRules.map(\.rule) + catalogue.tables.programmes.map(\.name)
      + catalogue.tables.labels.compactMap(\.note) + catalogue.tables.labelRules.compactMap(\.note)
    #expect(texts.contains { $0.contains("ECEI") || $0.contains("European Cluster Excellence Initiative") })
    #expect(catalogue.source("seed")?.published == date("2013-11-26"))
  }

  @Test(arguments: [
    ("le2c", "2013-06-01", LabelStanding.Status.valid, LabelLevel.bronze, "2015-03", true),
    ("le2c", "2015-05-01", .grace, .bronze, "2015-03", true),
    ("le2c", "2016-06-01", .valid, .gold, "2017-09", true),
    ("le2c", "2017-12-01", .grace, .gold, "2017-09", true),
    ("le2c", "2026-11-23", .lapsed, .gold, "2017-09", true),
    ("parco-agroalimentare-san-daniele", "2016-07-01", .expiring, .bronze, "2016-07-24", false),
    ("venetian-cluster", "2026-11-23", .valid, .bronze, "2027-05", true),
  ])
  func labelsOfTheDataset(
    cluster: String, when: String, status: LabelStanding.Status, level: LabelLevel, end: String, derived: Bool
  ) throws {
    let standing = LabelLog(catalogue).standing(of: ID(rawValue: cluster), on: try day(when))
    #expect(standing.status == status)
    #expect(standing.level == level)
    #expect(standing.end == date(end))
    #expect(standing.isDerived == derived)
  }

  @Test(arguments: [
    ("Bolzano", "ITH1"), ("bozen", "ITH1"), ("trento", "ITH2"), ("valle d’aosta", "ITC2"), ("friuli", "ITH4"),
    ("apulia", "ITF4"), ("itd3", "ITH3"), ("ITE4", "ITI4"), ("lombardia", "ITC4"),
  ])
  func regionsOfTheDataset(typed: String, code: String) {
    #expect(catalogue.region(named: typed)?.id.rawValue == code)
  }
}

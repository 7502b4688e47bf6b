// A small dataset in memory, with awkward names, for the tests of the command line.

import ClusterDomain
import TUI
import Testing
import ViewModels

@testable import distretto

/// What the tests of the command line ask about.
enum CommandLineFixture {
  static let today: CalendarDate = PartialDate("2026-11-23").map(\.first) ?? CalendarDate(dayNumber: 0)

  /// The dataset judged on 23 November 2026.
  static func judged(asOf: CalendarDate? = nil, problems: [Problem] = []) -> JudgedData {
    let catalogue = Catalogue(title: "Fixture", tables: tables)
    let data = LoadedData(Reading(catalogue: catalogue, problems: problems, path: "/fixture"))
    return JudgedData(
      path: "/fixture", data: data, asOf: asOf ?? today, warningDays: 90, format: Formatting())
  }

  /// The bundled dataset, read once.
  static func bundled() throws -> JudgedData { try reading.get() }

  /// The same, judged on another day.
  static func bundled(asOf day: String) throws -> JudgedData {
    let bundled = try bundled()
    return JudgedData(
      path: bundled.path, data: bundled.data, asOf: try #require(CalendarDate(day)), warningDays: 90,
      format: bundled.format)
  }

  private static let reading = Result { () throws(Failure) in
    try JudgedData.read(Settings(environment: [:]).dataset(named: nil), today: today)
  }

  static var tables: Catalogue.Tables {
    var tables = Catalogue.Tables()
    tables.regions = [
      Region(id: "ITC4", name: "Lombardia", englishName: "Lombardy", source: "s"),
      Region(id: "ITH3", name: "Veneto", englishName: "Veneto", legacyCodes: ["ITD3"], source: "s"),
      Region(id: "ITC1", name: "Piemonte", englishName: "Piedmont", source: "s"),
    ]
    tables.countries = [Country(id: "IT", name: "Italy"), Country(id: "FR", name: "France")]
    tables.sources = [Source(id: "s", url: "https://example.org/s", title: "A page")]
    tables.clusters = clusters
    tables.take(
      [
        Organisation(id: "acme", name: "Acme", kind: .company, city: "Milano"),
        Organisation(id: "poli", name: "Politecnico", kind: .university),
        Organisation(id: "one", name: "Cluster One", kind: .association),
      ],
      [
        Membership(cluster: "one", organisation: "poli", source: "s"),
        Membership(cluster: "one", organisation: "acme", basis: .implied, source: "s"),
        Membership(cluster: "two", organisation: "poli", source: "s"),
      ])
    tables.figures = [
      Figure(
        subject: .cluster("one"), measure: "members", value: 140, unit: "organisations",
        asOf: PartialDate("2015"), source: "s"),
      Figure(
        subject: .cluster("one"), measure: "members", bound: .about, value: 100, unit: "organisations",
        asOf: PartialDate("2013"), source: "s", note: "as \u{1B}[31mprinted"),
    ]
    tables.labels = [
      LabelEvent(
        id: "e1", award: "a1", cluster: "one", kind: .awarded, level: .gold, date: PartialDate("2026-01"),
        validUntil: PartialDate("2028-01"), source: "s"),
      LabelEvent(
        id: "e2", award: "a2", cluster: "two", kind: .awarded, level: .bronze, date: PartialDate("2012"),
        validUntil: PartialDate("2014"), source: "s"),
    ]
    tables.programmes = [Programme(id: "h2020", name: "Horizon 2020", scope: "EU", source: "s")]
    tables.calls = [
      Call(
        id: "h2020/a", programme: "h2020", name: "First call", closes: PartialDate("2027-01-01"), source: "s"),
      Call(
        id: "h2020/b", programme: "h2020", name: "Second call", closes: PartialDate("2026-12-01"), source: "s"
      ),
    ]
    tables.participations = [Participation(cluster: "two", programme: "h2020", source: "s")]
    return tables
  }

  private static let clusters = [
    Cluster(
      id: "one", name: "Cluster \"One\", with a comma", shortName: "ONE", kind: "district", region: "ITC4",
      sectors: ["energy", "Design, fashion"], source: "s"),
    Cluster(
      id: "two", name: "二号\u{1B}[2J", kind: "district", region: "ITH3", sectors: ["energy"], source: "s"),
    Cluster(id: "three", name: "Third", kind: "national cluster", source: "s"),
    Cluster(id: "four", name: "Quatre", kind: "pôle", country: "FR", sectors: ["mechatronics"], source: "s"),
  ]
}

extension CommandLineFixture {
  /// The state of the dashboard over the same data, with filters.
  static func state(_ judged: JudgedData, clauses: [Clause] = []) -> AppState {
    StartOptions(
      path: judged.path, today: today, asOf: judged.asOf, clauses: clauses, data: judged.data
    ).state(themes: [])
  }
}

extension Listing {
  /// The keys of all rows.
  var keys: [String] { (0..<count).map { key(row: $0) } }
}

extension RowAnswer {
  /// The keys of the rows that are shown.
  var keys: [String] { (0..<shown).map { listing.key(row: $0) } }
}

extension RowTable {
  /// A table of texts, values and the like.
  init(_ columns: [String], _ rows: [[TableCell]], numbers: Set<String> = []) {
    self.init(
      columns: columns.map { Column(id: $0, title: $0.uppercased(), isNumber: numbers.contains($0)) },
      rows: rows)
  }
}

extension OutputFormat {
  /// A table as text.
  func text(_ table: RowTable, for destination: Destination = .file) -> String {
    var text = ""
    write(table, to: &text, for: destination)
    return text
  }
}

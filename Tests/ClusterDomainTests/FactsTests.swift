// The bundled dataset against the facts that it was written from: no fact may be lost or changed on the way.

import Foundation
import Sheets
import Testing

@testable import ClusterDomain

/// The dataset is compared with the facts that it was written from, where they lie beside the package.
private enum Facts {
  static let folder = Bundled.packageRoot + "/../shared/data/facts"
  static let areThere = FileManager.default.fileExists(atPath: folder + "/clusters.csv")

  /// The rows of a table by column.
  static func rows(_ name: String) throws -> [[String: String]] {
    let bytes = try DataFile.read("\(folder)/\(name).csv")
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = CSVReader(buffer)
      var record = CSVRecord()
      var header: [String] = []
      var rows: [[String: String]] = []
      while reader.next(&record) {
        let cells = record.cells.map { CellText($0, in: buffer).string }
        if header.isEmpty {
          header = cells
        } else {
          rows.append(Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first }))
        }
      }
      return rows
    }
  }
}

@Suite(.enabled(if: Facts.areThere, "the facts do not lie beside the package"))
struct FactsTests {
  private let catalogue: Catalogue
  private var tables: Catalogue.Tables { catalogue.tables }

  init() throws { catalogue = try Bundled.reading.get().catalogue }

  /// The address of a source, or `seed` for the founding article, as the facts write it.
  private func url(_ id: ID<Source>) -> String {
    id == "seed" ? "seed" : catalogue.source(id)?.url ?? "no source \(id)"
  }

  /// Expects every fact as often as it is stated.
  private func expect(
    _ facts: [String], among rows: [String], count: Int, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(facts.count == count, sourceLocation: location)
    var left: [String: Int] = [:]
    for row in rows { left[row, default: 0] += 1 }
    var missing: [String] = []
    for fact in facts {
      if let count = left[fact], count > 0 { left[fact] = count - 1 } else { missing.append(fact) }
    }
    #expect(missing.isEmpty, "\(missing.count) missing: \(missing.prefix(5))", sourceLocation: location)
  }

  private func key(_ parts: String?...) -> String { parts.map { $0 ?? "" }.joined(separator: " | ") }

  private func key(_ row: [String: String], _ columns: String...) -> String {
    columns.map { row[$0] ?? "" }.joined(separator: " | ")
  }

  private func number(_ text: String?) -> String { text.flatMap(Double.init).map { "\($0)" } ?? "" }

  @Test func clusters() throws {
    let italian = tables.clusters.filter { $0.country == "IT" }
    expect(
      try Facts.rows("clusters").map { key($0, "id", "name") },
      among: italian.map { key($0.id.rawValue, $0.name) }, count: 167)
    #expect(italian.count >= 167)
  }

  @Test func regions() throws {
    let facts = try Facts.rows("regions").map { key($0, "nuts2") }
    expect(facts, among: tables.regions.map { $0.id.rawValue }, count: 21)
    #expect(tables.regions.count == 21)
  }

  @Test func memberships() throws {
    let rows = tables.memberships.map { row in
      key(
        row.cluster.rawValue, catalogue.organisation(row.organisation).map { Folding.folded($0.name) },
        url(row.source))
    }
    let facts = try Facts.rows("members").map { row in
      key(row["cluster_id"], row["member_name"].map { Folding.folded($0) }, row["source_url"])
    }
    expect(facts, among: rows, count: 1247)
    #expect(tables.memberships.count == 1247)
  }

  @Test func sizes() throws {
    let facts = try Facts.rows("cluster_stats")
    #expect(facts.count == 192)
    let columns = [
      "companies", "members_total", "research", "public", "associations", "employees", "turnover_eur",
    ]
    let values = facts.flatMap { row in
      columns.filter { row[$0]?.isEmpty == false }.map {
        key(row["cluster_id"], row["as_of"], number(row[$0]), row["source_url"])
      }
    }
    let figures = tables.figures.compactMap { figure -> String? in
      guard case .cluster(let cluster) = figure.subject else { return nil }
      return key(cluster.rawValue, figure.asOf?.description, "\(figure.value)", url(figure.source))
    }
    expect(values, among: figures, count: values.count)
  }

  @Test func labelEvents() throws {
    let italian = try Facts.rows("labels").map {
      key($0, "cluster_id", "event", "level", "portfolio", "awarded_on", "valid_until", "source_url")
    }
    let foreign = try Facts.rows("labels_other_countries").map {
      key(
        $0, "country", "cluster_name", "event", "level", "portfolio", "awarded_on", "valid_until",
        "source_url")
    }
    func said(_ event: LabelEvent) -> String {
      key(
        event.kind.rawValue, event.level.rawValue, event.portfolio, event.date?.description,
        event.validUntil?.description, url(event.source))
    }
    expect(italian, among: tables.labels.map { key($0.cluster.rawValue, said($0)) }, count: 39)
    let abroad = tables.labels.map { event in
      let cluster = catalogue.cluster(event.cluster)
      let country = cluster.flatMap { catalogue.country(ID(rawValue: $0.country)) }
      return key(country?.name, cluster?.name, said(event))
    }
    expect(foreign, among: abroad, count: 327)
    #expect(tables.labels.count == 39 + 327)
  }

  @Test func labelRulesAndCounts() throws {
    let rules = try Facts.rows("label_rules").map {
      key($0, "rule_id", "rule", "valid_from", "valid_to", "source_url")
    }
    let ruleRows = tables.labelRules.map {
      key($0.id.rawValue, $0.rule, $0.validFrom?.description, $0.validTo?.description, url($0.source))
    }
    expect(rules, among: ruleRows, count: 80)
    let counts = try Facts.rows("label_counts").map { key($0, "as_of", "country", "count", "source_url") }
    let countRows = tables.labelCounts.map {
      key($0.asOf?.description, $0.area, "\($0.count)", url($0.source))
    }
    expect(counts, among: countRows, count: 125)
  }

  @Test func programmesAndCalls() throws {
    let programmes = try Facts.rows("programmes").map { key($0, "id", "name", "scope", "source_url") }
    let programmeRows = tables.programmes.map { key($0.id.rawValue, $0.name, $0.scope, url($0.source)) }
    expect(programmes, among: programmeRows, count: 111)
    let calls = try Facts.rows("calls")
    let rows = tables.calls
    func named(_ call: Call) -> String { key(call.programme.rawValue, call.name, url(call.source)) }
    expect(
      calls.map { key($0, "programme_id", "call_name", "source_url") }, among: rows.map(named), count: 175)
    // Months that a fact only has in its note are dates in the dataset, so empty cells are not compared.
    for (column, date) in [("opens_on", \Call.opens), ("closes_on", \Call.closes)] {
      let facts = calls.filter { $0[column]?.isEmpty == false }
      expect(
        facts.map { key(key($0, "programme_id", "call_name", "source_url"), $0[column]) },
        among: rows.map { key(named($0), $0[keyPath: date]?.description) }, count: facts.count)
    }
  }

  @Test func deadlinesAndConditions() throws {
    let deadlines = try Facts.rows("deadlines").map {
      key(
        $0, "programme_id", "call_name", "closes_on", "kind", "time", "timezone", "status_as_stated",
        "source_url")
    }
    let deadlineRows = tables.calls.flatMap { call in
      call.deadlines.map {
        key(
          call.programme.rawValue, call.name, $0.date.description, $0.kind, $0.time, $0.zone, $0.statedStatus,
          url($0.source))
      }
    }
    expect(deadlines, among: deadlineRows, count: 133)
    #expect(deadlineRows.count == 133)
    let conditions = try Facts.rows("eligibility").map {
      key($0, "programme_id", "call_name", "condition", "value", "source_url")
        .replacingOccurrences(of: " cut in the excerpt", with: "; text cut")
    }
    let conditionRows = tables.conditions.map {
      key($0.programme.rawValue, $0.callName, $0.condition, $0.value, url($0.source))
    }
    expect(conditions, among: conditionRows, count: 239)
  }

  @Test func networks() throws {
    let ofClusters = try Facts.rows("networks").map { row in
      key(row["cluster_id"], row["network"].map { Folding.folded($0) }, row["source_url"])
    }
    let members = try Facts.rows("network_members").map {
      key($0, "network", "member_name", "country_or_region", "source_url")
    }
    let rows = tables.networkMemberships
    expect(
      ofClusters,
      among: rows.map { row in
        let name = catalogue.network(row.network).map { Folding.folded($0.name) }
        return key(row.cluster?.rawValue, name, url(row.source))
      },
      count: 76)
    expect(
      members,
      among: rows.map { key(catalogue.network($0.network)?.name, $0.memberName, $0.area, url($0.source)) },
      count: 11)
  }

  @Test func totals() throws {
    let facts = try Facts.rows("national_totals").map { row in
      key(row["as_of"], number(row["value"]), row["unit"], row["source_url"])
    }
    let rows = tables.figures.filter { if case .total = $0.subject { true } else { false } }
      .map { key($0.asOf?.description, "\($0.value)", $0.unit, url($0.source)) }
    expect(facts, among: rows, count: 40)
  }

  @Test func participations() throws {
    let facts = try Facts.rows("cluster_programmes").map { row in
      key(row["cluster_id"], row["project_name"], row["year"], number(row["amount_eur"]), row["source_url"])
    }
    let rows = tables.participations.map { row in
      key(
        row.cluster.rawValue, row.project.flatMap(catalogue.project)?.name, row.year?.description,
        row.amount.map { "\($0)" }, url(row.source))
    }
    expect(facts, among: rows, count: 89)
  }

  @Test func secondStatements() throws {
    let facts = try Facts.rows("second_statements").map { key($0, "value", "source_url") }
    let plain = facts.map { fact in
      let parts = fact.components(separatedBy: " | ")
      return key(Double(parts[0]).map { "\($0)" } ?? parts[0], parts[1])
    }
    let figures = tables.figures.map { key("\($0.value)", url($0.source)) }
    let statements = tables.statements.map {
      key(Double($0.value).map { "\($0)" } ?? $0.value, url($0.source))
    }
    expect(plain, among: figures + statements, count: 11)
  }
}

// Second statements: each is found through the row that it speaks of, and those about nothing are told.

import ClusterDomain
import Testing

@Suite struct StatementTests {
  /// How every row of a table is named in statements.
  private func keys(_ tables: Catalogue.Tables) -> [String: [String]] {
    [
      "sources": tables.sources.map(\.statementKey), "countries": tables.countries.map(\.statementKey),
      "regions": tables.regions.map(\.statementKey), "networks": tables.networks.map(\.statementKey),
      "totals": tables.totals.map(\.statementKey), "organisations": tables.organisations.map(\.statementKey),
      "programmes": tables.programmes.map(\.statementKey), "clusters": tables.clusters.map(\.statementKey),
      "calls": tables.calls.map(\.statementKey), "projects": tables.projects.map(\.statementKey),
      "deadlines": tables.calls.flatMap { call in call.deadlines.map { $0.statementKey(in: call.id) } },
      "figures": tables.figures.map(\.statementKey), "labels": tables.labels.map(\.statementKey),
      "label_rules": tables.labelRules.map(\.statementKey),
      "label_counts": tables.labelCounts.map(\.statementKey),
      "memberships": tables.memberships.map(\.statementKey),
      "network_memberships": tables.networkMemberships.map(\.statementKey),
      "conditions": tables.conditions.map(\.statementKey),
      "participations": tables.participations.map(\.statementKey),
    ]
  }

  @Test func everyBundledStatementIsFoundThroughItsRow() throws {
    let catalogue = try Bundled.reading.get().catalogue
    var found = 0
    for (table, keys) in keys(catalogue.tables) {
      for key in Set(keys) { found += catalogue.statements(about: table, key: key).count }
    }
    #expect(found == catalogue.tables.statements.count)
    #expect(found == 14)
    #expect(catalogue.statements(about: "programmes", key: "smp").map(\.column) == ["managing_body"])
    #expect(
      catalogue.statements(about: "clusters", key: "le2c").map(\.column) == ["note", "sectors", "sectors"])
    #expect(catalogue.statements(about: "clusters", key: "smp").isEmpty)
    #expect(catalogue.statements(about: "nothing", key: "smp").isEmpty)
  }

  @Test func theKeysOfRowsWithoutOne() throws {
    #expect(Membership(cluster: "c", organisation: "o", source: "s").statementKey == "c/o")
    #expect(NetworkMembership(network: "n", cluster: "c", memberName: "C", source: "s").statementKey == "n/c")
    #expect(NetworkMembership(network: "n", memberName: "C & D", source: "s").statementKey == "n/C & D")
    #expect(Participation(cluster: "c", project: "j", programme: "p", source: "s").statementKey == "c/j")
    #expect(Participation(cluster: "c", programme: "p", source: "s").statementKey == "c/p")
    #expect(Participation(cluster: "c", source: "s").statementKey == "c")
    #expect(Condition(programme: "p", condition: "x", value: "1", source: "s").statementKey == "p/x")
    #expect(
      Condition(programme: "p", call: "p/k", condition: "x", value: "1", source: "s").statementKey == "p/k/x")
    let deadline = Deadline(date: try #require(date("2026-05")), kind: "single", source: "s")
    #expect(deadline.statementKey(in: "p/k") == "p/k/2026-05")
    let figure = Figure(subject: .cluster("c"), measure: "turnover", value: 1, unit: "EUR", source: "s")
    #expect(figure.statementKey == "cluster/c/turnover")
    let count = LabelCount(asOf: date("2012"), level: "gold", area: "", count: 9, source: "s")
    #expect(count.statementKey == "2012/gold/")
  }

  @Test func statementsAboutNothingAreTold() throws {
    let rows =
      "table,key,column,value,source,note\n" + "clusters,le2c,name,LEC,s1,\nclusters,nobody,name,X,s1,\n"
      + "memberships,le2c/o,note,x,s1,\nmemberships,le2c/p,note,x,s1,\nstatements,le2c,note,x,s1,\n"
    let (catalogue, problems) = try FixturePackage([
      "statements": rows, "organisations": "id,name,kind,city,region,activity\no,O,company,,,\n",
      "memberships": "cluster,organisation,basis,kind,city,region,activity,source,note\n"
        + "le2c,o,stated,,,,,s1,\n",
    ]).read()
    #expect(problems.map(\.line) == [3, 5, 6])
    #expect(problems.map(\.text) == ["nobody", "le2c/p", "statements"])
    #expect(problems[1].reason == "stands not in table \"memberships\"; row skipped")
    #expect(catalogue.tables.statements.map(\.key) == ["le2c", "le2c/o"])
    #expect(catalogue.statements(about: "memberships", key: "le2c/o").count == 1)
  }
}

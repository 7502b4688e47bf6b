// Two releases held against each other: each kind of change is found, and nothing where nothing has changed.

import Testing

@testable import ClusterDomain

@Suite("Comparison of releases")
struct ComparisonTests {
  private let day = CalendarDate("2026-06-01") ?? CalendarDate(dayNumber: 0)

  private func label(_ cluster: String, _ level: LabelLevel, from date: String, until: String) -> LabelEvent {
    LabelEvent(
      id: ID(rawValue: "\(cluster)-\(level)-\(date)"), award: ID(rawValue: "\(cluster)-\(level)-\(date)"),
      cluster: ID(rawValue: cluster), kind: .awarded, level: level, date: PartialDate(date),
      validUntil: PartialDate(until), source: "s")
  }

  private func cluster(_ id: ID<Cluster>, _ name: String, region: ID<Region>? = "ITC4", place: String? = nil)
    -> Cluster
  {
    Cluster(id: id, name: name, region: region, place: place, source: "s")
  }

  private func catalogue(_ change: (inout Catalogue.Tables) -> Void = { _ in }) -> Catalogue {
    var tables = Catalogue.Tables()
    tables.clusters = ["a", "b", "c"].map { cluster($0, "Cluster \($0)") }
    tables.labels = [label("a", .bronze, from: "2025-01-01", until: "2027-01-01")]
    tables.programmes = [Programme(id: "p", name: "Programme", scope: "EU", source: "s")]
    tables.calls = [
      Call(id: "k", programme: "p", name: "Call", closes: PartialDate("2026-09-01"), source: "s")
    ]
    tables.take(
      ["x", "y"].map { Organisation(id: $0, name: "Org \($0)", kind: .company) },
      [Membership(cluster: "a", organisation: "x", source: "s")])
    change(&tables)
    return Catalogue(title: "Test", tables: tables)
  }

  private func changes(_ change: (inout Catalogue.Tables) -> Void) -> [String] {
    Comparison(from: catalogue(), to: catalogue(change), on: day).changes
      .map { "\($0.kind.rawValue) \($0.subject): \($0.before ?? "-") > \($0.after ?? "-")" }
  }

  @Test func theSameReleaseChangesNothing() {
    #expect(changes { _ in }.isEmpty)
  }

  @Test func clusters() {
    #expect(
      changes { tables in
        tables.clusters = [
          cluster("a", "Cluster a"), cluster("b", "Better", region: "ITH3", place: "Padova"),
          cluster("d", "New"),
        ]
      } == [
        "renamed b: Cluster b > Better", "moved b: ITC4 > Padova, ITH3", "cluster added d: - > ITC4",
        "cluster removed c: ITC4 > -",
      ])
  }

  @Test(
    arguments: [
      (
        LabelLevel.gold, "2025-01-01", "2027-01-01",
        "upgraded a: bronze valid to 2027-01-01 > gold valid to 2027-01-01"
      ),
      (
        .bronze, "2025-01-01", "2029-01-01",
        "renewed a: bronze valid to 2027-01-01 > bronze valid to 2029-01-01"
      ),
      (
        .bronze, "2025-01-01", "2026-12-01",
        "shortened a: bronze valid to 2027-01-01 > bronze valid to 2026-12-01"
      ),
      (
        .bronze, "2023-01-01", "2025-01-01",
        "lapsed a: bronze valid to 2027-01-01 > bronze lapsed 2025-01-01"
      ),
    ])
  func labels(_ level: LabelLevel, _ from: String, _ until: String, _ expected: String) {
    #expect(changes { $0.labels = [label("a", level, from: from, until: until)] } == [expected])
  }

  @Test func labelsThatAreNewOrLower() {
    #expect(
      changes { $0.labels.append(label("b", .silver, from: "2026-01-01", until: "2028-01-01")) }
        == ["labelled b: none > silver valid to 2028-01-01"])
    let gold = catalogue { $0.labels = [label("a", .gold, from: "2025-01-01", until: "2027-01-01")] }
    #expect(Comparison(from: gold, to: catalogue(), on: day).changes.map(\.kind) == [.downgraded])
  }

  @Test func members() {
    #expect(
      changes { tables in
        tables.take(
          ["x", "y"].map { Organisation(id: $0, name: "Org \($0)", kind: .company) },
          [
            Membership(cluster: "a", organisation: "y", source: "s"),
            Membership(cluster: "b", organisation: "x", source: "s"),
          ])
      } == ["member gained a: - > Org y", "member lost a: Org x > -", "member gained b: - > Org x"])
  }

  @Test func funding() {
    #expect(
      changes { tables in
        tables.programmes = [Programme(id: "q", name: "Other", scope: "EU", source: "s")]
        tables.calls = [
          Call(id: "k", programme: "q", name: "Call", closes: PartialDate("2026-10-01"), source: "s"),
          Call(id: "l", programme: "q", name: "Late", source: "s"),
        ]
      } == [
        "programme added q: - > -", "programme removed p: - > -",
        "deadlines moved k: 2026-09-01 > 2026-10-01", "call added l: - > -",
      ])
    #expect(changes { $0.calls = [] } == ["call removed k: 2026-09-01 > -"])
  }
}

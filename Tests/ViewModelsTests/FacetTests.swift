// Facets: which clusters a clause lets through, and that counts equal plain filtering on the whole dataset.

import ClusterDomain
import Sheets
import Testing

@testable import ViewModels

@Suite("Facets")
struct FacetTests {
  private func shown(_ clauses: Clause..., on date: CalendarDate = today) -> [String] {
    smallScene(clauses, asOf: date).clusters.map(\.id.rawValue)
  }

  @Test("without a region filter only the home country is seen")
  func home() {
    #expect(shown() == ["alfa", "beta", "seta", "lungo", "vuoto", "evil", "senza"])
    #expect(shown(Clause(.region, ["IT"])) == shown())
  }

  @Test("regions, countries and the areas that are neither")
  func regions() {
    #expect(shown(Clause(.region, ["ITC4"])) == ["beta", "seta"])
    #expect(shown(Clause(.region, ["ITC4", "ITF2"])) == ["beta", "seta", "senza"])
    #expect(shown(Clause(.region, ["DE"])) == ["node"])
    #expect(shown(Clause(.region, ["DE", "ITF2"])) == ["senza", "node"])
    #expect(shown(Clause(.region, [Area.national])) == ["vuoto"])
    #expect(shown(Clause(.region, [Area.abroad])) == ["node"])
    #expect(shown(Clause(.region, [Area.everywhere])).count == 8)
    #expect(shown(Clause(.region, ["ITC2"])) == [])
  }

  @Test("levels are any of those asked for, statuses too, and the two together are both")
  func labels() {
    #expect(shown(Clause(.label, ["gold"])) == ["alfa", "evil"])
    #expect(shown(Clause(.label, ["gold", "silver"])) == ["alfa", "seta", "evil"])
    #expect(shown(Clause(.label, ["grace", "lapsed"])) == ["seta", "lungo"])
    #expect(shown(Clause(.label, ["gold", "valid"])) == ["alfa"])
    #expect(shown(Clause(.label, ["gold", "silver", "grace", "unknown"])) == ["seta", "evil"])
    #expect(shown(Clause(.label, ["any valid"])) == ["alfa", "beta"])
    #expect(shown(Clause(.label, ["none"])) == ["vuoto"])
    #expect(shown(Clause(.label, ["in assessment"])) == ["senza"])
  }

  @Test("labels are judged at the as-of date")
  func labelsThen() {
    #expect(shown(Clause(.label, ["any valid"]), on: day("2014-01-01")) == ["lungo"])
  }

  @Test("sectors do not mind case and accents, a kind that nobody states is a value")
  func others() {
    #expect(shown(Clause(.sector, ["energy"])) == ["beta", "evil"])
    #expect(shown(Clause(.sector, ["mobilita"])) == ["alfa"])
    #expect(shown(Clause(.kind, [""])) == ["beta", "vuoto", "evil", "senza"])
    #expect(shown(Clause(.programme, ["horizon"])) == ["alfa"])
    #expect(shown(Clause(.programme, ["horizon"]), Clause(.region, [Area.everywhere])) == ["alfa", "node"])
  }

  @Test("a region is found by its earlier codes and its English name")
  func aliases() throws {
    let offers = smallScene().offers(for: .region)
    let veneto = try #require(offers.first { $0.id == "ITH3" })
    #expect(veneto.name == "Veneto")
    #expect(veneto.alias.contains("ITD3"))
    #expect(veneto.alias.contains("Venetia"))
  }

  @Test("a value has a name to show, an unknown one stands for itself")
  func names() {
    let judgement = smallScene().judgement
    #expect(Facet.region.name(of: ["ITH3"], in: judgement) == "Veneto")
    #expect(Facet.kind.name(of: [""], in: judgement) == "not stated")
    #expect(Facet.label.name(of: ["gold"], in: judgement) == "Gold")
    #expect(Facet.sector.name(of: ["mobilita"], in: judgement) == "Mobilità")
    #expect(Facet.programme.name(of: ["no such"], in: judgement) == "no such")
    #expect(Facet.allCases.allSatisfy { !$0.title.isEmpty })
  }

  @Test("counts after each clause equal plain filtering, for any clauses on the whole dataset")
  func property() throws {
    for (index, date) in [today, day("2016-06-01")].enumerated() {
      let judgement = try Bundled.judgement(date)
      var dice = Dice(UInt64(20 + index))
      for _ in 0..<60 {
        let clauses = randomClauses(judgement, &dice)
        let scene = Scene(judgement: judgement, clauses: clauses)
        let expected = plainCounts(clauses, judgement)
        #expect(scene.counts == expected, "\(clauses)")
        #expect(scene.clusters.count == expected.last ?? scene.total)
        let summary = scene.summary
        #expect(summary.byStatus.values.reduce(0, +) == scene.clusters.count)
        let alive = (summary.byStatus[.valid] ?? 0) + (summary.byStatus[.expiring] ?? 0)
        #expect(summary.alive.values.reduce(0, +) == alive)
      }
    }
  }

  private func randomClauses(_ judgement: Judgement, _ dice: inout Dice) -> [Clause] {
    let offers = Scene(judgement: judgement)
    return Facet.allCases.shuffled(using: &dice).prefix(Int.random(in: 0...3, using: &dice)).map { facet in
      let values = offers.offers(for: facet).map(\.id).shuffled(using: &dice)
      return Clause(facet, Array(values.prefix(Int.random(in: 1...3, using: &dice))))
    }
  }

  /// The rules once more, in the plainest words: what each cluster has, asked one clause after the other.
  private func plainCounts(_ clauses: [Clause], _ judgement: Judgement) -> [Int] {
    let home = judgement.catalogue.homeCountry
    let areas = clauses.first { $0.facet == .region }?.values ?? []
    let looksAbroad = areas.contains { area in
      area != home && area != Area.national && judgement.catalogue.region(ID(rawValue: area)) == nil
    }
    var left = judgement.catalogue.tables.clusters.filter { looksAbroad || $0.country == home }
    return clauses.map { clause in
      left = left.filter { plainlyPasses($0, clause, judgement) }
      return left.count
    }
  }

  private func plainlyPasses(_ cluster: Cluster, _ clause: Clause, _ judgement: Judgement) -> Bool {
    let standing = judgement.standing(of: cluster.id)
    let isHome = cluster.country == judgement.catalogue.homeCountry
    switch clause.facet {
    case .region:
      return clause.values.contains { area in
        area == cluster.region?.rawValue || area == cluster.country || area == Area.everywhere
          || area == Area.abroad && !isHome || area == Area.national && isHome && cluster.region == nil
      }
    case .label:
      let levels = clause.values.filter { LabelLevel(rawValue: $0) != nil }
      let statuses = clause.values.filter { LabelLevel(rawValue: $0) == nil }
      return (levels.isEmpty || levels.contains(standing.level?.rawValue ?? "-"))
        && (statuses.isEmpty || statuses.contains(standing.status.rawValue)
          || statuses.contains("any valid") && standing.isAlive)
    case .sector: return cluster.sectors.contains { clause.values.contains(Folding.folded($0)) }
    case .kind: return clause.values.contains(cluster.kind)
    case .watch:
      let isWatched = judgement.additions.watched.contains(cluster.id)
      return clause.values.contains(isWatched ? "watched" : "not watched")
    case .programme:
      return judgement.catalogue.participations(of: cluster.id).contains { participation in
        clause.values.contains(participation.programme?.rawValue ?? "-")
      }
    }
  }
}

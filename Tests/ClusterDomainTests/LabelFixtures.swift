// Label events and rules written short, and the ladders that the label tests climb.

import ClusterDomain

/// The rules as the scheme's pages state them: two years first, three on renewal, one of grace.
let schemeRules = [
  rule("first", .firstValidity, "2"),
  rule("renewal", .renewalValidity, "3"),
  rule("grace", .grace, "1"),
]

func rule(
  _ id: ID<LabelRule>, _ use: LabelRule.Use?, _ value: String?, levels: [LabelLevel] = [], from: String = "",
  to: String = ""
) -> LabelRule {
  LabelRule(
    id: id, levels: levels, rule: "rule", value: value, unit: "years", use: use, validFrom: date(from),
    validTo: date(to), source: "s")
}

func event(
  _ cluster: ID<Cluster>, _ kind: LabelEvent.Kind, _ level: LabelLevel, _ when: String = "",
  until: String = "",
  years: Int? = nil, award: ID<LabelAward>? = nil, portfolio: String? = nil, collective: Bool = false,
  source: ID<Source> = "s"
) -> LabelEvent {
  let own = ID<LabelAward>(rawValue: "\(cluster)-\(level)-\(when)\(until)")
  return LabelEvent(
    id: ID(rawValue: "\(own)-\(kind)-\(source)"), award: award ?? own, cluster: cluster, kind: kind,
    level: level,
    portfolio: portfolio, date: date(when), validUntil: date(until), statedYears: years,
    isCollective: collective, source: source)
}

/// The events of all the ladders.
let ladders = [
  event("le2c", .awarded, .bronze, "2013-03"),
  event("le2c", .awarded, .gold, "2015-09"),
  event("le2c", .held, .gold, source: "profile"),

  event("san-daniele", .held, .bronze, until: "2016-07-24", award: "sd", portfolio: "Food industry"),
  event("san-daniele", .awarded, .bronze, "2014-11", award: "sd", collective: true, source: "press"),

  event("venetian", .awarded, .bronze, "2025-05"),

  event("smart-care", .awarded, .bronze, "2016-09"),
  event("smart-care", .upgraded, .silver, "2019-11"),
  event("smart-care", .upgraded, .gold, "2021-11-06", years: 2),
  event("smart-care", .renewed, .gold, "2024-01", years: 3),

  event("node", .awarded, .gold, "2012-04-18", years: 3),
  event("node", .renewed, .gold, "2015"),
  event("node", .renewed, .gold, "2018"),
  event("node", .renewed, .gold, "2021"),
  event("node", .renewed, .gold, "2024"),

  event("saxony", .awarded, .gold, "2012-03", years: 3),
  event("saxony", .renewed, .gold, "2015-11-24"),
  event("saxony", .renewed, .gold, "2019-02"),

  event("torino", .awarded, .bronze, "2013"),
  event("torino", .held, .silver),
]

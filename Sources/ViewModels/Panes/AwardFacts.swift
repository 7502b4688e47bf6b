// The page of a label: its dates and what gives each, what does not go with the rules, what was known when.

import ClusterDomain

extension FactPane {
  /// Everything that follows from the dataset for the page's award.
  static let award = FactPane(id: .awardFacts) { scene, subject in
    guard case .award(let id) = subject, let award = scene.judgement.labels.award(id) else { return [] }
    return scene.identity(of: award) + scene.warningFacts(of: award) + scene.dateFacts(of: award)
      + scene.requirementFacts(of: award) + scene.historyFacts(of: award)
  }
}

extension Scene {
  fileprivate func identity(of award: LabelAward) -> [Fact] {
    let cluster = catalogue.cluster(award.cluster)
    let portfolio = award.portfolio.map { [Fact.value("Portfolio", [Run($0)])] } ?? []
    let later = judgement.labels.successor(of: award, on: judgement.asOf).map { next in
      [
        Fact.value(
          "Followed by", [Run("\(next.level.rawValue), \(words(for: next))", .link)], page: .award(next.id))
      ]
    }
    return [
      .value("Cluster", [Run(cluster?.name ?? award.cluster.rawValue, .link)], page: .cluster(award.cluster)),
      .value("Level", [Run(award.level.letter, award.level.role), Run(" \(award.level.rawValue)")]),
    ] + portfolio + [
      .value(
        "On \(format.day(judgement.asOf))", runs(of: award), provenance: provenance(of: award))
    ] + (later ?? [])
  }

  fileprivate func warningFacts(of award: LabelAward) -> [Fact] {
    let warnings = judgement.labels.warnings(of: award)
    let disagreements = award.disagreements.map { event in
      Fact.value(
        "≠",
        [
          Run("\(words(for: event))\(event.date.map { ", \(format.date($0))" } ?? "")", .warning),
          Run("  by \(name(of: event.source))", .dim),
        ],
        provenance: provenance(of: event))
    }
    guard !warnings.isEmpty || !disagreements.isEmpty else { return [] }
    let said: [Fact] = disagreements.isEmpty ? [] : [.heading("Also said")] + disagreements
    guard !warnings.isEmpty else { return said }
    return [.heading("To look into")]
      + warnings.map { warning in
        .value(
          "!", [Run(words(for: warning).capitalizedFirst, .warning)],
          provenance: warning.rule.flatMap { provenance(of: $0) })
      } + said
  }

  fileprivate func dateFacts(of award: LabelAward) -> [Fact] {
    let statements = provenance(of: award)
    let given = award.date.map { format.date($0) } ?? Formatting.unknown
    var facts: [Fact] = [
      .heading("Dates, and what gives them"),
      .value(
        award.isGranted ? "Given" : "Sought",
        [Run(given, .strong), Run(award.date == nil ? "" : "  stated", .dim)], provenance: statements),
    ]
    if award.date == nil, let start = award.start {
      facts.append(
        .value(
          "Valid from", [Run("≈ \(format.day(start))"), Run("  the end less the years of validity", .dim)]))
    }
    facts += [end("Valid to", award.end, statements)]
    if award.end?.isDerived == false { facts += award.endByRule.map { [end("By the rules", $0, nil)] } ?? [] }
    return facts + renewalFacts(of: award)
  }

  /// Until when it can be renewed and to when it would then run; of one that cannot be renewed any more, why not.
  private func renewalFacts(of award: LabelAward) -> [Fact] {
    let log = judgement.labels
    let day = judgement.asOf
    let past = log.withdrawal(of: award, by: day)
    let taken = (past ?? log.plannedWithdrawal(of: award, on: day)).map { event in
      let date = event.date.map { format.date($0) } ?? "date unknown"
      return Fact.value(
        past == nil ? "To be withdrawn" : "Withdrawn", [Run(date, .strong)], provenance: provenance(of: event)
      )
    }
    let told = taken.map { [$0] } ?? []
    guard past == nil, !isCutShort(award), !judgement.isSuperseded(award), let grace = log.grace(of: award)
    else { return told }
    guard day <= grace.date.last else { return told + [end("Was renewable to", grace, nil)] }
    return told + [end("Renewable to", grace, nil)]
      + (log.renewal(of: award).map { [end("Renewed, then to", $0, nil)] } ?? [])
  }

  private func end(_ label: String, _ end: AwardEnd?, _ statements: Provenance?) -> Fact {
    guard let end else {
      return .value(
        label, [Run(Formatting.unknown, .dim), Run("  no source states it, no rule gives it", .dim)])
    }
    let date = Run((end.isDerived ? "≈ " : "") + format.date(end.date), .strong)
    switch end.basis {
    case .stated: return .value(label, [date, Run("  stated", .dim)], provenance: statements)
    case .statedYears:
      return .value(label, [date, Run("  counted from stated years", .dim)], provenance: statements)
    case .derived(let id):
      let basis = rule(id).map { "\(words(for: $0)) (\(id))" } ?? id.rawValue
      return .value(label, [date, Run("  \(basis)", .dim)], provenance: provenance(of: id))
    }
  }

  /// What a cluster has to meet for this label, and for the next level.
  fileprivate func requirementFacts(of award: LabelAward) -> [Fact] {
    let day = award.date?.first ?? judgement.asOf
    let asked = judgement.labels.requirements(for: award.level, on: day)
    let next = award.level.next.map { level in
      (level, judgement.labels.requirements(for: level, on: judgement.asOf))
    }
    return ruleFacts(award.date.map { "Asked for it in \(format.date($0))" } ?? "Asked for it now", asked)
      + (next.map { ruleFacts("Asked for \($0.rawValue) now", $1) } ?? [])
  }

  private func ruleFacts(_ title: String, _ rules: [LabelRule]) -> [Fact] {
    guard !rules.isEmpty else { return [] }
    return [.heading(title)]
      + rules.map { rule in
        .value(
          rule.use?.rawValue.capitalizedFirst ?? "", [Run(words(for: rule))],
          provenance: provenance(of: rule.id))
      }
  }

  fileprivate func historyFacts(of award: LabelAward) -> [Fact] {
    [.heading("What was known when")]
      + judgement.labels.history(of: award).map { known in
        .value(
          known.since.map { format.date($0) } ?? "undated",
          [Run(words(for: known.award)), Run("  \(counted(known.news.count, "statement"))", .dim)],
          provenance: known.news.first.map { provenance(of: $0) })
      }
  }

  private func rule(_ id: ID<LabelRule>) -> LabelRule? {
    catalogue.tables.labelRules.first { $0.id == id }
  }

  private func provenance(of id: ID<LabelRule>) -> Provenance? { rule(id).map { provenance(of: $0) } }
}

extension LabelLevel {
  /// The next higher level.
  var next: LabelLevel? { Self.allCases.first { $0 > self } }
}

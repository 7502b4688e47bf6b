// Who states what: provenance of figures, labels and rows, built from the catalogue.

import ClusterDomain

extension Scene {
  /// The figure shown for a measure: the newest not later than the as-of date.
  func figure(_ measure: String, of subject: Subject) -> Figure? {
    catalogue.current(measure, of: subject, on: judgement.asOf)
  }

  /// A cell that shows a figure with its bound, or that nobody states it.
  func figureCell(_ measure: String, of subject: Subject) -> TableCell {
    guard let figure = figure(measure, of: subject) else { return TableCell(nil) }
    return TableCell([Run(format.figure(figure))], value: .number(figure.value))
  }

  /// Every statement of a measure, the shown one first, then the newest.
  func provenance(_ measure: String, of subject: Subject, named name: String) -> Provenance? {
    let all = catalogue.all(measure, of: subject)
    let shown = figure(measure, of: subject)
    let lines = all.map { figure in
      line(
        format.figure(figure), figure.asOf, figure.source,
        note: [figure.basis, figure.note].compactMap { $0 }.joined(separator: "; "),
        isShown: shown.map { $0.isSameStatement(as: figure) } ?? false)
    }
    guard !lines.isEmpty else { return nil }
    return Provenance(
      title: "\(format.measure(measure)) of \(name)",
      lines: lines.filter(\.isShown) + lines.filter { !$0.isShown }, rule: nil)
  }

  /// The one source of a row, with what other sources say of its columns.
  func provenance(
    row title: String, source: ID<Source>, note: String?, table: String, key: String
  ) -> Provenance {
    let others = catalogue.statements(about: table, key: key)
      .map { line("\($0.column): \($0.value)", nil, $0.source, note: $0.note, isShown: false) }
    return Provenance(
      title: title, lines: [line("", nil, source, note: note, isShown: true)] + others, rule: nil)
  }

  /// The statements behind an award, and the rule that gave its end.
  func provenance(of award: LabelAward) -> Provenance {
    let cluster = catalogue.cluster(award.cluster)?.briefName ?? award.cluster.rawValue
    let lines = award.events.map { line(of: $0) }
    let others = award.events.flatMap { catalogue.statements(about: "labels", key: $0.statementKey) }
      .map { line("\($0.column): \($0.value)", nil, $0.source, note: $0.note, isShown: false) }
    return Provenance(
      title: "\(award.level.rawValue.capitalizedFirst) label of \(cluster)", lines: lines + others,
      rule: rule(of: award))
  }

  /// The statement behind one event of an award.
  func provenance(of event: LabelEvent) -> Provenance {
    let others = catalogue.statements(about: "labels", key: event.statementKey)
      .map { line("\($0.column): \($0.value)", nil, $0.source, note: $0.note, isShown: false) }
    let cluster = catalogue.cluster(event.cluster)?.briefName ?? event.cluster.rawValue
    return Provenance(
      title: "\(event.level.rawValue.capitalizedFirst) label of \(cluster)",
      lines: [line(of: event)] + others,
      rule: nil)
  }

  private func line(of event: LabelEvent) -> Provenance.Line {
    let end = event.validUntil.map { ", valid until \(format.date($0))" } ?? ""
    let score = event.score.map { ", score \(format.number($0))" } ?? ""
    return line(
      "\(event.kind.rawValue)\(end)\(score)", event.date, event.source,
      note: [event.isCollective ? "stated for a group" : nil, event.note].compactMap { $0 }.joined(
        separator: "; "),
      isShown: true)
  }

  /// Who states a call.
  func provenance(of call: Call) -> Provenance {
    provenance(row: call.name, source: call.source, note: call.note, table: "calls", key: call.id.rawValue)
  }

  /// Who states a programme.
  func provenance(of programme: Programme) -> Provenance {
    provenance(
      row: programme.name, source: programme.source, note: programme.note, table: "programmes",
      key: programme.id.rawValue)
  }

  /// Who states a condition of a call or programme with a name.
  func provenance(of condition: Condition, named name: String) -> Provenance {
    provenance(
      row: "\(condition.condition) of \(name)", source: condition.source, note: condition.note,
      table: "conditions", key: condition.statementKey)
  }

  /// Who states a rule of the label scheme.
  func provenance(of rule: LabelRule) -> Provenance {
    provenance(
      row: rule.rule, source: rule.source, note: rule.note, table: "label_rules", key: rule.id.rawValue)
  }

  /// How the end of an award is known.
  func rule(of award: LabelAward) -> String? {
    guard award.isGranted else { return nil }
    guard let end = award.end else { return "No source states an end, and no rule gives one." }
    switch end.basis {
    case .stated: return nil
    case .statedYears: return "End counted from the years of validity that the source states."
    case .derived(let id):
      let rule = catalogue.tables.labelRules.first { $0.id == id }
      let words = rule.map { "\($0.rule): \($0.value ?? "") \($0.unit ?? "")" } ?? id.rawValue
      return "End derived, not stated, by rule \(id): \(words)."
    }
  }

  private func line(
    _ value: String, _ date: PartialDate?, _ source: ID<Source>, note: String?, isShown: Bool
  ) -> Provenance.Line {
    let found = catalogue.source(source)
    return Provenance.Line(
      value: value, date: date.map(format.date) ?? "",
      source: found?.title ?? found?.publisher ?? source.rawValue,
      url: found?.url ?? "", note: (note?.isEmpty ?? true) ? nil : note, isShown: isShown)
  }
}

extension Figure {
  fileprivate func isSameStatement(as other: Figure) -> Bool {
    value == other.value && asOf == other.asOf && source == other.source && basis == other.basis
  }
}

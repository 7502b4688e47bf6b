// A page of facts as JSON.

import ClusterDomain
import ViewModels

/// Turns pages into JSON.
enum FactJSON {
  /// A page as an object, several as an array.
  static func json(_ sheets: [FactSheet], limit: Int?) -> JSON {
    guard sheets.count == 1 else { return .array(sheets.map { json($0, limit: limit) }) }
    return json(sheets[0], limit: limit)
  }

  /// The page as an object.
  static func json(_ sheet: FactSheet, limit: Int?) -> JSON {
    let facts = sheet.sections.flatMap { section in
      section.facts.compactMap { fact($0, in: section.title) }
    }
    let head: [(String, JSON)] = [
      ("kind", .text(sheet.kind)), ("id", .text(sheet.id)), ("name", .text(sheet.name)),
      ("as_of", .text(sheet.asOf.description)), ("facts", .array(facts)),
      ("figures", .array(sheet.figures.map(figure))),
    ]
    return .object(
      head + sheet.lists.map { ($0.key, JSONWriter.array($0.table(isForPeople: false, limit: limit))) })
  }

  private static func fact(_ fact: Fact, in section: String?) -> JSON? {
    switch fact {
    case .heading: return nil
    case .paragraph(let text):
      return .object([
        ("section", JSON(section)), ("fact", .null), ("value", .text(text)), ("statements", .array([])),
      ])
    case .value(let label, let runs, let provenance, let page):
      let text = runs.map(\.text).joined().trimmed
      var members: [(String, JSON)] = [
        ("section", JSON(section)), ("fact", label.isEmpty ? .null : .text(label)),
        ("value", text == Formatting.unknown ? .null : .text(text)),
        ("statements", .array(provenance?.lines.map(statement) ?? [])),
      ]
      if let rule = provenance?.rule { members.append(("rule", .text(rule))) }
      if let id = page?.subject?.typed { members.append(("link", .text(id))) }
      return .object(members)
    }
  }

  /// A figure as the dataset has it, with a number that can be counted with.
  private static func figure(_ figure: Figure, _ url: String) -> JSON {
    .object([
      ("measure", .text(figure.measure)), ("bound", .text(figure.bound.rawValue)),
      ("value", .number(figure.value)), ("unit", .text(figure.unit)),
      ("as_of", JSON(figure.asOf?.description)),
      ("basis", JSON(figure.basis)), ("source", .text(url)), ("note", JSON(figure.note)),
    ])
  }

  private static func statement(_ line: Provenance.Line) -> JSON {
    .object([
      ("value", line.value.isEmpty ? .null : .text(line.value)),
      ("date", line.date.isEmpty ? .null : .text(line.date)),
      ("source", .text(line.source)), ("url", line.url.isEmpty ? .null : .text(line.url)),
      ("note", JSON(line.note)),
      ("shown", .flag(line.isShown)),
    ])
  }
}

extension FactSheet.List {
  /// The list's name in JSON.
  fileprivate var key: String {
    switch pane {
    case .organisationClusters, .participants: "clusters"
    case .programmeCalls: "calls"
    default: pane.rawValue
    }
  }
}

// A page of facts as JSON.

import ClusterDomain
import ViewModels

/// Turns pages into JSON.
enum FactJSON {
  /// The page as an object.
  static func json(_ sheet: FactSheet, limit: Int?) -> JSON {
    let head: [(String, JSON)] = [
      ("kind", .text(sheet.kind)), ("id", .text(sheet.id)), ("name", .text(sheet.name)),
      ("as_of", .text(sheet.asOf.description)),
      (
        "facts",
        .array(sheet.sections.flatMap { section in section.facts.compactMap { fact($0, in: section.title) } })
      ),
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
      if let id = page?.entity { members.append(("link", .text(id))) }
      return .object(members)
    }
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

extension PageKind {
  /// What `show` takes to print the page.
  fileprivate var entity: String? {
    switch self {
    case .cluster(let id): "cluster:\(id)"
    case .organisation(let id): "member:\(id)"
    case .programme(let id): "programme:\(id)"
    default: nil
    }
  }
}

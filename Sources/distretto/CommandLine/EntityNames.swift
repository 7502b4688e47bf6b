// From an id or a name to the cluster, member or programme that is meant; near misses are named.

import ClusterDomain
import Sheets
import ViewModels

/// The ids and names of a dataset.
struct EntityNames {
  /// What an id can stand for, in the order in which it is tried.
  enum Kind: String, CaseIterable, Sendable {
    case cluster
    case member
    case programme
    case call
    case label
  }

  private let catalogue: Catalogue
  private let labels: LabelLog

  /// The ids and names of a dataset.
  init(_ judged: JudgedData) {
    catalogue = judged.data.catalogue
    labels = judged.data.labels
  }

  /// The entity of an id or name; `member:afil` says which kind is meant.
  func subject(_ typed: String, in kinds: [Kind] = Kind.allCases) throws(Failure) -> PaneSubject {
    var (kinds, name) = split(typed, kinds)
    for kind in kinds { if let found = exact(kind, name) { return found } }
    // Who asks for a programme may name it by one of its calls.
    if kinds == [.programme], let call = catalogue.call(ID(rawValue: name)) {
      return .programme(call.programme)
    }
    // Labels have no names of their own: where clusters could be meant, theirs do not stand for them.
    if kinds.count > 1 { kinds.removeAll { $0 == .label } }
    let wanted = FacetNames.plain(name)
    for kind in kinds {
      let found = entries(kind, name).first { entry in
        entry.names.contains { FacetNames.plain($0) == wanted }
      }
      if let found { return found.subject }
    }
    throw unknown(name, kinds)
  }

  /// The other kinds in which the same id stands for something.
  func otherKinds(_ typed: String, than subject: PaneSubject) -> [Kind] {
    Kind.allCases.filter { kind in
      guard let found = exact(kind, typed) else { return false }
      return found != subject
    }
  }

  private func split(_ typed: String, _ kinds: [Kind]) -> (kinds: [Kind], name: String) {
    guard let colon = typed.firstIndex(of: ":"), let kind = Kind(rawValue: String(typed[..<colon])),
      kinds.contains(kind)
    else { return (kinds, typed) }
    return ([kind], String(typed[typed.index(after: colon)...]))
  }

  private func exact(_ kind: Kind, _ id: String) -> PaneSubject? {
    switch kind {
    case .cluster: catalogue.cluster(ID(rawValue: id)).map { .cluster($0.id) }
    case .member: catalogue.organisation(ID(rawValue: id)).map { .organisation($0.id) }
    case .programme: catalogue.programme(ID(rawValue: id)).map { .programme($0.id) }
    case .call: catalogue.call(ID(rawValue: id)).map { .call($0.id) }
    case .label: labels.award(ID(rawValue: id)).map { .award($0.id) }
    }
  }

  /// All organisations, or where there are very many those whose names hold the words.
  private func organisations(named typed: String) -> [Organisation] {
    let table = catalogue.tables.organisations
    guard table.count > 20_000 else { return Array(table) }
    let question = SheetQuestion(tests: [.holds(column: OrganisationColumn.name.rawValue, typed)])
    guard let rows = table.reading.answer(question) else { return [] }
    let wanted = FacetNames.plain(typed)
    let found = (0..<rows.count).compactMap { rows.row(at: $0) }
    let exact = found.first { FacetNames.plain(table.text(.name, row: $0) ?? "") == wanted }
    let ids = [typed.uppercased(), typed.lowercased()].compactMap { table.row(of: ID(rawValue: $0)) }
    return (ids + (exact.map { [$0] } ?? Array(found.prefix(100)))).map { table[$0] }
  }

  private func entries(_ kind: Kind, _ typed: String) -> [(subject: PaneSubject, id: String, names: [String])]
  {
    let tables = catalogue.tables
    switch kind {
    case .cluster:
      return tables.clusters.map {
        (.cluster($0.id), $0.id.rawValue, [$0.id.rawValue, $0.name] + ($0.shortName.map { [$0] } ?? []))
      }
    case .member:
      return organisations(named: typed).map {
        (.organisation($0.id), $0.id.rawValue, [$0.id.rawValue, $0.name])
      }
    case .programme:
      return tables.programmes.map { (.programme($0.id), $0.id.rawValue, [$0.id.rawValue, $0.name]) }
    case .call: return tables.calls.map { (.call($0.id), $0.id.rawValue, [$0.id.rawValue, $0.name]) }
    case .label:
      return labels.awards.map { award in
        let cluster = catalogue.cluster(award.cluster)
        return (
          .award(award.id), award.id.rawValue,
          [award.id.rawValue, award.cluster.rawValue, cluster?.name ?? ""]
        )
      }
    }
  }

  /// The nearest names lead to ids, as ids are what can be typed next.
  private func unknown(_ typed: String, _ kinds: [Kind]) -> Failure {
    let all = kinds.flatMap { entries($0, typed) }
    let ids = Dictionary(
      all.flatMap { entry in entry.names.map { ($0, entry.id) } }, uniquingKeysWith: { first, _ in first })
    var near: [String] = []
    for name in Nearest.names(to: typed, in: all.flatMap(\.names), limit: 9) {
      guard let id = ids[name], !near.contains(id) else { continue }
      near.append(id)
    }
    let head = "No \(Unknown.list(kinds.map(\.rawValue), "or")) is called \"\(typed)\""
    return .usage(
      near.isEmpty ? head + "." : "\(head); did you mean \(Unknown.list(Array(near.prefix(3)), "or"))?")
  }
}

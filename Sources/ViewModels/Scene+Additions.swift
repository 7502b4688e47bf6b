// What the user added, on pages and in lists.

import ClusterDomain

extension Scene {
  /// What the user added about a cluster.
  func additionFacts(of cluster: Cluster) -> [Fact] {
    let entries = judgement.additions.entries(about: cluster.id)
    guard !entries.isEmpty else { return [] }
    return [.heading("Yours")]
      + entries.map { entry in
        switch entry.content {
        case .watch: .value("Watched", [Run("★ since \(format.day(entry.day))", .mark)])
        default: .value(format.day(entry.day), [Run(words(for: entry))])
        }
      }
  }

  /// What an entry says, in one line.
  func words(for entry: Entry) -> String {
    switch entry.content {
    case .watch: "watched"
    case .note(_, let text): text
    case .labelEvent(let event):
      [
        "\(event.kind.rawValue) \(event.level.rawValue)", event.date.map(format.date),
        event.validUntil.map { "to \(format.date($0))" }, event.years.map { "for \($0) years" }, event.note,
      ].compactMap(\.self).joined(separator: ", ")
    case .deadline(let deadline):
      [
        format.date(deadline.date), deadline.time, deadline.zone,
        deadline.replaces.map { "in place of \(format.date($0))" }, deadline.note,
      ].compactMap(\.self).joined(separator: ", ")
    }
  }

  /// A cluster's name in a list, behind a sign where it has changed and a star where it is watched.
  func listRuns(_ cluster: Cluster) -> [Run] {
    let sign = changeLog.isUnseen(cluster.id) ? [Run("Δ ", .mark)] : []
    let star = judgement.additions.watched.contains(cluster.id) ? [Run("★ ", .mark)] : []
    return sign + star + [Run(cluster.listName)]
  }

  /// A cell behind a sign where what it shows has changed and nobody has looked at it.
  func marking(_ cluster: Cluster, _ part: ChangedPart, _ cell: TableCell) -> TableCell {
    changeLog.isUnseen(cluster.id, part) ? TableCell([Run("Δ", .mark)] + cell.runs, value: cell.value) : cell
  }
}

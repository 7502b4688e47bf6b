// Reads the two tables that may have millions of rows, from the cache where nothing has changed since.

import Glibc
import Sheets

/// Where the members of a dataset lie in the cache.
struct MemberArchive: Sendable {
  /// Smaller tables are read faster than they are looked for.
  private static let least = 1 << 20

  let organisations: SheetArchive
  let memberships: SheetArchive

  /// Nil where the tables are small, or where nothing tells whether they change.
  ///
  /// What is kept depends on every table that members refer to, so a change of one of those makes it anew.
  init?(cacheFolder: String, dataset folder: String, files: [String: String]) {
    guard let organisations = files["organisations"], let memberships = files["memberships"] else {
      return nil
    }
    let large = ["\(folder)/\(organisations)", "\(folder)/\(memberships)"]
    guard large.contains(where: { Self.size($0) >= Self.least }) else { return nil }
    let others =
      ["\(folder)/datapackage.json"]
      + Self.referred.union(["organisations", "memberships"]).sorted()
      .compactMap { files[$0] }.map { "\(folder)/\($0)" }
    let archives = large.map { SheetArchive(folder: cacheFolder, files: [$0] + others, words: Self.rules) }
    guard let first = archives[0], let second = archives[1] else { return nil }
    self.organisations = first
    self.memberships = second
  }

  /// The tables whose keys stand in rows of members.
  private static let referred: Set<String> = Set(
    (Table.organisations.columns + Table.memberships.columns).compactMap { column in
      if case .reference(let table, _) = column.kind { table } else { nil }
    })

  /// By what rows were read and kept: another version of the program may have other columns and checks.
  private static let rules =
    ["members 1"]
    + (Table.organisations.columns + Table.memberships.columns).map { "\($0)" }
    + OrganisationColumn.allCases.map { "\($0)" } + MembershipColumn.allCases.map { "\($0)" }

  /// Whether both have the bytes that were written.
  func isIntact() -> Bool { organisations.isIntact() && memberships.isIntact() }

  /// Deletes both, so that they are made again.
  func remove() {
    organisations.remove()
    memberships.remove()
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}

extension DatasetReader {
  /// The organisations.
  mutating func organisations(in regions: [Region]) -> OrganisationTable {
    let name = Table.organisations.name
    let table: OrganisationTable
    if let kept = archive?.organisations.open(OrganisationTable.readings), let slots = kept.numbers.first {
      table = OrganisationTable(kept.reading, slots: slots)
      isFromCache = true
      take(kept.notes, of: name)
    } else {
      let rows = OrganisationRows(regions: regions, archive: archive?.organisations)
      guard let sink = read(name, Table.organisations.columns, into: OrganisationSink(rows)) else {
        return OrganisationTable()
      }
      table = sink.rows.finish(notes: notes(of: name))
    }
    knownKeys.tables[name] = .organisations(table)
    rowCounts[name] = table.count
    return table
  }

  /// The memberships of these organisations in these clusters.
  mutating func memberships(of organisations: OrganisationTable, in clusters: [Cluster]) -> MembershipTable {
    let name = Table.memberships.name
    let table: MembershipTable
    if let kept = archive?.memberships.open(MembershipTable.readings), let found = MembershipTable(kept) {
      table = found
      isFromCache = true
      take(kept.notes, of: name)
    } else {
      let rows = MembershipRows(clusters: clusters, archive: archive?.memberships)
      let empty = MembershipSink(rows, of: organisations)
      guard let sink = read(name, Table.memberships.columns, into: empty) else { return MembershipTable() }
      table = sink.rows.finish(organisationCount: organisations.count, notes: notes(of: name))
    }
    knownKeys.keyless[name] = { Set(table.lazy.map(\.statementKey)) }
    rowCounts[name] = table.count
    return table
  }

  // MARK: Problems of a table that is not read again

  private func notes(of table: String) -> [String] {
    let found = problems.found(in: files[table] ?? "")
    return [String(found.more)] + found.kept.flatMap(\.words)
  }

  private mutating func take(_ notes: [String], of table: String) {
    readTableCount += 1
    let problems = stride(from: 1, to: notes.count, by: Problem.wordCount).compactMap {
      Problem(words: notes[$0..<min($0 + Problem.wordCount, notes.count)])
    }
    self.problems.add(problems, more: notes.first.flatMap { Int($0) } ?? 0, in: files[table] ?? "")
  }
}

extension Problem {
  fileprivate static let wordCount = 6

  /// The problem in words, from which it can be made again.
  fileprivate var words: [String] {
    [file, line.map { String($0) } ?? "", column ?? "", reason, text ?? "", severity.rawValue]
  }

  fileprivate init?(words: ArraySlice<String>) {
    let words = Array(words)
    guard words.count == Self.wordCount, let severity = Severity(rawValue: words[5]) else { return nil }
    self.init(
      file: words[0], line: Int(words[1]), column: words[2].isEmpty ? nil : words[2], reason: words[3],
      text: words[4].isEmpty ? nil : words[4], severity: severity)
  }
}

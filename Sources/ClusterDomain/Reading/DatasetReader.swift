// Reads the tables of a data package in the order of their references.

/// How far the reading of a dataset is.
public struct DatasetProgress: Sendable, Hashable {
  /// The file of the table that is being read.
  public let file: String
  /// How much of it is read, from 0 to 1.
  public let part: Double

  /// A part of a file.
  public init(file: String, part: Double) {
    self.file = file
    self.part = part
  }
}

/// Reads one data package, and remembers what was wrong.
struct DatasetReader {
  let folder: String
  private let progress: @Sendable (DatasetProgress) -> Void
  private(set) var files: [String: String] = [:]
  var knownKeys = KnownKeys()
  /// Where the members lie in the cache, if they can.
  private(set) var archive: MemberArchive?
  /// Whether members were taken from the cache.
  var isFromCache = false

  /// What was wrong.
  var problems = ProblemLog()
  /// How many rows of each table were kept.
  var rowCounts: [String: Int] = [:]
  /// How many tables could be read.
  var readTableCount = 0
  private var noted: Set<String> = []
  private let isImport: Bool

  init(
    descriptor: PackageDescriptor, cacheFolder: String?,
    progress: @escaping @Sendable (DatasetProgress) -> Void = { _ in }
  ) {
    self.progress = progress
    folder = descriptor.folder
    isImport = descriptor.isImport
    if descriptor.importProblems > 0 {
      let count = descriptor.importProblems
      let reason =
        "the import could not use \(count) rows and values; rejected.csv and problems.csv list them"
      problems.add(Problem(file: "datapackage.json", reason: reason, severity: .value))
    }
    for resource in descriptor.resources {
      guard let path = resource.path else {
        problems.add(Problem(file: "datapackage.json", reason: resource.reason, severity: .file))
        noted.insert(resource.name)
        continue
      }
      if files[resource.name] != nil {
        noteDescriptor("names the table \"\(resource.name)\" twice; the second is ignored")
      } else if !Self.tableNames.contains(resource.name) {
        noteDescriptor("names \"\(resource.name)\", which is no table of the program; it is ignored")
      } else {
        files[resource.name] = path
      }
    }
    archive = cacheFolder.flatMap { MemberArchive(cacheFolder: $0, dataset: folder, files: files) }
  }

  /// Reads every table; those that others refer to come first.
  mutating func readTables() -> Catalogue.Tables {
    var tables = Catalogue.Tables()
    tables.sources = rows(of: .sources)
    tables.countries = rows(of: .countries)
    tables.regions = rows(of: .regions)
    tables.networks = rows(of: .networks)
    tables.totals = rows(of: .totals)
    tables.organisations = organisations(in: tables.regions)
    tables.programmes = rows(of: .programmes)
    tables.clusters = rows(of: .clusters)
    let calls = rows(of: .calls)
    tables.calls = Self.calls(calls, with: rows(of: .deadlines))
    tables.projects = rows(of: .projects)
    tables.figures = rows(of: .figures)
    tables.labels = rows(of: .labels)
    tables.labelRules = rows(of: .labelRules)
    tables.labelCounts = rows(of: .labelCounts)
    tables.memberships = memberships(of: tables.organisations, in: tables.clusters)
    tables.networkMemberships = rows(of: .networkMemberships)
    tables.conditions = rows(of: .conditions)
    tables.participations = rows(of: .participations)
    tables.statements = rows(of: .statements)
    problems.close()
    return tables
  }

  private mutating func rows<Row>(of table: Table<Row>) -> [Row] {
    guard let read = read(table.name, table.columns, into: EntityRows(table)) else { return [] }
    if table.keyPlace != nil {
      knownKeys.tables[table.name] = .lines(read.keys)
    } else if let statementKey = table.statementKey {
      let rows = read.rows
      knownKeys.keyless[table.name] = { Set(rows.map(statementKey)) }
    }
    rowCounts[table.name] = read.rows.count
    return read.rows
  }

  /// Reads a table into a sink; nil, and a problem, where it cannot be read.
  mutating func read<Sink: RowSink>(_ name: String, _ columns: [Column], into sink: Sink) -> Sink? {
    guard let file = file(of: name) else { return nil }
    let bytes: [UInt8]
    do throws(DataFileError) {
      bytes = try DataFile.read("\(folder)/\(file)")
    } catch {
      problems.add(Problem(file: file, reason: "\(error.reason); table not read", severity: .file))
      return nil
    }
    let progress = progress
    var reader = TableReader(
      columns, into: sink, file: file, knownKeys: knownKeys, problems: problems,
      progress: { progress(DatasetProgress(file: file, part: $0)) })
    let isRead = reader.read(bytes)
    problems = reader.problems
    guard isRead else { return nil }
    readTableCount += 1
    return reader.sink
  }

  /// The file of a table; nil, and a problem, where the descriptor names none.
  private mutating func file(of name: String) -> String? {
    if let file = files[name] { return file }
    if !isImport, !noted.contains(name) {
      noteDescriptor("names no table \"\(name)\"; it stays empty")
    }
    return nil
  }

  /// The country that all regions belong to; empty, and a problem, where there is no such.
  mutating func country(of regions: [Region]) -> String {
    if let first = regions.first?.country, regions.allSatisfy({ $0.country == first }) { return first }
    let reason = "names no homeCountry; all countries are shown"
    problems.add(Problem(file: "datapackage.json", reason: reason, severity: .value))
    return ""
  }

  private mutating func noteDescriptor(_ reason: String) {
    problems.add(Problem(file: "datapackage.json", reason: reason, severity: .file))
  }

  /// Gives every call its deadlines, earliest first.
  private static func calls(_ calls: [Call], with deadlines: [(ID<Call>, Deadline)]) -> [Call] {
    let byCall = Dictionary(grouping: deadlines, by: \.0)
    return calls.map { call in
      guard let rows = byCall[call.id] else { return call }
      return Call(
        id: call.id, programme: call.programme, name: call.name, opens: call.opens, closes: call.closes,
        deadlines: rows.map(\.1).sorted { $0.date < $1.date }, source: call.source, note: call.note)
    }
  }
}

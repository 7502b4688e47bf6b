// Reads the tables of a data package in the order of their references.

/// Reads one data package, and remembers what was wrong.
struct DatasetReader {
  private let folder: String
  private var files: [String: String] = [:]
  private var knownKeys = KnownKeys()

  /// What was wrong.
  private(set) var problems = ProblemLog()
  /// How many rows of each table were kept.
  private(set) var rowCounts: [String: Int] = [:]
  /// How many tables could be read.
  private(set) var readTableCount = 0
  private var noted: Set<String> = []
  private let isImport: Bool

  init(descriptor: PackageDescriptor) {
    folder = descriptor.folder
    isImport = descriptor.isImport
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
  }

  /// Reads every table; those that others refer to come first.
  mutating func readTables() -> Catalogue.Tables {
    var tables = Catalogue.Tables()
    tables.sources = rows(of: .sources)
    tables.countries = rows(of: .countries)
    tables.regions = rows(of: .regions)
    tables.networks = rows(of: .networks)
    tables.totals = rows(of: .totals)
    tables.organisations = rows(of: .organisations)
    tables.programmes = rows(of: .programmes)
    tables.clusters = rows(of: .clusters)
    let calls = rows(of: .calls)
    tables.calls = Self.calls(calls, with: rows(of: .deadlines))
    tables.projects = rows(of: .projects)
    tables.figures = rows(of: .figures)
    tables.labels = rows(of: .labels)
    tables.labelRules = rows(of: .labelRules)
    tables.labelCounts = rows(of: .labelCounts)
    tables.memberships = rows(of: .memberships)
    tables.networkMemberships = rows(of: .networkMemberships)
    tables.conditions = rows(of: .conditions)
    tables.participations = rows(of: .participations)
    tables.statements = rows(of: .statements)
    problems.close()
    return tables
  }

  private mutating func rows<Row>(of table: Table<Row>) -> [Row] {
    guard let file = files[table.name] else {
      if !isImport, !noted.contains(table.name) {
        noteDescriptor("names no table \"\(table.name)\"; it stays empty")
      }
      return []
    }
    let bytes: [UInt8]
    do throws(DataFileError) {
      bytes = try DataFile.read("\(folder)/\(file)")
    } catch {
      problems.add(Problem(file: file, reason: "\(error.reason); table not read", severity: .file))
      return []
    }
    var reader = TableReader(table, file: file, knownKeys: knownKeys, problems: problems)
    let isRead = reader.read(bytes)
    problems = reader.problems
    guard isRead else { return [] }
    readTableCount += 1
    if table.keyPlace != nil {
      knownKeys.lines[table.name] = reader.keys
    } else if let statementKey = table.statementKey {
      let rows = reader.rows
      knownKeys.keyless[table.name] = { Set(rows.map(statementKey)) }
    }
    rowCounts[table.name] = reader.rows.count
    return reader.rows
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

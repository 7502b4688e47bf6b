// The `datapackage.json` of an import: which tables there are, what their columns hold, where the rows come from.

/// Writes descriptors.
struct PackageText {
  let title: String
  let homeCountry: String
  let reports: [ImportReport.File]
  let tables: [(table: DeclaredTable, rows: Int)]
  let files: [ImportOutput.Written]

  var json: String {
    JSONText.object([
      ("profile", .text("tabular-data-package")),
      ("name", .text("distretto-import")),
      ("title", .text(title)),
      ("description", .text(Self.description)),
      ("homeCountry", .text(homeCountry)),
      ("sources", .list(reports.map { .object([("title", .text($0.name))]) })),
      (
        "import",
        .object([("version", .number(1)), ("read", .list(reports.map(read))), ("written", written)])
      ),
      ("resources", .list(tables.map { resource($0.table) })),
    ]).written() + "\n"
  }

  private static let description =
    "Made by an import. Rows that were not used stand in rejected.csv, doubtful values in problems.csv. "
    + "The same import made again replaces this folder, unless its files were changed."

  private func read(_ report: ImportReport.File) -> JSONText {
    .object([
      ("file", .text(report.name)), ("mapping", .text(report.mapping)), ("as", .text(report.reading)),
      ("rows", .number(report.read)), ("kept", .number(report.kept)), ("merged", .number(report.merged)),
      ("rejected", .number(report.rejected)), ("problems", .number(report.problems)),
      ("columns not used", .list(report.unused.map { .text($0) })),
    ])
  }

  private var written: JSONText { .object(files.map { ($0.name, .text($0.hash)) }) }

  private func resource(_ table: DeclaredTable) -> JSONText {
    .object([
      ("name", .text(String(table.name.map { $0 == "_" ? "-" : $0 }))),
      ("path", .text("\(table.name).csv")), ("profile", .text("tabular-data-resource")),
      ("format", .text("csv")), ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
      (
        "dialect",
        .object([
          ("delimiter", .text(",")), ("lineTerminator", .text("\n")), ("quoteChar", .text("\"")),
          ("doubleQuote", .flag(true)), ("header", .flag(true)),
        ])
      ), ("schema", schema(table)),
    ])
  }

  private func schema(_ table: DeclaredTable) -> JSONText {
    var members: [(String, JSONText)] = [
      ("fields", .list(table.columns.map(field))), ("missingValues", .list([.text("")])),
    ]
    let keys = table.columns.filter { if case .key = $0.kind { true } else { false } }
    if !keys.isEmpty { members.append(("primaryKey", .list(keys.map { .text($0.name) }))) }
    let references = table.columns.compactMap(reference)
    if !references.isEmpty { members.append(("foreignKeys", .list(references))) }
    return .object(members)
  }

  private func reference(_ column: Column) -> JSONText? {
    guard case .reference(let other, _) = column.kind, tables.contains(where: { $0.table.name == other })
    else {
      return nil
    }
    let resource = String(other.map { $0 == "_" ? "-" : $0 })
    return .object([
      ("fields", .text(column.name)),
      ("reference", .object([("resource", .text(resource)), ("fields", .text("id"))])),
    ])
  }

  private func field(_ column: Column) -> JSONText {
    var constraints: [(String, JSONText)] = column.need == .required ? [("required", .flag(true))] : []
    var type = "string"
    switch column.kind {
    case .key: constraints.append(("unique", .flag(true)))
    case .integer: type = "integer"
    case .number: type = "number"
    case .flag: constraints.append(("enum", .list([.text("true")])))
    case .choice(let words): constraints.append(("enum", .list(words.map { .text($0) })))
    case .date: constraints.append(("pattern", .text(Self.datePattern)))
    case .text, .list, .choices, .test, .reference, .referenceBy: break
    }
    var members: [(String, JSONText)] = [("name", .text(column.name)), ("type", .text(type))]
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    return .object(members)
  }

  private static let datePattern = #"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"#
}

// A file with its mapping: every rule knows its columns, and what the file lacks is known before the first row.

import Sheets

/// A file that is about to be imported.
final class BoundFile: Sendable {
  let name: String
  let number: Int
  let mapping: Mapping
  let sheet: Sheet
  let titles: [String]
  let rules: [BoundRule]
  let sections: [BoundSection]
  let main: Int
  let evidence: [(kind: PlaceKind, column: Int)]
  let reading: String
  let unused: [String]
  /// The key of the file among the sources.
  let source: [UInt8]

  /// Binds a mapping to a file that was read; throws where the file lacks what the mapping cannot do without.
  init(
    _ read: SheetReading, name: String, number: Int, source: String, mapping: Mapping
  ) throws(ImportError) {
    var binder = Binder(read, mapping)
    self.name = name
    self.number = number
    self.mapping = mapping
    self.source = Array(source.utf8)
    sheet = read.sheet
    titles = read.sheet.columns.map(\.title)
    reading = read.source.summary
    sections = mapping.sections.map { binder.section($0) }
    main = sections.firstIndex { $0.isMain } ?? 0
    rules = binder.rules
    evidence = mapping.evidence(in: titles).map { ($0.kind, $0.index) }
    unused = titles.indices.filter { !binder.used.contains($0) }.map { read.sheet.columns[$0].title }
    try check(read.path)
  }

  /// The section for the same table.
  func section(like other: BoundSection) -> BoundSection? {
    sections.first { $0.tableNumber == other.tableNumber && $0.hasKey }
  }

  /// The cells of a row as a line of CSV.
  func text(row: Int) -> String {
    var cells = titles.indices.map { sheet.text(row: row, column: $0) }
    while let last = cells.last, last == nil { cells.removeLast() }
    return cells.map { Self.quoted($0 ?? "") }.joined(separator: ",")
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private func check(_ path: String) throws(ImportError) {
    let section = sections[main]
    let wanted = mapping.sections[main]
    guard section.keys.contains(where: { !$0.rules.isEmpty }) else {
      throw lack("a column for the key, \(wanted.keys.map { $0[0] }.joined(separator: " or "))", path)
    }
    for cell in section.cells where cell.isRequired {
      guard case .value(let number, _) = cell.content, !rules[number].isThere, rules[number].otherwise == nil
      else { continue }
      let rule = rules[number]
      throw lack("a column for “\(cell.name)”, \(rule.rule.columns.joined(separator: " or "))", path)
    }
  }

  private func lack(_ what: String, _ path: String) -> ImportError {
    let shown = titles.prefix(12).joined(separator: ", ") + (titles.count > 12 ? ", …" : "")
    return ImportError(
      .unmapped, path, "has not what mapping “\(mapping.name)” needs: \(what)",
      advice: "its columns are \(shown); name another mapping, or write one")
  }
}

/// Numbers the rules of a mapping.
private struct Binder {
  private let places: [String: Int]
  private let readings: [ColumnReading]
  private let mapping: Mapping
  private(set) var rules: [BoundRule] = []
  private(set) var used: Set<Int> = []

  init(_ read: SheetReading, _ mapping: Mapping) {
    let titles = read.sheet.columns.map(\.title)
    places = HeaderName.places(titles)
    readings = read.columns
    self.mapping = mapping
    used.formUnion(mapping.evidence(in: titles).map(\.index))
  }

  mutating func section(_ section: MappingSection) -> BoundSection {
    let rules = section.table.columns.map { column in section.rules[column.name].map { bound($0) } }
    let numbers = Dictionary(
      zip(section.table.columns.map(\.name), rules).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    func text(_ name: String) -> Int? {
      name.hasPrefix("=") ? numbers[String(name.dropFirst())] ?? nil : self.text(name)
    }
    let keys = section.keys.map { columns in
      BoundSection.Key(
        rules: text(columns[0]) == nil ? [] : columns.compactMap { text($0) }, isFolded: columns.count > 1)
    }
    return BoundSection(
      section, isMain: section.instance == nil && section.table.name == mapping.makes, keys: keys,
      ids: section.ids.compactMap { text($0) }, rules: rules, mapping: mapping)
  }

  /// The rule for the text of one column, if the file has it.
  private mutating func text(_ name: String) -> Int? {
    guard places[HeaderName.key(name)] != nil else { return nil }
    return bound(FieldRule(.columns([name])))
  }

  private mutating func bound(_ rule: FieldRule) -> Int {
    rules.append(BoundRule(rule, columns: places, readings: readings, missing: mapping.missing))
    used.formUnion(rule.columns.compactMap { places[HeaderName.key($0)] })
    return rules.count - 1
  }
}

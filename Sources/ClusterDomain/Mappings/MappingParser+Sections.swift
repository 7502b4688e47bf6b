// Reads the sections of a mapping that make rows of tables.

import Toml

extension MappingParser {
  private static let reserved = ["mapping", "recognise", "places"]
  /// What figures can be about.
  private static let subjects = ["clusters", "programmes", "calls", "projects", "totals"]
  /// The program makes these rows itself.
  private static let own = ["sources", "countries", "regions"]

  /// All sections, in the order in which tables refer to each other.
  func sections() throws(MappingError) -> [MappingSection] {
    let known = DeclaredTable.all.filter { !Self.own.contains($0.name) }
    let odd = document.root.keys.sorted().first { name in
      !Self.reserved.contains(name) && !known.contains { $0.name == name }
    }
    if let odd {
      let near = Nearest.names(to: odd, in: known.map(\.name) + Self.reserved, limit: 2)
      let advice = near.isEmpty ? "take it out" : "did you mean \(near.joined(separator: ", "))?"
      throw error([odd], "“\(odd)” is no table that a mapping can make", advice)
    }
    var sections: [MappingSection] = []
    for table in known where document.root[table.name] != nil { sections += try self.sections(of: table) }
    try checkReferences(sections)
    return sections
  }

  private func sections(of declared: DeclaredTable) throws(MappingError) -> [MappingSection] {
    let members = try table([declared.name])
    guard let several = MappingSection.several[declared.name] else {
      return [try section(members, of: declared)]
    }
    var sections: [MappingSection] = []
    for name in members.keys.sorted() {
      sections.append(try instance(name, of: declared, several))
    }
    return sections
  }

  private func section(
    _ members: [String: TomlValue], of declared: DeclaredTable
  ) throws(MappingError) -> MappingSection {
    let columns = declared.columns.filter { !$0.isMadeByItself }
    try expect(members, at: [declared.name], only: ["key", "id"] + columns.map(\.name))
    let keys = try keys(members["key"], at: [declared.name, "key"])
    if declared.hasKey, keys.isEmpty {
      throw error(
        [declared.name], "has no key", "add key = [[\"column\"]] with the columns that tell rows apart")
    }
    var rules: [String: FieldRule] = [:]
    for column in columns {
      guard let value = members[column.name] else { continue }
      rules[column.name] = try rule(value, for: column, at: [declared.name, column.name])
    }
    let ids = try texts(members["id"], at: [declared.name, "id"])
    let section = MappingSection(
      table: declared, instance: nil, of: nil, keys: keys, ids: ids, rules: rules)
    try checkRequired(section, at: [declared.name])
    if let odd = (keys.joined() + ids).first(where: {
      $0.hasPrefix("=") && rules[String($0.dropFirst())] == nil
    }) {
      throw error([declared.name, "key"], "“\(odd)” names no rule of [\(declared.name)]", "add the rule")
    }
    return section
  }

  private func instance(
    _ name: String, of declared: DeclaredTable, _ several: (name: String?, value: String)
  ) throws(MappingError) -> MappingSection {
    let path = [declared.name, name]
    let members = try table(path)
    let columns = declared.columns.filter {
      !$0.isMadeByItself && $0.name != several.value && $0.name != several.name
    }
    try expect(members, at: path, only: ["of"] + columns.map(\.name) + FieldRule.names)
    var rules: [String: FieldRule] = [:]
    for column in columns {
      guard let value = members[column.name] else { continue }
      rules[column.name] = try rule(value, for: column, at: path + [column.name])
    }
    guard let value = declared.column(several.value) else { return try section([:], of: declared) }
    let own = members.filter { FieldRule.names.contains($0.key) }
    rules[several.value] = try rule(.table(own), for: value, at: path)
    if let column = several.name { rules[column] = FieldRule(.constant(name)) }
    if declared.name == "figures", rules["bound"] == nil { rules["bound"] = FieldRule(.constant("exact")) }
    let section = MappingSection(
      table: declared, instance: name, of: try optionalText(members, "of", at: path), keys: [], ids: [],
      rules: rules)
    try checkRequired(section, at: path)
    return section
  }

  private func keys(_ value: TomlValue?, at path: [String]) throws(MappingError) -> [[String]] {
    guard let value else { return [] }
    guard case .list(let rules) = value, !rules.isEmpty else {
      throw error(path, "is no list of lists of columns", "write key = [[\"code\"], [\"name\", \"city\"]]")
    }
    var keys: [[String]] = []
    for rule in rules {
      let columns = try texts(rule, at: path)
      guard !columns.isEmpty else { throw error(path, "holds an empty list", "name the columns of each key") }
      keys.append(columns)
    }
    return keys
  }

  /// Every column without which there is no row must get a value.
  private func checkRequired(_ section: MappingSection, at path: [String]) throws(MappingError) {
    for column in section.table.columns where column.need == .required && section.rules[column.name] == nil {
      if column.isMadeByItself { continue }
      throw error(path, "gives no value for “\(column.name)”", "add a rule for it")
    }
  }

  /// What a section refers to must be made by another one.
  private func checkReferences(_ sections: [MappingSection]) throws(MappingError) {
    var main: String?
    if case .table(let about)? = document.root["mapping"], case .text(let name)? = about["makes"] {
      main = name
    }
    let made = Set(sections.filter { $0.table.hasKey }.map(\.table.name))
    for section in sections {
      let path = [section.table.name] + (section.instance.map { [$0] } ?? [])
      for column in section.table.columns where column.need == .required {
        guard case .reference(let table, _) = column.kind, column.isMadeByItself, table != "sources" else {
          continue
        }
        guard made.contains(table) else {
          throw error(path, "names a row of “\(table)”, which the mapping does not make", "add [\(table)]")
        }
      }
      if section.table.name == "figures", let subject = section.of ?? main, !Self.subjects.contains(subject) {
        let known = Self.subjects.joined(separator: ", ")
        throw error(path, "figures cannot be about \(subject)", "use [statements], or of = one of \(known)")
      }
      if let of = section.of, !made.contains(of) {
        throw error(path + ["of"], "“\(of)” is no table with a key that the mapping makes", "add [\(of)]")
      }
    }
  }
}

extension Column {
  /// Whether the importer fills it: keys, and references to rows that it makes from the same row of the file.
  var isMadeByItself: Bool {
    switch kind {
    case .key, .referenceBy: return true
    case .reference(let table, _): return table != "regions" && table != "countries"
    default: return name == "subject_type" || name == "table"
    }
  }
}

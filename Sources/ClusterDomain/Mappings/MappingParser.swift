// Reads mappings from TOML: every name is known, or it is an error with line, column and advice.

import Toml

/// Reads one mapping file.
struct MappingParser {
  let document: TomlDocument
  let file: String

  /// The mapping of a text; `isOwn` says that it is a user's file.
  static func mapping(_ text: String, file: String, isOwn: Bool) throws(MappingError) -> Mapping {
    let parser = try MappingParser(file) { () throws(TomlError) in try TomlDocument(text) }
    return try parser.mapping(isOwn: isOwn, digest: Hash128(Array(text.utf8)).low)
  }

  /// The head of a mapping that comes with the program; the rest of the text is not looked at.
  static func head(_ text: String, file: String) throws(MappingError) -> MappingHead {
    let parser = try MappingParser(file) { () throws(TomlError) in
      try TomlDocument(text, sections: ["mapping", "recognise"])
    }
    let about = try parser.table(["mapping"])
    return MappingHead(
      name: try parser.name(about), title: try parser.requiredText(about, "title", at: ["mapping"]),
      file: nil,
      recognition: try parser.recognition())
  }

  private init(_ file: String, _ document: () throws(TomlError) -> TomlDocument) throws(MappingError) {
    self.file = file
    do throws(TomlError) {
      self.document = try document()
    } catch {
      throw MappingError(
        file: file, line: error.line, column: error.column, reason: error.reason,
        advice: "see the mappings that come with the program for the form")
    }
  }

  private func mapping(isOwn: Bool, digest: UInt64) throws(MappingError) -> Mapping {
    let about = try table(["mapping"])
    try expect(about, at: ["mapping"], only: ["name", "title", "publisher", "makes", "country", "missing"])
    let makes = try requiredText(about, "makes", at: ["mapping"])
    let sections = try sections()
    guard let main = sections.first(where: { $0.table.name == makes && $0.instance == nil }) else {
      throw error(
        ["mapping", "makes"], "“\(makes)” has no section", "add [\(makes)] with the rules for its columns")
    }
    guard !main.keys.isEmpty else {
      throw error([makes], "the table that the mapping makes has no key", "add key = [[\"column\"]]")
    }
    return Mapping(
      name: try name(about), title: try requiredText(about, "title", at: ["mapping"]),
      publisher: try optionalText(about, "publisher", at: ["mapping"]), makes: makes,
      file: isOwn ? file : nil, homeCountry: try optionalText(about, "country", at: ["mapping"]),
      recognition: try recognition(),
      missing: try texts(about["missing"], at: ["mapping", "missing"]).map(HeaderName.word),
      places: try places(), sections: sections, digest: digest)
  }

  private func name(_ about: [String: TomlValue]) throws(MappingError) -> String {
    let name = try requiredText(about, "name", at: ["mapping"])
    let isPlain = !name.isEmpty && name.utf8.allSatisfy { Slug.isPlain($0) }
    guard isPlain else {
      throw error(
        ["mapping", "name"], "“\(name)” is no name for the command line", "use small letters, digits and -")
    }
    return name
  }

  private func recognition() throws(MappingError) -> Mapping.Recognition {
    let table = try table(["recognise"])
    try expect(table, at: ["recognise"], only: ["all", "some", "least"])
    let all = try texts(table["all"], at: ["recognise", "all"]).map(alternatives)
    guard !all.isEmpty else {
      throw error(
        ["recognise"], "no header is required", "add all = [\"…\"] with headers that only such files have")
    }
    var least = 0
    switch table["least"] {
    case .number(let number)? where number >= 0: least = number
    case nil: break
    default: throw error(["recognise", "least"], "is no number", "write least = 2")
    }
    return Mapping.Recognition(
      all: all, some: try texts(table["some"], at: ["recognise", "some"]).map(alternatives), least: least)
  }

  private func alternatives(_ text: String) -> [String] {
    text.split(separator: "|").map { HeaderName.key(String($0)) }
  }

  private func places() throws(MappingError) -> [Mapping.PlaceColumn] {
    guard document.root["places"] != nil else { return [] }
    let table = try table(["places"])
    try expect(table, at: ["places"], only: Self.placeKinds.map(\.name))
    var found: [Mapping.PlaceColumn] = []
    for (name, kind) in Self.placeKinds where table[name] != nil {
      found.append(Mapping.PlaceColumn(kind: kind, names: try texts(table[name], at: ["places", name])))
    }
    return found
  }

  private static let placeKinds: [(name: String, kind: PlaceKind)] = [
    ("nuts", .nuts), ("istat_municipality", .istatMunicipality), ("istat_province", .istatProvince),
    ("province", .province), ("municipality", .municipality), ("istat_region", .istatRegion),
    ("region", .region), ("country", .country),
  ]
}

// MARK: - Values and mistakes

extension MappingParser {
  func error(_ path: [String], _ reason: String, _ advice: String) -> MappingError {
    let place = document.place(of: path)
    return MappingError(
      file: file, line: place.line, column: place.column, reason: reason, advice: advice)
  }

  /// A section that must be there.
  func table(_ path: [String]) throws(MappingError) -> [String: TomlValue] {
    var members = document.root
    for name in path {
      guard case .table(let inner)? = members[name] else {
        throw error(path, "there is no section [\(path.joined(separator: "."))]", "add it")
      }
      members = inner
    }
    return members
  }

  /// Refuses names that mean nothing.
  func expect(
    _ members: [String: TomlValue], at path: [String], only known: [String]
  ) throws(MappingError) {
    guard let odd = members.keys.sorted().first(where: { !known.contains($0) }) else { return }
    let near = Nearest.names(to: odd, in: known, limit: 2)
    let list = (near.isEmpty ? known : near).joined(separator: ", ")
    throw error(
      path + [odd], "“\(odd)” means nothing in [\(path.joined(separator: "."))]",
      near.isEmpty ? "it takes \(list)" : "did you mean \(list)?")
  }

  func optionalText(
    _ members: [String: TomlValue], _ name: String, at path: [String]
  ) throws(MappingError) -> String? {
    guard let value = members[name] else { return nil }
    guard case .text(let text) = value else {
      throw error(path + [name], "“\(name)” is no text", "put it in quotes")
    }
    return text
  }

  func requiredText(
    _ members: [String: TomlValue], _ name: String, at path: [String]
  ) throws(MappingError) -> String {
    guard let text = try optionalText(members, name, at: path) else {
      throw error(path, "“\(name)” is missing", "add \(name) = \"…\"")
    }
    return text
  }

  /// A text, or a list of them.
  func texts(_ value: TomlValue?, at path: [String]) throws(MappingError) -> [String] {
    switch value {
    case nil: return []
    case .text(let text)?: return [text]
    case .list(let values)?:
      var found: [String] = []
      for value in values {
        guard case .text(let text) = value else { throw error(path, "holds what is no text", "use quotes") }
        found.append(text)
      }
      return found
    default: throw error(path, "is neither a text nor a list of texts", "write [\"…\", \"…\"]")
    }
  }
}

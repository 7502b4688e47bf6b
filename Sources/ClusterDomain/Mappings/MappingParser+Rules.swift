// Reads the rule for one column of a table.

import Sheets
import Toml

extension FieldRule {
  /// What a rule may say.
  static let names = [
    "from", "join", "with", "value", "place", "as", "words", "and", "otherwise", "missing", "until",
    "prefix", "once",
  ]
}

extension HeaderName {
  /// A word of a cell in the form in which words are compared.
  static func word(_ text: String) -> String { Folding.folded(text).trimmed }
}

extension MappingParser {
  /// A rule: the name of a column, several names, or a section.
  func rule(
    _ value: TomlValue, for column: Column, at path: [String]
  ) throws(MappingError) -> FieldRule {
    guard case .table(let members) = value else {
      let rule = FieldRule(.columns(try texts(value, at: path)), shape: column.shape ?? .text)
      try check(rule, for: column, at: path)
      return rule
    }
    try expect(members, at: path, only: FieldRule.names)
    var rule = FieldRule(try origin(members, at: path), shape: try shape(members, for: column, at: path))
    if members["words"] != nil { rule.words = try words(at: path + ["words"]) }
    rule.and = try optionalText(members, "and", at: path)
    rule.otherwise = try optionalText(members, "otherwise", at: path)
    rule.missing = try texts(members["missing"], at: path + ["missing"]).map(HeaderName.word)
    rule.prefix = try optionalText(members, "prefix", at: path) ?? ""
    rule.until = Array(try optionalText(members, "until", at: path)?.utf8 ?? "".utf8)
    switch members["once"] {
    case .flag(let flag)?: rule.isOnce = flag
    case nil: break
    default: throw error(path + ["once"], "is neither true nor false", "write once = true")
    }
    try check(rule, for: column, at: path)
    return rule
  }

  private func origin(
    _ members: [String: TomlValue], at path: [String]
  ) throws(MappingError) -> FieldRule.Origin {
    let given = ["from", "join", "value", "place"].filter { members[$0] != nil }
    guard given.count == 1 else {
      let reason =
        given.isEmpty ? "says not where the value comes from" : "says \(given.joined(separator: " and "))"
      throw error(path, reason, "write one of from, join, value, place")
    }
    switch given[0] {
    case "from": return .columns(try texts(members["from"], at: path + ["from"]))
    case "join":
      let with = try optionalText(members, "with", at: path) ?? " "
      return .joined(try texts(members["join"], at: path + ["join"]), with: with)
    case "value": return .constant(try requiredText(members, "value", at: path))
    default:
      let name = try requiredText(members, "place", at: path)
      guard let part = FieldRule.PlacePart(rawValue: name) else {
        let parts = FieldRule.PlacePart.allCases.map(\.rawValue).joined(separator: ", ")
        throw error(path + ["place"], "“\(name)” is no part of a place", "write one of \(parts)")
      }
      return .place(part)
    }
  }

  private func shape(
    _ members: [String: TomlValue], for column: Column, at path: [String]
  ) throws(MappingError) -> FieldRule.Shape {
    guard let name = try optionalText(members, "as", at: path) else { return column.shape ?? .text }
    guard let shape = FieldRule.Shape(rawValue: name) else {
      throw error(
        path + ["as"], "“\(name)” is no way of reading",
        "write one of \(FieldRule.Shape.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if let own = column.shape, own != shape {
      throw error(path + ["as"], "“\(column.name)” is always read as \(own.rawValue)", "take it out")
    }
    return shape
  }

  private func words(at path: [String]) throws(MappingError) -> [String: String] {
    var words: [String: String] = [:]
    let members = try table(path)
    for name in members.keys.sorted() {
      words[HeaderName.word(name)] = try requiredText(members, name, at: path)
    }
    return words
  }

  /// Values that the column does not take are mistakes of the mapping, not of each row.
  private func check(_ rule: FieldRule, for column: Column, at path: [String]) throws(MappingError) {
    if case .reference = column.kind { return try checkPlace(rule, for: column, at: path) }
    guard case .choice(let known) = column.kind else { return }
    var values = (rule.words?.values.sorted() ?? []) + (rule.otherwise.map { [$0] } ?? [])
    switch rule.origin {
    case .constant(let text): values.append(text)
    case .columns, .joined:
      if rule.words == nil {
        throw error(
          path, "“\(column.name)” takes only \(known.joined(separator: ", "))", "add words for them")
      }
    case .place: throw error(path, "“\(column.name)” is no place", "use from and words")
    }
    guard let odd = values.first(where: { !known.contains($0) }) else { return }
    throw error(path, "“\(odd)” is no \(column.name)", "use one of \(known.joined(separator: ", "))")
  }
}

extension MappingParser {
  /// Regions and countries are rows of the dataset, so only known codes can be named.
  private func checkPlace(_ rule: FieldRule, for column: Column, at path: [String]) throws(MappingError) {
    let isCountry = if case .reference("countries", _) = column.kind { true } else { false }
    switch rule.origin {
    case .place(.country) where isCountry: return
    case .place(.region) where !isCountry: return
    case .constant(let text) where isCountry && (text == "ZZ" || CountryRow.byText[text] == text): return
    default:
      throw error(
        path, "“\(column.name)” is found by the places only",
        "write place = \"\(isCountry ? "country" : "region")\", and the columns in [places]")
    }
  }
}

extension Column {
  /// How its cells must be read; nil where any text will do.
  fileprivate var shape: FieldRule.Shape? {
    switch kind {
    case .number, .integer: .number
    case .date: .date
    case .text, .list, .key, .flag, .choice, .choices, .test, .reference, .referenceBy: nil
    }
  }
}

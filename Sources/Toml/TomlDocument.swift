// A TOML text as values by name, each with its place, so that what is wrong can be told by line and column.

import TOMLKit

/// Why a text cannot be read at all.
public struct TomlError: Error, Sendable, Hashable {
  /// Counted from 1.
  public let line: Int
  /// Counted from 1.
  public let column: Int
  /// What is wrong, without a full stop.
  public let reason: String
}

/// A value.
public enum TomlValue: Sendable, Hashable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([TomlValue])
  case table([String: TomlValue])
  /// Of a kind that no file of the program uses, such as a date.
  case other
}

/// A place in a text, counted from 1.
public struct TomlPlace: Sendable, Hashable {
  /// The line.
  public let line: Int
  /// The column, in characters.
  public let column: Int
}

/// A parsed text.
public struct TomlDocument: Sendable {
  /// Everything it states.
  public let root: [String: TomlValue]
  private let text: String

  /// Parses a text; every name stands on a line of its own, and no value goes over several lines.
  public init(_ text: String) throws(TomlError) {
    if let odd = TomlGrammar.firstOdd(in: text) {
      throw TomlError(
        line: odd, column: 1, reason: "a line is a [section], a comment, or name = value on one line")
    }
    do {
      root = Self.members(try TOMLTable(string: text))
    } catch let error as TOMLParseError {
      throw TomlError(
        line: error.source.begin.line, column: error.source.begin.column, reason: error.description)
    } catch {
      throw TomlError(line: 1, column: 1, reason: "\(error)")
    }
    self.text = text
  }

  /// Parses only sections of these names and those within them; the lines of the others are taken as blank.
  public init(_ text: String, sections: Set<String>) throws(TomlError) {
    var kept: [UInt8] = []
    var isWanted = true
    for line in TomlGrammar.lines(of: text) {
      if line.first == UInt8(ascii: "["), case .section(let name, _)? = TomlGrammar.parse(line) {
        isWanted = sections.contains(name[0])
      }
      if isWanted { kept += line }
      kept.append(UInt8(ascii: "\n"))
    }
    try self.init(String(decoding: kept, as: UTF8.self))
  }

  /// Where a name stands, or else the nearest that it belongs to; looked for anew each time, since good files are
  /// never asked.
  public func place(of path: [String]) -> TomlPlace {
    let places = Self.places(in: text)
    var path = path
    while !path.isEmpty {
      if let place = places[path] { return place }
      path.removeLast()
    }
    return TomlPlace(line: 1, column: 1)
  }

  private static func members(_ table: TOMLTable) -> [String: TomlValue] {
    Dictionary(
      table.keys.compactMap { key in table[key].map { (key, value($0)) } },
      uniquingKeysWith: { first, _ in first })
  }

  private static func value(_ node: any TOMLValueConvertible) -> TomlValue {
    switch node.type {
    case .string: node.string.map(TomlValue.text) ?? .other
    case .int: node.int.map(TomlValue.number) ?? .other
    case .bool: node.bool.map(TomlValue.flag) ?? .other
    case .array: .list(node.array.map { $0.map(value) } ?? [])
    case .table: node.table.map { .table(members($0)) } ?? .other
    default: .other
    }
  }

  private static func places(in text: String) -> [[String]: TomlPlace] {
    var places: [[String]: TomlPlace] = [:]
    var section: [String] = []
    for (index, line) in TomlGrammar.lines(of: text).enumerated() {
      switch TomlGrammar.parse(line) {
      case .section(let name, let column):
        section = name
        for count in 1...name.count where places[Array(name.prefix(count))] == nil {
          places[Array(name.prefix(count))] = TomlPlace(line: index + 1, column: column)
        }
        places[name] = TomlPlace(line: index + 1, column: column)
      case .assignment(let name, let column):
        places[section + name] = TomlPlace(line: index + 1, column: column)
      case .blank, nil: break
      }
    }
    return places
  }
}

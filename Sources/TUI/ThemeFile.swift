// The text of a theme file as sections of names and values, not yet understood.

import TOMLKit
import Toml

/// Where a theme's text comes from.
public struct ThemeSource: Hashable, Sendable {
  /// The theme's name.
  public let name: String
  /// What errors call the file.
  public let file: String
  /// The TOML.
  public let text: String

  /// A theme's text.
  public init(name: String, file: String? = nil, text: String) {
    self.name = name
    self.file = file ?? "\(name).theme"
    self.text = text
  }
}

/// One theme file: what its sections state.
struct ThemeFile: Sendable {
  /// A name with its value.
  struct Entry: Sendable {
    let section: String
    let name: String
    let value: Value
  }

  /// A value of a kind that themes use.
  enum Value: Sendable {
    case text(String)
    case number(Int)
    case list([String])
    case table([String: Value])
    case other
  }

  static let sections = ["theme", "palette", "roles", "mono"]

  let source: ThemeSource
  private(set) var entries: [String: [Entry]] = [:]
  private(set) var problems: [ThemeProblem] = []

  init(_ source: ThemeSource) throws(ThemeError) {
    self.source = source
    let root = try Self.parse(source)
    for key in root.keys {
      guard Self.sections.contains(key), let table = root[key]?.table else {
        let reason = "“\(key)” is not a section of a theme; there are [theme], [palette], [roles] and [mono]"
        problems.append(ThemeProblem(theme: source.file, line: line(of: key, in: ""), reason: reason))
        continue
      }
      entries[key] = Self.flat(table, dotted: key == "roles" || key == "mono").map { name, value in
        Entry(section: key, name: name, value: value)
      }
    }
  }

  /// What `[theme]` says under a name.
  func meta(_ name: String) -> Entry? { entries["theme"]?.first { $0.name == name } }

  /// On which line an entry stands.
  func line(of entry: Entry) -> Int? { line(of: entry.name, in: entry.section) }

  private func line(of name: String, in section: String) -> Int? {
    ThemeLines(source.text).line(of: name, in: section)
  }

  private static func parse(_ source: ThemeSource) throws(ThemeError) -> TOMLTable {
    if let odd = TomlGrammar.firstOdd(in: source.text) {
      let reason = "a line of a theme is a [section], a comment, or name = value on one line"
      throw ThemeError(file: source.file, line: odd, column: 1, reason: reason)
    }
    do {
      return try TOMLTable(string: source.text)
    } catch let error as TOMLParseError {
      var reason = error.description
      if reason.contains("redefine") || reason.contains("dotted") {
        reason += "; put dotted names in quotes: \"text.dim\""
      }
      let place = error.source.begin
      throw ThemeError(file: source.file, line: place.line, column: place.column, reason: reason)
    } catch {
      throw ThemeError(file: source.file, reason: "\(error)")
    }
  }

  private static func flat(_ table: TOMLTable, dotted: Bool) -> [(String, Value)] {
    table.keys.sorted().flatMap { key -> [(String, Value)] in
      guard let node = table[key] else { return [] }
      guard dotted, let inner = node.table else { return [(key, value(node))] }
      return flat(inner, dotted: true).map { ("\(key).\($0.0)", $0.1) }
    }
  }

  private static func value(_ node: any TOMLValueConvertible) -> Value {
    switch node.type {
    case .string: node.string.map(Value.text) ?? .other
    case .int: node.int.map(Value.number) ?? .other
    case .array: .list(node.array.map { $0.compactMap(\.string) } ?? [])
    case .table: .table(Dictionary(flat(node.table ?? TOMLTable(), dotted: false)) { first, _ in first })
    default: .other
    }
  }
}

/// On which line a name stands; the TOML reader tells places only for errors of its own.
///
/// Made when it is asked for: good themes never need it.
struct ThemeLines {
  private var places: [String: Int] = [:]

  init(_ text: String) {
    var section = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.hasPrefix("[") {
        section = String(content.dropFirst().prefix { $0 != "]" })
        places["\(section)/"] = index + 1
        places["/\(section)"] = index + 1
      } else if let equals = content.firstIndex(of: "=") {
        let name = content[..<equals].filter { $0 != "\"" && $0 != "'" && $0 != " " && $0 != "\t" }
        places["\(section)/\(name)", default: index + 1] = index + 1
      }
    }
  }

  func line(of name: String, in section: String) -> Int? {
    places["\(section)/\(name)"] ?? places["\(section)/"]
  }
}

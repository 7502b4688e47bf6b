// Rows as JSON: an array of objects, or an object on each line.

import ViewModels

/// Writes objects whose members stand in the order of the columns.
enum JSONWriter {
  /// Writes an array with an object on each line.
  static func write(_ table: RowTable, to output: inout some TextOutputStream) {
    guard table.count > 0 else { return output.write("[]\n") }
    for row in 0..<table.count {
      output.write(row == 0 ? "[\n  " : ",\n  ")
      output.write(object(table, row).compact)
    }
    output.write("\n]\n")
  }

  /// Writes an object on each line and nothing else.
  static func writeLines(_ table: RowTable, to output: inout some TextOutputStream) {
    for row in 0..<table.count { output.write(object(table, row).compact + "\n") }
  }

  /// A row as an object.
  static func object(_ table: RowTable, _ row: Int) -> JSON {
    .object(table.columns.indices.map { (table.columns[$0].id, JSON(table.cell(row, $0).value)) })
  }

  /// All rows as an array.
  static func array(_ table: RowTable) -> JSON { .array((0..<table.count).map { object(table, $0) }) }
}

/// A JSON value whose objects keep their order.
indirect enum JSON: Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case array([JSON])
  case object([(String, JSON)])

  /// A cell's value.
  init(_ value: Value) {
    switch value {
    case .text(let text): self = .text(text)
    case .number(let number): self = .number(number)
    case .missing: self = .null
    }
  }

  /// A text, or null.
  init(_ text: String?) { self = text.map(JSON.text) ?? .null }

  /// The value on one line.
  var compact: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): PlainValue.number(number) ?? "null"
    case .text(let text): Self.quoted(text)
    case .array(let items): "[\(items.map(\.compact).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\(Self.quoted($0.0)): \($0.1.compact)" }.joined(separator: ", "))}"
    }
  }

  /// The value on lines of its own: what is shallow stays on one line.
  func pretty(indent: String = "") -> String {
    guard depth > 1 else { return compact }
    let inner = indent + "  "
    switch self {
    case .array(let items):
      let lines = items.map { inner + $0.pretty(indent: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .object(let members):
      let lines = members.map { "\(inner)\(Self.quoted($0.0)): \($0.1.pretty(indent: inner))" }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    default: return compact
    }
  }

  private var depth: Int {
    switch self {
    case .array(let items): items.isEmpty ? 0 : 1 + (items.map(\.depth).max() ?? 0)
    case .object(let members): members.isEmpty ? 0 : 1 + (members.map(\.1.depth).max() ?? 0)
    default: 0
    }
  }

  /// A string in which nothing is left that a terminal obeys.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if isRisky(scalar) { result += escaped(scalar) } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result + "\""
  }

  private static func isRisky(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x7F else { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}

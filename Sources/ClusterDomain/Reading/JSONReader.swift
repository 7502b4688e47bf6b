// A JSON reader (RFC 8259) that knows line and column of every mistake, which Foundation's on Linux does not tell.

/// A JSON value.
enum JSONValue: Equatable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  /// The member `name` of an object.
  subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }
  /// The text of a string.
  var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The elements of an array.
  var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
}

/// A mistake in JSON text, with line and column counted from 1; columns count bytes.
struct JSONError: Error, Equatable {
  var line: Int
  var column: Int
  var reason: String
}

/// Reads one JSON text.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  /// Deeper nesting is refused, as it could exhaust the stack.
  private static let deepest = 100

  /// The value of a whole JSON text.
  static func value(of bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let value = try reader.readValue(depth: 0)
    reader.skipBlanks()
    guard reader.position == bytes.count else { throw reader.mistake("text follows the end of the value") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < Self.deepest else { throw mistake("nested more than \(Self.deepest) deep") }
    skipBlanks()
    guard let byte = current else { throw mistake("a value is expected here") }
    switch byte {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: throw mistake("a value is expected here")
    }
  }

  private mutating func readObject(depth: Int) throws(JSONError) -> JSONValue {
    var members: [String: JSONValue] = [:]
    position += 1
    if takes("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw mistake("a name in quotes is expected here") }
      let name = try readString()
      guard takes(":") else { throw mistake("a colon is expected here") }
      members[name] = try readValue(depth: depth + 1)
    } while takes(",")
    guard takes("}") else { throw mistake("a comma or a closing brace is expected here") }
    return .object(members)
  }

  private mutating func readArray(depth: Int) throws(JSONError) -> JSONValue {
    var elements: [JSONValue] = []
    position += 1
    if takes("]") { return .array(elements) }
    repeat { elements.append(try readValue(depth: depth + 1)) } while takes(",")
    guard takes("]") else { throw mistake("a comma or a closing bracket is expected here") }
    return .array(elements)
  }

  private mutating func readWord(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw mistake("a value is expected here") }
    position += word.utf8.count
    return value
  }

  private mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = position
    while let byte = current, (48...57).contains(byte) || "+-.eE".utf8.contains(byte) { position += 1 }
    guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      position = start
      throw mistake("this is no number")
    }
    return .number(number)
  }

  private mutating func readString() throws(JSONError) -> String {
    let opening = position
    position += 1
    var text: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        // Bytes that are no UTF-8 become U+FFFD; the names of tables and files then match nothing.
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try readEscape()
      case 0..<0x20:
        position -= 1
        throw mistake("a control character stands in a string")
      default: text.append(byte)
      }
    }
    position = opening
    throw mistake("the string that begins here is never closed")
  }

  private mutating func readEscape() throws(JSONError) -> [UInt8] {
    guard let byte = current else { throw mistake("an escape is expected here") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "u"):
      let unit = try readHex()
      guard (0xD800..<0xDC00).contains(unit), bytes[position...].starts(with: "\\u".utf8) else {
        return utf8(unit)
      }
      position += 2
      let low = try readHex()
      guard (0xDC00..<0xE000).contains(low) else { return utf8(unit) + utf8(low) }
      return utf8(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    default:
      position -= 1
      throw mistake("this escape is not known")
    }
  }

  private mutating func readHex() throws(JSONError) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ isHexDigit($0) }),
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw mistake("four hexadecimal digits are expected here") }
    position += 4
    return number
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
  }

  private func utf8(_ scalar: UInt32) -> [UInt8] {
    Array(String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Steps over blanks and then over `symbol`, if it is there.
  private mutating func takes(_ symbol: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard current == UInt8(ascii: symbol) else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D { position += 1 }
  }

  private func mistake(_ reason: String) -> JSONError {
    let before = bytes.prefix(position)
    let line = before.count { $0 == 0x0A } + 1
    let column = position - (before.lastIndex(of: 0x0A) ?? -1)
    let end = position >= bytes.count ? " but the file ends" : ""
    return JSONError(line: line, column: column, reason: reason + end)
  }
}

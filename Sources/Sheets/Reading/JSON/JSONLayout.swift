// Finds where in a JSON text the rows are.

/// Where the rows are.
struct JSONLayout: Equatable {
  enum Rows: Equatable {
    /// Each value of the text is a row, as in NDJSON; a single value is one.
    case values(ofArrays: Bool)
    /// Each element of the array at `path` is a row; `ofArrays` says that cells have places instead of names.
    case elements(ofArrays: Bool)
    /// Each member of the object at `path` is a row, its name the first cell.
    case members
  }

  var rows: Rows
  /// The names that lead to the array or object.
  var path: [[UInt8]] = []

  /// Whether cells have places instead of names, so that a header must be looked for.
  var isOfArrays: Bool { rows == .values(ofArrays: true) || rows == .elements(ofArrays: true) }

  /// The path in words, as in `result.records`.
  var name: String? {
    path.isEmpty ? nil : path.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
  }
}

/// Looks at the beginning of a JSON text.
struct JSONSurvey {
  /// All places that may hold the rows, the one that holds most first.
  private(set) var layouts: [JSONLayout] = []
  /// Whether several values stand on lines of their own.
  private(set) var isNDJSON = false
  /// Whether nothing but rows was seen before the text was cut off, so that more of it may show more.
  private(set) var isUndecided = false

  /// Whether the text ends right behind the first value, so that more of it may show a second one.
  private(set) var endsWithValue = false

  /// Whether the rows, if lines, are arrays.
  var isOfArrays: Bool { layouts.first?.isOfArrays ?? false }

  /// What one member of an object holds.
  private struct Member {
    var isObject = false
    var firstName: [UInt8] = []
  }

  private var sizes: [(layout: JSONLayout, bytes: Int)] = []
  private static let deepest = 4

  /// Looks at `head`, which is UTF-8.
  init(_ head: [UInt8]) {
    let window = ByteWindow(MemoryBytes(head), path: "", capacity: head.count + 64)
    var tokens = JSONTokens(window)
    do throws(SheetError) {
      try look(&tokens)
    } catch {
      isUndecided = sizes.isEmpty
    }
    layouts = sizes.sorted { $0.bytes > $1.bytes }.map(\.layout)
  }

  private mutating func look(_ tokens: inout JSONTokens) throws(SheetError) {
    let first = try tokens.peek()
    if first == 0x7B {
      try lookAtObject(&tokens, [])
    } else if first == 0x5B {
      try lookAtArray(&tokens, [])
    }
    // A second value behind the first: each is a row.
    let second = try tokens.peek()
    endsWithValue = second == nil
    guard second == first else { return }
    isNDJSON = true
    sizes = [(JSONLayout(rows: .values(ofArrays: first == 0x5B)), .max)]
  }

  private mutating func lookAtArray(_ tokens: inout JSONTokens, _ path: [[UInt8]]) throws(SheetError) {
    let start = tokens.window.position
    tokens.window.position += 1
    let first = try tokens.peek()
    // At the top any array holds the rows; further down those of plain values are lists, not tables.
    if path.isEmpty || first == 0x7B || first == 0x5B {
      sizes.append((JSONLayout(rows: .elements(ofArrays: first == 0x5B), path: path), 0))
    }
    let place = sizes.count - 1
    tokens.window.position = start
    var scratch: [UInt8] = []
    do throws(SheetError) {
      try tokens.skipValue(depth: 0, &scratch)
    } catch {
      if place >= 0, sizes[place].layout.path == path { sizes[place].bytes = tokens.window.end - start }
      throw error
    }
    if place >= 0, sizes[place].layout.path == path { sizes[place].bytes = tokens.window.position - start }
  }

  private mutating func lookAtObject(_ tokens: inout JSONTokens, _ path: [[UInt8]]) throws(SheetError) {
    let start = tokens.window.position
    let known = sizes.count
    var members: [Member] = []
    do throws(SheetError) {
      try lookAtMembers(&tokens, path, &members)
    } catch {
      conclude(members, path, known: known, bytes: tokens.window.end - start)
      throw error
    }
    conclude(members, path, known: known, bytes: tokens.window.position - start)
  }

  private mutating func lookAtMembers(
    _ tokens: inout JSONTokens, _ path: [[UInt8]], _ members: inout [Member]
  ) throws(SheetError) {
    tokens.window.position += 1
    if try tokens.takes(0x7D) { return }
    var scratch: [UInt8] = []
    repeat {
      let name = try tokens.readName()
      members.append(Member())
      switch try tokens.peek() {
      case 0x7B where path.count < Self.deepest:
        members[members.count - 1] = Member(isObject: true, firstName: Self.firstName(&tokens))
        try lookAtObject(&tokens, path + [name])
      case 0x5B: try lookAtArray(&tokens, path + [name])
      default: try tokens.skipValue(depth: path.count + 1, &scratch)
      }
    } while try tokens.takes(0x2C)
    try tokens.expect(0x7D, "a comma or a closing brace")
  }

  /// The first name of the object that is next, none of which is taken.
  private static func firstName(_ tokens: inout JSONTokens) -> [UInt8] {
    let start = tokens.window.position
    defer { tokens.window.position = start }
    tokens.window.position += 1
    return (try? tokens.readName()) ?? []
  }

  /// Members that are objects alike are rows; what was found inside them are parts of rows.
  private mutating func conclude(_ members: [Member], _ path: [[UInt8]], known: Int, bytes: Int) {
    guard members.count > 1, let first = members.first, !first.firstName.isEmpty,
      members.allSatisfy({ $0.isObject && ($0.firstName == first.firstName || $0.firstName.isEmpty) })
    else { return }
    sizes.removeSubrange(known...)
    sizes.append((JSONLayout(rows: .members, path: path), bytes))
  }
}

extension JSONTokens {
  /// Reads the name of a member and the colon behind it.
  mutating func readName() throws(SheetError) -> [UInt8] {
    guard try peek() == 0x22 else { throw mistake("a name in quotes is expected here") }
    var name: [UInt8] = []
    try readString(into: &name)
    try expect(0x3A, "a colon")
    return name
  }
}

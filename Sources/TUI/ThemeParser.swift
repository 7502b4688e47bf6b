// From theme files to a theme: parents first, then names are looked up, and what is not understood is told.

extension Theme {
  /// A theme from its text alone.
  public static func parse(_ toml: String, name: String) throws(ThemeError) -> Theme {
    try parse(ThemeSource(name: name, text: toml)) { _, _ in nil }
  }

  /// A theme whose parents are found by `lookup`, which is told the name and the file that asks.
  public static func parse(
    _ source: ThemeSource, inheriting lookup: (_ name: String, _ asking: ThemeSource) -> ThemeSource?
  ) throws(ThemeError) -> Theme {
    var files: [ThemeFile] = []
    var next: ThemeSource? = source
    while let current = next {
      let file = try ThemeFile(current)
      files.insert(file, at: 0)
      next = try parent(of: file, known: files, lookup)
    }
    var builder = ThemeBuilder()
    for file in files { builder.add(file) }
    return try builder.theme(named: source.name)
  }

  private static func parent(
    of file: ThemeFile, known: [ThemeFile],
    _ lookup: (_ name: String, _ asking: ThemeSource) -> ThemeSource?
  ) throws(ThemeError) -> ThemeSource? {
    guard let entry = file.meta("inherits") else { return nil }
    func failure(_ reason: String) -> ThemeError {
      ThemeError(file: file.source.file, line: file.line(of: entry), reason: reason)
    }
    guard case .text(let name) = entry.value else { throw failure("“inherits” must name a theme") }
    guard let found = lookup(name, file.source) else {
      throw failure("there is no theme “\(name)” to inherit from")
    }
    if known.contains(where: { $0.source.file == found.file }) {
      let circle = known.reversed().map(\.source.name) + [found.name]
      throw failure("themes inherit from each other in a circle: \(circle.joined(separator: " → "))")
    }
    return found
  }
}

/// The look of a role in words, and where it stands.
struct StatedRole {
  let text: String
  let entry: ThemeFile.Entry
  let file: ThemeFile
}

/// Collects what the files of one line of descent state; the youngest wins.
struct ThemeBuilder {
  private var own: ThemeFile?
  private var palette: [String: ThemeColor] = [:]
  private var roles: [Role: StatedRole] = [:]
  private var mono: [Role: Attributes] = [:]
  private var claims: [String] = []
  private var variant: Theme.Variant?
  private var problems: [ThemeProblem] = []

  /// Takes over what a file states; call from the oldest to the youngest.
  mutating func add(_ file: ThemeFile) {
    own = file
    problems += file.problems
    for entry in file.entries["palette"] ?? [] { addColor(entry, file) }
    for entry in file.entries["roles"] ?? [] {
      guard case .text(let text) = entry.value else {
        note("must be a text such as \"ink on paper bold\"", entry, file)
        continue
      }
      roles[Role(rawValue: entry.name)] = StatedRole(text: text, entry: entry, file: file)
    }
    for entry in file.entries["mono"] ?? [] { addMono(entry, file) }
    addMeta(file)
  }

  /// The theme that all files together make.
  mutating func theme(named name: String) throws(ThemeError) -> Theme {
    guard let own else { throw ThemeError(file: name, reason: "the theme has no file") }
    guard !roles.isEmpty else {
      throw ThemeError(file: own.source.file, reason: "the theme has no [roles] and inherits none")
    }
    guard let variant else {
      throw ThemeError(file: own.source.file, reason: "[theme] must say variant = \"dark\" or \"light\"")
    }
    var paints: [Role: ThemePaint] = [:]
    for (role, stated) in roles.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      paints[role] = paint(role, stated)
    }
    func text(_ key: String) -> String? {
      guard case .text(let value)? = own.meta(key)?.value else { return nil }
      return value
    }
    return Theme(
      name: name, title: text("title") ?? name, variant: variant, author: text("author"),
      licence: text("licence"), url: text("url"), claims: claims, problems: problems, paints: paints,
      mono: mono)
  }

  private mutating func note(_ reason: String, _ entry: ThemeFile.Entry, _ file: ThemeFile) {
    problems.append(
      ThemeProblem(
        theme: file.source.file, line: file.line(of: entry), reason: "“\(entry.name)” \(reason)"))
  }

  private mutating func addMeta(_ file: ThemeFile) {
    claims = []
    for entry in file.entries["theme"] ?? [] {
      switch (entry.name, entry.value) {
      case ("variant", .text(let text)):
        guard let known = Theme.Variant(rawValue: text) else {
          note("must be \"dark\" or \"light\", not “\(text)”", entry, file)
          continue
        }
        variant = known
      case ("claims", .list(let list)): claims = list
      case ("name", .text), ("title", .text), ("author", .text), ("licence", .text), ("url", .text),
        ("inherits", .text):
        break
      default: note("is not understood in [theme]", entry, file)
      }
    }
  }

  private mutating func addMono(_ entry: ThemeFile.Entry, _ file: ThemeFile) {
    guard case .text(let text) = entry.value else {
      note("must be a text such as \"bold underline\"", entry, file)
      return
    }
    var attributes: Attributes = []
    for word in text.split(separator: " ") where word != "-" {
      guard let attribute = Attributes(named: word) else {
        note("has the unknown attribute “\(word)”", entry, file)
        return
      }
      attributes.insert(attribute)
    }
    mono[Role(rawValue: entry.name)] = attributes
  }

  private mutating func addColor(_ entry: ThemeFile.Entry, _ file: ThemeFile) {
    if ["on", "-"].contains(entry.name) || Attributes(named: entry.name) != nil {
      note("cannot be the name of a colour: it means something else in [roles]", entry, file)
      return
    }
    switch entry.value {
    case .text(let text):
      guard let color = ThemeColor(text) else {
        note("is no colour: “\(text)”; write \"#rrggbb\", an ANSI name or \"terminal\"", entry, file)
        return
      }
      palette[entry.name] = color
    case .table(let table):
      do throws(ThemeColor.Unreadable) {
        palette[entry.name] = try ThemeColor(table)
      } catch {
        note(error.reason, entry, file)
      }
    default: note("is no colour", entry, file)
    }
  }

  /// Reads `<ink> [on <paper>] [attributes]`; nil when a word is unknown, so that the role falls back.
  private mutating func paint(_ role: Role, _ stated: StatedRole) -> ThemePaint? {
    var paint = ThemePaint()
    var words = stated.text.split(separator: " ")[...]
    var isFirst = true
    while let word = words.popFirst() {
      let isPaper = word == "on"
      let name = isPaper ? words.popFirst() ?? "" : word
      if !isPaper, let attribute = Attributes(named: word) {
        paint.attributes.insert(attribute)
      } else if name == "-", isPaper || isFirst {
        // Not set: taken from what lies beneath.
      } else if isPaper || isFirst, let color = palette[String(name)] ?? ThemeColor(String(name)) {
        if isPaper { paint.paper = color } else { paint.ink = color }
      } else {
        let kind = isPaper || isFirst ? "colour" : "attribute"
        let reason = "unknown \(kind) “\(name)” in \"\(stated.text)\""
        let (file, line) = (stated.file.source.file, stated.file.line(of: stated.entry))
        problems.append(ThemeProblem(theme: file, line: line, role: role, reason: reason))
        return nil
      }
      isFirst = false
    }
    return paint
  }
}

extension Attributes {
  /// An attribute by the word that theme files use.
  init?(named word: some StringProtocol) {
    switch word {
    case "bold": self = .bold
    case "dim": self = .dim
    case "underline": self = .underline
    case "reverse": self = .reverse
    case "italic": self = .italic
    default: return nil
    }
  }
}

extension ThemeColor {
  /// Why a palette's table is no colour.
  struct Unreadable: Error {
    let reason: String
  }

  /// A colour from `{ rgb = "#2e3440", c256 = 236, c16 = "black" }`.
  init(_ table: [String: ThemeFile.Value]) throws(Unreadable) {
    if let odd = table.keys.filter({ !["rgb", "c256", "c16"].contains($0) }).min() {
      throw Unreadable(reason: "has “\(odd)”; there are rgb, c256 and c16")
    }
    guard case .text(let text)? = table["rgb"], let color = ThemeColor(text) else {
      throw Unreadable(reason: "needs rgb = \"#rrggbb\" or \"terminal\"")
    }
    self = color
    indexed256 = try Self.index(table["c256"], in: 16...255, called: "c256")
    if case .text("dim")? = table["c16"] {
      isDim16 = true
    } else {
      ansi16 = try Self.index(table["c16"], in: 0...15, called: "c16")
    }
  }

  private static func index(
    _ value: ThemeFile.Value?, in range: ClosedRange<Int>, called name: String
  ) throws(Unreadable) -> Color? {
    switch value {
    case nil: return nil
    case .number(let number)? where range.contains(number): return .indexed(UInt8(number))
    case .text("terminal")?: return .terminal
    case .text(let text)?:
      if name == "c16", let color = ThemeColor(name: text) { return color.direct }
    default: break
    }
    let numbers = "\(range.lowerBound)–\(range.upperBound)"
    throw Unreadable(reason: "has a \(name) that is neither \(numbers) nor a name")
  }
}

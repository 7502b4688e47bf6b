// Names of keys: in settings and scripts (`<C-l>`), and as shown in help (`Ctrl-L`).

extension Key {
  /// Keys with a name of their own: name in settings, label, label in ASCII.
  private static let named: [(key: Key, name: String, label: String, ascii: String)] = [
    (.enter, "Enter", "⏎", "Enter"), (.escape, "Esc", "Esc", "Esc"), (.tab, "Tab", "Tab", "Tab"),
    (.backTab, "S-Tab", "S-Tab", "S-Tab"), (.backspace, "Backspace", "⌫", "BackSp"),
    (.delete, "Delete", "Del", "Del"), (.insert, "Insert", "Ins", "Ins"), (.up, "Up", "↑", "Up"),
    (.down, "Down", "↓", "Down"), (.left, "Left", "←", "Left"), (.right, "Right", "→", "Right"),
    (.home, "Home", "Home", "Home"), (.end, "End", "End", "End"), (.pageUp, "PageUp", "PgUp", "PgUp"),
    (.pageDown, "PageDown", "PgDn", "PgDn"),
  ]

  /// Other spellings that settings may use.
  private static let aliases: [String: Key] = [
    "cr": .enter, "return": .enter, "escape": .escape, "bs": .backspace, "del": .delete, "ins": .insert,
    "pgup": .pageUp, "pgdn": .pageDown, "backtab": .backTab, "nul": .control(" "),
  ]

  /// Characters that cannot stand for themselves in a script.
  private static let spelled: [(character: Character, name: String)] = [
    (" ", "Space"), ("<", "lt"), (">", "gt"), ("\r", "Enter"), ("\u{7F}", "Backspace"), ("\t", "Tab"),
  ]

  /// The key of a name such as `<Enter>`, `<C-l>`, `<M-x>` or one printable character.
  public init?(name: String) {
    if name.count == 1, let character = name.first {
      guard Self.isPrintable(character), character != " " else { return nil }
      self = .character(character)
      return
    }
    guard name.count > 2, name.first == "<", name.last == ">" else { return nil }
    guard let key = Self.parse(inner: String(name.dropFirst().dropLast())) else { return nil }
    self = key
  }

  private static func parse(inner: String) -> Key? {
    let lower = inner.lowercased()
    if let entry = named.first(where: { $0.name.lowercased() == lower }) { return entry.key }
    if let key = aliases[lower] { return key }
    if let entry = spelled.first(where: { $0.name.lowercased() == lower }) {
      return .character(entry.character)
    }
    if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...63).contains(number) {
      return .function(number)
    }
    guard inner.count > 2, inner.dropFirst().first == "-" else { return nil }
    let rest = String(inner.dropFirst(2))
    let spelledRest = spelled.first { $0.name.lowercased() == rest.lowercased() }?.character
    guard let character = spelledRest ?? (rest.count == 1 ? rest.first : nil) else { return nil }
    switch lower.first {
    case "c": return control(named: character)
    case "m", "a": return .alt(character)
    default: return nil
    }
  }

  private static func control(named character: Character) -> Key? {
    guard character.isASCII, let lower = character.lowercased().first else { return nil }
    return (lower >= "a" && lower <= "z") || " \\]^_".contains(lower) ? .control(lower) : nil
  }

  private static func isPrintable(_ character: Character) -> Bool {
    !character.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .unassigned
    }
  }

  /// The name that `init(name:)` understands.
  public var name: String {
    switch self {
    case .character(let character):
      " <".contains(character) ? "<\(Self.spell(character))>" : String(character)
    case .control(let character): "<C-\(Self.spell(character))>"
    case .alt(let character): "<M-\(Self.spell(character))>"
    case .function(let number): "<F\(number)>"
    default: "<\(Self.named.first { $0.key == self }?.name ?? "")>"
    }
  }

  private static func spell(_ character: Character) -> String {
    spelled.first { $0.character == character }?.name ?? String(character)
  }

  /// The key as help and hints show it.
  public var label: String { label(ascii: false) }

  /// The same in ASCII.
  public var asciiLabel: String { label(ascii: true) }

  private func label(ascii: Bool) -> String {
    switch self {
    case .character(let character): character == " " ? "Space" : String(character)
    case .control(let character): "Ctrl-\(character == " " ? "Space" : character.uppercased())"
    case .alt(let character):
      "Alt-\(" \r\u{7F}\t".contains(character) ? Self.spell(character) : String(character))"
    case .function(let number): "F\(number)"
    default: Self.named.first { $0.key == self }.map { ascii ? $0.ascii : $0.label } ?? ""
    }
  }

  /// The events of a script: keys by name, anything else typed, blanks between; `nil` for an unknown name.
  public static func script(_ text: String) -> [InputEvent]? {
    var events: [InputEvent] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      var rest = word
      while let first = rest.first {
        guard first == "<", let end = rest.firstIndex(of: ">") else {
          events.append(.key(.character(first)))
          rest = rest.dropFirst()
          continue
        }
        guard let key = Key(name: String(rest[...end])) else { return nil }
        events.append(.key(key))
        rest = rest[rest.index(after: end)...]
      }
    }
    return events
  }
}

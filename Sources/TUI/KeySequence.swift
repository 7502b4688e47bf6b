// What the escape sequences of terminals mean: xterm, rxvt, the Linux console, kitty; tables, no state.

/// Meanings of complete sequences; `nil` for those that mean nothing to us.
enum KeySequence {
  /// The key of a byte below 128 that stands alone.
  static func key(ascii byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control(" ")
    case 0x09: .tab
    case 0x0D: .enter
    case 0x1B: .escape
    case 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }

  /// Whether bytes are digits, and at least one.
  static func isPlainNumber(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (0x30..<0x3A).contains($0) }
  }

  /// The key of `ESC O` and a byte.
  static func key(shift3 byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "X"): .character("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(keypad[Int(byte - UInt8(ascii: "j"))])
    default: key(letter: byte)
    }
  }

  private static let keypad: [Character] = Array("*+,-./0123456789")

  private static func key(letter byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
    case UInt8(ascii: "C"), UInt8(ascii: "c"): .right
    case UInt8(ascii: "D"), UInt8(ascii: "d"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(byte - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  /// The event of a sequence that starts with `ESC [`.
  static func event(control sequence: [UInt8]) -> InputEvent? {
    guard let final = sequence.last else { return nil }
    let body = sequence.dropFirst(2).dropLast()
    if body.first == UInt8(ascii: "<") { return mouse(body.dropFirst(), final: final).map(InputEvent.mouse) }
    if body.first == UInt8(ascii: "[") { return linuxFunction(final) }
    let numbers = parameters(body)
    guard body.first.map({ (0x30..<0x3C).contains($0) }) ?? true else { return nil }
    switch final {
    case UInt8(ascii: "Z"): return .key(.backTab)
    case UInt8(ascii: "u"): return CodedKey(code: numbers.first, modifiers: numbers.dropFirst().first).event
    case UInt8(ascii: "~") where numbers.first?.first == 27 && numbers.count == 3:
      return CodedKey(code: numbers[2], modifiers: numbers[1]).event
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
      return key(number: numbers.first?.first ?? 0).map(InputEvent.key)
    default: return key(letter: final).map(InputEvent.key)
    }
  }

  /// Parameters parted by semicolons, each with its parts between colons; what is left out is 0.
  private static func parameters(_ body: ArraySlice<UInt8>) -> [[Int]] {
    body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
      field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        .map { Int(String(decoding: $0.prefix(9), as: UTF8.self)) ?? 0 }
    }
  }

  private static func key(number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  private static func linuxFunction(_ final: UInt8) -> InputEvent? {
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) else { return nil }
    return .key(.function(Int(final - UInt8(ascii: "A")) + 1))
  }

  private static func mouse(_ body: ArraySlice<UInt8>, final: UInt8) -> MouseEvent? {
    let numbers = parameters(body).compactMap(\.first)
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
    let code = numbers[0] & ~0b11100
    let point = Point(column: numbers[1] - 1, row: numbers[2] - 1)
    switch (code, final) {
    case (64, UInt8(ascii: "M")): return MouseEvent(button: 0, action: .wheelUp, point: point)
    case (65, UInt8(ascii: "M")): return MouseEvent(button: 0, action: .wheelDown, point: point)
    case (0...2, UInt8(ascii: "M")): return MouseEvent(button: code, action: .press, point: point)
    default: return nil
    }
  }
}

/// A key sent as the number of its character with modifiers, as kitty and xterm can.
struct CodedKey {
  private let code: Int
  private let shifted: Int?
  private let modifiers: Int
  private let isRelease: Bool

  /// A key from the first parameter and the modifiers of a sequence.
  init(code: [Int]?, modifiers: [Int]?) {
    self.code = code?.first ?? 0
    shifted = code?.dropFirst().first.flatMap { Self.isSign($0) ? $0 : nil }
    // Caps and Num Lock, 64 and 128, do not change what a key means.
    self.modifiers = max(0, (modifiers?.first ?? 1) - 1) & ~0b1100_0000
    isRelease = modifiers?.dropFirst().first == 3
  }

  /// Whether a number can be that of a sign, and is no control character's.
  private static func isSign(_ code: Int) -> Bool { code >= 0x20 && !(0x7F..<0xA0).contains(code) }

  private var isShift: Bool { modifiers & 1 != 0 }
  private var isAlt: Bool { modifiers & 2 != 0 }
  private var isControl: Bool { modifiers & 4 != 0 }

  /// The event; `nil` for releases and for keys that have no meaning here.
  var event: InputEvent? {
    guard !isRelease, modifiers < 8 else { return nil }
    switch code {
    case 9: return .key(isAlt ? .alt("\t") : isShift ? .backTab : .tab)
    case 13, 57414: return .key(isAlt ? .alt("\r") : .enter)
    case 27: return .key(.escape)
    case 127: return .key(isAlt ? .alt("\u{7F}") : .backspace)
    case 57344..<63744: return keypad.map(InputEvent.key)
    default: return character
    }
  }

  private var keypad: Key? {
    let moves: [Key] = [.left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete]
    switch code {
    case 57399...57413, 57415: return .character(Array("0123456789./*-+ =")[code - 57399])
    case 57417...57426: return moves[code - 57417]
    case 57364...57375: return .function(code - 57363)
    default: return nil
    }
  }

  private var character: InputEvent? {
    guard Self.isSign(code), let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
    var character = Character(scalar)
    if isControl {
      guard !isAlt else { return nil }
      return Key(name: "<C-\(character == " " ? "Space" : String(character))>").map(InputEvent.key)
    }
    if isShift {
      let upper = shifted.flatMap { Unicode.Scalar(UInt32($0)) }.map { String(Character($0)) }
      let text = upper ?? character.uppercased()
      if text.count == 1, let first = text.first { character = first }
    }
    return .key(isAlt ? .alt(character) : .character(character))
  }
}

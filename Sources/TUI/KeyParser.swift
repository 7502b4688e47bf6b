// Bytes in, events out: what a terminal sends, decoded without waiting and without losing a byte.

/// A state machine over the bytes of a terminal; a sequence may arrive in any number of pieces.
public struct KeyParser: Sendable {
  enum State: Sendable {
    case ground
    case escape
    case control
    case shift3
    /// An answer of the terminal that ends with BEL or ESC \; the flag says an ESC was seen.
    case string(sawEscape: Bool)
    /// A mouse report of the old form: so many bytes follow.
    case oldMouse(Int)
    case character(UTF8Sequence)
    case paste
  }

  private let known: [[UInt8]: Key]
  private var state = State.ground
  /// The bytes of the sequence so far; in a paste, its text.
  private var pending: [UInt8] = []

  /// A parser that knows the usual sequences and, before them, those of the terminal's own description.
  public init(sequences: [(bytes: [UInt8], key: Key)] = []) {
    known = Dictionary(sequences.map { ($0.bytes, $0.key) }, uniquingKeysWith: { first, _ in first })
  }

  /// Milliseconds of quiet after which `timeout()` decides something; `nil` when nothing is open.
  ///
  /// An Esc may be a key or the start of a sequence, which comes at once. A pasted text may have pauses on a slow
  /// line, but a terminal that never marks its end must not keep the keys for ever.
  public var quietTime: Int? {
    switch state {
    case .escape, .shift3, .string: 25
    case .control: pending.count == 2 ? 25 : nil
    case .paste: 1000
    case .ground, .oldMouse, .character: nil
    }
  }

  /// Takes bytes; returns the events that they complete.
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    var events: [InputEvent] = []
    for byte in bytes { take(byte, &events) }
    return events
  }

  /// Says that nothing more came for the quiet time: an open Esc was a key, an open paste is over.
  ///
  /// A sequence cut after its first parameter stays open, so that its rest is not taken for text.
  public mutating func timeout() -> [InputEvent] {
    guard quietTime != nil else { return [] }
    if case .paste = state { return [endPaste(pending)] }
    let wasKey = pending.count == 2 && !isStringEnding
    defer { leave() }
    if case .escape = state { return [.key(.escape)] }
    guard wasKey, let last = pending.last else { return [] }
    return [.key(.alt(Character(Unicode.Scalar(last))))]
  }

  private var isStringEnding: Bool {
    if case .string(sawEscape: true) = state { return true }
    return false
  }

  private mutating func leave() {
    state = .ground
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func enter(_ new: State, _ byte: UInt8) {
    pending.append(byte)
    state = new
  }

  private mutating func take(_ byte: UInt8, _ events: inout [InputEvent]) {
    switch state {
    case .ground: takeGround(byte, &events)
    case .escape: takeEscape(byte, &events)
    case .control: takeControl(byte, &events)
    case .shift3: takeShift3(byte, &events)
    case .string(let sawEscape): takeString(byte, sawEscape, &events)
    case .oldMouse(let rest): if rest > 1 { state = .oldMouse(rest - 1) } else { leave() }
    case .character(let sequence): takeCharacter(byte, sequence, &events)
    case .paste: takePaste(byte, &events)
    }
  }

  private mutating func takeGround(_ byte: UInt8, _ events: inout [InputEvent]) {
    if byte == 0x1B {
      enter(.escape, byte)
    } else if byte < 0x80 {
      events.append(.key(known[[byte]] ?? KeySequence.key(ascii: byte)))
    } else {
      takeLead(byte, isAlt: false, &events)
    }
  }

  private mutating func takeEscape(_ byte: UInt8, _ events: inout [InputEvent]) {
    if let key = known[pending + [byte]] {
      leave()
      events.append(.key(key))
      return
    }
    switch byte {
    case 0x1B: events.append(.key(.escape))
    case UInt8(ascii: "["): enter(.control, byte)
    case UInt8(ascii: "O"): enter(.shift3, byte)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      enter(.string(sawEscape: false), byte)
    case 0x20..<0x7F, 0x09, 0x0D, 0x7F:
      leave()
      events.append(.key(.alt(Character(Unicode.Scalar(byte)))))
    case 0x80...:
      leave()
      takeLead(byte, isAlt: true, &events)
    default:
      leave()
      events.append(.key(.escape))
      takeGround(byte, &events)
    }
  }

  private mutating func takeControl(_ byte: UInt8, _ events: inout [InputEvent]) {
    let isFirst = pending.count == 2
    switch byte {
    case 0x20..<0x40 where byte != UInt8(ascii: "$") || !KeySequence.isPlainNumber(pending.dropFirst(2)):
      // The rest of an endless sequence is swallowed without being kept.
      if pending.count < 64 { pending.append(byte) }
    case UInt8(ascii: "[") where isFirst: pending.append(byte)
    case UInt8(ascii: "M") where isFirst: enter(.oldMouse(3), byte)
    case UInt8(ascii: "$"), 0x40..<0x7F:
      let sequence = pending + [byte]
      leave()
      if sequence == Self.pasteStart {
        state = .paste
      } else if let event = known[sequence].map(InputEvent.key) ?? KeySequence.event(control: sequence) {
        events.append(event)
      }
    default:
      leave()
      takeGround(byte, &events)
    }
  }

  private mutating func takeShift3(_ byte: UInt8, _ events: inout [InputEvent]) {
    switch byte {
    case 0x30..<0x3C where pending.count < 64: pending.append(byte)
    case 0x20..<0x7F:
      let sequence = pending + [byte]
      leave()
      if let key = known[sequence] ?? KeySequence.key(shift3: byte) { events.append(.key(key)) }
    default:
      if pending.count == 2 { events.append(.key(.alt("O"))) }
      leave()
      takeGround(byte, &events)
    }
  }

  private mutating func takeString(_ byte: UInt8, _ sawEscape: Bool, _ events: inout [InputEvent]) {
    switch byte {
    case 0x07, 0x18, 0x1A: leave()
    case UInt8(ascii: "\\") where sawEscape: leave()
    case 0x1B: state = .string(sawEscape: true)
    case _ where sawEscape:
      pending = [0x1B]
      state = .escape
      takeEscape(byte, &events)
    default: if pending.count < 3 { pending.append(byte) }
    }
  }

  private static let pasteStart = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Of a pasted text so many bytes are kept.
  static let pasteLimit = 1 << 20

  private mutating func takePaste(_ byte: UInt8, _ events: inout [InputEvent]) {
    pending.append(byte)
    // What exceeds the limit is dropped, but not the last bytes: they may be the end.
    if pending.count > Self.pasteLimit + Self.pasteEnd.count { pending.remove(at: Self.pasteLimit) }
    guard byte == UInt8(ascii: "~"), pending.suffix(6) == Self.pasteEnd[...] else { return }
    events.append(endPaste(pending.dropLast(6)))
  }

  private mutating func endPaste(_ bytes: some Collection<UInt8>) -> InputEvent {
    // Terminals send Enter between pasted lines.
    let text = String(decoding: bytes.prefix(Self.pasteLimit), as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == "\r" || $0 == "\r\n" }
      .joined(separator: "\n")
    leave()
    return .paste(text)
  }
}

extension KeyParser {
  private mutating func takeLead(_ byte: UInt8, isAlt: Bool, _ events: inout [InputEvent]) {
    if let sequence = UTF8Sequence(lead: byte, isAlt: isAlt) {
      state = .character(sequence)
    } else {
      events.append(.key(.character("\u{FFFD}")))
    }
  }

  private mutating func takeCharacter(
    _ byte: UInt8, _ sequence: UTF8Sequence, _ events: inout [InputEvent]
  ) {
    var sequence = sequence
    guard sequence.append(byte) else {
      leave()
      events.append(.key(.character("\u{FFFD}")))
      take(byte, &events)
      return
    }
    guard let scalar = sequence.scalar else {
      state = .character(sequence)
      return
    }
    leave()
    let character = (0x80..<0xA0).contains(scalar.value) ? "\u{FFFD}" : Character(scalar)
    events.append(.key(sequence.isAlt ? .alt(character) : .character(character)))
  }
}

// The key parser, byte by byte: what terminals send, cut at every place, and what none should send.

import Testing

@testable import TUI

@Suite struct KeyParserTests {
  static func key(_ key: Key) -> [InputEvent] { [.key(key)] }

  static func mouse(_ button: Int, _ action: MouseEvent.Action, _ column: Int, _ row: Int) -> [InputEvent] {
    [.mouse(MouseEvent(button: button, action: action, point: Point(column: column, row: row)))]
  }

  /// What is sent, after `ESC` where it starts with `^`, and what it means.
  static let sequences: [(String, [InputEvent])] = [
    ("a", key(.character("a"))), (" ", key(.character(" "))), ("è", key(.character("è"))),
    ("€", key(.character("€"))), ("日", key(.character("日"))), ("🙂", key(.character("🙂"))),
    ("\r", key(.enter)), ("\t", key(.tab)), ("\u{7F}", key(.backspace)), ("\0", key(.control(" "))),
    ("\u{3}", key(.control("c"))), ("\n", key(.control("j"))), ("\u{8}", key(.control("h"))),
    ("\u{1A}", key(.control("z"))), ("\u{1C}", key(.control("\\"))), ("\u{1F}", key(.control("_"))),
    ("^[A", key(.up)), ("^OA", key(.up)), ("^[1;5B", key(.down)), ("^Oc", key(.right)), ("^[d", key(.left)),
    ("^[H", key(.home)), ("^OH", key(.home)), ("^[1~", key(.home)), ("^[7~", key(.home)),
    ("^[F", key(.end)), ("^[4~", key(.end)), ("^[8~", key(.end)), ("^[2~", key(.insert)),
    ("^[3~", key(.delete)), ("^[3;5~", key(.delete)), ("^[3$", key(.delete)), ("^[3^", key(.delete)),
    ("^[5~", key(.pageUp)), ("^[6@", key(.pageDown)), ("^[Z", key(.backTab)),
    ("^OP", key(.function(1))), ("^[11~", key(.function(1))), ("^[[A", key(.function(1))),
    ("^[[E", key(.function(5))), ("^[15~", key(.function(5))), ("^[17;2~", key(.function(6))),
    ("^[24~", key(.function(12))), ("^[1;2P", key(.function(1))), ("^OM", key(.enter)),
    ("^Ok", key(.character("+"))), ("^Oy", key(.character("9"))), ("^OX", key(.character("="))),
    ("^x", key(.alt("x"))), ("^è", key(.alt("è"))), ("^\r", key(.alt("\r"))),
    ("^\u{7F}", key(.alt("\u{7F}"))),
    ("^\u{1}", [.key(.escape), .key(.control("a"))]),
    ("^[97u", key(.character("a"))), ("^[97;5u", key(.control("a"))), ("^[97;3u", key(.alt("a"))),
    ("^[97;2u", key(.character("A"))), ("^[97:65;2u", key(.character("A"))), ("^[13;2u", key(.enter)),
    ("^[27u", key(.escape)), ("^[9;2u", key(.backTab)), ("^[127;1u", key(.backspace)),
    ("^[27;5;108~", key(.control("l"))), ("^[97;1:3u", []), ("^[97;9u", []),
    ("^[57399u", key(.character("0"))),
    ("^[57414u", key(.enter)), ("^[57441u", []), ("^[32;5u", key(.control(" "))),
    ("^[<0;5;7M", mouse(0, .press, 4, 6)), ("^[<2;300;100M", mouse(2, .press, 299, 99)),
    ("^[<0;5;7m", []),
    ("^[<32;1;1M", []), ("^[<64;3;4M", mouse(0, .wheelUp, 2, 3)),
    ("^[<69;3;4M", mouse(0, .wheelDown, 2, 3)), ("^[<35;3;4M", []), ("^[<0;0;1M", []), ("^[<0;5M", []),
    ("^[M #!", []), ("^[I", []), ("^[O", []),
    ("^[200~a^[A\rb\r\nè^[201~", [.paste("a\u{1B}[A\nb\nè")]), ("^[200~^[201~", [.paste("")]), ("^[201~", []),
    ("^]11;rgb:1/2/3\u{7}", []), ("^]52;c;eA^\\", []), ("^P>|tmux 3.3a^\\", []), ("^[?2026;2$y", []),
    ("^[?1;2c", []), ("^[>0;1;2c", []), ("^[1;2R", key(.function(3))), ("^[E", []), ("^Oz", []),
    ("^[99~", []),
    ("^[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;26;27;28x", []),
  ]

  static func bytes(_ text: String) -> [UInt8] {
    Array(text.utf8).map { $0 == UInt8(ascii: "^") ? 0x1B : $0 }
  }

  @Test(arguments: sequences) func `A sequence means the same wherever it is cut`(
    sent: String, events: [InputEvent]
  ) {
    // The rxvt forms end with what stands for Esc elsewhere.
    let bytes = sent == "^[3^" ? Self.bytes("^[3") + [0x5E] : Self.bytes(sent)
    for first in 0...bytes.count {
      for second in first...bytes.count {
        var parser = KeyParser()
        var found = parser.feed(bytes[..<first])
        found += parser.feed(bytes[first..<second])
        found += parser.feed(bytes[second...])
        #expect(found == events, "cut at \(first) and \(second)")
        #expect(parser.quietTime == nil)
        #expect(parser.feed([0x71]) == [.key(.character("q"))])
      }
    }
  }

  @Test func `Sequences follow each other without a gap`() {
    var parser = KeyParser()
    let sent = Self.sequences.filter { $0.0 != "^[3^" }
    #expect(parser.feed(sent.flatMap { Self.bytes($0.0) }) == sent.flatMap(\.1))
  }

  @Test(arguments: [
    ("^", [InputEvent.key(.escape)]), ("^[", [.key(.alt("["))]), ("^O", [.key(.alt("O"))]),
    ("^]", [.key(.alt("]"))]), ("^P", [.key(.alt("P"))]), ("^^", [.key(.escape), .key(.escape)]),
    ("^]11;rgb", []), ("^]11^", []), ("^O1", []),
  ]) func `What stays open becomes a key after a while`(sent: String, events: [InputEvent]) {
    var parser = KeyParser()
    let atOnce = parser.feed(Self.bytes(sent))
    #expect(parser.quietTime == 25)
    #expect(atOnce + parser.timeout() == events)
    #expect(parser.quietTime == nil)
    #expect(parser.feed([0x71]) == [.key(.character("q"))])
  }

  @Test func `A sequence cut by a slow line is never taken for text`() {
    var parser = KeyParser()
    #expect(parser.feed(Self.bytes("^[1;")) == [])
    #expect(parser.quietTime == nil)
    #expect(parser.timeout() == [])
    #expect(parser.feed(Self.bytes("5A")) == [.key(.up)])
    #expect(parser.feed([0xC3]) == [])
    #expect(parser.timeout() == [])
    #expect(parser.feed([0xA8]) == [.key(.character("è"))])
  }

  @Test func `A paste without an end is over after a while`() {
    var parser = KeyParser()
    #expect(parser.feed(Self.bytes("^[200~a\r^[20")) == [])
    #expect(parser.quietTime == 1000)
    #expect(parser.timeout() == [.paste("a\n\u{1B}[20")])
    #expect(parser.quietTime == nil)
    // Its end may still come.
    #expect(parser.feed(Self.bytes("q^[201~q")) == [.key(.character("q")), .key(.character("q"))])
  }

  @Test func `Of a paste no more is kept than a limit, and it still ends`() {
    for excess in [-1, 0, 1, 5, 100_000] {
      var parser = KeyParser()
      var events = parser.feed(Self.bytes("^[200~"))
      events += parser.feed([UInt8](repeating: UInt8(ascii: "~"), count: KeyParser.pasteLimit + excess))
      events += parser.feed(Self.bytes("^[201~q"))
      #expect(events.count == 2 && events.last == .key(.character("q")))
      guard case .paste(let text) = events.first else { continue }
      #expect(text.utf8.count == KeyParser.pasteLimit + min(0, excess))
      #expect(text.utf8.allSatisfy { $0 == UInt8(ascii: "~") })
    }
  }

  @Test(
    arguments: [
      ([0xFF, 0x61], "\u{FFFD}a"), ([0xC3, 0x61], "\u{FFFD}a"), ([0xE2, 0x82, 0x61], "\u{FFFD}a"),
      ([0xC3, 0xC3, 0xA8], "\u{FFFD}è"), ([0x80], "\u{FFFD}"), ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
      ([0xE0, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xC2, 0x9B], "\u{FFFD}"),
    ] as [([UInt8], String)]) func `Invalid UTF-8 costs no valid byte`(bytes: [UInt8], text: String)
  {
    for cut in 0...bytes.count {
      var parser = KeyParser()
      let events = parser.feed(bytes[..<cut]) + parser.feed(bytes[cut...])
      #expect(events == text.unicodeScalars.map { .key(.character(Character($0))) })
    }
  }

  @Test func `An interrupted character does not swallow the sequence after it`() {
    var parser = KeyParser()
    #expect(parser.feed([0xE2, 0x82, 0x1B, 0x5B, 0x41]) == [.key(.character("\u{FFFD}")), .key(.up)])
    #expect(parser.feed(Self.bytes("^[12^[A")) == [.key(.up)])
    #expect(parser.feed(Self.bytes("^[1\r")) == [.key(.enter)])
    #expect(parser.feed(Self.bytes("^O^[B")) == [.key(.alt("O")), .key(.down)])
  }

  @Test func `The terminal's own description comes first`() {
    var parser = KeyParser(sequences: [
      (bytes: Array("\u{1B}[A".utf8), key: .pageUp), (bytes: [0x08], key: .backspace),
      (bytes: Array("\u{1B}OX".utf8), key: .function(11)), (bytes: Array("\u{1B}Y".utf8), key: .home),
    ])
    #expect(parser.feed(Self.bytes("^[A")) == [.key(.pageUp)])
    #expect(parser.feed([0x08]) == [.key(.backspace)])
    #expect(parser.feed(Self.bytes("^OX^Y^[B")) == [.key(.function(11)), .key(.home), .key(.down)])
  }

  @Test(arguments: 0..<200) func `No bytes break it or come out as control characters`(seed: UInt64) {
    var random = Random(state: seed)
    let alphabet =
      Array("\u{1B}\u{1B}\u{1B}[[O]P<;;:0123459~uMmAZ$?\u{7}\\".utf8) + [0xC3, 0xA8, 0xFF, 0x80, 0, 13]
    var parser = KeyParser()
    var events: [InputEvent] = []
    for _ in 0..<300 {
      events += parser.feed([alphabet[Int(random.next() % UInt64(alphabet.count))]])
      if random.next() % 7 == 0 { events += parser.timeout() }
    }
    for case .key(.character(let character)) in events {
      #expect(character.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    }
    _ = parser.timeout()
    // An Esc ends whatever is open, but for a paste.
    events = parser.feed(Self.bytes("^[201~^[201~xyz\u{7}^\\q"))
    #expect(events.last == .key(.character("q")) || events.last == .key(.alt("\\")) || !events.isEmpty)
  }
}

/// Numbers that look random and are the same each time.
struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 11
  }
}

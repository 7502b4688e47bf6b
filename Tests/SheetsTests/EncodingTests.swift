// Encodings: found by looking, turned into UTF-8 without loss, however the bytes arrive.

import Testing

@testable import Sheets

@Suite struct EncodingTests {
  private func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    guard let page = CodePage.upperHalf(encoding) else {
      return text.utf16.flatMap { unit in
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return encoding == .utf16le ? pair : pair.reversed()
      }
    }
    return text.unicodeScalars.map { scalar in
      if scalar.value < 0x80 { return UInt8(scalar.value) }
      return page.firstIndex(of: UInt16(scalar.value)).map { UInt8($0 + 0x80) } ?? 0x3F
    }
  }

  private func decoded(_ bytes: [UInt8], _ encoding: TextEncoding, step: Int, piece: Int) throws -> (
    String, Int
  ) {
    var stream: any ByteStream = UTF8Bytes(SlowBytes(bytes, step: step), encoding)
    let text = String(decoding: try drained(&stream, piece: piece), as: UTF8.self)
    return (text, stream.invalidBytes)
  }

  @Test(
    arguments: [
      ("Città, però, perché, università, già, attività così più", TextEncoding.windows1252),
      ("Straße, Müller, größer, Österreich, Übung", .windows1252),
      ("Société générale, Bâtiment, français, œuvre, garçon, forêt", .windows1252),
      ("España, año, Málaga, corazón, ¿qué?", .windows1252),
      ("São João, ação, coração, não", .windows1252),
      ("Łódź, Kraków, Świętokrzyskie, Małopolskie, Gdańsk, że, są", .windows1250),
      ("Příbram, Plzeň, České Budějovice, Ústí nad Labem, Zlín, žluťoučký", .windows1250),
      ("Črnomelj, Škofja Loka, Žalec, Kočevje, Šentjur, občina", .windows1250),
      ("Győr, Székesfehérvár, Békéscsaba, Hódmezővásárhely, Zalaegerszeg, felhő, tűz", .windows1250),
      ("prix: 15 ¤ ou 20 ¤", .windows1252),
    ]) func theLanguageTellsTheEncoding(text: String, encoding: TextEncoding)
  {
    let bytes = encoded(text.replacing("¤", with: "€"), encoding)
    #expect(EncodingGuess(bytes, isWhole: true).encoding == encoding)
  }

  @Test func theEuroTellsLatin9() {
    #expect(EncodingGuess(encoded("Totale: 15 €; Città", .latin9), isWhole: true).encoding == .latin9)
    #expect(EncodingGuess(encoded("Le cœur, la sœur", .latin9), isWhole: true).encoding == .latin9)
    #expect(
      EncodingGuess(encoded("Totale: 15 €; Città", .windows1252), isWhole: true).encoding == .windows1252)
  }

  @Test func marksTellTheEncoding() {
    #expect(EncodingGuess([0xEF, 0xBB, 0xBF, 0x61], isWhole: true).markLength == 3)
    #expect(EncodingGuess([0xFF, 0xFE, 0x61, 0], isWhole: true).encoding == .utf16le)
    #expect(EncodingGuess([0xFE, 0xFF, 0, 0x61], isWhole: true).encoding == .utf16be)
  }

  @Test func zeroBytesTellUTF16() {
    for encoding in [TextEncoding.utf16le, .utf16be] {
      let guess = EncodingGuess(encoded("nome;città\nRossi;Łódź\n", encoding), isWhole: true)
      #expect(guess.encoding == encoding)
      #expect(guess.markLength == 0)
    }
  }

  @Test func aCharacterCutOffByTheEndOfTheHeadIsNoMistake() {
    let bytes = Array("perché".utf8).dropLast()
    #expect(EncodingGuess(Array(bytes), isWhole: false).encoding == .utf8)
    #expect(EncodingGuess(Array(bytes), isWhole: true).encoding == .windows1252)
  }

  @Test func oneBadByteDoesNotSpoilATextInUTF8() {
    let bytes = Array("è é ì ò ù à È".utf8) + [0x20, 0xE8, 0x20]
    #expect(EncodingGuess(bytes, isWhole: true).encoding == .utf8)
  }

  @Test(arguments: TextEncoding.allCases) func textComesThroughHoweverItArrives(encoding: TextEncoding) throws
  {
    let text =
      encoding == .utf8 || encoding == .utf16le || encoding == .utf16be
      ? "aè€😀zŁ\u{FFFF}\u{10FFFF}é" : encoding == .windows1250 ? "aŁódź€z" : "aè€z"
    let bytes = encoding == .utf8 ? Array(text.utf8) : encoded(text, encoding)
    for step in 1...5 {
      for piece in [1, 2, 3, 4, 5, 64] {
        let (result, invalid) = try decoded(bytes, encoding, step: step, piece: piece)
        #expect(result == text)
        #expect(invalid == 0)
      }
    }
  }

  @Test func badBytesAreReadAsWindows1252AndCounted() throws {
    let bytes = Array("à;b".utf8) + [0x0A, 0xE8, 0x3B, 0x80, 0x0A] + Array("ù;d".utf8)
    for step in 1...7 {
      for piece in [1, 3, 4, 100] {
        let (text, invalid) = try decoded(bytes, .utf8, step: step, piece: piece)
        #expect(text == "à;b\nè;€\nù;d")
        #expect(invalid == 2)
      }
    }
  }

  @Test func charactersCutOffAtTheEndAreCounted() throws {
    let (text, invalid) = try decoded([0x61, 0xE2, 0x82], .utf8, step: 1, piece: 10)
    #expect(text == "aâ‚")
    #expect(invalid == 2)
    let (wide, cut) = try decoded([0x61, 0, 0x62], .utf16le, step: 1, piece: 10)
    #expect(wide == "a\u{FFFD}")
    #expect(cut == 1)
  }

  @Test func loneSurrogatesAndUndefinedBytesBecomeReplacements() throws {
    let (text, invalid) = try decoded([0x61, 0, 0x00, 0xD8, 0x62, 0], .utf16le, step: 1, piece: 10)
    #expect(text == "a\u{FFFD}b")
    #expect(invalid == 2)
    let (single, bad) = try decoded([0x61, 0x81, 0x62], .windows1252, step: 1, piece: 10)
    #expect(single == "a\u{FFFD}b")
    #expect(bad == 1)
  }

  @Test func theCheckAgreesWithTheStandardLibrary() {
    let pieces: [[UInt8]] = [
      [0x61], [0xC3, 0xA8], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0x80], [0xE2, 0x82], [0xF0, 0x9F], [0xFF],
    ]
    for first in pieces {
      for second in pieces {
        for padding in [0, 7, 30, 40] {
          let bytes = [UInt8](repeating: 0x61, count: padding) + first + second + [0x61]
          let isValid = String(validating: bytes, as: UTF8.self) != nil
          #expect(bytes.withUnsafeBufferPointer { UTF8Check.validEnd($0) == $0.count } == isValid)
        }
      }
    }
  }

  @Test func aMarkIsNoPartOfTheFirstTitle() throws {
    let table = try ReadTable([0xEF, 0xBB, 0xBF] + Array("a;b\n1;2\n".utf8))
    #expect(table.header == ["a", "b"])
    #expect(table.description.hasByteOrderMark)
    #expect(table.description.summary == "semicolon-separated, utf-8 with byte order mark, LF")
    let wide = try ReadTable([0xFF, 0xFE] + encoded("a;b\r\nè;2\r\n", .utf16le))
    #expect(wide.header == ["a", "b"])
    #expect(wide.rows == [["è", "2"]])
  }

  @Test func aToldEncodingIsTaken() throws {
    let table = try ReadTable(
      [0x61, 0x3B, 0x62, 0x0A, 0xE8, 0x3B, 0x31], ReadingOptions(encoding: .windows1250))
    #expect(table.rows == [["č", "1"]])
    #expect(table.description.forced == [.encoding])
  }

  @Test func jsonWithABrokenByteStaysUTF8() throws {
    let lines = "{\"name\":\"Bréscia\"}\n"
    let table = try ReadTable(
      Array(lines.utf8) + Array("{\"name\":\"Br".utf8) + [0xC3] + Array("\"}\n{\"name\":\"".utf8) + [
        0xFF, 0xFE,
      ] + Array("\"}\n".utf8), ending: "ndjson")
    #expect(table.description.encoding == .utf8)
    #expect(table.rows.first == ["Bréscia"])
    #expect(table.invalidBytes == 3)
  }
}

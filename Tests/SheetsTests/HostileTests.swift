// Files cut off or changed at every byte: what comes is rows or an error, never a crash or broken text.

import Testing

@testable import Sheets

/// A small file of one kind.
struct Seed: CustomTestStringConvertible, Sendable {
  var name: String
  var bytes: [UInt8]
  var testDescription: String { name }

  init(_ name: String, _ text: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  init(_ name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

private let workbook: [UInt8] = {
  var maker = WorkbookMaker(
    rows: """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><r><t>b</t></r></is></c></row>
      <row r="3"><c r="A3" s="1"><v>45413.5</v></c><c r="B3"><v>0.30000000000000004</v></c></row>
      """)
  maker.strings = "<si><t>a_x000D_&amp;</t></si>"
  maker.styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"22\"/>"
  return maker.bytes(ZipMaker(isStored: true))
}()

private let seeds = [
  Seed("delimited", "Title;;\n\na;b;c\n1;\"x \"\"y\"\"\nz\";3\n4;'5';6\r\n"),
  Seed("sep", "sep=|\r\na|b\r\n1|2"),
  Seed("json", #"{"t":1,"rows":[{"a":"\u00e8\ud83d\ude00","b":{"c":-1.5e3}},{"a":null,"d":[1,{"x":[]}]}]}"#),
  Seed("ndjson", "{\"a\":1}\n{\"a\":\"x\",\"b\":true}\n"), Seed("arrays", "[[\"a\",\"b\"],[1,null],[\"x\"]]"),
  Seed("gzip", bytes: Deflating.gzip(Array("a;b\n1;2\n3;4\n".utf8)) + Deflating.gzip(Array("5;6\n".utf8))),
  Seed("utf-16", bytes: [0xFF, 0xFE] + "a;b\nè;😀\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
]

@Suite struct HostileTests {
  /// Reads the bytes; false where neither valid text nor an error of ours came.
  private func isHandled(_ bytes: [UInt8]) -> Bool {
    do {
      let table = try ReadTable(bytes, ending: "dat")
      return table.header.count > 0 && table.rows.count == table.lines.count
    } catch {
      guard let error = error as? SheetError else { return false }
      return !error.reason.isEmpty && !error.advice.isEmpty
    }
  }

  @Test(arguments: seeds) func filesCutOffAnywhereAreHandled(_ seed: Seed) {
    for end in 0..<seed.bytes.count {
      #expect(isHandled(Array(seed.bytes[..<end])), "cut at \(end)")
    }
  }

  @Test(arguments: seeds) func filesChangedAnywhereAreHandled(_ seed: Seed) {
    for index in seed.bytes.indices {
      for byte in [0x00, 0x22, 0xFF] as [UInt8] {
        var bytes = seed.bytes
        bytes[index] = byte
        #expect(isHandled(bytes), "byte \(index) is \(byte)")
      }
    }
  }

  @Test func workbooksCutOffOrChangedAreHandled() {
    for place in stride(from: 0, to: workbook.count, by: 17) {
      #expect(isHandled(Array(workbook[..<place])), "cut at \(place)")
      for byte in [0x00, 0x3C, 0xFF] as [UInt8] {
        var bytes = workbook
        bytes[place] = byte
        #expect(isHandled(bytes), "byte \(place) is \(byte)")
      }
    }
  }
}

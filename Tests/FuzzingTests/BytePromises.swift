// Gzip and encodings: the same bytes in whatever pieces they come, within their bounds, and always UTF-8.

@testable import Sheets

enum BytePromises {
  static func checkGzip(_ bytes: [UInt8]) throws {
    let bound = InflationBound(largest: 1 << 20, ratio: 100, harmless: 1 << 14)
    func inflated(_ source: any ByteStream, _ piece: Int) -> ([UInt8], SheetError?) {
      var stream: any ByteStream = GzipBytes(source, path: "", bound: bound)
      return drained(&stream, piece: piece)
    }
    let whole = inflated(MemoryBytes(bytes), 4096)
    let pieces = inflated(DrippingBytes(bytes, step: 1), 7)
    try promise(whole.0.count <= bound.largest, "more than the bound")
    // A bound is told after the piece that reached it, so only what came before it is the same.
    let isBound = whole.1.map { $0.reason.contains("inflates") } ?? false
    if !isBound { try promise(whole.0 == pieces.0, "other bytes in small pieces") }
    try promise((whole.1 == nil) == (pieces.1 == nil) || isBound, "another end in small pieces")
    let file = MemoryFile(bytes)
    _ = try SheetPromises.read(file.path, ReadingOptions())
  }

  static func checkText(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    let text = Array(bytes[1...])
    try checkGuesses(text, isWhole: first & 8 == 0)
    let encoding = TextEncoding.allCases[Int(first ^ 0x30) % TextEncoding.allCases.count]
    func decoded(_ source: any ByteStream, _ piece: Int) -> ([UInt8], Int) {
      var stream: any ByteStream = UTF8Bytes(source, encoding)
      let bytes = drained(&stream, piece: piece).bytes
      return (bytes, stream.invalidBytes)
    }
    let whole = decoded(MemoryBytes(text), 65536)
    try promise(SheetPromises.isUTF8(whole.0), "\(encoding) becomes what is no UTF-8")
    for (step, piece) in [(1, 1), (3, 5), (2, 64)] {
      let pieces = decoded(DrippingBytes(text, step: step), piece)
      try promise(whole == pieces, "\(encoding) becomes another text in small pieces")
    }
    switch encoding {
    case .utf8 where SheetPromises.isUTF8(text):
      try promise(whole.0 == text && whole.1 == 0, "UTF-8 is changed")
    case .utf16le where text.count % 2 == 0:
      let units = stride(from: 0, to: text.count, by: 2).map { UInt16(text[$0]) | UInt16(text[$0 + 1]) << 8 }
      try promise(
        whole.0.elementsEqual(String(decoding: units, as: UTF16.self).utf8), "another text in UTF-16")
    default: break
    }
  }

  private static func checkGuesses(_ text: [UInt8], isWhole: Bool) throws {
    let guess = EncodingGuess(text, isWhole: isWhole)
    try promise(guess.markLength <= text.count, "a mark longer than the text")
    _ = ForeignFormat.binary(text, path: "a.xls")
    _ = ForeignFormat.markup(text, path: "a.xls")
    let dialect = DialectGuess(
      text, isWhole: isWhole, from: 0, line: 1, ReadingOptions(), hint: text.first == 9 ? 9 : nil)
    let records = dialect.records
    var end = 0
    for record in records.records {
      try promise(
        record.start >= end && record.end <= record.next && record.next <= text.count, "rows overlap")
      end = record.next
      _ = records.texts(record)
    }
    let shape = TableShape(records.records.map(records.texts))
    try promise(shape.titleRows <= records.records.count, "more titles than rows")
  }
}

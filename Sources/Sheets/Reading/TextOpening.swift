// Opens text: finds its encoding, tells JSON from delimited text, and names what is neither.

/// Opens a file that is no workbook.
struct TextOpening {
  private let path: String
  private let options: ReadingOptions
  private let isCompressed: Bool

  init(path: String, _ options: ReadingOptions, isCompressed: Bool) {
    self.path = path
    self.options = options
    self.isCompressed = isCompressed
  }

  /// Opens `stream`, whose first bytes are in `head`.
  func open(_ stream: any ByteStream, _ head: StreamHead) throws(SheetError) -> OpenedSource {
    var found = SourceDescription(format: .delimited, told: options)
    found.isCompressed = isCompressed
    var guess = EncodingGuess(head.bytes, isWhole: head.isWhole)
    if let told = options.encoding {
      guess.encoding = told
      guess.markLength = EncodingGuess.markLength(of: told, in: head.bytes)
    } else {
      try refuseBinary(head.bytes, guess)
    }
    found.encoding = guess.encoding
    found.hasByteOrderMark = guess.markLength > 0
    var text: any ByteStream = UTF8Bytes(
      ReplayedBytes(head.bytes, from: guess.markLength, then: stream), guess.encoding)
    var start = StreamHead()
    try start.grow(to: 64 << 10, from: &text)
    found.format = options.format ?? format(start.bytes)
    if options.format == nil, let foreign = ForeignFormat.markup(start.bytes, path: path) { throw foreign }
    if found.format == .delimited {
      var opening = DelimitedOpening(ReplayedBytes(start.bytes, then: text), path: path, options)
      return try opening.open(found)
    }
    return try JSONOpening(path: path, options).open(text, start, found)
  }

  /// Text has hardly any control characters.
  private func refuseBinary(_ head: [UInt8], _ guess: EncodingGuess) throws(SheetError) {
    if EncodingGuess.isUTF32(head) {
      throw SheetError(path, "is text in UTF-32, which is not read", advice: "save it in UTF-8")
    }
    if guess.encoding == .utf16le || guess.encoding == .utf16be { return }
    let controls = head.count { $0 < 0x20 && !(0x07...0x0D).contains($0) && $0 != 0x1B && $0 != 0x1A }
    guard controls * 20 > head.count else { return }
    throw SheetError(
      path, "is no text: \(controls) of its first \(head.count) bytes are control characters",
      advice: "export the table as CSV, JSON or XLSX, or name its encoding")
  }

  /// Whether it is JSON, by name or by how it begins.
  private func format(_ text: [UInt8]) -> FileFormat {
    var name = path.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    let significant = text.lazy.filter { $0 > 0x20 }.prefix(2)
    guard let first = significant.first, first == 0x7B || first == 0x5B else { return .delimited }
    if [".ndjson", ".jsonl", ".json", ".geojson"].contains(where: name.hasSuffix) {
      return name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") ? .ndjson : .json
    }
    guard let second = significant.dropFirst().first else { return .delimited }
    let follows: [UInt8] = first == 0x7B ? [0x22, 0x7D] : [0x7B, 0x5B, 0x5D, 0x22]
    return follows.contains(second) || first == 0x5B && (second == 0x2D || second &- 0x30 < 10)
      ? .json : .delimited
  }
}

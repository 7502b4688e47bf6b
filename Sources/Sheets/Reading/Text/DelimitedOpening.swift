// Takes the header off a delimited text, so that what is left begins with the first data row.

/// Opens delimited text that is UTF-8 already.
struct DelimitedOpening {
  private let path: String
  private let options: ReadingOptions
  private var stream: any ByteStream
  private var head = StreamHead()
  /// What is looked at first, and how far the look may go where a single row is larger.
  private static let usualHead = 256 << 10
  private static let largestHead = 64 << 20
  /// How far the look may go to see whether a quote is closed.
  private static let farthestQuote = 4 << 20

  init(_ stream: any ByteStream, path: String, _ options: ReadingOptions) {
    self.stream = stream
    self.path = path
    self.options = options
  }

  /// The rest of the text and what was found; `description` has format and encoding already.
  mutating func open(_ description: SourceDescription) throws(SheetError) -> OpenedSource {
    if let told = options.delimiter, !canDivide(told) {
      throw SheetError(path, "cannot be cut at byte \(told)", advice: "name another delimiter")
    }
    var size = Self.usualHead
    while true {
      try head.grow(to: size, from: &stream)
      let guess = look()
      let records = guess.records.records
      let lastLine = records.last?.line ?? 0
      let mayClose = guess.isUndecided && size < Self.farthestQuote
      let isEnough = records.count > 1 && lastLine > options.headerRow ?? 0 && !mayClose
      if isEnough || head.isWhole || size >= Self.largestHead { return try opened(guess, description) }
      size = max(size, head.bytes.count) * 4
    }
  }

  /// Whether cells can be divided by a byte: no part of a line break, a letter or a quote.
  private func canDivide(_ byte: UInt8) -> Bool {
    byte != 0x0A && byte != 0x0D && byte < 0x80 && byte != (options.quote ?? .double).byte
  }

  private func look() -> DialectGuess {
    var told = options
    var start = 0
    // Excel's own way to say what the delimiter is: a first line `sep=;`.
    if head.bytes.starts(with: Array("sep=".utf8)), head.bytes.count > 5,
      head.bytes[5] == 0x0A || head.bytes[5] == 0x0D, canDivide(head.bytes[4])
    {
      told.delimiter = told.delimiter ?? head.bytes[4]
      start = head.bytes[5] == 0x0D && head.bytes.count > 6 && head.bytes[6] == 0x0A ? 7 : 6
    }
    let name = path.lowercased()
    let hint: UInt8? =
      name.hasSuffix(".tsv") || name.hasSuffix(".tsv.gz") || name.hasSuffix(".tab") ? 0x09 : nil
    return DialectGuess(
      head.bytes, isWhole: head.isWhole, from: start, line: start > 0 ? 2 : 1, told, hint: hint)
  }

  private func opened(
    _ guess: DialectGuess, _ found: SourceDescription
  ) throws(SheetError) -> OpenedSource {
    let cut = guess.records
    guard !cut.isTooWide else { throw Self.tooWide(path) }
    guard !cut.records.isEmpty else {
      if head.isWhole {
        throw SheetError(path, "is empty", advice: "there is nothing to show; check the file")
      }
      throw SheetError(
        path, "its first row has more than \(head.bytes.count) bytes",
        advice: "name the format, delimiter or quote, as the file may be something else")
    }
    let shape = try shape(cut)
    var description = found
    description.delimiter = guess.isOneColumn ? nil : cut.dialect.delimiter
    description.quote = cut.dialect.quote
    description.lineBreaks = cut.lineBreaks
    description.titleRows = cut.records[..<shape.titleRows].map { Self.words(cut.texts($0)) }
    let header = shape.hasHeader ? cut.records[shape.titleRows] : nil
    description.headerLine = header?.line
    guard max(shape.width, header?.cells.count ?? 0) <= ChunkBuilder.mostColumns else {
      throw Self.tooWide(path)
    }
    let titles = HeaderTitles.make(header.map(cut.texts) ?? [], width: shape.width)
    let start = rest(cut, shape)
    return OpenedSource(
      description: description,
      body: .delimited(
        ReplayedBytes(head.bytes, from: start.byte, then: stream), cut.dialect, header: titles,
        firstLine: start.line))
  }

  static func tooWide(_ path: String) -> SheetError {
    SheetError(
      path, "has a row of more than \(ChunkBuilder.mostColumns) cells",
      advice: "name the delimiter or the quote, as another byte may divide the cells")
  }

  private func shape(_ cut: HeadRecords) throws(SheetError) -> TableShape {
    let rows = cut.records.prefix(150).map(cut.texts)
    guard let told = options.headerRow else { return TableShape(rows) }
    var shape = TableShape(rows)
    shape.hasHeader = told > 0
    shape.titleRows = 0
    guard told > 0 else { return shape }
    guard let index = cut.records.lastIndex(where: { $0.line <= told }),
      index < cut.records.count - 1 || cut.records[index].line == told
    else {
      throw SheetError(
        path, "has no row on line \(told) for a header", advice: "name another line, or 0 for none")
    }
    shape.titleRows = index
    return shape
  }

  /// Where the data begins.
  private func rest(_ cut: HeadRecords, _ shape: TableShape) -> (byte: Int, line: Int) {
    let first = shape.titleRows + (shape.hasHeader ? 1 : 0)
    if first < cut.records.count { return (cut.records[first].start, cut.records[first].line) }
    // The row after the header is not whole yet or there is none; the text goes on right behind the header.
    let last = cut.records[cut.records.count - 1]
    return (last.next, last.line + Self.lines(head.bytes[last.start..<last.next]))
  }

  private static func lines(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A, previous != 0x0D { count += 1 }
      if byte == 0x0D { count += 1 }
      previous = byte
    }
    return count
  }

  private static func words(_ cells: [[UInt8]]) -> String {
    cells.map(HeaderTitles.cleaned).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

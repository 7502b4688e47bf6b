// Delimited text: the rows that the plainest reader finds, however the text is cut into blocks.

@testable import Sheets

enum DelimitedPromises {
  static func check(_ bytes: [UInt8]) throws {
    guard bytes.count > 2 else { return }
    let file = MemoryFile(Array(bytes[2...]))
    let options = options(bytes[0] ^ 0x30, bytes[1] ^ 0x30)
    guard let reading = try SheetPromises.read(file.path, options), reading.progress.end == .complete,
      let opened = try? SourceOpener.open(file.path, options),
      case .delimited(var stream, let dialect, let header, let firstLine) = opened.body
    else { return }
    let text = drained(&stream)
    try promise(text.error == nil, "the text ends with an error the second time")
    let naive = naive(text.bytes, dialect, line: firstLine)
    let width = max(header.count, naive.map { $0.cells.count }.max() ?? 0)
    let expected = naive.map { row in
      row.cells.map { $0 } + [[UInt8]?](repeating: nil, count: width - row.cells.count)
    }
    try promise(
      reading.sheet.columns.count == width || naive.isEmpty,
      "\(reading.sheet.columns.count) columns, not \(width)")
    try promise(SheetPromises.cells(reading.sheet) == expected, "other cells than the plainest reader finds")
    try promise(naive.indices.allSatisfy { reading.sheet.line(row: $0) == naive[$0].line }, "other lines")
    try checkBlocks(text.bytes, dialect, expected, width: header.count)
  }

  /// One byte for what is told of header, quote and encoding, one for the delimiter; zeros tell nothing.
  private static func options(_ first: UInt8, _ second: UInt8) -> ReadingOptions {
    var options = ReadingOptions(format: .delimited)
    options.headerRow = [nil, 0, 1, 3][Int(first & 3)]
    options.quote = [nil, .double, .single, .some(.none)][Int(first >> 2 & 3)]
    let encodings: [TextEncoding?] = [nil] + TextEncoding.allCases
    options.encoding = encodings[min(Int(first >> 4 & 7), encodings.count - 1)]
    options.delimiter = second == 0 ? nil : second
    return options
  }

  /// The same text in blocks of few bytes.
  private static func checkBlocks(
    _ text: [UInt8], _ dialect: Dialect, _ expected: [[[UInt8]?]], width: Int
  ) throws {
    var splitter = BlockSplitter(DrippingBytes(text, step: 5), dialect, first: 7, usual: 11)
    var scanner = RecordScanner(dialect)
    let builder = ChunkBuilder(columnCount: width, isFixed: true)
    var sheet = Sheet(columns: [])
    var whole: [UInt8] = []
    let blob = TextBlob()
    while try splitter.next(into: blob) {
      whole += UnsafeBufferPointer(start: blob.start, count: blob.count)
      let lines = scanner.scan(blob, into: builder)
      let layout = builder.finish(lineCount: lines)
      sheet.append(Chunk(memory: builder.takeMemory(), layout: layout))
    }
    try promise(whole == text, "blocks lose bytes")
    let cells = SheetPromises.cells(sheet).map { row in
      row + [[UInt8]?](repeating: nil, count: (expected.first?.count ?? 0) - row.count)
    }
    try promise(cells == expected, "other cells in small blocks")
  }

  /// Rows cut byte by byte; a quote that is never closed is a letter like others.
  static func naive(_ text: [UInt8], _ dialect: Dialect, line first: Int) -> [(line: Int, cells: [[UInt8]])] {
    var rows: [(line: Int, cells: [[UInt8]])] = []
    var index = 0
    var line = first
    func isEnd(_ index: Int) -> Bool {
      index >= text.count || text[index] == dialect.delimiter || text[index] == 10 || text[index] == 13
    }
    func skipBreak() {
      index += text[index] == 13 && index + 1 < text.count && text[index + 1] == 10 ? 2 : 1
      line += 1
    }
    while index < text.count {
      if text[index] == 10 || text[index] == 13 {
        skipBreak()
        continue
      }
      var row = (line: line, cells: [[UInt8]]())
      while true {
        let start = index
        if index < text.count, text[index] == dialect.quote, let (cell, next) = quoted(text, index, isEnd) {
          line += breaks(text[start..<next])
          row.cells.append(cell)
          index = next
        } else {
          while !isEnd(index) { index += 1 }
          row.cells.append(Array(text[start..<index]))
        }
        guard index < text.count, text[index] == dialect.delimiter else { break }
        index += 1
      }
      rows.append(row)
      if index < text.count { skipBreak() }
    }
    return rows
  }

  private static func quoted(_ text: [UInt8], _ start: Int, _ isEnd: (Int) -> Bool) -> ([UInt8], Int)? {
    var cell: [UInt8] = []
    var index = start + 1
    while index < text.count {
      if text[index] != text[start] {
        cell.append(text[index])
        index += 1
      } else if index + 1 < text.count, text[index + 1] == text[start] {
        cell.append(text[index])
        index += 2
      } else {
        var end = index + 1
        if isEnd(end) { return (cell, end) }
        while !isEnd(end) { end += 1 }
        return (Array(text[start..<end]), end)
      }
    }
    return nil
  }

  private static func breaks(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    for index in text.indices {
      let isLast = index + 1 == text.endIndex
      if text[index] == 10 || text[index] == 13 && (isLast || text[index + 1] != 10) { count += 1 }
    }
    return count
  }
}

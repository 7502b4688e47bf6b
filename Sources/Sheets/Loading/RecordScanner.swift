// Finds rows and cells in a block of delimited text and hands them to the builder, many rows at a time.

import Glibc

/// Reads blocks of delimited text.
struct RecordScanner: ~Copyable {
  private let delimiter: UInt8
  private let quote: UInt8?
  private let marks: MarkFinder
  private var places: UnsafeMutableBufferPointer<CellPlace>

  /// So many cells are collected before their columns take them: all that belongs to them stays near the processor.
  private static let usualCells = 8 << 10

  init(_ dialect: Dialect) {
    delimiter = dialect.delimiter
    quote = dialect.quote
    marks = MarkFinder(dialect)
    places = .allocate(capacity: Self.usualCells)
  }

  deinit { places.deallocate() }

  /// Reads all rows of a block, whose lines count from 1; returns how many lines it has.
  ///
  /// Quotes that stand for one are taken out of the block itself, which is not to be read again.
  mutating func scan(_ block: TextBlob, into builder: ChunkBuilder) -> Int {
    guard block.count > 0 else { return 0 }
    makeRoom(for: builder.width)
    var rows = RowPlaces(places, width: builder.width)
    let (text, count, quote) = (block.start, block.count, quote)
    // A last line without a break ends here like the others.
    text[count] = lineFeed
    var (line, rowLine) = (1, 1)
    var (base, cell) = (0, 0)
    windows: while base <= count {
      var found = marks.find(text + base)
      if base + 63 > count { found &= UInt64.max >> UInt64(63 - (count - base)) }
      while found != 0 {
        let at = base &+ found.trailingZeroBitCount
        found &= found &- 1
        if text[at] == delimiter {
          rows.add(cell, at, text, builder)
          cell = at &+ 1
        } else if text[at] != quote {
          // The second half of a line break, or the end behind the last one.
          if at < cell || at == count && cell == count && rows.isAtStart { continue }
          if at > cell || !rows.isAtStart {
            rows.add(cell, at, text, builder)
            rows.endRow(rowLine, text, builder)
          }
          line &+= 1
          rowLine = line
          cell = at &+ lineBreakWidth(text + at)
        } else if at == cell {
          repeat {
            let quoted = plainQuoted(block, from: cell) ?? readQuoted(block, from: cell, builder)
            rows.add(quoted.start, quoted.end, text, builder)
            line &+= quoted.lineBreaks
            cell = quoted.next &+ 1
            if text[quoted.next] != delimiter {
              rows.endRow(rowLine, text, builder)
              line &+= 1
              rowLine = line
              cell = quoted.next &+ lineBreakWidth(text + quoted.next)
            }
          } while cell < count && text[cell] == quote
          base = cell
          continue windows
        }
      }
      base &+= 64
    }
    rows.flush(text, builder)
    return line - 1
  }

  private mutating func makeRoom(for width: Int) {
    guard width > places.count else { return }
    places.deallocate()
    places = .allocate(capacity: width)
  }

  // MARK: Quotes

  private struct QuotedCell {
    let start: Int
    let end: Int
    /// Its delimiter, its line break or the end of the block.
    let next: Int
    var lineBreaks = 0
  }

  /// A cell whose quote is at an offset, if it is short and has neither line breaks nor further quotes.
  @inline(__always)
  private func plainQuoted(_ block: TextBlob, from opening: Int) -> QuotedCell? {
    let start = opening &+ 1
    let quotes = marks.quotes(block.start + start)
    let length = quotes.trailingZeroBitCount
    let end = start &+ length
    guard quotes != 0, end < block.count else { return nil }
    let after = block.start[end &+ 1]
    guard after == delimiter || after == lineFeed || after == carriageReturn,
      marks.lineBreaks(block.start + start) & (1 &<< UInt64(length) &- 1) == 0
    else { return nil }
    return QuotedCell(start: start, end: end, next: end &+ 1)
  }

  /// Reads any cell whose quote is at an offset.
  private func readQuoted(_ block: TextBlob, from opening: Int, _ builder: ChunkBuilder) -> QuotedCell {
    let (text, count) = (block.start, block.count)
    let quote = self.quote ?? 0
    let start = opening + 1
    var from = start
    var hasDoubled = false
    while let found = memchr(text + from, Int32(quote), count - from) {
      let at = text.distance(to: found.assumingMemoryBound(to: UInt8.self))
      if at + 1 < count, text[at + 1] == quote {
        hasDoubled = true
        from = at + 2
        continue
      }
      let breaks = lineBreaks(text, start, at)
      let next = cellEnd(block, from: at + 1)
      if next > at + 1 {
        builder.note(.textAfterQuote)
        return QuotedCell(start: opening, end: next, next: next, lineBreaks: breaks)
      }
      let end = hasDoubled ? undouble(text, start, at) : at
      return QuotedCell(start: start, end: end, next: next, lineBreaks: breaks)
    }
    // Never closed: the quote is a letter like others, and only this cell is odd.
    builder.note(.unclosedQuote)
    let next = cellEnd(block, from: start)
    return QuotedCell(start: opening, end: next, next: next)
  }

  /// The next delimiter or line break, or the end.
  private func cellEnd(_ block: TextBlob, from start: Int) -> Int {
    var index = start
    while index < block.count {
      let byte = block.start[index]
      if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
      index += 1
    }
    return index
  }

  /// Makes two quotes one, in place; where the cell ends then.
  private func undouble(_ text: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var (from, to) = (start, start)
    while from < end {
      text[to] = text[from]
      from += text[from] == quote ? 2 : 1
      to += 1
    }
    return to
  }

  private func lineBreaks(_ text: UnsafeMutablePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var count = 0
    for index in start..<end {
      let isLast = index + 1 >= end || text[index + 1] != lineFeed
      if text[index] == lineFeed || text[index] == carriageReturn && isLast { count += 1 }
    }
    return count
  }
}

@inline(__always)
private func lineBreakWidth(_ place: UnsafeMutablePointer<UInt8>) -> Int {
  place.pointee == carriageReturn && place[1] == lineFeed ? 2 : 1
}

/// The places of the cells of some rows, one row behind the other, each as wide as the builder.
private struct RowPlaces {
  private let places: UnsafeMutablePointer<CellPlace>?
  private let capacity: Int
  private let width: Int
  private var row = 0
  private var next = 0
  /// Cells of the present row beyond the builder's columns.
  private var surplus = 0

  init(_ places: UnsafeMutableBufferPointer<CellPlace>, width: Int) {
    self.places = places.baseAddress
    capacity = places.count
    self.width = width
  }

  @inline(__always)
  var isAtStart: Bool { next == row && surplus == 0 }

  @inline(__always)
  mutating func add(
    _ start: Int, _ end: Int, _ text: UnsafeMutablePointer<UInt8>, _ builder: ChunkBuilder
  ) {
    if next < row &+ width, let places {
      places[next] = CellPlace(start, end)
      next &+= 1
    } else {
      builder.appendSurplus(text + start, end - start, column: width + surplus)
      surplus += 1
    }
  }

  /// Ends the row that began on a line.
  @inline(__always)
  mutating func endRow(_ line: Int, _ text: UnsafeMutablePointer<UInt8>, _ builder: ChunkBuilder) {
    builder.addRow(line: line, cellCount: next &- row &+ surplus)
    while next < row &+ width, let places {
      places[next] = .missing
      next &+= 1
    }
    row = next
    surplus = 0
    if row &+ width > capacity { flush(text, builder) }
  }

  /// Hands the cells of all rows that ended to their columns.
  mutating func flush(_ text: UnsafeMutablePointer<UInt8>, _ builder: ChunkBuilder) {
    if width > 0, let places {
      builder.append(places, rowCount: row / width, in: text)
    }
    row = 0
    next = 0
  }
}

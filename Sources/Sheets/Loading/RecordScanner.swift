// Finds rows and cells in a block of delimited text and hands them to the builder; copies only what quotes double.

import Glibc

/// Reads blocks of delimited text.
struct RecordScanner {
  private let delimiter: UInt8
  private let quote: UInt8?
  /// What each byte means outside quotes: 1 ends a cell, 2 a row.
  private let classes: [UInt8]
  private var unescaped: [UInt8] = []

  init(_ dialect: Dialect) {
    delimiter = dialect.delimiter
    quote = dialect.quote
    var classes = [UInt8](repeating: 0, count: 256)
    classes[Int(dialect.delimiter)] = 1
    classes[Int(lineFeed)] = 2
    classes[Int(carriageReturn)] = 2
    self.classes = classes
  }

  /// Reads all rows of a block, whose lines count from 1; returns how many lines it has.
  mutating func scan(_ block: UnsafeBufferPointer<UInt8>, into builder: ChunkBuilder) -> Int {
    guard let start = block.baseAddress else { return 0 }
    let end = start + block.count
    var position = start
    var line = 1
    while position < end {
      // Blank lines are no rows.
      if position.pointee == lineFeed || position.pointee == carriageReturn {
        skipLineBreak(&position, end)
        line += 1
        continue
      }
      builder.beginRow(line: line)
      scanRow(&position, end, &line, builder)
      builder.endRow()
    }
    return line - 1
  }

  @inline(__always)
  private mutating func scanRow(
    _ position: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ line: inout Int,
    _ builder: ChunkBuilder
  ) {
    classes.withUnsafeBufferPointer { classes in
      while true {
        if position < end, position.pointee == quote {
          readQuoted(&position, end, &line, builder)
        } else {
          let start = position
          var index = position
          while index < end, classes[Int(index.pointee)] == 0 { index += 1 }
          position = index
          builder.append(start, index - start)
        }
        guard position < end else {
          line += 1
          return
        }
        guard position.pointee == delimiter else {
          skipLineBreak(&position, end)
          line += 1
          return
        }
        position += 1
      }
    }
  }

  /// Reads a cell that begins with a quote; `position` is then at its delimiter, its line break or the end.
  private mutating func readQuoted(
    _ position: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ line: inout Int,
    _ builder: ChunkBuilder
  ) {
    let quote = Int32(self.quote ?? 0)
    let start = position + 1
    var from = start
    var hasDoubled = false
    while let found = memchr(from, quote, end - from) {
      let at = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      if at + 1 < end, Int32((at + 1).pointee) == quote {
        hasDoubled = true
        from = at + 2
        continue
      }
      line += lineBreaks(start, at)
      position = at + 1
      if position < end, position.pointee != delimiter, position.pointee != lineFeed,
        position.pointee != carriageReturn
      {
        return readTextAfterQuote(start, at, &position, end, builder)
      }
      return append(start, at - start, hasDoubled, builder)
    }
    // Never closed: the quote is a letter like others, and only this cell is odd.
    builder.note(.unclosedQuote)
    position = start
    while position < end, position.pointee != delimiter, position.pointee != lineFeed,
      position.pointee != carriageReturn
    {
      position += 1
    }
    builder.append(start - 1, position - start + 1)
  }

  /// Keeps what stands behind a closing quote as part of the cell.
  private mutating func readTextAfterQuote(
    _ start: UnsafePointer<UInt8>, _ closing: UnsafePointer<UInt8>, _ position: inout UnsafePointer<UInt8>,
    _ end: UnsafePointer<UInt8>, _ builder: ChunkBuilder
  ) {
    builder.note(.textAfterQuote)
    while position < end, position.pointee != delimiter, position.pointee != lineFeed,
      position.pointee != carriageReturn
    {
      position += 1
    }
    builder.append(start - 1, position - start + 1)
  }

  private mutating func append(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ hasDoubled: Bool, _ builder: ChunkBuilder
  ) {
    guard hasDoubled, let quote else { return builder.append(start, count) }
    unescaped.removeAll(keepingCapacity: true)
    var index = 0
    while index < count {
      unescaped.append(start[index])
      index += start[index] == quote ? 2 : 1
    }
    unescaped.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { builder.append(start, bytes.count) }
    }
  }

  private func lineBreaks(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
    var count = 0
    var position = start
    while position < end {
      if position.pointee == lineFeed {
        count += 1
      } else if position.pointee == carriageReturn, position + 1 >= end || (position + 1).pointee != lineFeed
      {
        count += 1
      }
      position += 1
    }
    return count
  }

  private func skipLineBreak(_ position: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
    let isPair =
      position.pointee == carriageReturn && position + 1 < end && (position + 1).pointee == lineFeed
    position += isPair ? 2 : 1
  }
}

// Finds the cells of a CSV file (RFC 4180) in its bytes; copies nothing and reads every byte about once.

/// Where one cell lies, without its quotes.
struct CSVCell {
  var start: Int
  var end: Int
  /// Whether it holds doubled quotes that stand for one.
  var hasDoubledQuotes = false
}

/// One row of the file, used again for the next.
struct CSVRecord {
  /// The line on which it begins, counted from 1.
  var line = 1
  /// The byte at which it begins.
  var start = 0
  /// Its cells.
  var cells: [CSVCell] = []
  /// What is wrong with its quotes, if anything; its cells are then not to be used.
  var fault: CSVFault?
}

/// What can be wrong with the quotes of a row.
enum CSVFault {
  /// A quote opened in cell `cell` on line `line` is never closed.
  case unclosed(line: Int, cell: Int)
  /// Text follows the closing quote of cell `cell`, which opened on line `line`.
  case textAfterQuote(line: Int, cell: Int)
  /// So many quotes were wrong that the rest of the file was not read.
  case gaveUp(line: Int)
}

/// Walks over the rows of a file.
struct CSVReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var line = 1
  /// Bytes that were read in vain after wrong quotes; bounded, so that no file takes quadratic time.
  private var wasted = 0

  /// Reads `bytes`, which must outlive the reader; a byte order mark of UTF-8 is passed over.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Finds the next row that is not blank; false at the end of the file.
  mutating func next(_ record: inout CSVRecord) -> Bool {
    skipBlankLines()
    guard position < bytes.count else { return false }
    record.line = line
    record.start = position
    record.fault = nil
    record.cells.removeAll(keepingCapacity: true)
    while true {
      let isQuoted = position < bytes.count && bytes[position] == quote
      let ending = isQuoted ? readQuoted(&record) : readPlain(&record)
      if ending != .delimiter { return true }
    }
  }

  private enum Ending {
    case delimiter
    case row
  }

  private mutating func readPlain(_ record: inout CSVRecord) -> Ending {
    let start = position
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
      index += 1
    }
    record.cells.append(CSVCell(start: start, end: index))
    return finishCell(at: index)
  }

  private mutating func readQuoted(_ record: inout CSVRecord) -> Ending {
    let opening = (position: position, line: line)
    var cell = CSVCell(start: position + 1, end: position + 1)
    var index = position + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote {
        guard index + 1 < bytes.count, bytes[index + 1] == quote else { break }
        cell.hasDoubledQuotes = true
        index += 1
      } else if byte == lineFeed || (byte == carriageReturn && !isLineFeed(at: index + 1)) {
        line += 1
      }
      index += 1
    }
    cell.end = index
    record.cells.append(cell)
    guard index < bytes.count else {
      record.fault = .unclosed(line: opening.line, cell: record.cells.count)
      return recover(&record, from: opening, reached: index)
    }
    index += 1
    guard index == bytes.count || isCellEnd(bytes[index]) else {
      record.fault = .textAfterQuote(line: opening.line, cell: record.cells.count)
      return recover(&record, from: opening, reached: index)
    }
    return finishCell(at: index)
  }

  /// Steps over the delimiter or the line break at `index`.
  private mutating func finishCell(at index: Int) -> Ending {
    position = index
    guard index < bytes.count else { return .row }
    if bytes[index] == delimiter {
      position += 1
      return .delimiter
    }
    skipLineBreak()
    return .row
  }

  /// Goes on with the line after the one on which the wrong quote opened, so that one quote costs one row.
  private mutating func recover(
    _ record: inout CSVRecord, from opening: (position: Int, line: Int), reached: Int
  ) -> Ending {
    position = opening.position
    line = opening.line
    while position < bytes.count, bytes[position] != lineFeed, bytes[position] != carriageReturn {
      position += 1
    }
    skipLineBreak()
    wasted += max(0, reached - position)
    if wasted > 8 * bytes.count + 1_000_000 {
      record.fault = .gaveUp(line: opening.line)
      position = bytes.count
    }
    return .row
  }

  private mutating func skipBlankLines() {
    while position < bytes.count, bytes[position] == lineFeed || bytes[position] == carriageReturn {
      skipLineBreak()
    }
  }

  private mutating func skipLineBreak() {
    guard position < bytes.count else { return }
    position += bytes[position] == carriageReturn && isLineFeed(at: position + 1) ? 2 : 1
    line += 1
  }

  private func isLineFeed(at index: Int) -> Bool { index < bytes.count && bytes[index] == lineFeed }

  private func isCellEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == lineFeed || byte == carriageReturn
  }
}

private let delimiter = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

// The rows of one sheet of a workbook, cell by cell from its XML.

/// The rows of a sheet, without header.
final class PageRows: RowStream {
  private var reader: PageReader

  init(_ reader: consuming PageReader) { self.reader = reader }

  var header: [String] { [] }
  var consumed: Int { reader.xml.window.stream.consumed }
  var size: Int? { reader.xml.window.stream.size }
  var invalidBytes: Int { reader.xml.window.stream.invalidBytes }

  func next(into row: inout RowCells) throws(SheetError) -> Bool { try reader.next(into: &row) }
}

/// Reads one row after the other.
struct PageReader: ~Copyable {
  var xml: XMLScanner
  private var strings: SharedStrings
  private let styles: CellStyles
  private let isFrom1904: Bool
  private let bound: InflationBound
  /// How many bytes cells took from the shared strings: a few bytes of the sheet can name a long one.
  private var shared = 0
  private var isInside = false
  private var isEnded = false
  private var line = 0
  /// The content of the cell being read.
  private var content: [UInt8] = []
  /// Excel's last column is XFD.
  private static let mostColumns = 16_384

  init(
    _ xml: consuming XMLScanner, _ strings: consuming SharedStrings, _ styles: CellStyles, isFrom1904: Bool,
    bound: InflationBound = InflationBound()
  ) {
    self.xml = xml
    self.strings = strings
    self.styles = styles
    self.isFrom1904 = isFrom1904
    self.bound = bound
  }

  /// Reads the next row that has a value.
  mutating func next(into row: inout RowCells) throws(SheetError) -> Bool {
    row.clear(line: 0)
    if isEnded { return false }
    do throws(SheetError) {
      isEnded = try !readRow(&row)
      return !isEnded
    } catch {
      isEnded = true
      throw error
    }
  }

  private mutating func readRow(_ row: inout RowCells) throws(SheetError) -> Bool {
    while !isInside {
      guard try xml.nextTag() else { throw broken("has no rows element") }
      guard xml.isNamed("sheetData"), !xml.isClosing else { continue }
      if xml.isEmpty { return false }
      isInside = true
    }
    while true {
      guard try xml.nextTag() else { throw broken("ends before its last row does") }
      if xml.isNamed("sheetData") { return false }
      guard xml.isNamed("row"), !xml.isClosing else { continue }
      takeRowNumber()
      row.clear(line: line)
      if !xml.isEmpty { try readCells(&row) }
      if row.count > 0 { return true }
    }
  }

  private mutating func takeRowNumber() {
    var stated = 0
    xml.forEachAttribute { name, value in
      if name.count == 1, name[0] == 0x72 { stated = Self.number(value) ?? 0 }
    }
    line = stated > line && stated <= 1 << 31 ? stated : line + 1
  }

  private mutating func readCells(_ row: inout RowCells) throws(SheetError) {
    var next = 0
    while true {
      while let cell = PlainCell(
        xml.window.bytes + xml.window.position, count: xml.window.end &- xml.window.position, next: next)
      {
        next = cell.column &+ 1
        try readPlainCell(cell, &row)
      }
      guard try xml.nextTag() else { throw broken("ends before its last row does") }
      if xml.isNamed("c") {
        if xml.isClosing { continue }
        let cell = takeCell(next)
        next = cell.column + 1
        if !xml.isEmpty, cell.column < Self.mostColumns { try readCell(cell, &row) }
      } else if xml.isClosing, xml.isNamed("row") {
        return
      } else if xml.isNamed("sheetData") {
        throw broken("has a row that does not end")
      }
    }
  }

  private func broken(_ what: String) -> SheetError {
    SheetError(
      xml.window.path, line: line > 0 ? line : nil, "the sheet \(what)",
      advice: "the file is damaged; save it again or fetch it again")
  }
}

extension PageReader {
  private struct Cell {
    var column: Int
    var kind = CellKindInSheet.number
    var style = 0
  }

  @inline(__always)
  private mutating func readPlainCell(_ cell: PlainCell, _ row: inout RowCells) throws(SheetError) {
    let value = UnsafeBufferPointer(
      start: xml.window.bytes + xml.window.position + cell.value.lowerBound, count: cell.value.count)
    row.open(cell.column)
    if cell.kind == .shared {
      try appendShared(Self.number(value), to: &row.bytes)
    } else {
      appendNumber(value, styles[cell.style], to: &row.bytes)
    }
    row.close()
    xml.window.position &+= cell.length
  }

  /// What the attributes of the cell's tag say; `next` is its column where they do not say one.
  @inline(__always)
  private func takeCell(_ next: Int) -> Cell {
    var cell = Cell(column: next)
    xml.forEachAttribute { name, value in
      guard name.count == 1 else { return }
      switch name[0] {
      case 0x72: cell.column = Self.column(value) ?? next
      case 0x73: cell.style = Self.number(value) ?? 0
      case 0x74: cell.kind = Self.kind(value)
      default: break
      }
    }
    return cell
  }

  private mutating func readCell(_ cell: Cell, _ row: inout RowCells) throws(SheetError) {
    content.removeAll(keepingCapacity: true)
    var hasValue = false
    while true {
      guard try xml.nextTag() else { throw broken("ends before its last row does") }
      if xml.isClosing {
        if xml.isNamed("c") { break }
        if xml.isNamed("row") || xml.isNamed("sheetData") { throw broken("has a cell that does not end") }
      } else if xml.isEmpty {
        continue
      } else if xml.isNamed("v") {
        content.removeAll(keepingCapacity: true)
        try xml.readText(into: &content)
        hasValue = true
      } else if xml.isNamed("is") {
        try xml.readRuns(until: "is", into: &content)
        hasValue = true
      }
    }
    guard hasValue else { return }
    guard content.count + row.bytes.count <= RowCells.largest else {
      throw broken("has a row of more than \(RowCells.largest) bytes")
    }
    row.open(cell.column)
    try append(cell, to: &row.bytes)
    row.close()
  }

  private mutating func append(_ cell: Cell, to text: inout [UInt8]) throws(SheetError) {
    switch cell.kind {
    case .shared: try appendShared(content.withUnsafeBufferPointer { Self.number($0) }, to: &text)
    case .boolean: text += Array((content == [0x31] ? "TRUE" : "FALSE").utf8)
    case .text:
      let start = text.count
      text += content
      ExcelEscapes.resolve(&text, from: start)
    case .number:
      content.withUnsafeBufferPointer { appendNumber($0, styles[cell.style], to: &text) }
    }
  }

  private mutating func appendShared(_ index: Int?, to text: inout [UInt8]) throws(SheetError) {
    let start = text.count
    try strings.append(index ?? -1, to: &text)
    shared &+= text.count &- start
    guard text.count <= RowCells.largest else {
      throw broken("has a row of more than \(RowCells.largest) bytes")
    }
    guard shared <= bound.harmless || bound.allows(written: shared, taken: xml.window.stream.consumed) else {
      throw broken("repeats its texts to more than \(shared) bytes, which no honest file does")
    }
  }

  private func appendNumber(
    _ value: UnsafeBufferPointer<UInt8>, _ style: NumberStyle, to text: inout [UInt8]
  ) {
    if style != .general, let number = DecimalNumber(value),
      let date = SerialDate(number.value, isFrom1904: isFrom1904)
    {
      date.append(style, to: &text)
    } else {
      DecimalNumber.append(value, to: &text)
    }
  }

  @inline(__always)
  private static func kind(_ value: UnsafeBufferPointer<UInt8>) -> CellKindInSheet {
    guard let first = value.first else { return .number }
    switch (first, value.count) {
    case (0x73, 1): return .shared
    case (0x62, 1): return .boolean
    case (0x6E, 1): return .number
    default: return .text
    }
  }

  /// The column, from 0, of a reference like `AB12`.
  @inline(__always)
  private static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for byte in reference {
      let letter = (byte & 0xDF) &- 0x41
      guard letter < 26, byte >= 0x41 else { break }
      column = column &* 26 &+ Int(letter) &+ 1
      if column > mostColumns { return nil }
    }
    return column == 0 ? nil : column &- 1
  }

  @inline(__always)
  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.count > 0, text.count <= 15 else { return nil }
    var number = 0
    for byte in text {
      guard byte &- 0x30 < 10 else { return nil }
      number = number &* 10 &+ Int(byte &- 0x30)
    }
    return number
  }
}

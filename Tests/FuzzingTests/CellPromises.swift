// Numbers, dates and words: a column of cells is understood, whatever they are, and plain numbers mean themselves.

@testable import Sheets

enum CellPromises {
  static func check(_ bytes: [UInt8]) throws {
    let cells = bytes.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
    let evidence = evidence(cells[...])
    var parts = Self.evidence(cells[(cells.count / 2)...])
    parts.merge(Self.evidence(cells[..<(cells.count / 2)]))
    try promise(parts.decision() == evidence.decision(), "parts of a column decide otherwise")
    let forced: [ForcedReading?] = [
      nil, .text, .code, .flag, .number(decimal: nil), .number(decimal: .point), .number(decimal: .comma),
      .date(order: nil, since: nil), .date(order: .dmy, since: 1950), .date(order: .mdy, since: Int.max),
    ]
    for forced in forced {
      let reading = evidence.decision(forced)
      try promise(!reading.explanation.isEmpty, "no explanation")
      try promise(
        reading.unfit >= 0 && reading.unfit <= reading.stated, "unfit \(reading.unfit) of \(reading.stated)")
      for cell in cells {
        let value = cell.withUnsafeBufferPointer { reading.value($0) }
        try check(value, of: cell)
        guard case .number(decimal: .point)? = forced, let plain = plainNumber(cell) else { continue }
        try promise(value == .number(plain), "\(String(decoding: cell, as: UTF8.self)) is \(value)")
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let folded = Folding.folded(text)
    try promise(Folding.folded(folded).utf8.elementsEqual(folded.utf8), "folding twice is not folding once")
  }

  private static func evidence(_ cells: ArraySlice<[UInt8]>) -> ColumnEvidence {
    var evidence = ColumnEvidence()
    for cell in cells { cell.withUnsafeBufferPointer { evidence.note($0) } }
    return evidence
  }

  private static func check(_ value: CellReading, of cell: [UInt8]) throws {
    switch value {
    case .date(let date):
      try promise((-719_162...2_932_896).contains(date.days), "a day outside the calendar")
      try promise((0...1440).contains(date.minutes ?? 0), "\(date.minutes ?? 0) minutes")
      try promise((-900...900).contains(date.zone ?? 0), "a zone of \(date.zone ?? 0) minutes")
    case .number(let number):
      try promise(number.isFinite, "\(String(decoding: cell, as: UTF8.self)) is \(number)")
    case .empty, .flag, .text: break
    case .doubtful(let doubt):
      try promise(!doubt.reason(String(decoding: cell, as: UTF8.self)).isEmpty, "a doubt without words")
    }
  }

  /// A number of at most fifteen digits in the plainest form.
  private static func plainNumber(_ cell: [UInt8]) -> Double? {
    let digits = cell.first == 0x2D ? cell.dropFirst() : cell[...]
    let parts = digits.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), digits.count <= 16,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 &- 0x30 < 10 } }),
      parts[0].count == 1 || parts[0].first != 0x30
    else { return nil }
    return digits.filter({ $0 != 0x2E }).count > 15 ? nil : Double(String(decoding: cell, as: UTF8.self))
  }
}

// A frame as text: what is compared in tests, printed without a terminal, and equality.

extension Frame {
  /// The rows as text, without trailing blanks, each ended by a line feed.
  public var plainText: String {
    var text = ""
    for row in 0..<size.rows {
      let cells = slots[row * size.columns..<(row + 1) * size.columns]
      let end = cells.lastIndex { $0.scalar != 0x20 || $0.marks != 0 }.map { $0 + 1 } ?? cells.startIndex
      for slot in cells[..<end] { text += self.text(of: slot) }
      text += "\n"
    }
    return text
  }

  /// The same in ASCII, as on a terminal that shows no more; both halves of a wide character are spelled.
  public var asciiText: String {
    var text = ""
    for row in 0..<size.rows {
      var bytes = slots[row * size.columns..<(row + 1) * size.columns].map { slot in
        slot.scalar == 0 ? UInt8(ascii: "?") : ASCIIText.character(for: slot.scalar)
      }
      while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
      text += String(decoding: bytes, as: UTF8.self) + "\n"
    }
    return text
  }

  /// The rows as runs of columns with their roles, such as `0-11 title  12-79 text`.
  public var roleText: String {
    var text = ""
    for row in 0..<size.rows {
      var runs: [String] = []
      var start = 0
      while start < size.columns {
        let trace = looks[slots[row * size.columns + start].look].trace
        var end = start + 1
        while end < size.columns, looks[slots[row * size.columns + end].look].trace == trace { end += 1 }
        runs.append("\(start)-\(end - 1) \(trace)")
        start = end
      }
      text += runs.joined(separator: "  ") + "\n"
    }
    return text
  }
}

extension Frame: Equatable {
  /// Whether both show the same, in whatever order it was drawn.
  public static func == (lhs: Frame, rhs: Frame) -> Bool {
    guard lhs.size == rhs.size, lhs.cursor == rhs.cursor, lhs.sheet == rhs.sheet else { return false }
    if lhs.slots == rhs.slots, lhs.looks.all == rhs.looks.all, lhs.marks == rhs.marks { return true }
    return zip(lhs.slots, rhs.slots).allSatisfy { left, right in
      left.scalar == right.scalar && lhs.looks[left.look] == rhs.looks[right.look]
        && lhs.marks[Int(left.marks)] == rhs.marks[Int(right.marks)]
    }
  }
}

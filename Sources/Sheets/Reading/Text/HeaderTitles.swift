// Makes titles of columns from the cells of a header: clean, never empty, no two alike.

enum HeaderTitles {
  /// Titles for at least `width` columns.
  static func make(_ cells: [[UInt8]], width: Int = 0) -> [String] {
    var titles: [String] = []
    var used: [String: Int] = [:]
    for index in 0..<max(cells.count, width) {
      titles.append(title(index < cells.count ? cells[index] : [], at: index, &used))
    }
    return titles
  }

  /// Further titles behind those that there are.
  static func append(_ cell: [UInt8], to titles: inout [String], _ used: inout [String: Int]) {
    titles.append(title(cell, at: titles.count, &used))
  }

  private static func title(_ cell: [UInt8], at index: Int, _ used: inout [String: Int]) -> String {
    let text = cleaned(cell)
    let wanted = text.isEmpty ? "column \(index + 1)" : text
    var title = wanted
    while used[title] != nil {
      // The number goes on from the last one, so that many alike titles take no quadratic time.
      let count = (used[wanted] ?? 1) + 1
      used[wanted] = count
      title = "\(wanted) (\(count))"
    }
    used[title] = 1
    return title
  }

  /// The text with every run of blanks, line breaks and no-break blanks as one blank, none at the ends.
  static func cleaned(_ cell: [UInt8]) -> String {
    var text: [UInt8] = []
    var index = 0
    while index < cell.count {
      let isWideBlank = cell[index] == 0xC2 && index + 1 < cell.count && cell[index + 1] == 0xA0
      if isWideBlank || cell[index] <= 0x20 || cell[index] == 0x7F {
        if text.last != 0x20, !text.isEmpty { text.append(0x20) }
        index += isWideBlank ? 2 : 1
      } else {
        text.append(cell[index])
        index += 1
      }
    }
    if text.last == 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}

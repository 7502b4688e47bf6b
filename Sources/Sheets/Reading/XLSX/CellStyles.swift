// Which styles of a workbook show numbers as dates or times.

/// How the numbers of each style are to be read.
struct CellStyles {
  private var styles: [NumberStyle] = []

  /// A workbook without styles.
  init() {}

  /// Reads the part that holds the styles.
  init(_ part: any ByteStream, path: String) throws(SheetError) {
    var xml = XMLScanner(part, path: path)
    var formats: [Int: NumberStyle] = [:]
    var isInCells = false
    while try xml.nextTag() {
      if xml.isNamed("cellXfs") {
        isInCells = !xml.isClosing && !xml.isEmpty
      } else if xml.isNamed("numFmt"), let id = Self.number(xml.attribute("numFmtId")) {
        formats[id] = Self.style(ofFormat: xml.attribute("formatCode") ?? [])
      } else if isInCells, !xml.isClosing, xml.isNamed("xf"), styles.count < 1 << 20 {
        let id = Self.number(xml.attribute("numFmtId")) ?? 0
        styles.append(formats[id] ?? Self.builtIn(id))
      }
    }
  }

  /// The style at `index`.
  subscript(index: Int) -> NumberStyle { index >= 0 && index < styles.count ? styles[index] : .general }

  private static func number(_ text: [UInt8]?) -> Int? {
    text.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// The formats that need no definition (ECMA-376, 18.8.30), with those of East Asia.
  private static func builtIn(_ id: Int) -> NumberStyle {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: .date
    case 18...21, 32...35, 45, 47, 55, 56: .time
    case 22: .dateTime
    case 46: .elapsed
    default: .general
    }
  }

  /// What the letters of the first section of a format say, outside of quotes and brackets.
  static func style(ofFormat code: [UInt8]) -> NumberStyle {
    var letters: Set<UInt8> = []
    var index = 0
    loop: while index < code.count {
      switch code[index] {
      case 0x3B: break loop
      case 0x22: index = code[(index + 1)...].firstIndex(of: 0x22) ?? code.count
      case 0x5C, 0x5F, 0x2A: index += 1
      case 0x5B:
        let end = code[index...].firstIndex(of: 0x5D) ?? code.count
        if isElapsed(code[(index + 1)..<max(index + 1, end)]) { return .elapsed }
        index = end
      case let byte:
        if isHalfOfDay(code, index) {
          letters.insert(UInt8(ascii: "h"))
          index += code[index...].prefix(5).elementsEqual(Array("AM/PM".utf8)) ? 4 : 2
        } else {
          letters.insert(byte | 0x20)
        }
      }
      index += 1
    }
    return style(ofLetters: letters)
  }

  private static func style(ofLetters letters: Set<UInt8>) -> NumberStyle {
    let hasTime = letters.contains(UInt8(ascii: "h")) || letters.contains(UInt8(ascii: "s"))
    let hasDay = letters.contains(UInt8(ascii: "y")) || letters.contains(UInt8(ascii: "d"))
    if hasDay { return hasTime ? .dateTime : .date }
    if hasTime { return .time }
    return letters.contains(UInt8(ascii: "m")) ? .date : .general
  }

  private static func isElapsed(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first.map({ $0 | 0x20 }) else { return false }
    return "hms".utf8.contains(first) && content.allSatisfy { $0 | 0x20 == first }
  }

  private static func isHalfOfDay(_ code: [UInt8], _ index: Int) -> Bool {
    let rest = code[index...]
    return rest.starts(with: Array("AM/PM".utf8)) || rest.starts(with: Array("A/P".utf8))
  }
}

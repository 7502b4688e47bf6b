// The texts that the cells of a workbook refer to by number, read only as far as cells need them.

import Glibc

/// The shared strings of a workbook.
struct SharedStrings: ~Copyable {
  private var xml: XMLScanner?
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Reads the part that holds them; `nil` where there is none.
  init(_ part: (any ByteStream)?, path: String) {
    xml = part.map { XMLScanner($0, path: path) }
  }

  /// Appends the string of this number; nothing where there is none.
  @inline(__always)
  mutating func append(_ index: Int, to text: inout [UInt8]) throws(SheetError) {
    while index >= ends.count {
      guard try readNext() else { return }
    }
    guard index >= 0 else { return }
    let start = index == 0 ? 0 : ends[index - 1]
    bytes.withUnsafeBufferPointer {
      text.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<ends[index]]))
    }
  }

  private mutating func readNext() throws(SheetError) -> Bool {
    let start = bytes.count
    guard try takeNext() else {
      xml = nil
      return false
    }
    ExcelEscapes.resolve(&bytes, from: start)
    ends.append(bytes.count)
    return true
  }

  private mutating func takeNext() throws(SheetError) -> Bool {
    if xml?.takesPlainString(into: &bytes) == true { return true }
    while try xml?.nextTag() == true {
      guard xml?.isNamed("si") == true, xml?.isClosing == false else { continue }
      if xml?.isEmpty == false { try xml?.readRuns(until: "si", into: &bytes) }
      return true
    }
    return false
  }
}

extension XMLScanner {
  /// Takes `<si><t>TEXT</t></si>`, the form of nearly all strings, where it comes next and has no entities.
  fileprivate mutating func takesPlainString(into text: inout [UInt8]) -> Bool {
    let bytes = window.bytes + window.position
    let count = window.end &- window.position
    guard count > 16, memcmp(bytes, Self.stringStart, 7) == 0 else { return false }
    let room = UnsafeRawPointer(bytes + 7)
    guard let found = memchr(room, 0x3C, count &- 16) else { return false }
    let length = UnsafeRawPointer(found) - room
    guard memcmp(found, Self.stringEnd, 9) == 0, memchr(room, 0x26, length) == nil else { return false }
    text.append(contentsOf: UnsafeBufferPointer(start: bytes + 7, count: length))
    window.position &+= 16 &+ length
    return true
  }

  private static let stringStart = Array("<si><t>".utf8)
  private static let stringEnd = Array("</t></si>".utf8)

  /// Appends the text of all runs up to the closing tag `parent`; how words are pronounced is left out.
  mutating func readRuns(until parent: StaticString, into text: inout [UInt8]) throws(SheetError) {
    var isPhonetic = false
    while try nextTag() {
      if isNamed("rPh") {
        isPhonetic = !isClosing && !isEmpty
      } else if isClosing {
        if isNamed(parent) { return }
      } else if isNamed("t"), !isEmpty, !isPhonetic {
        try readText(into: &text)
      }
    }
  }
}

/// Characters that XML cannot hold, which Excel writes as `_x000D_`.
enum ExcelEscapes {
  /// Resolves them in what lies from `start` on.
  static func resolve(_ text: inout [UInt8], from start: Int) {
    let hasSign = text.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0 + start, 0x5F, bytes.count - start) != nil } ?? false
    }
    guard hasSign, let first = next(text[...], from: start) else { return }
    var output = Array(text[start..<first.place])
    var index = first.place
    while let escape = next(text[...], from: index) {
      output += text[index..<escape.place]
      output += UTF8.encode(Unicode.Scalar(escape.unit) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
      index = escape.place + 7
    }
    output += text[index...]
    text.replaceSubrange(start..., with: output)
  }

  private static func next(_ text: ArraySlice<UInt8>, from start: Int) -> (place: Int, unit: UInt32)? {
    var index = start
    while index + 7 <= text.endIndex {
      if text[index] == 0x5F, text[index + 1] == 0x78, text[index + 6] == 0x5F,
        let unit = XMLEntities.number(text[(index + 2)..<(index + 6)], radix: 16)
      {
        return (index, unit)
      }
      index += 1
    }
    return nil
  }
}

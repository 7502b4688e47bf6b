// Finds the tags and the text of XML in a stream of bytes; resolves no entity but XML's own.

/// Walks over the tags of an XML text.
struct XMLScanner: ~Copyable {
  var window: ByteWindow
  /// The name of the tag last found, without prefix, and where its attributes lie; valid until the next call.
  private(set) var name = 0..<0
  private var attributes = 0..<0
  /// Whether the tag is `</name>`.
  private(set) var isClosing = false
  /// Whether the tag is `<name/>`.
  private(set) var isEmpty = false

  init(_ stream: any ByteStream, path: String) {
    window = ByteWindow(
      UTF8Bytes(stream, .utf8), path: path, capacity: 128 << 10, largest: 16 << 20, countsLines: false)
  }

  /// Steps over text and to the end of the next tag; false at the end of the stream.
  mutating func nextTag() throws(SheetError) -> Bool {
    while true {
      guard try skip(to: 0x3C) else { return false }
      guard try isInMemory(2) else { return false }
      switch window.bytes[window.position &+ 1] {
      case 0x21: try skipDeclaration()
      case 0x3F: guard try skip(past: Self.instructionEnd) else { return false }
      default:
        guard let end = try tagEnd() else { return false }
        takeTag(end)
        return true
      }
    }
  }

  /// Appends the text up to the next tag with its entities resolved; comments in it are left out.
  mutating func readText(into text: inout [UInt8]) throws(SheetError) {
    while true {
      let start = window.position
      var index = start
      let end = window.end
      while index < end, window.bytes[index] != 0x3C, window.bytes[index] != 0x26 { index &+= 1 }
      text.append(contentsOf: UnsafeBufferPointer(start: window.bytes + start, count: index &- start))
      guard text.count <= Self.largestText else { throw tooLarge }
      window.position = index
      if index == end {
        guard try window.refill() else { return }
      } else if window.bytes[index] == 0x26 {
        try readEntity(into: &text)
      } else {
        guard try isInMemory(4), window.bytes[window.position + 1] == 0x21 else { return }
        if try startsWith(Self.sectionStart) {
          try readSection(into: &text)
        } else {
          try skipDeclaration()
        }
      }
    }
  }

  /// Whether the tag has this name.
  func isNamed(_ wanted: StaticString) -> Bool {
    guard wanted.utf8CodeUnitCount == name.count else { return false }
    for offset in 0..<name.count where wanted.utf8Start[offset] != window.bytes[name.lowerBound + offset] {
      return false
    }
    return true
  }

  /// The value of an attribute by its name without prefix, with entities resolved.
  func attribute(_ wanted: StaticString) -> [UInt8]? {
    var result: [UInt8]?
    forEachAttribute { name, value in
      guard result == nil, name.count == wanted.utf8CodeUnitCount else { return }
      for offset in 0..<name.count where wanted.utf8Start[offset] != name[offset] { return }
      result = Array(value)
    }
    return result.map { XMLEntities.resolved($0) }
  }

  /// Gives name without prefix and value of each attribute, entities not resolved.
  @inline(__always)
  func forEachAttribute(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void) {
    let bytes = window.bytes
    let end = attributes.upperBound
    var index = attributes.lowerBound
    while true {
      while index < end, bytes[index] <= 0x20 { index &+= 1 }
      var nameStart = index
      while index < end, bytes[index] != 0x3D, bytes[index] > 0x20 {
        if bytes[index] == 0x3A { nameStart = index &+ 1 }
        index &+= 1
      }
      let nameEnd = index
      while index < end, bytes[index] <= 0x20 || bytes[index] == 0x3D { index &+= 1 }
      guard index < end else { return }
      let quote = bytes[index]
      guard quote == 0x22 || quote == 0x27 else { continue }
      index &+= 1
      let valueStart = index
      while index < end, bytes[index] != quote { index &+= 1 }
      body(
        UnsafeBufferPointer(start: bytes + nameStart, count: nameEnd &- nameStart),
        UnsafeBufferPointer(start: bytes + valueStart, count: index &- valueStart))
      index &+= 1
    }
  }

  /// All strings of a workbook together may have so many bytes.
  private static let largestText = 2 << 30

  private var tooLarge: SheetError {
    SheetError(
      window.path, "its texts have more than \(Self.largestText) bytes",
      advice: "save the sheet as CSV and open that")
  }

  private static let instructionEnd = Array("?>".utf8)
  private static let sectionStart = Array("<![CDATA[".utf8)
  private static let sectionEnd = Array("]]>".utf8)
  private static let commentStart = Array("<!--".utf8)
  private static let commentEnd = Array("-->".utf8)
}

extension XMLScanner {
  /// Where the tag at `position` ends, which is all in memory then; `nil` when the stream ends before.
  @inline(__always)
  private mutating func tagEnd() throws(SheetError) -> Int? {
    var offset = 1
    var quote: UInt8 = 0
    while true {
      let bytes = window.bytes + window.position
      let count = window.end &- window.position
      while offset < count {
        let byte = bytes[offset]
        if quote == 0 {
          if byte == 0x3E { return window.position &+ offset }
          if byte == 0x22 || byte == 0x27 { quote = byte }
        } else if byte == quote {
          quote = 0
        }
        offset &+= 1
      }
      guard try window.refill() else { return nil }
    }
  }

  /// Takes the tag from `position` to its `>` at `end` apart.
  @inline(__always)
  private mutating func takeTag(_ end: Int) {
    let bytes = window.bytes
    var start = window.position &+ 1
    isClosing = bytes[start] == 0x2F
    if isClosing { start &+= 1 }
    isEmpty = !isClosing && bytes[end &- 1] == 0x2F
    let last = isEmpty ? end &- 1 : end
    var index = start
    while index < last, bytes[index] > 0x20 {
      if bytes[index] == 0x3A { start = index &+ 1 }
      index &+= 1
    }
    name = min(start, last)..<max(min(start, last), index)
    attributes = index..<max(index, last)
    window.position = end &+ 1
  }

  @inline(__always)
  private mutating func skip(to byte: UInt8) throws(SheetError) -> Bool {
    while true {
      let end = window.end
      var index = window.position
      while index < end, window.bytes[index] != byte { index &+= 1 }
      window.position = index
      if index < end { return true }
      guard try window.refill() else { return false }
    }
  }

  private mutating func skip(past words: [UInt8]) throws(SheetError) -> Bool {
    while true {
      while window.end - window.position >= words.count {
        if try startsWith(words) {
          window.position += words.count
          return true
        }
        window.position += 1
      }
      guard try window.refill() else { return false }
    }
  }

  /// Steps over a comment, a section of characters or a document type without its own declarations.
  private mutating func skipDeclaration() throws(SheetError) {
    if try startsWith(Self.commentStart) {
      _ = try skip(past: Self.commentEnd)
    } else if try startsWith(Self.sectionStart) {
      _ = try skip(past: Self.sectionEnd)
    } else {
      _ = try skip(to: 0x3E)
    }
  }

  private mutating func readSection(into text: inout [UInt8]) throws(SheetError) {
    window.position += Self.sectionStart.count
    while try isInMemory(1) {
      if try startsWith(Self.sectionEnd) {
        window.position += Self.sectionEnd.count
        return
      }
      guard text.count < Self.largestText else { throw tooLarge }
      text.append(window.bytes[window.position])
      window.position += 1
    }
  }

  private mutating func readEntity(into text: inout [UInt8]) throws(SheetError) {
    _ = try isInMemory(12)
    let rest = UnsafeBufferPointer(
      start: window.bytes + window.position, count: min(12, window.end - window.position))
    window.position += XMLEntities.append(Array(rest)[...], to: &text)
  }

  private mutating func startsWith(_ words: [UInt8]) throws(SheetError) -> Bool {
    guard try isInMemory(words.count) else { return false }
    for offset in words.indices where window.bytes[window.position + offset] != words[offset] { return false }
    return true
  }

  /// Whether `count` bytes from `position` on are in memory, after refills if need be.
  @inline(__always)
  private mutating func isInMemory(_ count: Int) throws(SheetError) -> Bool {
    while window.end &- window.position < count {
      guard try window.refill() else { return false }
    }
    return true
  }
}

// The list of what is in a ZIP file (PKWARE's APPNOTE), which stands at its end.

/// A ZIP file and the entries that its directory lists.
struct ZipArchive {
  struct Entry {
    var name: String
    var method: Int
    var flags: Int
    var checkSum: UInt32
    var compressedSize: Int
    var size: Int
    /// Where its own header stands.
    var offset: Int
  }

  let source: RandomBytes
  private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]
  private static let largestDirectory = 64 << 20

  init(_ source: RandomBytes) throws(SheetError) {
    self.source = source
    let directory = try Self.directory(source)
    let bytes = LittleEndian(try source.bytes(at: directory.offset, length: directory.size))
    var position = 0
    // The number of entries is often wrong, so the directory is read as far as it goes.
    while bytes.number(position, 4) == 0x0201_4B50 {
      guard let (entry, length) = Self.entry(bytes, position, shift: directory.shift) else {
        throw Self.damaged(source)
      }
      places[Self.folded(entry.name)] = entries.count
      entries.append(entry)
      position += length
    }
    guard !entries.isEmpty else { throw Self.damaged(source) }
  }

  /// The entry of this name; capitals do not count, nor does a stroke in front.
  func entry(_ name: String) -> Entry? { places[Self.folded(name)].map { entries[$0] } }

  private static func folded(_ name: String) -> String {
    let parts = name.lowercased().split { $0 == "/" || $0 == "\\" }
    return parts.joined(separator: "/")
  }

  static func damaged(_ source: RandomBytes) -> SheetError {
    SheetError(
      source.path, "is a ZIP file, as XLSX is, but its directory cannot be read",
      advice: "it is cut short or damaged; fetch it again")
  }
}

extension ZipArchive {
  /// Where the directory lies; `shift` is what stands before the beginning of the ZIP file proper.
  private static func directory(_ source: RandomBytes) throws(SheetError) -> (
    offset: Int, size: Int, shift: Int
  ) {
    let tailStart = max(0, source.count - 65_557 - 20)
    let tail = LittleEndian(try source.bytes(at: tailStart, length: source.count - tailStart))
    var place = tail.bytes.count - 22
    while place >= 0, !tail.bytes[place...].starts(with: [0x50, 0x4B, 0x05, 0x06]) { place -= 1 }
    guard place >= 0, var size = tail.number(place + 12, 4), var offset = tail.number(place + 16, 4) else {
      throw damaged(source)
    }
    var end = tailStart + place
    if let wide = try zip64(source, tail, place) { (offset, size, end) = wide }
    let (sum, overflows) = offset.addingReportingOverflow(size)
    guard !overflows, sum <= end, size <= largestDirectory else { throw damaged(source) }
    return (offset + end - sum, size, end - sum)
  }

  /// The directory as the records of large files tell it; `nil` where there are none.
  private static func zip64(
    _ source: RandomBytes, _ tail: LittleEndian, _ place: Int
  ) throws(SheetError) -> (offset: Int, size: Int, end: Int)? {
    guard tail.number(place - 20, 4) == 0x0706_4B50, let stated = tail.number(place - 12, 8) else {
      return nil
    }
    let record = LittleEndian(try source.bytes(at: stated, length: 56))
    guard record.number(0, 4) == 0x0606_4B50, let size = record.number(40, 8),
      let offset = record.number(48, 8)
    else { throw damaged(source) }
    return (offset, size, stated)
  }

  private static func entry(
    _ bytes: LittleEndian, _ place: Int, shift: Int
  ) -> (entry: Entry, length: Int)? {
    guard let nameLength = bytes.number(place + 28, 2), let extraLength = bytes.number(place + 30, 2),
      let commentLength = bytes.number(place + 32, 2), let flags = bytes.number(place + 8, 2),
      let method = bytes.number(place + 10, 2), let checkSum = bytes.number(place + 16, 4),
      let compressed = bytes.number(place + 20, 4), let size = bytes.number(place + 24, 4),
      let offset = bytes.number(place + 42, 4), place + 46 + nameLength + extraLength <= bytes.bytes.count
    else { return nil }
    let nameStart = place + 46
    var entry = Entry(
      name: String(decoding: bytes.bytes[nameStart..<nameStart + nameLength], as: UTF8.self), method: method,
      flags: flags, checkSum: UInt32(truncatingIfNeeded: checkSum), compressedSize: compressed, size: size,
      offset: offset)
    widen(&entry, bytes, nameStart + nameLength, extraLength)
    let (moved, overflows) = entry.offset.addingReportingOverflow(shift)
    guard !overflows else { return nil }
    entry.offset = moved
    return (entry, 46 + nameLength + extraLength + commentLength)
  }

  /// Takes sizes and offset that do not fit into four bytes from the extra field of large files.
  private static func widen(_ entry: inout Entry, _ bytes: LittleEndian, _ start: Int, _ length: Int) {
    var place = start
    while place + 4 <= start + length, let id = bytes.number(place, 2), let size = bytes.number(place + 2, 2)
    {
      if id == 1 {
        var field = place + 4
        for part in [\Entry.size, \Entry.compressedSize, \Entry.offset]
        where entry[keyPath: part] == 0xFFFF_FFFF {
          guard field + 8 <= place + 4 + size, let number = bytes.number(field, 8) else { return }
          entry[keyPath: part] = number
          field += 8
        }
      }
      place += 4 + size
    }
  }
}

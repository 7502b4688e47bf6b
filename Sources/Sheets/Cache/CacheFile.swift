// The cache of a sheet on disk: chunks as they lie in memory, and a directory of where they are.

import Glibc

/// Where a chunk lies in a cache file.
struct CachePlace: Sendable, Hashable {
  let offset: Int
  let count: Int
  let checksum: UInt64
  var layout: ChunkLayout
}

/// What a cache file says of the sheet as a whole.
struct CacheDirectory: Sendable {
  var columns: [SheetColumn]
  var evidence: [ColumnEvidence]
  var source: SourceDescription
  var places: [CachePlace]
  /// Numbers that belong to the sheet.
  var numbers: [CachePlace] = []
  /// Words that belong to the sheet.
  var notes: [String] = []
}

/// The first page of a cache file.
struct CacheHeader {
  static let magic: UInt64 = 0x3154_4853_5453_4944
  /// To be raised with every change of what is written, also of how columns are judged.
  static let version: UInt64 = 3
  static let size = 4096

  var directoryOffset: Int
  var directoryCount: Int
  var directoryChecksum: UInt64
  var fingerprint: UInt64

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.put(Self.magic)
    writer.put(Self.version)
    writer.put(directoryOffset)
    writer.put(directoryCount)
    writer.put(directoryChecksum)
    writer.put(fingerprint)
    let sum = writer.bytes.withUnsafeBytes(Sheets.checksum)
    writer.put(sum)
    return writer.bytes + [UInt8](repeating: 0, count: Self.size - writer.bytes.count)
  }

  init(directoryOffset: Int, directoryCount: Int, directoryChecksum: UInt64, fingerprint: UInt64) {
    self.directoryOffset = directoryOffset
    self.directoryCount = directoryCount
    self.directoryChecksum = directoryChecksum
    self.fingerprint = fingerprint
  }

  /// The header in these bytes; nil where it is of another version or broken.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = ByteReader(bytes)
    guard reader.word() == Self.magic, reader.word() == Self.version, let offset = reader.number(),
      let count = reader.number(), let sum = reader.word(), let fingerprint = reader.word(),
      let own = reader.word(), own == Sheets.checksum(UnsafeRawBufferPointer(rebasing: bytes[..<48]))
    else { return nil }
    self.init(
      directoryOffset: offset, directoryCount: count, directoryChecksum: sum, fingerprint: fingerprint)
  }
}

/// Opens cache files.
enum CacheReader {
  /// The sheet in the cache of a fingerprint; nil where there is none that can be trusted.
  static func open(folder: String, fingerprint: Fingerprint) -> (CacheDirectory, Sheet, [PackedNumbers])? {
    let descriptor = Glibc.open(
      folder + "/" + fingerprint.fileName, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      let head = read(descriptor, at: 0, count: CacheHeader.size),
      let header = head.withUnsafeBytes({ CacheHeader($0) }), header.fingerprint == fingerprint.sum,
      header.directoryOffset <= Int(status.st_size),
      header.directoryCount <= Int(status.st_size) - header.directoryOffset,
      let bytes = read(descriptor, at: header.directoryOffset, count: header.directoryCount),
      bytes.withUnsafeBytes(checksum) == header.directoryChecksum,
      let directory = bytes.withUnsafeBytes({ CacheDirectory($0) }),
      let sheet = sheet(directory, descriptor, size: Int(status.st_size)),
      let numbers = numbers(directory, descriptor, size: Int(status.st_size))
    else { return nil }
    return (directory, sheet, numbers)
  }

  /// Whether every chunk has the bytes that were written; reads the whole file, past the mapping.
  static func verify(folder: String, fingerprint: Fingerprint, _ places: [CachePlace], _ stop: StopFlag)
    -> Bool
  {
    let descriptor = Glibc.open(
      folder + "/" + fingerprint.fileName, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    // One piece of memory for all chunks: giving out new pages takes longer than reading them.
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: places.reduce(0) { max($0, $1.count) }, alignment: 32)
    defer { memory.deallocate() }
    for place in places where !stop.isSet {
      let bytes = UnsafeMutableRawBufferPointer(rebasing: memory[..<place.count])
      guard fill(bytes, from: descriptor, at: place.offset),
        checksum(UnsafeRawBufferPointer(bytes)) == place.checksum
      else { return false }
    }
    return true
  }

  private static func sheet(_ directory: CacheDirectory, _ descriptor: Int32, size: Int) -> Sheet? {
    var sheet = Sheet(columns: directory.columns)
    for place in directory.places {
      guard let memory = memory(place, descriptor, size), place.layout.isSound(in: place.count),
        sheet.rowCount + place.layout.rowCount <= Int(UInt32.max)
      else { return nil }
      sheet.append(Chunk(memory: memory, layout: place.layout))
    }
    return sheet
  }

  private static func numbers(_ directory: CacheDirectory, _ descriptor: Int32, size: Int) -> [PackedNumbers]?
  {
    var numbers: [PackedNumbers] = []
    for place in directory.numbers {
      if place.count == 0 {
        numbers.append(PackedNumbers())
        continue
      }
      guard let memory = memory(place, descriptor, size) else { return nil }
      numbers.append(PackedNumbers(memory, byteCount: place.count))
    }
    return numbers
  }

  private static func memory(_ place: CachePlace, _ descriptor: Int32, _ size: Int) -> ChunkMemory? {
    guard place.offset >= 0, place.count > 0, place.count <= size, place.offset <= size - place.count else {
      return nil
    }
    return ChunkMemory(of: descriptor, offset: place.offset, count: place.count)
  }

  private static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    guard count > 0, offset >= 0 else { return nil }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let room = UnsafeMutableRawBufferPointer(buffer)[..<count]
      isWhole = fill(UnsafeMutableRawBufferPointer(rebasing: room), from: descriptor, at: offset)
      filled = isWhole ? count : 0
    }
    return isWhole ? bytes : nil
  }

  /// Reads as many bytes as there is room for; false where the file ends before.
  private static func fill(_ room: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int)
    -> Bool
  {
    var got = 0
    while got < room.count {
      let part = pread(descriptor, room.baseAddress.map { $0 + got }, room.count - got, off_t(offset + got))
      if part < 0, errno == EINTR { continue }
      if part <= 0 { return false }
      got += part
    }
    return true
  }
}

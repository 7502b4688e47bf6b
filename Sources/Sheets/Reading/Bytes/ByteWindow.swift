// A piece of a stream in memory that moves along, for scanners that look at every byte once.

/// A window on a stream; offsets in it hold until `refill`, which moves the bytes from `position` on.
struct ByteWindow: ~Copyable {
  let path: String
  private(set) var stream: any ByteStream
  /// The bytes in memory are those before `end`.
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var end = 0
  /// The next byte to look at; what lies before it may be dropped.
  var position = 0
  private var capacity: Int
  private let largest: Int
  private var isAtEnd = false
  private let countsLines: Bool
  /// Bytes from here on stay in memory, so that they can be read a second time.
  private var held: Int?
  private var heldBreaks = 0
  /// Line breaks before `counted`, for the number of the line.
  private var breaks = 0
  private var counted = 0

  /// Begins at the beginning of `stream`; what must be in memory at once may have `largest` bytes.
  init(
    _ stream: any ByteStream, path: String, capacity: Int = 256 << 10, largest: Int = 64 << 20,
    countsLines: Bool = true
  ) {
    self.stream = stream
    self.path = path
    self.countsLines = countsLines
    self.capacity = max(64, capacity)
    self.largest = max(largest, self.capacity)
    bytes = .allocate(capacity: self.capacity)
  }

  deinit { bytes.deallocate() }

  /// Adds bytes behind those from `position` on; false at the end of the stream.
  mutating func refill() throws(SheetError) -> Bool {
    if isAtEnd { return false }
    drop()
    if end == capacity, held != nil, capacity >= largest {
      held = nil
      drop()
    }
    if end == capacity { try enlarge() }
    let room = UnsafeMutableRawBufferPointer(start: bytes + end, count: capacity - end)
    let got = try stream.read(into: room)
    end += got
    isAtEnd = got == 0
    return got > 0
  }

  /// Whether the byte at `position` is in memory, after a refill if need be; false at the end of the stream.
  @inline(__always)
  mutating func hasByte() throws(SheetError) -> Bool {
    if position < end { return true }
    return try refill()
  }

  /// Whether anything but blanks and line breaks is in memory from `position` on.
  var hasText: Bool {
    UnsafeBufferPointer(start: bytes + position, count: end - position).contains { $0 > 0x20 }
  }

  /// The line of `position`, counted from 1.
  mutating func line() -> Int {
    countBreaks(to: position)
    return breaks + 1
  }

  /// Keeps what is read from `position` on for `rewind`, as far as the memory of a window goes.
  mutating func hold() {
    countBreaks(to: position)
    held = position
    heldBreaks = breaks
  }

  /// Goes back to where `hold` was called last; false where that is no longer in memory.
  mutating func rewind() -> Bool {
    guard let held else { return false }
    position = held
    counted = held
    breaks = heldBreaks
    return true
  }

  private mutating func drop() {
    countBreaks(to: position)
    let dropped = held ?? position
    guard dropped > 0 else { return }
    bytes.update(from: bytes + dropped, count: end - dropped)
    end -= dropped
    counted -= dropped
    position -= dropped
    if held != nil { held = 0 }
  }

  private mutating func enlarge() throws(SheetError) {
    guard capacity < largest else {
      throw SheetError(
        path, "a single piece of it has more than \(capacity) bytes",
        advice: "the file is damaged, or made to harm")
    }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    larger.update(from: bytes, count: end)
    bytes.deallocate()
    bytes = larger
    capacity *= 2
  }

  private mutating func countBreaks(to place: Int) {
    guard countsLines, counted < place else { return }
    breaks += LineBreaks.count(UnsafeBufferPointer(start: bytes + counted, count: place - counted))
    counted = place
  }
}

enum LineBreaks {
  /// How many bytes are line feeds.
  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var count = 0
    var index = 0
    while index &+ 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
      // The highest bit of each byte that is zero, exactly: no carry goes from byte to byte.
      let low = (word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F
      count &+= (~(low | word) & 0x8080_8080_8080_8080).nonzeroBitCount
      index &+= 8
    }
    while index < raw.count {
      count &+= raw[index] == 0x0A ? 1 : 0
      index &+= 1
    }
    return count
  }
}

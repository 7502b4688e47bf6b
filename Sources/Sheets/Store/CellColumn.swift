// Where the cells of some rows lie in a block of text, so that each column is taken in one go.

/// Where a cell lies in its block of text.
struct CellPlace: BitwiseCopyable {
  private let start: UInt32
  private let length: UInt32

  /// The bytes of a block from one offset to another.
  @inline(__always)
  init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    length = UInt32(truncatingIfNeeded: end &- start)
  }

  private init() { (start, length) = (.max, 0) }

  /// A cell that its row does not have.
  static let missing = CellPlace()

  @inline(__always)
  var isMissing: Bool { start == .max }

  /// Its first byte; that of the block where it is missing.
  @inline(__always)
  var offset: Int { isMissing ? 0 : Int(start) }

  @inline(__always)
  var count: Int { Int(length) }
}

/// The cells of one column in some rows.
struct CellColumn {
  /// The block; 64 bytes behind its last one can be read.
  let text: UnsafePointer<UInt8>
  private let first: UnsafePointer<CellPlace>
  /// How many places there are from one row to the next.
  private let stride: Int
  private(set) var count: Int

  init(_ first: UnsafePointer<CellPlace>, stride: Int, count: Int, in text: UnsafePointer<UInt8>) {
    self.text = text
    self.first = first
    self.stride = stride
    self.count = count
  }

  @inline(__always)
  subscript(row: Int) -> CellPlace { first[row &* stride] }

  /// The rows from one on.
  func dropFirst(_ rows: Int) -> CellColumn {
    CellColumn(first + rows * stride, stride: stride, count: count - rows, in: text)
  }
}

// What the cells of a column look like, counted while they are read.

/// Counts the shapes of a column's cells; the order in which cells and parts come does not matter.
public struct ColumnEvidence: Sendable {
  /// Cells by shape.
  var shapes = Counts()
  /// Numbers by unit.
  var units = Counts()
  /// Cells by word for what is missing.
  var missing = Counts()
  /// Words for yes and no that occur, as bits.
  var flags: UInt64 = 0
  /// Lengths of cells of digits that occur, as bits.
  var widths: UInt64 = 0
  /// Cells of digits that end in zero.
  var zeroEndings = 0
  /// Dates with a time.
  var times = 0
  /// The earliest year of four digits in a date with day or month.
  var firstYear = Int.max
  /// The latest such year; less than the earliest where there is none.
  var lastYear = Int.min

  /// No cell yet.
  public init() {}

  /// Notes a cell, or `count` cells that are alike.
  public mutating func note(_ cell: UnsafeBufferPointer<UInt8>, count: Int = 1) {
    if Self.isPlainWord(cell) { return shapes[CellShape.word.rawValue] += count }
    if CellScanner.plainNumber(cell) != nil { return notePlainNumber(cell, count) }
    note(CellScanner.scan(cell), count)
  }

  /// Notes a number that is written in digits alone; false where it may be a year, a date or more.
  @inline(__always)
  mutating func note(plain number: Int) -> Bool {
    guard number >= 0, number < 1_000_000_000_000_000 else { return false }
    var width: UInt64 = 1
    var bound = 10
    while number >= bound {
      bound &*= 10
      width &+= 1
    }
    guard width != 4, width != 8 else { return false }
    shapes[CellShape.whole.rawValue] += 1
    widths |= 1 << width
    if number % 10 == 0 { zeroEndings += 1 }
    return true
  }

  @inline(__always)
  private mutating func notePlainNumber(_ cell: UnsafeBufferPointer<UInt8>, _ count: Int) {
    shapes[CellShape.whole.rawValue] += count
    widths |= 1 << UInt64(cell.count)
    if cell[cell.count - 1] == UInt8(ascii: "0") { zeroEndings += count }
  }

  /// Adds what another part of the column has shown.
  public mutating func merge(_ other: ColumnEvidence) {
    shapes.add(other.shapes)
    units.add(other.units)
    missing.add(other.missing)
    flags |= other.flags
    widths |= other.widths
    zeroEndings += other.zeroEndings
    times += other.times
    firstYear = min(firstYear, other.firstYear)
    lastYear = max(lastYear, other.lastYear)
  }

  /// Whether the cell is text for certain: no known word, with letters at both ends.
  @inline(__always)
  private static func isPlainWord(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count > 0, (cell[0] | 0x20) &- 0x61 < 26, (cell[cell.count - 1] | 0x20) &- 0x61 < 26 else {
      return false
    }
    return !CellWords.whole.mayHave(cell[0], cell.count) && !CellScanner.beginsWithEuro(cell, 0)
  }

  @inline(__always)
  private mutating func note(_ scanned: ScannedCell, _ count: Int) {
    let shape = scanned.shape
    shapes[shape.rawValue] += count
    switch shape {
    case .empty, .word: return
    case .missing: missing[scanned.word] += count
    case .flag: flags |= 1 << UInt64(scanned.word)
    default:
      if scanned.unit != .none { units[scanned.unit.rawValue] += count }
      if shape.isDigits { noteDigits(scanned, count) }
      if shape.hasFullYear {
        firstYear = min(firstYear, Int(scanned.year))
        lastYear = max(lastYear, Int(scanned.year))
      }
      if scanned.minutes >= 0 { times += count }
    }
  }

  @inline(__always)
  private mutating func noteDigits(_ scanned: ScannedCell, _ count: Int) {
    widths |= 1 << UInt64(min(scanned.digits, 63))
    if scanned.mantissa % 10 == 0 { zeroEndings += count }
  }

  /// How many cells have the shape.
  func count(_ shape: CellShape) -> Int { shapes[shape.rawValue] }

  /// How many cells have one of the shapes.
  func count(_ set: ShapeSet) -> Int {
    CellShape.allCases.reduce(0) { set.contains($1) ? $0 + count($1) : $0 }
  }
}

/// Sixty-four counters in place.
struct Counts: Sendable {
  private var values = InlineArray<64, Int>(repeating: 0)

  subscript(index: UInt8) -> Int {
    @inline(__always) get { values[Int(index & 63)] }
    @inline(__always) set { values[Int(index & 63)] = newValue }
  }

  mutating func add(_ other: Counts) {
    for index in values.indices { values[index] += other.values[index] }
  }
}

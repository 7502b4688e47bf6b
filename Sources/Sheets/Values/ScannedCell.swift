// What one pass over a cell finds: its shape and its parts.

/// What was found in one cell.
struct ScannedCell {
  var shape = CellShape.other
  var unit = AmountUnit.none
  var isNegative = false
  /// Power of ten that a word or an exponent states.
  var scale: Int8 = 0
  /// All digits of a number without its marks, if there are at most nineteen.
  var mantissa: UInt64 = 0
  var digits: UInt8 = 0
  /// How many of them stand after the last mark.
  var decimals: Int8 = 0
  /// Year of a date; one of two digits as written.
  var year: Int16 = 0
  var month: UInt8 = 0
  /// Day of a date; the first part where the order is open.
  var day: UInt8 = 0
  var minutes: Int16 = -1
  var zone: Int16 = .min
  /// Position of the word in its table.
  var word: UInt8 = 0

  init(_ shape: CellShape = .other) { self.shape = shape }

  /// Sets the date; the parts have at most four, two and two digits.
  @inline(__always)
  mutating func setParts(_ year: Int, _ month: Int, _ day: Int) {
    self.year = Int16(truncatingIfNeeded: year)
    self.month = UInt8(truncatingIfNeeded: month)
    self.day = UInt8(truncatingIfNeeded: day)
  }

  /// The day, if there is one.
  @inline(__always)
  var exists: Bool { Gregorian.hasDay(Int(year), Int(month), Int(day)) }

  @inline(__always)
  var days: Int32 { Gregorian.days(Int(year), Int(month), Int(day)) }
}

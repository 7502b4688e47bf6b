// How the cells of a column are read, decided from all of them or forced by the user.

/// How the cells of a column are read.
public struct ColumnReading: Sendable, Hashable, CustomStringConvertible {
  /// What the cells hold.
  public let kind: ColumnKind
  /// How this was decided, in one line: `decimal comma (as in 12,50) on 12 of 357 rows`.
  public let explanation: String
  /// Words by which the column says that something is missing, the most frequent first; they stay text.
  public let missingWords: [MissingWord]
  /// Whether the user forced it.
  public let isForced: Bool
  /// Cells that hold something, and are no words for what is missing.
  public let stated: Int
  /// How many of them do not fit, and give a doubt.
  public let unfit: Int

  /// What one cell says.
  @inline(__always)
  public func value(_ cell: UnsafeBufferPointer<UInt8>) -> CellReading { kind.value(cell) }

  /// The explanation.
  public var description: String { explanation }
}

/// A word by which a column says that something is missing.
public struct MissingWord: Sendable, Hashable {
  /// The word in lower case; `NA`, which can also be a value, in capitals.
  public let word: String
  /// How many cells have it.
  public let count: Int
}

/// What the cells of a column hold.
public enum ColumnKind: Sendable, Hashable {
  /// Text.
  case text
  /// Digits or letters that are no numbers, such as `01.10`; sorted as text.
  case code
  /// Whole numbers.
  case whole
  /// Numbers with decimals, thousands marks or a unit.
  case amount(AmountReading)
  /// Dates.
  case date(DateReading)
  /// Yes or no.
  case flag
}

/// How numbers are read.
public struct AmountReading: Sendable, Hashable {
  /// What a mark before three digits means.
  public enum Role: UInt8, Sendable, Hashable {
    /// The column does not say.
    case unknown
    /// Thousands.
    case thousands
    /// Decimals.
    case decimals
  }

  /// The decimal mark that the column shows; `nil` where it shows none.
  public let decimal: DecimalMark?
  /// What the point means in `1.234`.
  public let point: Role
  /// What the comma means in `1,234`.
  public let comma: Role
  /// The currencies or other units.
  public let unit: UnitUse

  /// Makes a reading from its parts.
  public init(
    decimal: DecimalMark? = nil, point: Role = .unknown, comma: Role = .unknown, unit: UnitUse = .none
  ) {
    self.decimal = decimal
    self.point = point
    self.comma = comma
    self.unit = unit
  }
}

/// The mark before decimals.
public enum DecimalMark: String, Sendable, Hashable, CaseIterable {
  /// `12.50`.
  case point
  /// `12,50`.
  case comma
}

/// How dates are read.
public struct DateReading: Sendable, Hashable {
  /// What comes first in `03/04/2015`; `nil` where the column does not say.
  public let order: DateOrder?
  /// What comes first in `03.04.2015`: the day, unless the column shows otherwise.
  public let pointOrder: DateOrder?
  /// The years in which a year of two digits must lie; `nil` where the column does not show the century.
  public let years: ClosedRange<Int16>?
  /// Whether the column also holds pairs of years such as `2012-13`.
  public let hasYearSpans: Bool
  /// The finest precision in the column.
  public let precision: SheetDate.Precision

  /// Makes a reading from its parts.
  public init(
    order: DateOrder? = nil, pointOrder: DateOrder? = .dmy, years: ClosedRange<Int16>? = nil,
    hasYearSpans: Bool = false, precision: SheetDate.Precision = .day
  ) {
    self.order = order
    self.pointOrder = pointOrder
    self.years = years
    self.hasYearSpans = hasYearSpans
    self.precision = precision
  }
}

/// The order of the parts of a numeric date whose year comes last.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
  /// Day, month, year.
  case dmy
  /// Month, day, year.
  case mdy
}

/// What the user says of a column; every cell that does not fit is a doubt.
public enum ForcedReading: Sendable, Hashable {
  /// Text.
  case text
  /// Codes, sorted as text.
  case code
  /// Numbers; the mark decides `1.234` where it is given.
  case number(decimal: DecimalMark?)
  /// Dates; the order decides `03/04/2015`, `since` the century: 2-digit years lie in the 100 years from it.
  case date(order: DateOrder?, since: Int?)
  /// Yes or no.
  case flag
}

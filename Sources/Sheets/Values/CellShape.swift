// The forms in which a cell can be written, as far as they can be told from the cell alone.

/// What a cell looks like, before the rest of its column decides what it means.
enum CellShape: UInt8, CaseIterable {
  case empty
  /// Letters, or anything that has no other shape.
  case word
  /// A word by which files say that something is missing, such as `n/a`; kept as shown.
  case missing
  /// `NA`, which may be Napoli, Namibia or nothing; kept as shown.
  case notAvailable
  case flag

  /// Digits alone, not beginning with zero.
  case whole
  /// Four digits from 1900 to 2100.
  case year
  /// Eight digits that are a day written yyyymmdd, from 1900 to 2100.
  case compactDate
  /// Digits that begin with a zero, `01`.
  case leadingZero
  /// More than fifteen digits: more than a number can hold.
  case longDigits
  /// `12.50`, `1,234.50`.
  case pointDecimal2
  /// `0.5`, `1234.567`, `1 234.567`.
  case pointDecimal
  /// `12,50`, `1.234,50`.
  case commaDecimal2
  /// `0,5`, `1234,567`, `1 234,567`.
  case commaDecimal
  /// `1.234`: thousands or decimals.
  case pointThree
  /// `1,234`: thousands or decimals.
  case commaThree
  /// `1.234.567`.
  case pointGroups
  /// `1,234,567`.
  case commaGroups
  /// `1 234` or `1'234`.
  case blankGroups
  /// `1.5E+07`.
  case exponent

  /// Digits with points that are no number: `01.10`, `62.01.00`.
  case dotted
  /// Letters and digits without blanks, `ITC4C1`.
  case mixed

  /// `2015-04-01`, `2015.04.01`, `2015/4/1`.
  case dateYMD
  /// First part above 12, `31/03/2015`.
  case dateDMY
  /// Second part above 12, `03/31/2015`.
  case dateMDY
  /// Both parts the same, `05/05/2015`.
  case dateSame
  /// `03/04/2015`.
  case dateEither
  /// `03.04.2015`: with points the day comes first.
  case dateDots
  /// `1 gennaio 2015`.
  case dateNamed
  /// `01-Jan-08`.
  case shortNamed
  /// `31/03/15`.
  case shortDMY
  /// `03/31/15`.
  case shortMDY
  /// `03/04/15`.
  case shortEither
  /// `31.03.15`.
  case shortDots
  /// `03/2015`, `marzo 2015`.
  case monthYear
  /// `12.2015`: a month, or a number with four decimals.
  case monthYearDot
  /// `2015-03`.
  case yearMonth
  /// `2015-16`: two years.
  case yearSpan
  /// `Q3 2014`.
  case quarter
  /// `Feb 16`: a day without a year, or a month of 2016.
  case monthOrDay
  /// Looks like a date, but there is no such day: `31/02/2015`.
  case noSuchDay
  /// A date with the name of a wrong day of the week.
  case wrongWeekday
  /// A month whose name means two months in two languages.
  case unclearMonth
  /// A date with more text.
  case dateTail

  /// `100 - 200`, `0-4`, `2012-2013`.
  case range
  /// `> 100`, `ca. 50`.
  case bound
  /// A number with a word that is no currency, `4 ans`.
  case unitWord
  /// A number with a word that can mean several factors, `5 m`.
  case unclearScale
  /// Anything else with digits or signs.
  case other
}

extension CellShape {
  /// Whether the cell has digits alone.
  @inline(__always)
  var isDigits: Bool {
    switch self {
    case .whole, .year, .compactDate, .leadingZero, .longDigits: true
    default: false
    }
  }

  /// Whether the cell is a date whose year has four digits.
  @inline(__always)
  var hasFullYear: Bool {
    switch self {
    case .dateYMD, .dateDMY, .dateMDY, .dateSame, .dateEither, .dateDots, .dateNamed, .monthYear, .quarter:
      true
    default: false
    }
  }
}

/// A set of shapes.
struct ShapeSet {
  private let bits: UInt64

  init(_ shapes: CellShape...) { bits = shapes.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

  func contains(_ shape: CellShape) -> Bool { bits >> UInt64(shape.rawValue) & 1 == 1 }

  /// Cells that hold a number on their own or once the column has decided.
  static let numbers = ShapeSet(
    .whole, .year, .compactDate, .pointDecimal2, .pointDecimal, .commaDecimal2, .commaDecimal, .pointThree,
    .commaThree, .pointGroups, .commaGroups, .blankGroups, .exponent, .monthYearDot)
  /// Cells that cannot be numbers and are dates, or would be if one thing more were known.
  static let dates = ShapeSet(
    .dateYMD, .dateDMY, .dateMDY, .dateSame, .dateEither, .dateDots, .dateNamed, .shortNamed, .shortDMY,
    .shortMDY, .shortEither, .shortDots, .monthYear, .yearMonth, .yearSpan, .quarter, .monthOrDay, .noSuchDay,
    .wrongWeekday, .unclearMonth, .dateTail)
  /// Numbers that can also be dates.
  static let numberDates = ShapeSet(.year, .compactDate, .monthYearDot)
  /// Cells that are no numbers because of how their digits are written.
  static let codes = ShapeSet(.leadingZero, .longDigits, .dotted, .mixed)
  /// Digits alone.
  static let digits = ShapeSet(.whole, .year, .compactDate, .leadingZero, .longDigits)
}

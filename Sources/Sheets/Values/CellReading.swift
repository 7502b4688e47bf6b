// What one cell says once its column is understood: a value, text, or a doubt with its reason.

/// What one cell says.
public enum CellReading: Sendable, Hashable {
  /// Nothing, or blanks only; never zero.
  case empty
  /// A number in the unit of the column; percentages as written, 25.45 for `25,45%`.
  case number(Double)
  /// A day, month, quarter or year.
  case date(SheetDate)
  /// Yes or no.
  case flag(Bool)
  /// Text as shown; also the words by which files say that something is missing.
  case text
  /// What does not fit the column, or can be read in two ways.
  case doubtful(Doubt)
}

/// A date as a cell states it.
public struct SheetDate: Sendable, Hashable {
  /// How exactly the date is stated.
  public enum Precision: UInt8, Sendable, Hashable, CaseIterable {
    /// The day.
    case day
    /// Year and month.
    case month
    /// Year and quarter.
    case quarter
    /// Only the year.
    case year
  }

  /// Days from 1 January 1970 to the first day that is meant.
  public let days: Int32
  /// How exactly it is stated.
  public let precision: Precision
  /// Minutes since midnight, as the clock in `zone` shows them; `nil` where no time is stated.
  public let minutes: Int16?
  /// Minutes that the stated zone is ahead of UTC; `nil` where no zone is stated.
  public let zone: Int16?

  /// Makes a date from its parts.
  public init(days: Int32, precision: Precision, minutes: Int16? = nil, zone: Int16? = nil) {
    self.days = days
    self.precision = precision
    self.minutes = minutes
    self.zone = zone
  }

  /// A day of the Gregorian calendar, the years 1 to 9999; `nil` where there is no such day.
  public init?(year: Int, month: Int, day: Int, precision: Precision = .day) {
    guard Gregorian.hasDay(year, month, day) else { return nil }
    self.init(days: Gregorian.days(year, month, day), precision: precision)
  }
}

/// Days of the Gregorian calendar as numbers.
enum Gregorian {
  static func hasDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return false }
    return day <= 28 || day <= lastDay(year, month)
  }

  private static func lastDay(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1 January 1970; counted in years that begin in March, so that the leap day is the last.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return Int32(shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468)
  }

  /// The day of the week, 1 for Monday to 7 for Sunday.
  static func weekday(_ days: Int32) -> Int { (Int(days) % 7 + 10) % 7 + 1 }
}

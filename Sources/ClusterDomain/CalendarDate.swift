// Days of the Gregorian calendar without time or zone: labels and calls are judged by the day.

/// A day of the (proleptic) Gregorian calendar, of the years 1 to 9999; reckoning never leads beyond them.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1 January 1970.
  public let dayNumber: Int

  /// The day that lies `dayNumber` days after 1 January 1970, held to the years 1 to 9999.
  public init(dayNumber: Int) { self.dayNumber = min(max(dayNumber, Self.earliest), Self.latest) }

  private static let earliest = dayNumber(year: 1, month: 1, day: 1)
  private static let latest = dayNumber(year: 9999, month: 12, day: 31)

  /// A day by its parts; `nil` for a day that does not exist, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    dayNumber = Self.dayNumber(year: year, month: month, day: day)
  }

  /// A day written as in ISO 8601, `2016-06-01`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    guard let date = PartialDate(text), date.precision == .day else { return nil }
    self = date.first
  }

  /// The year, 1…9999.
  public var year: Int { parts.year }
  /// The month, 1…12.
  public var month: Int { parts.month }
  /// The day of the month, 1…31.
  public var day: Int { parts.day }

  /// As in ISO 8601.
  public var description: String {
    let (year, month, day) = parts
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Orders earlier days first.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.dayNumber < rhs.dayNumber }

  /// The day that lies `days` later, or earlier when negative; held to the years 1 to 9999.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber.addingOrHolding(days))
  }

  /// The same day of the month `months` later, held to that month's last day and to the years 1 to 9999.
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = parts
    let index = min(max((year * 12 + month - 1).addingOrHolding(months), 12), 9999 * 12 + 11)
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    let newDay = min(day, Self.days(inMonth: newMonth, of: newYear))
    return CalendarDate(dayNumber: Self.dayNumber(year: newYear, month: newMonth, day: newDay))
  }

  /// The same day `years` later, with 29 February held to the 28th; held to the years 1 to 9999.
  public func adding(years: Int) -> CalendarDate {
    // More years than there are lead to the same end, and their months can be counted.
    adding(months: min(max(years, -9999), 9999) * 12)
  }

  /// Days from this day to `other`; negative when `other` is earlier.
  public func days(until other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// How many days a month has.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  // Counted in eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

/// A date with the precision in which it was stated: a year, a month or a day.
public struct PartialDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// How precisely a date is known.
  public enum Precision: Sendable {
    /// Only the year.
    case year
    /// Year and month.
    case month
    /// The day.
    case day
  }

  /// The first day that it can mean.
  public let first: CalendarDate
  /// How precisely it is known.
  public let precision: Precision

  /// A date of known precision that begins with `first`.
  public init(_ date: CalendarDate, precision: Precision = .day) {
    self.precision = precision
    switch precision {
    case .day: first = date
    case .month: first = date.adding(days: 1 - date.day)
    case .year: first = date.adding(days: 1 - date.day).adding(months: 1 - date.month)
    }
  }

  /// A date written `2016`, `2016-06` or `2016-06-01`; `nil` for anything else and for impossible days.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let precision: Precision
    switch bytes.count {
    case 4: precision = .year
    case 7: precision = .month
    case 10: precision = .day
    default: return nil
    }
    guard let year = number(bytes[..<4]), let month = Self.part(of: bytes, at: 4),
      let day = Self.part(of: bytes, at: 7), let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    first = date
    self.precision = precision
  }

  /// Month or day, with the dash before it; 1 where the text ends before.
  private static func part(of bytes: [UInt8], at start: Int) -> Int? {
    guard start < bytes.count else { return 1 }
    return bytes[start] == UInt8(ascii: "-") ? number(bytes[start + 1..<start + 3]) : nil
  }

  /// The last day that it can mean.
  public var last: CalendarDate {
    switch precision {
    case .day: first
    case .month: first.adding(days: CalendarDate.days(inMonth: first.month, of: first.year) - 1)
    case .year: first.adding(months: 11).adding(days: 30)
    }
  }

  /// As in ISO 8601, cut to its precision.
  public var description: String {
    switch precision {
    case .day: first.description
    case .month: String(first.description.prefix(7))
    case .year: String(first.description.prefix(4))
    }
  }

  /// The date `years` later, in the same precision; held to the years 1 to 9999.
  public func adding(years: Int) -> PartialDate {
    PartialDate(first.adding(years: years), precision: precision)
  }

  /// Orders by the first day, then by the last.
  public static func < (lhs: Self, rhs: Self) -> Bool { (lhs.first, lhs.last) < (rhs.first, rhs.last) }
}

extension Int {
  /// The sum, or the number nearest to it that there is.
  fileprivate func addingOrHolding(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }
}

private func number(_ digits: ArraySlice<UInt8>) -> Int? {
  var number = 0
  for digit in digits {
    guard (48...57).contains(digit) else { return nil }
    number = number * 10 + Int(digit - 48)
  }
  return number
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

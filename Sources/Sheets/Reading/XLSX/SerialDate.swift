// Dates as sheets count them: days since the end of 1899, or since 1904, with a fraction for the time.

/// How numbers of a style are to be read.
enum NumberStyle: UInt8 {
  case general
  case date
  case dateTime
  case time
  /// Hours that go on after 24.
  case elapsed
}

/// A moment in one of Excel's two ways of counting.
struct SerialDate {
  /// Whole days and milliseconds of the day.
  private let days: Int
  private let milliseconds: Int
  private let isFrom1904: Bool

  /// `nil` for what Excel does not show as a date: below zero or after the year 9999.
  init?(_ value: Double, isFrom1904: Bool) {
    guard value >= 0, value < (isFrom1904 ? 2_957_004 : 2_958_466) else { return nil }
    let total = Int((value * 86_400_000).rounded())
    days = total / 86_400_000
    milliseconds = total % 86_400_000
    self.isFrom1904 = isFrom1904
  }

  /// Appends it as ISO 8601 writes it.
  func append(_ style: NumberStyle, to text: inout [UInt8]) {
    switch style {
    case .elapsed: appendTime(hours: days * 24, to: &text)
    // The first day of 1900's count is 1, so that less than one is a time and no date.
    case .time where days == 0, .dateTime where days == 0 && !isFrom1904: appendTime(hours: 0, to: &text)
    case .date where milliseconds == 0 && (days > 0 || isFrom1904): appendDay(to: &text)
    case .date where days == 0 && !isFrom1904: appendTime(hours: 0, to: &text)
    case .general, .date, .dateTime, .time:
      appendDay(to: &text)
      text.append(0x54)
      appendTime(hours: 0, to: &text)
    }
  }

  private func appendDay(to text: inout [UInt8]) {
    let (year, month, day) = civil
    Self.append(year, unit: 1000, to: &text)
    text.append(0x2D)
    Self.append(month, unit: 10, to: &text)
    text.append(0x2D)
    Self.append(day, unit: 10, to: &text)
  }

  private func appendTime(hours: Int, to text: inout [UInt8]) {
    let seconds = milliseconds / 1000
    Self.append(hours + seconds / 3600, unit: 10, to: &text)
    text.append(0x3A)
    Self.append(seconds / 60 % 60, unit: 10, to: &text)
    text.append(0x3A)
    Self.append(seconds % 60, unit: 10, to: &text)
    guard milliseconds % 1000 > 0 else { return }
    text.append(0x2E)
    Self.append(milliseconds % 1000, unit: 100, to: &text)
  }

  /// Appends a number from the digit of `unit` on, or from a higher one where it is larger.
  private static func append(_ number: Int, unit: Int, to text: inout [UInt8]) {
    var unit = unit
    while number / unit >= 10 { unit *= 10 }
    while unit > 0 {
      text.append(0x30 + UInt8(number / unit % 10))
      unit /= 10
    }
  }

  /// Excel's 1900 has a 29 February, which is day 60; the calendar never had it.
  private var civil: (year: Int, month: Int, day: Int) {
    if isFrom1904 { return Self.civil(days + 1462) }
    if days == 60 { return (1900, 2, 29) }
    return Self.civil(days < 60 ? days + 1 : days)
  }

  /// Year, month and day of a day counted from 30 December 1899 (Howard Hinnant's `civil_from_days`).
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days - 25_569 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
  }
}

// Why the value of a cell is not known, in plain words.

/// Why the value of a cell is not known.
public enum Doubt: UInt8, Sendable, Hashable, CaseIterable {
  /// `1.234` or `1,234`, and the column does not say what the mark means.
  case thousandsOrDecimals
  /// `03/04/2015`, and no other row shows whether day or month comes first.
  case dayOrMonth
  /// A year of two digits, and the column does not show the century.
  case noCentury
  /// `Feb 16`.
  case dayOrYear
  /// `2010-11` in a column that also says `2012-13`.
  case monthOrYear
  /// Two numbers or two years.
  case range
  /// A lower or upper bound, or an estimate.
  case bound
  /// A number with a word that is no currency.
  case unknownWord
  /// A factor that means different numbers to different writers.
  case unclearScale
  /// More digits than a number holds exactly.
  case tooManyDigits
  /// Digits that begin with zero in a column of numbers.
  case leadingZero
  /// A date that the calendar does not have.
  case noSuchDay
  /// The name of the day does not belong to the date.
  case wrongWeekday
  /// A month name that means two months in two languages.
  case unclearMonth
  /// A date with more text.
  case moreThanADate
  /// A number in a column of dates that may count the days of a spreadsheet.
  case spreadsheetDay
  /// No number in a column of numbers.
  case notANumber
  /// No date in a column of dates.
  case notADate
  /// Neither yes nor no in a column of both.
  case notAFlag

  /// The reason in one line; `cell` is the cell as shown.
  public func reason(_ cell: String) -> String {
    switch self {
    case .thousandsOrDecimals:
      "\(cell) can be \(cell.without(".,")) or \(cell.replacing(",", with: ".")); no other row decides it"
    case .dayOrMonth: "\(cell) can begin with the day or the month; no other row decides it"
    case .noCentury: "\(cell) has a year of two digits; no other row shows the century"
    case .dayOrYear: "\(cell) can be a day without a year or a month of a year"
    case .monthOrYear: "\(cell) can be a month or two years; other rows hold two years"
    case .range: "\(cell) is a range, not one value"
    case .bound: "\(cell) is a bound or an estimate, not a value"
    case .unknownWord: "\(cell) has a word that is neither a currency nor a known factor"
    case .unclearScale: "\(cell) has a factor that means different numbers to different writers"
    case .tooManyDigits: "\(cell) has more digits than a number keeps; it may be an identifier"
    case .leadingZero: "\(cell) begins with zero; it may be a code"
    case .noSuchDay: "\(cell) is no day of the calendar"
    case .wrongWeekday: "\(cell) names a day of the week that does not belong to the date"
    case .unclearMonth: "\(cell) names a month that is another month in another language"
    case .moreThanADate: "\(cell) holds more than a date"
    case .spreadsheetDay: "\(cell) is a number among dates; days counted by a spreadsheet are not guessed"
    case .notANumber: "\(cell) is no number"
    case .notADate: "\(cell) is no date"
    case .notAFlag: "\(cell) is neither yes nor no"
    }
  }
}

extension String {
  fileprivate func without(_ signs: String) -> String { String(filter { !signs.contains($0) }) }

  fileprivate func replacing(_ old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}

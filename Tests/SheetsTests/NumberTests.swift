// Numbers and dates of sheets as Excel shows them.

import Testing

@testable import Sheets

@Suite struct NumberTests {
  private func shown(_ stored: String) -> String {
    var text: [UInt8] = []
    Array(stored.utf8).withUnsafeBufferPointer { DecimalNumber.append($0, to: &text) }
    return String(decoding: text, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("1", "1"), ("0", "0"), ("-1", "-1"), ("1.0", "1"), ("12.50", "12.5"), ("0.1", "0.1"), ("-0", "0"),
      ("0.30000000000000004", "0.3"), ("1.1000000000000001", "1.1"), ("2.2999999999999998", "2.3"),
      ("1234567.8900000001", "1234567.89"), ("9.9999999999999999E-2", "0.1"), ("1E3", "1000"),
      ("1.5E-3", "0.0015"),
      ("1.0E7", "10000000"), ("123456789012345678", "123456789012346000"), ("1E300", "1E+300"),
      ("1.23456789E-200", "1.23456789E-200"), ("999999999999999.9", "1000000000000000"), ("100", "100"),
      ("99999999999999999999999999", "1E+26"), ("4.9406564584124654E-324", "4.94065645841247E-324"),
      ("#N/A", "#N/A"), ("", ""), ("1e", "1e"), ("1.2.3", "1.2.3"), ("0x10", "0x10"), (".5", "0.5"),
      ("007", "7"),
      ("5.", "5"), ("1E999999999999999999999", "1E+9999"),
    ]) func numbersHaveFifteenDigits(stored: String, expected: String)
  {
    #expect(shown(stored) == expected)
  }

  private func date(_ value: Double, _ style: NumberStyle, isFrom1904: Bool = false) -> String? {
    guard let date = SerialDate(value, isFrom1904: isFrom1904) else { return nil }
    var text: [UInt8] = []
    date.append(style, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  @Test func daysCountFromTheEndOf1899WithADayTooMany() {
    #expect(date(1, .date) == "1900-01-01")
    #expect(date(59, .date) == "1900-02-28")
    #expect(date(60, .date) == "1900-02-29")
    #expect(date(61, .date) == "1900-03-01")
    #expect(date(25_569, .date) == "1970-01-01")
    #expect(date(36_585, .date) == "2000-02-29")
    #expect(date(2_958_465, .date) == "9999-12-31")
    #expect(date(2_958_466, .date) == nil)
    #expect(date(-1, .date) == nil)
    #expect(date(.nan, .date) == nil)
    #expect(date(0, .date, isFrom1904: true) == "1904-01-01")
    #expect(date(60, .date, isFrom1904: true) == "1904-03-01")
  }

  @Test func timesAreFractionsOfADay() {
    #expect(date(0.5, .time) == "12:00:00")
    #expect(date(0.999999999, .time) == "24:00:00" || date(0.999999999, .dateTime) == "1900-01-01T00:00:00")
    #expect(date(45_413.000011574, .dateTime) == "2024-05-01T00:00:01")
    #expect(date(45_413.5, .time) == "2024-05-01T12:00:00")
    #expect(date(45_413.25, .date) == "2024-05-01T06:00:00")
    #expect(date(1.5, .elapsed) == "36:00:00")
    #expect(date(0.0000115741, .dateTime) == "00:00:01")
    #expect(date(45_413.123456789, .dateTime) == "2024-05-01T02:57:46.667")
  }

  @Test(
    arguments: [
      ("General", NumberStyle.general), ("0.00", .general), ("dd/mm/yyyy", .date), ("mmm\\ yy", .date),
      ("h:mm", .time),
      ("h:mm AM/PM", .time), ("dd.mm.yy hh:mm", .dateTime), ("[h]:mm", .elapsed), ("[mm]:ss", .elapsed),
      ("\"day\" 0", .general), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .date), ("#,##0_d", .general),
      ("0\\d", .general),
      ("#,##0 \"€\";[Red]-#,##0 \"dd\"", .general), ("[Magenta]0", .general), ("[$-409]h:mm A/P", .time),
      ("@", .general),
    ]) func formatsSayWhatTheyShow(code: String, style: NumberStyle)
  {
    #expect(CellStyles.style(ofFormat: Array(code.utf8)) == style)
  }
}

// Dates in many spellings: the right day, or a reason why it cannot be known.

import Testing

@testable import Sheets

@Suite struct DateTests {
  /// A date as `2015-04-01`, `2015-04`, `2015 Q2` or `2015`.
  private func text(_ reading: CellReading) -> String {
    guard case .date(let date) = reading else { return "\(reading)" }
    let (year, month, day) = parts(date.days)
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch date.precision {
    case .day: return "\(year)-\(padded(month))-\(padded(day))"
    case .month: return "\(year)-\(padded(month))"
    case .quarter: return "\(year) Q\((month + 2) / 3)"
    case .year: return "\(year)"
    }
  }

  /// Year, month and day by counting, month by month, from 1970 or back.
  private func parts(_ days: Int32) -> (Int, Int, Int) {
    var (year, month, left) = (1970, 1, Int(days))
    func length() -> Int {
      [
        31, year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31,
        30, 31,
      ][
        month - 1]
    }
    while left < 0 {
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      left += length()
    }
    while left >= length() {
      left -= length()
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return (year, month, left + 1)
  }

  @Test(arguments: [
    ("2015-04-01", "2015-04-01"), ("2004.09.22", "2004-09-22"), ("2004. 09. 22.", "2004-09-22"),
    ("2015/4/1", "2015-04-01"), ("20150401", "2015-04-01"), ("14.04.2015", "2015-04-14"),
    ("1.4.2008", "2008-04-01"), ("1. 4. 2008", "2008-04-01"), ("24/07/2007", "2007-07-24"),
    ("07/24/2007", "2007-07-24"), ("05/05/2015", "2015-05-05"), ("31-12-2020", "2020-12-31"),
    ("29.02.2016", "2016-02-29"), ("2012-02-29", "2012-02-29"), ("01/01/0001", "1-01-01"),
    ("31.12.9999", "9999-12-31"), ("1 gennaio 2015", "2015-01-01"), ("1° gennaio 2015", "2015-01-01"),
    ("1º gennaio 2015", "2015-01-01"), ("3 MAGGIO 2024", "2024-05-03"), ("21st March 2016", "2016-03-21"),
    ("2nd of June 2016", "2016-06-02"), ("1er janvier 2015", "2015-01-01"), ("15 août 2015", "2015-08-15"),
    ("15 AOÛT 2015", "2015-08-15"), ("15 de marzo de 2015", "2015-03-15"), ("3 maja 2016", "2016-05-03"),
    ("11 października 2016", "2016-10-11"), ("31. Dezember 2018", "2018-12-31"),
    ("3. März 2018", "2018-03-03"),
    ("25-Jan-2016", "2016-01-25"), ("25/ott/2016", "2016-10-25"), ("October 18, 2011", "2011-10-18"),
    ("Oct 18 2011", "2011-10-18"), ("Tuesday, October 18, 2011", "2011-10-18"),
    ("martedì 18 ottobre 2011", "2011-10-18"), ("2015 March 3", "2015-03-03"), ("2015-Jan-03", "2015-01-03"),
    ("2011", "2011"), ("03/2007", "2007-03"), ("3/2007", "2007-03"), ("03.2007", "2007-03"),
    ("2015-03", "2015-03"),
    ("2015/03", "2015-03"), ("marzo 2015", "2015-03"), ("October 2011", "2011-10"), ("Q3 2014", "2014 Q3"),
    ("Quarter 4, 2008", "2008 Q4"), ("Q 2,  2011", "2011 Q2"), ("2014Q3", "2014 Q3"), ("2014-Q3", "2014 Q3"),
    ("T1 2014", "2014 Q1"), ("Q1/2014", "2014 Q1"), (" 2015-04-01 ", "2015-04-01"),
    ("2014-01-01 00:00:00.000", "2014-01-01"), ("2015-05-01T00:00:00Z", "2015-05-01"),
    ("18/04/2015 10:30", "2015-04-18"), ("18.04.2015, 10:30", "2015-04-18"),
  ])
  func clearOnTheirOwn(cell: String, expected: String) {
    #expect(text(column("x", forced: .date(order: nil, since: nil)).read(cell)) == expected)
    #expect(text(column(cell).read(cell)) == expected)
  }

  @Test(arguments: [
    ("03/04/2015", Doubt.dayOrMonth), ("3-4-2015", .dayOrMonth), ("05.02.16", .noCentury),
    ("31/03/12", .noCentury), ("01-Jan-08", .noCentury), ("31. Dec 18", .noCentury), ("1/4/15", .dayOrMonth),
    ("Feb 16", .dayOrYear), ("May 5", .dayOrYear), ("31/02/2015", .noSuchDay), ("2015-13-01", .noSuchDay),
    ("00/00/0000", .noSuchDay), ("0000-00-00", .noSuchDay), ("29.02.2015", .noSuchDay),
    ("32 gennaio 2015", .noSuchDay),
    ("Monday, October 18, 2011", .wrongWeekday), ("3 listopada 2015", .unclearMonth), ("2012-2013", .range),
    ("2015-16", .range), ("2015-05-01 - 2015-06-01", .moreThanADate),
    ("2015-05-01 (stimata)", .moreThanADate),
    ("2015-05-01 25:00", .moreThanADate), ("2015-05-01T10", .moreThanADate),
    ("Mai 2012 - Janvier 2014", .moreThanADate),
    ("41883.0", .spreadsheetDay), ("41883", .spreadsheetDay), ("4 ans", .unknownWord),
    ("En cours", .notADate),
    ("20//06/2011", .notADate), ("24/7", .notADate), ("10:30", .notADate), ("Q5 2014", .notADate),
    ("2014Q5", .notADate), ("1/1/1/2015", .notADate), ("15 Foo 2015", .unknownWord), ("ca. 2015", .bound),
  ])
  func doubtsHaveReasons(cell: String, expected: Doubt) {
    let reading = column("x", forced: .date(order: nil, since: nil)).read(cell)
    #expect(reading == .doubtful(expected))
    #expect(expected.reason(cell).contains(cell))
  }

  @Test(
    arguments: [
      ("2030-12-01T17:00:00.000+0000", 17 * 60, 0), ("2015-05-01T00:00:00Z", 0, 0),
      ("2015-05-01T10:30+02:00", 630, 120), ("2015-05-01 10:30 CEST", 630, 120),
      ("2015-05-01 10:30:00 -05", 630, -300),
      ("18/04/2015 5:07 PM", 17 * 60 + 7, nil), ("18/04/2015 12:00 AM", 0, nil),
      ("2015-05-01 24:00", 1440, nil),
      ("2015-05-01 10:30", 630, nil),
    ] as [(String, Int16, Int16?)])
  func times(cell: String, minutes: Int16, zone: Int16?) throws {
    guard case .date(let date) = column(cell).read(cell) else {
      Issue.record("\(cell) gives no date")
      return
    }
    #expect(date.minutes == minutes)
    #expect(date.zone == zone)
  }

  @Test func theColumnDecidesTheOrder() {
    #expect(text(column("03/04/2015", "13/04/2015").read("03/04/2015")) == "2015-04-03")
    #expect(text(column("03/04/2015", "04/13/2015").read("03/04/2015")) == "2015-03-04")
    let both = column("03/04/2015", "04/13/2015", "13/04/2015")
    #expect(both.read("03/04/2015") == .doubtful(.dayOrMonth))
    #expect(text(both.read("04/13/2015")) == "2015-04-13")
    #expect(column("03/04/2015", "05/05/2015").read("03/04/2015") == .doubtful(.dayOrMonth))
    #expect(
      text(column("03/04/2015", forced: .date(order: .mdy, since: nil)).read("03/04/2015")) == "2015-03-04")
  }

  @Test func withPointsTheDayComesFirstUnlessTheColumnShowsOtherwise() {
    #expect(text(column("03.04.2015").read("03.04.2015")) == "2015-04-03")
    #expect(text(column("03.04.2015", "04.13.2015").read("03.04.2015")) == "2015-03-04")
    #expect(column("03.04.2015", "04.13.2015", "13.04.2015").read("03.04.2015") == .doubtful(.dayOrMonth))
  }

  @Test func twoDigitYearsNeedTheCenturyFromTheColumn() {
    let shown = column("31. Dec 18", "25-Jan-2016", "05.02.16")
    #expect(text(shown.read("31. Dec 18")) == "2018-12-31")
    #expect(text(shown.read("05.02.16")) == "2016-02-05")
    #expect(text(shown.read("01-Jan-97")) == "1997-01-01")
    #expect(shown.read("01-Jan-60") == .doubtful(.noCentury))
    #expect(shown.explanation.contains("1991–2041"))
    // Years too far apart leave two centuries open.
    #expect(column("01-Jan-08", "25-Jan-1901", "25-Jan-2016").read("01-Jan-08") == .doubtful(.noCentury))
    let forced = column("01-Jan-08", "01-Jan-68", forced: .date(order: .dmy, since: 1970))
    #expect(text(forced.read("01-Jan-08")) == "2008-01-01")
    #expect(text(forced.read("01-Jan-70")) == "1970-01-01")
    #expect(text(forced.read("01-Jan-69")) == "2069-01-01")
  }

  @Test func pairsOfYearsMakeMonthsDoubtful() {
    let spans = column("2010-11", "2012-13", "2015-03", forced: .date(order: nil, since: nil))
    #expect(spans.read("2010-11") == .doubtful(.monthOrYear))
    #expect(text(spans.read("2015-03")) == "2015-03")
    #expect(text(column("2010-11", "2015-03").read("2010-11")) == "2010-11")
  }

  @Test func everyDayHasItsNumber() {
    var days: Int32 = -719_162
    for year in 1...2400 {
      for month in 1...12 {
        for day in 1...31 where Gregorian.hasDay(year, month, day) {
          if Gregorian.days(year, month, day) != days { Issue.record("\(year)-\(month)-\(day)") }
          days += 1
        }
      }
    }
    #expect(Gregorian.days(1970, 1, 1) == 0)
    #expect(Gregorian.weekday(0) == 4)
    #expect(Gregorian.weekday(-4) == 7)
    #expect(SheetDate(year: 2015, month: 2, day: 29) == nil)
    #expect(SheetDate(year: 2016, month: 2, day: 29)?.days == 16860)
  }

  @Test(arguments: [Int.min, 0, 9900, 12_000, Int.max]) func centuriesOutsideTheCalendarAreItsFirstOrLast(
    since: Int
  ) {
    let forced = column("01-Jan-08", forced: .date(order: .dmy, since: since))
    #expect(text(forced.read("01-Jan-08")) == (since > 0 ? "9908-01-01" : "8-01-01"))
  }
}

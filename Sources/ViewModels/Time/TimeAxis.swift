// A time axis: some years around the as-of date, laid over the cells of a column.

public import ClusterDomain

/// A stretch of whole months that a column shows from left to right.
public struct TimeAxis: Hashable, Sendable {
  /// How many years there are to choose from, shortest first, with the months before the as-of date among them.
  ///
  /// A short axis looks ahead, as who renews does; a long one looks back, as who compares does.
  static let ranges: [(years: Int, monthsBefore: Int)] = [(1, 2), (2, 6), (5, 24), (10, 72), (20, 180)]
  /// The years of an axis that nobody has chosen.
  public static let usualYears = 10

  /// How many years it shows.
  public let years: Int
  /// The as-of date.
  public let now: CalendarDate
  /// Its first day, the first of a month.
  public let first: CalendarDate
  /// Its last day.
  public let last: CalendarDate

  /// The axis of so many years around a date.
  public init(years: Int = TimeAxis.usualYears, around now: CalendarDate) {
    let monthsBefore = Self.ranges.first { $0.years == years }?.monthsBefore ?? years * 6
    self.years = years
    self.now = now
    first = PartialDate(now, precision: .month).first.adding(months: -monthsBefore)
    last = PartialDate(first.adding(months: years * 12 - 1), precision: .month).last
  }

  /// The range that is `steps` longer, or shorter when negative; the same where there is none.
  static func years(_ years: Int, steps: Int) -> Int {
    let position = ranges.firstIndex { $0.years >= years } ?? ranges.count - 1
    return ranges[min(max(0, position + steps), ranges.count - 1)].years
  }

  /// The cell of a day among `width` cells; below 0 before the axis, `width` or more behind it.
  func cell(of day: CalendarDate, width: Int) -> Int {
    let days = max(1, first.days(until: last) + 1)
    let (whole, rest) = (first.days(until: day) * width).quotientAndRemainder(dividingBy: days)
    return rest < 0 ? whole - 1 : whole
  }

  /// The words above the axis with the cells at which they begin; as many as there is room for.
  public func ticks(width: Int) -> [(cell: Int, text: String)] {
    guard let months = Self.steps.first(where: { fits($0, width: width) }) else { return [] }
    let behind = (first.year * 12 + first.month - 1) % months
    var month = behind == 0 ? first : first.adding(months: months - behind)
    // The calendar ends with the year 9999, and so do the words.
    guard (month.year * 12 + month.month - 1) % months == 0 else { return [] }
    var ticks: [(cell: Int, text: String)] = []
    while month <= last {
      let text = month.month == 1 || months >= 12 ? "\(month.year)" : Formatting.month(of: month)
      let cell = cell(of: month, width: width)
      if cell + text.count <= width { ticks.append((cell, text)) }
      let next = month.adding(months: months)
      if next <= month { break }
      month = next
    }
    return ticks
  }

  /// Months between two words.
  private static let steps = [1, 2, 3, 6, 12, 24, 60, 120]
  private static let room = 6

  private func fits(_ months: Int, width: Int) -> Bool { width * months >= years * 12 * Self.room }
}

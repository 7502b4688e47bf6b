// Decides whether a column holds dates, and in which order and century they are written.

extension ColumnEvidence {
  /// Nine of ten cells are dates, and at least half of those can exist.
  var isDate: Bool {
    let dates = count(.dates) - count(.yearSpan) - count(.dateTail)
    if dates == 0 { return isMost(count(.year) + count(.compactDate)) }
    let vague = count(.noSuchDay) + count(.monthOrDay) + count(.wrongWeekday) + count(.unclearMonth)
    let all = dates + count(.numberDates)
    guard isMost(all), vague * 2 <= all else { return false }
    // Points also divide the parts of codes.
    return count(.dotted) * 10 <= dates
  }

  func dateReading(order forced: DateOrder? = nil, years forcedYears: ClosedRange<Int16>? = nil)
    -> DateReading
  {
    let dmy = count(.dateDMY) + count(.shortDMY)
    let mdy = count(.dateMDY) + count(.shortMDY)
    let order = forced ?? self.order(dmy, mdy)
    return DateReading(
      order: order, pointOrder: order ?? (mdy == 0 ? .dmy : nil), years: forcedYears ?? shownYears,
      hasYearSpans: count(.yearSpan) > 0, precision: precision)
  }

  /// Cells with a part above 12 decide, if those that say otherwise are fewer than one in a hundred.
  private func order(_ dmy: Int, _ mdy: Int) -> DateOrder? {
    if dmy > 0, mdy * 100 <= dmy { return .dmy }
    return mdy > 0 && dmy * 100 <= mdy ? .mdy : nil
  }

  /// Years of two digits lie no more than 25 years off the years of four digits in the same column.
  private var shownYears: ClosedRange<Int16>? {
    guard firstYear <= lastYear else { return nil }
    return Int16(clamping: max(firstYear - 25, 1))...Int16(clamping: min(lastYear + 25, 9999))
  }

  private var precision: SheetDate.Precision {
    let months = ShapeSet(.monthYear, .monthYearDot, .yearMonth)
    let coarse = count(months) + count(.quarter) + count(.year)
    if count(.dates) + count(.numberDates) > coarse { return .day }
    if count(months) > 0 { return .month }
    return count(.quarter) > 0 ? .quarter : .year
  }

  /// Cells that give a date.
  func readable(_ reading: DateReading) -> Int {
    let clear = ShapeSet(
      .dateYMD, .dateDMY, .dateMDY, .dateSame, .dateNamed, .monthYear, .monthYearDot, .yearMonth, .quarter,
      .year, .compactDate)
    var cells = count(clear)
    if reading.pointOrder != nil { cells += count(.dateDots) }
    if reading.order != nil { cells += count(.dateEither) }
    guard let years = reading.years, years.count <= 100 else { return cells }
    cells += count(.shortNamed) + count(.shortDMY) + count(.shortMDY)
    if reading.pointOrder != nil { cells += count(.shortDots) }
    return cells + (reading.order != nil ? count(.shortEither) : 0)
  }
}

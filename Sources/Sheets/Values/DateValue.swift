// The date that a cell of a column of dates holds.

extension DateReading {
  func value(_ scanned: ScannedCell) -> CellReading {
    switch scanned.shape {
    case .dateYMD, .dateDMY, .dateMDY, .dateSame, .dateNamed, .compactDate: date(scanned)
    case .dateDots: ordered(scanned, pointOrder) { date($0) }
    case .dateEither: ordered(scanned, order) { date($0) }
    case .monthYear, .monthYearDot: date(scanned, .month)
    case .yearMonth: yearMonth(scanned)
    case .quarter: date(scanned, .quarter)
    case .year: date(scanned.with(month: 1, day: 1), .year)
    case .shortNamed, .shortDMY, .shortMDY: short(scanned)
    case .shortDots: ordered(scanned, pointOrder, short)
    case .shortEither: ordered(scanned, order, short)
    default: other(scanned)
    }
  }

  private func date(_ scanned: ScannedCell, _ precision: SheetDate.Precision = .day) -> CellReading {
    guard scanned.exists else { return .doubtful(.noSuchDay) }
    let hasTime = scanned.minutes >= 0
    return .date(
      SheetDate(
        days: scanned.days, precision: precision,
        minutes: hasTime ? scanned.minutes : nil,
        zone: hasTime && scanned.zone != .min ? scanned.zone : nil))
  }

  @inline(__always)
  private func ordered(
    _ scanned: ScannedCell, _ order: DateOrder?, _ read: (ScannedCell) -> CellReading
  ) -> CellReading {
    switch order {
    case .dmy: read(scanned)
    case .mdy: read(scanned.swapped)
    case nil: .doubtful(.dayOrMonth)
    }
  }

  /// `2010-11` is two years where the next is `2012-13`.
  private func yearMonth(_ scanned: ScannedCell) -> CellReading {
    if hasYearSpans, Int(scanned.month) == (Int(scanned.year) + 1) % 100 { return .doubtful(.monthOrYear) }
    return date(scanned, .month)
  }

  /// A year of two digits is read where only one year of the column's time has them.
  private func short(_ scanned: ScannedCell) -> CellReading {
    guard let years else { return .doubtful(.noCentury) }
    let (first, last) = (Int(years.lowerBound), Int(years.upperBound))
    let year = first + ((Int(scanned.year) - first) % 100 + 100) % 100
    guard year <= last, year + 100 > last else { return .doubtful(.noCentury) }
    var found = scanned
    found.year = Int16(year)
    return date(found)
  }

  private func other(_ scanned: ScannedCell) -> CellReading {
    if let reading = ColumnKind.common(scanned) { return reading }
    switch scanned.shape {
    case .monthOrDay: return .doubtful(.dayOrYear)
    case .noSuchDay: return .doubtful(.noSuchDay)
    case .wrongWeekday: return .doubtful(.wrongWeekday)
    case .unclearMonth: return .doubtful(.unclearMonth)
    case .dateTail: return .doubtful(.moreThanADate)
    case .range, .yearSpan: return .doubtful(.range)
    case .bound: return .doubtful(.bound)
    case .unitWord: return .doubtful(.unknownWord)
    case .whole, .pointDecimal2, .pointDecimal, .commaDecimal2, .commaDecimal:
      return .doubtful(.spreadsheetDay)
    default: return .doubtful(.notADate)
    }
  }
}

extension ScannedCell {
  /// With day and month exchanged.
  fileprivate var swapped: ScannedCell { with(month: day, day: month) }

  fileprivate func with(month: UInt8, day: UInt8) -> ScannedCell {
    var other = self
    (other.month, other.day) = (month, day)
    return other
  }
}

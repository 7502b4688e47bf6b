// Says in one line how a column is read and which cells decided it.

extension ColumnEvidence {
  /// How the column is read, in one line.
  func explanation(_ kind: ColumnKind, isForced: Bool) -> String {
    if stated == 0, !isForced { return remarks(kind, ["text: no cell states anything"]) }
    let start = isForced ? "as asked for: " : ""
    switch kind {
    case .text: return start + remarks(kind, [isForced ? "text" : "text" + nearest])
    case .code: return start + remarks(kind, ["codes, kept as text" + codeReason])
    case .whole: return start + remarks(kind, ["whole numbers \(on(numbers))"])
    case .amount(let reading): return start + remarks(kind, amountParts(reading))
    case .date(let reading): return start + remarks(kind, dateParts(reading))
    case .flag: return start + remarks(kind, ["yes or no \(on(count(.flag)))"])
    }
  }

  private func on(_ cells: Int) -> String {
    if cells == stated { return stated == 1 ? "on the only row" : "on all \(stated) rows" }
    return "on \(cells) of \(stated) rows"
  }

  /// The parts, with what is missing.
  private func remarks(_ kind: ColumnKind, _ parts: [String]) -> String {
    let words = missingWords(kind)
    guard !words.isEmpty else { return parts.joined(separator: "; ") }
    let rows = words.reduce(0) { $0 + $1.count }
    let shown = words.prefix(3).map(\.word).joined(separator: " ") + (words.count > 3 ? " …" : "")
    let remark = "\(rows) \(rows == 1 ? "row" : "rows") may say that nothing is known (\(shown))"
    return (parts + [remark]).joined(separator: "; ")
  }

  /// Why a text is not more than text.
  private var nearest: String {
    let dates = count(.dates) + count(.numberDates)
    if count(.flag) > 0, isMost(count(.flag)) {
      return ": yes or no only by one word that means other things too"
    }
    // A tenth is worth a word.
    guard (numbers + dates) * 10 >= stated else { return "" }
    let isDate = dates > numbers
    return ": \(isDate ? "dates" : "numbers") only \(on(isDate ? dates : numbers)), fewer than nine of ten"
  }

  private var codeReason: String {
    if count(.leadingZero) + count(.dotted) > 0 {
      return
        ": begin with zero or have several points (01, 01.10) \(on(count(.leadingZero) + count(.dotted)))"
    }
    if count(.mixed) > 0 { return ": letters with digits \(on(count(.mixed)))" }
    return ": digits of one length, like an identifier, \(on(count(.digits)))"
  }

  private func amountParts(_ reading: AmountReading) -> [String] {
    let points = count(.pointDecimal2) + count(.pointDecimal)
    let commas = count(.commaDecimal2) + count(.commaDecimal)
    var parts: [String] = []
    if points > 0 { parts.append("decimal point (as in 12.50) \(on(points))") }
    if commas > 0 { parts.append("decimal comma (as in 12,50) \(on(commas))") }
    if count(.pointGroups) > 0 { parts.append("thousands by points (1.234.567) \(on(count(.pointGroups)))") }
    if count(.commaGroups) > 0 { parts.append("thousands by commas (1,234,567) \(on(count(.commaGroups)))") }
    parts +=
      three("1.234", count(.pointThree), reading.point) + three("1,234", count(.commaThree), reading.comma)
    if parts.isEmpty { parts.append("numbers \(on(numbers))") }
    return parts + unitParts(reading.unit) + unfitPart(stated - numbers, "no numbers")
  }

  private func three(_ example: String, _ cells: Int, _ role: AmountReading.Role) -> [String] {
    guard cells > 0 else { return [] }
    switch role {
    case .unknown: return ["\(example) can mean thousands or decimals \(on(cells))"]
    case .thousands: return ["\(example) is read as thousands \(on(cells))"]
    case .decimals: return ["\(example) is read as decimals \(on(cells))"]
    }
  }

  private func unitParts(_ use: UnitUse) -> [String] {
    switch use {
    case .none: return []
    case .all(let unit): return ["\(unit.name) on all"]
    case .partly(let unit): return ["\(unit.name) \(on(units[unit.rawValue]))"]
    case .mixed:
      let used = AmountUnit.allCases.filter { units[$0.rawValue] > 0 }
      return [
        "different units, not to be added up: "
          + used.map { "\($0.name) \(units[$0.rawValue])" }.joined(separator: ", ")
      ]
    }
  }

  private func unfitPart(_ cells: Int, _ what: String) -> [String] {
    cells > 0 ? ["\(cells) \(cells == 1 ? "is" : "are") \(what)"] : []
  }

  private func dateParts(_ reading: DateReading) -> [String] {
    var parts = ["dates \(on(readable(reading)))"]
    if count(.dates) == 0 {
      parts = [
        count(.year) >= count(.compactDate)
          ? "years \(on(count(.year)))" : "days as yyyymmdd \(on(count(.compactDate)))"
      ]
    }
    let either = count(.dateEither) + count(.shortEither)
    switch reading.order {
    case .dmy:
      parts.append("the day comes first: a first part above 12 \(on(count(.dateDMY) + count(.shortDMY)))")
    case .mdy:
      parts.append("the month comes first: a second part above 12 \(on(count(.dateMDY) + count(.shortMDY)))")
    case nil where either > 0: parts.append("03/04/2015 can begin with day or month \(on(either))")
    case nil where count(.dateDots) > 0: parts.append("with points the day comes first")
    case nil: break
    }
    if times > 0 { parts.append("with a time \(on(times))") }
    return parts + shortPart(reading)
  }

  private func shortPart(_ reading: DateReading) -> [String] {
    let short = count(ShapeSet(.shortNamed, .shortDMY, .shortMDY, .shortEither, .shortDots))
    guard short > 0 else { return [] }
    guard let years = reading.years else {
      return ["years of two digits, and no row shows the century, \(on(short))"]
    }
    return ["years of two digits lie in \(years.lowerBound)–\(years.upperBound) \(on(short))"]
  }
}

// The spellings that public bodies really used, where they lie beside the package: each gives its value or a reason.

import Foundation
import Testing

@testable import Sheets

@Suite(
  .enabled(
    if: PublishedFiles.has("money-spellings-real.csv", "date-spellings-real.csv"),
    "the published spellings do not lie beside the package"))
struct RealSpellingTests {
  /// What the digits of a pattern mean.
  private enum Money {
    /// Marks and blanks are thousands.
    case whole
    case decimals(Character)
    /// The mark before three digits; the column decides.
    case three(Character)
  }

  /// Patterns by what they mean; a digit stands for any digit.
  private static let money: [(Money, String)] = [
    (
      .whole,
      """
      9|99|999|9999|-999|-9999|9€|9 €|99 €|999 €|9 999€|99 999€|999 999€|9 999 999€|99 999 999€|9 999 €|99 999 €|\
      999 999 €|9 999 999 €|99 999 999 €|999 999 999 €|9 999 999 .- HUF|99 999 999 .- HUF|999 999 999 .- HUF|\
      9 999 999 999 .- HUF|99 999 999 999 .- HUF|999 999 999 999 .- HUF|9.999.999|99.999.999|999.999.999|\
      9.999.999 €|99.999.999 €|€ 99.999.999|£9.999.999|£99.999.999|£999.999.999|9,999,999|99,999,999|999,999,999|\
      9,999,999,999|€9,999,999|€99,999,999
      """
    ),
    (
      .decimals(","),
      """
      9,9|99,9|999,9|9999,9|9,99|99,99|999,99|9999,99|9.999,99|99.999,99|999.999,99|9.999.999,99|99.999.999,99|\
      999.999.999,99|99.999,9|-9,99|-99,99|-999,99|-9.999,99|-99.999,99|-999.999,99|9,99 €|99,99 €|999,99 €|\
      9999,99 €|9.999,99 €|99.999,99 €|999.999,99 €|9.999.999,99 €|99.999.999,99 €|999.999.999,99 €|9.999,99  €|\
      99.999,99  €|999.999,99  €|9.999.999,99  €|999.999,99€|9.999.999,99€|99.999,99 kn|999.999,99 kn|\
      9.999.999,99 kn|99.999.999,99 kn|999.999.999,99 kn|9.999.999.999,99 kn|£999.999,99|£9.999.999,99|99,99%|99,99 %
      """
    ),
    (
      .decimals("."),
      """
      9.9|99.9|999.9|9999.9|9.99|99.99|999.99|9999.99|9999.999|9999.9999|9,999.99|99,999.99|999,999.99|9,999,999.99|\
      99,999,999.99|€ 99.99|€ 999.99|€ 9999.99|9999.99 €|€999,999.99|€9,999,999.99|€99,999,999.99
      """
    ),
    (.three("."), "9.999|99.999|999.999|9.999 €|99.999 €|999.999 €|9.999€|€ 9.999|€ 99.999|£99.999|£999.999"),
    (.three(","), "9,999|99,999|999,999|€ 9,999|€ 99,999|€ 999,999|€9,999|€99,999|€999,999"),
  ]

  private static let units: [(String, AmountUnit)] = [
    ("€", .eur), ("£", .poundSign), ("kn", .hrk), ("HUF", .huf), ("%", .percent),
  ]

  /// Files whose column says what three digits mean; in the others it cannot be known.
  private static let decided: [(String, AmountReading.Role)] = [
    ("DE6.hamburg/ERDF", .thousands), ("DEA.nordrhein-westfalen/E", .thousands),
    ("DEC.saarland", .thousands), ("MT.malta", .thousands), ("Wales 2014_2020", .thousands),
    ("DE8.mecklenburg-vorpommern/ERDF", .decimals),
  ]

  private func role(_ source: String) -> AmountReading.Role {
    Self.decided.first { source.contains($0.0) }?.1 ?? .unknown
  }

  /// The number by taking out what is no digit, sign or decimal mark.
  private func plain(_ cell: String, _ mark: Character?) -> Double? {
    let number = cell.replacingOccurrences(of: ".-", with: "")
      .filter { $0.isASCII && $0.isNumber || $0 == "-" || $0 == mark }
    return Double(number.replacingOccurrences(of: ",", with: "."))
  }

  /// The rows by their source.
  private func columns(_ rows: [[String]]) -> [String: ColumnEvidence] {
    var columns: [String: ColumnEvidence] = [:]
    for row in rows { withBytes(row[2]) { columns[row[3], default: ColumnEvidence()].note($0) } }
    return columns
  }

  @Test func everyAmount() throws {
    let rows = try PublishedFiles.rows("money-spellings-real.csv").dropFirst()
    #expect(rows.count == 357)
    let columns = columns(Array(rows))
    var meanings: [String: Money] = [:]
    for (meaning, patterns) in Self.money {
      for pattern in patterns.split(separator: "|") { meanings[String(pattern)] = meaning }
    }
    for row in rows {
      let (pattern, cell, source) = (row[0], row[2], row[3])
      let alone = column(cell, forced: .number(decimal: nil)).read(cell)
      let read = try #require(columns[source]).decision(.number(decimal: nil)).read(cell)
      switch meanings[pattern] {
      case .whole:
        let value = CellReading.number(try #require(plain(cell, nil)))
        #expect(alone == value && read == value, "\(cell)")
      case .decimals(let mark):
        let value = CellReading.number(try #require(plain(cell, mark)))
        #expect(alone == value && read == value, "\(cell)")
      case .three(let mark):
        #expect(alone == .doubtful(.thousandsOrDecimals))
        switch role(source) {
        case .unknown: #expect(read == .doubtful(.thousandsOrDecimals), "\(cell) in \(source)")
        case .thousands: #expect(read == .number(try #require(plain(cell, nil))), "\(cell) in \(source)")
        case .decimals: #expect(read == .number(try #require(plain(cell, mark))), "\(cell) in \(source)")
        }
      case nil:
        #expect(
          pattern == "-" ? read == .text : pattern.isEmpty && read == .empty, "\(cell) has no expectation")
      }
      let unit = Self.units.first { pattern.contains($0.0) }?.1 ?? .none
      #expect(withBytes(cell) { CellScanner.scan($0).unit } == unit, "\(cell)")
    }
  }

  private enum When {
    /// Positions of year, month and day among the numbers.
    case parts(Int, Int, Int)
    /// As before, with a year of two digits after 2000.
    case short(Int, Int, Int)
    /// Day and month in the order that the column decides; those of Hesse are American.
    case byColumn
    case monthYear
    case year
    case quarter
    case named(isShort: Bool)
    case doubt(Doubt)
    case empty
  }

  private static let dates: [(When, String)] = [
    (.parts(2, 1, 0), "99.99.9999|99/99/9999|99.9.9999|9.9.9999|9.99.9999|99-99-9999"),
    (.parts(0, 1, 2), "9999.99.99|9999-99-99|9999-99-99 99:99:99.999|9999-99-99T99:99:99Z"),
    (.parts(2, 0, 1), "9/9/9999|9/99/9999|99/9/9999"), (.short(2, 1, 0), "99.99.99|99/99/99"),
    (.monthYear, "99/9999"), (.year, "9999"),
    (
      .quarter,
      "Q9 9999|Q9  9999|Q 9, 9999|Q 9,  9999|Quarter 9 9999|Quarter 9  9999|Quarter 9, 9999|Quarter 9,  9999"
    ),
    (.doubt(.noCentury), "9/9/99|99/9/99"), (.doubt(.dayOrYear), "Feb 99|Mar 99|Aug 99|Dec 99"),
    (.doubt(.spreadsheetDay), "9999.9|9.9"), (.doubt(.range), "9999-9999"),
    (.doubt(.notADate), "99//99/9999"),
    (.doubt(.moreThanADate), "Mai 9999 - Janvier 9999|Janvier 9999 à Décembre 9999 (9 an)"),
    (.doubt(.moreThanADate), "Octobre 9999 à Octobre 9999 (9 an)|Novembre 9999 à décembre 9999 (9 ans)"),
    (.doubt(.notADate), "En cours|En cours depuis début 9999|Congrés de 9 jours"),
    (
      .doubt(.unknownWord),
      "9 an|9 ans|99 ans|9 mois|99 mois|9 jours|9,9 ans|9 an et demi|9 ans et demi|9 ans (9999-9999)|"
        + "9 ans (9999 à 9999)|9 ans (jusqu'en octobre 9999)|9 an (renouvelable)"
    ),
  ]

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The meaning of a pattern; those with English month names are too many to be listed.
  private func meaning(_ pattern: String) -> When? {
    if pattern.isEmpty { return .empty }
    for (meaning, patterns) in Self.dates where patterns.split(separator: "|").contains(pattern[...]) {
      return meaning
    }
    if pattern.wholeMatch(of: /99\. [A-Z][a-z]{2} 99/) != nil { return .named(isShort: true) }
    if pattern.wholeMatch(of: /99-[A-Z][a-z]{2}-99/) != nil { return .doubt(.noCentury) }
    let isLong = pattern.wholeMatch(of: /99-[A-Z][a-z]{2}-9999|[A-Z][a-z]+day, [A-Z][a-z]+ 99, 9999/) != nil
    return isLong ? .named(isShort: false) : nil
  }

  private func expected(_ when: When, _ cell: String) -> CellReading? {
    let parts = cell.split { !$0.isNumber }.compactMap { Int($0) }
    func date(_ year: Int, _ month: Int, _ day: Int, _ precision: SheetDate.Precision = .day) -> CellReading?
    {
      let hasTime = parts.count > 5
      return SheetDate(year: year, month: month, day: day, precision: precision).map {
        .date(
          SheetDate(
            days: $0.days, precision: precision, minutes: hasTime ? Int16(parts[3] * 60 + parts[4]) : nil,
            zone: cell.hasSuffix("Z") ? 0 : nil))
      }
    }
    switch when {
    case .parts(let year, let month, let day): return date(parts[year], parts[month], parts[day])
    case .short(let year, let month, let day): return date(2000 + parts[year], parts[month], parts[day])
    case .byColumn: return date(parts[2], parts[0], parts[1])
    case .monthYear: return date(parts[1], parts[0], 1, .month)
    case .year: return date(parts[0], 1, 1, .year)
    case .quarter: return date(parts[1], parts[0] * 3 - 2, 1, .quarter)
    case .named(let isShort):
      let words = cell.lowercased().split { !$0.isLetter }.filter { !$0.hasSuffix("day") }
      let month = (Self.months.firstIndex { words[0].hasPrefix($0) } ?? -1) + 1
      return date(parts[1] + (isShort ? 2000 : 0), month, parts[0])
    case .doubt(let doubt): return .doubtful(doubt)
    case .empty: return .empty
    }
  }

  @Test func everyDate() throws {
    let rows = try PublishedFiles.rows("date-spellings-real.csv").dropFirst()
    #expect(rows.count == 194)
    let columns = columns(Array(rows))
    for row in rows {
      let (pattern, cell, source) = (row[0], row[2], row[3])
      let when = try #require(meaning(pattern), "\(pattern) has no expectation")
      let read = try #require(columns[source]).decision(.date(order: nil, since: nil)).read(cell)
      #expect(read == expected(when, cell), "\(cell) in \(source)")
    }
  }

  @Test func theColumnsOfAllFilesTogetherStayInDoubt() throws {
    let rows = try PublishedFiles.rows("money-spellings-real.csv").dropFirst()
    let all = evidence(rows.map { $0[2] }).decision(.number(decimal: nil))
    for cell in ["1.234", "1,234"] { #expect(all.read(cell) == .doubtful(.thousandsOrDecimals)) }
    #expect(all.read("1.416,67") == .number(1416.67))
    #expect(all.read("3,000.00") == .number(3000))
    guard case .amount(let reading) = all.kind else { return }
    #expect(reading.unit == .mixed)
    #expect(reading.decimal == nil)
  }
}

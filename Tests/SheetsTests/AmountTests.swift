// Numbers and amounts in many spellings: the right value, or a reason why it cannot be known.

import Testing

@testable import Sheets

@Suite struct AmountTests {
  @Test(arguments: [
    ("0", 0), ("775", 775), ("-3086", -3086), ("+12", 12), ("1210674669", 1_210_674_669),
    ("12.5", 12.5), ("0.5", 0.5), (".5", 0.5), ("2060332.17", 2_060_332.17), ("0.001", 0.001),
    ("0,123", 0.123),
    ("1,50", 1.5), ("4876,3", 4876.3), ("1.416,67", 1416.67), ("3,000.00", 3000), ("1.234,567", 1234.567),
    ("1.040.340,30", 1_040_340.3), ("1,290,559.56", 1_290_559.56), ("12.345.678", 12_345_678),
    ("1,509,469,120", 1_509_469_120), ("163504.321", 163504.321), ("46872.100000000006", 46872.100000000006),
    ("1 234", 1234), ("1 234,5", 1234.5), ("1 234.567", 1234.567), ("12 345 678", 12_345_678),
    ("1\u{A0}234", 1234), ("1\u{202F}234,50", 1234.5), ("1\u{2009}234", 1234), ("1'234'567.80", 1_234_567.8),
    ("1’234.50", 1234.5),
    ("(1,00)", -1), ("(1.234,00)", -1234), ("-131,31", -131.31), ("−5", -5), ("–5,5", -5.5), ("12,00-", -12),
    ("- 5", -5), (" 0,00 ", 0), ("76.999,5\n", 76999.5), ("\u{A0}42\u{A0}", 42),
    ("26.873,18 €", 26873.18), ("€ 5317381.58", 5_317_381.58), ("475 000€", 475_000),
    ("€9,999,999", 9_999_999),
    ("£999.269,00", 999_269), ("$1,000.50", 1000.5), ("5.000,00 EUR", 5000), ("EUR 5,5", 5.5),
    ("5,5 Euro", 5.5),
    ("EUR5", 5), ("642.763,99 kn", 642_763.99), ("1200,50 zł", 1200.5), ("12,5 Kč", 12.5),
    ("15 000 Ft", 15000),
    ("kr. 12,50", 12.5), ("14 861 000 .- HUF", 14_861_000), ("150,-", 150), ("150,-- €", 150),
    ("€ -12,50", -12.5),
    ("-€12.50", -12.5), ("€12.50-", -12.5), ("(€ 12.50)", -12.5), ("25,45%", 25.45), ("48,39 %", 48.39),
    ("2,5 mln", 2_500_000), ("1 mln euro", 1_000_000), ("3 Mio. €", 3_000_000), ("1.2 million", 1_200_000),
    ("5mila", 5000), ("1,5 Mrd. €", 1.5e9), ("2 miliardi", 2e9), ("12,5 bn", 1.25e10), ("5 k€", 5000),
    ("7 TEUR", 7000), ("5 M€", 5e6), ("3,2 Md€", 3.2e9), ("2 milioni di euro", 2e6), ("8 MEUR", 8e6),
    ("EUR 5 million", 5e6), ("Euro 2,5 mln", 2.5e6),
    ("1.234,-", 1234), ("1.200,-- €", 1200), ("1,234.-", 1234), ("1'234.-", 1234),
    ("1.5E+07", 1.5e7), ("2.5e-3", 0.0025), ("1,5E+07", 1.5e7), ("1.5E3", 1500), ("0.1", 0.1), ("0.3", 0.3),
    ("123456789012345", 123_456_789_012_345), ("1234567.89", 1_234_567.89),
    ("99999999999999.99", 99999999999999.99),
  ])
  func clearOnTheirOwn(cell: String, expected: Double) {
    #expect(column(cell).read(cell) == .number(expected))
    #expect(column("x", forced: .number(decimal: nil)).read(cell) == .number(expected))
  }

  @Test(arguments: [
    ("1.234", Doubt.thousandsOrDecimals), ("1,234", .thousandsOrDecimals), ("€ 20,226", .thousandsOrDecimals),
    ("1.234 mln", .thousandsOrDecimals), ("-8.286 €", .thousandsOrDecimals),
    ("100 - 200", .range), ("100.001 - 500.000 euro", .range), ("0-4", .range), ("0-100.000 euro", .range),
    ("5 to 10", .range), ("10–20", .range), ("2012-2013", .range),
    ("> 100", .bound), ("<5", .bound), ("≥ 7", .bound), ("~50", .bound), ("ca. 50", .bound),
    ("oltre 300", .bound),
    ("4 ans", .unknownWord), ("18 mois", .unknownWord), ("2 ans et demi", .unknownWord),
    ("12.5 p", .unknownWord),
    ("12*", .notANumber), ("1 (stimato)", .unknownWord),
    ("5 m", .unclearScale), ("1 billion", .unclearScale), ("3 m€", .unclearScale), ("2 mil.", .unclearScale),
    ("007", .leadingZero), ("01.10", .leadingZero), ("1.2.3", .leadingZero), ("1234,5 kWh", .unknownWord),
    ("7 di 9", .unknownWord),
    ("1234567890123456", .tooManyDigits), ("abc", .notANumber), ("European Union", .notANumber),
    ("EUROPA 5", .notANumber), ("1E5", .notANumber), ("12/15", .notANumber),
    ("1.234.56,7", .notANumber), ("12 34", .notANumber), ("1,23,456", .notANumber), ("€", .notANumber),
    ("-", .notANumber), ("(5", .notANumber), ("5 € 3", .notANumber), ("31.12.2015", .notANumber),
    ("10:30", .notANumber), ("1..2", .notANumber), ("€ $ 5", .notANumber), ("--5", .notANumber),
  ])
  func doubtsHaveReasons(cell: String, expected: Doubt) {
    let reading = column("x", forced: .number(decimal: nil)).read(cell)
    let isMissing = cell == "-"
    #expect(reading == (isMissing ? .text : .doubtful(expected)))
    #expect(expected.reason(cell).contains(cell))
  }

  @Test func reasonsShowBothValues() {
    #expect(
      Doubt.thousandsOrDecimals.reason("1.234") == "1.234 can be 1234 or 1.234; no other row decides it")
    #expect(
      Doubt.thousandsOrDecimals.reason("€ 20,226")
        == "€ 20,226 can be € 20226 or € 20.226; no other row decides it")
    #expect(Set(Doubt.allCases.map { $0.reason("X") }).count == Doubt.allCases.count)
  }

  @Test func emptyIsNotZero() {
    let numbers = column("1", "2", "")
    #expect(numbers.read("") == .empty)
    #expect(numbers.read("   ") == .empty)
    #expect(numbers.read("\u{A0}") == .empty)
    #expect(numbers.read("0") == .number(0))
    #expect(column("a", "b").read("") == .empty)
  }

  @Test func aColumnDecidesWhatThreeDigitsMean() {
    #expect(column("1.234", "12,50").read("1.234") == .number(1234))
    #expect(column("1.234", "1.234.567").read("1.234") == .number(1234))
    #expect(column("1.234", "12.5").read("1.234") == .number(1.234))
    #expect(column("1,234", "12.50").read("1,234") == .number(1234))
    #expect(column("1,234", "1,234,567").read("1,234") == .number(1234))
    #expect(column("1,234", "12,5").read("1,234") == .number(1.234))
    #expect(column("1.234", "500", "77").read("1.234") == .doubtful(.thousandsOrDecimals))
    #expect(column("1.234", "12.50").read("1.234") == .doubtful(.thousandsOrDecimals))
    #expect(column("1.234", "1,234").read("1,234") == .doubtful(.thousandsOrDecimals))
    #expect(column("12.5", "12,5", "1.234").read("1.234") == .doubtful(.thousandsOrDecimals))
    // Thousands by points say nothing of the comma.
    #expect(column("1.234.567", "1,234").read("1,234") == .doubtful(.thousandsOrDecimals))
  }

  @Test func oneClearCellInManyIsEnoughForThousandsButNotForDecimals() {
    let threes = (100..<200).map { "1.\($0)" }
    #expect(evidence(threes + ["12,5"]).decision().read("1.100") == .number(1100))
    #expect(evidence(threes + ["12.5"]).decision().read("1.100") == .doubtful(.thousandsOrDecimals))
    let decimals = (1...5).map { "\($0).5" }
    #expect(evidence(threes + decimals).decision().read("1.100") == .number(1.1))
  }

  @Test func cellsThatAreClearKeepTheirValueInAnyColumn() {
    let commas = column("12,50", "1.234,00", "3,5", "4,5", "5,5")
    #expect(commas.read("12.50") == .number(12.5))
    #expect(commas.read("1,234.50") == .number(1234.5))
  }

  @Test func aForcedMarkDecides() {
    #expect(column("1.234", forced: .number(decimal: .point)).read("1.234") == .number(1.234))
    #expect(column("1.234", forced: .number(decimal: .comma)).read("1.234") == .number(1234))
    #expect(column("1.234", forced: .number(decimal: .comma)).read("1,234") == .number(1.234))
    #expect(column("1.234", forced: .number(decimal: .point)).read("1,234") == .number(1234))
  }

  @Test func unitsAreKept() {
    func unit(_ cells: String...) -> UnitUse? {
      if case .amount(let reading) = evidence(cells).decision().kind { reading.unit } else { nil }
    }
    #expect(unit("5 €", "EUR 7", "8 euro") == .all(.eur))
    #expect(unit("5 €", "7") == .partly(.eur))
    #expect(unit("5 €", "£7") == .mixed)
    #expect(unit("5,5", "7") == UnitUse.none)
    #expect(unit("5%", "7 %") == .all(.percent))
    #expect(AmountUnit.allCases.map(\.name).count == Set(AmountUnit.allCases.map(\.name)).count)
    #expect(column("5 €", "£7").explanation.contains("not to be added up: EUR 1, £ 1"))
  }

  @Test func manyDigitsAreRoundedOnce() {
    for text in [
      "0.1", "0.7", "123456.789", "99999999.99", "12345678901234.5", "0.000123", "1234567890.123456789",
    ] {
      #expect(column("x", forced: .number(decimal: .point)).read(text) == .number(Double(text) ?? .nan))
    }
    var random = SplitMix(seed: 5)
    for _ in 0..<2000 {
      let whole = Int.random(in: 0...9_999_999_999, using: &random)
      let text = "\(whole).\(Int.random(in: 10...99999, using: &random))"
      if shape(text) == .pointThree { continue }
      #expect(
        column("x", forced: .number(decimal: .point)).read(text) == .number(Double(text) ?? .nan), "\(text)")
    }
  }

  @Test(arguments: ["1.5E+308", "1E-999", "2,5E+128"]) func exponentsBeyondAllAmountsAreDoubts(cell: String) {
    guard case .doubtful = column(cell, forced: .number(decimal: nil)).read(cell) else {
      Issue.record("\(cell) is a number")
      return
    }
  }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

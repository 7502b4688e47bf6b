// What a column holds, decided from all its cells.

import Testing

@testable import Sheets

@Suite struct ColumnDecisionTests {
  /// The kind in one word.
  private func kind(_ cells: String...) -> String { name(evidence(cells).decision()) }

  private func name(_ reading: ColumnReading) -> String {
    switch reading.kind {
    case .text: "text"
    case .code: "code"
    case .whole: "whole"
    case .amount: "amount"
    case .date: "date"
    case .flag: "flag"
    }
  }

  @Test func kinds() {
    #expect(kind() == "text")
    #expect(kind("") == "text")
    #expect(kind("Milano", "Roma") == "text")
    #expect(kind("1", "2", "1500") == "whole")
    #expect(kind("1", "2.5") == "amount")
    #expect(kind("1 €", "2 €") == "amount")
    #expect(kind("1 234", "2 345 678") == "whole")
    #expect(kind("2011", "2012") == "date")
    #expect(kind("2011", "2012", "17") == "whole")
    #expect(kind("20150401", "20151231") == "date")
    #expect(kind("20150401", "20159999") == "whole")
    #expect(kind("01/02/2015", "2015-02-01", "marzo 2015") == "date")
    #expect(kind("true", "false") == "flag")
    #expect(kind("2.2.2", "1.10.1") == "code")
    #expect(kind("ITC4C1", "ITH55") == "code")
    #expect(kind("DEC01", "DEC0") == "code")
    #expect(kind("100 - 200", "200 - 500") == "text")
    #expect(kind("0-4", "5-9", "10-19") == "text")
    #expect(kind("4 ans", "18 mois") == "text")
    #expect(kind("2010-11", "2012-13") == "text")
    #expect(kind("Feb 16", "Mar 16") == "text")
    #expect(kind("12.2015", "11.2016") == "amount")
    #expect(kind("03.2015", "12.2015") == "date")
  }

  @Test func codesKeepTheirZeros() {
    #expect(kind("001", "015", "111") == "code")
    #expect(kind("01", "02", "10", "20") == "code")
    #expect(kind("01.10", "10.11", "62.01", "62.02") == "code")
    #expect(
      kind("A", "01", "01.1", "01.11", "01.12", "10.1", "10.11", "10.12", "10.13", "10.20", "10.31") == "code"
    )
    #expect(kind("62.01.00", "72.19.09", "01.11.10") == "code")
    #expect(kind("00100", "20121", "10121") == "code")
    #expect(column("001", "015").read("001") == .text)
    #expect(column("001", "015").read("") == .empty)
  }

  @Test func aStrayZeroDoesNotMakeAmountsCodes() {
    let amounts = (1...200).map { "\($0),50" }
    let reading = evidence(amounts + ["00"]).decision()
    #expect(name(reading) == "amount")
    #expect(reading.read("00") == .doubtful(.leadingZero))
    let wholes = (1...2000).map { "\($0)" }
    #expect(name(evidence(wholes + ["007"]).decision()) == "whole")
    #expect(name(evidence(wholes + ["0111", "0112", "0113", "0114", "0115"]).decision()) == "code")
  }

  @Test func longNumbersOfOneLengthAreIdentifiers() {
    let numbers = (0..<40).map { "\(101_000_003 + $0 * 7_919)" }
    #expect(name(evidence(numbers).decision()) == "code")
    #expect(name(evidence(Array(numbers.prefix(19))).decision()) == "whole")
    #expect(name(evidence(numbers + ["5"]).decision()) == "whole")
    #expect(name(evidence((1...40).map { "\($0 + 10)0000000" }).decision()) == "whole")
    #expect(name(evidence(numbers).decision(.number(decimal: nil))) == "amount")
  }

  @Test func oneTenthMayNotFit() {
    let nine = Array(repeating: "5", count: 9)
    #expect(name(evidence(nine + ["approx"]).decision()) == "whole")
    #expect(name(evidence(nine + ["approx", "many"]).decision()) == "text")
    let reading = evidence((1...10_000).map { "\($0)" } + ["> 5", "n/a", "many", "4 ans"]).decision()
    #expect(name(reading) == "whole")
    #expect(reading.unfit == 3)
    #expect(reading.stated == 10_003)
    #expect(reading.read("> 5") == .doubtful(.bound))
    #expect(reading.read("many") == .doubtful(.notANumber))
    #expect(reading.read("n/a") == .text)
  }

  @Test func unfitIsTheNumberOfDoubts() {
    let columns = [
      ["1.234", "500", "abc"] + Array(repeating: "7", count: 30),
      ["1.234", "12,5", "x"] + (1...30).map { "\($0),5" },
      ["03/04/2015", "2015-01-01", "31/02/2015"], ["31.12.15", "25.01.2016", "01.02.16"],
      ["31.12.15", "01.02.16"],
      ["yes", "no", "yes", "no", "yes", "no", "yes", "no", "yes", "maybe"],
      ["3/4/15", "1/2/2016", "13/2/16"],
      ["2015", "2016", "41883"] + Array(repeating: "2014", count: 30),
    ]
    for cells in columns {
      let reading = evidence(cells).decision()
      let doubts = cells.count { if case .doubtful = reading.read($0) { true } else { false } }
      #expect(reading.unfit == doubts, "\(cells.prefix(3)): \(reading)")
    }
  }

  @Test func wordsForWhatIsMissingAreListedAndStayText() {
    let reading = column("1", "n/a", "2", "N/A", "no data", "-", "–", "n.d.", "null", "3", "")
    #expect(name(reading) == "whole")
    #expect(reading.missingWords.map(\.word) == ["n/a", "-", "n.d.", "no data", "null", "–"])
    #expect(reading.missingWords.map(\.count) == [2, 1, 1, 1, 1, 1])
    for word in ["n/a", "N/A", "no data", "-", "–", "n.d.", "null"] { #expect(reading.read(word) == .text) }
    #expect(reading.stated == 3)
    #expect(reading.unfit == 0)
    #expect(reading.explanation.hasSuffix("7 rows may say that nothing is known (n/a - n.d. …)"))
  }

  @Test func naIsAValueAndNeverNothing() {
    let provinces = column("NA", "MI", "RM")
    #expect(provinces.read("NA") == .text)
    let numbers = column("1", "NA", "NA", "2")
    #expect(name(numbers) == "whole")
    #expect(numbers.read("NA") == .text)
    #expect(numbers.missingWords.map(\.word) == ["NA"])
    #expect(name(column("NA", "NA")) == "text")
    #expect(provinces.missingWords.isEmpty)
    #expect(provinces.explanation == "text")
  }

  @Test func flagsNeedBothWordsOrOneThatIsClear() {
    #expect(kind("SI", "NO") == "flag")
    #expect(kind("SI", "no data") == "text")
    #expect(kind("NO", "NO") == "text")
    #expect(kind("TRUE", "TRUE") == "flag")
    #expect(kind("Sì", "No") == "flag")
    #expect(kind("ja", "nein") == "flag")
    #expect(kind("y", "n") == "flag")
    #expect(kind("s", "n") == "flag")
    #expect(kind("y", "s", "n") == "text")
    #expect(kind("NO", "Forte", "Esclusiva") == "text")
    #expect(kind("S", "NO", "NE", "C", "I") == "text")
    let flags = column("SI", "NO", "no data", "n/a")
    #expect(flags.read("si") == .flag(true))
    #expect(flags.read("NO") == .flag(false))
    #expect(flags.read("no data") == .text)
    #expect(flags.read("maybe") == .doubtful(.notAFlag))
    #expect(flags.read("") == .empty)
    #expect(column("vero", "falso").read("VERO") == .flag(true))
    #expect(column("t", "f").read("f") == .flag(false))
  }

  @Test func explanationsNameTheCellsThatDecide() {
    #expect(column("1.416,67", "5").explanation == "decimal comma (as in 12,50) on 1 of 2 rows")
    #expect(column("1,5", "2,5").explanation == "decimal comma (as in 12,50) on all 2 rows")
    #expect(
      column("8.286 €", "1.006.346 €").explanation.contains("1.234 is read as thousands on 1 of 2 rows"))
    #expect(column("1.234").explanation.contains("can mean thousands or decimals on the only row"))
    #expect(column("31/12/2015", "1/2/2015").explanation.contains("the day comes first"))
    #expect(column("12/31/2015").explanation.contains("the month comes first"))
    #expect(column("1/2/2015").explanation.contains("can begin with day or month"))
    #expect(column("01-Jan-08").explanation.contains("no row shows the century"))
    #expect(column("1", "2", forced: .text).explanation == "as asked for: text")
    #expect(column("1", "a").explanation == "text: numbers only on 1 of 2 rows, fewer than nine of ten")
    #expect(column("", "").explanation == "text: no cell states anything")
    #expect(column("001", "002").explanation.contains("begin with zero"))
    #expect(!column("1", "2").explanation.contains("\n"))
  }

  @Test func whatIsForcedIsDone() {
    #expect(name(column("1", "2", forced: .text)) == "text")
    #expect(name(column("1", "2", forced: .code)) == "code")
    #expect(name(column("a", "b", forced: .flag)) == "flag")
    #expect(name(column("a", "b", forced: .number(decimal: .comma))) == "amount")
    #expect(name(column("2011", forced: .number(decimal: nil))) == "amount")
    #expect(column("2011", forced: .number(decimal: nil)).read("2011") == .number(2011))
    #expect(column("1", forced: .text).isForced)
    #expect(column("1", forced: .text).read("1") == .text)
    #expect(!column("1").isForced)
    #expect(column("a", "b", forced: .number(decimal: nil)).unfit == 2)
  }
}

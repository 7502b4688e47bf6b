// How values are written: counts, numbers, money, bounds, dates of each precision, distances, unknown.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Formatting")
struct FormattingTests {
  private let english = Formatting()
  private let continental = Formatting(numbers: .continental)

  @Test(
    "whole numbers have groups of three in both styles",
    arguments: [
      (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1000, "1,000", "1.000"),
      (75000, "75,000", "75.000"), (-1234, "-1,234", "-1.234"), (1_234_567, "1,234,567", "1.234.567"),
      (.min, "-9,223,372,036,854,775,808", "-9.223.372.036.854.775.808"),
    ])
  func counts(_ value: Int, _ english: String, _ continental: String) {
    #expect(self.english.count(value) == english)
    #expect(self.continental.count(value) == continental)
  }

  @Test(
    "decimals are rounded, and zeros at their end dropped",
    arguments: [
      (1234.5, "1,234.5", "1.234,5"), (2.0, "2", "2"), (2.10, "2.1", "2,1"), (0.005, "0.01", "0,01"),
      (0.004, "0", "0"), (-0.004, "0", "0"), (-1.25, "-1.25", "-1,25"), (0.05, "0.05", "0,05"),
      (999.999, "1,000", "1.000"), (.infinity, "–", "–"), (.nan, "–", "–"),
    ])
  func numbers(_ value: Double, _ english: String, _ continental: String) {
    #expect(self.english.number(value) == english)
    #expect(self.continental.number(value) == continental)
  }

  @Test(
    "as many decimals as asked for",
    arguments: [(0, "3"), (1, "3.1"), (2, "3.14"), (3, "3.142"), (9, "3.142")])
  func places(_ places: Int, _ text: String) {
    #expect(english.number(3.14159, places: places) == text)
  }

  @Test(
    "money in the largest unit that fits",
    arguments: [
      (9e9, "9 bn €"), (900e6, "900 M €"), (361_312.94, "361,312.94 €"), (999_999, "999,999 €"),
      (1e6, "1 M €"), (1.5e9, "1.5 bn €"), (-2.5e6, "-2.5 M €"), (0, "0 €"), (95.5e9, "95.5 bn €"),
      (1.2e13, "12,000 bn €"),
    ])
  func money(_ value: Double, _ text: String) {
    #expect(english.euro(value) == text)
  }

  @Test("dates are as precise as they are known")
  func dates() throws {
    for (written, shown) in [("2016-07-24", "24 Jul 2016"), ("2016-07", "Jul 2016"), ("2016", "2016")] {
      #expect(english.date(try #require(PartialDate(written))) == shown)
    }
    let months = (1...12).map { english.day(day("2026-\($0 < 10 ? "0" : "")\($0)-01")) }
    #expect(months.first == "1 Jan 2026")
    #expect(months.last == "1 Dec 2026")
    #expect(Set(months).count == 12)
  }

  @Test(
    "distances in days, months, years",
    arguments: [
      (0, "0 d"), (1, "1 d"), (53, "53 d"), (99, "99 d"), (100, "3 mo"), (365, "12 mo"), (730, "24 mo"),
      (731, "2 y"), (3650, "10 y"), (-53, "53 d"), (-400, "13 mo"),
    ])
  func distances(_ days: Int, _ text: String) {
    #expect(english.distance(days: days) == text)
  }

  @Test(
    "a bound is written before the value",
    arguments: [
      (Figure.Bound.exact, "50"), (.about, "≈ 50"), (.moreThan, "> 50"), (.atLeast, "≥ 50"),
      (.lessThan, "< 50"), (.almost, "≈ 50"),
    ])
  func bounds(_ bound: Figure.Bound, _ text: String) {
    #expect(english.figure(figure(50, "people", bound)) == text)
  }

  @Test("a figure has its unit", arguments: [("EUR", "> 50 €"), ("percent", "> 50 %"), ("people", "> 50")])
  func units(_ unit: String, _ text: String) {
    #expect(english.figure(figure(50, unit, .moreThan)) == text)
  }

  private func figure(_ value: Double, _ unit: String, _ bound: Figure.Bound) -> Figure {
    Figure(subject: .cluster("a"), measure: "members", bound: bound, value: value, unit: unit, source: "s1")
  }

  @Test("nothing stated shows as unknown, never blank and never nought", arguments: [nil, ""])
  func unknown(_ text: String?) {
    #expect(english.text(text) == "–")
    #expect(TableCell(text).text == "–")
    #expect(TableCell(text).value == .missing)
  }

  @Test("measures have a name at the head of a line")
  func measures() {
    #expect(english.measure("sme members") == "SME members")
    #expect(english.measure("turnover") == "Turnover")
    #expect(english.measure("") == "")
  }

  @Test(
    "the style of numbers follows the locale's language",
    arguments: [
      ("it_IT.UTF-8", true), ("it", true), ("de_DE@euro", true), ("en_GB.UTF-8", false), ("C", false),
      ("", false), ("POSIX", false), ("itx_IT", false),
    ])
  func locales(_ locale: String, _ isContinental: Bool) {
    #expect(NumberStyle(locale: locale) == (isContinental ? .continental : .english))
  }
}

@Suite("Standings in words")
struct PhraseTests {
  @Test(
    "a label reads as letter, shape and words",
    arguments: [
      ("alfa", "G ● to ≈ Jun 2027"), ("beta", "B ◐ ≈ 38 d left"), ("seta", "S ○ grace ≈ 15 Mar 2027"),
      ("lungo", "B ✕ lapsed ≈ 2015"), ("vuoto", "  · none"), ("evil", "G ? date unknown"),
      ("senza", "B ◌ in assessment"),
    ])
  func labels(_ key: String, _ text: String) {
    #expect(listing(.clusters, smallScene()).text(key, "label") == text)
  }

  @Test("every standing has a letter or a shape of its own, one cell wide")
  func shapes() {
    let statuses = LabelStanding.Status.allCases
    #expect(Set(statuses.map(\.shape)).count == statuses.count)
    #expect(statuses.allSatisfy { $0.shape.count == 1 && !$0.title.isEmpty })
    let calls = CallStanding.Status.allCases
    #expect(Set(calls.map(\.shape)).count == calls.count)
    #expect(Set(LabelLevel.allCases.map(\.letter)) == ["B", "S", "G"])
  }

  @Test(
    "a call reads as shape and words",
    arguments: [
      ("h-late", "● closes 1 Jun 2027"), ("h-soon", "◐ closes in 8 d"),
      ("r-next", "◌ opens 1 Jan 2027"), ("n-what", "? dates unknown"),
    ])
  func calls(_ key: String, _ text: String) {
    #expect(listing(.calls, smallScene()).text(key, "standing") == text)
  }

  @Test("a closed call says when it closed, and closed ones stand newest first")
  func closed() {
    #expect(listing(.calls, smallScene()).text("h-gone", "standing") == "✕ closed 1 Jan 2020")
    let later = listing(.calls, smallScene(asOf: day("2028-01-01"))).keys
    #expect(later == ["h-late", "r-next", "h-soon", "h-gone", "n-what"])
  }

  @Test("a call that closes today says so")
  func closingToday() {
    #expect(
      listing(.calls, smallScene(asOf: day("2026-12-01"))).text("h-soon", "standing") == "◐ closes today")
  }

  @Test("statuses and levels count every shown cluster once")
  func summary() {
    let summary = smallScene([Clause(.region, [Area.everywhere])]).summary
    #expect(summary.byStatus.values.reduce(0, +) == 8)
    #expect(summary.byStatus.count == LabelStanding.Status.allCases.count)
    #expect(summary.alive == [.gold: 2, .bronze: 1])
    #expect(summary.byStatus[.valid] == 2)
  }
}

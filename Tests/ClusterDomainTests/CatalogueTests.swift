// Questions to a catalogue: regions by name, the figure of a day; and the calendar beneath them.

import ClusterDomain
import Testing

@Suite struct CatalogueTests {
  private let catalogue: Catalogue = {
    var tables = Catalogue.Tables()
    tables.regions = [
      Region(id: "ITC2", name: "Valle d'Aosta/Vallée d'Aoste", englishName: "Aosta Valley", source: "s"),
      Region(
        id: "ITH1", name: "Provincia Autonoma di Bolzano/Bozen", englishName: "South Tyrol",
        legacyCodes: ["ITD1"],
        source: "s"),
      Region(id: "ITH2", name: "Trento", englishName: "Trentino", legacyCodes: ["ITD2"], source: "s"),
      Region(
        id: "ITH4", name: "Friuli-Venezia Giulia", englishName: "Friuli-Venezia Giulia",
        legacyCodes: ["ITD4"],
        source: "s"),
      Region(id: "ITC4", name: "Lombardia", englishName: "Lombardy", source: "s"),
    ]
    let values: [(String, Double, String)] = [
      ("2013", 100, "a"), ("2015-09", 108, "b"), ("2018", 95, "c"), ("", 7, "d"), ("2018", 96, "e"),
    ]
    tables.figures = values.map { when, value, source in
      Figure(
        subject: .cluster("le2c"), measure: "companies", value: value, unit: "organisations",
        asOf: date(when),
        source: ID(rawValue: source))
    }
    tables.figures.append(
      Figure(subject: .cluster("afil"), measure: "members", value: 150, unit: "organisations", source: "s"))
    return Catalogue(title: "T", tables: tables)
  }()

  @Test(
    arguments: [
      ("ITC4", "ITC4"), ("itc4", "ITC4"), ("itd2", "ITH2"), ("LOMBARDIA", "ITC4"), ("lombardy", "ITC4"),
      ("Bolzano", "ITH1"), ("bozen", "ITH1"), ("provincia autonoma di bolzano", "ITH1"), ("Trento", "ITH2"),
      ("trentino", "ITH2"), ("Valle d’Aosta", "ITC2"), ("vallee d'aoste", "ITC2"), ("friuli", "ITH4"),
      ("Friuli–Venezia Giulia", "ITH4"), (" venezia giulia ", "ITH4"), ("south tyrol", "ITH1"),
      ("Bolzano/Bozen", "ITH1"), ("atlantis", nil), ("", nil), ("lomb", nil),
    ] as [(String, String?)])
  func regions(typed: String, code: String?) {
    #expect(catalogue.region(named: typed)?.id.rawValue == code)
  }

  @Test(
    arguments: [
      ("2012-12-31", nil), ("2013-01-01", 100), ("2015-08-31", 100), ("2015-09-01", 108), ("2017-12-31", 108),
      ("2018-01-01", 95), ("2026-11-23", 95),
    ] as [(String, Double?)])
  func theFigureOfADay(when: String, value: Double?) throws {
    #expect(catalogue.current("companies", of: .cluster("le2c"), on: try day(when))?.value == value)
  }

  @Test func figuresWithoutADate() throws {
    #expect(catalogue.current("members", of: .cluster("afil"), on: try day("2000-01-01"))?.value == 150)
    #expect(catalogue.current("members", of: .cluster("le2c"), on: try day("2020-01-01")) == nil)
    #expect(catalogue.all("companies", of: .cluster("le2c")).map(\.value) == [95, 96, 108, 100, 7])
  }

  @Test func everyDayIsFoundAgain() throws {
    var expected = try day("1999-12-31")
    for year in 2000...2032 {
      for month in 1...12 {
        for number in 1...CalendarDate.days(inMonth: month, of: year) {
          let found = try #require(CalendarDate(year: year, month: month, day: number))
          #expect(expected.days(until: found) == 1)
          #expect([found.year, found.month, found.day] == [year, month, number])
          expected = found
        }
      }
    }
  }

  @Test(arguments: [
    ("2016", "2016-01-01", "2016-12-31"), ("2016-02", "2016-02-01", "2016-02-29"),
    ("2015-02", "2015-02-01", "2015-02-28"), ("2016-06-01", "2016-06-01", "2016-06-01"),
  ])
  func partialDates(text: String, first: String, last: String) throws {
    let partial = try #require(PartialDate(text))
    #expect(partial.first == (try day(first)))
    #expect(partial.last == (try day(last)))
    #expect(partial.description == text)
  }

  @Test(arguments: [
    "2015-02-29", "2015-13", "2015-00", "2015-1", "15", "2015-06-31", "2015/06", " 2015", "0000", "２０１５",
  ])
  func noDates(text: String) {
    #expect(PartialDate(text) == nil)
  }
}

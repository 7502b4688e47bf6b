// Time axes: which cell a day falls on, what stands above them, and what rows draw on them.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Time axes")
struct TimeAxisTests {
  private let axis = TimeAxis(years: 5, around: day("2016-07-15"))

  @Test("an axis has whole months, more of them ahead the shorter it is")
  func range() {
    #expect(axis.first == day("2014-07-01"))
    #expect(axis.last == day("2019-06-30"))
    let year = TimeAxis(years: 1, around: day("2024-02-29"))
    #expect(year.first == day("2023-12-01"))
    #expect(year.last == day("2024-11-30"))
  }

  @Test("days fall on their share of the cells, and outside of them where they lie outside")
  func cells() {
    #expect(axis.cell(of: axis.first, width: 60) == 0)
    #expect(axis.cell(of: axis.first.adding(days: -1), width: 60) == -1)
    #expect(axis.cell(of: axis.last, width: 60) == 59)
    #expect(axis.cell(of: axis.last.adding(days: 1), width: 60) == 60)
    #expect(axis.cell(of: day("2016-07-01"), width: 60) == 24)
  }

  @Test(
    "every day of every axis has a cell that is not before that of the day before", arguments: [1, 7, 40])
  func order(width: Int) {
    for (years, _) in TimeAxis.ranges {
      for now in ["0001-01-01", "2016-02-29", "9999-12-31"] {
        let axis = TimeAxis(years: years, around: day(now))
        var last = 0
        for offset in stride(from: 0, through: axis.first.days(until: axis.last), by: 13) {
          let cell = axis.cell(of: axis.first.adding(days: offset), width: width)
          #expect((last...max(last, width - 1)).contains(cell))
          last = cell
        }
        #expect((0..<width).contains(axis.cell(of: axis.now, width: width)))
      }
    }
  }

  @Test("words stand above the days that they name and never run into each other", arguments: [0, 5, 20, 90])
  func ticks(width: Int) {
    for (years, _) in TimeAxis.ranges {
      let ticks = TimeAxis(years: years, around: day("2016-07-15")).ticks(width: width)
      #expect(width < 20 || !ticks.isEmpty)
      for (left, right) in zip(ticks, ticks.dropFirst()) { #expect(left.cell + left.text.count < right.cell) }
      #expect(ticks.allSatisfy { $0.cell >= 0 && $0.cell + $0.text.count <= width })
    }
    for now in ["9999-08-01", "9999-12-31", "0001-01-01"] {
      for (years, _) in TimeAxis.ranges {
        let ticks = TimeAxis(years: years, around: day(now)).ticks(width: width)
        #expect(ticks.allSatisfy { $0.cell >= 0 && $0.cell + $0.text.count <= width })
      }
    }
    #expect(
      axis.ticks(width: 60).map(\.text) == [
        "Jul", "2015", "Jul", "2016", "Jul", "2017", "Jul", "2018", "Jul", "2019",
      ])
    #expect(axis.ticks(width: 30).map(\.text) == ["2015", "2016", "2017", "2018"])
  }

  @Test("steps lead from a year to twenty and no further")
  func steps() {
    #expect(TimeAxis.years(10, steps: 1) == 20)
    #expect(TimeAxis.years(20, steps: 1) == 20)
    #expect(TimeAxis.years(2, steps: -1) == 1)
    #expect(TimeAxis.years(1, steps: -9) == 1)
  }

  private func text(_ timeline: Timeline, _ width: Int, isASCII: Bool = false) -> String {
    timeline.runs(width: width, isASCII: isASCII).map(\.text).joined()
  }

  @Test("validity, grace and the lapse are drawn, and the line of the as-of date goes through")
  func drawing() {
    let timeline = Timeline(
      axis: axis,
      stretches: [
        Timeline.Stretch(first: day("2014-10-01"), last: day("2016-09-30"), stroke: .solid, role: .bronze),
        Timeline.Stretch(first: day("2016-10-01"), last: day("2017-09-30"), stroke: .dashed, role: .grace),
      ],
      signs: [
        Timeline.Sign(day: day("2014-10-01"), text: "B", role: .bronze),
        Timeline.Sign(day: day("2017-10-01"), text: "✕", role: .lapsed),
      ])
    #expect(text(timeline, 20) == " B━━━━━━┿╌╌╌╌✕      ")
    #expect(text(timeline, 20, isASCII: true) == " B======+----x      ")
    #expect(text(timeline, 0).isEmpty)
    for width in 1...60 { #expect(text(timeline, width).count == width) }
  }

  @Test("what lies before the axis is told, and a row without anything shows the as-of date")
  func outside() {
    let early = Timeline.Stretch(
      first: day("2001-01-01"), last: day("2003-01-01"), stroke: .solid, role: .gold)
    let late = Timeline.Stretch(
      first: day("2031-01-01"), last: day("2033-01-01"), stroke: .solid, role: .gold)
    #expect(text(Timeline(axis: axis, stretches: [early], signs: []), 10) == "‹   │     ")
    #expect(text(Timeline(axis: axis, stretches: [late], signs: []), 10) == "    │     ")
    #expect(text(Timeline(axis: axis, stretches: [], signs: []), 10, isASCII: true) == "    |     ")
  }
}

@Suite("Labels on the time axis")
struct LabelWatchTests {
  private func timeline(_ award: String, asOf: CalendarDate = today) -> String? {
    let scene = smallScene(asOf: asOf)
    return scene.judgement.labels.awards.first { $0.id.rawValue == award }
      .map { scene.timeline(of: $0).runs(width: 40).map(\.text).joined() }
  }

  @Test("an award is drawn from its beginning through its grace")
  func awards() {
    // Ten years from Nov 2020 on: three months a cell.
    #expect(timeline("alfa-gold") == "                  G━━━━━┿━╌╌╌╌✕         ")
    #expect(timeline("seta-silver") == "             S━━━━━━━╌╌╌┼✕              ")
    #expect(timeline("evil-gold") == "                        │               ")
    #expect(timeline("lungo-bronze")?.hasPrefix("‹") == true)
  }

  @Test("the words of a row tell what is drawn")
  func words() throws {
    let scene = smallScene()
    let award = try #require(scene.judgement.labels.awards.first { $0.id == "seta-silver" })
    #expect(scene.timelineWords(of: award) == "S 15 Mar 2024 to 15 Mar 2026, renewable to 15 Mar 2027")
  }

  @Test("the months ahead count what ends and what is left")
  func outlook() {
    let months = smallScene().outlook
    #expect(months.count == Scene.outlookMonths)
    #expect(months.map(\.month.description).first == "2026-11")
    #expect(months.map(\.covered).prefix(9) == [2, 1, 1, 1, 1, 1, 1, 0, 0])
    #expect(months[1].lapsing.map(\.id) == ["beta-bronze"])
    #expect(months[7].lapsing.map(\.id) == ["alfa-gold"])
    #expect(months.filter { !$0.lost.isEmpty }.map(\.month.description) == ["2027-03", "2027-12", "2028-06"])
    #expect(months.map(\.share).max() == 1)
  }

  @Test("the months end with the calendar")
  func lastMonth() {
    #expect(smallScene(asOf: day("9999-11-15")).outlook.map(\.month.description) == ["9999-11", "9999-12"])
  }

  @Test("a date ahead shows what is left if nobody renews")
  func future() {
    let later = smallScene(asOf: today.adding(months: 12))
    #expect(
      later.clusters.count { later.judgement.standing(of: $0.id).isAlive }
        == smallScene().covered(on: today.adding(months: 12)))
    #expect(smallScene().covered(on: today.adding(months: 1)) == 2)
    #expect(smallScene().covered(on: today.adding(months: 2)) == 1)
  }

  @Test("what was given after the as-of date does not cover it")
  func replay() {
    #expect(smallScene(asOf: day("2025-03-01")).outlook.map(\.covered).max() == 2)
    #expect(smallScene(asOf: day("2013-06-01")).outlook.map(\.covered).max() == 1)
  }

  @Test("brackets change the years of the axis and say which; elsewhere they say why not")
  func zoom() {
    var state = smallState()
    state.apply([.axisZoomed(by: 1)])
    #expect(state.message?.isRefusal == true)
    state.apply([.pageAsked(.labels), .axisZoomed(by: -1)])
    #expect(state.message?.text == "5 years, Nov 2024 to Oct 2029.")
    #expect(state.scene?.axis.years == 5)
    state.apply([.axisZoomed(by: 1), .axisZoomed(by: 1), .axisZoomed(by: 1)])
    #expect(state.message?.isRefusal == true)
    #expect(state.scene?.axis.years == 20)
    state.apply([.asOfMoved(months: 12)])
    #expect(state.scene?.axis.now == today.adding(months: 12))
  }
}

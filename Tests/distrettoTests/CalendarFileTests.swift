// Calendar files: what RFC 5545 asks of lines and texts, and that the same facts are the same bytes.

import ArgumentParser
import ClusterDomain
import Foundation
import Testing
import ViewModels

@testable import distretto

@Suite("Calendar files")
struct CalendarFileTests {
  private func text(_ words: [String], _ judged: JudgedData = CommandLineFixture.judged()) throws -> String {
    let command = try #require(try Distretto.parseAsRoot(words) as? any RowCommand)
    let request = try command.request()
    let asked = try request.horizon(of: judged)
    var table = try command.rows.answer(request, in: asked, isForPeople: false).table
    table.asOf = judged.asOf
    return OutputFormat.ics.text(table)
  }

  @Test func linesAreFoldedAndNoSignIsTorn() {
    let line = "SUMMARY:" + String(repeating: "àè", count: 60)
    let folded = CalendarWriter.folded(line)
    #expect(folded.hasSuffix("\r\n"))
    #expect(folded.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(folded.replacingOccurrences(of: "\r\n ", with: "") == line + "\r\n")
    #expect(CalendarWriter.folded("BEGIN:VEVENT") == "BEGIN:VEVENT\r\n")
  }

  @Test func textsHoldNothingThatEndsThem() {
    #expect(CalendarWriter.escaped("a,b;c\\d\ne\r\u{1B}[31m") == "a\\,b\\;c\\\\d\\ne␍␛[31m")
    #expect(CalendarWriter.escaped("a\r\nb") == "a␍\\nb")
    #expect(CalendarWriter.escaped(",\u{301}") == "\\,\u{301}")
  }

  @Test func daysAreWholeAndIdentifiersStay() throws {
    let text = try text(["calendar"])
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
    #expect(text.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
    #expect(text.contains("DTSTART;VALUE=DATE:"))
    #expect(try self.text(["calendar"]) == text)
    let identifiers = text.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") }
    #expect(!identifiers.isEmpty)
    #expect(Set(identifiers).count == identifiers.count)
    #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
  }

  @Test func aMomentIsInUniversalTime() throws {
    let text = try text(
      ["calls", "--as-of", "2024-11-01"], try CommandLineFixture.bundled(asOf: "2024-11-01"))
    #expect(text.contains("DTSTART:20241205T160000Z\r\n"))
  }

  @Test func rowsWithoutDatesAreRefused() throws {
    for words in [["members"], ["regions"], ["outlook"], ["frequency", "labels", "level"]] {
      let command = try Distretto.parseAsRoot(words + ["--format", "ics"])
      var run = command
      #expect(throws: Failure.self) { try run.run() }
    }
  }
}

@Suite("Commands for cron")
struct CronCommandTests {
  private func keys(_ words: [String], _ judged: JudgedData = CommandLineFixture.judged()) throws -> [String]
  {
    let command = try #require(try Distretto.parseAsRoot(words) as? any RowCommand)
    let request = try command.request()
    return try command.rows.answer(request, in: try request.horizon(of: judged)).listing.keys
  }

  @Test func lapseLeavesValidLabelsThatEndInTime() throws {
    let bundled = try CommandLineFixture.bundled(asOf: "2016-07-01")
    let soon = try keys(["labels", "--lapse", "30d"], bundled)
    let later = try keys(["labels", "--lapse", "3m"], bundled)
    #expect(soon.count == 2)
    #expect(later.count == 8)
    #expect(Set(soon).isSubset(of: later))
    #expect(try keys(["labels", "--lapse", "0d"], bundled).isEmpty)
  }

  @Test func closingLeavesCallsThatCloseInTime() throws {
    let bundled = try CommandLineFixture.bundled(asOf: "2026-11-23")
    let some = try keys(["calls", "--closing", "30d"], bundled)
    let all = try keys(["calls", "--closing", "1y"], bundled)
    #expect(!some.isEmpty && Set(some).isSubset(of: all) && all.count > some.count)
    let reaching = try keys(["calls", "--for", "le2c"], bundled)
    #expect(Set(try keys(["calls", "--for", "le2c", "--closing", "1y"], bundled)).isSubset(of: reaching))
  }

  @Test(arguments: ["soon", " ", "-3d", "90", "99y"])
  func otherTimesAreRefused(_ time: String) throws {
    #expect(throws: Failure.self) { try keys(["labels", "--lapse=\(time)"]) }
  }

  @Test func optionsThatContradictAreRefused() {
    #expect(throws: (any Error).self) {
      try Distretto.parseAsRoot(["labels", "--lapse", "9d", "--label", "gold"])
    }
    #expect(throws: (any Error).self) {
      try Distretto.parseAsRoot(["calls", "--for", "a", "--programme", "b"])
    }
  }
}

// Names of filters, columns, dates, sizes and keys: what is understood, and what is said of the rest.

import ArgumentParser
import ClusterDomain
import TUI
import Testing
import ViewModels

@testable import distretto

@Suite("Words of the command line")
struct CommandLineFilterTests {
  private let judged = CommandLineFixture.judged()

  private func values(_ facet: Facet, _ words: String...) throws -> [String] {
    try FacetNames(judged).clause(facet, words).values
  }

  private func complaint(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("ITC4", "ITC4"), ("itc4", "ITC4"), ("Lombardia", "ITC4"), ("lombardy", "ITC4"), ("ITD3", "ITH3"),
    ("PIEDMONT", "ITC1"), ("everywhere", "everywhere"), ("abroad", "abroad"), ("All abroad", "abroad"),
    ("national", "national"), ("fr", "FR"), ("France", "FR"), ("italy", "IT"), ("it", "IT"),
  ])
  func regionsByAnyName(typed: String, value: String) throws {
    #expect(try values(.region, typed) == [value])
  }

  @Test(arguments: [
    ("gold", "gold"), ("Any valid", "any valid"), ("any-valid", "any valid"), ("any", "any valid"),
    ("In grace", "grace"), ("in_assessment", "in assessment"), ("none", "none"), ("No label", "none"),
  ])
  func labelsByLevelAndStatus(typed: String, value: String) throws {
    #expect(try values(.label, typed) == [value])
  }

  @Test func listsAreSplitAndRepeated() throws {
    #expect(try values(.region, "lombardia, veneto", "ITC4", "fr") == ["ITC4", "ITH3", "FR"])
  }

  @Test func namesMayHoldCommas() throws {
    #expect(try values(.sector, "energy,Design, fashion") == ["energy", "design, fashion"])
  }

  @Test func sectorsAbroadAreKnown() throws {
    #expect(try values(.sector, "Mechatronics") == ["mechatronics"])
    #expect(try values(.kind, "pole") == ["pôle"])
  }

  @Test func programmesByIDAndName() throws {
    #expect(try values(.programme, "Horizon 2020") == ["h2020"])
    #expect(try values(.programme, "H2020") == ["h2020"])
  }

  @Test func mistypedNamesGetTheNearest() {
    #expect(
      complaint { _ = try values(.region, "lombarida") }
        == "No region is called \"lombarida\"; did you mean Lombardia?")
    #expect(
      complaint { _ = try values(.region, "piedmnt") }
        == "No region is called \"piedmnt\"; did you mean Piedmont?")
    #expect(
      complaint { _ = try values(.label, "goldd") }
        == "No label level or status is called \"goldd\"; did you mean gold?")
    #expect(
      complaint { _ = try values(.sector, "enrgy") } == "No sector is called \"enrgy\"; did you mean energy?")
    #expect(
      complaint { _ = try values(.kind, "zzzzzz") }
        == "No kind is called \"zzzzzz\"; there are district, national cluster and pôle.")
  }

  @Test func mistypedFormatsColumnsAndThemesGetTheNearest() {
    #expect(
      complaint { _ = try Choice.value("format", "jsn", as: OutputFormat.self) }
        == "No format is called \"jsn\"; did you mean json?")
    let query = RowQuery(pane: .clusters, sort: ["-membrs"])
    #expect(
      complaint { _ = try query.answer(in: judged.scene()) }?.hasPrefix(
        "No column is called \"membrs\"; did you mean members") == true)
    #expect(
      complaint { _ = try Settings(environment: [:]).theme(named: "distrett-dark") }
        == "No theme is called \"distrett-dark\"; did you mean distretto-dark?")
  }

  @Test func entitiesByIDAndName() throws {
    let names = EntityNames(judged)
    #expect(try names.subject("one") == .cluster("one"))
    #expect(try names.subject("ONE") == .cluster("one"))
    #expect(try names.subject("member:one") == .organisation("one"))
    #expect(try names.subject("politecnico") == .organisation("poli"))
    #expect(try names.subject("h2020/b") == .call("h2020/b"))
    #expect(try names.subject("h2020/b", in: [.programme]) == .programme("h2020"))
    #expect(names.otherKinds("one", than: .cluster("one")) == [.member])
    #expect(
      complaint { _ = try names.subject("polii") }
        == "No cluster, member, programme or call is called \"polii\"; did you mean poli?")
    #expect(throws: Failure.self) { try names.subject("acme", in: [.cluster]) }
  }

  @Test func datesAreReadAgainstTheGivenDay() throws {
    let dates = try DateOptions.parse(["--today", "2026-11-23", "--as-of", "-6m"])
    #expect(try dates.date() == CalendarDate("2026-05-23"))
    #expect(throws: Failure.self) { try DateOptions.parse(["--as-of", "soon"]).date() }
    #expect(throws: Failure.self) { try DateOptions.parse(["--today", "2026-02-30"]).day() }
  }

  @Test(arguments: [("120x30", 120, 30), ("80X24", 80, 24)])
  func sizes(text: String, columns: Int, rows: Int) throws {
    #expect(try FrameSize.size(text) == Size(columns: columns, rows: rows))
  }

  @Test(arguments: ["120", "0x10", "x", "120x", "99999x2", "-1x5", "1x2x3"])
  func noSizes(text: String) {
    #expect(throws: Failure.self) { try FrameSize.size(text) }
  }

  @Test func unknownKeysAreNamed() throws {
    #expect(try KeyScript.events("/ a <Enter>").count == 3)
    #expect(
      complaint { _ = try KeyScript.events("q <Entr> x") }
        == "No key is called \"<Entr>\"; did you mean <Enter> or <End>?")
  }
}

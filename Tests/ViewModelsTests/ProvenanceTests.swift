// Who states what: the shown statement first, the others beside it, the rule behind a derived end.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Provenance")
struct ProvenanceTests {
  private func provenance(_ key: String, _ column: String, asOf: CalendarDate = today) throws -> Provenance {
    let listing = listing(.clusters, smallScene(asOf: asOf))
    let row = try #require(listing.keys.firstIndex(of: key))
    let position = try #require(listing.headers.firstIndex { $0.id == column })
    return try #require(listing.provenance(row: row, column: position))
  }

  @Test("every statement of a figure is told, the shown one first")
  func figures() throws {
    let found = try provenance("alfa", "members")
    #expect(found.title == "Members of ALFA")
    #expect(found.lines.map(\.value) == ["140", "500", "> 100"])
    #expect(found.lines.map(\.isShown) == [true, false, false])
    #expect(found.lines.map(\.date) == ["Jun 2020", "2030", "2015"])
    #expect(found.lines[0].source == "Two")
    #expect(found.lines[2].source == "First page")
    #expect(found.lines[0].url == "https://example.org/2")
    #expect(found.rule == nil)
  }

  @Test("which statement is shown depends on the as-of date")
  func figuresThen() throws {
    let found = try provenance("alfa", "members", asOf: day("2016-06-01"))
    #expect(found.lines[0].value == "> 100")
    #expect(found.lines.filter(\.isShown).count == 1)
    #expect(listing(.clusters, smallScene(asOf: day("2010-01-01"))).text("alfa", "members") == "–")
    #expect(try provenance("alfa", "members", asOf: day("2010-01-01")).lines.allSatisfy { !$0.isShown })
  }

  @Test("a derived end names the rule that gave it, a stated one none")
  func rules() throws {
    let derived = try provenance("alfa", "label")
    #expect(derived.title == "Gold label of ALFA")
    #expect(derived.rule == "End derived, not stated, by rule first: validity: 2 years.")
    #expect(derived.lines.map(\.value) == ["awarded", "held"])
    #expect(try provenance("seta", "label").rule == nil)
    #expect(try provenance("seta", "label").lines[0].value == "awarded, valid until 15 Mar 2026")
    #expect(try provenance("evil", "label").rule == "No source states an end, and no rule gives one.")
  }

  @Test("a row tells its source and what others say of its columns")
  func rows() throws {
    let found = try provenance("alfa", "name")
    #expect(found.lines.map(\.value) == ["", "founded: 2011"])
    #expect(found.lines[0].note == "seat moved")
    #expect(found.lines[1].source == "Two")
  }

  @Test("a value that nobody states has no source", arguments: [("vuoto", "members"), ("vuoto", "label")])
  func none(_ key: String, _ column: String) throws {
    let listing = listing(.clusters, smallScene())
    let row = try #require(listing.keys.firstIndex(of: key))
    let position = try #require(listing.headers.firstIndex { $0.id == column })
    #expect(listing.provenance(row: row, column: position) == nil)
  }

  @Test("o shows the source of the cell, else of the row; it closes again")
  func asking() {
    var state = smallState()
    state.point(at: "members")
    state.apply([.sourceAsked])
    guard case .source(let found, 0) = state.overlay else {
      Issue.record("no source shown")
      return
    }
    #expect(found.title == "Members of ALFA")
    state.apply([.cancelled])
    state.put(cursorOn: "vuoto")
    state.apply([.sourceAsked])
    guard case .source(let row, _) = state.overlay else {
      Issue.record("no source of the row shown")
      return
    }
    #expect(row.title == "Vuoto")
  }

  @Test("o is refused with words where nothing is recorded")
  func refused() {
    var state = smallState()
    state.apply([.pageAsked(.problems), .sourceAsked])
    #expect(state.overlay == nil)
    #expect(state.message?.isRefusal == true)
  }

  @Test("every label, figure and row of the bundled dataset names a source with an address")
  func bundled() throws {
    let scene = try #require(Bundled.state().scene)
    for pane in [PaneID.clusters, .labels, .calls, .allProgrammes] {
      let listing = listing(pane, scene)
      for row in listing.keys.indices {
        for column in listing.headers.indices {
          guard let found = listing.provenance(row: row, column: column) else { continue }
          #expect(!found.title.isEmpty)
          #expect(!found.lines.isEmpty)
          #expect(found.lines.allSatisfy { !$0.url.isEmpty && !$0.source.isEmpty }, "\(found.title)")
        }
      }
    }
  }
}

// A dataset that changes on the disk while it is shown.

import ClusterDomain
import Testing

@testable import ViewModels

@Suite("Reloading")
struct ReloadTests {
  private let changed: [Change] = [
    Change(kind: .lapsed, subject: "beta", name: "Beta", before: "bronze", after: nil),
    Change(kind: .memberLost, subject: "beta", name: "Beta", before: "Poli", after: nil),
    Change(kind: .callAdded, subject: "k", name: "Call"),
  ]

  private func again() -> LoadedData {
    LoadedData(Reading(catalogue: Small.catalogue, problems: [], path: "/data/small"))
  }

  private func name(_ state: AppState, _ row: Int) -> String? {
    state.view(of: .clusters).flatMap { view in
      view.listing.headers.firstIndex { $0.id == "name" }.map { view.listing.cell(row: row, column: $0).text }
    }
  }

  @Test("what is shown stays while the dataset is read again, and so do cursor and filters")
  func place() {
    var state = smallState()
    state.apply([.moved(by: 1), .filterAsked, .typed("e"), .confirmed, .moved(by: 1)])
    let (cursor, shown) = (state.cursor(.clusters), state.keys(.clusters))
    #expect(state.apply([.datasetChanged]) == [.reload(generation: 1, Small.data, today)])
    #expect(state.keys(.clusters) == shown)
    state.apply([.reloaded(generation: 1, .ready(again()), [])])
    #expect(state.cursor(.clusters) == cursor)
    #expect(state.keys(.clusters) == shown)
    #expect(state.message?.text.contains("no cluster, member or call has changed") == true)
  }

  @Test("changed clusters are marked until their page was looked at")
  func marks() {
    var state = smallState()
    state.apply([.reloaded(generation: 1, .ready(again()), changed)])
    #expect(
      state.message?.text
        == "The dataset was read again: 3 changes, marked Δ at 1 cluster; D lists them.")
    #expect(name(state, 1)?.hasPrefix("Δ ") == true)
    #expect(name(state, 0)?.hasPrefix("Δ ") == false)
    state.apply([.moved(by: 1), .opened])
    let facts = state.view(of: .clusterFacts)?.listing
    let texts = (0..<(facts?.count ?? 0)).compactMap { facts?.cell(row: $0, column: 1).text }
    #expect(texts.contains("bronze → –"))
    state.apply([.moved(by: 1), .wentBack])
    #expect(name(state, 1)?.hasPrefix("Δ ") == false)
    // The list of all changes keeps them.
    #expect(state.changeLog.changes == changed)
  }

  @Test("what goes back to what it was is no change any more")
  func back() {
    var state = smallState()
    let away = [
      Change(kind: .clusterRemoved, subject: "beta", name: "Beta", before: "Lombardia"),
      Change(kind: .renewed, subject: "alfa", name: "Alfa", before: "to 2026", after: "to 2027"),
      Change(kind: .memberLost, subject: "alfa", name: "Alfa", detail: "u", before: "Uni"),
      Change(kind: .memberLost, subject: "alfa", name: "Alfa", detail: "v", before: "Vu"),
    ]
    state.apply([.reloaded(generation: 1, .ready(again()), away)])
    #expect(state.changeLog.changes == away)
    let again = [
      Change(kind: .clusterAdded, subject: "beta", name: "Beta", after: "Lombardia"),
      Change(kind: .shortened, subject: "alfa", name: "Alfa", before: "to 2027", after: "to 2025"),
      Change(kind: .memberGained, subject: "alfa", name: "Alfa", detail: "u", after: "Uni"),
    ]
    state.apply([.reloaded(generation: 1, .ready(self.again()), again)])
    #expect(
      state.changeLog.changes == [
        Change(kind: .shortened, subject: "alfa", name: "Alfa", before: "to 2026", after: "to 2025"), away[3],
      ])
    #expect(!state.changeLog.isUnseen("beta") && state.changeLog.isUnseen("alfa"))
  }

  @Test("what cannot be read again leaves what is shown, and answers to older readings are dropped")
  func failures() {
    var state = smallState()
    let shown = state.keys(.clusters)
    state.apply([.reloaded(generation: 1, .failed("clusters.csv: is gone."), [])])
    #expect(state.message?.isRefusal == true)
    #expect(state.message?.text.contains("What was read before stays") == true)
    #expect(state.keys(.clusters) == shown)
    state.apply([.moved(by: 1), .reloaded(generation: 0, .ready(again()), changed)])
    #expect(state.message == nil && state.changeLog.isEmpty)
  }

  @Test("what changes while it is read again is read once more afterwards")
  func twice() {
    var state = smallState()
    #expect(state.apply([.datasetChanged]).count == 1)
    #expect(state.apply([.datasetChanged, .datasetChanged]).isEmpty)
    #expect(state.apply([.reloaded(generation: 1, .ready(again()), [])]).count == 1)
    #expect(state.apply([.reloaded(generation: 1, .ready(again()), [])]).isEmpty)
  }

  @Test("before anything is read there is nothing to read again")
  func early() {
    var state = AppState(path: "/data/small", today: today, theme: "dusk", themes: ["dusk"])
    #expect(state.apply(.datasetChanged).isEmpty)
  }
}
